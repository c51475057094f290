import math, collections, collections.abc as path
from math import pi as p, floor
from collections import OrderedDict, namedtuple, deque
from operator import *
import functools
print(math.sqrt(4), floor(p), path.Sized.__name__, add(1, 2), functools.__name__)
P = namedtuple("P", "x y"); print(P(1, 2), P(1, y=2)._replace(x=3))
q = deque([1, 2], maxlen=2); q.append(3); print(len(q), OrderedDict(a=1))
for bad in ("import nothing_here", "import math.nothing", "from . import x", "from nothing import *"):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
def local():
    import itertools
    from operator import add
    return list(itertools.accumulate([1, 2, 3], add)), list(itertools.chain("ab", [1])), list(itertools.islice(itertools.count(), 3))
print(local())
g = globals(); g["dynamic"] = 5; print(dynamic); del g["dynamic"]
try: dynamic
except NameError as e: print(e)
exec("made = 1\ndef fm(): return made + 1"); print(fm(), eval("made + 2"), eval("x", {"x": 4}), eval("lambda: 7")())
ns = {}; exec("a = 1\nclass K: b = a\ndef f(): return K.b, a\nfor i in range(2): a += i", ns); print(ns["f"](), sorted(k for k in ns if k[0] != "_"))
class NS(dict):
    def __missing__(self, k): return "missing " + k
    def __setitem__(self, k, v): dict.__setitem__(self, k, (v,))
l = NS(); exec("u = 1\nv = zz\ndel u", {"zz": 0, "__builtins__": __builtins__}, l); print(dict(l))
code = compile("1 + q", "<c>", "eval"); print(eval(code, {"q": 2}))
