"""dict with guest __hash__, __eq__"""
CATEGORY, N = "extra", 1_500


class Key:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        return self.x == other.x


def run(n):
    table = {Key(i): i for i in range(16)}
    total = 0
    for i in range(n):
        total += table[Key(i & 15)]
    assert total == sum(i & 15 for i in range(n))
