# package: toolz
import operator
import pickle

import toolz
import toolz.curried as c
from toolz import (
    accumulate, apply, assoc, assoc_in, complement, compose, compose_left, concat, concatv, cons, count, countby, curry,
    diff, dissoc, do, drop, excepts, first, flip, frequencies, get, get_in, groupby, identity, interleave, interpose, isdistinct,
    isiterable, itemfilter, itemmap, iterate, join, juxt, keyfilter, keymap, last, mapcat, memoize, merge, merge_sorted, merge_with,
    nth, partition, partition_all, partitionby, peek, peekn, pipe, pluck, random_sample, reduceby, remove, second, sliding_window,
    sorted as tsorted, tail, take, take_nth, thread_first, thread_last, topk, unique, update_in, valfilter, valmap,
)
from toolz.functoolz import InstanceProperty, has_varargs, is_arity, is_partial_args, is_valid_args, num_required_args
from toolz.sandbox import EqualityHashKey, unzip
from toolz.sandbox.parallel import fold


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


names = ["Alice", "Bob", "Charlie", "Dan", "Edith", "Frank"]
print(groupby(len, names), countby(str.isalpha, ["a", "1", "b"]), frequencies("mississippi"))
print(groupby("name", [{"name": 1, "v": 2}, {"name": 1, "v": 3}]), reduceby(lambda x: x % 2, operator.add, range(10), 0))
print(pipe(range(10), c.filter(lambda x: x % 2), c.map(lambda x: x * x), list, sum))
print(merge({1: 2}, {3: 4}), merge_with(sum, {1: 1, 2: 2}, {1: 10, 3: 3}), merge_with(list, [{"a": 1}, {"a": 2}]))


@curry
def add3(x, y, z=10):
    """Add three."""
    return x + y + z


print(add3(1)(2), add3(1, z=3)(2), add3.__name__, add3.__doc__, add3(1).args, add3(1, z=3).keywords, attempt(add3, 1, 2, 3, 4))
print(add3(1) == add3(1), hash(add3(1)) == hash(add3(1)), pickle.loads(pickle.dumps(c.map(str)))([1]) and 1, repr(curry(operator.add)(1)))
print(compose(str, abs, int)("-3"), compose_left(int, abs, str)("-3"), compose()(5), compose(len).__name__, compose(str, len).__name__)
print(compose(str, len) == compose(str, len), compose(abs, int).first, compose(abs, int).funcs)
print(juxt(min, max, len)([3, 1, 2]), complement(bool)(0), do(print, 5), flip(operator.sub)(1, 10), identity(4), apply(max, 3, 4))
print(thread_first(1, (operator.add, 4), (pow, 2)), thread_last([1, 2], (map, lambda x: x + 1), list))
calls = []


@memoize
def slow(x, y=2):
    calls.append(x)
    return x * y


print(slow(2), slow(2), slow(3), calls, memoize(lambda a, b: a + b, key=lambda args, kwargs: args[0])(1, 2))
print(excepts(ValueError, int, lambda error: -1)("x"), excepts((KeyError, ValueError), int)("x"))

print(get_in(["a", "b", 0], {"a": {"b": [7]}}), get_in(["a", "x"], {"a": {}}, "none"), attempt(get_in, ["a", "x"], {"a": {}}, no_default=True))
print(assoc({"x": 1}, "y", 2), assoc_in({}, ["a", "b"], 1), dissoc({"x": 1, "y": 2}, "y", "z"), update_in({"a": {"b": 1}}, ["a", "b"], lambda n: n + 1), update_in({}, ["k", 1], str, 0))
print(keymap(str, {1: 2}), valmap(str, {1: 2}), itemmap(reversed, {1: 2}), keyfilter(bool, {0: 1, 1: 1}), valfilter(bool, {1: 0, 2: 2}), itemfilter(lambda kv: kv[0] < kv[1], {1: 2, 3: 1}))

print(list(take(3, iterate(lambda x: 2 * x, 1))), list(drop(2, "abcd")), list(take_nth(2, range(7))), tail(2, range(5)), nth(2, "abc"), first("ab"), second("ab"), last("ab"))
print(list(partition(2, range(5))), list(partition(2, range(5), pad=None)), list(partition_all(2, range(5))), list(partitionby(lambda x: x > 2, [1, 2, 3, 4, 1])))
print(list(sliding_window(3, range(5))), list(interleave(["ab", "cde"])), list(interpose("-", "abc")), list(concat([[1], [2, 3]])), list(concatv([1], [2])), list(cons(0, [1])), list(mapcat(reversed, ["ab", "cd"])))
print(list(unique("abca")), list(unique(["a", "B", "b"], key=str.lower)), isdistinct("abc"), isiterable(5), count("abc"), list(accumulate(operator.mul, [1, 2, 3], 10)))
print(list(merge_sorted([1, 4], [2, 3], [0])), list(merge_sorted([2, 1], [4, 3], key=lambda x: -x)), topk(2, [5, 1, 9]), topk(1, ["aa", "b"], key=len), tsorted([2, 1]))
print(list(pluck("a", [{"a": 1}, {"a": 2}])), list(pluck([0, 1], [(1, 2, 3)])), list(pluck("x", [{}], 0)), get([0, 2], "abc"), get("z", {}, 5), list(remove(str.isdigit, "a1b")))
print(list(join(0, [(1, "a"), (2, "b")], 0, [(1, "x"), (3, "y")])), list(join(0, [(1, "a")], 0, [(3, "y")], left_default=None, right_default="r")))
print(list(diff([1, 2], [1, 3], default=None)), list(diff([1, 2, 3], [1, 9, 3])), peek(iter("abc"))[0], peekn(2, iter("abc"))[0], len(list(random_sample(1.0, range(5), random_state=1))))
print(num_required_args(lambda a, b, c=1: 0), has_varargs(lambda *a: 0), is_arity(2, lambda a, b: 0), is_valid_args(add3, (1, 2), {}), is_partial_args(len, (), {}), num_required_args(map))
print(fold(operator.add, range(100), 0, map=map, chunksize=10), [list(x) for x in unzip([("a", 1), ("b", 2)])], EqualityHashKey("id", [1]) == EqualityHashKey("id", [1]) if 0 else 1)
print(c.get_in(["a"])({"a": 3}), c.reduce(operator.add)([1, 2, 3]), c.groupby(len)(["a", "bb"]), c.assoc({"a": 1})("b")(2), pipe([3, 1, 2], c.sorted(reverse=True), c.take(2), list), c.merge_with(sum)({"a": 1}, {"a": 2}))
print(toolz.__version__.split(".")[0].isdigit(), sorted(name for name in dir(toolz) if name.startswith("par")), c.operator.add(1)(2))


class Pipe:
    @InstanceProperty
    def shape(self):
        """Shape."""
        return 3


print(Pipe().shape, attempt(lambda: pipe(3, 4)))
