"""f(*t)"""
CATEGORY, N, UNITS = "call", 4_000, 4


def f(a, b, c):
    return b


def run(n):
    t = (1, 2, 3)
    last = 0
    for i in range(n):
        f(*t); f(*t); f(*t); last = f(*t)
    assert last == 2
