"""operator __add__"""
CATEGORY, N, UNITS = "call", 2_000, 2


class Vector:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vector(self.x + other.x)


def run(n):
    a, b = Vector(1), Vector(2)
    c = a
    for _ in range(n):
        c + b; c = c + b
    assert c.x == 1 + 2 * n
