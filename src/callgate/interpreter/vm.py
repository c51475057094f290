"""The VM: one world's stacks, counters and hooks, and the ways into the loop.

A *run* is one activation of the loop on the C stack. The outermost run is the host's call; a run inside it is a nested
one: host C code that asked a guest object something. Guest calls made by guest code never start a run.
"""

import sys

import cython
from cython.cimports.callgate.core.capi import (
    DECREF, INCREF, XDECREF, CgFrame, Ref, Refs, cg_fetch_exception, cg_lend_recursion, cg_replace, cg_take_back_recursion,
)
from cython.cimports.callgate.core.object import new_version
from cython.cimports.callgate.core.state import (
    COLLECT_AT, check_c_stack, current, enlist, enter, leave, set_breaker, set_room, strike,
)
from cython.cimports.callgate.core.type import QUICK
from cython.cimports.callgate.interpreter.calls import DONE, FAILED, PUSHED, PUSHED_FAILED, ask_breaker, call_function
from cython.cimports.callgate.interpreter.link import make_executable
from cython.cimports.callgate.interpreter.unwind import unwind
from cython.cimports.callgate.objects.exception import ExceptionObject, to_host_exception
from cython.cimports.callgate.objects.function import FUNCTION, Executable, Function, Roll, new_function, set_linker
from cython.cimports.callgate.objects.namespace import Namespace
from cython.cimports.libc.stdint import int64_t
from cython.cimports.libc.stdlib import calloc, free, realloc

from callgate.core.errors import InternalError, Trap

UNLIMITED = cython.declare(cython.longlong, 1 << 62)
LENDS = cython.declare(cython.bint, sys.version_info < (3, 12))     # else an outermost run may only take
eval_frame = cython.declare(evalfunc, cython.NULL)
#: the VM whose breaker a native asks (of the thread that has the host's lock)
_asking = cython.declare(Ref, cython.NULL)


def set_eval(f: evalfunc):
    global eval_frame
    eval_frame = f
    return 0


def current_vm():
    state = current()
    if state == cython.NULL or state.vm == cython.NULL:
        raise RuntimeError("no machine is running in this thread")
    return cython.cast(VM, state.vm)


