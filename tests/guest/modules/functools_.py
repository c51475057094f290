# functools
import functools
from functools import cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, total_ordering, wraps


def show(text, *given):
    for args in given:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


print(reduce(lambda x, y: x + y, [1, 2, 3]), reduce(lambda x, y: x * y, range(1, 5), 10), reduce(max, [3, 9, 2]), reduce(lambda x, y: 0, [], "init"))
show("reduce(*a)", (len,), (len, []), (len, 5), (1, [1, 2]), (lambda x, y: x, [1], 2, 3), ())
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, partial(max, 5)(3), partial(partial(pow, 2), 3)())


def f(a, b=2, *args, **kw):
    return a, b, args, kw


q = partial(f, 1, k=3)
print(q(5), q(5, k=4), repr(partial(print, 1, sep="")).startswith("functools.partial(<built-in function print>"), q.keywords)
q.attr = 1
print(q.attr, q.__dict__)
show("partial(*a)", (), (1,))


@lru_cache(maxsize=2)
def slow(x):
    print("computing", x)
    return x * 2


print(slow(1), slow(1), slow(2), slow(3), slow(1), slow.cache_info(), slow.__name__, slow.__wrapped__(9))
slow.cache_clear()
print(slow.cache_info(), slow.cache_parameters())


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x, *, k=0):
    return type(x).__name__, k


print(typed(1), typed(1.0), typed(1, k=2), typed(x=1), typed.cache_info())
show("slow([])", ())
show("lru_cache(maxsize='x')(f)", ())


class Cached:
    def __init__(self): self.calls = 0

    @lru_cache
    def method(self, x):
        self.calls += 1
        return x

    @cached_property
    def prop(self):
        self.calls += 100
        return "prop"


c = Cached()
print(c.method(1), c.method(1), c.calls, c.prop, c.prop, c.calls, Cached.method.cache_info().hits)


@functools.cache
def plain(x):
    return [x]


print(plain(1) is plain(1), plain.cache_info().maxsize)
print(sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)), cmp_to_key(lambda x, y: 0)(1) == cmp_to_key(lambda x, y: 0)(2))


@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v


print(T(1) <= T(2), T(2) > T(1), T(1) >= T(1), T(1) != T(2))


def decorate(fn):
    """decorator doc"""
    @wraps(fn)
    def wrapper(*args):
        """wrapper doc"""
        return fn(*args)
    return wrapper


@decorate
def documented(x):
    """its doc"""
    return x


print(documented.__name__, documented.__doc__, documented.__wrapped__(1), documented.__module__)


@singledispatch
def kind(x):
    return "other"


@kind.register
def _(x: int):
    return "int"


@kind.register(list)
@kind.register(tuple)
def _(x):
    return "sequence"


print(kind(1), kind(True), kind([]), kind(()), kind("x"), kind.dispatch(bool).__name__, sorted(t.__name__ for t in kind.registry))


class M:
    def base(self, a, b): return a, b
    half = partialmethod(base, 1)

    @functools.singledispatchmethod
    def on(self, x): return "any"

    @on.register
    def _(self, x: str): return "str"


print(M().half(2), M().on(1), M().on("s"))
