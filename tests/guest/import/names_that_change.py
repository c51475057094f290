# Names of modules at one place in the code, while the dict behind them changes in every way that there is.
import sys, types, importlib
m = types.ModuleType("m")
def read():
    try: return m.x
    except AttributeError: return "absent"
def call():
    try: return m.x()
    except (AttributeError, TypeError) as e: return type(e).__name__
d = vars(m)
m.x = 0
for step in (lambda: dict.update(d, x=1), lambda: dict.__setitem__(d, "x", 2), lambda: dict.pop(d, "x"), lambda: dict.setdefault(d, "x", 3),
             lambda: dict.__ior__(d, {"x": 4}), lambda: dict.__delitem__(d, "x"), lambda: exec("x = 5", d), lambda: dict.clear(d),
             lambda: object.__setattr__(m, "x", 6), lambda: types.ModuleType.__setattr__(m, "x", 7), lambda: setattr(m, "x", 8),
             lambda: dict.popitem(d), lambda: d.__init__(x=9), lambda: dict.__init__(d, x=10), lambda: types.ModuleType.__delattr__(m, "x"),
             lambda: m.__init__("x"), lambda: d.update([("x", lambda: "called")])):
    print(read(), read(), call(), call(), end=" | ")
    try: step()
    except Exception as e: print(type(e).__name__, e, end=" ")
    print(read(), call())
import xml.dom, xml.dom.minidom
def sub(): return xml.dom.minidom
a = [sub() for _ in range(3)][0]
del sys.modules["xml.dom.minidom"]
import xml.dom.minidom
print(sub() is a, sub() is sys.modules["xml.dom.minidom"])
del xml.dom.minidom
try: sub()
except AttributeError as e: print(e)
importlib.import_module("xml.dom.minidom")
try: print(sub() is a)
except AttributeError as e: print(e)
import string
def s(): return string.digits
print(s(), s()); string.digits = "no"; print(s()); importlib.reload(string); print(s())
sys.stdout2 = 1
def f(): return sys.stdout2
print(f(), f()); sys.stdout2 = 2; print(f()); del sys.stdout2
try: f()
except AttributeError as e: print(e)
import builtins
def b(): return builtins.thing
builtins.thing = 1; print(b(), b(), thing); thing_ = builtins.__dict__; thing_["thing"] = 2; print(b(), thing)
