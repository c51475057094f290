"""str methods, positional"""
CATEGORY, N, UNITS = "call", 2_000, 4


def run(n):
    s = "a;b;c;d;e"
    last = []
    for _ in range(n):
        last = s.split(";"); s.upper(); s.find("c"); s.startswith("a")
    assert len(last) == 5
