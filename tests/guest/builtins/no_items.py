# Deleting and setting items of what has none.
import operator, re, collections, types, functools, weakref
class C: pass
def g(): yield
class P(property): pass
class M(type): pass
class D(metaclass=M): pass
things = [abs, g, g(), C(), C, D, len, print, (x for x in ()), ValueError(), object(), property(), P(), staticmethod(g), classmethod(g), super(C, C()), type, int, list[int], int | str, re.compile("a"), re.match("a", "a"), {}.keys(), {}.items(), {}.values(), types.MappingProxyType({}), memoryview(b"ab"), types.SimpleNamespace(), iter([]), iter({}), enumerate([]), zip(), map(abs, []), reversed([]), functools.partial(abs), weakref.ref(C), g.__code__, operator.itemgetter(1), C().__init__, [].append, str.upper, slice(1), range(3), 5, 1.5, None, ..., NotImplemented, "s", b"b", (1,), frozenset(), {1}, collections.Counter, types.ModuleType("m"), types.CellType(1)]
for o in things:
    for k in (0, "k", 1.5):
        for use in (lambda: operator.delitem(o, k), lambda: o.__delitem__(k)):
            try: print(use())
            except AttributeError as e: pass
            except Exception as e: print(type(e).__name__, e)
        try: del o[k]
        except Exception as e: print(type(e).__name__, e)
        try: o[k] = 1
        except Exception as e: print(type(e).__name__, e)
for use in (lambda: memoryview(a=1, object=2), lambda: memoryview(1, object=2), lambda: memoryview(1, 2)):
    try: use()
    except TypeError as e: print(e)
