"""attribute set"""
CATEGORY, N, UNITS = "program", 4_000, 5


class Point:
    def __init__(self):
        self.a = 1
        self.b = 2


def run(n):
    p = Point()
    for i in range(n):
        p.a = 3; p.b = 4; p.a = i; p.b = i; p.a += 1
    assert (p.a, p.b) == (n, n - 1)
