import sys
sys.setrecursionlimit(120)
def f(n): return f(n + 1)
class C:
    def __call__(self): return self()
    def __getattr__(self, n): return getattr(self, n + "x")
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __iter__(self): return iter(self)
    def __add__(self, o): return self + o
    def __getitem__(self, k): return self[k]
    @property
    def p(self): return self.p
    def __del__(self): pass
def g(): yield from g()
c = C()
for t in (lambda: f(0), c, lambda: c.x, lambda: repr(c), lambda: c == c, lambda: [c] == [C()], lambda: hash(c), lambda: {c}, lambda: iter(c), lambda: c + 1, lambda: c[0], lambda: c.p, lambda: list(g()), lambda: sorted([1, 2], key=lambda x: f(0))):
    try: t()
    except RecursionError as e: print("RecursionError")
sys.setrecursionlimit(1000)
