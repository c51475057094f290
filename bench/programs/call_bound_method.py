"""m = p.method; m(x)"""
CATEGORY, N, UNITS = "call", 4_000, 4


class Point:
    def add(self, y):
        return y


def run(n):
    m = Point().add
    last = 0
    for i in range(n):
        m(i); m(i); m(i); last = m(i)
    assert last == n - 1
