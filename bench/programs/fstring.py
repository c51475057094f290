"""str concatenation, f-string"""
CATEGORY, N = "program", 3_000


def run(n):
    s = t = ""
    for i in range(n):
        s = s + "ab"
        t = f"{i}:{n}"
    assert (len(s), t) == (2 * n, str(n - 1) + ":" + str(n))
