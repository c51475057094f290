import itertools, functools, operator, collections, struct, random, bisect, heapq, enum, copy
print(list(itertools.product("ab", repeat=2)), list(itertools.groupby([1, 1, 2]))[0][0], list(itertools.zip_longest("a", "bc")), list(itertools.takewhile(lambda x: x < 2, [1, 2])))
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3), operator.methodcaller("upper")("x"), functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2))
print(struct.unpack("<ih", struct.pack("<ih", 1, 2)), bisect.bisect([1, 2, 3], 2))
h = [3, 1, 2]; heapq.heapify(h); heapq.heappush(h, 0); print([heapq.heappop(h) for _ in range(4)])
c = collections.Counter("abca"); print(c.most_common(1), collections.ChainMap({1: 2}, {3: 4})[3])
class Color(enum.Enum):
    RED = 1
    BLUE = 2
class DC:
    def __init__(self, x, y=()): self.x = x; self.y = y
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"DC({self.x}, {self.y})"
print(Color.RED, Color(2), Color["RED"], [m.name for m in Color], DC(1), DC(1) < DC(2), copy.deepcopy(DC(1, [[]])))
l = [1]; l.append(l); print(copy.deepcopy(l)[1][0])
@functools.singledispatch
def sd(x): return "object"
@sd.register
def _(x: int): return "int"
print(sd(1), sd("a"))
@functools.cached_property
def unused(self): return 1
@functools.lru_cache(maxsize=2)
def lc(x): return [x]
print(lc(1) is lc(1), lc(2), lc(3), lc.cache_info().currsize)
a, b = itertools.tee([1, 2]); print(list(a), list(b), list(itertools.starmap(pow, [(2, 3)])), list(itertools.permutations([1, 2])), list(itertools.combinations("abc", 2))[0])
