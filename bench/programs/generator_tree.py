"""tree walk, yield from"""
CATEGORY, N = "program", 400


class Node:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def build(values):
    if not values:
        return None
    middle = len(values) // 2
    return Node(build(values[:middle]), values[middle], build(values[middle + 1:]))


def run(n):
    total = 0
    for x in build(range(n)):
        total += x
    assert total == n * (n - 1) // 2
