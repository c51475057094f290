"""C(x, y) with __init__"""
CATEGORY, N, UNITS = "call", 3_000, 2


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    p = None
    for i in range(n):
        p = Point(3, 4); p = Point(i, 2)
    assert (p.x, p.y) == (n - 1, 2)
