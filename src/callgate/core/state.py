"""The machine that runs in this thread, and what natives ask of it: fuel, memory, room on the C stack.

The running State is thread-local, so that machines in several threads do not see each other. Outside of any run all
charges are free.
"""

import gc

import cython
from cython.cimports.callgate.core.capi import *

from .errors import Trap

StateP = cython.typedef(cython.pointer(State))
_breaker = cython.declare(breakerfunc, cython.NULL)
_room = cython.declare(roomfunc, cython.NULL)


def current():
    return cython.cast(StateP, CG_STATE())


def enter(state):
    previous: StateP = cython.cast(StateP, CG_STATE())
    CG_SET_STATE(state)
    if state != cython.NULL:
        state.c_stack_floor = cg_stack_floor()
    return previous


def leave(previous):
    CG_SET_STATE(previous)


def set_breaker(func):
    global _breaker
    _breaker = func


def current_world():
    state: StateP = cython.cast(StateP, CG_STATE())
    return 0 if state == cython.NULL else state.world


def may_finalize(world):
    state: StateP = cython.cast(StateP, CG_STATE())
    return state != cython.NULL and not state.dead and (world == state.world or world == 0)


# === what waits for its finalizer
_machines = cython.declare(StateP, cython.NULL)
#: the one that settle() finalizes: its references are not the collector's
_settling = cython.declare(Ref, cython.NULL)


def enlist(state):
    global _machines
    state.previous = cython.NULL
    state.next = _machines
    if _machines != cython.NULL:
        _machines.previous = state
    _machines = state


def strike(state):
    global _machines
    if state.previous != cython.NULL:
        state.previous.next = state.next
    elif _machines == state:
        _machines = state.next
    if state.next != cython.NULL:
        state.next.previous = state.previous


@cython.cfunc
@cython.exceptval(check=False)
def machine_of(world: cython.ulonglong) -> StateP:
    state: StateP = cython.cast(StateP, CG_STATE())
    if state != cython.NULL and state.world == world:
        return state
    state = _machines
    while state != cython.NULL and state.world != world:
        state = state.next
    return state


#: the thread in which the collector runs, and whether it tells
_collector = cython.declare(cython.p_void, cython.NULL)
_watched = cython.declare(cython.bint, False)


def tell_phase(phase, info):
    """What the collector calls when it starts and stops."""
    global _collector
    _collector = cg_this_thread() if phase == "start" else cython.NULL


@cython.cfunc
@cython.exceptval(check=False)
def watch() -> cython.void:
    """From the first finalizable thing on."""
    global _watched
    _watched = True
    gc.callbacks.append(tell_phase)


def in_collector():
    return _collector != cython.NULL and _collector == cg_this_thread()


def birth(late):
    state: StateP = cython.cast(StateP, CG_STATE())
    if state == cython.NULL:
        return 0
    if not _watched:
        watch()
    state.births += 1
    state.living += 1
    if not late:
        state.young += 1
    if state.living >= state.collect_at and not state.collect_due:
        state.collect_due = True
        hold_fuel(state)
    return cython.cast(cython.uint, state.births) or 1


def finalized(born, late=False):
    state: StateP = cython.cast(StateP, CG_STATE())
    if born and state != cython.NULL:
        state.living -= 1
        if not late and cython.cast(cython.int, born - cython.cast(cython.uint, state.settled)) > 0:
            state.young -= 1


def birth_untold(world):
    state: StateP = machine_of(world)
    if state != cython.NULL:
        state.uncounted = True


def waits(o, world, born):
    global _settling
    if o == _settling:
        _settling = cython.NULL
        return False
    # when the last reference has gone, the finalizer's caller holds the only one; the collector finds what others still hold.
    # What it clears may hold the last reference of something else.
    if Py_REFCNT(o) == 1 and not in_collector():
        return False
    put_off(o, world, born)
    return True


def put_off(o, world, born):
    state: StateP = machine_of(world)
    number: object = born
    if state != cython.NULL and (
            PyList_Append(state.put_off, o) < 0 or PyList_Append(state.order, cython.cast(Ref, number)) < 0):
        PyErr_Clear()       # no memory: it goes without


def set_settling(o):
    global _settling
    _settling = o


def hold_fuel(state):
    if state.fuel > 0:
        state.held += state.fuel
        state.fuel = 0


def stop_later(trap):
    state: StateP = cython.cast(StateP, CG_STATE())
    if state != cython.NULL:
        INCREF(cython.cast(Ref, trap))
        cg_replace(cython.address(state.due), cython.cast(Ref, trap))
        if state.fuel >= 0:
            state.fuel = -1
    return 0


def set_room(func):
    global _room
    _room = func


def check_depth(nested):
    state: StateP = cython.cast(StateP, CG_STATE())
    check_c_stack()
    if state != cython.NULL and _room != cython.NULL and nested > _room(state.vm):
        raise RecursionError("maximum recursion depth exceeded")
    return 0


def guest_may_run():
    state: StateP = cython.cast(StateP, CG_STATE())
    return state != cython.NULL and not state.dead


def charge(fuel):
    state: StateP = cython.cast(StateP, CG_STATE())
    if state == cython.NULL:
        return 0
    state.fuel -= fuel
    if CG_UNLIKELY(state.fuel < 0):
        if _breaker == cython.NULL:
            raise Trap("fuel", "out of fuel")
        _breaker(state.vm)
    return 0


def charge_memory(size):
    state: StateP = cython.cast(StateP, CG_STATE())
    if state != cython.NULL and size > state.memory_limit:
        raise Trap("memory", f"an object of {size} bytes is more than the memory limit of {state.memory_limit} bytes")
    return 0


def check_c_stack():
    if CG_UNLIKELY(CG_STACK_POINTER() < cg_stack_floor()):
        raise RecursionError("maximum recursion depth exceeded")
    return 0
