# Keywords alone: what lies where a method's self would is no self.
def t(f):
    try: print(f())
    except TypeError as e: print(e)
t(lambda: dict.items(base={}))
t(lambda: dict.get(base={}))
t(lambda: list.append(base={}))
t(lambda: list.append([], base={}))
t(lambda: str.split(base={}))
t(lambda: {}.__class__.items(base={}))
x = dict.items
t(lambda: x(base={}))
t(lambda: dict.items(**{"base":1}))
t(lambda: dict.items(*(), base=1))
t(lambda: dict.items(5, base=1))
t(lambda: int.bit_length(base=1)); t(lambda: dict.copy(base=1)); t(lambda:list.__len__(base=1)); t(lambda: str.upper(base=1)); t(lambda: str.format(base=1)); t(lambda:list.sort(base=1)); t(lambda: set.add(base=1))
t(lambda: dict.items({}, base=1)); t(lambda: {}.items(base=1)); t(lambda: dict.keys(base=1)); t(lambda: dict.values(base=1)); t(lambda: list.clear(x=1)); t(lambda: dict.pop(x=1)); t(lambda: dict.popitem(x=1)); t(lambda: list.insert(x=1)); t(lambda: list.index(x=1))
def g(): yield 1
G = type(g())
t(lambda: G.send(value=g())); t(lambda: G.__next__(value=g())); t(lambda: G.throw(value=g())); t(lambda: G.close(value=g()))
t(lambda: len(obj=[])); t(lambda: next(i=g())); t(lambda: iter(o=[])); t(lambda: repr(o=[])); t(lambda: type(o=[])); t(lambda: super(o=[])); t(lambda: locals(o=1)); t(lambda: globals(o=1)); t(lambda: isinstance(obj=1)); t(lambda: getattr(obj=1)); t(lambda: sorted(iterable=[])); t(lambda: list.sort(self=[])); t(lambda: sum(iterable=[1])); t(lambda: max(key=len)); t(lambda: any(iterable=[])); t(lambda: object(a=1)); t(lambda: tuple(a=1)); t(lambda: frozenset(a=[])); t(lambda: str.join(self="", iterable=[])); t(lambda: str.maketrans(x={})); t(lambda: bytes.fromhex(string="")); t(lambda: int.from_bytes(bytes=b"a", byteorder="big")); t(lambda: dict.fromkeys(iterable=[])); t(lambda: str.format(self="{}")); t(lambda: str.encode(self="a")); t(lambda: str.split(self="a")); t(lambda: list.__init__(self=[])); t(lambda: list.__getitem__(self=[1])); t(lambda: "a".split(sep="a", maxsplit=[])); t(lambda: BaseException.with_traceback(self=ValueError())); t(lambda: str.splitlines(self="a", keepends=True)); t(lambda: bytes.split(self=b"")); t(lambda: set.union(self=set())); t(lambda: int.to_bytes(self=5)); t(lambda: object.__format__(self=5)); t(lambda: memoryview.tobytes(self=memoryview(b""))); t(lambda: memoryview.cast(self=memoryview(b"")))
import re, collections, operator, functools, itertools, math
t(lambda: collections.deque.append(self=collections.deque())); t(lambda: collections.deque.index(self=collections.deque())); t(lambda: math.gcd(a=1)); t(lambda: itertools.chain.from_iterable(x=[])); t(lambda: operator.itemgetter(a=1)); t(lambda: functools.reduce(function=len)); t(lambda: re.compile("a").match(string="a").span()); t(lambda: type(re.compile("")).match(string="a")); t(lambda: type(re.match("a", "a")).group(a=re.match("a", "a"))); t(lambda: collections.OrderedDict.move_to_end(self=collections.OrderedDict()))
