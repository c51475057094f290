# What the errors of codecs take.
class Index:
    def __repr__(self): return "Index"
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class S(str): pass
class B(bytes): pass
class O:
    def __repr__(self): return "O"
def tr(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for a in (S('utf-8'), 'd', O(), 5, None, 'x\0', '\ud800'):
    for b in (b'abc', B(b'abc'), bytearray(b'xy'), O(), 'abc', S('abc'), None):
        for c in (1, Index(1), O(), 2**70, 1.5):
            for d in (2, O()):
                for e in ('why', O(), S('r')):
                    tr(lambda: UnicodeDecodeError(a,b,c,d,e)); tr(lambda: UnicodeEncodeError(a,b,c,d,e)); tr(lambda: UnicodeTranslateError(b,c,d,e))
                    tr(lambda: str(UnicodeDecodeError(a,b,c,d,e)))
tr(lambda: UnicodeDecodeError()); tr(lambda: UnicodeDecodeError(1,2,3,4,5,6)); tr(lambda: UnicodeDecodeError(a=1)); tr(lambda: UnicodeTranslateError(O()))
tr(lambda: '.'.encode('idna')); tr(lambda: ('a'*80).encode('idna')); tr(lambda: b'xn--\xff'.decode('idna')); tr(lambda: b'99999999999-z'.decode('punycode'))
