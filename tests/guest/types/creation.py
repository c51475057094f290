"""Making classes: what type() and the class statement do and refuse."""


def show(text, function):
    try:
        print(text, "->", function())
    except Exception as error:
        print(text, "->", type(error).__name__, error)


# === basics ===
class A:
    """doc of A"""
    x = 1

    def f(self):
        return "A.f"


class B(A):
    def f(self):
        return "B.f"


class C(A):
    pass


class D(B, C):
    pass


print([k.__name__ for k in D.__mro__], D.__bases__, D.__base__, D.__name__, D.__qualname__, D.__module__)
print(A.__doc__, B.__doc__, D().f(), D.x, D.mro() == list(D.__mro__))
print(A, type(A), type(type), object, object.__bases__, object.__base__, type.__mro__)
print(sorted(k.__name__ for k in A.__subclasses__()))
print(A.__dict__["x"], "f" in A.__dict__, type(A.__dict__).__name__)
print(sorted(k for k in A.__dict__ if k not in ("__static_attributes__", "__firstlineno__")))
print(isinstance(D(), A), isinstance(A(), D), issubclass(D, (int, B)), issubclass(bool, int))

# === refusals ===
show("mro", lambda: type("X", (A, D), {}))
show("dup", lambda: type("X", (A, A), {}))
show("layout", lambda: type("X", (int, str), {}))
show("layout 2", lambda: type("X", (dict, list), {}))
show("bool", lambda: type("X", (bool,), {}))
show("NoneType", lambda: type("X", (type(None),), {}))
show("function", lambda: type("X", (type(show),), {}))
show("no type", lambda: type("X", (1,), {}))
show("name", lambda: type(1, (), {}))
show("bases", lambda: type("X", [], {}))
show("dict", lambda: type("X", (), []))
show("args", lambda: type("X", ()))
show("args", lambda: type())
show("args", lambda: type.__new__(type, 1))
show("null", lambda: type("a\0b", (), {}))
show("qualname", lambda: type("X", (), {"__qualname__": 1}))


class M1(type):
    pass


class M2(type):
    pass


class WithM1(metaclass=M1):
    pass


class WithM2(metaclass=M2):
    pass


show("metaclass", lambda: type("X", (WithM1, WithM2), {}))
print(type(type("X", (WithM1,), {})).__name__)

# === type() calls ===
X = type("X", (A,), {"y": 2, "g": lambda self: self.y})
print(X.__name__, X.y, X().g(), X.__module__, X().f(), X.__doc__)
print(type(5), type(X), type(X()) is X)

# === abstract ===
class Abstract:
    __abstractmethods__ = frozenset({"b", "a"})


show("abstract", lambda: Abstract().__class__.__name__)
Abstract.__abstractmethods__ = frozenset({"one"})
show("abstract", Abstract)
Abstract.__abstractmethods__ = frozenset({"one", "two"})
show("abstract", Abstract)
show("derived", lambda: type(type("Derived", (Abstract,), {})()).__name__)
del Abstract.__abstractmethods__
show("no longer", lambda: type(Abstract()).__name__)
show("absent", lambda: Abstract.__abstractmethods__)


# === names can change ===
class N:
    pass


N.__name__ = "New"
N.__qualname__ = "Outer.New"
N.__module__ = "elsewhere"
print(N, N.__name__, repr(N()).split(" at ")[0])
show("name", lambda: setattr(N, "__name__", 1))
show("qualname", lambda: setattr(N, "__qualname__", 1))
show("name", lambda: setattr(N, "__name__", "a\0"))
show("del name", lambda: delattr(N, "__name__"))
show("int name", lambda: setattr(int, "__name__", "x"))
show("int attr", lambda: setattr(int, "x", 1))
show("del int attr", lambda: delattr(int, "__add__"))
show("object attr", lambda: setattr(object, "x", 1))
show("del absent", lambda: delattr(N, "zzz"))
show("mro", lambda: setattr(N, "__mro__", ()))

# === bases can change ===
class P1:
    def who(self):
        return "P1"


class P2:
    def who(self):
        return "P2"


class K(P1):
    pass


class KK(K):
    pass


kk = KK()
print(kk.who(), [c.__name__ for c in KK.__mro__])
K.__bases__ = (P2,)
print(kk.who(), [c.__name__ for c in KK.__mro__], P1.__subclasses__(), P2.__subclasses__())
show("bases", lambda: setattr(K, "__bases__", [P1]))
show("bases", lambda: setattr(K, "__bases__", ()))
show("bases", lambda: setattr(K, "__bases__", (1,)))
show("bases", lambda: setattr(K, "__bases__", (KK,)))
show("bases", lambda: setattr(K, "__bases__", (int,)))
show("bases", lambda: setattr(int, "__bases__", (object,)))
print(kk.who())

# === __class__ can change ===
p = P1()
p.attr = 1
p.__class__ = P2
print(p.who(), p.attr, type(p).__name__)
p.more = 2
print(p.__dict__)


class Slotted:
    __slots__ = ("a",)


show("class", lambda: setattr(p, "__class__", Slotted))
show("class", lambda: setattr(p, "__class__", int))
show("class", lambda: setattr(p, "__class__", 1))
show("class", lambda: setattr(5, "__class__", P1))
show("class", lambda: setattr(p, "__class__", type("Other", (P1,), {})) or type(p).__name__)


# === __init_subclass__, __set_name__, __class_getitem__ ===
class Base:
    seen = []

    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.seen.append((cls.__name__, tag))

    def __class_getitem__(cls, item):
        return cls.__name__, item


class S1(Base, tag="t"):
    pass


class S2(S1):
    pass


print(Base.seen, Base[1], S1["k"], type(Base.__dict__["__init_subclass__"]).__name__)
show("init_subclass", lambda: type("X", (object,), {}, a=1))
show("init_subclass", lambda: type("X", (Base,), {}, zzz=1))
show("init_subclass", lambda: object.__init_subclass__(1))


class Named:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name


class Owner:
    one = Named()
    two = Named()


print(Owner.one.name, Owner.__dict__["two"].name)

# === __new__ is static ===
class News:
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.args = args
        return made


print(News(1, 2).args, type(News.__dict__["__new__"]).__name__, News.__new__(News, 3).args)


class Other:
    def __new__(cls, x):
        return x

    def __init__(self, x):
        print("not called")


print(Other(7))

# === unhashable ===
class Eq:
    def __eq__(self, other):
        return True


print(Eq.__hash__, Eq() == 5, Eq() != 5)
show("hash", lambda: hash(Eq()))
show("hash", lambda: {Eq(): 1})
show("hash", lambda: {[]: 1})

# === annotations ===
class Ann:
    x: int = 1
    y: str


print(Ann.__annotations__)
show("int ann", lambda: int.__annotations__)
