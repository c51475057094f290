"""module()"""
CATEGORY, N, UNITS = "B7", 4_000, 4
HOST = False  # CPython has no callable modules
MODULES = {"called": "def __call__(x):\n    return x\n"}

import called


def run(n):
    last = 0
    for i in range(n):
        called(1); called(2); called(3); last = called(i)
    assert last == n - 1
