# What struct packs not, and how natives are copied.
import struct, copy
class O: pass
class I:
    def __index__(self): return 5
class BadI:
    def __index__(self): raise ValueError('bad')
class F:
    def __float__(self): return 1.5
def tr(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for fmt in 'bBhHiIlLqQnNP?cspefd':
    for v in (O(), O, I(), BadI(), F(), 1.5, 'a', b'a', None, 2**80, -1, 300, 1):
        for o in ('', '<', '>', '!', '=', '@'): tr(lambda: struct.pack(o+fmt, v))
for v in (b'a'.__len__, [].append, len, [].__len__, str.upper, str.__len__, (1).__add__, dict.fromkeys, object.__repr__, O.__init__, print, [].__iter__().__next__, int.real, type.__name__ and O().__repr__, (lambda: 0).__call__, (lambda: 0).__get__):
    tr(lambda: copy.copy(v) == v); tr(lambda: v.__reduce__()[0]); tr(lambda: v.__reduce_ex__(2)[0])
