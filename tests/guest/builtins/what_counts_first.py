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
