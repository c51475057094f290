"""**kwargs, both sides"""
CATEGORY, N, UNITS = "call", 2_000, 4


def f(**kw):
    return kw


def g(a, b):
    return a


def run(n):
    d = {"a": 1, "b": 2}
    last = {}
    for i in range(n):
        f(a=1, b=2); g(**d); last = f(a=i); g(**d)
    assert (last, g(**d)) == ({"a": n - 1}, 1)
