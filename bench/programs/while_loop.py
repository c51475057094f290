"""while loop, int"""
CATEGORY, N = "program", 10_000


def run(n):
    total = 0
    i = 0
    while i < n:
        total = total + i % 7
        i = i + 1
    assert total == n // 7 * 21 + sum(range(n % 7))
