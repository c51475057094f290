"""Guest classes that derive from exceptions: __init__, __new__, __slots__, several bases, attributes."""


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


class Plain(Exception):
    pass


class WithInit(Exception):
    def __init__(self, code, *, detail=None):
        self.code, self.detail = code, detail


class CallsOn(WithInit):
    def __init__(self, *args):
        super().__init__(*args)
        Exception.__init__(self, "changed", *args)

    def __str__(self):
        return f"<{self.code}>"


class WithNew(ValueError):
    made = 0

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls, *args)
        cls.made += 1
        self.kwargs = kwargs
        return self

    def __init__(self, *args, **kwargs):
        super().__init__(*args)


class Slotted(KeyError):
    __slots__ = ("a", "b", "c", "d", "e", "f", "g")

    def __init__(self, *args):
        self.a, self.g = args


class Both(Plain, LookupError):
    x = 1


for error in (Plain(), Plain(1), Plain(1, 2), WithInit(3), WithInit(3, detail="d"), CallsOn(5), WithNew(1, k=2), Slotted(1, 2), Both("b")):
    print(type(error).__name__, error.args, str(error), repr(error), error.__dict__)
print(attempt(Plain, k=1), attempt(WithInit), attempt(WithNew, k=1), WithNew.made)
s = Slotted(1, 2)
print(s.a, s.g, attempt(getattr, s, "b"), s.args)
print([c.__name__ for c in Both.__mro__], Both.__bases__, issubclass(Both, Exception), isinstance(Both(), LookupError))


class Field(OSError):
    def __init__(self, *args):
        super().__init__(*args)
        self.more = "more"


class NoSuper(OSError):
    def __init__(self, a):
        self.a = a


class Old(FileNotFoundError):
    pass


for error in (Field(2, "two", "file"), NoSuper(7), Old(2, "x"), Old("x")):
    print(type(error).__name__, error.args, error, error.errno, error.filename, error.__dict__)


class Stop(StopIteration):
    pass


class Exit(SystemExit):
    def __init__(self):
        super().__init__(3)


class Missing(AttributeError):
    def __init__(self, message):
        super().__init__(message, name="n", obj=self)


print(Stop(4).value, Exit().code, Exit().args, Missing("m").name, Missing("m").obj.args)


def once():
    raise Stop(5)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise Stop("v")


print(list(It()), next(It(), "default"), attempt(next, It()))
try:
    raise Exit
except SystemExit as error:
    print(error.code)


class Odd(Exception):
    def __new__(cls):
        return 3


class Broken(Exception):
    def __init__(self):
        raise TypeError("no instance")


class Text(Exception):
    def __str__(self):
        return 3

    def __repr__(self):
        raise ValueError("no repr")


for cls in (Odd, Broken, Both, WithInit, BaseException):
    def raising():
        raise cls
    print(cls.__name__, attempt(raising))
for bad in (3, "x", object, None, [Plain]):
    def raising():
        raise bad
    print(attempt(raising))
print(attempt(str, Text()), attempt(repr, Text()))


def chained(a, b):
    raise a from b


for a, b in ((Plain, KeyError), (Plain(1), None), (Plain, 3), (Plain, int), (Plain, Broken), (Plain(2), Plain)):
    try:
        chained(a, b)
    except Exception as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


class Meta(type):
    def __instancecheck__(cls, other):
        return True

    def __subclasscheck__(cls, other):
        return True


class Everything(Exception, metaclass=Meta):
    pass


try:
    try:
        raise Plain("not asked")
    except Everything:
        print("the class was asked")
except Plain as error:
    print(error, isinstance(error, Everything))


class Deleted(Exception):
    def __del__(self):
        print("deleted", self.args)


try:
    raise Deleted(1)
except Deleted as error:
    print("caught", error.args)
print("after")
try:
    error
except NameError as unbound:
    print(unbound)
