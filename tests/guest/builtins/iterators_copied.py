"""Iterators are pickled and copied where they are; keywords of constructors in derived classes; hashes taken over."""

import copy
import pickle

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")),
             lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.items()), lambda: iter({1, 2}), lambda: iter(range(3)),
             lambda: reversed([1, 2, 3]), lambda: zip([1, 2], "ab"), lambda: enumerate("ab"), lambda: map(str, [1, 2]),
             lambda: filter(None, [0, 1, 2])):
    it = make()
    next(it)
    print(type(it).__name__, list(pickle.loads(pickle.dumps(it))), list(copy.copy(make())), list(it))
    print(it.__reduce__()[0])
for base, value in ((list, [1]), (set, {1}), (frozenset, {1}), (float, 1.5), (dict, {})):
    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, value, extra=None):
            self.extra = extra

    try:
        print(Plain(value, extra=1))
    except TypeError as error:
        print(error)
    try:
        made = WithInit(value, extra=1)
        print(type(made).__name__, made.extra)
    except TypeError as error:
        print(error)


class Counting(int):
    count = 0

    def __hash__(self):
        self.count += 1
        return int.__hash__(self)


table = dict.fromkeys(map(Counting, range(5)))
dict.fromkeys(set(table)), dict.fromkeys(frozenset(table), 1), set(table), frozenset(table)
print(sum(each.count for each in table), dict.fromkeys([1, 2], 3), dict.fromkeys({1}))
print(float(memoryview(b"1.5")), float(memoryview(bytearray(b" -2 "))))


class Text(str):
    pass


class Shown:
    def __repr__(self):
        return Text("shown")


print(type(repr(Shown())).__name__, type(ascii(Shown())).__name__)
