"""Who is named when a method is called wrongly, and what is looked at first."""

import functools
import itertools


def said(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class L(list):
    pass


bound = L().append
for x in ({}, [], (), None, set(), range(2), len, True, 1, "a", 1.5, (i for i in ()), object(), slice(1), iter([])):
    for args in ((), (1,), (1, 2)):
        said(lambda: x.__format__(*args))
    said(lambda: x.__format__())
    said(lambda: x.__dir__(1))
    said(lambda: (x.__dir__)(*"ab"))
    print(x.__format__.__qualname__, x.__dir__.__qualname__)
print(L().append.__qualname__, [].append.__qualname__, True.bit_length.__qualname__, (1).__add__.__qualname__)
for f in (lambda: bound(1, 2), lambda: L().append(), lambda: True.bit_length(1), lambda: bound(x=1), lambda: L().append(x=1),
          lambda: (5).bit_count(1, int, x=2), lambda: {1}.union([], x=1), lambda: {1}.union(*[[]], x=1)):
    said(f)

print("sets, one argument after the other")
for name in ("union", "intersection", "difference", "update", "intersection_update", "difference_update"):
    for args in ((), ([1, 2], [2, 3]), ([1], (), "ab"), ([1], [[]], 5), ([1], 5, [[]])):
        s = {1, 2, 3, "a"}
        said(lambda: sorted(map(str, getattr(s, name)(*args) or ())))
        print(name, len(s))

print("numbers")
for f in (lambda: int.from_bytes([{}], -1), lambda: int.from_bytes([{}], "x"), lambda: int.from_bytes((), 1, 2), lambda: int.from_bytes([[]], "big", x=1),
          lambda: int.from_bytes([1, 2], "big"), lambda: int.from_bytes(bytes=[1], byteorder="little"), lambda: int.from_bytes(byteorder="big"),
          lambda: "abc"[range::0], lambda: [1][1.5:2.5:False], lambda: (1,)[slice(1.5, None, "x")], lambda: itertools.combinations(5, "x"),
          lambda: itertools.combinations_with_replacement(1.5, 2**70), lambda: itertools.combinations(5, 2)):
    said(f)

print("keys")
key = functools.cmp_to_key(lambda a, b: a - b)
for f in (lambda: functools.cmp_to_key(), lambda: functools.cmp_to_key(1, 2), lambda: functools.cmp_to_key(x=1), lambda: key(), lambda: key(1, 2),
          lambda: key(x=1), lambda: key(obj=1) < key(2), lambda: key(1) < 5, lambda: key < key, lambda: key.obj, lambda: key(3).obj,
          lambda: type(key).__name__, lambda: functools.cmp_to_key(5)(1) < functools.cmp_to_key(6)(2), lambda: sorted([3, 1, 2], key=key)):
    said(f)

print("classes")


class Plain:
    x = 1

    def __eq__(self, other):
        pass


class Slots:
    __slots__ = ("b", "a", "__dict__")
    y = 1


class Metal(int):
    z = 1


class Never:
    __iter__ = None


for cls in (Plain, Slots, Metal, type("Made", (), {"a": 1})):
    print(list(vars(cls)))
said(lambda: (lambda *a: a)(*Never()))
said(lambda: type("C", (Plain,), {"__slots__": ("x", "__dict__"), "x": 1}))
said(lambda: setattr(5, "__class__", int))
said(lambda: setattr(Plain, "__bases__", (Slots,)))
said(lambda: type("T", (tuple,), {})(a=1))
said(lambda: type("T", (tuple,), {})(1, a=1))
print({2, 2.5, 10}, {3, 11, 19, 27, 2.5}, [x for x in {3, 11, 19, 27}], {*{19, 3, 27, 11}, 4})
for text in ("f(a=1, a=2)", "return 5", "def f(a, a): pass", "nonlocal x", "None = 1"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(error.msg, error.text)
