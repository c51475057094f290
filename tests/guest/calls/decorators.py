# protocol: A5 C2 C3 C4
"""Decorators: a call like any other; the counter in its guest forms, and what it must survive."""
import functools


class Counter:
    def __init__(self, wraps):
        self.count, self.wraps = 0, wraps

    def __call__(self, *args, **kwargs):
        self.count += 1
        name = getattr(self.wraps, "__name__", "?")
        print(f"{name} has been called {self.count} time(s).")
        return self.wraps(*args, **kwargs)


def counter(wraps):
    count = 0

    @functools.wraps(wraps)
    def call(*args, **kwargs):
        nonlocal count
        count += 1
        call.count = count
        print(f"{wraps.__name__} has been called {count} time(s).")
        return wraps(*args, **kwargs)

    return call


for kind in (Counter, counter):
    @kind
    def say_hello():
        """Its doc."""
        print("hello")

    for _ in range(4):
        say_hello()
    print(say_hello.count, type(say_hello).__name__, getattr(say_hello, "__doc__", None), callable(say_hello))

    @kind
    def countdown(n, *, step=1):
        print(n, countdown.count)
        return countdown(n - step, step=step) if n > 0 else "done"

    print(countdown(2), countdown(4, step=2), countdown.count)

    @kind
    def failing(*args):
        raise LookupError(args)

    for i in range(2):
        try:
            failing(i)
        except LookupError as error:
            print(error, failing.count)

wrong = Counter(3)
for call in (lambda: wrong(), lambda: wrong(1, k=2)):
    try:
        call()
    except TypeError as error:
        print(error, wrong.count)


def order(name):
    print("evaluated", name)
    return lambda f: print("applied", name) or f


@order("a")
@order("b")
class Decorated:
    @order("c")
    def method(self):
        return "method"


def repeat(times, *, sep=" "):
    def decorate(f):
        @functools.wraps(f)
        def call(*args, **kwargs):
            return sep.join(str(f(*args, **kwargs)) for _ in range(times))
        return call
    return decorate


@repeat(3, sep="-")
@repeat(times=2)
def value(x="v"):
    return x


@(lambda f: [f(), f()])
def listed():
    return len


class Registry(dict):
    def __call__(self, name=None, /, **options):
        if callable(name):
            return self()(name)

        def register(f):
            self[name or f.__name__] = (f, options)
            return f
        return register


registry = Registry()


@registry
def plain():
    return 1


@registry("named", flag=True)
def other():
    return 2


print(Decorated().method(), value(), value(1), value.__name__, value.__wrapped__.__wrapped__(2), listed[0]("ab"))
print(sorted(registry), registry["named"][1], registry["plain"][0](), other())


class Method:
    @functools.lru_cache(maxsize=None)
    def cached(self, x):
        print("computed", x)
        return x * 2

    @functools.cached_property
    def once(self):
        print("once")
        return 1


    half = functools.partialmethod(cached, 4)


m = Method()
print(m.cached(1), m.cached(1), m.cached(x=2), m.once, m.once, m.half(), Method.cached.cache_info().hits)


@functools.singledispatch
def describe(x):
    return f"something {x}"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
def _(x):
    return f"list of {len(x)}"


print(describe(1), describe([1]), describe("s"), describe(True), functools.reduce(lambda a, f: f(a), [abs, str, len], -100))
