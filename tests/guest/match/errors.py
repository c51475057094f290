"""What patterns complain about."""

import collections


class Point:
    __match_args__ = ("x", "y")
    x = 1
    y = 2


class Bare:
    pass


class Listed:
    __match_args__ = ["x"]


class Absent:
    __match_args__ = None


class Numbered:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("x", "x")
    x = 1


class One:
    __match_args__ = ("x",)
    x = 1


class Inherits(Listed):
    pass


class MyInt(int):
    pass


class NoSelf(int):
    __match_args__ = ()


class Key:
    A = 1
    B = 1


class Raising(Exception):
    pass


class Fails:
    __match_args__ = ("x",)

    @property
    def x(self):
        raise Raising("x")

    def __len__(self):
        raise Raising("len")


class Args(type):
    @property
    def __match_args__(cls):
        raise Raising("match args")


class WithArgs(metaclass=Args):
    pass


class FailingList(list):
    def __len__(self):
        raise Raising("len")


class FailingDict(dict):
    def get(self, key, default):
        raise Raising("get")


class NoGet(dict):
    get = None


not_a_class = lambda: 1
text = "str"


def f1(value):
    match value:
        case Point(1, 2, 3):
            pass


def f2(value):
    match value:
        case Bare(1):
            pass


def f3(value):
    match value:
        case One(1, 2):
            pass


def f4(value):
    match value:
        case Point(1, x=1):
            pass


def f5(value):
    match value:
        case Listed(1):
            pass


def f6(value):
    match value:
        case Inherits(1):
            pass


def f7(value):
    match value:
        case Numbered(1):
            pass


def f8(value):
    match value:
        case Twice(1, 1):
            pass


def f9(value):
    match value:
        case Absent(1):
            pass


def f10(value):
    match value:
        case int(1, 2):
            pass


def f11(value):
    match value:
        case MyInt(1):
            return "itself"
        case NoSelf(1):
            pass


def f12(value):
    match value:
        case complex(1):
            pass


def f13(value):
    match value:
        case collections.deque(1):
            pass


def f14(value):
    match value:
        case not_a_class():
            pass


def f15(value):
    match value:
        case text():
            pass


def f16(value):
    match value:
        case {Key.A: 1, Key.B: 1}:
            pass


def f17(value):
    match value:
        case {Key.A: 1, 1: 1}:
            pass


def f18(value):
    match value:
        case Fails(1):
            pass


def f19(value):
    match value:
        case WithArgs(1):
            pass


def f20(value):
    match value:
        case [1]:
            pass


def f21(value):
    match value:
        case {1: 2}:
            pass


def f22(value):
    match value:
        case undefined.name:
            pass


def f23(value):
    match value:
        case Listed():
            return "no positional patterns, no matter"


def f24(value):
    match value:
        case bool(1) | None:
            pass


for f, value in (
    (f1, Point()), (f2, Bare()), (f3, One()), (f4, Point()), (f5, Listed()), (f6, Inherits()), (f7, Numbered()),
    (f8, Twice()), (f9, Absent()), (f10, 1), (f11, MyInt(1)), (f11, NoSelf(1)), (f12, 1j), (f13, collections.deque()),
    (f14, 1), (f15, ""), (f16, {1: 1}), (f16, {1: 1, 2: 2}), (f17, {1: 1, 2: 2}), (f18, Fails()), (f19, WithArgs()),
    (f20, FailingList([1])), (f21, FailingDict({1: 2})), (f21, NoGet({1: 2})), (f22, 1), (f23, Listed()), (f1, 1),
):
    try:
        print(f.__name__, "returned", f(value))
    except Exception as error:
        print(f.__name__, type(error).__name__, error)

for source in (
    "case _: pass\n case 1: pass", "case y: pass\n case 1: pass", "case (a, a): pass", "case 1 | a: pass",
    "case a | 1: pass", "case [*a, *b]: pass", "case {1: a, 1: b}: pass", "case C(a=1, a=2): pass", "case {**r, 1: 2}: pass",
    "case f'{x}': pass", "case 1 + 1: pass", "case -x: pass", "case {*a}: pass", "case C(a=1, 2): pass", "case *a: pass",
    "case a.b.c(1) | None: pass",
):
    try:
        exec(f"match C:\n {source}", {"C": 1, "a": 2})
        print("no error", source)
    except Exception as error:
        print(type(error).__name__, getattr(error, "msg", error))
