# What a dict takes from mappings: which are copied as tables, which are asked for keys, and how failures are told.
class Loud(dict):
    def __getattribute__(self, name):
        print("asks", name)
        return super().__getattribute__(name)
d = Loud(a=1)
print({} | d, d | {}, {"b": 2} | d)
x = {}
x |= d
x.update(d)
print(dict(d), x, {**d})
class Hidden(dict):
    def __getattribute__(self, name):
        if name == "keys": raise AttributeError(name)
        return super().__getattribute__(name)
for use in (lambda: {} | Hidden(ab=1), lambda: dict(Hidden(ab=1)), lambda: {}.update(Hidden(ab=1)), lambda: {}.__ior__(Hidden(xy=1)), lambda: {**Hidden(ab=1)}):
    try: print(use())
    except Exception as e: print(type(e).__name__, e)
class Broken(dict):
    def __getattribute__(self, name): raise ValueError(name)
for use in (lambda: {} | Broken(ab=1), lambda: dict(Broken(ab=1)), lambda: {**Broken(ab=1)}):
    try: print(use())
    except Exception as e: print(type(e).__name__, e)
class NoKeys(dict): keys = None
class OwnIter(dict):
    keys = None
    def __iter__(self): return iter("xy")
class Obj: keys = None
for each in NoKeys(ab=1), OwnIter(ab=1), Obj(), OwnIter():
    try: print(dict(each))
    except Exception as e: print(type(e).__name__, e)
class M:
    def __init__(self, how): self.how = how
    def keys(self):
        if self.how == 0: return ["a", "b"]
        if self.how == 1: return 5
        if self.how == 2: raise AttributeError("in keys")
        if self.how == 3: raise ValueError("in keys")
        return ["a", "zz"]
    def __getitem__(self, key):
        if key == "zz": raise AttributeError("in getitem")
        return key
for i in range(5):
    for use in (lambda: {**M(i)}, lambda: dict(M(i)), lambda: {"q": 1, **M(i), "z": 5}, lambda: dict(**M(i))):
        try: print(use())
        except Exception as e: print(type(e).__name__, e, repr(e.__context__), e.__suppress_context__)
for use in (lambda: {**5}, lambda: {**[1]}, lambda: {**Obj()}, lambda: {**OwnIter(ab=1)}):
    try: print(use())
    except Exception as e: print(type(e).__name__, e)
class Other(dict):
    def __getattr__(self, name): print("missing", name); raise AttributeError(name)
print({} | Other(a=1), Other(b=1) | Loud(c=5), type(Other(b=1) | Loud(c=5)))
x = Other(); x |= Loud(z=1); print(x, type(x))
try: {} | [(1, 2)]
except TypeError as e: print(e)
x = {}; x |= [(1, 2)]; print(x)
x = Loud(); x |= [(1, 2)]; print(x)
