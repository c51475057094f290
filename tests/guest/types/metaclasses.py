"""Metaclasses: __new__, __init__, __call__, __prepare__, attribute look-up on classes."""


def show(text, function):
    try:
        print(text, "->", function())
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Meta(type):
    registry = []

    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, kwargs)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        made = super().__new__(mcs, name, bases, namespace)
        made.made_by = mcs.__name__
        return made

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, kwargs)
        super().__init__(name, bases, namespace)
        Meta.registry.append(cls)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter([1, 2, 3])

    def __contains__(cls, x):
        return x == 7

    def __getitem__(cls, i):
        return ("item", i)

    def __getattr__(cls, name):
        if name.startswith("dyn"):
            return name
        raise AttributeError(name)

    def __instancecheck__(cls, obj):
        return obj == "magic" or super().__instancecheck__(obj)

    def __subclasscheck__(cls, other):
        return other is int or super().__subclasscheck__(other)

    @property
    def prop(cls):
        return "prop of " + cls.__name__

    def method(cls):
        return cls.__name__

    def __add__(cls, other):
        return (cls.__name__, other)

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __bool__(cls):
        return False


class A(metaclass=Meta, flag=1):
    x = 1

    def __init__(self, *args):
        self.args = args


class B(A):
    pass


a = A(1, 2)
print(a.args, A.made_by, A.prepared, type(B), Meta.registry)
print(len(A), list(A), 7 in A, A[3], A.dynamic, A + 1, bool(A), A.prop, A.method(), B.method())
show("absent", lambda: A.nope)
show("instance", lambda: a.prop)
show("instance", lambda: a.method)
print(isinstance("magic", A), isinstance(a, A), isinstance(1, A), issubclass(int, A), issubclass(B, A), issubclass(str, A))
print(A == A, hash(A) == hash(A), {A: 1}[A], A in [A])


class Single(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Single):
    def __init__(self, v=0):
        self.v = v


print(Config(1) is Config(2), Config().v)


class MM(type):
    def __call__(mcs, name, bases, ns, **kw):
        print("metameta", name)
        return super().__call__(name, bases, ns, **kw)


class M(type, metaclass=MM):
    pass


class X(metaclass=M):
    pass


print(type(X).__name__, type(type(X)).__name__)


def function_meta(name, bases, ns):
    return (name, bases, sorted(k for k in ns if not k.startswith("__")))


class NotAClass(metaclass=function_meta):
    attr = 1


print(NotAClass)


class Mro(type):
    def mro(cls):
        return type.mro(cls) + []


class WithMro(metaclass=Mro):
    pass


print(WithMro.__mro__)


class SetAttr(type):
    def __setattr__(cls, name, value):
        super().__setattr__(name, ("via", value))

    def __delattr__(cls, name):
        print("del", name)
        super().__delattr__(name)


class Z(metaclass=SetAttr):
    pass


Z.a = 1
print(Z.a)
del Z.a
show("gone", lambda: Z.a)


class Ordered(type):
    def __lt__(cls, other):
        return cls.__name__ < other.__name__


class O1(metaclass=Ordered):
    pass


class O0(metaclass=Ordered):
    pass


print(sorted([O1, O0]))


class GA(type):
    def __getattribute__(cls, name):
        if name == "special":
            return "S"
        return super().__getattribute__(name)


class UG(metaclass=GA):
    pass


print(UG.special, UG.__name__, UG().__class__.__name__)


class Entries:
    def __mro_entries__(self, bases):
        return (A,)


show("mro entries", lambda: type("X", (Entries(),), {}))
show("call", lambda: type.__call__(A, 1).args)
show("new", lambda: type.__new__(Meta, "Direct", (), {"k": 1}).k)
show("init", lambda: type.__init__(A, 1))
show("wrong", lambda: type.__new__(int, "X", (), {}))
show("wrong", lambda: type.__new__(5, "X", (), {}))
print(A | None, int | str | None, (int | str) == (str | int), isinstance(5, int | str), isinstance(5.0, int | str))
print((int | str).__args__, int | int, type(int | str).__name__)
show("union", lambda: int | 5)
