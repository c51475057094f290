# Which of several things that an argument is decides.
import operator


class Text(str):
    def __complex__(self):
        return 5j

    def __float__(self):
        return 2.5


class Seq:
    def __getitem__(self, i):
        return i

    def __add__(self, other):
        return "added"


def show(call):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for text in ("", "1+2j", "x"):
    show(lambda: complex(Text(text)))
    show(lambda: complex(1, Text(text)))
    show(lambda: complex(Text(text), 1))
for left in ("ab", [1], (1,), b"a", bytearray(b"a"), Seq(), 5, {1}, {}, None):
    for right in (..., "c", [2], (2,), b"b", Seq(), 7):
        show(lambda: operator.concat(left, right))
# an unhashable set is looked for as a frozenset by `in` only
for kind in (set, frozenset):
    show(lambda: kind({2}).issuperset([{1}]))
    show(lambda: kind({2}).isdisjoint(iter([{1}])))
    show(lambda: kind({frozenset({1})}).issuperset([frozenset({1})]))
    show(lambda: {1} in kind({frozenset({1})}))


# keywords and positionals of classes that extend builtins; names of codecs
class Float(float):
    def __init__(*args, **named):
        pass


class Frozen(frozenset):
    def __init__(*args, **named):
        pass


class PlainFloat(float):
    pass


for kind in (Float, Frozen, PlainFloat, float, frozenset):
    for args, named in (((1, 2), {"e": 1}), ((), {"e": 1}), ((1, 2, 3), {}), (("1", 2), {"a": 1})):
        show(lambda: kind(*args, **named))
for args in (("{}", "\ud800", 2), (b"", "\ud800"), (b"a", "utf-8", "\ud800"), ("a", "x\0y"), (1, 2), (1, "a", 2), (1, "a\0"), (b"a", "nope", 5), (1, "\ud800", "\ud800")):
    for call in (lambda: str(*args), lambda: bytes(*args), lambda: bytearray(*args), lambda: b"x".decode(*args[1:]), lambda: "x".encode(*args[1:])):
        try:
            print(call())
        except (TypeError, ValueError, LookupError) as error:
            print(type(error).__name__, error)
# nothing is decoded, whatever the codec
for name in ("nope", " \t pad \n", "x\0", "\ud800", "UTF 8"):
    for call in (lambda: b"".decode(name), lambda: b"a".decode(name, "nope"), lambda: "".encode(name), lambda: str(b"", name, "nope"), lambda: bytearray().decode(name)):
        try:
            print(repr(call()))
        except (ValueError, LookupError) as error:
            print(type(error).__name__, repr(str(error)))
# bounds of slices
from itertools import islice

for value in (slice(...), slice(1, "a"), slice("a", "b", "c"), slice(None, None, 0), slice(5)):
    for length in ({}, 5, -1, "a", None, 2.5, True, 10**30):
        show(lambda: value.indices(length))
for args in ((7, -128), ([], -1), (7, "a"), ([], 1, -1), ([], -1, 1), ([], 0, 5, 0), ([], 0, 5, "a"), ([], None, None, None), (7, None), ([], 10**20), ([], 10**20, 1),
             ([], 0, 1, 10**20), ([], 2.5), ([1, 2], True), (7, 1, -1), (7, 0, 1, 0), ([], "a", -1), ([], 1, "b"), (7, 1.5, "b")):
    show(lambda: list(islice(*args)))
# a deque is looked up by numbers only
from collections import deque


class Number:
    def __index__(self):
        return 1


class Derived(deque):
    pass


def delete(items, key):
    del items[key]
    return items


def assign(items, key):
    items[key] = 0
    return items


for kind in (deque, Derived):
    for key in ("a", slice(1), None, 2.5, 1, True, Number(), 5, []):
        for call in (lambda: kind("abc")[key], lambda: delete(kind("abc"), key), lambda: assign(kind("abc"), key), lambda: kind("abc").__getitem__(key)):
            try:
                print(call())
            except (TypeError, IndexError, OverflowError) as error:
                print(type(error).__name__, error)


# sizes of combinations
import itertools

for size in (10**20, -10**20, -1, 0, 1, "a", 2.5, None, True):
    for make in (itertools.permutations, itertools.combinations, itertools.combinations_with_replacement):
        try:
            print(list(make((), size)))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, error)
