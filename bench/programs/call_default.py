"""f(a), f(a, b) with defaults"""
CATEGORY, N, UNITS = "call", 4_000, 4


def f(a, b=1, c=2):
    return b


def run(n):
    last = 0
    for i in range(n):
        f(i); f(i); last = f(i, 5); f(i, 5)
    assert (last, f(n)) == (5, 1)
