"""importlib: import_module, reload, find_spec."""
import importlib
import importlib.util
import sys

import imp_reload


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


print(importlib.import_module("imp_star").a, importlib.import_module("imp_pkg.deep.below").NAME)
print(importlib.import_module(".deep", "imp_pkg").__name__, importlib.import_module("..listed", "imp_pkg.deep").__name__)
print(attempt(importlib.import_module, ".x"), attempt(importlib.import_module, "...x", "imp_pkg"), attempt(importlib.import_module, "no_such"))
print(imp_reload.count, importlib.reload(imp_reload) is imp_reload, imp_reload.count)
print(attempt(importlib.reload, 3), attempt(importlib.reload, "x"))
del sys.modules["imp_reload"]
print(attempt(importlib.reload, imp_reload))
import imp_reload as fresh
print(fresh is imp_reload, fresh.count)
print(importlib.invalidate_caches())
spec = importlib.util.find_spec("imp_star")
print(spec.name, spec is sys.modules["imp_star"].__spec__, importlib.util.find_spec("no_such_module"))
print(importlib.util.find_spec("imp_needs").name, "imp_needs" in sys.modules, attempt(importlib.util.find_spec, "imp_star.x"))
print(importlib.util.find_spec("imp_pkg.deep").parent, importlib.util.resolve_name(".x", "a.b"), importlib.util.resolve_name("x", None))
made = importlib.util.module_from_spec(importlib.util.find_spec("imp_needs"))
print(made.__name__, made.__spec__.name)
