class A:
    def __init__(self, v=0): self.v = v
    def m(self, x=1): return self.v + x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @staticmethod
    def s(x): return x
    def __call__(self, *a, **k): return self.v, a, sorted(k)
    f = len
    g = lambda self: self.v
    h = print
class B(A):
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w
    def m(self, x=2): return super().m(x) + self.w
    @classmethod
    def c(cls, x): return super().c(x)
    k = A.m
def go(b):
    bound = b.m
    b.extra = lambda *a: ("extra", a)
    return [b.m(), b.m(5), bound(), bound(x=4), b.c(1), B.c(2), A.c(x=3), b.s(4), A.s(5), b(), b(1, k=2), b.g(), b.k(), b.extra(7),
            A.m(b, 1), b.f is len, type(b)(1, 2).w, b.__class__.__name__]
print(go(B(1, 2)), go(B(3, 4)))
class Callable:
    __call__ = A(9)
class Nested:
    def __getattr__(self, name): return lambda *a: (name, a)
print(Callable()(1), Nested().anything(2), Nested().other())
import types
print(types.MethodType(types.MethodType(lambda *a: a, 1), 2)(3), [].append.__self__, "abc".upper(), str.upper("q"), [1, 2].index(2), {}.get("a", 5))
for bad in (lambda: B(1), lambda: B(1, 2).m(1, 2, 3), lambda: A.m(), lambda: B(1, 2).none, lambda: B(1, 2).none(), lambda: str.upper(1), lambda: [].append(), lambda: B.m(1).w):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
