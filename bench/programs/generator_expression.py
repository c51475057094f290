"""generator expression"""
CATEGORY, N = "program", 6_000


def run(n):
    total = 0
    for v in (x * 2 for x in range(n)):
        total += v
    assert total == n * (n - 1)
