class Node:
    def __init__(self): self.next = None
a, b = Node(), Node()
a.next, b.next = b, a
l = []; l.append(l)
d = {}; d["d"] = d
def rec(): return rec
def maker():
    def inner(): return inner
    return inner
maker()
class C:
    def m(self): return C
C.self = C(); C.self.c = C
def gen():
    g = yield
    yield g
g = gen(); next(g); g.send(g)
e = ValueError(); e.e = e
try:
    try: raise e
    except ValueError as x: raise KeyError from x
except KeyError as y: z = y
import types
m = types.ModuleType("m"); m.m = m
p = property(lambda s: p)
bound = a.__class__; a.bound = a.__init__
class D(dict): pass
dd = D(); dd.me = dd; dd["me"] = dd
it = iter([1]); li = [iter([])]; li.append(map(lambda v: li, li))
t = ([],); t[0].append(t)
f = lambda: None; f.f = f
print("made")
