# OrderedDict fills itself in its own way, and by the __setitem__ of the class.
from collections import OrderedDict


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Keys:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


class Items:
    def items(self):
        return [("a", 1), "xy"]


class Sequence:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


for source in (
    [65, False], "ab", ["ab", "cd"], ["ab", "c"], ["abc"], [(1,)], [()], [[1, 2]], [{1: 2}], [None], 5, None, int, {1: 2}, {}, [([], 1)], [(1, 2), 5], Keys(),
    Items(), Sequence("ab", "cd"), Sequence("ab", 5), b"ab", range(3), [iter("ab")], [iter("abc")], OrderedDict(a=1), [Sequence(1, 2)], [Sequence(1, 2, 3)],
):
    for call in (
        lambda: OrderedDict(source), lambda: OrderedDict().update(source), lambda: OrderedDict(source, x=1), lambda: OrderedDict(x=1) | source,
        lambda: source | OrderedDict(x=1), lambda: OrderedDict().__ior__(source), lambda: Loud(source), lambda: Loud(x=1) | source,
    ):
        show(call)
for call in (
    lambda: OrderedDict(1, 2), lambda: OrderedDict().update(1, 2), lambda: OrderedDict.update(), lambda: OrderedDict.fromkeys("ab", 1),
    lambda: Loud.fromkeys("ab"), lambda: OrderedDict.fromkeys(5), lambda: OrderedDict.fromkeys(), lambda: OrderedDict().pop("a"),
    lambda: OrderedDict().pop("a", 5), lambda: OrderedDict(a=1).pop(key="a"), lambda: OrderedDict().pop(), lambda: OrderedDict().popitem(),
    lambda: OrderedDict(a=1, b=2).popitem(last=False), lambda: OrderedDict().popitem(1, 2), lambda: OrderedDict().popitem(x=1),
    lambda: OrderedDict().move_to_end(1), lambda: OrderedDict().move_to_end(), lambda: OrderedDict().setdefault(), lambda: Loud().setdefault("a", 1),
    lambda: OrderedDict().setdefault([]), lambda: OrderedDict().clear(1), lambda: OrderedDict(self=1, other=2),
):
    show(call)
