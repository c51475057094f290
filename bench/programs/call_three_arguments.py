"""f(a, b, c)"""
CATEGORY, N, UNITS = "call", 4_000, 4


def f(a, b, c):
    return b


def run(n):
    last = 0
    for i in range(n):
        f(i, 1, 2); f(i, 1, 2); f(i, 1, 2); last = f(1, i, 2)
    assert last == n - 1
