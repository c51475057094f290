# Instances of classes that derive from builtin values: their construction and methods take the quick ways.


class Plain(list):
    def take(self):
        return self.pop(0)


class Kept(list):
    def __init__(self, *items, name="kept"):
        super().__init__(items)
        self.name = name

    def append(self, item):
        super().append((self.name, item))


class Table(dict):
    def __init__(self, **given):
        super().__init__(given)
        self["made"] = len(given)

    def __missing__(self, key):
        return f"no {key}"


class Pool(set):
    __slots__ = ("size",)

    def __init__(self, items=()):
        self.size = 0
        for item in items:
            self.add(item)
            self.size += 1


class Fresh(list):
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.args = args
        return made

    def __init__(self, *args):
        self.extend(reversed(args))


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for cls in (Plain, Kept, Table, Pool, Fresh):
    print(cls.__name__, attempt(cls), attempt(cls, 1), attempt(cls, [1, 2]), attempt(cls, a=1), attempt(cls, 1, 2, 3))

p = Plain()
for i in range(5):
    p.append(i)
print(p, p.take(), p.pop(), len(p), p.index(2), p.count(9), attempt(p.remove, 77), p)
p.append = lambda item: print("own", item)
p.append(1)
p.take = lambda: "own take"
print(p.take())
del p.take
print(p.take(), p.__dict__.keys())
Plain.pop = lambda self, at=None: "class pop"
print(p.pop(), p.take())
del Plain.pop
print(p.pop())

k = Kept(1, 2, name="k")
k.append(3)
k.extend([4])
print(k, k.name, k.copy(), type(k.copy()))

t = Table(a=1)
print(t, t["x"], t.get("x"), t.pop("a"), t.setdefault("q", 2), list(t.items()), list(t), t)
s = Pool("abca")
print(sorted(s), s.size, s.discard("a"), sorted(s), attempt(setattr, s, "other", 1))
f = Fresh(1, 2, 3)
print(f, f.args)


class Meta(type):
    def __call__(cls, *args):
        print("meta", args)
        return super().__call__(*args)


class Made(list, metaclass=Meta):
    pass


print(Made(), Made([1]))


class WithGetattribute(list):
    def __getattribute__(self, name):
        if name == "append":
            return lambda item: print("caught", item)
        return super().__getattribute__(name)


w = WithGetattribute()
w.append(1)
w.extend([2])
print(w)
unbound = list.append
unbound(p, 5)
unbound(w, 6)
print(p, w, attempt(unbound, {}, 1), attempt(unbound, "x", 1), attempt(list.pop, Table()))
