"""C() without __init__"""
CATEGORY, N, UNITS = "call", 4_000, 2


class Empty:
    pass


def run(n):
    p = None
    for _ in range(n):
        p = Empty(); p = Empty()
    assert type(p) is Empty
