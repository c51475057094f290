"""Iterators that are copied and pickled in the middle go on where they were; states that are wrong are refused."""
import copy
import itertools as I
import operator
import pickle
import re
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


def show(value):
    print(re.sub(" at 0x[0-9a-f]+|str_ascii_|str_", "", repr(value)))


def attempt(action):
    try:
        show(action())
    except Exception as error:
        print(type(error).__name__, error)


MAKERS = [
    lambda: I.accumulate([1, 2, 3]), lambda: I.accumulate([1, 2], initial=5), lambda: I.accumulate([1, 3, 2], max), lambda: I.accumulate([None, None, True], operator.is_),
    lambda: I.chain([1], [2, 3]), lambda: I.chain.from_iterable([[1], [2]]), lambda: I.cycle("abc"),
    lambda: I.compress("abcd", [1, 0, 1, 1]), lambda: I.dropwhile(bool, [1, 0, 2]), lambda: I.takewhile(bool, [1, 2, 0]),
    lambda: I.filterfalse(None, [0, 1, ""]), lambda: I.islice(range(10), 1, 9, 2), lambda: I.islice([1, 2], 1),
    lambda: I.zip_longest("ab", "abc", fillvalue=1), lambda: I.product("ab", [1, 2]), lambda: I.product(), lambda: I.product([], [1]),
    lambda: I.permutations("abc", 2), lambda: I.permutations("ab", 3), lambda: I.combinations("abcd", 2), lambda: I.combinations("a", 0),
    lambda: I.combinations_with_replacement("ab", 2), lambda: I.starmap(pow, [(2, 3)]), lambda: I.count(3, 2),
    lambda: I.repeat(1, 3), lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: reversed([1, 2]), lambda: iter("ab"),
    lambda: iter(range(3)), lambda: map(str, [1, 2]), lambda: filter(None, [0, 1]), lambda: zip([1], [2]),
    lambda: enumerate("ab", 5), lambda: iter({1: 2}), lambda: iter({3}),
]
for make in MAKERS:
    it = make()
    print(type(it).__name__)
    for _ in range(5):
        print(list(I.islice(copy.deepcopy(it), 6)))
        for protocol in (0, 2, 4):
            try:
                data = pickle.dumps(it, protocol)
            except Exception as error:      # a lambda
                print(type(error).__name__)
                break
            print(list(I.islice(pickle.loads(data), 6)), end=" ")
        print()
        try:
            next(it)
        except StopIteration:
            print("end")
groups = I.groupby("aabbc")
next(groups)
print([(key, list(group)) for key, group in copy.deepcopy(groups)])
key, group = next(groups)
print(key, list(copy.deepcopy(group)))
for make in (lambda: I.chain(), lambda: I.cycle(""), lambda: I.product("ab"), lambda: I.permutations("ab"), lambda: I.combinations("ab", 1),
             lambda: I.islice([], 1), lambda: I.groupby("")):
    for state in (5, (), (1,), ([], 1), ((5,), (7,)), ((-9, 9), (9, -9)), (iter([1]),)):
        it = make()
        attempt(lambda: it.__setstate__(state))
        attempt(lambda: list(I.islice(it, 4)))
