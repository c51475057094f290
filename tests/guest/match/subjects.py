"""Which values are sequences and mappings to a pattern, and what is asked of them."""

import collections
import collections.abc
import types


class FromSequence(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        print("  item", index)
        return self.items[index]

    def __len__(self):
        print("  len")
        return len(self.items)


class FromMapping(collections.abc.Mapping):
    def __init__(self, **items):
        self.items_ = items

    def __getitem__(self, key):
        print("  item", key)
        return self.items_[key]

    def __len__(self):
        print("  len")
        return len(self.items_)

    def __iter__(self):
        return iter(self.items_)


class Duck:
    def __getitem__(self, key):
        return 1

    def __len__(self):
        return 1

    def keys(self):
        return [1]


class Registered(Duck):
    pass


class Below(Registered):
    pass


collections.abc.Sequence.register(Registered)


class Both(collections.abc.Sequence, collections.abc.Mapping):
    def __getitem__(self, key):
        return 1

    def __len__(self):
        return 1


class OtherWay(collections.abc.Mapping, collections.abc.Sequence):
    __getitem__ = Both.__getitem__
    __len__ = Both.__len__
    __iter__ = None


class List(list):
    pass


class Dict(dict):
    pass


def kind(value):
    found = []
    match value:
        case [*_]:
            found.append("sequence")
    match value:
        case {}:
            found.append("mapping")
    return found


values = [
    [], (), range(3), List(), collections.deque(), collections.UserList(), {}, Dict(), collections.OrderedDict(),
    collections.defaultdict(int), collections.ChainMap(), collections.Counter(), collections.UserDict(),
    types.MappingProxyType({}), "", b"", bytearray(), set(), frozenset(), iter([]), (x for x in ""), {}.keys(), None, 1,
    Duck(), Registered(), Below(), Both(), OtherWay(), FromSequence(), FromMapping(), list, dict,
    collections.namedtuple("N", "a b")(1, 2), types.SimpleNamespace(), slice(1), enumerate([]),
]
for value in values:
    print(type(value).__name__, kind(value))


def sequence(value):
    match value:
        case [1]:
            return "one"
        case [1, 2]:
            return "two"
        case [x, *rest] if rest == [5]:
            return x, rest
        case [7, *_, 9]:
            return "ends"
        case [_, _, *_]:
            return "long"
        case [x, *rest]:
            return x, rest


for items in ([1], [1, 2], [4, 5], [7, 8, 9], [7, 9], [1, 2, 3], [], [3]):
    print(items)
    print(" ", sequence(FromSequence(*items)))


def mapping(value):
    match value:
        case {"a": 1}:
            return "a"
        case {"b": x, **rest}:
            return x, rest
        case {"c": _, "d": _}:
            return "c d"
        case {**rest}:
            return rest


for items in ({"a": 1}, {"a": 2, "b": 3}, {"c": 1, "d": 2}, {"x": 1}):
    print(items)
    print(" ", mapping(FromMapping(**items)), mapping(items))

counts = collections.defaultdict(list, a=1)
match counts:
    case {"b": _}:
        print("made")
    case {"a": 1, **rest}:
        print("not made", dict(counts), rest)

source = {"k": 1, "l": 2}
match source:
    case {"k": 1, **rest}:
        rest["m"] = 3
print(source, rest, type(rest))
match Dict(q=1):
    case {**copied}:
        print(type(copied), copied)


class Getter(dict):
    def get(self, key, default=None):
        print("  get", key, default is None)
        return super().get(key, default)


match Getter(a=1, b=2):
    case {"z": _}:
        print("z")
    case {"a": 1, "b": found}:
        print("found", found)


class Attributes:
    __match_args__ = ("a", "b")

    def __getattr__(self, name):
        print("  attribute", name)
        if name == "c":
            raise AttributeError(name)
        return name


match Attributes():
    case Attributes("x"):
        print("x")
    case Attributes("a", c=_):
        print("c")
    case Attributes("a", x, d="d"):
        print(x)


class Meta(type):
    def __instancecheck__(cls, instance):
        print("  instance of", cls.__name__, "?")
        return True


class Anything(metaclass=Meta):
    pass


match 5:
    case Anything(real=5, imag=z):
        print("anything", z)


class Equal:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        print("  equal to", other)
        return self.answer


match Equal(0):
    case 1 | 2.5:
        print("1")
    case "a":
        print("a")
    case None:
        print("None")
    case [_] | {}:
        print("[_]")
    case _:
        print("nothing")
match Equal([1]):
    case 1:
        print("true enough")
