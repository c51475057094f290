"""match: sequences, mappings, classes"""
CATEGORY, N, UNITS = "program", 2_000, 4


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def area(shape):
    match shape:
        case [Point(x=a, y=b), Point(c, d)]:
            return abs((c - a) * (d - b))
        case ["circle", r]:
            return 3 * r * r
        case {"kind": "square", "side": side}:
            return side * side
        case {"kind": kind, **rest}:
            return len(kind) + len(rest)
        case [first, *others]:
            return first + len(others)
        case Point(0, 0):
            return 0
        case Point() as point:
            return point.x


def run(n):
    shapes = [
        [Point(1, 2), Point(4, 6)], ["circle", 2], {"kind": "square", "side": 3}, {"kind": "line", "from": 1, "to": 2},
        [5, 6, 7], Point(0, 0), Point(8, 9),
    ]
    for _ in range(n // 2):
        found = [area(shape) for shape in shapes]
    assert found == [12, 12, 9, 6, 7, 0, 8]
