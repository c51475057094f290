"""raise and catch"""
CATEGORY, N = "program", 2_000


def run(n):
    total = 0
    for _ in range(n):
        try:
            raise ValueError("x")
        except ValueError as error:
            total += len(error.args)
    assert total == n
