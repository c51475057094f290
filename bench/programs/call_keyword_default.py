"""f(a, c=2) with defaults"""
CATEGORY, N, UNITS = "call", 4_000, 4


def f(a, b=1, c=2, d=3):
    return c


def run(n):
    last = 0
    for i in range(n):
        f(i, c=2); f(i, d=2); last = f(i, c=i, d=1); f(i, d=3)
    assert (last, f(0, d=0)) == (n - 1, 2)
