import collections, heapq, bisect, queue, graphlib, enum, dataclasses, typing, types, abc, copy, operator, functools, contextlib, itertools, weakref, warnings, numbers, array, sched, time
c=collections.Counter("abca"); c.update("b"); print(c.most_common(2), c+c, c-collections.Counter("a"), list(c.elements()), c.total(), collections.ChainMap({1:2},{1:3,4:5}), collections.OrderedDict([(1,2)]), collections.defaultdict(list,{1:[2]}), collections.deque([1,2,3],maxlen=2), collections.namedtuple("N","a b",defaults=[5])(1)._replace(a=9)._asdict())
h=[5,1,4]; heapq.heapify(h); heapq.heappush(h,0); print(heapq.heappop(h),h,heapq.nlargest(2,h),heapq.nsmallest(2,"cab"),list(heapq.merge([1,4],[2,3])),heapq.heapreplace(h,9), bisect.bisect([1,2,2,3],2), bisect.insort([1],0))
q=queue.PriorityQueue(); q.put(3); q.put(1); print(q.get(),q.qsize(),q.empty(), queue.Queue(1).full(), queue.LifoQueue().maxsize)
try: queue.Queue().get_nowait()
except queue.Empty as e: print("Empty", repr(e))
t=graphlib.TopologicalSorter({"d":{"b","c"},"b":{"a"},"c":{"a"}}); print([sorted(x) if isinstance(x,set) else x for x in t.static_order()][0::3])
try: graphlib.TopologicalSorter({1:{2},2:{1}}).prepare()
except graphlib.CycleError as e: print(e)
class Color(enum.Enum): RED=1; GREEN=enum.auto()
class F(enum.Flag): A=1; B=2
class S(enum.StrEnum): X=enum.auto()
print(Color.RED, repr(Color(2)), Color["RED"].value, list(Color), F.A|F.B, repr(~F.A), S.X, f"{S.X}", F(3), enum.IntEnum("I","a b").b+1, Color.RED is Color(1))
try: Color(5)
except ValueError as e: print(e)
@dataclasses.dataclass(order=True, slots=True, kw_only=False)
class D:
    a:int; b:list=dataclasses.field(default_factory=list,compare=False); c:typing.ClassVar[int]=3; d:dataclasses.InitVar[int]=0
    def __post_init__(self,d): self.a+=d
@dataclasses.dataclass(frozen=True)
class Fz: x:int=1
print(D(1,d=4), D(1)<D(2), dataclasses.asdict(D(1,[2])), dataclasses.replace(D(1),a=5,d=0), dataclasses.fields(D)[1].name, hash(Fz())==hash(Fz()), dataclasses.make_dataclass("M",["x",("y",int,5)])(1))
try: Fz().x=2
except dataclasses.FrozenInstanceError as e: print(repr(e))
class Proto(typing.Protocol):
    def f(self)->int: ...
Proto=typing.runtime_checkable(Proto)
class TD(typing.TypedDict, total=False): a: typing.Required[int]; b: str
class NT(typing.NamedTuple): a:int; b:str="x"
def fn(a:"int", *b: typing.Optional[str], c: typing.Union[int,str]=1)->typing.List[int]: ...
print(typing.get_type_hints(fn), typing.get_origin(dict[str,int]), typing.get_args(typing.Literal[1,"a"]), isinstance(types.SimpleNamespace(f=1),Proto), TD(a=1), TD.__required_keys__, NT(1), typing.cast(int,"x"), typing.Annotated[int,5].__metadata__, typing.Callable[[int],str], typing.TypeVar("T",bound=int), typing.NewType("U",int)(5), typing.Generic, typing.overload(fn) is not fn)
print(copy.deepcopy({"a":[1,(2,[3])]}), operator.itemgetter(1,2)("abc"), operator.attrgetter("real","imag")(3), operator.methodcaller("upper")("x"), functools.reduce(operator.add,[1,2]), functools.partial(int,base=2)("11"), functools.cmp_to_key(lambda a,b:b-a)(1)<functools.cmp_to_key(lambda a,b:b-a)(0))
@functools.lru_cache(maxsize=2)
def lc(x): return x
lc(1);lc(1);lc(2);lc(3); print(lc.cache_info(), lc.cache_parameters())
@functools.singledispatch
def sd(x): return "obj"
@sd.register
def _(x:int): return "int"
@sd.register(list)
def _(x): return "list"
print(sd(1),sd([]),sd(""),sd.dispatch(bool)(1))
@functools.total_ordering
class TO:
    def __init__(s,x): s.x=x
    def __eq__(s,o): return s.x==o.x
    def __lt__(s,o): return s.x<o.x
print(TO(1)>=TO(1), TO(2)>TO(1))
with contextlib.ExitStack() as st:
    st.callback(print,"callback"); st.enter_context(contextlib.suppress(ValueError)); raise ValueError
@contextlib.contextmanager
def cm():
    try: yield 5
    finally: print("done")
with cm() as v, contextlib.redirect_stdout(__import__("io").StringIO()) as out: print("hidden")
print(v,out.getvalue(), contextlib.nullcontext(3).__enter__())
class W: pass
w=W(); wd=weakref.WeakValueDictionary(a=w); ws=weakref.WeakSet([w]); fin=weakref.finalize(w,print,"fin"); print(len(wd),len(ws),fin.alive); del w; print(len(wd),len(ws),fin.alive)
with warnings.catch_warnings(record=True) as rec:
    warnings.simplefilter("always"); warnings.warn("careful",DeprecationWarning); print(rec[0].category.__name__, rec[0].message)
s=sched.scheduler(lambda: 0, lambda x: None); s.enter(0,1,print,("sched",)); s.run()
print(array.array("i",[1,2]), numbers.Integral.__subclasscheck__(int), list(itertools.pairwise("abc")), list(itertools.groupby("aab"))[0][0])
