"""f(a, b=1, c=2)"""
CATEGORY, N, UNITS = "call", 4_000, 4


def f(a, b, c):
    return b


def run(n):
    last = 0
    for i in range(n):
        f(i, b=1, c=2); f(i, c=2, b=1); f(a=i, b=1, c=2); last = f(1, c=2, b=i)
    assert last == n - 1
