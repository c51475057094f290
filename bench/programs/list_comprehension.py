"""list comprehension"""
CATEGORY, N = "program", 8_000


def run(n):
    items = [x * 2 for x in range(n) if x % 3]
    assert len(items) == n - (n + 2) // 3
