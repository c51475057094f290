# Deques that are compared and searched: by the items' own rules, also while those change the deque.
from collections import deque


def show(f, *args):
    try: print(f(*args))
    except Exception as e: print(type(e).__name__, e)


class D(deque): pass


made = [deque(), deque([1]), deque([1, 2]), deque([1, 3]), deque([1, 2, 3]), D([1, 2]), [1, 2], (1, 2), deque([1.0, 2]), deque([float("nan")]),
        deque([[1], deque([2])]), deque([[1], deque([2])], 5), deque(["a"]), None]
for a in made:
    for b in made:
        if isinstance(a, deque):
            print([a == b, a != b], end=" ")
            for f in (deque.__lt__, deque.__le__, deque.__gt__, deque.__ge__, deque.__eq__):
                show(f, a, b)
            show(lambda: a < b)
            show(lambda: a >= b)


class Noisy:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
    def __eq__(self, other):
        print(self, "==", other, end="; ")
        return self.name == getattr(other, "name", other)
    def __lt__(self, other):
        print(self, "<", other, end="; ")
        return []


x, y, z = map(Noisy, "xyz")
print(deque([x, y]) == deque([x, z]), deque([x, y]) < deque([x, z]), deque([x, y]) == deque([y]), deque([x, y]) <= deque([x]))
d = deque([1, x, y, "x", x, None])
for f, *args in ((d.count, "x"), (d.count, x), (d.index, "y"), (d.index, "x", 2), (d.index, x, 2, 3), (d.index, x, -3, -1), (d.index, x, 5, 2),
                 (d.index,), (d.index, 1, "a"), (d.index, 1, 0, None), (d.index, 1, 2, 3, 4), (d.count,), (d.count, 1, 2), (d.remove,), (d.remove, 9),
                 (d.__contains__, "y"), (d.__contains__,), (d.remove, "y"), (d.remove, "x")):
    show(f, *args)
print("y" in d, None in d, d, deque([float("nan")]).count(float("nan")))


class Changes:
    def __init__(self, of, answer, change): self.of, self.answer, self.change = of, answer, change
    def __eq__(self, other):
        self.change(self.of)
        return self.answer
    def __lt__(self, other): return True


for change in (deque.clear, lambda d: d.append(1), lambda d: d.popleft(), lambda d: d.rotate(1), lambda d: None):
    for answer in (True, False):
        for step in (lambda d: d.count(0), lambda d: d.index(0), lambda d: d.remove(0), lambda d: 0 in d, lambda d: d == deque([0, 0, 0]),
                     lambda d: d < deque([0, 0, 0]), lambda d: deque([0, 0, 0]) != d):
            d = deque()
            d.extend([Changes(d, answer, change), 1, 2])
            show(step, d)
            print(len(d))
a = deque()
a.append(a)
b = deque()
b.append(b)
try: a == b
except RecursionError: print("deep")
print(a == a, a.count(a), deque([[]]).index([]), hash is not None)
show(hash, a)
