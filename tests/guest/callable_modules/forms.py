# protocol: B1 B3 B5
# expected: forms.out
# difference: Modules with `__call__` are callable
# because: PEP 713, which CPython does not have, is part of what callgate is
# instead: `Machine(callable_modules=False)` switches it off
"""The forms of a callable module, and what `callable` and `hasattr` say of each."""
import sys
import types

import cm_broken
import cm_class
import cm_def
import cm_getattr
import cm_inner
import cm_instance
import cm_none
import cm_partial
import cm_plain

print(cm_def(), cm_def(1, *[2], k=3, **{"z": 4}), cm_def.calls[0])
print(cm_class(), cm_class("you", mark="?"), cm_class.Hello is cm_class.__call__, type(cm_class()).__name__)
print(cm_inner(3).x, isinstance(cm_inner(), cm_inner.__call__), cm_partial("101"), cm_instance(1, 2))
print(cm_getattr(1), cm_getattr(k=2), cm_getattr.looked_up.count("__call__"))
modules = {"def": cm_def, "class": cm_class, "inner": cm_inner, "getattr": cm_getattr, "partial": cm_partial, "instance": cm_instance,
           "plain": cm_plain, "sys": sys, "types": types, "new": types.ModuleType("new")}
for name, module in modules.items():
    print(name, callable(module), hasattr(module, "__call__"), type(module) is types.ModuleType)
print("none", hasattr(cm_none, "__call__"))
for name, action in {"hasattr": lambda: hasattr(cm_broken, "__call__"), "call": cm_broken}.items():
    try:
        print(name, action())
    except LookupError as error:
        print(name, error)
print(cm_def.__call__("attribute") == cm_def("attribute"), cm_def.__dict__["__call__"] is cm_def.__call__, "__call__" in dir(cm_def))
print(callable(types.ModuleType), hasattr(types.ModuleType, "__call__"), "__call__" in types.ModuleType.__dict__)

print("every way of calling")
print(list(map(cm_class, ["a", "b"])), sorted([2, 1, 3], key=lambda x: cm_partial(str(x % 2))), (lambda f: f("1"))(cm_partial))
print(max([1, 2], key=cm_instance), next(cm_class(x) for x in "x"), [cm_partial(x) for x in ("1", "10")], {cm_class: 1}[cm_class])
print(type(cm_def).__name__, isinstance(cm_def, types.ModuleType), repr(cm_class("r")), f"{cm_class('f')!r:>12}")

print("replaced and deleted at run time")
cm_def.replace(lambda *args: ("replaced", args))
print(cm_def(1), callable(cm_def))
cm_def.__call__ = len
print(cm_def([1, 2]), callable(cm_def))
cm_def.__dict__["__call__"] = abs
print(cm_def(-3))
setattr(cm_def, "__call__", 3)
try:
    cm_def()
except TypeError as error:
    print(error)
cm_def.delete()
print(callable(cm_def), hasattr(cm_def, "__call__"))
try:
    cm_def(1)
except TypeError as error:
    print(error)
vars(cm_def)["__call__"] = cm_class
print(callable(cm_def), cm_def("through another module"))
made = types.ModuleType("made", "its doc")
made.__call__ = lambda *args, **kwargs: (args, kwargs)
print(made(1, k=2), callable(made), made.__doc__, made.__name__)
made.__getattr__ = lambda name: lambda: ("from __getattr__", name)
del made.__call__
print(made(), callable(made))


def __call__(*args):
    return "the main module", args


print(sys.modules["__main__"](1), sys.modules[__name__] is sys.modules["__main__"])
del __call__
print(callable(sys.modules["__main__"]))
