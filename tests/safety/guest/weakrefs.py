import weakref
class A:
    def f(self): return 1
log = []
a = A()
r = weakref.ref(a, lambda ref: log.append("dead"))
m = weakref.WeakValueDictionary(); m["a"] = a
k = weakref.WeakKeyDictionary(); k[a] = 1
s = weakref.WeakSet([a])
p = weakref.proxy(a)
w = weakref.WeakMethod(a.f)
print(r() is a, m["a"] is a, k[a], a in s, p.f(), w()(), weakref.getweakrefcount(a) > 0)
del a
print(r(), list(m), list(k), len(s), w())
try: p.f()
except ReferenceError as e: print(e)
def bad(ref): raise ValueError("ignored")
print(log)
try: weakref.ref(5)
except TypeError as e: print(e)
f = lambda: 1
rf = weakref.ref(f); del f; print(rf())
