"""split(";"), 5,000 items"""
CATEGORY, N = "A14", 10


def run(n):
    s = ";".join("abcde" * 1_000)
    last = []
    for _ in range(n):
        last = s.split(";")
    assert len(last) == 5_000
