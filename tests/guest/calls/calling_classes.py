# protocol: A8
"""Calling a class calls its metaclass: `__new__`, then `__init__`."""


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    pass


class Init:
    def __init__(self, a, b=2, *args, c, **kw):
        self.got = (a, b, args, c, kw)


class New:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made = (args, kwargs)
        return self


class Both(New):
    def __init__(self, *args, **kwargs):
        self.got = args


class Foreign:
    def __new__(cls, value):
        return value

    def __init__(self, value):
        print("Foreign.__init__", type(self).__name__, type(value).__name__)


class SubForeign(Foreign):
    pass


print(type(Plain()).__name__, attempt(Plain, 1), attempt(Plain, x=1))
print(Init(1, c=3).got, Init(1, 2, 3, c=4, d=5).got, attempt(Init), attempt(Init, 1), attempt(Init, 1, c=2, a=3))
print(New(1, x=2).made, Both(1, 2).got, Both(1, x=2).made)
print(Foreign(3), attempt(Foreign), type(Foreign(SubForeign.__new__(object, 1))).__name__)
inner = object.__new__(Foreign)
print(Foreign(inner) is inner, Foreign(object.__new__(SubForeign)).__class__.__name__)


class Returns:
    def __init__(self):
        return 3


class NewOnly:
    def __new__(cls):
        return object.__new__(cls, 1)


class InitOnly:
    def __init__(self, x):
        super().__init__(x)


class NoNew:
    __new__ = None


class NotInit:
    __init__ = None


print(attempt(Returns), "|", attempt(NewOnly), "|", attempt(InitOnly, 1), "|", attempt(NoNew), "|", attempt(NotInit))
print(attempt(object, 1), attempt(object.__new__), attempt(object.__new__, 1), attempt(object.__new__, int))
print(attempt(int.__new__, str), attempt(type.__call__), attempt(type.__call__, Plain).__class__.__name__)


class Meta(type):
    log = []

    def __call__(cls, *args, **kwargs):
        Meta.log.append((cls.__name__, args, kwargs))
        made = super().__call__(*args, **kwargs)
        made.via = "Meta"
        return made


class Made(metaclass=Meta):
    def __init__(self, x=0):
        self.x = x


class Singleton(type):
    def __call__(cls):
        if not hasattr(cls, "only"):
            cls.only = super().__call__()
        return cls.only


class Only(metaclass=Singleton):
    pass


class Replaced(type):
    def __call__(cls, *args):
        return ("no instance at all", cls.__name__, args)


class Ghost(metaclass=Replaced):
    def __init__(self):
        print("never")


print(Made().via, Made(3).x, attempt(Made, 1, 2), Meta.log[-1], type.__call__(Made, 4).x)
print(Only() is Only(), Ghost(1, 2), list(map(Ghost, "ab")), type.__call__(Plain).__class__ is Plain)
print(type(3), type(Made), type(Meta), attempt(type), attempt(type, 1, 2), attempt(type, 1, 2, 3, 4))
Dynamic = type("Dynamic", (Plain,), {"__init__": lambda self, x: setattr(self, "x", x), "twice": lambda self: 2 * self.x})
print(Dynamic(4).twice(), Dynamic.__mro__[1].__name__, type(Dynamic).__name__)
del Meta.__call__
print(hasattr(Made(), "via"), Made(5).x)


class SubType(type):
    def __new__(mcs, name, bases, namespace, **kwargs):
        namespace["made_with"] = kwargs
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.initialised = sorted(kwargs)


class Configured(metaclass=SubType, a=1, b=2):
    pass


print(Configured.made_with, Configured.initialised, SubType("X", (), {}, z=1).made_with)


class Init2:
    def __init__(self, x):
        self.x = x


one = Init2(1)
Init2.__init__ = lambda self: setattr(self, "x", "replaced")
print(one.x, Init2().x, attempt(Init2, 1))
Init2.__new__ = lambda cls, *args: (cls.__name__, args)
print(Init2(1, 2))
del Init2.__new__, Init2.__init__
print(type(attempt(Init2)).__name__, attempt(Init2, 1))


class D(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = len(self)


class T(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))


class E(Exception):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code


class I(int):
    def __call__(self, x):
        return self + x


print(D(a=1).extra, D([(1, 2)]), T(1, 2), T(1, 2)[1], attempt(T, 1), E(3, "m").code, str(E(3, "m")), I(4)(5), I("12")(1))
