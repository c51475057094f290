"""instance with __call__"""
CATEGORY, N, UNITS = "call", 4_000, 3


class Adder:
    def __init__(self, k):
        self.k = k

    def __call__(self, x):
        return x + self.k


def run(n):
    a = Adder(3)
    last = 0
    for i in range(n):
        last = a(i); last = a(i); last = a(last)
    assert last == n + 5
