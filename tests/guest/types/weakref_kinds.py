# Which objects can be referenced weakly, and what that says of classes with slots that derive from theirs.
import collections
import functools
import itertools
import re
import types
import weakref


def gen():
    yield


async def co():
    pass


coroutine = co()
things = [
    Exception(), KeyError(1), OSError(2, "x"), property(), staticmethod(len), classmethod(len), super(int, 5), types.ModuleType("m"),
    gen, gen(), coroutine, gen.__code__, functools.partial(len), functools.cached_property(len), iter([]), enumerate([]), zip(), map(len, []),
    itertools.count(), itertools.chain(), collections.deque(), collections.OrderedDict(), collections.defaultdict(), re.compile("a"),
    re.match("a", "a"), memoryview(b""), types.SimpleNamespace(), types.MappingProxyType({}), type("C", (), {}), object(), 5, "a", (), [], {},
    set(), frozenset(), len, "".join, str.join, gen.__get__(5), Ellipsis, None, slice(1), range(3), b"", bytearray(), 1.5, int | str, list[int],
    type("E", (Exception,), {})(), type("P", (property,), {})(), type("S", (str,), {})(), type("T", (tuple,), {})(), type("L", (list,), {})(),
    type("N", (), {"__slots__": ()})(), type("W", (), {"__slots__": "__weakref__"})(), functools.lru_cache(len), weakref.ref(gen), Exception,
]
for thing in things:
    try:
        weakref.ref(thing)
        print(type(thing).__name__, "yes")
    except TypeError as error:
        print(type(thing).__name__, error)
coroutine.close()

for base in (Exception, KeyError, OSError, property, staticmethod, object, dict, list, set, types.ModuleType, functools.partial, int, tuple,
             collections.deque, collections.OrderedDict, BaseExceptionGroup, types.SimpleNamespace, type):
    for slots in ((), ("__weakref__",), ("a", "__dict__")):
        try:
            made = type("Made", (base,), {"__slots__": slots})
            print(base.__name__, slots, "__weakref__" in vars(made), "__dict__" in vars(made), made.__weakrefoffset__ != 0)
        except TypeError as error:
            print(base.__name__, slots, error)
    made = type("Made", (base,), {})
    print(base.__name__, "__weakref__" in vars(made), "__dict__" in vars(made))
