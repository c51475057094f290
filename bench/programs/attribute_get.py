"""attribute get"""
CATEGORY, N, UNITS = "program", 4_000, 8


class Point:
    k = 3

    def __init__(self):
        self.a = 1
        self.b = 2
        self.c = 3


def run(n):
    p = Point()
    total = 0
    for _ in range(n):
        p.a; p.b; p.c; p.a; p.b; p.c; p.k; total += p.k
    assert total == 3 * n
