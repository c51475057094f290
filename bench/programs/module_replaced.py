"""sys.modules[name] = function"""
CATEGORY, N, UNITS = "B7", 4_000, 4
MODULES = {"called": "import sys\n\ndef function(x):\n    return x\n\nsys.modules[__name__] = function\n"}

import called


def run(n):
    last = 0
    for i in range(n):
        called(1); called(2); called(3); last = called(i)
    assert last == n - 1
