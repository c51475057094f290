class S:
    __slots__ = ("a", "b")
    def __init__(self, a): self.a = a
class T(S):
    __slots__ = ("c", "d", "e", "f", "g", "__dict__")
class U(S): pass
def use(s):
    s.b = [1]
    s.b = s.b + [2]
    r = s.a, s.b
    del s.b
    try: s.b
    except AttributeError as e: print(e)
    try: del s.b
    except AttributeError as e: print(e)
    return r
print(use(S(1)), use(T(2)), use(U(3)))
t = T(1); t.c = t.d = t.e = t.f = t.g = 5; t.z = 6; t.y = t
u = U(1); u.z = 3
print(t.g, t.z, u.z, u.__dict__, S.a.__get__(u))
try: S(1).z = 1
except AttributeError as e: print(e)
t.y = None
import weakref
class W:
    __slots__ = ("__weakref__", "x")
w = W(); r = weakref.ref(w); print(r() is w); del w; print(r())
