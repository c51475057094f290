class I(int):
    def __add__(self, o): return I(int(self) + int(o))
    def __repr__(self): return f"I({int(self)})"
class L(list):
    def __init__(self, *a): super().__init__(*a); self.extra = 1
    def append(self, x): super().append(x); self.extra += 1
    def __getitem__(self, i): return ("item", super().__getitem__(i))
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v)
    def __missing__(self, k): self[k] = []; return self[k]
class S(str):
    def __eq__(self, o): return str.__eq__(self, o)
    def __hash__(self): return str.__hash__(self)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class E(Exception):
    def __init__(self, code): super().__init__(code); self.code = code
    def __str__(self): return f"code {self.code}"
print(I(1) + I(2), I(3) * 2, sum([I(1), I(2)]), [1, 2, 3][I(1)], I(5) == 5, range(I(3)))
l = L([3, 1]); l.append(2); l.sort(); print(l, l.extra, l[0], len(l), l + [1], sorted(l))
d = D(); d["a"].append(1); d["b"] = 2; print(d, d.get("c"), {**d}, list(d.items()))
s = S("k"); print(s + "x", {s: 1}["k"], s.upper(), (lambda **k: k)(**{s: 1}), getattr(d, S("get"))("b"))
t = T(1, 2); a, b = t; print(t, t[0], t + (3,), a, b, isinstance(t, tuple))
try: raise E(4)
except E as e: print(e, e.args, e.code, repr(e))
class F(frozenset): pass
class By(bytes): pass
class Fl(float):
    def __float__(self): return 1.0
print(F([1]) | {2}, By(b"ab")[0], Fl(2.5) + 1, type(Fl(1) * 2).__name__, bool(I(0)), hash(I(7)) == 7)
l.me = l; d["self"] = d; l.append(l)
print(len(repr(l)) > 5, d["self"] is d)
