# What natives, and the twins of those that are library code here, say of their arguments.
import array, collections, copy, datetime, decimal, io, itertools, posixpath, random, re, types
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
for f in (lambda: datetime.datetime(2,5,3).isoformat('ab'), lambda: datetime.datetime(2,5,3).isoformat(5), lambda: datetime.date(2,5,2**40), lambda: datetime.date(2,5,-2**40), lambda: datetime.date(2,5,2**80), lambda: datetime.time(-2**80),
  lambda: decimal.Decimal([]), lambda: decimal.Decimal(io), lambda: decimal.Decimal(1)+'a', lambda: io.StringIO(5, newline=5), lambda: io.StringIO(5, newline='x'), lambda: io.StringIO(5), lambda: BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError()]).subgroup(repr),
  lambda: types.MappingProxyType('ab')[1], lambda: re.compile('a')==re.compile('b'), lambda: re.compile('a').groupindex,lambda: re.compile('(?P<a>a)').groupindex, lambda: re.match('a','a')[{}],lambda: re.match('(?P<a>a)','a')[{}], lambda: re.sub('a', bytearray(b'x'), 'ab'), lambda: re.sub(b'a', bytearray(b'x'), b'ab'), lambda: re.split('a','bab', maxsplit=2**70), lambda: re.sub('a','bab','', 2**70), lambda: re.sub('a', lambda m: bytearray(b'q'), 'a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

for p in ("a", "(?P<n>a)"):
    print(re.compile(p) == re.compile(p), re.compile(p) != re.compile("b"), re.compile(p).groupindex)
print(itertools.count(True), itertools.count(True, True), itertools.count(3, 2), itertools.count(1.5, True))
for f in (lambda: datetime.timedelta(days=[], seconds={}), lambda: datetime.timedelta(2**40), lambda: datetime.timedelta(10**9), lambda: datetime.date(2024, 2, 29).strftime(None), lambda: datetime.time(1).strftime(5),
          lambda: decimal.Decimal([1, 2]), lambda: io.BytesIO(map(str, [])), lambda: io.BytesIO("a"), lambda: io.BytesIO(5), lambda: io.BytesIO(memoryview(b"ab")[::2]).read(), lambda: copy.copy(memoryview(b"")),
          lambda: collections.deque([], iterable={}), lambda: collections.deque([], 1, maxlen=2), lambda: collections.deque([], 2, foo=1), lambda: collections.deque(iterable="ab", maxlen=1), lambda: array.array("i")[Index(2**70)],
          lambda: random.Random({}.keys()), lambda: random.Random([])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: array.array(" ", 1), lambda: array.array("a", "x"), lambda: array.array(" ", [1]), lambda: array.array("a", b"x"), lambda: array.array(" "), lambda: array.array("i", "x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
