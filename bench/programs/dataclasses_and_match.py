"""dataclasses, match statement"""
CATEGORY, N = "extra", 1_000

import dataclasses


@dataclasses.dataclass
class Circle:
    r: int


@dataclasses.dataclass
class Box:
    w: int
    h: int = 2


def area(shape):
    match shape:
        case Circle(r=r):
            return 3 * r * r
        case Box(w, h):
            return w * h
        case _:
            return 0


def run(n):
    total = 0
    for i in range(n):
        total += area(Circle(1)) + area(Box(2)) + area(i)
    assert total == 7 * n