class VM:
    """All state of one guest world.

    ``depth`` is the number of guest frames that may be active at once; memory for them is reserved, not touched.
    """

    def __cinit__(self, depth: cython.longlong = 1000):
        words: cython.size_t = cython.cast(cython.size_t, depth) * 24 + 16384
        self.stack = cython.cast(Refs, calloc(words, cython.sizeof(Ref)))
        self.frames = cython.cast(cython.pointer(CgFrame), calloc(depth + 4, cython.sizeof(CgFrame)))
        if self.stack == cython.NULL or self.frames == cython.NULL:
            raise MemoryError(f"no memory for a depth of {depth} frames")
        self.stack_end = self.stack + words - 512
        # frames[0] is the base: it runs nothing, and the first run starts above it
        self.frames_end = self.frames + depth + 1
        self.fp = self.frames
        self.sp = self.stack
        self.frames[0].fast = self.stack
        self.frames[0].ret = self.stack
        self.pending = cython.NULL
        self.retval = cython.NULL
        self.spread_names = cython.NULL
        self.claimed = cython.NULL
        self.exc_base.value = cython.NULL
        self.exc_base.previous = cython.NULL
        self.exc = cython.address(self.exc_base)
        self.counts = cython.NULL
        self.ncounts = 0
        self.state.fuel = UNLIMITED
        self.state.memory_limit = UNLIMITED
        self.state.nested = 0
        self.state.max_nested = 150
        self.state.dead = False
        self.state.world = new_version()
        self.state.due = cython.NULL
        self.state.vm = cython.cast(Ref, self)
        self.state.kept = cython.NULL
        self.state.collect_at = COLLECT_AT
        self.put_off = []
        self.order = []
        self.state.put_off = cython.cast(Ref, self.put_off)
        self.state.order = cython.cast(Ref, self.order)
        enlist(cython.address(self.state))
        self.modules = {}
        self.data = {}
        self.type_counts = {}
        self.called = []
        self.roll = Roll.__new__(Roll)
        self.callable_modules = True

    def __dealloc__(self):
        strike(cython.address(self.state))
        XDECREF(self.pending)
        XDECREF(self.exc_base.value)
        XDECREF(self.state.due)
        free(self.stack)
        free(self.frames)
        free(self.counts)

    # ---- fuel

    def refill(self, units: cython.longlong) -> None:
        """Give the running slice ``units`` more fuel (called by the breaker)."""
        self.state.fuel += units

    def set_fuel(self, units: cython.longlong) -> None:
        """Set the slice; when it is used up the breaker is asked."""
        self.state.fuel = units
        self.state.held = 0

    def fuel_left(self) -> int:
        return self.state.fuel + self.state.held

    def interrupt(self) -> int:
        """Make the loop ask the breaker at the next call or backward jump; returns what was left of the slice."""
        left = self.state.fuel
        self.state.fuel = 0
        return left

    def set_memory_limit(self, size: cython.longlong) -> None:
        """Bytes that one allocation may ask for; natives check before they allocate."""
        self.state.memory_limit = size

    def peak_depth(self) -> int:
        """The largest number of guest frames that were active at once since the last reset.

        A frame record keeps its code until it is used again, so the records themselves tell how far up they were used:
        no instruction pays for this number.
        """
        n: cython.longlong = 0
        while self.frames + n + 1 < self.frames_end and self.frames[n + 1].cc != cython.NULL:
            n += 1
        return n

    def reset_peak(self) -> None:
        p: cython.pointer(CgFrame) = self.fp + 1
        while p < self.frames_end and p.cc != cython.NULL:
            p.cc = cython.NULL
            p += 1

    def depth(self) -> int:
        """Number of guest frames active now."""
        return self.fp - self.frames

    def set_depth(self, depth: cython.longlong) -> None:
        """Allow at most ``depth`` frames, no more than were reserved (sys.setrecursionlimit)."""
        self.frames_end = self.frames + depth + 1

    def max_depth(self) -> int:
        return self.frames_end - self.frames - 1

    def native_counts(self) -> dict:
        """Calls of native functions so far, by NativeFunction.number."""
        i: cython.int
        return {i: self.counts[i] for i in range(self.ncounts) if self.counts[i]}

    def builtin_type_counts(self) -> dict:
        """Calls of builtin types so far: the guest's Type -> number."""
        i: cython.int
        counts = dict(self.type_counts)
        for i in range(len(QUICK)):
            if self.quick_types[i]:
                counts[QUICK[i]] = counts.get(QUICK[i], 0) + self.quick_types[i]
        return counts

    def reserve_counts(self, n: cython.int) -> None:
        """Make room to count the calls of ``n`` native functions."""
        i: cython.int
        if n > self.ncounts:
            self.counts = cython.cast(cython.pointer(int64_t), realloc(self.counts, n * cython.sizeof(int64_t)))
            for i in range(self.ncounts, n):
                self.counts[i] = 0
            self.ncounts = n

    def asked_by_native(self) -> bool:
        """Is the breaker asked by a native? The top of the running frame's stack is not known then."""
        return _asking == cython.cast(Ref, self)

    # ---- ways in

    def run_code(self, code, globals, names_are_global=True, locals=None):
        """Run module-level code in ``globals`` (a Namespace, or a plain dict, by name) and give what it returns.

        Raises GuestRaise or Trap.
        """
        return run_in(self, code, globals, globals if locals is None else locals)

    def call(self, callable, args: tuple, kwargs=None):
        """Call a guest value; raises GuestRaise or Trap."""
        return call_guest(self, callable, args, kwargs)


def call_guest(vm: VM, callable: object, args: tuple, kwargs: object):
    n: cython.Py_ssize_t = len(args)
    nk: cython.Py_ssize_t = len(kwargs) if kwargs else 0
    i: cython.Py_ssize_t
    names: tuple = tuple(kwargs) if nk else None
    run: Run
    ret: Refs
    begin_run(vm, cython.address(run), n + nk + 1)
    try:
        ret = run.ret
        put(ret, callable)
        for i in range(n):
            put(ret + 1 + i, args[i])
        if nk:
            i = n
            for value in kwargs.values():
                put(ret + 1 + i, value)
                i += 1
        vm.sp = ret + 1 + n + nk
        return finish_run(
            vm, cython.address(run),
            call_function(vm, ret, ret + 1, n + nk, cython.cast(Ref, names) if nk else cython.NULL, F_ENTRY),
        )
    finally:
        end_run(vm, cython.address(run))


def run_in(vm: VM, code: object, globals: object, locals: object):
    executable: Executable
    function: Function
    if type(globals) is Namespace:
        executable = make_executable(code, globals, None, locals is globals)
        return run_body(vm, new_function(executable, globals), locals)
    # a plain dict: cells of an empty namespace never hold anything, so every name is looked up in the dict
    executable = make_executable(code, Namespace(), None, False)
    function = new_function(executable, executable.globals)
    function.globals_dict = globals
    return run_body(vm, function, locals)


def run_body(vm: VM, function: Function, locals: object):
    status: cython.int
    run: Run
    begin_run(vm, cython.address(run), 1)
    try:
        put(run.ret, function)
        vm.sp = run.ret + 1
        status = call_function(vm, run.ret, run.ret + 1, 0, cython.NULL, F_ENTRY)
        if status == PUSHED:
            INCREF(cython.cast(Ref, locals))
            vm.fp.locals = cython.cast(Ref, locals)
        return finish_run(vm, cython.address(run), status)
    finally:
        end_run(vm, cython.address(run))


