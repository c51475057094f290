class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1: return "small"
        case str() as s if len(s) > 3: return "long", s
        case [a, b]: return "pair", a, b
        case [a, *rest, 5]: return "rest", a, rest
        case {"k": w, **more}: return "map", w, more
        case P(0, y=q): return "P0", q
        case P(x, y): return "P", x, y
        case (None | True) as n: return "const", n
        case _: return "other"
for v in (0, "abcd", "abc", [1, 2], (1, 2, 3, 5), {"k": 1, "z": 2}, {}, P(0, 3), P(1, 2), None, True, 5.5, [], range(2), {1}): print(m(v))
class Bad:
    @property
    def __match_args__(self): return ("x",)
    x = 1
class Bad2:
    __match_args__ = [1]
for b in (P(1, 2), Bad2()):
    try:
        match b:
            case Bad2(z): print(z)
            case P(x, y, z): print("?")
    except TypeError as e: print(e)
