def f(a, b=1, *c, d=2, **e): "doc"; return a
f.attr = 5
print(f.__name__, f.__defaults__, f.__kwdefaults__, f.__doc__, f.attr, f.__dict__, f.__code__.co_varnames, f.__annotations__)
f.__defaults__ = (7,); f.__kwdefaults__ = {"d": 8}; f.__name__ = "g"; f.__doc__ = None
def other(x, y=3): return x * y
old = other.__code__
def third(x, y=0): return x - y
for i in range(6):
    other.__code__ = third.__code__ if i % 2 else old
    r = other(5), other(x=5, y=2)
print(r, f(1))
def changes():
    changes.__code__ = old2
    return "first"
def second(): return "second"
old2 = second.__code__
print(changes(), changes())
def deco(fn):
    def inner(*a, **k): return ("deco", fn(*a, **k))
    inner.__wrapped__ = fn
    return inner
@deco
@deco
def g(x): return x
print(g(1), g(x=2), g.__wrapped__(3))
def ann(a: int, b: "str" = 1) -> list: pass
print(sorted(ann.__annotations__))
import types
h = types.FunctionType(old, globals(), "h", (9,)); print(h(2), types.FunctionType(second.__code__, {})())
print((lambda x, /, y=2, *, z=3: (x, y, z))(1), callable(f), f.__get__(5)() if False else f.__get__(5).__self__)
print(f.__call__(3), types.MethodType(other, 4)(), type(f).__name__, (lambda: 1).__qualname__, deco.__closure__, g.__closure__[0].cell_contents is not None)
