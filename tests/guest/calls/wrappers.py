"""What wraps functions: attributes of staticmethod and classmethod, documentation of property; stars on no iterable."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def f(cls, arg: int):
    "f docstring"


for kind in (classmethod, staticmethod):
    made = kind(f)
    print(sorted(made.__dict__))
    print(made.__doc__, made.__name__, made.__annotations__, made.__wrapped__ is f)
    made.x = 42
    print(made.x, sorted(made.__dict__))
    del made.x
    print(hasattr(made, "x"), kind(None).__dict__)


class Slotted(property):
    __slots__ = ()


class Documented(property):
    "of the class"


class OwnSlot(property):
    __slots__ = ("__doc__",)


def getter(self):
    "of the getter"


for cls in (property, Slotted, Documented, OwnSlot):
    for args in ((getter,), (getter, None, None, "given"), (None, None, None, "given"), ()):
        attempt(lambda cls=cls, args=args: cls(*args).__doc__)


def g(*args):
    pass


for call in (lambda: None(*g), lambda: g(*None), lambda: None(1, *g), lambda: None(**1), lambda: g(1, **g), lambda: 1(*())):
    attempt(call)


class Odd:
    __eq__ = property(lambda self: 1 / 0)
    __lt__ = property(lambda self: lambda other: "bound")
    __hash__ = None


print(Odd() == Odd(), Odd() != 1, Odd() < 1, 1 > Odd())
attempt(lambda: Odd() >= 1)


class Big:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number


print([hash(Big(n)) for n in (2**62, -2**62, -1, 2**61 - 1, 2**63 - 1, -2**63, 2**64, True)])
print(hash(memoryview(b"123456789a")) == hash(b"123456789a"))


def nested(kind, depth):
    for _ in range(depth):
        kind = (kind,)
    return kind


print(isinstance("", nested(str, 200)), issubclass(str, nested(str, 200)))
attempt(isinstance, "", nested(str, 60_000))
attempt(issubclass, str, nested(str, 60_000))
