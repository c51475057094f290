def g(n):
    try:
        for i in range(n):
            got = yield i
            if got: yield ("got", got)
    except ValueError as e:
        yield ("caught", str(e))
        yield "more"
    finally:
        log.append("finally")
    return "done"
log = []
print(list(g(3)), log)
a = g(3); print(next(a), a.send("x"), next(a), next(a, "end"), next(a, "end"))
a = g(3); next(a); print(a.throw(ValueError("v")), a.throw(KeyError) if False else next(a)); a.close(); print(log)
a = g(1); next(a)
try: next(a)
except StopIteration as e: print(e.value)
a = g(2); a.close(); print(list(a))
a = g(2); next(a); del a; print(log)
def outer():
    r = yield from g(2)
    r2 = yield from [10, 20]
    r3 = yield from iter((30,))
    try: yield from bad()
    except KeyError as e: yield e.args
    return r, r2, r3
def bad():
    yield "b"
    raise KeyError("k")
print(list(outer()))
o = outer(); next(o); print(o.throw(ValueError("deep")), list(o))
o = outer(); next(o); o.close(); print(log)
class Sub:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self): self.n += 1; return self.n
    def send(self, v): return ("sent", v)
    def throw(self, e): return ("thrown", type(e).__name__)
    def close(self): log.append("closed")
def over(): return (yield from Sub())
o = over(); print(next(o), o.send(5), o.throw(KeyError("q"))); o.close(); print(log[-1])
def stop(): yield 1; raise StopIteration("pep479")
try: list(stop())
except RuntimeError as e: print(e)
def ignores():
    while True:
        try: yield 1
        except GeneratorExit: pass
i = ignores(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def running():
    try: next(me)
    except ValueError as e: yield str(e)
me = running(); print(next(me))
lam = lambda: (yield 5)
print(list(lam()), [x for x in (y * 2 for y in range(3))], sum(x for x in g(4)), dict((k, k) for k in "ab"))
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
for x in g(5):
    if x == 2: break
else: print("no")
p, q, *r = g(4); print(p, q, r)
print(max(g(3)), sorted(g(3)), ",".join(str(x) for x in g(3)), [*g(2), *g(1)], 2 in g(4), log.count("finally"))
j = ignores(); next(j)
try: j.send(1), j.throw(KeyError("out"))
except KeyError as e: print(e)
