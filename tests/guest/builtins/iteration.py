# builtins: all any enumerate filter iter len list map max min next range reversed set slice sorted sum tuple zip dict frozenset
def show(text, *given):
    for args in given:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


class Items:
    def __init__(self, *items): self.items = items
    def __iter__(self): return iter(self.items)


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10
    def __len__(self): return 3


class Truth:
    def __init__(self, value): self.value = value
    def __bool__(self):
        print("bool", self.value)
        return self.value


class Ordered:
    def __init__(self, v): self.v = v
    def __lt__(self, other): return self.v < other.v
    def __gt__(self, other): return self.v > other.v
    def __repr__(self): return f"O{self.v}"
    def __add__(self, other): return Ordered(self.v + getattr(other, "v", other))
    def __radd__(self, other): return Ordered(self.v + other)


def gen(*items):
    for item in items:
        yield item


class Raises:
    def __iter__(self): raise ValueError("no iter")
    def __len__(self): return -1
    def __bool__(self): raise KeyError("truth")


print(all([]), all([1, 0]), all(gen(1, 2)), any([]), any(gen(0, 0)), any("x"), all({0: 1}), any({0: 1}), any(range(1)), all((1, "")))
print(any([Truth(False), Truth(True), Truth(True)]), all([Truth(True), Truth(False), Truth(True)]))
show("any(*a)", (1,), (), ([], 1), ([Raises()],), (Raises(),))
show("all(*a)", (1,), ([Raises()],))
show("sum(*a)", ([1, 2],), ([],), ([], 5), ([1], 2), ((1.5, 2),), ([[1], [2]], []), (gen(1, 2, 3),), (range(10),), (range(0),), ({1: 2, 3: 4},),
     (["a"], ""), ([b"a"], b""), ([bytearray()], bytearray()), (["a"],), (1,), (), ([], 1, 2), ([Ordered(1), Ordered(2)],),
     ([1, Ordered(2)],), ([0.1] * 10,), ([1, 0.5, True],), ([1 + 1j, 2],), (gen(0.5, 1, 2.5),), ([10 ** 20, 1.0],), (range(5), 0.5),
     (gen(1, Ordered(5), 2),), ([True, True],), ([None],), (gen(1, "x"),))
print(sum([1, 2], start=3), sum(gen(1.0, 2), start=1))
show("max(*a)", ([1, 3, 2],), (1, 2), ("b", "a", "c"), ([],), (), (1,), (gen(3, 9, 4),), ([Ordered(1), Ordered(3)],), (1, "x"), (range(5),),
     (range(0),), ({3: 1, 5: 0},), ("hello",), ([1.5, 1],), ([True, 1],), ((2, 1), (2, 3)), ([None, None],), (float("nan"), 1))
show("min(*a)", ([4, 3, 2],), (1, 2), ([],), (1, "x"), (gen(),), ([Ordered(3), Ordered(1)],), (range(9, 0, -2),), ([1, 1.0],))
print(max([], default=0), min(gen(), default=None), max([1, -5], key=abs), min("ab", "c", key=len), max(gen(1, 2, 3), key=lambda v: -v),
      max([1], default=9), max(1, 2, key=None), max([(1, "a"), (1, "b")], key=lambda p: p[0]))
for call in ("max(1, 2, default=3)", "max([1], key=5)", "max([], x=1)", "max([1, 2], key=lambda v: 1 / 0)", "min(5, default=1)", "max(key=len)"):
    show(call, ())
show("sorted(*a)", ([3, 1, 2],), ("bca",), ({2: 1, 1: 2},), (gen(2, 1),), ([Ordered(2), Ordered(1)],), ([1, "a"],), (1,), (), ([], 1), ((2, 1),),
     ([(1, "b"), (1, "a")],), (range(3),), ([[2], [1]],), ({3, 1, 2},), ([None, None],), ([1.5, 1, True],))
print(sorted([1, -3, 2], key=abs), sorted([1, 2, 3], reverse=True), sorted("Ba", key=str.lower), sorted([3, 1], key=None, reverse=False),
      sorted([(1, "a"), (0, "b"), (1, "c")], key=lambda p: p[0], reverse=True))
for call in ("sorted([1], x=1)", "sorted([1], key=1)", "sorted([], key=1)", "sorted([2, 1], key=lambda v: 1 / 0)", "sorted(iterable=[])"):
    show(call, ())
values = [3, 1, 2]
print(values.sort(), values, values.sort(key=lambda v: -v), values, values.sort(reverse=True), values)


def meddle(v):
    values.append(v)
    return v


try:
    values.sort(key=meddle)
except ValueError as error:
    print(error, sorted(values))


def seen(v):
    return len(values)


values = [3, 1]
print(values.sort(key=seen), values)
try:
    values.sort(key=lambda v: 1 / 0)
except ZeroDivisionError as error:
    print(error, values)
for call in ("[].sort(1)", "[].sort(x=1)", "list.sort()", "list.sort(1)", "[2, 'a'].sort()", "[1].sort(key=1)"):
    show(call, ())
show("len(*a)", ("abc",), ([1],), ({},), (Old(),), (range(10),), (1,), (Raises(),), (gen(),), (), (Items(),))
show("list(iter(*a))", ([1, 2],), ("ab",), (Items(1, 2),), (Old(),), (gen(1),), (1,), (), (Raises(),))
count = [0]


def step():
    count[0] += 1
    return count[0]


print(list(iter(step, 4)), iter(step, 0))
show("iter(*a)", (1, 2), (1, 2, 3))
it = iter([1])
print(next(it), next(it, "end"), next(it, None))
show("next(*a)", (it,), ([],), (1,), (), (it, 1, 2), (gen(7),), (gen(), 5))
print(list(map(str, [1, 2])), list(map(lambda x, y: x + y, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, ""])), list(filter(str.isdigit, "a1b2")))
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip("ab", "cd", strict=True)), list(enumerate("ab")), list(enumerate("ab", 5)))
show("list(zip([1], [], strict=True))", ())
show("list(map(*a))", (len, [1]), (1, [1]), (len,), ())
show("list(filter(*a))", (1, [1]), (len,), (None, 5))
show("list(enumerate(*a))", ("a", "b"), (5,), ())
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed(Old())))
show("list(reversed(*a))", (1,), (gen(),), ({1},), ())
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), range(10)[2:5], range(3) == range(0, 3), len(range(0, 10, 3)), 5 in range(10))
show("range(*a)", (), ("a",), (1, 2, 0), (1.5,), (1, 2, 3, 4))
print(slice(3), slice(1, 2), slice(1, 2, 3), slice(1, 10, 2).indices(5), [0, 1, 2, 3][slice(1, 3)])
show("slice(*a)", (), (1, 2, 3, 4))
print(list(Items(1, 2)), tuple(Items(3)), set(Items(4)), frozenset(Items(5)), dict(Items(("k", 1))), dict(a=1), dict([("b", 2)], c=3), list(), tuple(), dict())
show("list(*a)", (5,), ([], 1))
show("tuple(*a)", (5,), ([], 1))
show("dict(*a)", (5,), ([1],), (["abc"],), ({}, {}), ([("a", 1)],))
show("set(*a)", (5,), ([[]],), ([], 1))
show("frozenset(*a)", (5,), ([1, 1],))
