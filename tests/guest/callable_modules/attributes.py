# protocol: B6
# expected: attributes.out
# difference: A callable module's attributes stay reachable
# because: PEP 713
# instead: `Machine(callable_modules=False)` switches PEP 713 off
"""Module attributes stay reachable in all forms; a module that changed its class may still have its own __call__."""
import cm_both
import cm_class
import cm_def
import cm_getattr
import cm_pkg
import cm_pkg.sub

for module in (cm_def, cm_class, cm_getattr, cm_pkg, cm_pkg.sub):
    print(module.__name__, repr(module.__package__), module.__doc__, module.__spec__.name, hasattr(module, "__path__"), module.__loader__ is not None)
print(type(cm_pkg.__path__).__name__, len(list(cm_pkg.__path__)), cm_pkg.__spec__.submodule_search_locations is not None)
print(cm_both(1), repr(cm_both), callable(cm_both), type(cm_both).__name__, cm_both.__doc__[:7])
try:
    cm_getattr.missing
except AttributeError as error:
    print(error)
try:
    cm_def.missing
except AttributeError as error:
    print(error)
print(sorted(name for name in dir(cm_class) if not name.startswith("__")), cm_class.__call__ is cm_class.Hello)
