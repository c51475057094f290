import inspect, types, itertools
class C: pass
for f in (type.mro, C.mro, C.__subclasses__, type.__subclasses__, object.__dir__, C().__dir__, type.__dir__, object.__reduce_ex__, object.__format__, object.__sizeof__, dict.get, [].append, str.join, int.to_bytes, len, C.__init_subclass__):
    print(getattr(f, "__name__", f), f.__text_signature__, end=" ")
    try: print(inspect.signature(f))
    except ValueError as e: print("ValueError")
try: 1/0
except ZeroDivisionError as e: print(dir(e.__traceback__))
print(eval(compile(memoryview(b"1+1"), "n", "eval")), eval(memoryview(b"2")), eval(bytearray(b"3")))
class S(itertools.filterfalse):
    def __init__(self, *a, newarg=None): self.newarg = newarg
print(list(S(None, [0,1], newarg=3)), S(None, [], newarg=3).newarg)
import operator, pickle
print(pickle.loads(pickle.dumps(operator.methodcaller("split", ",", maxsplit=1)))("a,b,c"))
