"""next(generator)"""
CATEGORY, N = "program", 6_000


def count():
    i = 0
    while True:
        yield i
        i += 1


def run(n):
    it = count()
    x = 0
    for _ in range(n):
        x = next(it)
    assert x == n - 1
