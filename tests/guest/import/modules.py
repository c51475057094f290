"""Modules as objects: attributes, __getattr__ and __dir__ of their own, changes, text, what imports set on them."""
import sys

import imp_lazy
import imp_pkg
import imp_pkg.deep.below
import imp_star

ModuleType = type(sys)


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


print(imp_lazy.made_up, attempt(getattr, imp_lazy, "other"), hasattr(imp_lazy, "x"), getattr(imp_lazy, "x", "default"), imp_lazy.asked)
print(dir(imp_lazy), imp_lazy.__doc__)
print(attempt(getattr, imp_star, "nope"), imp_star.__doc__)
for module in (imp_pkg, imp_pkg.deep, imp_pkg.deep.below, imp_star):
    spec = module.__spec__
    print(module.__name__, module.__package__, spec.name, spec.parent, spec.has_location, spec.origin == module.__file__, spec.loader is module.__loader__,
          spec.submodule_search_locations == getattr(module, "__path__", None), module.__file__.rpartition("/lib/")[2], repr(module).partition("/")[0])
print(repr(sys), sys.__spec__.origin, hasattr(sys, "__file__"), sys.__package__ == "", sys.__name__)

m = ModuleType("made", "its doc")
print(m, m.__doc__, m.__name__, m.__spec__, m.__loader__, m.__package__, sorted(vars(m)))
m.x = 1
m.__dict__["y"] = 2
print(m.x, m.y, sorted(name for name in dir(m) if name[0] != "_"), vars(m) is m.__dict__)
del m.x
print(attempt(getattr, m, "x"), attempt(delattr, m, "y"), attempt(getattr, m, "y"))
m.__name__ = "renamed"
print(m, attempt(getattr, m, "x"))
m.__file__ = "/some/where.py"
print(m)
del m.__name__
print(m, attempt(getattr, m, "x"), ModuleType.__new__(ModuleType))
print(attempt(setattr, m, "__dict__", {}), m.__annotations__)
m.__annotations__["a"] = 1
print(m.__annotations__, attempt(ModuleType), attempt(ModuleType, 3), attempt(ModuleType, "a", doc=4).__doc__)
m.__init__("again", "doc")
print(m.__name__, m.__doc__, m.__file__)


class Special(ModuleType):
    kind = "special"

    @property
    def computed(self):
        return self.__name__ + "!"

    @computed.setter
    def computed(self, value):
        self.__dict__["stored"] = value

    def __getattr__(self, name):
        if name == "magic":
            return "found by the class"
        raise AttributeError(name)


m = ModuleType("m2")
m.__class__ = Special
print(m.computed, m.kind, m.magic, type(m).__name__, isinstance(m, ModuleType), attempt(getattr, m, "nope"))
m.computed = 5
m.kind = "own"
print(m.stored, m.kind, Special("direct", "d").computed, Special("direct"))
m.__class__ = ModuleType
print(attempt(getattr, m, "magic"), m.stored)
for bad in (int, object, 3):
    print(attempt(setattr, m, "__class__", bad))

# globals are the module's dict, whoever writes
counter = 0


def bump():
    global counter
    counter += 1
    return counter


main = sys.modules[__name__]
print(bump(), main.counter, globals()["counter"], vars(main) is globals())
main.counter = 10
print(bump(), counter)
globals()["counter"] = 20
print(bump())
globals().update(counter=30)
print(bump())
exec("counter = 40")
print(bump())
main.__dict__.pop("counter")
print(attempt(bump))
globals().setdefault("counter", 50)
print(bump())
del main.counter
print(attempt(bump))
vars(main)["counter"] = 60
print(bump(), imp_star.f())
imp_star.a = "changed"
print(imp_star.f())
setattr(imp_star, "a", "again")
print(imp_star.f(), imp_star.__dict__["a"])
imp_star.__dict__.update({"a": "updated"})
print(imp_star.f())
globals().__ior__({"counter": 70})
print(bump())
del globals()["counter"]
print(attempt(bump))

# names of builtins: own ones go before them
print(len([1]))
len = lambda x: "own"
print(len([1]), (lambda: len([1]))())
del len
print(len([1]))
import builtins
builtins.added = "added"
print(added)
added = "own"
print(added)
del added
print(added)
del builtins.added
print(attempt(lambda: added))
print(builtins.__name__, builtins.len is len, type(builtins).__name__)
