import sys


def cm_swapped_function(x):
    return "function", x


sys.modules[__name__] = cm_swapped_function
