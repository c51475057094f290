# package: more-itertools
import operator
import random
from collections import Counter
from fractions import Fraction
from itertools import count, islice

import more_itertools as mi
from more_itertools import recipes


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def show(name, value):
    print(name, value if isinstance(value, (int, str, float, bool, tuple, dict, set, type(None), Fraction, Counter)) else list(value))


LISTS = {
    "chunked": lambda: mi.chunked(range(7), 3), "ichunked": lambda: [list(c) for c in mi.ichunked(range(7), 3)],
    "chunked_strict": lambda: list(mi.chunked(range(7), 3, strict=True)), "chunked_even": lambda: mi.chunked_even(range(7), 3),
    "sliced": lambda: mi.sliced((1, 2, 3, 4, 5), 2), "constrained_batches": lambda: mi.constrained_batches(["1", "22", "333"], 4),
    "distribute": lambda: [list(c) for c in mi.distribute(3, range(7))], "divide": lambda: [list(c) for c in mi.divide(3, range(7))],
    "split_at": lambda: mi.split_at("abcdcba", lambda x: x == "b", keep_separator=True), "split_before": lambda: mi.split_before("OneTwo", str.isupper),
    "split_after": lambda: mi.split_after("one1two2", str.isdigit), "split_into": lambda: mi.split_into(range(7), [1, 2, None]),
    "split_when": lambda: mi.split_when([1, 2, 3, 3, 2, 5], lambda x, y: y < x), "bucket": lambda: sorted(mi.bucket("a1b2", key=str.isdigit)),
    "unzip": lambda: [list(c) for c in mi.unzip([("a", 1), ("b", 2)])], "grouper": lambda: mi.grouper("ABCDE", 2, incomplete="fill", fillvalue="x"),
    "partition": lambda: [list(c) for c in mi.partition(lambda x: x > 2, range(5))], "batched": lambda: mi.batched("ABCDE", 2), "transpose": lambda: mi.transpose([(1, 2), (3, 4)]),
    "spy": lambda: mi.spy(range(5), 2)[0], "windowed": lambda: mi.windowed(range(5), 3, step=2, fillvalue="!"), "substrings": lambda: mi.substrings("abc"),
    "substrings_indexes": lambda: mi.substrings_indexes("ab"), "stagger": lambda: mi.stagger(range(3), offsets=(-1, 0, 1)), "pairwise": lambda: mi.pairwise("abc"),
    "triplewise": lambda: mi.triplewise("abcd"), "sliding_window": lambda: mi.sliding_window(range(5), 4), "windowed_complete": lambda: mi.windowed_complete(range(3), 2),
    "count_cycle": lambda: mi.count_cycle("ab", 2), "intersperse": lambda: mi.intersperse("-", "abc", 2), "padded": lambda: mi.padded([1], 0, 3), "repeat_each": lambda: mi.repeat_each("ab", 2),
    "repeat_last": lambda: islice(mi.repeat_last([1, 2]), 4), "adjacent": lambda: mi.adjacent(lambda x: x == 3, range(6)), "groupby_transform": lambda: [(k, list(g)) for k, g in mi.groupby_transform("AaBb", str.upper, str.lower)],
    "padnone": lambda: islice(mi.padnone([1]), 3), "ncycles": lambda: mi.ncycles("ab", 2), "collapse": lambda: mi.collapse([1, [2, [3, "x"]], (4,)], levels=2), "flatten": lambda: mi.flatten([[1], [2]]),
    "interleave": lambda: mi.interleave("ab", "cd"), "interleave_longest": lambda: mi.interleave_longest("a", "cd"), "interleave_evenly": lambda: mi.interleave_evenly([[1, 2, 3, 4], "ab"]),
    "interleave_randomly": lambda: sorted(mi.interleave_randomly("ab", "c")), "sort_together": lambda: mi.sort_together([(3, 1, 2), "abc"], key_list=(0,), reverse=True), "value_chain": lambda: mi.value_chain("ab", 1, [2]),
    "zip_offset": lambda: mi.zip_offset("abc", "abc", offsets=(0, 1), longest=True, fillvalue="_"), "zip_broadcast": lambda: mi.zip_broadcast(1, [2, 3], "x"),
    "gray_product": lambda: mi.gray_product("AB", "CD"), "dft": lambda: [round(abs(x), 6) for x in mi.dft([1, 2, 3, 4])], "sieve": lambda: mi.sieve(30), "factor": lambda: mi.factor(9996), "polynomial": lambda: mi.polynomial_from_roots([5, -4]),
    "convolve": lambda: mi.convolve([1, 2, 3], [0, 1]), "derangements": lambda: mi.derangements("abc"), "distinct_permutations": lambda: sorted(mi.distinct_permutations([1, 0, 1])), "distinct_combinations": lambda: mi.distinct_combinations([0, 0, 1], 2),
    "circular_shifts": lambda: mi.circular_shifts([1, 2, 3]), "partitions": lambda: mi.partitions("abc"), "set_partitions": lambda: mi.set_partitions("abc", 2), "powerset": lambda: mi.powerset([1, 2]), "powerset_of_sets": lambda: map(sorted, mi.powerset_of_sets([1, 2])),
    "run_length": lambda: mi.run_length.encode("aaab"), "run_decode": lambda: mi.run_length.decode([("a", 3)]), "product_index": lambda: mi.product_index([8, 2], range(10), range(5)), "combination_index": lambda: mi.combination_index("afg", "abcdefg"),
    "permutation_index": lambda: mi.permutation_index([1, 3, 2], range(5)), "nth_product": lambda: mi.nth_product(8, range(2), range(3), range(4)), "nth_permutation": lambda: mi.nth_permutation("ghijk", 2, 5), "nth_combination": lambda: mi.nth_combination(range(5), 3, 5),
    "nth_combination_with_replacement": lambda: mi.nth_combination_with_replacement(range(5), 3, 5), "random_product": lambda: len(mi.random_product("ab", "cd")), "consecutive_groups": lambda: [list(g) for g in mi.consecutive_groups([1, 2, 4, 5, 9])],
    "ilen": lambda: mi.ilen(x for x in range(9) if x % 2), "unique_everseen": lambda: mi.unique_everseen([[1], [2], [1]]), "unique_justseen": lambda: mi.unique_justseen("AaAB", str.lower), "unique": lambda: mi.unique([[2], [1], [2]]), "duplicates_everseen": lambda: mi.duplicates_everseen("abab"),
    "duplicates_justseen": lambda: mi.duplicates_justseen("aabb"), "classify_unique": lambda: mi.classify_unique("aab"), "minmax": lambda: mi.minmax([3, 1, 2], key=lambda x: -x), "first_true": lambda: mi.first_true([0, 3], pred=lambda x: x > 2), "longest_common_prefix": lambda: mi.longest_common_prefix(["abc", "abd"]),
    "iter_index": lambda: mi.iter_index("AABCA", "A"), "locate": lambda: mi.locate([0, 1, 1, 0, 1], lambda *x: x == (1, 0), window_size=2), "rlocate": lambda: mi.rlocate([0, 1, 1]), "replace": lambda: mi.replace([1, 1, 0, 1, 1], lambda *x: x == (1, 1), [2], window_size=2),
    "strip": lambda: mi.strip((None, 1, None), lambda x: x is None), "lstrip": lambda: mi.lstrip([0, 1], lambda x: not x), "rstrip": lambda: mi.rstrip([1, 0], lambda x: not x), "filter_except": lambda: mi.filter_except(int, ["1", "x"], ValueError), "map_except": lambda: mi.map_except(int, ["1", "x"], ValueError), "map_if": lambda: mi.map_if(range(-2, 3), lambda x: x > 0, lambda x: x * 10, func_else=abs),
    "islice_extended": lambda: mi.islice_extended(range(10), -4, -1), "numeric_range": lambda: mi.numeric_range(Fraction(1, 2), 3, Fraction(1, 2)), "side_effect": lambda: mi.side_effect(print, [1], before=lambda: print("b"), after=lambda: print("a")), "difference": lambda: mi.difference([1, 3, 6]),
    "make_decorator": lambda: mi.make_decorator(mi.chunked)(2)(lambda: "abc")(), "SequenceView": lambda: mi.SequenceView([1, 2])[::-1], "time_limited": lambda: mi.time_limited(100, range(2)), "always_iterable": lambda: mi.always_iterable("ab"), "exactly_n": lambda: mi.exactly_n([1, 0, 1], 2),
    "is_sorted": lambda: mi.is_sorted(["1", "2"], key=int), "all_equal": lambda: mi.all_equal("aa"), "all_unique": lambda: mi.all_unique("aba"), "quantify": lambda: mi.quantify([1, 0, 1]), "dotproduct": lambda: mi.dotproduct([1, 2], [3, 4]), "sumprod": lambda: mi.sum_of_squares([1, 2]), "reduce": lambda: mi.map_reduce("abBc", str.upper, str.lower, "".join),
    "tail": lambda: mi.tail(2, range(9)), "take": lambda: mi.take(2, count()), "prepend": lambda: mi.prepend(0, [1]), "roundrobin": lambda: mi.roundrobin("A", "BC"), "tabulate": lambda: islice(mi.tabulate(abs, -2), 3), "subslices": lambda: mi.subslices("ab"), "before_and_after": lambda: [list(x) for x in mi.before_and_after(str.isupper, "ABc")], "matmul": lambda: mi.matmul([(1, 2)], [(3,), (4,)]), "reshape": lambda: mi.reshape([(0, 1), (2, 3)], 1), "totient": lambda: mi.totient(12), "is_prime": lambda: mi.is_prime(2**31 - 1), "nth_prime": lambda: mi.nth_prime(5), "multinomial": lambda: mi.multinomial(3, 2), "iequals": lambda: mi.iequals([1], (1,)), "loops": lambda: mi.ilen(mi.loops(3)), "outer_product": lambda: mi.outer_product(operator.mul, [1, 2], [3, 4]), "takewhile_inclusive": lambda: mi.takewhile_inclusive(lambda x: x < 2, range(5)), "join_mappings": lambda: mi.join_mappings(a={1: 2}, b={1: 3}), "iterate": lambda: islice(mi.iterate(lambda x: 2 * x, 1), 4), "doublestarmap": lambda: mi.doublestarmap(lambda a: a, [{"a": 1}]), "ichain": lambda: mi.nth([1, 2], 5, "default"), "extract": lambda: mi.extract("abcdef", [3, 1]) if hasattr(mi, "extract") else "x",
}
random.seed(1)
for name, function in LISTS.items():
    found = attempt(function)
    show(name, attempt(list, found) if hasattr(found, "__next__") else found)

