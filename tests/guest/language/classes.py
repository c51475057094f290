"""Class bodies, inheritance, descriptors, special methods, metaclasses, slots."""


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Typed:
    """A data descriptor that checks."""

    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("set_name", owner.__name__, name)

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, self.kind())

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        delattr(obj, self.name)


class Lazy:
    """Not a data descriptor: an instance attribute comes first."""

    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class Account:
    owner = Typed(str)
    balance = Typed(int)
    rate = 0.5

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    @Lazy
    def report(self):
        print("computed")
        return f"{self.owner}: {self.balance}"

    @property
    def half(self):
        return self.balance * self.rate

    @half.setter
    def half(self, value):
        self.balance = int(value / self.rate)

    @half.deleter
    def half(self):
        del self.balance

    @classmethod
    def named(cls, name):
        return cls(name)

    @staticmethod
    def of(x):
        return x


a = Account("ann", 10)
print(a.owner, a.half, a.report, a.report, Account.owner.kind, attempt(setattr, a, "owner", 3), attempt(Account, 1), Account.named("bob").owner)
a.half = 7
print(a.balance, Account.of(3), a.of(4), attempt(lambda: Account.half.fget(a)), vars(a))
del a.half
print(a.balance, attempt(delattr, a, "half"), attempt(setattr, Account("x"), "report", 1), Account.half.__doc__)
a.rate = 2.0
print(a.rate, Account.rate, attempt(lambda: Account.nope), attempt(lambda: a.nope), attempt(setattr, 3, "x", 1), attempt(lambda: None.x))


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super(D, self).who()


print(D().who(), [c.__name__ for c in D.__mro__], D.__bases__ == (B, C), issubclass(D, A), B.__subclasses__() == [D])
print(attempt(type, "X", (A, B), {}), "|", attempt(type, "Y", (int, str), {}), "|", attempt(type, "Z", (bool,), {}), "|", attempt(lambda: super().x))
print(super(B, D()).who(), super(B, D).who(D()), attempt(super(D, D()).__getattribute__, "nope"))


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class SlotsAndDict(Slots):
    pass


s = Slots()
print(s.a, attempt(lambda: s.b), attempt(setattr, s, "c", 1), hasattr(s, "__dict__"), type(Slots.a).__name__, Slots.__slots__)
s = SlotsAndDict()
s.c = 3
print(vars(s), s.a, attempt(type, "W", (Slots,), {"__slots__": "x", "x": 1}))


class Special:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f"S({self.v!r})"

    def __eq__(self, other):
        return NotImplemented if not isinstance(other, Special) else self.v == other.v

    def __lt__(self, other):
        return self.v < getattr(other, "v", other)

    def __hash__(self):
        return hash(self.v)

    def __bool__(self):
        return bool(self.v)

    def __len__(self):
        return 7

    def __getitem__(self, key):
        return ("get", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __contains__(self, x):
        return x == self.v

    def __iter__(self):
        return iter([self.v, self.v])

    def __reversed__(self):
        return iter("rev")

    def __add__(self, other):
        return ("add", other) if other != 0 else NotImplemented

    def __radd__(self, other):
        return ("radd", other)

    def __iadd__(self, other):
        self.v += other
        return self

    def __matmul__(self, other):
        return "matmul"

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __neg__(self):
        return Special(-self.v)

    def __invert__(self):
        return "inverted"

    def __abs__(self):
        return abs(self.v)

    def __int__(self):
        return self.v

    def __index__(self):
        return self.v

    def __float__(self):
        return float(self.v)

    def __round__(self, n=None):
        return ("round", n)

    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return f"str {self.v}"

    def __call__(self, *args):
        return args

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"dynamic {name}"

    def __dir__(self):
        return ["b", "a"]

    def __divmod__(self, other):
        return "divmod"

    def __enter__(self):
        return "entered"

    def __exit__(self, *args):
        return True


s = Special(2)
print(s, repr(s), f"{s:spec} {s!r} {s!s}", s == Special(2), s != Special(3), s == 3, s < 5, sorted([Special(3), Special(1)]), {s: 1}[Special(2)])
print(bool(Special(0)), len(s), s[1], s[1:2], s[1, ...], 2 in s, 3 in s, list(s), list(reversed(s)), s + 1, 1 + s, attempt(lambda: s + 0), s @ s)
s[0] = 1
del s["k"]
s += 5
print(s.v, s**2, pow(s, 2, 3), -s, ~s, abs(-s), int(s), hex(s), [0] * s == [0] * 7, "abcdefghij"[s], float(s), round(s), round(s, 2), s(1, 2))
print(s.anything, dir(s), divmod(s, 1), attempt(lambda: s - 1), attempt(lambda: 1 - s), attempt(lambda: s > None), "%d %s" % (s, s), range(10)[s])
with s as entered:
    print(entered)
    raise ValueError("swallowed")
print(attempt(lambda: Special([]) in {}), attempt(hash, Special([])), max(Special(1), Special(4)), not Special(0), Special(0) or "falsy")


class Init:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, tag))

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class Sub1(Init, tag="t"):
    pass


print(Init.registry, Sub1["x"], attempt(type, "Bad", (Init,), {}, nope=1))


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, kwargs)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        return super().__new__(mcs, name, bases, namespace | {"extra": sorted(kwargs)})

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)

    def __len__(cls):
        return 42

    def __getattr__(cls, name):
        return f"meta {name}"

    def __contains__(cls, x):
        return x == 1

    def __instancecheck__(cls, obj):
        return obj == "instance"

    def __repr__(cls):
        return f"<{cls.__name__}>"


class Made(metaclass=Meta, option=1):
    pass


print(Made, len(Made), Made.prepared, Made.extra, Made.anything, 1 in Made, isinstance("instance", Made), isinstance(3, Made), type(Made) is Meta)
print(attempt(type, "Clash", (Made, type("Other", (), {}, )), {}) is not None, attempt(lambda: Made().anything))


class Private:
    __hidden = 1

    def get(self):
        return self.__hidden, self.__dict__


p = Private()
p._Private__hidden = 2
print(p.get(), Private._Private__hidden, attempt(lambda: p.__hidden), Private.__name__, Private.__qualname__, Private.__module__)
print([k for k in Private.__dict__ if not k.startswith("__")], type(Private.__dict__).__name__, attempt(lambda: Private.__dict__.update()))
