"""p.method(x)"""
CATEGORY, N, UNITS = "call", 3_000, 4


class Point:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    def add(self, y):
        return self.x + y


def run(n):
    p = Point(5)
    last = 0
    for i in range(n):
        last = p.get(); last = p.add(2); last = p.get(); last = p.add(i)
    assert last == n + 4
