"""f(x)"""
CATEGORY, N, UNITS = "call", 4_000, 4


def f(x):
    return x


def run(n):
    last = 0
    for i in range(n):
        f(1); f(2); f(3); last = f(i)
    assert last == n - 1
