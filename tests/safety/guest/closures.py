def counter(start):
    n = start
    def step(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        del n
        try: n
        except NameError as e: print(e)
        n = 0
    return step, reset
s, r = counter(5)
print(s(), s(3)); r(); print(s())
def empty():
    def inner(): return late
    try: inner()
    except NameError as e: print(e)
    late = 1
    return inner
print(empty()())
fs = [lambda x, k=k: x + k + g for k in range(3)]
g = 10
print([f(1) for f in fs])
def param(a, *b, c=3, **d):
    def inner(): return a, b, c, d
    a = (a,)
    return inner
print(param(1, 2, c=4, e=5)())
class K:
    v = 1
    def get(self): return __class__.v
    w = [x for x in range(v)]
    def outer(x):
        class Inner:
            y = x
            z = [x for _ in range(2)]
        return Inner.y, Inner.z
    try: del nothing
    except NameError as e: m = str(e)
    del m
    locals()
print(K().get(), K.w, K.outer(5))
def deep(a):
    def b():
        def c():
            def d():
                nonlocal a
                a += 1
                return a
            return d
        return c
    return b
print(deep(1)()()())
