# f(**d): bound by the keys of the dict, or copied as a whole; every complaint as CPython makes it.


def two(a, b):
    return a, b


def some(a, b=2, *, c=3):
    return a, b, c


def defaults(a, b=2, c=3):
    return a, b, c


def only(a, /, b, c=4):
    return a, b, c


def rest(**k):
    return k


def first(a, **k):
    return a, k


def posonly(a, /, **k):
    return a, k


def star(*a, **k):
    return a, k


def gen(a, b=1):
    yield a
    yield b


class Key(str):
    pass


def attempt(function, *args):
    try:
        made = function(*args)
        return type(made).__name__ if hasattr(made, "send") else made
    except Exception as error:
        return f"{type(error).__name__}: {error}"


dicts = [
    {}, {"a": 1}, {"b": 1}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 1, "b": 2, "c": 3}, {"c": 3, "a": 9}, {"x": 1},
    {"a": 1, "x": 1}, {1: 2}, {"a": 1, 2: 3}, {Key("a"): 5}, {Key("a"): 5, "b": 6}, {"".join(["a"]): 7, "b": 8},
    {f"n{i}": i for i in range(30)},
]
functions = [two, some, defaults, only, rest, first, posonly, star, gen]
for d in dicts:
    for f in functions:
        print(f.__name__, attempt(lambda: f(**d)), attempt(lambda: f(10, **d)), attempt(lambda: f(10, 20, **d)))
    print(attempt(lambda: rest(z=1, **d)), attempt(lambda: defaults(c=1, **d)), attempt(lambda: star(*[1, 2], **d)))
d = {"a": [1]}
out = rest(**d)
out["a"].append(2)
out["more"] = 1
print(d, out)
print([*gen(**{"a": 1})], [*gen(5, **{"b": 1})])


class Method:
    def m(self, a, b=0):
        return a, b

    def k(self, **k):
        return k

    def __call__(self, a, **k):
        return a, k


o = Method()
print(o.m(**{"a": 1}), o.m(**{"b": 1, "a": 2}), o.k(**{"q": 1}), o(**{"a": 1, "b": 2}), attempt(lambda: o.k(**{"self": 1})))
bound = o.m
print(bound(**{"a": 1}), attempt(lambda: bound(**{"self": 1})))
