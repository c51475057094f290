"""Which keys arrays and deques take: what has an __index__, before any item is touched."""
import array
import collections
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
a = array.array('d',[0,1,2,3])
a[I(1)] = 5
print(a, a[I(1)], a[I(1):I(3)])
a[I(2):I(4)] = array.array('d',[9])
print(a)
del a[I(1)]
print(a)
del a[I(0):I(1)]
print(a)
d = collections.deque([0,1,2,3])
d[I(1)] = 5
print(d, d[I(1)])
del d[I(1)]
print(d)
b = bytearray(b"abcd")
b[I(1)] = 65
b[I(2):I(3)] = b"xyz"
print(b)
m = memoryview(b)
m[I(1)] = I(66)
m[I(2):I(3)] = b"q"
print(b, m[I(1)], m[I(1):I(3)].tobytes())
od = collections.OrderedDict()
od[I(1)] = 3
class A(array.array): pass
x = A('d', [1,2,3]); x[I(1)] = 7; x[I(0):I(1)] = x; print(x, x[I(2)]); del x[I(0)]; print(x)
class D(collections.deque): pass
x = D([1,2,3]); x[I(1)] = 7;  print(x, x[I(2)]); del x[I(0)]; print(x)
for f in (lambda: a["x"], lambda: a.__setitem__("x", 1), lambda: d["x"], lambda: a[1.0], lambda: a[9], lambda: a.__setitem__(slice(0,1), [1]), lambda: d.__delitem__("x"), lambda: d.__setitem__(9,9)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: a["x"] = 1
except Exception as e: print(type(e).__name__, e)
try: a[0:1] = [1]
except Exception as e: print(type(e).__name__, e)
try: a[0] = "x"
except Exception as e: print(type(e).__name__, e)
try: a[0] = I(5); print(a)
except Exception as e: print(type(e).__name__, e)
class F:
    def __float__(self): return 2.5
try: a[0] = F(); print(a)
except Exception as e: print(type(e).__name__, e)
try: d["x"] = 1
except Exception as e: print(type(e).__name__, e)
