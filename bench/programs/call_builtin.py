"""len, abs, ord"""
CATEGORY, N, UNITS = "call", 4_000, 5


def run(n):
    s = "hello"
    last = 0
    for i in range(n):
        len(s); abs(i); len(s); last = abs(-i); ord("a")
    assert last == n - 1
