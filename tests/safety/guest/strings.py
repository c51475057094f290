class F:
    def __format__(self, spec): return "<" + spec + ">"
    def __repr__(self): return "F!"
    def __str__(self): return "str"
class Bad:
    def __format__(self, spec): return 1
    def __str__(self): return 2
    def __repr__(self): raise KeyError("r")
def f(a, b, w):
    s = f"{a}{b!r}|{a:>{w}}|{b!s:<8}|{a!a}"
    s = s + "x"
    s += str(a)
    t = f"{a}"
    t = t + t
    return s, t, f"{1 + 1} {w=} {F()} {F():abc} {F()!r} {F()!s}"
print(f("k", "v", 5), f(12345, 1.5, 9))
out = ""
for i in range(20): out += f"{i},"
print(out, "%s %d %r" % ("a", 3, F()), "{} {x!r:>4}".format(1, x=2), b"%d" % 4)
for g in (lambda: f"{Bad()}", lambda: f"{Bad()!s}", lambda: f"{Bad()!r}", lambda: f"{1:q}", lambda: f"{F():{Bad()}}", lambda: "a" + 1, lambda: "%d" % "a"):
    try: g()
    except Exception as e: print(type(e).__name__)
print("a,b".split(","), ",".join(["x", "y"]), "ab".replace("a", "c"), "abc".upper().lower().title(), "x".join(str(i) for i in range(3)))
