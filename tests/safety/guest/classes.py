class Base:
    tag = "base"
    def __init_subclass__(cls, **kw): cls.kw = kw
    def hello(self): return self.tag
class Mid(Base, x=1):
    tag = "mid"
class Leaf(Mid): pass
class Multi(Leaf, Base): pass
print(Mid.kw, Leaf().hello(), [c.__name__ for c in Multi.__mro__], isinstance(Multi(), Base), issubclass(Leaf, Mid))
class Attrs:
    def __init__(self, n):
        for i in range(n): setattr(self, "a%d" % i, i)
    def __setattr__(self, k, v): object.__setattr__(self, k, v * 2)
    def __delattr__(self, k): object.__delattr__(self, k)
    def __getattr__(self, k):
        if k.startswith("z"): return k
        raise AttributeError(k)
    def __getattribute__(self, k): return object.__getattribute__(self, k)
a = Attrs(8)
a.b = 5
a.b += 1
del a.b, a.a0
print(a.a3, a.zz, hasattr(a, "q"), getattr(a, "q", 1), sorted(a.__dict__))
big = type("Big", (), {})()
for i in range(80): setattr(big, f"n{i}", i)
print(big.n79, len(vars(big)))
class New:
    def __new__(cls, *a):
        self = super().__new__(cls) if a else None
        return self
    def __init__(self, *a): self.a = a
print(New(1, 2).a, New())
Dyn = type("Dyn", (Base,), {"tag": "dyn", "f": lambda self: 1})
print(Dyn().hello(), Dyn().f(), Dyn.__name__, Dyn.__qualname__)
Dyn.tag = "new"
Dyn.g = lambda self: self.tag
print(Dyn().g()); del Dyn.g
obj = Leaf(); obj.__class__ = Multi
print(type(obj).__name__, obj.hello())
Leaf.__bases__ = (Base,)
print(Leaf().hello())
for f in (lambda: Dyn().g(), lambda: type("X", (int, str), {}), lambda: type("X", (5,), {}), lambda: Base(1), lambda: a.nope, lambda: object().x, lambda: setattr(object(), "x", 1), lambda: setattr(int, "x", 1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
try:
    class Bad:
        x = 1
        raise KeyError("in the body")
except KeyError as e: print(e)
