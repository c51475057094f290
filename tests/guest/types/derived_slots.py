# What classes derived from builtins have of their own: slots that are pickled, arguments that only __init__ takes.
import copy
import itertools
import pickle


class S(set):
    __slots__ = ("x", "y", "__dict__")


class F(frozenset):
    __slots__ = ("x", "y", "__dict__")


for cls in (S, F):
    s = cls([1, 2])
    s.x, s.z = ["x"], ["z"]
    for n in range(pickle.HIGHEST_PROTOCOL + 1):
        t = pickle.loads(pickle.dumps(s, n))
        print(t == s, type(t) is cls, t.x, t.z, hasattr(t, "y"))
    print(copy.copy(s).x is s.x, copy.deepcopy(s).x, s.__reduce__()[2], cls().__reduce__())
print(set().__reduce__(), frozenset([1]).__reduce__())


class C(itertools.chain):
    def __init__(self, *args, extra=None):
        self.extra = extra


c = C("ab", [1], extra=5)
print(list(c), c.extra)
try:
    itertools.chain("ab", extra=5)
except TypeError as error:
    print(error)


for cls, args in ((map, (str, [1])), (filter, (None, [1])), (reversed, ("ab",)), (zip, ("ab",))):
    class Bare(cls):
        pass

    class Initialised(cls):
        def __init__(self, *args, **kwargs):
            self.given = kwargs

    for each in (cls, Bare, Initialised):
        try:
            made = each(*args, more=1)
            print(made.given, list(made))
        except TypeError as error:
            print(each.__name__, error)


class Plain(itertools.chain):
    pass


try:
    print(Plain("a", extra=1))
except TypeError as error:
    print(error)


def kind(value):
    match value:
        case [*items]:
            return "sequence", items
        case {}:
            return "mapping"
    return None


print([kind(value) for value in (memoryview(b"ab"), bytearray(b"a"), b"a", "a", range(2), {1: 2}, {1}, iter([]))])
