"""module.__class__ = callable class"""
CATEGORY, N, UNITS = "B7", 4_000, 4
MODULES = {"called": """
import sys
import types

class Callable(types.ModuleType):
    def __call__(self, x):
        return x

sys.modules[__name__].__class__ = Callable
"""}

import called


def run(n):
    last = 0
    for i in range(n):
        called(1); called(2); called(3); last = called(i)
    assert last == n - 1
