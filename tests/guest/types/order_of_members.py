# The members of builtin types come in CPython's order.
import collections
for each in (int, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, slice, object, type, bool, staticmethod, classmethod):
    print(each, list(vars(each)))
for each in (5, [], "", {}, None):
    print(object.__dir__(each))
print(int.__getattribute__, int.__getattribute__(5, "real"), list.__getattribute__([1], "count")(1))
class I(int):
    def __getattribute__(self, name): return ("own", name, super().__getattribute__("real"))
print(I(7).anything, object.__getattribute__(I(7), "imag"))
try: int.__getattribute__("x", "real")
except TypeError as e: print(e)
for each in (ValueError, KeyError, StopIteration, BaseException, UnicodeDecodeError):
    print([name for name in vars(each) if name not in ("__getattribute__", "__setattr__", "__delattr__")])
print(vars(ValueError)["__init__"], ValueError.__dict__.keys() == vars(ValueError).keys(), sorted(dir()))
