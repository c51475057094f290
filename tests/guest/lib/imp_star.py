a, _b, __c = 1, 2, 3
import sys as system
def f():
    return a
