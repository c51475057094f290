class M:
    def __matmul__(self, other): return 1
    def __imatmul__(self, other): return 2
    def __ior__(self, other): return NotImplemented
    def __or__(self, other): return 3
    def __rpow__(self, other): return 4
    def __neg__(self): return -5
    def __pos__(self): return 5
    def __invert__(self): return 6
    def __divmod__(self, other): return 7
    def __truediv__(self, other): return NotImplemented
def all_of(a, b):
    out = []
    out += [a / b, a // b, a % b, a ** 2, a << 2, a >> 1, a | b, a & b, a ^ b]
    out += [a / 3, a // 3, a % 3, (a + b) // b, (a + b) % 7, (a * b) | 1, (a + 1) & b]
    return out
print(all_of(17, 5), all_of(-17, 5), all_of(1 << 80, 3), all_of(1 << 20, 1 << 20))
def floats(a, b): return [a / b, a // b, a % b, a ** b, a + 1, 1 - a, a * 2, -a, +a, not a, a < b, a == b]
print(floats(7.5, 2.0), floats(1e300, 1.0))
m = M()
k = m @ m
m2 = m
m2 @= m
m3 = m
m3 |= m
print(k, m2, m3, 2 ** m, -m, +m, ~m, ~5, -(1 << 40), divmod(m, 1), not m, not "", not [])
for f in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 5 % 0, lambda: 1 << -1, lambda: m / m, lambda: "a" - 1, lambda: -"a", lambda: ~1.5,
          lambda: 10.0 ** 400, lambda: m < m):
    try: f()
    except Exception as e: print(type(e).__name__, e)
