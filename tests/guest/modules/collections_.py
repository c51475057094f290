# collections
import collections
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple


def show(text, *given):
    for args in given:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


# === deque ===
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), 2 in d, 9 in d, d.count(2), d.index(3), bool(deque()))
d.extend("ab")
d.extendleft([7, 8])
d.rotate(2)
print(d, d.copy(), d + deque([5]), d * 2 == d + d, reversed(d).__class__.__name__, list(reversed(d))[:2])
d.insert(1, "x")
d.remove("x")
d[0] = "first"
del d[1]
d.reverse()
print(d, d.maxlen, deque(range(5), 2), deque(maxlen=3), deque("abc", maxlen=2).maxlen)
d += [1]
d *= 2
print(d, deque([1]) == deque([1]), deque([1]) < deque([2]), deque([1]) == [1], deque([1]) != deque([1, 2]))
d.clear()
show("deque(*a)", (1,), ([], -1), ([], "x"), ([], 1, 2))
show("deque().pop(*a)", (), (1,))
show("deque([1]).append(*a)", (), (1, 2))
show("deque([1]).index(*a)", (5,),)
show("deque([1]).remove(*a)", (5,),)
show("deque([1])[5]", ())
show("deque([1]) + [1]", ())
show("hash(deque())", ())
for text in ("deque([1, 2]) * -1", "deque([1], 3) * 5", "deque(deque([1, 2]))", "deque([3]).copy()", "type(deque())"):
    show(text, ())
d = deque([1, 2, 3])
try:
    for v in d:
        d.append(v)
except RuntimeError as error:
    print(error)
d.append(d)
print(d)


class Q(deque):
    def __init__(self, *args):
        super().__init__(*args)
        self.tag = "t"

    def append(self, v):
        super().append(v * 2)


q = Q([1])
q.append(5)
print(q, q.tag, isinstance(q, deque), len(q), list(q), q == deque([1, 10]), type(q.copy()).__name__)

# === OrderedDict ===
o = OrderedDict([("a", 1), ("b", 2)])
o["c"] = 3
o.move_to_end("a")
print(list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(), OrderedDict(x=1))
o.update(d=4, e=5)
o.move_to_end("e", last=False)
print(list(o.items()), list(reversed(o)), o == OrderedDict(e=5, c=3, d=4), o == {"d": 4, "c": 3, "e": 5}, o == OrderedDict(c=3, d=4, e=5))
print(o | {"z": 1}, {"y": 0} | o, o.copy(), OrderedDict.fromkeys("ab", 0), type(o.copy()).__name__, isinstance(o, dict))
o.setdefault("new", 9)
del o["c"]
print(o, o.pop("d"), o.get("nope"), len(o), "e" in o)
show("OrderedDict().popitem()", ())
show("OrderedDict().move_to_end('x')", ())
show("OrderedDict(1)", ())
show("OrderedDict([], [])", ())


class LRU(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > 2:
            self.popitem(False)


lru = LRU()
for i in range(5):
    lru[i] = i
print(lru, list(lru))
big = OrderedDict.fromkeys(range(1000))
while len(big) > 3:
    big.popitem(last=False)
print(list(big))

# === defaultdict ===
dd = defaultdict(list)
dd["a"].append(1)
dd["b"]
print(dd, dd.default_factory, dd.get("zz"), "zz" in dd, dd.copy(), type(dd.copy()).__name__)
print(defaultdict(int, a=1), defaultdict(None, [("k", 2)]), defaultdict(lambda: 5)["q"], defaultdict() == {})
show("defaultdict()['x']", ())
show("defaultdict(1)", ())
n = defaultdict(int)
for c in "banana":
    n[c] += 1
print(sorted(n.items()), n | {"z": 9})
n.default_factory = None
show("n['nope']", ())


class DD(defaultdict):
    def __missing__(self, key):
        return "missing " + key


print(DD()["k"], repr(DD(int)))

# === Counter ===
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sum(c.values()), sorted(c.elements())[:4])
c.update("aaa")
c.subtract({"b": 5})
print(c["a"], c["b"], +c, c - Counter(a=5), c + Counter(z=1), Counter(a=1) & Counter(a=3, b=1), Counter(a=1) | Counter(b=2))
print(Counter(a=3).total(), Counter([1, 1, 2]) == Counter({1: 2, 2: 1}), Counter(a=1) <= Counter(a=2))

# === namedtuple ===
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), p == (1, 2), isinstance(p, tuple), P.__name__, P.__doc__)
x, y = p
print(x + y, hash(p) == hash((1, 2)), P._field_defaults, P.x.__doc__, len(p), p + (3,), sorted([P(2, 1), P(1, 2)]))
Q3 = namedtuple("Q3", ["a", "b", "c"], defaults=[2, 3])
print(Q3(1), Q3._field_defaults)
show("P(*a)", (1,), (1, 2, 3))
show("P(1, z=2)", ())
show("namedtuple(*a)", ("1x", "a"), ("T", "a a"), ("T", "class"), ("T", "_a"))
print(namedtuple("T", "a class a", rename=True)._fields)
try:
    p.x = 5
except AttributeError as error:
    print(error)


class Point(namedtuple("Base", "x y")):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


print(Point(3, 4).norm, Point(1, 2) + Point(3, 4), Point(1, 2)._replace(y=9))

# === the others ===
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], sorted(m), m.maps, m.new_child({"a": 0})["a"], len(m))
u = UserDict(a=1)
u["b"] = 2
print(u, u | {"c": 3}, UserList([3, 1]) + [2], UserString("ab").upper(), sorted(UserList([2, 1])))
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Sized

print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(d, Sequence), issubclass(dict, MutableMapping), isinstance(iter([]), Iterator),
      isinstance(len, Callable), isinstance([], Hashable), isinstance("", Sized), isinstance(5, Iterable), isinstance((i for i in ()), Iterator))


class MyMap(Mapping):
    def __getitem__(self, k): return {"k": 1}[k]
    def __iter__(self): return iter(["k"])
    def __len__(self): return 1


mm = MyMap()
print(mm.get("k"), mm.get("z", 5), list(mm.items()), "k" in mm, mm == {"k": 1}, dict(mm))
try:
    Mapping()
except TypeError as error:
    print(error)
