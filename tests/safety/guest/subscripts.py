class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __len__(self): return len(self.d)
    def __missing__(self, k): return 1
    def __class_getitem__(cls, k): return (cls.__name__, k)
class D(dict):
    def __missing__(self, k): return [k]
    def __getitem__(self, k): return dict.__getitem__(self, k)
def use(b, i, l, d):
    b[i] = 3; b["k"] = l; b[i] += 4; b[i, 1] = b[i]
    l[i] = d; l[0] = i; l[-1] += 1; d[i] = 1; d["x"] = 2; d[i] += 1
    r = [b[i], b["k"], l[i], l[0], d[i], d["x"], l[i:], (l + l)[i], (l + l)[2]]
    del b["k"]
    return r, i in b, "k" in b, len(b)
print(use(Box(), 1, [7, 8, 9], {}))
print(use(Box(), 0, [1.5, 2], {0: 5}))
print(Box["a"], D()[3], list[int], dict[str, int])
for f in (lambda: Box()[1], lambda: Box()["a"], lambda: {}[1], lambda: [1][5], lambda: (1,)["a"], lambda: {}[[]], lambda: 5[0], lambda: D.x[1]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def late(l, d):
    try: l[9] = 1
    except IndexError as e: print(e)
    try: d[[]] = 1
    except TypeError as e: print(e)
    try: None[0] = 1
    except TypeError as e: print(e)
late([], {})
