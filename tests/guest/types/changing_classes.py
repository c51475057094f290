"""Classes that change while they are looked at: __bases__ with a mro() of the metaclass's own, __class__, metaclasses."""

import gc
import types
import weakref


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


# === mro() assigns __bases__ itself
class Meta(type):
    plan = {}

    def mro(cls):
        step = Meta.plan.pop(cls.__name__, None)
        if step is not None:
            step()
        return type.mro(cls)


class A(metaclass=Meta):
    pass


class B1(A):
    pass


class B2(A):
    pass


class C(A):
    pass


def names(classes):
    return [cls.__name__ for cls in classes]


def set_bases(cls, *bases):
    cls.__bases__ = bases


def fail():
    raise KeyError("mro")


Meta.plan = {"C": lambda: set_bases(C, B2)}
set_bases(C, B1)
set_bases(B1, C)
print(names(C.__bases__), names(C.__mro__), names(B1.__mro__), names(B2.__subclasses__()), names(B1.__subclasses__()))
Meta.plan = {"B1": lambda: set_bases(B2, B1), "B2": lambda: set_bases(B1, B2)}
attempt(set_bases, B1, C)
print(names(B1.__mro__), names(B2.__mro__))


class D1(A):
    pass


class D2(D1):
    pass


class D3(D1):
    pass


Meta.plan = {"D3": fail}
before = [cls.__mro__ for cls in (D1, D2, D3)]
attempt(set_bases, D1, B2)
print([cls.__mro__ for cls in (D1, D2, D3)] == before, names(D1.__bases__))


class Left:
    pass


class Evasive(type):
    def mro(cls):
        del Evasive.mro
        return (Left,)


attempt(Evasive, "Gone", (), {})


class Incomplete(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ == "I":
            attempt(lambda: super(cls, cls).xxx)
            attempt(type, "X", (cls,), {})
        return type.mro(cls)


class I(metaclass=Incomplete):
    pass


# === __class__
class G:
    __slots__ = ["a", "b"]


class H:
    __slots__ = ["b", "a"]


class L(G):
    __slots__ = ["e"]


class M(H):
    __slots__ = ["e"]


class W(G):
    __slots__ = ["__weakref__"]


class P(G):
    __slots__ = ["__dict__", "__weakref__"]


class Q(G):
    pass


def become(cls, other):
    x = cls()
    x.a = 1
    x.__class__ = other
    return x.a, type(x).__name__


for cls in G, H, L, M, W, P, Q:
    for other in G, H, L, M, W, P, Q:
        attempt(become, cls, other)


def delete_class():
    del G().__class__


attempt(delete_class)


class Later:
    pass


class Changes:
    def __del__(self):
        self.__class__ = Later


class ChangesError(Exception):
    def __del__(self):
        self.__class__ = OtherError


class OtherError(Exception):
    pass


made = [Changes() for _ in range(100)] + [ChangesError() for _ in range(100)]
del made
print(Changes.__name__, Later.__name__, ChangesError.__name__)


# === what else bases bring
class Empty:
    __slots__ = ()


class Both(Empty, Left):
    __slots__ = ()


Both().x = 1
print(hasattr(Both, "__dict__"), hasattr(Both, "__weakref__"), weakref.ref(Both())())
attempt(weakref.ref, G())
attempt(weakref.ref, Empty())


# === metaclasses come first
class Watched(type):
    pass


class Plain(metaclass=Watched):
    x = 1

    @classmethod
    def make(cls):
        return "made"


def look():
    return Plain.x, Plain.make()


print(look())
Watched.x = property(lambda cls: "the metaclass's")
print(look())
Watched.__getattribute__ = lambda cls, name: f"any {name}"
print(Plain.x, type(Plain).__name__)


class Loud(types.ModuleType):
    def __getattribute__(self, name):
        seen.append(name)
        return super().__getattribute__(name)


seen = []
loud = Loud("loud")
loud.x = 5
print(loud.x, loud.x, seen)


class Slotted(types.ModuleType):
    __slots__ = ("a",)


slotted = Slotted("slotted")
attempt(getattr, slotted, "a")
slotted.a = 1
print(slotted.a, weakref.ref(slotted)() is slotted)


class Odd(types.ModuleType):
    __dict__ = property(lambda self: "no dict")


attempt(dir, Odd("odd"))


class Mixed(type, Left):
    pass


class OfMixed(metaclass=Mixed):
    pass


attempt(Left.__dict__["__dict__"].__set__, OfMixed, {})
print(type(Left.__dict__["__dict__"].__get__(OfMixed)).__name__)


# === classes and modules that only a cycle keeps
def run_in(namespace):
    exec("class A:\n    def __del__(self):\n        found.append(1)\na = A()\nb = A()\nb.me = b", namespace)


found = []
module = types.ModuleType("module")
module.found = found
run_in(module.__dict__)
run_in({"found": found})
del module
gc.collect()
print(found)
