class CM:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        log.append("enter " + self.name)
        if self.fail == "enter": raise KeyError("enter")
        return self
    def __exit__(self, t, v, tb):
        log.append(("exit", self.name, t and t.__name__))
        if self.fail == "exit": raise IndexError("exit")
        return self.swallow
log = []
def f(k):
    with CM("a", swallow=k == 1) as a, CM("b", fail=("enter" if k == 2 else "exit" if k == 3 else None)):
        if k == 1: raise ValueError("body")
        if k == 4: return a.name
        if k == 5: {}[1]
    return "after"
for k in range(6):
    try: print(f(k))
    except Exception as e: print(type(e).__name__, e, type(e.__context__).__name__)
print(log)
def loop():
    for i in range(4):
        with CM(str(i)):
            if i == 1: continue
            if i == 2: break
    return i
print(loop())
from contextlib import contextmanager
@contextmanager
def gen(x):
    try: yield x
    except KeyError: log.append("swallowed")
    finally: log.append("left")
with gen(1) as v: print(v)
with gen(2): raise KeyError
try:
    with gen(3): raise ValueError("through")
except ValueError as e: print(e)
for bad in ("with 5: pass", "with CM: pass", "with object() as x: pass"):
    try: exec(bad)
    except Exception as e: print(type(e).__name__)
def genw():
    with CM("g"): yield 1
g = genw(); next(g); g.close(); g = genw(); next(g); del g
class E:
    @property
    def __enter__(self): return lambda: "prop"
    def __exit__(self, *a): raise RuntimeError("bad exit")
try:
    with E() as e: print(e)
except RuntimeError as e: print(e)
