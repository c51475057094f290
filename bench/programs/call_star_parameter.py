"""def f(*args)"""
CATEGORY, N, UNITS = "call", 3_000, 4


def f(*args):
    return args


def run(n):
    last = ()
    for i in range(n):
        f(i, 1, 2); f(i); last = f(i, 1); f(i, 2)
    assert last == (n - 1, 1)
