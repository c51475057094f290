"""The host's own protocols on guest objects: what host C code sees of them, and the errors when something is absent."""

import math
import operator

import pytest

import callgate as cg

CLASSES = """
class Nothing:
    pass
class Number:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __float__(self): return float(self.v)
    def __eq__(self, other): return isinstance(other, Number) and self.v == other.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, other): return self.v < other.v
    def __add__(self, other): return ("add", self.v)
    def __radd__(self, other): return ("radd", self.v)
    def __neg__(self): return -self.v
    def __bool__(self): return self.v != 0
    def __repr__(self): return f"N{self.v}"
    def __call__(self, *args, **kwargs): return args, kwargs
    def __format__(self, spec): return spec + str(self.v)
    def __floor__(self): return "floor"
class Sequence:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
    def __contains__(self, x): return x == "in"
class Iterator:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
class Wrong:
    def __len__(self): return "3"
    def __bool__(self): return 1
    def __hash__(self): return "x"
    def __index__(self): return 1.5
    def __iter__(self): return 5
    def __repr__(self): return 3
    def __float__(self): return "f"
    def __format__(self, spec): return 1
class Negative:
    def __len__(self): return -1
class Blocked:
    __iter__ = None
    __hash__ = None
    __contains__ = None
class Base:
    def __add__(self, other): return "Base.__add__"
class Derived(Base):
    def __radd__(self, other): return "Derived.__radd__"
"""


class Guest:
    """Raw guest values, and host calls on them as a native of the machine would make them."""

    def __init__(self) -> None:
        self.world = cg.Machine()._world
        self.world.run(CLASSES, "classes.py", {}, False)

    def __call__(self, source: str):  # type: ignore[no-untyped-def]
        return self.world.run(source, "value.py", {}, False)

    def host(self, function, *sources: str):  # type: ignore[no-untyped-def]
        values = [self(source) for source in sources]
        try:
            return self.world.bridge.inside(function, *values)
        except cg.GuestError:
            raise
        except Exception as error:
            return f"{type(error).__name__}: {error}"


@pytest.fixture(scope="module")
def guest() -> Guest:
    return Guest()


def test_numbers(guest: Guest) -> None:
    host = guest.host
    assert host(operator.index, "Number(5)") == 5
    assert host(float, "Number(5)") == 5.0
    assert host(int, "Number(5)") == 5
    assert host(lambda n: [1, 2, 3][n], "Number(1)") == 2
    assert host(bool, "Number(0)") is False
    assert host(operator.neg, "Number(3)") == -3
    assert host(math.floor, "Number(3)") == "floor"
    assert host(math.ceil, "Number(3)") == 3
    assert host(lambda n: n + 1, "Number(3)") == ("add", 3)
    assert host(lambda n: 1 + n, "Number(3)") == ("radd", 3)
    assert host(operator.add, "Base()", "Derived()") == "Derived.__radd__"
    assert host(operator.add, "Derived()", "Base()") == "Base.__add__"
    assert host(lambda n: f"{n:ab}", "Number(3)") == "ab3"
    assert host(lambda n: n(1, k=2), "Number(3)") == ((1,), {"k": 2})


def test_containers(guest: Guest) -> None:
    host = guest.host
    assert host(lambda a, b: {a: "found"}[b], "Number(5)", "Number(5)") == "found"
    assert host(lambda a, b: a in [b], "Number(5)", "Number(5)") is True
    assert host(lambda ns: str(sorted(ns)), "[Number(2), Number(1)]") == "[N1, N2]"
    assert host(len, "Sequence()") == 3
    assert host(list, "Sequence()") == [0, 10, 20]
    assert host(list, "Iterator()") == [1, 2, 3]
    assert host(lambda s: "in" in s, "Sequence()") is True
    assert host(lambda s: list(reversed(s)), "Sequence()") == [20, 10, 0]
    assert host(bool, "Sequence()") is True
    assert host(repr, "[Number(1)]") == "[N1]"
    assert host(lambda a, b: a == b, "Nothing()", "Nothing()") is False
    assert host(lambda a: a == a and hash(a) == hash(a), "Nothing()") is True


ABSENT = {
    len: "object of type 'Nothing' has no len()", iter: "'Nothing' object is not iterable",
    next: "'Nothing' object is not an iterator", operator.index: "'Nothing' object cannot be interpreted as an integer",
    operator.neg: "bad operand type for unary -: 'Nothing'", abs: "bad operand type for abs(): 'Nothing'",
    reversed: "'Nothing' object is not reversible", math.sqrt: "must be real number, not Nothing",
    int: "int() argument must be a string, a bytes-like object or a real number, not 'Nothing'",
    lambda n: n[0]: "'Nothing' object is not subscriptable",
    lambda n: n(): "'Nothing' object is not callable",
    lambda n: 1 in n: "argument of type 'Nothing' is not iterable",
    lambda n: operator.setitem(n, 1, 2): "'Nothing' object does not support item assignment",
    lambda n: operator.delitem(n, 1): "'Nothing' object doesn't support item deletion",
}


@pytest.mark.parametrize("function", ABSENT)
def test_absent(guest: Guest, function) -> None:  # type: ignore[no-untyped-def]
    assert guest.host(function, "Nothing()") == f"TypeError: {ABSENT[function]}"


WRONG = {
    len: "'str' object cannot be interpreted as an integer", bool: "__bool__ should return bool, returned int",
    hash: "__hash__ method should return an integer", operator.index: "__index__ returned non-int (type float)",
    iter: "iter() returned non-iterator of type 'int'", repr: "__repr__ returned non-string (type int)",
    float: "Wrong.__float__ returned non-float (type str)", format: "__format__ must return a str, not int",
}


@pytest.mark.parametrize("function", WRONG)
def test_wrong_results(guest: Guest, function) -> None:  # type: ignore[no-untyped-def]
    assert guest.host(function, "Wrong()") == f"TypeError: {WRONG[function]}"


def test_blocked(guest: Guest) -> None:
    assert guest.host(len, "Negative()") == "ValueError: __len__() should return >= 0"
    assert guest.host(iter, "Blocked()") == "TypeError: 'Blocked' object is not iterable"
    assert guest.host(hash, "Blocked()") == "TypeError: unhashable type: 'Blocked'"
    assert guest.host(lambda b: 1 in b, "Blocked()") == "TypeError: 'Blocked' object is not a container"
