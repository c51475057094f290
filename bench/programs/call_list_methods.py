"""list.append, list.pop"""
CATEGORY, N, UNITS = "call", 4_000, 3


def run(n):
    items = []
    for i in range(n):
        items.append(i); items.append(i); items.pop()
    assert len(items) == n
