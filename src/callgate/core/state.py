"""The machine that runs in this thread, and what natives ask of it: fuel, memory, room on the C stack.

The running State is thread-local, so that machines in several threads do not see each other. Outside of any run all
charges are free.
"""

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
