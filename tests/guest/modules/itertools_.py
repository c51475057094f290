# itertools
import itertools
from itertools import *


def show(text, *given):
    for args in given:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


def gen(*items):
    yield from items


def take(n, it):
    return list(islice(it, n))


print(take(3, count()), take(3, count(5, 2)), take(3, count(1.5)), take(2, count(step=-1)), count(3), count(1, 2), count(1.0, 0.5))
show("count(*a)", ("x",), (1, "x"), (1, 2, 3))
print(take(5, cycle("ab")), list(cycle([])), take(3, cycle(gen(1))))
show("cycle(*a)", (), (1,))
print(list(repeat(1, 3)), take(2, repeat("x")), list(repeat(1, -1)), repeat(1), repeat("a", 2), list(repeat(object=1, times=2)))
show("repeat(*a)", (), (1, "x"), (1, 2, 3))
print(list(chain("ab", [1], gen(2))), list(chain()), list(chain.from_iterable(["ab", (1,)])))
show("list(chain(*a))", (1,), ([1], 2))
show("list(chain.from_iterable(*a))", (1,), ([1],), ())
print(list(compress("abcd", [1, 0, 1])), list(compress(data="ab", selectors=gen(0, 1))))
show("list(compress(*a))", ("a",), (1, [1]))
print(list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(None, [0, 1, ""])),
      list(filterfalse(lambda x: x % 2, range(5))))
show("list(dropwhile(*a))", (1, [1]), (len,), (len, 1))
show("list(takewhile(*a))", (1, [1]), (len, [1]))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, [[1, 2], "ab"])))
show("list(starmap(*a))", (pow, [1]), (pow, [(1,)]))
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, None)), list(islice("abcdef", 1, 5, 2)), list(islice(count(), 0)), list(islice("ab", None)))
show("list(islice(*a))", ("a",), ("a", -1), ("a", "x"), ("a", 0, 1, 0), ("a", 1, 2, 3, 4), (1, 2), ("abc", -1, None), ("abc", 1, -1))
source = iter(range(10))
print(list(islice(source, 2, 5)), list(source))
source = iter(range(10))
print(list(islice(source, 1, 6, 3)), list(source))
print([(k, list(g)) for k, g in groupby("aabbca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)],
      [k for k, g in groupby([1, 1, 2])])
groups = groupby("aab")
k, g = next(groups)
next(groups)
print(list(g), type(g).__name__)
a, b = tee(gen(1, 2, 3))
print(next(a), list(b), list(a), len(tee([], 3)), tee([], 0))
a, = tee("xy", 1)
c = a.__copy__()
print(list(a), list(c), type(a).__name__)
show("tee(*a)", (), (1,), ([], -1), ([], "x"))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(zip_longest("a", "bc")))
show("zip_longest('a', *a, bad=1)", ())
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda x, y: x * y)), list(accumulate([1, 2], initial=10)), list(accumulate([])),
      list(accumulate("abc")), list(accumulate([], initial=5)))
show("list(accumulate(*a))", (1,), ([1, "a"],), ())
print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])))
print(list(product("ab", [1, 2])), list(product(repeat=2)), list(product("ab", repeat=2)), list(product([], "a")), list(product("a", repeat=0)))
show("list(product(*a, repeat=-1))", ("a",))
show("list(product(*a, x=1))", ("a",))
show("list(product(*a))", (1,))
print(list(permutations("abc", 2)), list(permutations([1, 2, 3])), list(permutations("ab", 3)), list(permutations("", 0)), list(permutations("abcd", 1)))
print(len(list(permutations(range(6)))), len(set(permutations(range(6), 4))), list(permutations(range(4), 3))[5:12])
show("list(permutations(*a))", ("ab", -1), ("ab", "x"), (1,), ())
print(list(combinations("abcd", 2)), list(combinations("abc", 0)), list(combinations("ab", 3)), list(combinations(range(5), 4)))
show("list(combinations(*a))", ("ab", -1), ("ab",), ("ab", 1.5))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 2)), list(combinations_with_replacement("", 0)))
print(type(count()).__name__, repr(type(chain())), iter(c) is c, count(2).__reduce__()[1], repeat(1, 5).__length_hint__())


class Numbered(count):
    def __repr__(self): return "mine"


n = Numbered(4)
n.extra = 1
print(n, next(n), isinstance(n, count), n.extra)
for cls in (chain, islice):
    print(cls.__module__, cls.__qualname__)

# a long queue between two iterators of a tee() goes without recursion
forward, backward = itertools.tee(itertools.repeat(None, 200_000))
print(any(forward))
del forward, backward
