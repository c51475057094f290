"""property"""
CATEGORY, N, UNITS = "call", 4_000, 2


class Point:
    def __init__(self):
        self.a = 1

    @property
    def value(self):
        return self.a


def run(n):
    p = Point()
    total = 0
    for _ in range(n):
        p.value; total += p.value
    assert total == n
