"""sorted, key= a guest function"""
CATEGORY, N = "extra", 3_000


def run(n):
    result = sorted(range(n), key=lambda x: -x)
    assert result[0] == n - 1
