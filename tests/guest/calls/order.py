"""In which order the parts of a call are evaluated and looked at; what the C classes of functools are called."""

import functools
import operator


def said(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def items(*values):
    for value in values:
        print("item", value)
        yield value


def note(value):
    print("note", value)
    return value


def f(*args, **named):
    return args, named


class C:
    m = f

    def __init_subclass__(cls, **named):
        print(cls.__bases__, named)


f(*items(1), k=note(2))
f(0, *items(1), k=note(2))
f(note(0), *items(1), note(2), *items(3), k=note(4), **{"z": note(5)})
f(0, *items(1), **note({}))
C().m(*items(1), k=note(2))
C().m(0, *items(1), k=note(2))
f(*items(1), *items(2), k=note(3))


class D(*items(C), k=note(1)):
    pass


class E(C, *items(), k=note(1)):
    pass


said(lambda: f(0, *1, **2))
said(lambda: f(*1, **2))
said(lambda: f(0, *1, k=note(3)))
said(lambda: sorted(5, x=1))
said(lambda: sorted([], x=1))
said(lambda: str("a", "\0"))
said(lambda: str(b"a", "\0"))
said(lambda: str(1.5, None))
said(lambda: str(1.5, "\ud800"))
said(lambda: bytes(b"a", "\ud800"))
said(lambda: bytes(b"a", "\0"))
said(lambda: operator.countOf(5, 1))
said(lambda: sum(5, ""))
said(lambda: sum([], ""))
two = type("Two", (float,), {"__index__": lambda self: 2})()
said(lambda: ([1, 2, 3][two:], [1, 2, 3][two], "abc"[two], range(5)[two], "abc".find("c", two), (1, 2, 3)[:two]))
said(lambda: operator.indexOf(5, 1))
said(lambda: str("a", encoding="x", errors=5))
said(lambda: bytes("a", None))
said(lambda: [*type("N", (), {"__iter__": None})()])
said(lambda: "a".rjust(4, iter(())))
said(lambda: 5 in type("N", (), {"__iter__": lambda self: 5})())
said(lambda: functools.partial(f) + 1)
said(lambda: functools.partial(f).missing)
said(lambda: functools.lru_cache(f)[0])
said(lambda: hash(functools.cmp_to_key(f)))
said(lambda: type("P", (functools.partial,), {})(f) + 1)
print(functools.partial, functools.partial.__module__, functools.partial.__name__)
