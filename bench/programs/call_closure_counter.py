"""closure counter (nonlocal)"""
CATEGORY, N, UNITS = "call", 4_000, 3


def make():
    count = 0

    def increment():
        nonlocal count
        count += 1
        return count

    return increment


def run(n):
    f = make()
    for _ in range(n):
        f(); f(); f()
    assert f() == 3 * n + 1
