import cmath
import os


class C:
    def __complex__(self):
        return 3 + 4j


class F:
    def __float__(self):
        return -1.0


class I:
    def __index__(self):
        return 4


for name in ("acos acosh asin asinh atan atanh cos cosh exp isfinite isinf isnan log log10 phase polar sin sinh sqrt tan tanh").split():
    for value in (1 + 2j, -0.5, 2, C(), F(), I(), True):
        try:
            print(name, getattr(cmath, name)(value))
        except ValueError as error:
            print(name, error)
for call in (lambda: cmath.sqrt("x"), lambda: cmath.log(0), lambda: cmath.rect(1, 2), lambda: cmath.rect(1j, 2), lambda: cmath.isclose(1, 1 + 1e-12j), lambda: cmath.log(8, 2),
             lambda: cmath.exp(1e9), lambda: cmath.sqrt(), lambda: cmath.sqrt(object()), lambda: cmath.isclose(1, 2, rel_tol=-1), lambda: cmath.polar(C())):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(cmath.pi, cmath.inf, cmath.infj, cmath.nanj)
os.environ["NAME"] = "value"
print(os.getenv("NAME"), os.environ.get("NONE"), os.environ.setdefault("NAME", "x"), os.environ.pop("NAME"), "NAME" in os.environ)
try:
    os.environ["NAME"] = 5
except TypeError as error:
    print(error)
