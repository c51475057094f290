class A:
    def f(self, x): return ["A", x]
    @classmethod
    def c(cls): return ["A.c", cls.__name__]
    @property
    def p(self): return "A.p"
    def __init__(self): self.log = ["A"]
class B(A):
    def f(self, x): return super().f(x) + ["B"]
    @classmethod
    def c(cls): return super().c() + ["B.c"]
    @property
    def p(self): return super().p + "B"
    def __init__(self): super().__init__(); self.log.append("B")
class C(A):
    def f(self, x): return super(C, self).f(x) + ["C"]
    def __init__(self): A.__init__(self); self.log.append("C")
class D(B, C):
    def f(self, x): return super().f(x) + ["D"]
    def g(self):
        s = super()
        return s.f(5), [super(B, self).f(i) for i in range(2)]
    def bad(self): return super().nothing
    def inner(self):
        def h(): return super(D, self).p
        return h()
d = D()
for _ in range(3): r = d.f(1)
print(r, D.c(), d.p, d.log, d.g(), d.inner())
for f in (lambda: d.bad(), lambda: super(), lambda: super(int, d), lambda: super(B, 5).f):
    try: f()
    except Exception as e: print(type(e).__name__)
D.__bases__ = (C, B)
print(d.f(2))
