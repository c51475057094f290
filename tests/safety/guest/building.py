def f(a, b, c):
    t = a, b, c
    l = [a, b, c]
    s = {a, b, c}
    d = {a: b, "k": c, **{"z": 1}, **{}}
    u = [*t, *l, a, *range(2), *(x for x in t)]
    v = (*t, *s)
    w = {*l, *t, 9}
    x = [l[0], l[-1], l[0:2], l[::2], t[b], d["k"], "abc"[1]]
    l[0] = 5; l[a] = 6; l[1:2] = [7, 8]; d[a] = 9; d["q"] = l
    del l[0], d["q"], l[0:1]
    return t, l, sorted(s), d, u, sorted(v), sorted(w), x
print(f(1, 2, 3))
comp = [i * j for i in range(3) for j in range(3) if i != j]
print(comp, {i for i in "abca"} == set("abc"), {i: [i] for i in range(2)}, list(i for i in range(3) if i))
a, b = 1, 2
a, b = b, a
(c, d), e = (1, 2), 3
f0, *g, h = range(5)
[i, j] = "xy"
*k, = ()
m = n = []
print(a, b, c, d, e, f0, g, h, i, j, k, m is n)
a, b, c = c, a, b
a, b, c, d = d, c, b, a
x = y = z = 0
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
p, q, r = Seq()
print(p, q, r, list(Seq()), [*Seq()])
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print([i for i in It()], [*It()], tuple(It()), dict(zip("ab", It())))
for bad in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = 1,", "a, b = 5", "[*5]", "{**5}", "{[]: 1}", "{[]}", "a, b = It()", "[][0]", "{}['k']",
            "(1)[0]", "del [][0]", "'a'[0] = 1", "[1]['a']"):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
