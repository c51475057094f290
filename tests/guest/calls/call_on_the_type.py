# protocol: A7
"""`__call__` is found on the type, never on the instance, and follows every later change of the class or a base."""


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Base:
    pass


class Middle(Base):
    pass


class Other:
    def __call__(self, *args):
        return ("Other", args)


class Leaf(Middle, Other):
    pass


base, leaf = Base(), Leaf()
print(callable(base), attempt(base), callable(leaf), attempt(leaf, 1))
Base.__call__ = lambda self, *args, **kwargs: ("Base", args, kwargs)
print(callable(base), attempt(base, 1, k=2), attempt(leaf, 1))
Middle.__call__ = lambda self: "Middle"
print(attempt(base), attempt(leaf), attempt(leaf, 1))
leaf.__call__ = base.__call__ = lambda: "instance, never used"
print(attempt(base), attempt(leaf), leaf.__call__(), base.__call__())
del Middle.__call__
print(attempt(leaf))
del Base.__call__
print(callable(base), attempt(base), attempt(leaf, 2))
del Other.__call__
print(callable(leaf), attempt(leaf))
leaf.__class__ = type("Callable", (Leaf,), {"__call__": lambda self, x: ("new class", x)})
print(callable(leaf), attempt(leaf, 3))

Base.__call__ = None
print(callable(base), attempt(base))
Base.__call__ = staticmethod(lambda *args: ("static", args))
print(attempt(base, 1))
Base.__call__ = classmethod(lambda cls, *args: (cls.__name__, args))
print(attempt(base, 1))
Base.__call__ = property(lambda self: lambda *args: ("property", args))
print(attempt(base, 1))
Base.__call__ = Other
print(type(attempt(base)).__name__, attempt(base, 1))
Base.__call__ = len
print(attempt(base), attempt(base, [1, 2]))
Base.__call__ = 3
print(callable(base), attempt(base))


class Getter:
    def __get__(self, instance, owner):
        return lambda *args: ("descriptor", instance is not None, owner.__name__, args)


Base.__call__ = Getter()
print(attempt(base, 1, 2))


class Failing:
    def __get__(self, instance, owner):
        raise LookupError("from __get__")


Base.__call__ = Failing()
print(callable(base), attempt(base))


class Fallback:
    def __getattr__(self, name):
        return lambda *args: ("__getattr__", name, args)


print(callable(Fallback()), attempt(Fallback()), Fallback().__call__(1))


class Once:
    """Replaces its own __call__ while it runs."""

    def __call__(self):
        Once.__call__ = lambda self: "second"
        return "first"


once = Once()
print([once() for _ in range(3)], list(map(lambda _: once(), range(2))))


class Slotted:
    __slots__ = ("f",)

    def __init__(self, f):
        self.f = f

    def __call__(self, *args, **kwargs):
        return self.f(*args, **kwargs)


print(Slotted(Slotted(Slotted(max)))(1, 5, 3, key=lambda x: -x))


class Recursive:
    def __call__(self, n):
        return 1 if n < 2 else n * self(n - 1)


print(Recursive()(20))


class WithSuper(Slotted):
    def __call__(self, *args, **kwargs):
        return ["sub", super().__call__(*args, **kwargs)]


print(WithSuper(sorted)([2, 1], reverse=True))


class Weird:
    def __call__(*args, **kwargs):
        return len(args), type(args[0]).__name__, kwargs


print(Weird()(1, 2, self=3))
