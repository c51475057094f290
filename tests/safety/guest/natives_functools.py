import functools, collections
print(functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2), functools.reduce(lambda a, b: [a, b], "abc"))
c = collections.Counter("abca"); print(c.most_common(1), collections.ChainMap({1: 2}, {3: 4})[3])
d = collections.defaultdict(list); d[1].append(2); o = collections.OrderedDict(a=1, b=2); o.move_to_end("a"); q = collections.deque([1, 2], 2); q.append(3); print(d, o, q)
@functools.singledispatch
def sd(x): return "object"
@sd.register
def _(x: int): return "int"
print(sd(1), sd("a"))
class P:
    @functools.cached_property
    def once(self): return [1]
    def m(self, x, *, y): return x, y
    part = functools.partialmethod(m, y=2)
p = P(); print(p.once is p.once, p.part(1), functools.partial(p.m, 3)(y=[4]))
@functools.lru_cache(maxsize=2)
def lc(x): return [x]
print(lc(1) is lc(1), lc(2), lc(3), lc.cache_info().currsize)
