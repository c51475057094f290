# package: sortedcontainers
import copy
import operator
import pickle
import random

from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


random.seed(7)
values = [random.randrange(5000) for _ in range(6000)]
sl = SortedList(values)
sl._check()
print(len(sl), sl[0], sl[-1], sl[3000], sl[10:13], sl[::-1000], sl.bisect_left(2500), sl.bisect_right(2500), sl.count(values[0]) == values.count(values[0]))
sl._reset(50)
for value in values[:3000]:
    sl.remove(value)
sl._check()
for index in (0, -1, 100, len(sl) - 1 - 5):
    sl.pop(index)
sl.update(range(-20, 0))
sl.add(2500.5)
sl._check()
print(len(sl), sum(sl), list(sl.irange(2490, 2510)), list(sl.irange(2490, 2500, (False, False), reverse=True)), list(sl.islice(5, 9)), list(sl.islice(0, 3, reverse=True)))
print(sl.index(-3), attempt(sl.index, 99999), attempt(sl.remove, 99999), sl.discard(99999), 2500.5 in sl, attempt(lambda: sl[10**6]), attempt(sl.__setitem__, 0, 1), attempt(sl.append, 1), attempt(sl.insert, 0, 1), attempt(sl.reverse))
del sl[5:-5]
print(sl, sl + [3], sl * 2 == sl + sl, sl == list(sl), sl < [100], copy.copy(sl) == sl, pickle.loads(pickle.dumps(sl)) == sl, list(reversed(sl))[:2])
del sl[0]
sl += [1, 1]
sl.clear()
print(sl, bool(sl), repr(SortedList("hello")), attempt(SortedList, [1, "a"]), attempt(SortedList([1]).pop, 5))

kl = SortedKeyList(["banana", "fig", "apple", "kiwi", "date"], key=len)
kl.add("cherry")
kl.update(["x", "yy"])
kl._check()
print(kl, kl.key is len, kl.bisect_key_left(4), kl.bisect_key(4), list(kl.irange_key(4, 5)), kl.index("kiwi"), kl.count("date"), "fig" in kl, kl.pop(0), repr(SortedList([3, 1], key=lambda x: -x))[:21])
kl.remove("yy")
kl.discard("none")
print(list(kl), isinstance(SortedList(key=abs), SortedKeyList), (kl + ["z"])[0], kl.copy() == kl, list(kl.islice(1, 3)), pickle.loads(pickle.dumps(kl)) == kl)

sd = SortedDict({"b": 2, "a": 1}, c=3)
sd["aa"] = 4
sd.update([("z", 26)], y=25)
print(sd, sd.peekitem(), sd.peekitem(0), sd.keys()[0], sd.items()[1], sd.values()[-1], sd.index("c"), sd.bisect_left("b"), list(sd.irange("a", "c")), list(reversed(sd)))
print(sd.popitem(), sd.popitem(0), sd.pop("aa"), sd.pop("none", None), attempt(sd.pop, "none"), sd.setdefault("q", []), sd.get("c"), attempt(lambda: sd["none"]), sd.copy() == sd, SortedDict.fromkeys("ba", 0))
sd._check()
del sd["q"]
print(list(sd.items()), sd.keys() & {"b", "none"}, sd.items() - {("b", 2)}, sd == {"b": 2, "c": 3, "y": 25}, len(sd), "b" in sd.keys(), sd.keys().isdisjoint("x"), dict(sd | {"m": 0}), pickle.loads(pickle.dumps(sd)))
rd = SortedDict(operator.neg, {1: "a", 2: "b", 3: "c"})
rd._check()
print(rd, rd.key(5), list(rd.irange_key(-3, -2)), rd.peekitem(0), attempt(SortedDict().popitem), attempt(SortedDict({1: 1}).peekitem, 3))


class Defaulting(SortedDict):
    def __missing__(self, key):
        self[key] = made = [key]
        return made


md = Defaulting()
md["x"].append(1)
print(md["a"], md, type(md.copy()).__name__)
sd |= {"new": 1}
sd.clear()
print(sd, attempt(lambda: SortedDict({[]: 1}) if 0 else SortedDict([(1, 2), ("a", 3)])))

ss = SortedSet([3, 1, 2, 3])
ss.add(10)
ss |= {7, 8}
ss._check()
print(ss, ss[0], ss[-1], ss[1:3], ss.index(7), ss.bisect(5), list(ss.irange(2, 8)), ss & {1, 7}, ss - {1}, ss ^ {1, 100}, {0} | ss, ss.isdisjoint({50}), ss >= {1, 2}, ss < set(range(20)), ss == {1, 2, 3, 7, 8, 10})
ss.discard(99)
print(attempt(ss.remove, 99), ss.pop(), ss.pop(0), ss.count(2), ss.copy() == ss, ss.union([5], [6]), ss.intersection([2], [2, 3]), ss.difference([2]), ss.symmetric_difference([2, 4]), SortedSet("hello", key=ord), pickle.loads(pickle.dumps(ss)) == ss)
ss.difference_update([2])
ss.intersection_update([3, 8])
ss.symmetric_difference_update([9])
del ss[0]
print(ss, hash(frozenset(ss)) == hash(frozenset({8, 9})), attempt(hash, ss), list(reversed(ss)), attempt(ss.add, []))