p = mi.peekable([1, 2, 3])
print(p.peek(), next(p), p[1], p[-1], bool(p), p.prepend(9), list(p), p.peek("none"), attempt(p.peek))
s = mi.seekable(map(str, range(10)), maxlen=5)
print(list(islice(s, 8)), s.elements(), attempt(s.seek, 2), list(islice(s, 2)), s.relative_seek(-1) if hasattr(s, "relative_seek") else "", next(s), s.peek("x"))
c = mi.countable("abc")
print(list(c), c.items_seen, mi.first([], 3), attempt(mi.first, []), mi.last([1]), attempt(mi.one, []), attempt(mi.one, [1, 2]), mi.only([], 5), attempt(mi.only, [1, 2]))
i = mi.islice_extended(count())
print(list(i[3:9:2]), mi.consume(iter("ab")), mi.nth_or_last("ab", 9), len(mi.numeric_range(0, 10, 3)), mi.numeric_range(5)[1:], 3 in mi.numeric_range(0, 10, 3), repr(mi.numeric_range(1.0, 2.0)))


@mi.consumer
def tally():
    total = 0
    while True:
        total += (yield total)


t = tally()
print(t.send(5), t.send(6), mi.run_length is not None, attempt(mi.chunked, "a", -1) and 1, attempt(list, mi.sliced(iter("abc"), 2)), attempt(list, mi.windowed([], -1)))


print(list(mi.always_reversible(x for x in "ab")), sorted(recipes.__all__)[:3])