def begin_run(vm: VM, run: cython.pointer(Run), words: cython.Py_ssize_t):
    ret: Refs = free_stack(vm)
    if words + 64 > vm.stack_end - ret or vm.state.nested >= vm.state.max_nested:
        raise RecursionError("maximum recursion depth exceeded while calling a Python object")
    if vm.state.dead:
        if vm.state.due != cython.NULL:
            raise cython.cast(object, vm.state.due)
        raise Trap("dead", "the machine is stopping")
    check_c_stack()
    run.base = vm.fp
    run.ret = ret
    run.sp = vm.sp
    run.claimed = vm.claimed
    run.exc = vm.exc
    run.pending = vm.pending
    run.previous = enter(cython.address(vm.state))
    vm.sp = ret
    vm.claimed = ret + words + 8
    vm.pending = cython.NULL
    if vm.state.nested == 0:
        vm.state.lent = cg_lend_recursion()
        if LENDS and vm.state.lent < 0:     # the host has made more room, which its tools may need
            cg_take_back_recursion(vm.state.lent)
            vm.state.lent = 0
    vm.state.nested += 1
    return 0


def end_run(vm: VM, run: cython.pointer(Run)):
    vm.fp = run.base
    vm.sp = run.sp
    vm.claimed = run.claimed
    vm.exc = run.exc
    vm.pending = run.pending
    if vm.state.nested == 1:
        # while the machine is still stopping, if it is: what dies must not run then
        cg_replace(cython.address(vm.exc_base.value), cython.NULL)
        cg_replace(cython.address(vm.state.due), cython.NULL)
        vm.state.dead = False
        cg_take_back_recursion(vm.state.lent)
    vm.state.nested -= 1
    leave(run.previous)


def finish_run(vm: VM, run: cython.pointer(Run), status: cython.int):
    result: Ref
    if status == DONE:
        result = run.ret[0]
    elif status == PUSHED or (status == PUSHED_FAILED and unwind(vm) == 1):
        result = eval_frame(vm)
    else:
        result = cython.NULL
    if result == cython.NULL:
        error = fetch()
        if status == FAILED:
            release(run.ret, vm.sp)
        if error is not None:
            raise error
        raise_pending(vm)
    value = cython.cast(object, result)
    DECREF(result)
    return value


def free_stack(vm: VM):
    bound: Refs = vm.stack
    if vm.fp != vm.frames:
        bound = vm.fp.fast + vm.fp.cc.framesize
    return vm.claimed if vm.claimed > bound else bound


@cython.cfunc
@cython.exceptval(check=False)
def put(at: Refs, value: object) -> cython.void:
    INCREF(cython.cast(Ref, value))
    at[0] = cython.cast(Ref, value)


@cython.cfunc
@cython.exceptval(check=False)
def release(p: Refs, end: Refs) -> cython.void:
    while p < end:
        XDECREF(p[0])
        p[0] = cython.NULL
        p += 1


@cython.cfunc
def raise_pending(vm: VM) -> cython.int:
    """Raise, as a host exception, the guest's exception that left the loop."""
    if vm.pending == cython.NULL:
        raise InternalError("a run ended without a value and without an error")
    exc: ExceptionObject = cython.cast(ExceptionObject, vm.pending)
    cg_replace(cython.address(vm.pending), cython.NULL)
    raise to_host_exception(exc)


@cython.cfunc
def fetch() -> object:
    e: Ref = cg_fetch_exception()
    if e == cython.NULL:
        return None
    value = cython.cast(object, e)
    DECREF(e)
    return value


# ------------------------------------------------------------------------------------------------ hooks of lower folders


@cython.cfunc
def function_call(callable: object, args: tuple, kwargs: object) -> object:
    """tp_call of a guest function: a nested run. The loop pushes a frame instead."""
    return call_guest(current_vm(), callable, args, kwargs)


@cython.cfunc
def link_code(code: object, scope: object) -> Executable:
    """A bytecode Code for a function that is made at run time (types.FunctionType)."""
    if type(scope) is Namespace:
        return make_executable(code, scope, None, False)
    return make_executable(code, Namespace(), None, False)


@cython.cfunc
@cython.exceptval(-1, check=False)
def natives_breaker(vm: Ref) -> cython.int:
    """A native has used the slice up."""
    global _asking
    before: Ref = _asking
    _asking = vm
    try:
        return ask_breaker(cython.cast(VM, vm))
    finally:
        _asking = before


@cython.cfunc
@cython.exceptval(check=False)
def frames_left(vm: Ref) -> cython.longlong:
    return cython.cast(VM, vm).frames_end - cython.cast(VM, vm).fp


FUNCTION.slots.tp_call = function_call
set_breaker(natives_breaker)
set_room(frames_left)
set_linker(link_code)
