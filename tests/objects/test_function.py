"""Functions, methods, cells, code objects and property, asked everything on both engines."""

import pytest

from differential import same

PROLOGUE = '''
import types
def show(text, function):
    try:
        value = function()
        print(text, "->", repr(value).split(" at 0x")[0])
    except Exception as error:
        print(text, "->", type(error).__name__, str(error).split(" at 0x")[0])
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    "doc of f"
    x = a
    return (lambda: (x, c))
def plain():
    return 1
def outer():
    v = 1
    def inner():
        return v
    return inner
inner = outer()
class C:
    def m(self):
        "doc of m"
        return self
    def n(self): return 2
    p = property(m)
    s = staticmethod(plain)
    k = classmethod(lambda cls: cls)
c = C()
'''
FUNCTION = """
f.__name__
f.__qualname__
f.__doc__
f.__module__
f.__defaults__
f.__kwdefaults__
f.__closure__
f.__annotations__
f.__dict__
inner.__qualname__
inner.__closure__[0].cell_contents
f.__globals__ is globals()
type(f.__code__)
f.__code__.co_name
f.__builtins__['len'] is len
type(f)
f.__class__
callable(f)
f
setattr(f, '__name__', 1)
setattr(f, '__qualname__', None)
setattr(f, '__defaults__', [])
setattr(f, '__kwdefaults__', ())
setattr(f, '__code__', 1)
setattr(plain, '__code__', inner.__code__)
setattr(f, '__closure__', ())
setattr(f, '__globals__', {})
setattr(f, '__dict__', 1)
delattr(f, '__name__')
delattr(f, '__code__')
setattr(f, '__annotations__', 1)
delattr(f, '__closure__')
delattr(f, '__doc__') or f.__doc__
setattr(f, '__doc__', 5) or f.__doc__
setattr(f, 'attr', 1) or f.attr
f.__dict__
delattr(f, 'attr')
f.attr
delattr(f, 'attr')
setattr(plain, '__name__', 'renamed') or plain
setattr(plain, '__qualname__', 'q.r') or plain
setattr(plain, '__defaults__', (1,)) or plain.__defaults__
plain(1)
delattr(plain, '__defaults__')
plain()
f.__get__(None, C)
f.__get__(c)
f.__get__(None)
f.__get__()
f.__call__
plain.__call__()
types.FunctionType(plain.__code__, {'__name__': 'n'})()
types.FunctionType(plain.__code__, {})
types.FunctionType(plain.__code__, {}, 'name').__name__
types.FunctionType(inner.__code__, {})
types.FunctionType(inner.__code__, {}, 'n', None, inner.__closure__)()
types.FunctionType(inner.__code__, {}, None, None, ())
types.FunctionType(1, {})
types.FunctionType()
types.FunctionType(plain.__code__)
types.FunctionType(1, 2, 3, 4, 5, 6)
types.FunctionType(zzz=1)
types.FunctionType(code=plain.__code__, globals={})()
types.FunctionType(plain.__code__, {}, code=1)
types.FunctionType(plain.__code__, 1)
types.FunctionType(inner.__code__, {}, None, None, (1,))
types.FunctionType(plain.__code__, {}, 1)
types.FunctionType(plain.__code__, {}, 'n', 1)
f == f
f == plain
hash(f) == hash(f)
len({f, f, plain})
type(f).__name__
type('X', (type(f),), {})
f < plain
f + 1
bool(f)
f[0]
len(f)
iter(f)
(lambda: 0).__name__
(lambda: 0).__qualname__
f.__type_params__
""".strip().splitlines()
METHOD = """
c.m
c.m.__func__ is C.m
c.m.__self__ is c
c.m.__name__
c.m.__qualname__
c.m.__doc__
c.m.__module__
c.m == c.m
c.m == C().m
c.m == c.n
hash(c.m) == hash(c.m)
c.m.zzz
setattr(c.m, 'x', 1)
c.m.__get__(1)
c.m.__call__()
c.m.__class__
c.m.__dict__
c.m.__code__.co_name
types.MethodType(len, [1, 2])()
types.MethodType(len, [1, 2])
types.MethodType(plain, None)
types.MethodType(1, 2)
types.MethodType(plain)
types.MethodType(lambda *a: a, 1)(2, 3)
C.m
C.m.__get__(c, C)()
type(c.m)
c.m.__defaults__
c.m < c.n
len({c.m, c.m})
setattr(C.m, 'attr', 1) or c.m.attr
c.p.__class__
C.s
c.k()
C.k.__self__
C.__dict__['k'].__func__.__name__
C.__dict__['s'].__func__ is plain
C.__dict__['s'].__isabstractmethod__
C.__dict__['s']()
C.__dict__['k']()
C.__dict__['s'].__qualname__
classmethod(1).__get__(None, int)
staticmethod(1).__get__(None)
staticmethod(5)()
classmethod(property(lambda s: s)).__get__(None, int) is int
delattr(c, 'm')
c.m(1)
C.m()
classmethod(len).__doc__ == len.__doc__
staticmethod(plain).zzz
""".strip().splitlines()
CELL = """
inner.__closure__[0]
types.CellType()
types.CellType(1)
types.CellType(1).cell_contents
types.CellType().cell_contents
types.CellType(1, 2)
types.CellType(x=1)
types.CellType(1) == types.CellType(1)
types.CellType(1) == types.CellType()
types.CellType(1) == 1
hash(types.CellType(1))
setattr(inner.__closure__[0], 'cell_contents', 9) or inner()
delattr(inner.__closure__[0], 'cell_contents')
inner()
type(inner.__closure__[0])
""".strip().splitlines()
CODE = """
f.__code__.co_argcount
f.__code__.co_posonlyargcount
f.__code__.co_kwonlyargcount
f.__code__.co_varnames[:8]
f.__code__.co_nlocals
f.__code__.co_freevars
f.__code__.co_cellvars
inner.__code__.co_freevars
f.__code__.co_filename
f.__code__.co_firstlineno > 0
f.__code__.co_flags & 0x2f
outer.__code__.co_flags & 0x3
f.__code__.co_qualname
f.__code__
plain.__code__.co_consts[-1]
type(plain.__code__.co_code)
plain.__code__.replace(co_name='z').co_name
f.__code__ == f.__code__
hash(f.__code__) == hash(f.__code__)
f.__code__ == plain.__code__
setattr(f.__code__, 'co_name', 1)
plain.__code__.replace(zzz=1)
plain.__code__.replace(co_name=1)
type(list(f.__code__.co_lines())[0])
[type(x).__name__ for x in outer.__code__.co_consts if type(x) is types.CodeType]
f.__code__.zzz
types.FunctionType(plain.__code__.replace(co_name='other'), {}).__name__
f.__code__.__class__
""".strip().splitlines()
PROPERTY = """
property(1, 2, 3, 4).fget
property(fget=1).fget
property(doc='d').__doc__
property(1, fget=2)
property(1, 2, 3, 4, 5)
property(zzz=1)
property(lambda s: 5).__get__(1)
property().__get__(1)
property().__set__(1, 2)
property().__delete__(1)
property(None, lambda s, v: None).__set__(1, 2)
property(plain).getter(f).fget is f
property(plain).setter(f).fset is f
property(plain).deleter(f).fdel is f
property(f).__doc__
property(f).getter(plain).__doc__
property(f, doc='x').getter(plain).__doc__
setattr(property(), '__doc__', 'new')
setattr(property(), 'x', 1)
setattr(property(), 'fget', 1)
property.__get__
property.fget
C.p
C.p.fget is C.m
type(C.p)
property().__isabstractmethod__
C.p.__set_name__(C, 'zz')
C.p.__set_name__(C)
property(None, None, None, None).__doc__
isinstance(C.p, property)
hash(C.p) is not None
""".strip().splitlines()


TABLES = {"function": FUNCTION, "method": METHOD, "cell": CELL, "code": CODE, "property": PROPERTY}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_as_cpython_says(table: list[str]) -> None:
    same(PROLOGUE + "".join(f"show({text!r}, lambda: {text})\n" for text in table))
