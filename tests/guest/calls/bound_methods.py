# protocol: A11
"""A method call puts self in place; a bound method kept in a variable does the same later."""


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Base:
    def __init__(self, name="base"):
        self.name = name

    def plain(self, a, b=2, *args, c=3, **kw):
        return (self.name, a, b, args, c, kw)

    def none(self):
        return self.name

    def only(self, a, /):
        return (self.name, a)

    @classmethod
    def made(cls, *args, **kwargs):
        return (cls.__name__, args, kwargs)

    @staticmethod
    def free(*args, **kwargs):
        return (args, kwargs)

    @property
    def computed(self):
        return lambda *args: ("computed", self.name, args)

    def no_self():
        return "never"


class Sub(Base):
    def plain(self, *args, **kwargs):
        return ["sub", super().plain(*args, **kwargs)]

    def none(self):
        return super(Sub, self).none() + "+sub"

    @classmethod
    def made(cls, *args):
        return ["sub", super().made(*args)]


base, sub = Base(), Sub("sub")
for obj in (base, sub):
    kept = obj.plain
    print(obj.plain(1), obj.plain(1, 3), obj.plain(1, 2, 4, 5), obj.plain(1, c=4, d=5), obj.plain(a=1, b=0))
    print(kept(1) == obj.plain(1), kept(*[1, 2], **{"c": 1}), type(kept).__name__, kept.__self__ is obj, obj.plain == kept)
    print(obj.none(), obj.only(1), obj.made(1), obj.made(), obj.free(1, k=2), obj.computed(5))
    print(type(obj).plain(obj, 7), type(obj).none(obj), type(obj).made(8), type(obj).free())
    print(attempt(obj.none, 1), attempt(obj.only), attempt(obj.only, 1, 2), attempt(obj.only, a=1), attempt(obj.no_self))
    print(attempt(obj.plain), attempt(obj.plain, 1, a=2), attempt(type(obj).none), attempt(obj.none, self=1))
    print([f(1) for f in (obj.only, obj.made, obj.free, obj.computed)], list(map(obj.only, "ab")))

base.own = lambda *args: ("instance attribute", args)
print(base.own(1), Base.__dict__.get("own"))
base.none = lambda: "shadowed"
print(base.none(), Base.none(base))
del base.none
print(base.none())
Base.none = lambda self: "changed " + self.name
print(base.none(), sub.none())
kept = base.plain
Base.plain = lambda self, *args: ("new", args)
print(kept(1), base.plain(1), sub.plain(1))
base.name = "renamed"
print(kept(2))


def late(self, x):
    return (type(self).__name__, x)


Base.late, Sub.length, Sub.builtin = late, len, str.upper
print(base.late(1), sub.late(2), attempt(sub.length), attempt(sub.length, [1, 2]), attempt(lambda: sub.builtin()), sub.length("abc"))
Sub.__len__ = lambda self: 42
Sub.cls_attr = Base
print(len(sub), type(sub.cls_attr("x")).__name__, sub.cls_attr("x").name)


class Getattr:
    def __getattr__(self, name):
        return lambda *args, **kwargs: (name, args, kwargs)


print(Getattr().anything(1, k=2), attempt(lambda: Getattr().x.y))


class Everything:
    def __getattribute__(self, name):
        return lambda *args: ("all", name, args)


print(Everything().a(1), Everything().__class__(2))


class Descriptor:
    def __get__(self, instance, owner):
        return lambda *args: (instance is None, owner.__name__, args)


class Owner:
    method = Descriptor()


print(Owner().method(1), Owner.method(2))
words, numbers, table = ["b", "a"], [3, 1], {"k": 1}
append, get, join = numbers.append, table.get, "-".join
append(2)
print(numbers, get("k"), get("x", 0), join(words), list(map(table.get, "kx")), list(map(str.upper, words)))
numbers.sort()
print(numbers, words.index("a"), "abc".upper().lower().title(), [].append.__self__, (5).bit_length(), "x".join.__self__)
first = [1]
first.append(first.append)
print(first[1].__self__ is first, first[1](3), len(first), attempt(first[1]), attempt((1).real))


class Fluent:
    def __init__(self):
        self.steps = []

    def add(self, *step):
        self.steps.append(step)
        return self


print(Fluent().add(1).add(2, 3).add().add(*"xy").steps)
