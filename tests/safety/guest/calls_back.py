import functools
class Key:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return isinstance(o, Key) and self.v == o.v
    def __hash__(self): return hash(self.v) % 3
    def __repr__(self): return f"Key({self.v})"
    def __len__(self): return self.v
    def __bool__(self): return self.v > 1
    def __index__(self): return self.v
    def __iter__(self): return iter([self] * 2)
    def __contains__(self, x): return x == 1
ks = [Key(3), Key(1), Key(2)]
print(sorted(ks), sorted(ks, key=lambda k: -k.v), max(ks), min(ks, key=lambda k: k.v), sum(k.v for k in ks), any(k.v > 2 for k in ks), all(ks))
d = {k: k.v for k in ks}
print(d[Key(2)], Key(1) in d, Key(4) in d, {Key(1), Key(1)}, ks.index(Key(2)), ks.count(Key(3)), Key(1) in ks, len(Key(5)), bool(Key(0)), [10, 20, 30, 40][Key(1)], 1 in Key(1))
print(list(map(lambda a, b: (a.v, b), ks, "abc")), list(filter(lambda k: k.v - 1, ks)), list(zip(ks, map(str, range(3)))), functools.reduce(lambda a, b: a * b.v, ks, 1))
ks.sort(); ks.sort(key=lambda k: -k.v); ks.remove(Key(2))
print(ks, str(ks), repr({Key(1): Key(2)}), tuple(Key(1)), [*Key(2)], list(enumerate(Key(1))), dict.fromkeys(ks, 0))
p = functools.partial(lambda a, b, c=0: (a, b, c), 1, c=3)
print(p(2), p(5, c=6), functools.lru_cache(maxsize=2)(lambda x: x + 1)(4), list(reversed([1, 2])), iter(lambda: 1, 1).__next__.__name__)
class Bad:
    def __lt__(self, o): raise ValueError("lt")
    def __eq__(self, o): raise ValueError("eq")
    def __hash__(self): raise ValueError("hash")
    def __len__(self): return -1
    def __bool__(self): return 5
    def __iter__(self): return 5
    def __repr__(self): return 5
for f in (lambda: sorted([Bad(), Bad()]), lambda: {Bad()}, lambda: [Bad()].index(Bad()), lambda: len(Bad()), lambda: bool(Bad()), lambda: list(Bad()), lambda: repr([Bad()]), lambda: 5 in [Bad()],
          lambda: sorted([3, 1], key=lambda x: 1 / 0), lambda: list(map(lambda x: x.y, [1])), lambda: max([]), lambda: sum([[]]), lambda: {1: 2}[Bad()], lambda: "".join([1])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
