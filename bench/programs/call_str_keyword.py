"""str.split, keywords"""
CATEGORY, N, UNITS = "call", 2_000, 2


def run(n):
    s = "a;b;c;d;e"
    last = []
    for _ in range(n):
        s.split(sep=";"); last = s.split(sep=";", maxsplit=2)
    assert len(last) == 3
