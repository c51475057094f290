# protocol: B4
# expected: decorators.out
# difference: `from package import module` and decorators take callable modules
# because: PEP 713
# instead: `Machine(callable_modules=False)` switches PEP 713 off
"""`@module`, packages, `from package import module`, imports in every form."""
import importlib
import sys

import cm_class as renamed
import cm_decorator
import cm_endless
import cm_pkg
import cm_pkg.sub
import cm_recursive
from cm_pkg import sub
from cm_pkg.sub import __call__ as sub_call


@cm_decorator
def one():
    return 1


@cm_decorator(retries=3)
def two():
    return 2


@cm_decorator
class Three:
    @cm_decorator(static=True)
    def method(self):
        return 3


@renamed
def whom():
    pass


print(one(), two(), Three().method(), cm_decorator.applied)
print(cm_pkg(), cm_pkg(1), cm_pkg.sub(2), sub(3) == cm_pkg.sub(3), sub_call(), sub is cm_pkg.sub, callable(sub))
print(cm_recursive(10), importlib.import_module("cm_pkg.sub")(4)[1], __import__("cm_pkg")(5), sys.modules["cm_pkg"](6))
print(type(whom).__name__, renamed("x").text.split()[0])
try:
    cm_endless()
except RecursionError as error:
    print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))


class Owner:
    module = cm_pkg
    call = staticmethod(cm_pkg)

    def __init__(self):
        self.own = sub


print(Owner.module(1), Owner().module(2), Owner.call(3), Owner().own(4)[:2])


def generator():
    yield cm_pkg((yield))


g = generator()
next(g)
print(g.send("sent"), [*map(cm_pkg, range(2))], [cm_pkg(x)[1] for x in "ab"])
with_default = lambda f=cm_pkg: f("default")
print(with_default(), (lambda *a, f=sub, **k: f(*a))(1, 2)[:2])
