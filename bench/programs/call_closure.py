"""lambda with a free variable"""
CATEGORY, N, UNITS = "call", 4_000, 3


def make(k):
    return lambda x: x + k


def run(n):
    f = make(5)
    last = 0
    for i in range(n):
        last = f(i); last = f(i); last = f(last)
    assert last == n + 9
