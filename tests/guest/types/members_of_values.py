# __slots__ of classes that derive from builtin values; their instances' __dict__ and __class__.

def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Own(list):
    pass


class Slotted(Own):
    __slots__ = "x", "y"


class Again(Slotted):
    __slots__ = ("x",)


class Bare(list):
    __slots__ = "x",


class Both(Bare):
    __slots__ = "x", "__dict__"


class Table(dict):
    __slots__ = "x", "__weakref__"


class Number(float):
    __slots__ = "x",


class Text(str):
    __slots__ = "x",


class Some(set):
    __slots__ = "x",


for kind in (Slotted, Again, Bare, Both, Table, Number, Text, Some):
    value = kind()
    print(kind.__name__)
    for name in ("x", "y", "z"):
        show(lambda: getattr(value, name))
        show(lambda: setattr(value, name, name * 2))
        show(lambda: getattr(value, name))
    show(lambda: value.__dict__)
    show(lambda: kind.x.__set__(value, 5))
    show(lambda: value.x)
    show(lambda: Slotted.x.__get__(value))
    show(lambda: delattr(value, "x"))
    show(lambda: delattr(value, "x"))
    show(lambda: value.x)


class Int(int):
    pass


class Derived(Int):
    pass


class Other(int):
    pass


class Further(Derived):
    pass


class SameMembers(list):
    __slots__ = "x",


class NoMembers(Bare):
    __slots__ = ()


def change(value, kind):
    value.__class__ = kind
    return type(value).__name__, value


for kinds in ((Int, Derived, Other, Further), (Bare, SameMembers, NoMembers, Both), (Text, str, Number)):
    for old in kinds:
        for new in kinds:
            show(lambda: change(old(), new))


# the dict of a value of variable size is a part of its layout
for base in (int, tuple, bytes, str, float, list, object, Exception):
    A = type("A", (base,), {})
    B = type("B", (base,), {})
    S = type("S", (base,), {"__slots__": ()})
    X = type("X", (A,), {})
    Y = type("Y", (S,), {})
    for bases in ((A, B), (A, S), (S, A), (X, A), (X, B), (Y, A), (Y, S), (X, Y), (A, base), (S, base), (X, S)):
        show(lambda: [each.__name__ for each in type("C", bases, {}).__mro__])
    show(lambda: setattr(X, "__bases__", (B,)))
    show(lambda: setattr(X, "__bases__", (A, S)))
    show(lambda: X.__base__.__name__)
