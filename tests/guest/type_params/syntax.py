# min-version: 3.12
"""Type parameters of functions, classes and aliases: scopes, lazy evaluation, what the objects tell."""


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def first[T](items: list[T], default: T = None) -> T:
    """Generic function."""
    return items[0] if items else default


print(first([1, 2]), first([], 3), first.__name__, first.__qualname__, first.__doc__, first.__defaults__)
print(first.__annotations__, first.__type_params__, first.__type_params__[0].__name__)
print(first.__annotations__["default"] is first.__type_params__[0])


def many[A, B: int, C: (int, str), *D, **E](a: A, /, b: B, *args: *D, c: C = 1, **kwargs: E) -> tuple[A, B]:
    return A, B, C, D, E


print(many.__type_params__ == many(1, 2))
for param in many.__type_params__:
    print(param, type(param).__name__, param.__name__, param.__module__, getattr(param, "__bound__", "no bound"),
          getattr(param, "__constraints__", "no constraints"), getattr(param, "__infer_variance__", "none"),
          getattr(param, "__covariant__", "none"))
print(many.__kwdefaults__, many.__code__.co_varnames, many.__code__.co_freevars)


@(lambda f: (f, "decorated"))
def decorated[T](x: T = (lambda: 5)(), *, y: T = 6) -> T:
    return x, y


print(decorated[0](), decorated[1], decorated[0].__type_params__)


class Box[T]:
    """Generic class."""

    item: T

    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item

    def convert[U](self, to: U) -> tuple[T, U]:
        return T, U, __class__

    @classmethod
    def of[V](cls, v: V) -> "Box[V]":
        return cls(v)

    @property
    def param(self):
        return T


print(Box.__type_params__, Box.__orig_bases__, Box.__mro__, Box.__parameters__, Box.__annotations__, Box.__doc__)
print(Box(1).get(), Box.of(2).get(), Box(1).convert(2)[2], Box(1).param is Box.__type_params__[0])
print(Box[int], Box[int](5).item, Box[int].__args__, Box[int].__origin__, Box.get.__annotations__, Box.convert.__qualname__)
print(attempt(lambda: Box[int, str]), attempt(lambda: Box[int][str]), Box[list[str]])


class Meta(type):
    def __new__(cls, name, bases, namespace, **kwargs):
        made = super().__new__(cls, name, bases, namespace)
        made.kwargs = kwargs
        return made


class Pair[K, *Rest, **P](Box[K], metaclass=Meta, key=(lambda: K)):
    class Inner[Z](Box[Z]):
        both: dict[K, Z]

    params = K, Rest, P


print(Pair.__type_params__, Pair.__orig_bases__, Pair.__bases__, Pair.Inner.__annotations__, Pair.Inner.__qualname__)
print(Pair[int, str, float, [bool]], Pair.params, Pair.kwargs["key"]() is Pair.params[0], type(Pair))

type Plain = int
type Lazy = undefined_yet
type Generic1[T] = list[T] | None
type Recursive[T] = tuple[T, Recursive[T]] | None
type Several[T: int, *Ts, **P] = (T, Ts, P, lambda: T)
for alias in (Plain, Generic1, Recursive):
    print(alias, type(alias).__name__, alias.__name__, alias.__value__, alias.__type_params__, alias.__parameters__, alias.__module__)
print(attempt(lambda: Lazy.__value__))
undefined_yet = "defined"
print(Lazy.__value__, Several.__value__[:3], Several.__value__[3]() is Several.__type_params__[0], Several.__parameters__)
print(Generic1[int], Generic1[int].__origin__ is Generic1, Generic1[int].__args__, attempt(lambda: Plain[int]))
print(Plain | None, int | Plain, Plain | Generic1[str], attempt(lambda: Plain | 1), attempt(lambda: Plain()))


def lazily():
    calls = []

    def note(x):
        calls.append(x)
        return x

    def f[T: note(int), U: (note(str), note(bytes)), V: 1 / 0](): pass

    type X = note(5)
    t, u, v = f.__type_params__
    print(calls, t.__bound__, u.__constraints__, calls, t.__bound__, u.__constraints__, calls)
    print(X.__value__, X.__value__, calls, attempt(lambda: v.__bound__), attempt(lambda: v.__bound__), v.__constraints__)


lazily()

x = "global"


class Scoped:
    x = "class"
    y = "only class"
    type Alias = (x, y)

    def method[T: x](self, a: x, b: T) -> y:
        return x

    class Inner[T: y](*(list,) if x == "class" else ()):
        y = "inner"
        type Deep[U: y] = (x, y, T, U)

        def method[V: (x, y)](self): pass

    x = "class, later"


print(Scoped.Alias.__value__, Scoped.method.__annotations__["a"], Scoped.method.__annotations__["return"])
print(Scoped.method.__type_params__[0].__bound__, Scoped().method(1, 2), Scoped.Inner.__type_params__[0].__bound__, Scoped.Inner.__bases__)
print(Scoped.Inner.Deep.__value__, Scoped.Inner.Deep.__type_params__[0].__bound__, Scoped.Inner.method.__type_params__[0].__constraints__)
Scoped.y = "changed"
print(Scoped.Alias.__value__)


def closures():
    local = "local"

    class C:
        local = "class local"
        type A = local
        type B = outer

        def f[T: local](self): return local

    outer = "outer"
    result = C.A.__value__, C.B.__value__, C.f.__type_params__[0].__bound__, C().f()
    return result


print(closures())


def shadows[T](T): return T
def rebinds[T]():
    T = "rebound"
    return T
def declares[T]():
    global T
    T = "global T"
def nested[T]():
    def inner[T](): return T
    return T, inner(), inner.__type_params__[0] is T


print(shadows(1), rebinds(), declares(), T, nested())
declares.__type_params__ = ()
print(declares.__type_params__, attempt(setattr, declares, "__type_params__", 1), (lambda: 0).__type_params__)


class Private[__T]:
    def f(self, x: __T): return __T

    def g[__U: __T](self): return __U


print(Private.__type_params__, Private.f.__annotations__, Private().f(1), Private().g(), Private.g.__type_params__[0].__bound__)


async def coroutine[T](x: T) -> T:
    return x, T


async def generator[T](x: T):
    yield T


def sync_generator[T]():
    yield T
    yield [T for _ in range(2)]


try:
    coroutine(1).send(None)
except StopIteration as stop:
    print(stop.value, coroutine.__type_params__)
print(list(sync_generator()), type(generator(1)).__name__)
lambdas = [f for f in (lambda: 0,)]


class Methods:
    def __init__[T](self, x: T): self.t = T, x
    def __call__[T](self, x: T) -> T: return T
    @staticmethod
    def static[T](x: T): return T
    def __init_subclass__[T](cls, **kwargs): print("subclass", cls.__name__, kwargs, T)


class Sub[T](Methods, flag=1): pass


print(Methods(1).t, Methods(1)(2), Methods.static(3), Sub.__mro__)
for source in (
    "def f[T, T](): pass", "def f[T: (yield)](): pass", "type X = (y := 1)", "class A[T](x := 1): pass", "def f[T]():\n nonlocal T",
    "def f[](): pass", "type X[T]: int", "class A[T: await x]: pass", "type type = type", "type = 5; type",
):
    try:
        exec(source, {})
        print("fine:", source)
    except SyntaxError as error:
        print(error.msg)
type = type(1)
print(type)
