# math
import math


def show(name, *given):
    for args in given:
        try:
            print(name, args, "->", repr(getattr(math, name)(*args)))
        except Exception as error:
            print(name, args, "!", type(error).__name__, error)


class Number:
    def __float__(self): return 2.0
    def __index__(self): return 6
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __repr__(self): return "Number()"


def gen(*items):
    yield from items


for name in ("acos", "asin", "atan", "cos", "sin", "tan", "exp", "expm1", "log", "log10", "log2", "log1p", "sqrt", "cbrt", "gamma", "lgamma",
             "erf", "fabs", "degrees", "radians", "isnan", "isinf", "isfinite", "modf", "frexp", "ulp", "sinh", "cosh", "tanh", "acosh",
             "asinh", "atanh", "exp2", "erfc"):
    show(name, (0.5,), (1,), (-1,), (Number(),), ("x",))
for name in ("floor", "ceil", "trunc"):
    show(name, (2.5,), (-2.5,), (7,), (Number(),), (float("inf"),), ("x",))
show("factorial", (0,), (5,), (25,), (-1,), (2.0,), (True,), (Number(),), ("x",), ())
show("comb", (5, 2), (5, 6), (5, 0), (-1, 2), (5, -1), (100, 50), (1.5, 2), (5,), (Number(), 2))
show("perm", (5, 2), (5,), (5, None), (3, 4), (-1,), (5, -1), ("x",))
show("gcd", (), (12, 18), (0, 0), (-4, 6), (12, 18, 27), (1.5,), (Number(), 4))
show("lcm", (), (4, 6), (0, 5), (2, 3, 4), (1.5,))
show("isqrt", (17,), (0,), (-1,), (10 ** 40,), (1.5,))
show("prod", ([1, 2, 3],), ([],), ([2.5, 2],), (["a", 3],), (gen(2, 3),), (5,), (), ([1], 2))
print(math.prod([2, 3], start=10), math.prod([], start="x"))
show("fsum", ([0.1] * 10,), (gen(1, 2.5),), (5,), (["x"],))
show("pow", (2, 3), (2, 0.5), (-1, 0.5), (0, -1))
show("fmod", (7, 3), (7, 0))
show("hypot", (3, 4), (), (1, 2, 3))
show("dist", ([1, 2], [4, 6]), ((1,), (2, 3)))
show("copysign", (1, -0.0), (1,))
show("ldexp", (1.5, 3), (1, 10 ** 6))
show("atan2", (1, 1), (1,))
show("isclose", (1, 1 + 1e-10), (1, 1.1), (1, 2, 3))
print(math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-10, abs_tol=1e-9))
show("nextafter", (1.0, 2.0), (0.0, -1.0))
show("remainder", (7, 3), (5, 2))
show("log", (8, 2), (100, 10), (10 ** 400,), (0,), (8, 1), (-1,))
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sin, type(math.sin).__name__, math.__name__)
