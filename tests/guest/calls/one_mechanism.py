# protocol: A5
"""Whatever does the calling, a call is the same object call."""
import functools
import operator


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **kwargs):
        return self.n + sum(args) + sum(kwargs.values())

    def method(self, x=0):
        return ("method", self.n, x)

    @classmethod
    def make(cls, n=5):
        return cls(n).n

    @staticmethod
    def static(x=1):
        return -x


def function(x=0):
    return ("function", x)


adder = Adder(10)
callables = {
    "function": function,
    "lambda": lambda x=0: ("lambda", x),
    "class": lambda x=0: Adder(x).n,
    "instance": adder,
    "bound method": adder.method,
    "plain method": functools.partial(Adder.method, adder),
    "classmethod": Adder.make,
    "static": Adder.static,
    "builtin": abs,
    "type": int,
    "bound builtin": [1, 2, 3].count,
    "unbound builtin": functools.partial(str.replace, "a1", "a"),
    "slot wrapper": functools.partial(int.__add__, 1),
    "method wrapper": (4).__mul__,
    "partial": functools.partial(adder, 100),
    "itemgetter": lambda x: operator.itemgetter(0)([x]),
}


def applied(f, x):
    """Every way that the language and its library have to call something with one argument."""
    yield f(x)
    yield f(*[x])
    yield f(*(x,), **{})
    yield list(map(f, [x]))[0]
    yield functools.partial(f)(x)
    yield (lambda *a, **k: f(*a, **k))(x)
    yield f.__call__(x)
    yield type(f).__call__(f, x)
    yield operator.call(f, x)
    yield functools.reduce(lambda _, item: f(item), [x], None)
    yield [f(item) for item in [x]][0]
    yield next(f(item) for item in [x])
    yield sorted([x], key=lambda item: str(f(item)))
    yield max([x], key=lambda item: (f(item) is None, 0))
    made = []

    class Owner:
        call = staticmethod(f)
        got = made.append(f(x))

    yield Owner.call(x), Owner().call(x), made[0]

    def decorate(_):
        return f(x)

    @decorate
    def decorated():
        pass

    yield decorated


for name, f in callables.items():
    x = "b" if name == "unbound builtin" else 3
    results = list(applied(f, x))
    print(name, len(results), results[0], all(r == results[0] for r in results[:12]), results[12:])

print(list(filter(adder, [-10, 1])), min([3, -4, 2], key=abs), sorted("bca", key=ord), any(map(callable, [1, adder])))
print(list(iter(iter([1, 2, 0]).__next__, 0)), dict.fromkeys([1, 2], adder)[2](1), callable(adder), callable(adder.n))
