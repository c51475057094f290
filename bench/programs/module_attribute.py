"""module.function()"""
CATEGORY, N, UNITS = "B7", 4_000, 4
MODULES = {"called": "def function(x):\n    return x\n"}

import called


def run(n):
    last = 0
    for i in range(n):
        called.function(1); called.function(2); called.function(3); last = called.function(i)
    assert last == n - 1
