# protocol: B6
"""The two older ways to a callable module; CPython has these too."""
import sys
import types

import cm_classy
import cm_swapped
import cm_swapped_function

print(cm_swapped(1), type(cm_swapped).__name__, cm_swapped.__doc__, sys.modules["cm_swapped"] is cm_swapped, callable(cm_swapped))
print(cm_swapped_function(2), type(cm_swapped_function).__name__, cm_swapped_function.__name__)
print(cm_classy(1), type(cm_classy).__name__, isinstance(cm_classy, types.ModuleType), callable(cm_classy), hasattr(cm_classy, "__call__"))
print(cm_classy.__doc__, cm_classy.__name__, cm_classy.__package__ == "", cm_classy.answer, cm_classy.computed, type(cm_classy).__doc__)
cm_classy.answer = 50
print(cm_classy(1), cm_classy.computed, cm_classy.last, sorted(k for k in vars(cm_classy) if not k.startswith("__")))
try:
    cm_classy()
except TypeError as error:
    print(error)
del type(cm_classy).__call__
print(callable(cm_classy))
cm_classy.__class__ = types.ModuleType
print(type(cm_classy) is types.ModuleType, callable(cm_classy), cm_classy.answer)
for bad in (int, object, type("Unrelated", (), {})):
    try:
        cm_classy.__class__ = bad
    except TypeError as error:
        print(error)


class Kind(types.ModuleType):
    def __init__(self, name, extra):
        super().__init__(name, "doc of " + name)
        self.extra = extra

    def __call__(self, *args):
        return self.extra, args

    def __getattr__(self, name):
        return "missing " + name


made = Kind("made", 5)
sys.modules["made"] = made
import made as imported

print(imported is made, made(1, 2), made.__name__, made.__doc__, made.anything, repr(made).startswith("<module 'made'"))
