"""How often everything was called: the counters that the loop keeps, read by name.

A function's counter is in its executable code, a class's in the class, a native's in an array of the machine, a tool's in
the tool. The machine lists the code (its roll) and the classes whose counter is above zero; the counts of code that goes, and
of classes that are taken off their list when it grows, are kept by name. What callgate's own guest
library calls is not counted.
"""

import cython
from cython.cimports.callgate.core.call import set_call_counter
from cython.cimports.callgate.core.capi import Ref
from cython.cimports.callgate.core.object import TF_HEAP, Type
from cython.cimports.callgate.core.state import current
from cython.cimports.callgate.interpreter.link import HIDDEN_CODE
from cython.cimports.callgate.interpreter.vm import VM
from cython.cimports.callgate.objects.function import Executable, Roll, enroll
from cython.cimports.callgate.objects.native import METHOD_WRAPPER, WRAPPER, NativeFunction
from cython.cimports.libc.stdint import int64_t
from cython.cimports.libc.string import memset

from callgate.bytecode.code import CO_OPTIMIZED
from callgate.objects.native import NATIVES

#: code whose calls are part of evaluating an expression
IMPLICIT = frozenset({"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"})
#: room for natives of modules that are imported later
SPARE = cython.declare(cython.int, 500)
MAX_CLASSES = cython.declare(cython.int, 1000)


# === counting


@cython.cfunc
def running() -> VM:
    state = current()
    return None if state == cython.NULL or state.vm == cython.NULL else cython.cast(VM, state.vm)


def note_function(e):
    vm: VM = running()
    if vm is not None:
        name = shown_name(e.code)
        if name is not None:
            enroll(vm.roll, e, name)
    return 0


def count_class(vm, cls):
    if cls.calls == 0:
        if len(vm.called) >= MAX_CLASSES:
            retire_classes(vm)
        vm.called.append(cls)
    cls.calls += 1


def count_call(callable):
    vm: VM = running()
    if vm is None or (vm.fp.cc != cython.NULL and vm.fp.cc.flags & HIDDEN_CODE):
        return
    called = cython.cast(object, callable)
    if isinstance(called, NativeFunction):
        native: NativeFunction = called
        if native.type is WRAPPER or native.type is METHOD_WRAPPER:
            return      # operators and the like: the guest did not write a call
        if native.number < vm.ncounts:
            vm.counts[native.number] += 1
        else:
            count_new_native(vm, native.number)
    elif isinstance(called, Type):
        if cython.cast(Type, called).flags & TF_HEAP:
            count_class(vm, called)
        else:
            count_native_class(vm, called)


def count_native_class(vm, cls):
    i: cython.size_t = (cython.cast(cython.size_t, cython.cast(Ref, cls)) >> 5) & 31
    if vm.recent_types[i] != cython.cast(Ref, cls):
        keep_recent(vm, i)
        vm.recent_types[i] = cython.cast(Ref, cls)
    vm.recent_calls[i] += 1


@cython.cfunc
def keep_recent(vm: VM, i: cython.size_t) -> object:
    if vm.recent_calls[i]:
        cls = cython.cast(object, vm.recent_types[i])
        vm.type_counts[cls] = vm.type_counts.get(cls, 0) + vm.recent_calls[i]
        vm.recent_calls[i] = 0
    return None


def count_new_native(vm, number):
    vm.reserve_counts(len(NATIVES) + SPARE)
    vm.counts[number] += 1


def retire_classes(vm: VM) -> object:
    """Let go of the classes that were called; a collection does, since the list may be all that keeps one."""
    cls: Type
    for cls in vm.called:
        vm.roll.retired[cls.qualname] = vm.roll.retired.get(cls.qualname, 0) + cls.calls
        cls.calls = 0
    vm.called.clear()
    return None


# === reading


def reset_counts(vm: VM) -> None:
    """Set all counters of a machine to zero."""
    i: cython.int
    k: cython.Py_ssize_t
    roll: Roll = vm.roll
    retire_classes(vm)
    for k in range(roll.n):
        roll.items[k].calls = 0
    if vm.ncounts:
        memset(vm.counts, 0, vm.ncounts * cython.sizeof(int64_t))
    for i in range(32):
        vm.quick_types[i] = 0
        vm.recent_calls[i] = 0
    roll.retired.clear()
    vm.type_counts.clear()


def read_counts(vm: VM) -> list:
    """(name, kind, calls) since the last reset; kind: guest, builtin. A name may be there twice."""
    e: Executable
    i: cython.int
    k: cython.Py_ssize_t
    counts: cython.pointer(int64_t)
    roll: Roll = vm.roll
    retire_classes(vm)
    guest: dict = roll.retired.copy()   # code that was linked for each of many namespaces is one row: results keep the rows
    for k in range(roll.n):             # nothing in here lets the collector run, and code go
        if roll.items[k].calls:
            e = cython.cast(Executable, roll.items[k].owner)
            guest[e.shown] = guest.get(e.shown, 0) + e.c.calls
    found: list = [(name, "guest", calls) for name, calls in guest.items()]
    i = 0
    while i < vm.ncounts:
        counts = vm.counts + i
        if i + 8 <= vm.ncounts and not (
                counts[0] | counts[1] | counts[2] | counts[3] | counts[4] | counts[5] | counts[6] | counts[7]):
            i += 8
            continue
        if counts[0] and i:
            found.append((native_name(NATIVES[i]), "builtin", counts[0]))
        i += 1
    for i in range(32):
        keep_recent(vm, i)
    for cls, calls in vm.builtin_type_counts().items():
        found.append((type_name(cls), "builtin", calls))
    return found


@cython.cfunc
def shown_name(code: object) -> object:
    """Its name in the ledger; None: no callable of the guest's."""
    if code.hidden or not code.flags & CO_OPTIMIZED or code.name in IMPLICIT:
        return None
    return code.qualname


@cython.cfunc
def native_name(f: NativeFunction) -> str:
    """`len`, `str.split`, `math.sqrt`."""
    if f.objclass is None and isinstance(f.module, str) and f.module != "builtins":
        return f"{f.module}.{f.qualname}"
    return f.qualname


@cython.cfunc
def type_name(cls: Type) -> str:
    return cls.qualname if cls.module == "builtins" else f"{cls.module}.{cls.qualname}"


set_call_counter(count_call)
