def f(n, flag=None):
    total = 0
    for i in range(n):
        if i % 3 == 0: continue
        if i > 12: break
        total += i
    else:
        total = -total
    while total > 5:
        total -= 3
    a = flag or total
    b = flag and total
    c = total if flag else -total
    d = not flag
    if flag: e = 1
    elif total: e = 2
    else: e = 3
    return a, b, c, d, e, 1 if total is None else 2
print(f(5), f(20), f(20, True), f(0, []))
def unbound(k):
    if k: x = 1
    try: print(x)
    except UnboundLocalError as e: print(e)
    del k
    try: del k
    except UnboundLocalError as e: print(e)
unbound(0); unbound(1)
g = 5
def glob():
    global g, h
    h = g
    g = h + 1
    del h
glob()
print(g)
try: print(h)
except NameError as e: print(e)
def glob2():
    try: missing
    except NameError as e: print(e)
glob2()
for q in []: pass
for q, (r, *s) in [(1, (2, 3, 4))]: print(q, r, s)
del g, q
assert True, "no"
try: assert 0, "message"
except AssertionError as e: print(e)
x: int = 4
class K:
    y: str = "a"
    z: "later"
print(x, K.__annotations__["z"], __annotations__)
