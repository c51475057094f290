# How types are shown in unions and aliases, and callables in complaints: by their attributes, whatever these are.
class M(type):
    def __getattr__(self, name): return None
class C(metaclass=M): pass
class N(type):
    def __getattr__(self, name):
        if name == "__origin__": return 1
        raise AttributeError(name)
class D(metaclass=N): pass
class E: pass
E.__module__ = None
class F: pass
F.__module__ = 5
print(C | D, E | F, int | None | C, list[C, D, E, F, ..., None, int, type(None)])
class G:
    def __getattr__(self, name): return ("g", name)
for use in (lambda: G()(a=1, **{"a": 2}), lambda: G()(**5), lambda: G()(*5), lambda: print(*5), lambda: G()(1, *5)):
    try: use()
    except TypeError as e: print(e)
class H:
    def __str__(self): return "an H"
    def __repr__(self): return "H()"
    def __call__(self): pass
for use in (lambda: H()(a=1, **{"a": 2}), lambda: H()(**5), lambda: H()(*5)):
    try: use()
    except TypeError as e: print(e)
def f(): pass
f.__module__ = None
for use in (lambda: f(a=1, **{"a": 2}), lambda: f(**5), lambda: f(*5)):
    try: use()
    except TypeError as e: print(e)
f.__module__ = 7
for use in (lambda: f(a=1, **{"a": 2}), lambda: f(**5), lambda: f(*5)):
    try: use()
    except TypeError as e: print(e)
