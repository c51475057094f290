"""__slots__: where attributes live, what is refused."""


def show(text, function):
    try:
        print(text, "->", function())
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class A:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


a = A(1)
print(a.x, A.x, type(A.x).__name__, A.__slots__)
show("unset", lambda: a.y)
show("none", lambda: setattr(a, "z", 1))
show("dict", lambda: a.__dict__)
show("weak", lambda: a.__weakref__)
a.y = 2
del a.x
show("deleted", lambda: a.x)
show("deleted", lambda: delattr(a, "x"))
print(a.y, A.y.__get__(a), A.y.__get__(None, A) is A.y)
show("wrong", lambda: A.y.__get__(5))
show("wrong", lambda: A.y.__set__(5, 1))
A.x.__set__(a, 10)
print(a.x)


class B(A):
    __slots__ = "z"


class C(A):
    pass


b = B(1)
b.z = 3
print(b.x, b.z, B.__slots__)
show("none", lambda: setattr(b, "q", 1))
c = C(5)
c.q = 6
print(c.x, c.q, c.__dict__)
show("unset", lambda: c.y)


class D(A):
    __slots__ = ("__dict__", "w")


d = D(1)
d.other = 1
d.w = 2
print(d.__dict__, d.w, d.x)
d.__dict__["more"] = 7
print(d.more, d.w, d.x)


class Private:
    __slots__ = ("__hidden", "_ok", "__dunder__")

    def __init__(self):
        self.__hidden = 1
        self._ok = 2


p = Private()
print(p._Private__hidden, p._ok, sorted(k for k in Private.__dict__ if "hidden" in k))
show("conflict", lambda: type("X", (), {"__slots__": ("a",), "a": 1}))
show("type", lambda: type("X", (), {"__slots__": (1,)}))
show("ident", lambda: type("X", (), {"__slots__": ("a b",)}))
show("twice", lambda: type("X", (C,), {"__slots__": ("__dict__",)}))
show("twice", lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")}))
show("int", lambda: type("X", (int,), {"__slots__": ("a",)}))
show("tuple", lambda: type("X", (tuple,), {"__slots__": ("a",)}))
show("layout", lambda: type("X", (A, type("Y", (), {"__slots__": ("k",)})), {}))
print(type("X", (A, type("Y", (), {"__slots__": ()})), {}).__mro__[1].__name__)


class Gen:
    __slots__ = iter(["u", "v"])


g = Gen()
g.u = 1
print(g.u)


class L(list):
    __slots__ = ("tag",)


item = L([1, 2])
item.tag = "t"
print(item, item.tag)
show("none", lambda: setattr(item, "other", 1))
show("unset", lambda: L().tag)


class E(int):
    __slots__ = ()


show("int", lambda: setattr(E(5), "a", 1))
print(E(5) + 1, E(3).__class__.__name__)


class Many:
    __slots__ = tuple("abcdefghij")


m = Many()
for i, name in enumerate("abcdefghij"):
    setattr(m, name, i)
print([getattr(m, name) for name in "jihgfedcba"])


class Documented:
    __slots__ = {"k": "doc of k"}


k = Documented()
k.k = 1
print(k.k, Documented.__slots__)


class MoreSlots(Many):
    __slots__ = ("k",)


mm = MoreSlots()
mm.k = 1
mm.a = 2
show("unset", lambda: mm.b)
print(mm.k, mm.a)
A.x = 5
show("overwritten", lambda: setattr(A(1), "x", 2))
