def f(x):
    def g(): return x
    r = [g()]
    x = x + 1; r.append(g())
    del x
    try: g()
    except NameError as e: r.append(str(e))
    try: x
    except UnboundLocalError as e: r.append(str(e))
    def h():
        nonlocal x
        x = 5
        del x
        x = 6
    h(); r.append(x)
    class C:
        y = x
        try: z = w
        except NameError: z = 0
    r.append((C.y, C.z))
    return r
print(f(1))
def swap(a, b, c, d):
    a, b, c, d = d, c, b, a
    a, b, c = c, a, b
    x = [1, 2]
    x[0], x[1] = x[1], x[0]
    x[x[1]] += 3
    return a, b, c, d, x
print(swap(1, 2, 3, 4))
exec("1; x = 2\nif x: pass")
class A: x: int = 1; y: str
print(A.__annotations__)
def g(): return locals()
print(g())
exec(compile("1 + 1", "f", "single"))
