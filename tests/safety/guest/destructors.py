log = []
class A:
    def __init__(self, n, *more): self.n = n; self.more = more
    def __del__(self): log.append(self.n)
def local():
    a = A(1)
    a = A(2)
    b = A(3)
    return None
local()
def args(a, b=A(4), *c, **d): pass
args(A(5), A(6), A(7), k=A(8))
def raising(a):
    b = A(10)
    raise KeyError
try: raising(A(9))
except KeyError: pass
l = [A(11), A(12)]; l[0] = None; l.pop(); del l
d = {"k": A(13)}; d["k"] = 1; d = None
A(14)
A(15).n
x = A(16); x.n = 17; x.more = A(18); x = 0
def gen():
    a = A(19)
    try: yield A(20)
    finally: log.append("gen")
g = gen(); next(g); g.close()
g = gen(); next(g); g = None
[A(21) for _ in range(2)]
class B:
    def __del__(self): raise ValueError("ignored")
class R:
    def __del__(self): kept.append(self)
kept = []
R(); print(len(kept)); kept.clear()
def bound():
    a = A(22)
    return a.__del__
f = bound(); f = None
class Loop:
    def __init__(self): self.me = self; self.f = lambda: self
    def __del__(self): pass
Loop(); Loop()
def deep(n):
    if n: deep(n - 1)
    else: A(23)
class Deep:
    def __del__(self): deep(20); sorted([3, 1], key=lambda v: A(24).n)
Deep()
(lambda z=A(25): z)()
def swap():
    p, q = A(26), A(27)
    p, q = q, p
    del p
    return q.n
swap()
if A(28): pass
A(29) == A(30); A(31) is A(32); A(33) in [1]
log.append(f"{A(34).n}")
print(log)
