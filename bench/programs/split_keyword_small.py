"""split(sep=";"), 5 items"""
CATEGORY, N = "A14", 3_000


def run(n):
    s = "a;b;c;d;e"
    last = []
    for _ in range(n):
        last = s.split(sep=";")
    assert len(last) == 5
