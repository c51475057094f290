"""errors raised by operations"""
CATEGORY, N = "extra", 1_000


def run(n):
    seen = 0
    table = {}
    for i in range(n):
        try:
            table[i]
        except KeyError:
            seen += 1
        try:
            i / 0
        except ZeroDivisionError:
            seen += 1
        try:
            table.nothing
        except AttributeError:
            seen += 1
    assert seen == 3 * n
