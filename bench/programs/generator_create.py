"""generators, small and many"""
CATEGORY, N = "program", 2_000


def two():
    yield 1
    yield 2


def run(n):
    total = 0
    for _ in range(n):
        for x in two():
            total += x
    assert total == 3 * n
