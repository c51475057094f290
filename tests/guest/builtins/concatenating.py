# What + and * say of arrays, deques and views, on both sides.
import array
from collections import deque, OrderedDict, UserList
m=memoryview(b'ab'); a=array.array('b',[1,2]); d=deque([1])
class R:
    def __radd__(self,o): return 'radd'
    def __rmul__(self,o): return 'rmul'
class I:
    def __index__(self): return 2
class N: pass
class D(deque): pass
class A(array.array): pass
class AR(array.array):
    def __radd__(self,o): return 'AR radd'
def g(x,y):
    x+=y
    return x
def h(x,y):
    x*=y
    return x
for x in (lambda:array.array('b',[1,2]),lambda:deque([1]),lambda:D([3]),lambda:A('b',[4]), lambda:AR('b',[4])):
    for y in (m,a,d,R(),I(),N(),5,[1],D([7]),A('b',[9]),None,print):
      for f in (lambda:x()+y,lambda:x()*y,lambda:y+x(),lambda:y*x(),lambda:g(x(),y),lambda:h(x(),y)):
        try: print(repr(f()), end=' ')
        except Exception as e: print(type(e),e)
for f in (lambda:b'x'+m, lambda:b'x'+a, lambda:bytearray(b'x')+m, lambda:bytearray(b'x')+a, lambda:m+b'x', lambda:a+b'x', lambda:b''+m, lambda:b''+m[::2], lambda:b'x'+memoryview(b'abcd')[::2], lambda:bytearray()+memoryview(b'abcd')[::2]):
    try: print(f())
    except Exception as e: print(type(e),e)
def g(x,y):
    x+=y
    return x
class B(bytes): pass
class BA(bytearray): pass
for x in (b'x',bytearray(b'y'),B(b'q'),BA(b'p'), m, a, [1], (1,), 'x'):
    for y in (m, a, 'x', 5, None, b'x', [1], m[::-1]):
        try: print(repr(g(x,y)), end=' ')
        except Exception as e: print(type(e),e)
        try: print(repr(x+y), end=' ')
        except Exception as e: print(type(e),e)
        try: print(repr(x.__add__(y)))
        except Exception as e: print(type(e),e)
