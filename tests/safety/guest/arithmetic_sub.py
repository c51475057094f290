class N:
    def __init__(self, v): self.v = v
    def __sub__(self, other): return ("sub", self.v, other if type(other) is not N else other.v)
    def __rsub__(self, other): return ("rsub", self.v, other)
def same(x): return x
def modes(f, g, n):
    a = same(f) - same(g)
    b = same(f) - g
    c = same(f) - 3
    d = f - same(g)
    e = 3 - same(g)
    h = 3 - g
    i = f - g
    j = f - 3
    k = [same(f) - same(g), same(f) - g, same(f) - 3, f - same(g), 3 - same(g), 3 - g, f - g, f - 3]
    f -= g
    f -= 3
    g = 3 - g
    return a, b, c, d, e, h, i, j, k, f, g
for f, g in (7, 1000), (1 << 70, 5), (2.5, 0.5), (2, 1.5), (100000, 100000):
    print(modes(f, g, 2))
def objects(f, g):
    x = f - g
    y = 3 - f
    z = f - 3
    w = same(f) - 3
    return x, y, z, w
print(objects(N(4), N(5)))
for bad in (N(1), None), (None, 1), ("a", None):
    try:
        if "-" != "-" or True:
            print([] - {})
    except TypeError as e:
        print(e)
