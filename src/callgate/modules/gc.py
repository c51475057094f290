"""The collector, as far as a guest may reach it (`gc`): collect(), and switches that are remembered but do nothing.

The host's collector also looks after the embedder's objects, so the guest can neither stop it nor list what it sees.
"""

import gc as host

import cython
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.interpreter.settling import collect as collect_all
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import NativeModule, define_plain

from callgate.interpreter.counting import retire_classes

#: What one collection costs: it walks over everything that lives.
COST = cython.declare(cython.longlong, 20_000)
CONTENTS: dict = {
    "DEBUG_COLLECTABLE": 2, "DEBUG_LEAK": 38, "DEBUG_SAVEALL": 32, "DEBUG_STATS": 1, "DEBUG_UNCOLLECTABLE": 4,
}


def native(function):
    CONTENTS[function.__name__] = define_plain(function, function.__name__, "gc")
    return function


@native
def collect(generation=2, /):
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be interpreted as an integer")
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    charge(COST)
    retire_classes(current_vm())
    return collect_all(current_vm())


@native
def enable():
    current_vm().data["gc.enabled"] = True


@native
def disable():
    current_vm().data["gc.enabled"] = False


@native
def isenabled():
    vm: VM = current_vm()
    return vm.data.get("gc.enabled", True)


@native
def is_tracked(obj, /):
    return host.is_tracked(obj)


@native
def get_threshold():
    vm: VM = current_vm()
    return vm.data.get("gc.threshold", (700, 10, 10))


@native
def set_threshold(first, /, *others):
    vm: VM = current_vm()
    vm.data["gc.threshold"] = ((first, *others) + get_threshold()[1 + len(others):])[:3]


@native
def get_count():
    return (0, 0, 0)


@native
def get_debug():
    return 0


@native
def set_debug(flags, /):
    return None


def set_up(vm, space):
    """What each machine has for itself."""
    space["garbage"] = []
    space["callbacks"] = []


MODULE = NativeModule("gc", CONTENTS, setup=set_up)
