"""for range loop"""
CATEGORY, N = "program", 10_000


def run(n):
    total = 0
    for i in range(n):
        total += i * 2
    assert total == n * (n - 1)
