# protocol: A6
"""The three checks of an object call: recursion, result, callability."""
import sys


class Instance:
    pass


class Quiet:
    __slots__ = ()


def generator():
    yield


not_callable = [
    3, 2.5, 1j, "s", b"b", None, True, ..., NotImplemented, [], (), {}, set(), frozenset(), range(3), slice(1), Instance(),
    Quiet(), object(), generator(), iter([]), Instance.__dict__, sys, property(), ValueError("x"),
]
for value in not_callable:
    try:
        value(1, 2, *[3], k=4)
    except TypeError as error:
        print(type(value).__name__, "|", error)
for source in ("3()", "'a'(1)", "[](x=1)", "None(*[1])", "{}(**{})", "(lambda: 3)()()", "(1)(2)(3)", "1.5.real()"):
    try:
        eval(source)
    except TypeError as error:
        print(source, "|", error)


def recurse():
    return recurse()


class Self:
    def __call__(self):
        return self()


class Attribute:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Equal:
    def __eq__(self, other):
        return [self] == [other]


class Hash:
    def __hash__(self):
        return hash((self,))


class Add:
    def __add__(self, other):
        return self + other


class Repr:
    def __repr__(self):
        return "%r" % (self,)


class New:
    def __new__(cls):
        return cls()


class Init:
    def __init__(self):
        Init()


class Chain:
    pass


class Iterate:
    def __iter__(self):
        return iter(self)


def via_sorted(x):
    return sorted([1, 2], key=via_sorted)


def via_map(x):
    return list(map(via_map, [1]))


def via_star(*args, **kwargs):
    return via_star(*args, **kwargs)


def via_generator():
    yield from via_generator()


Chain.__call__ = Chain()
for name, action in {
    "function": recurse, "instance": Self(), "__call__ chain": Chain(), "attribute": lambda: Attribute().a,
    "==": lambda: Equal() == Equal(), "hash": lambda: hash(Hash()), "+": lambda: Add() + 1, "repr": lambda: repr(Repr()),
    "__new__": New, "__init__": Init, "__iter__": lambda: list(Iterate()), "sorted": lambda: via_sorted(1),
    "map": lambda: via_map(1), "star": lambda: via_star(1, k=2), "generator": lambda: list(via_generator()),
}.items():
    try:
        action()
    except RecursionError as error:
        print(name, str(error).startswith("maximum recursion depth exceeded"))


def depth(n):
    return 0 if not n else 1 + depth(n - 1)


print(depth(500), depth(500))
sys.setrecursionlimit(300)
try:
    depth(400)
except RecursionError as error:
    print(type(error).__name__, "at the new limit")
sys.setrecursionlimit(900)
print(depth(500))
for bad in (0, -1):
    try:
        sys.setrecursionlimit(bad)
    except ValueError as error:
        print(error)


class Count:
    """The frames are all given back: the same depth can be reached after each overflow."""

    deepest = 0

    def down(self, n):
        Count.deepest = max(Count.deepest, n)
        self.down(n + 1)


found = set()
sys.setrecursionlimit(400)
for _ in range(5):
    Count.deepest = 0
    try:
        Count().down(0)
    except RecursionError:
        found.add(Count.deepest)
print(len(found), 300 < max(found) <= 400)
