class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v if type(o) is C else NotImplemented
    def __eq__(self, o): return "eq" if type(o) is C else NotImplemented
    def __hash__(self): return 1
    def __le__(self, o): return []
    def __gt__(self, o): return NotImplemented
class D(C):
    def __gt__(self, o): return "D.gt"
def same(x): return x
def jumps(a, b):
    n = 0
    if a < b: n += 1
    if a <= same(b): n += 2
    if same(a) > b: n += 4
    if same(a) >= same(b): n += 8
    if a == 5: n += 16
    if same(a) != 5: n += 32
    while n < 60: n += 7
    while same(n) < 80: n += 7
    while same(n) > same(70): n -= 7
    return n
print([jumps(a, b) for a, b in ((1, 2), (2, 1), (5, 5), (1.5, 2), (1 << 70, 3), (2.0, 1.0))])
x, y, z = C(1), C(2), D(3)
print(x < y, x == y, x == 1, x != y, x <= y, x < z, x is y, x is not y, x is None, None is None)
if x < y: print("lt")
if not x <= y: print("empty list is false")
if x < z: print("D first")
if x is not None: print("is not")
if None is None: print("is")
print("a" < "b" <= "c", "a" == "a" != "b", 1 < 2 < 3 > 2, [1] < [2], (1,) == (1,))
for f in (lambda: x > y, lambda: x >= 3, lambda: x < 1, lambda: 1 < "a"):
    try: f()
    except TypeError as e: print(e)
print(1 in [1], 2 not in (1,), x in [C(9)], "a" in "abc", 3 in {3: 4}, x in {x})
