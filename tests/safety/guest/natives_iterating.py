import itertools, operator, struct, bisect, heapq
print(list(itertools.product("ab", repeat=2)), list(itertools.groupby([1, 1, 2]))[0][0], list(itertools.zip_longest("a", "bc")), list(itertools.takewhile(lambda x: x < 2, [1, 2])))
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3), operator.methodcaller("upper")("x"))
print(struct.unpack("<ih", struct.pack("<ih", 1, 2)), bisect.bisect([1, 2, 3], 2))
h = [3, 1, 2]; heapq.heapify(h); heapq.heappush(h, 0); print([heapq.heappop(h) for _ in range(4)])
class DC:
    def __init__(self, x): self.x = x
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"DC({self.x})"
g = [DC(2), DC(1)]; heapq.heapify(g); print(heapq.heappushpop(g, DC(3)), bisect.bisect_left(g, DC(2)))
a, b = itertools.tee([1, 2]); print(list(a), list(b), list(itertools.starmap(pow, [(2, 3)])), list(itertools.permutations([1, 2])), list(itertools.combinations("abc", 2))[0])
print(list(itertools.accumulate([1, 2], lambda x, y: x * 10 + y)), list(itertools.chain.from_iterable(["a", [1]])), list(itertools.islice(itertools.count(1, 2), 1, 5, 2)), list(itertools.filterfalse(lambda x: x, [0, 1])))
