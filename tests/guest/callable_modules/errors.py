# protocol: B2 B5
# expected: errors.out
# difference: The message for a module that is not callable names its function
# because: newer hosts give this hint; callgate gives it on every version
# instead: nothing: only the text differs
"""Modules that are not callable: the old message, with the newest Python's hint where there is a function of that name."""
import sys
import types

import cm_data
import cm_failing
import cm_none
import cm_pkg.plain
import cm_plain
import pprint


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


empty = types.ModuleType("empty")
print(attempt(cm_plain), attempt(cm_plain, 1, k=2))
print(attempt(pprint), attempt(sys), attempt(empty), attempt(cm_data), attempt(cm_pkg.plain))
print(attempt(cm_none), "|", attempt(cm_failing), "|", attempt(cm_failing, 1), "|", attempt(cm_failing, x=2))
empty.empty = lambda: 1
print(attempt(empty))
empty.__name__ = "renamed"
print(attempt(empty))
empty.__name__ = 3
print(attempt(empty))
del empty.__name__
print(attempt(empty))
print(list(map(attempt, [cm_plain])), callable(cm_plain), callable(cm_plain.cm_plain))
cm_plain.__call__ = cm_plain.cm_plain
print(attempt(cm_plain))
print(attempt(types.ModuleType), "|", attempt(types.ModuleType, 1), "|", attempt(types.ModuleType, "a", "b", "c"))
print(attempt(sorted, [1], key=cm_data), "|", attempt(lambda: list(map(cm_data, [1]))))
