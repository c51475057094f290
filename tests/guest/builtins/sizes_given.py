# Sizes and indices that do not fit are told with the name of what was given; what is counted wrongly is told first.
import array, io, functools
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
def tr(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for n in (2**70, Index(2**70), -2**70, Index(-2**63), True, 2):
    for v in (lambda: array.array('i', [1]), lambda: bytearray(b'a'), lambda: [1], lambda: (1,), lambda: 'a', lambda: b'a'):
        tr(lambda: v()*n if abs(getattr(n,'n',n))<5 or abs(getattr(n,'n',n))>2**65 else 0)
        tr(lambda: v().__mul__(n) if abs(getattr(n,'n',n))!=2**63 else 0); tr(lambda: v().__rmul__(n) if abs(getattr(n,'n',n))!=2**63 else 0); tr(lambda: v()[n]); tr(lambda: v().__getitem__(n)); tr(lambda: v().__imul__(n) if abs(getattr(n,'n',n))!=2**63 else 0)
        tr(lambda: v().__delitem__(n)); tr(lambda: v().__setitem__(n, 5))
    tr(lambda: io.StringIO('abc').read(n)); tr(lambda: io.BytesIO(b'abc').readline(n)); tr(lambda: functools.lru_cache(n)(len)('a'))


class Bad:
    def __index__(self): raise ValueError('bad')
for v in (b'', bytearray(), '', [], ()):
    for n in ('__mul__', '__rmul__', '__imul__'):
        for a in ((), (Bad(), 1, 2), (Bad(), 2), (Bad(),)):
            tr(lambda: getattr(v, n)(*a))
for default in (-1, 0, 5, True, Index(3), Index('x'), 'x', 2**70):
    tr(lambda: __import__('operator').length_hint(tr, default))
    tr(lambda: __import__('operator').length_hint([1], default))
