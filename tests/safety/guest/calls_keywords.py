def f(a, b=2, *, c=3, d): return a, b, c, d
def g(**k): return sorted(k.items())
def h(a, *r, k=None, **kw): return a, r, k, sorted(kw)
def p(a, /, b, **kw): return a, b, kw
class K:
    def __init__(self, x, y=1): self.x = x; self.y = y
    def m(self, x, *, y=0): return self.x + x + y
    def __call__(self, **k): return k
print(f(1, d=4), f(1, 2, d=4, c=5), f(d=1, a=2), g(), g(x=1, y=2), h(1, 2, 3, k=4, z=5), p(1, b=2), p(1, 2, a=3))
k = K(x=1)
print(k.m(x=2), k.m(1, y=5), K(y=3, x=4).y, k(q=1), k.m(**{"x": 1}), sorted([3, 1], reverse=True), max([1, 2], key=lambda v: -v))
for i in range(3): r = f(i, d=i), k.m(y=i, x=1)
print(r, dict(a=1, b=2), int("z", base=36), print("x", end="\n"))
for bad in (lambda: f(), lambda: f(1), lambda: f(1, e=1, d=2), lambda: f(1, a=2, d=1), lambda: g(1), lambda: p(a=1, b=2), lambda: K(z=1), lambda: K(), lambda: k.m(y=1),
            lambda: len(x=1), lambda: (lambda **k: 0)(**{1: 2}), lambda: f(d=1, **{"d": 2})):
    try: bad()
    except TypeError as e: print(e)
