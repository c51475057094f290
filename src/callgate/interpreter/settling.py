"""Finalizers of what the guest dropped in cycles: `__del__`, finally clauses of generators, callbacks of weak references.

The host's collector finds such things whenever it likes, which must not show in a run's fuel: it only puts them on the machine's
list. They are finalized, in the order in which they were made, after a collection that the program itself brings about: by gc.collect(),
by having made many of them (the breaker is asked then), by ending. So the list holds the same things each time.
"""

import gc

import cython
from cython.cimports.callgate.core.capi import Py_TYPE, Ref
from cython.cimports.callgate.core.state import COLLECT_AT, may_finalize, set_settling
from cython.cimports.callgate.interpreter.vm import VM, Run, begin_run, end_run

_notified = cython.declare(object, None)
_notify = cython.declare(notifyfunc, cython.NULL)


def set_notify(host, func):
    global _notified, _notify
    _notified = host
    _notify = func


def collect(vm):
    vm.state.collect_due = False
    vm.state.settled = vm.state.births
    vm.state.young = 0
    found: cython.Py_ssize_t = gc.collect()
    finalize_all(vm)
    vm.state.collect_at = max(COLLECT_AT, 2 * vm.state.living)      # living things that ask for the next
    return found


@cython.cfunc
def finalize_all(vm: VM) -> cython.int:
    """Finalizers may drop things that have some: those wait for the next time."""
    found: list = vm.put_off
    order: list = vm.order
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t = len(found)
    if n == 0:
        return 0
    places: list = sorted(range(n), key=order.__getitem__)
    vm.put_off = []
    vm.order = []
    vm.state.put_off = cython.cast(Ref, vm.put_off)
    vm.state.order = cython.cast(Ref, vm.order)
    if _notified is not None:       # callbacks come first, as in the host
        for i in places:
            if issubclass(type(found[i]), _notified) and may_finalize(vm.state.world):
                _notify(found[i])
    for i in places:
        if not may_finalize(vm.state.world) or vm.state.due is not cython.NULL:
            break               # the run is being stopped: nothing of the guest's runs any more
        one: object = found[i]
        found[i] = None
        set_settling(cython.cast(Ref, one))
        Py_TYPE(cython.cast(Ref, one)).tp_finalize(cython.cast(Ref, one))
        set_settling(cython.NULL)
    return 0


def settle_end(vm):
    run: Run
    if not unsettled(vm):
        return 0
    begin_run(vm, cython.address(run), 1)
    try:
        collect(vm)
        if vm.state.due is not cython.NULL:
            raise cython.cast(object, vm.state.due)
    finally:
        end_run(vm, cython.address(run))
    return 0
