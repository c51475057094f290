"""generator, iterated"""
CATEGORY, N = "program", 6_000


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def run(n):
    total = 0
    for x in count(n):
        total += x
    assert total == n * (n - 1) // 2
