"""try, nothing raised"""
CATEGORY, N = "program", 8_000


def run(n):
    total = 0
    for _ in range(n):
        try:
            total += 1
        except ValueError:
            total = 0
    assert total == n
