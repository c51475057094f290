class P:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): self._x = None
    @property
    def bad(self): raise AttributeError("inside")
    @property
    def worse(self): return 1 / 0
class Desc:
    def __get__(self, obj, owner=None): return ("get", obj is None, owner.__name__)
    def __set__(self, obj, v): obj.__dict__["d"] = v
    def __delete__(self, obj): del obj.__dict__["d"]
    def __set_name__(self, owner, name): self.name = name
class NonData:
    def __get__(self, obj, owner): return lambda *a: ("call", a)
class H:
    d = Desc()
    n = NonData()
    @classmethod
    def cm(cls): return cls
    sm = staticmethod(lambda: 5)
def use(p, h):
    p.x = 5
    p.x += 1
    r = [p.x]
    del p.x
    h.d = 3
    r += [p.x, h.d, H.d, h.n(1), H.n(), h.cm() is H, h.sm(), Desc.__get__(H.__dict__["d"], h, H)]
    del h.d
    h.n = 4
    r.append(h.n)
    return r
print(use(P(), H()), use(P(), H()), H.__dict__["d"].name)
for f in (lambda: P().bad, lambda: P().worse, lambda: setattr(P(), "bad", 1), lambda: delattr(H(), "d"), lambda: P.x.fget, lambda: P().x.y):
    try: print(type(f()).__name__)
    except Exception as e: print(type(e).__name__, e)
