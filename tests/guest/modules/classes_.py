# abc, enum, dataclasses, contextlib, copy, types, weakref
import abc
import contextlib
import copy
import dataclasses
import enum
import types
import weakref


def show(text, *given):
    for args in given or [()]:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


# === abc ===
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    def describe(self): return f"{self.name}: {self.area()}"


class Square(Shape):
    name = "square"
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2


show("Shape()")
print(Square(3).describe(), sorted(Shape.__abstractmethods__), issubclass(Square, Shape), isinstance(Square(1), Shape))


@Shape.register
class Virtual:
    pass


print(issubclass(Virtual, Shape), isinstance(Virtual(), Shape), issubclass(int, Shape), Shape in Virtual.__mro__)


class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Duck:
    def quack(self): ...


print(issubclass(Duck, Hook), isinstance(Duck(), Hook), isinstance(1, Hook))


class Half(Shape):
    def area(self): return 1


show("Half()")
show("Shape.register(Shape)")


class Sub(Square):
    pass


show("Square.register(Shape)")


# === enum ===
class Color(enum.Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1

    @property
    def lower(self): return self.name.lower()


print(Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.ALIAS is Color.RED, list(Color), Color.RED.lower, len(Color), Color.RED in Color)
show("Color(9)")
show("Color['X']")
print(Color.RED == 1, {Color.RED: "r"}[Color.ALIAS], isinstance(Color.RED, Color), Color.__members__.keys(), sorted(c.value for c in Color))


class Num(enum.IntEnum):
    ONE = 1
    TWO = enum.auto()


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


class Str(enum.StrEnum):
    A = enum.auto()
    B = "bee"


print(Num.ONE + 1, Num.TWO, Num.TWO > 1, repr(Num.ONE), Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, ~Perm.R, bool(Perm(0)), Perm.RW & Perm.W)
print(Str.A, Str.B, Str.A == "a", f"{Str.B:>5}", repr(Str.A), Str("bee"))


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass

    def heavier(self, other): return self.mass > other.mass


print(Planet.EARTH.heavier(Planet.MARS), Planet.MARS.value, enum.Enum("Dyn", "P Q").Q, enum.unique(Num) is Num)
try:
    Color.RED = 5
except AttributeError as error:
    print(type(error).__name__)
try:
    class More(Color):
        pass
except TypeError as error:
    print(type(error).__name__)


# === dataclasses ===
@dataclasses.dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = dataclasses.field(default_factory=list, repr=False)
    total: float = dataclasses.field(init=False, default=0)

    def __post_init__(self): self.total = self.price * 2


i = Item("x", 2)
print(i, i == Item("x", 2), i.total, dataclasses.asdict(i), dataclasses.astuple(i), [f.name for f in dataclasses.fields(i)], dataclasses.replace(i, name="y"))
show("Item()")
show("Item(1, 2, 3, 4)")


@dataclasses.dataclass(frozen=True, order=True, slots=True)
class Pt:
    x: int
    y: int = 0


print(Pt(1) < Pt(2), hash(Pt(1)) == hash(Pt(1)), sorted([Pt(2), Pt(1, 5), Pt(1)]), {Pt(1): "a"}[Pt(1, 0)], Pt.__slots__)
try:
    Pt(1).x = 5
except dataclasses.FrozenInstanceError as error:
    print(error)


@dataclasses.dataclass(kw_only=True)
class Kw(Item):
    extra: int = 0


print(Kw("n", extra=3), dataclasses.is_dataclass(Kw), dataclasses.make_dataclass("Made", ["a", ("b", int, 5)])(1))
try:
    @dataclasses.dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as error:
    print(error)


# === contextlib ===
@contextlib.contextmanager
def managed(v):
    print("enter", v)
    try:
        yield v * 2
    except ValueError as error:
        print("caught", error)
    finally:
        print("exit", v)


with managed(1) as got:
    print(got)
with managed(2):
    raise ValueError("inside")
with contextlib.suppress(KeyError):
    {}["x"]
with contextlib.ExitStack() as stack:
    print(stack.enter_context(managed(3)), stack.enter_context(managed(4)))
    stack.callback(print, "callback")


@managed("deco")
def decorated(): print("body")


decorated()


class Closing:
    def close(self): print("closed")


with contextlib.closing(Closing()), contextlib.nullcontext(5) as five:
    print(five)

# === copy ===
class Node:
    def __init__(self, v): self.v, self.next = v, None
    def __eq__(self, o): return self.v == o.v


n = Node([1])
n.next = n
deep, shallow = copy.deepcopy(n), copy.copy(n)
print(deep.next is deep, deep.v is n.v, deep.v == n.v, shallow.v is n.v, shallow.next is n)
data = {"a": [1, {2}], "b": (3, [4]), "c": b"x"}
other = copy.deepcopy(data)
other["a"][1].add(9)
print(data, other, copy.copy([1, 2]), copy.deepcopy((1, 2)), copy.copy(Color.RED) is Color.RED, copy.deepcopy(Pt(1, 2)), copy.copy(i) == i)


class Custom:
    def __init__(self): self.log = []
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"


print(copy.copy(Custom()), copy.deepcopy([Custom()]))

# === types ===
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]), vars(ns), types.SimpleNamespace())
print(types.MappingProxyType({"k": 1}), isinstance(show, types.FunctionType), isinstance(len, types.BuiltinFunctionType), types.MethodType(show, 1).__self__)
made = types.new_class("Made", (Item,), {}, lambda space: space.update(z=5))
print(made.z, made.__mro__[1].__name__, types.resolve_bases((int,)), types.prepare_class("N", (int,))[0])
print(isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), types.NoneType, types.ModuleType("m").__name__)


print(types.DynamicClassAttribute, isinstance((v for v in ()), types.GeneratorType))


# === weakref ===
class Target:
    def method(self): return "called"


t = Target()
r = weakref.ref(t)
proxy = weakref.proxy(t)
t.x = 5
print(r() is t, proxy.x, proxy.method(), weakref.getweakrefcount(t), weakref.ref(t) is r, r == weakref.ref(t), hash(r) == hash(t))
proxy.y = 6
m = weakref.WeakMethod(t.method)
print(t.y, m()(), isinstance(r, weakref.ReferenceType))
values = weakref.WeakValueDictionary(k=t)
keys = weakref.WeakKeyDictionary({t: 1})
group = weakref.WeakSet([t])
calls = []
r2 = weakref.ref(t, lambda ref: calls.append(ref is r2))
fin = weakref.finalize(t, print, "finalized")
print(len(values), len(keys), len(group), values["k"] is t, fin.alive)
del t
print(r(), calls, len(values), len(keys), len(group), m(), fin.alive)
show("proxy.x")
show("weakref.ref(1)")
show("weakref.ref()")
