"""Raising: from the instruction that failed to the handler that takes it.

One exception is in flight at a time, in ``vm.pending``. Host exceptions become guest ones here and nowhere else; a Trap
matches no handler and takes every frame of the run with it.
"""

import sys

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.type import is_subtype
from cython.cimports.callgate.interpreter.frame_object import FrameObject, frame_seen, leave_frame
from cython.cimports.callgate.interpreter.frames import close_generator
from cython.cimports.callgate.interpreter.link import HIDDEN_CODE
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import F_ASYNC, F_ENTRY, F_GEN, F_NEXT, F_SEEN
from cython.cimports.callgate.objects.async_generator import AsyncGenerator, AsyncSend, end_send, ends_iteration
from cython.cimports.callgate.objects.exception import (
    ExceptionObject, Traceback, exception_type, new_exception, new_traceback, set_context, to_guest_exception,
)
from cython.cimports.callgate.objects.function import Executable, Function
from cython.cimports.callgate.objects.generator import Resumable, kind_of

from callgate.core.errors import Trap

TRAP = cython.declare(Ref, cython.cast(Ref, Trap))
NAME_ERROR = cython.declare(object, exception_type("NameError"))
ATTRIBUTE_ERROR = cython.declare(object, exception_type("AttributeError"))
STOP_ASYNC_ITERATION = cython.declare(object, exception_type("StopAsyncIteration"))
STOP_ITERATION = cython.declare(object, exception_type("StopIteration"))
#: names that are proposed are looked for in what closures call `self`, too
SELF_OF_CLOSURES = cython.declare(cython.bint, sys.version_info >= (3, 13))
#: what is thrown into a generator that has not begun leaves it as it is
BODY_ONLY = cython.declare(cython.bint, sys.version_info >= (3, 12))


def unwind(vm: VM):
    fp: cython.pointer(CgFrame) = vm.fp
    fresh: cython.bint = True
    if vm.pending != cython.NULL:
        fresh = not raised_again(fp)
        if not fresh:
            note_end(vm)
    else:
        if PyErr_ExceptionMatches(TRAP):
            return leave_all(vm)
        if cython.cast(raw_vm, cython.cast(cython.p_void, take_host_error))(vm) < 0:
            return leave_all(vm)
    if fresh and cython.cast(ExceptionObject, vm.pending).traceback is None:
        handled(vm)
    while True:
        fp = vm.fp
        if fresh and cython.cast(raw_vm, cython.cast(cython.p_void, add_traceback))(vm) < 0:
            return leave_all(vm)
        fresh = True
        if find_handler(vm):
            return 1
        if fp.flags & F_GEN:
            if cython.cast(raw_vm, cython.cast(cython.p_void, generator_raised))(vm) < 0:
                return leave_all(vm)
        if not fp.flags & F_ENTRY and called_for_attribute(fp - 1):
            if cython.cast(raw_vm, cython.cast(cython.p_void, name_attribute))(vm) < 0:
                return leave_all(vm)
        if pop_frame(vm) & F_ENTRY:
            return 0
        if fp.flags & F_NEXT and is_stop(vm):
            # __next__ of a FOR_ITER said that the loop is over; the iterator lies on top
            cg_replace(cython.address(vm.pending), cython.NULL)
            fp = vm.fp
            vm.sp -= 1
            DECREF(vm.sp[0])
            fp.pc = fp.cc.ins + fp.pc[-1].c
            return 1


@cython.cfunc
@cython.exceptval(check=False)
def raised_again(fp: cython.pointer(CgFrame)) -> cython.bint:
    """Does the frame go on with an exception that it is handling? It is in the traceback already."""
    if fp.pc == cython.NULL or fp.pc <= fp.cc.ins:
        return False
    return fp.pc[-1].op == OP_RERAISE or fp.pc[-1].op == OP_END_ASYNC_FOR or (fp.pc[-1].op == OP_RAISE_VARARGS and fp.pc[-1].a == 0)


@cython.cfunc
@cython.exceptval(check=False)
def note_end(vm: VM) -> cython.void:
    """The frame's entry in the traceback stays where it is; what ends the frame is an instruction further on."""
    fp: cython.pointer(CgFrame) = vm.fp
    found: Ref = cython.cast(Ref, cython.cast(ExceptionObject, vm.pending).traceback)
    at: cython.int = fp.cc.origin[fp.pc - fp.cc.ins - 1]
    if found == Py_None or cython.cast(Ref, cython.cast(Traceback, found).executable) != fp.cc.owner:
        return
    # The end of a handler's range or of its name's, and a with statement, go back to the instruction that raised.
    before: cython.int = fp.pc[-2].op if fp.pc - 1 > fp.cc.ins else 0
    if before != OP_POP_EXCEPT and before != OP_POP_JUMP_IF_TRUE and before != OP_DELETE_FAST and before != OP_DELETE_NAME \
            and before != OP_DELETE_GLOBAL and before != OP_DELETE_CELL and before != OP_DELETE_FREE and before != OP_MAKE_CELL:
        cython.cast(Traceback, found).last = at


@cython.cfunc
@cython.exceptval(check=False)
def ended_at(found: Ref, frame: Ref) -> cython.void:
    """An exception has ended the frame of this frame object: where, its traceback knows."""
    if found != Py_None and cython.cast(Ref, cython.cast(Traceback, found).frame) == frame:
        tb: Traceback = cython.cast(Traceback, found)
        cython.cast(FrameObject, frame).last = tb.last if tb.last >= 0 else tb.index


@cython.cfunc
@cython.exceptval(check=False)
def find_handler(vm: VM) -> cython.bint:
    """The innermost handler that covers the instruction: cut the stack to its depth, push the exception, go there."""
    fp: cython.pointer(CgFrame) = vm.fp
    cc: cython.pointer(CgExec) = fp.cc
    at: cython.long = fp.pc - cc.ins - 1
    h: cython.pointer(CgHandler) = cc.handlers
    end: cython.pointer(CgHandler) = h + cc.nhandlers
    base: Refs
    pending: Ref = vm.pending
    while h < end:
        if h.start <= at < h.end:
            base = fp.fast + cc.nlocals + h.depth
            vm.pending = cython.NULL
            while vm.sp > base:
                vm.sp -= 1
                XDECREF(vm.sp[0])
            vm.sp[0] = pending
            vm.sp += 1
            fp.pc = cc.ins + h.target
            return True
        h += 1
    return False


@cython.cfunc
@cython.exceptval(check=False)
def pop_frame(vm: VM) -> cython.long:
    """Drop the running frame and everything it owns; returns its flags.

    What dies may run guest code, in a run of its own, which may look at the frame as long as it is there.
    """
    fp: cython.pointer(CgFrame) = vm.fp
    ret: Refs = fp.ret
    p: Refs = fp.fast
    end: Refs = p + fp.cc.nlocals
    extra: Ref = fp.extra
    flags: cython.long = fp.flags
    value: Ref
    while vm.sp > end:
        vm.sp -= 1
        XDECREF(vm.sp[0])
    if flags & F_SEEN:
        value = fp.guest
        leave_frame(fp, cython.NULL)
        if vm.pending != cython.NULL:
            ended_at(cython.cast(Ref, cython.cast(ExceptionObject, vm.pending).traceback), value)
    while p < vm.sp:
        value = p[0]
        p[0] = cython.NULL
        XDECREF(value)
        p += 1
    if fp.flags & F_SEEN:           # since then: one of the locals has looked at it
        leave_frame(fp, cython.NULL)
    vm.fp = fp - 1
    fp.extra = cython.NULL
    if flags & F_GEN:
        close_generator(vm, extra)
        if flags & F_ASYNC:
            end_send(cython.cast(AsyncSend, ret[-1]), vm.pending != cython.NULL and ends_iteration(cython.cast(object, vm.pending)))
    p = fp.fast
    vm.sp = ret
    if fp.locals != cython.NULL:
        cg_replace(cython.address(fp.locals), cython.NULL)
    while p > ret:
        p -= 1
        XDECREF(p[0])
    XDECREF(extra)
    return flags


@cython.cfunc
@cython.exceptval(check=False)
def leave_all(vm: VM) -> cython.int:
    """A trap: no handler, no finally; every frame of this run goes. The host error stays set."""
    error: Ref = cg_fetch_exception()
    vm.state.dead = True
    if vm.state.due == cython.NULL:         # whoever wants to run code after it gets it again
        vm.state.due = cg_newref(error)
    while not pop_frame(vm) & F_ENTRY:
        pass
    cg_replace(cython.address(vm.pending), cython.NULL)
    cg_restore_exception(error)
    return 0


@cython.cfunc
def take_host_error(vm: VM) -> cython.int:
    """The host error that is set becomes the guest's exception in flight; -1 (set again) when it is not for the guest."""
    error: Ref = cg_fetch_exception()
    value = cython.cast(object, error)
    DECREF(error)
    # A KeyboardInterrupt is the host's affair (the meter turns it into the guest's where that is wanted).
    if not isinstance(value, (Exception, SystemExit, GeneratorExit)):
        raise value
    exc: ExceptionObject = to_guest_exception(value)
    INCREF(cython.cast(Ref, exc))
    vm.pending = cython.cast(Ref, exc)
    return 0


@cython.cfunc
def add_traceback(vm: VM) -> cython.int:
    """Put the running frame in front of the exception's traceback; not one of callgate's own guest library."""
    fp: cython.pointer(CgFrame) = vm.fp
    if fp.cc.flags & HIDDEN_CODE:
        return 0
    exc: ExceptionObject = cython.cast(ExceptionObject, vm.pending)
    at: cython.long = fp.pc - fp.cc.ins - 1
    if at < 0:
        at = 0
    tb: Traceback = new_traceback(cython.cast(object, fp.cc.owner), fp.cc.origin[at], exc.traceback)
    if exc.traceback is None and (exc.type is NAME_ERROR or exc.type is ATTRIBUTE_ERROR):
        tb.self_ = self_of(fp)      # the text of these two proposes names, and looks for them in `self`
    tb.frame = frame_seen(fp, fp - vm.frames)
    exc.traceback = tb
    return 0


@cython.cfunc
def self_of(fp: cython.pointer(CgFrame)) -> object:
    """What is called `self` in a frame: its first argument, or what its function has from the one around it."""
    code: object = cython.cast(Executable, fp.cc.owner).code
    found: Ref = cython.NULL
    if fp.cc.argc > 0 and code.varnames[0] == "self":
        found = fp.fast[0]
    elif SELF_OF_CLOSURES and "self" in code.freevars:
        cell: object = cython.cast(Function, fp.func).closure[code.freevars.index("self")]
        found = CG_CELL_VALUE(cython.cast(Ref, cell))[0]
    return None if found == cython.NULL else cython.cast(object, found)


@cython.cfunc
def generator_raised(vm: VM) -> cython.int:
    """What ends an iteration must not leave a generator's body: PEP 479."""
    exc: ExceptionObject = cython.cast(ExceptionObject, vm.pending)
    gen: Resumable = cython.cast(Resumable, vm.fp.extra)
    if BODY_ONLY and vm.fp.pc == vm.fp.cc.ins:
        return 0
    stopped: cython.bint = is_subtype(exc.type, STOP_ITERATION)
    if stopped or (isinstance(gen, AsyncGenerator) and is_subtype(exc.type, STOP_ASYNC_ITERATION)):
        name: str = "StopIteration" if stopped else "StopAsyncIteration"
        error: ExceptionObject = new_exception(exception_type("RuntimeError"), (f"{kind_of(gen)} raised {name}",))
        error.cause = exc
        error.context = exc
        error.suppress_context = True
        error.traceback = new_traceback(cython.cast(object, vm.fp.cc.owner), vm.fp.cc.origin[max(vm.fp.pc - vm.fp.cc.ins - 1, 0)], None)
        cython.cast(Traceback, error.traceback).frame = frame_seen(vm.fp, vm.fp - vm.frames)
        INCREF(cython.cast(Ref, error))
        cg_replace(cython.address(vm.pending), cython.cast(Ref, error))
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def called_for_attribute(fp: cython.pointer(CgFrame)) -> cython.bint:
    """Is the frame waiting for an attribute's value, which guest code computes?"""
    if fp.pc == cython.NULL or fp.pc <= fp.cc.ins:
        return False
    op: cython.int = fp.pc[-1].op
    return op == OP_LOAD_ATTR or op == OP_FAST_ATTR or op == OP_LOAD_METHOD or op == OP_FAST_METHOD


@cython.cfunc
def name_attribute(vm: VM) -> cython.int:
    """An AttributeError without details leaves what was called for an attribute: CPython adds its name and its object."""
    fp: cython.pointer(CgFrame) = vm.fp
    caller: cython.pointer(CgFrame) = fp - 1
    exc: ExceptionObject = cython.cast(ExceptionObject, vm.pending)
    at: cython.int = 0
    if not is_subtype(exc.type, ATTRIBUTE_ERROR):
        return 0
    if exc.extra is not None and (exc.extra.get("name") is not None or exc.extra.get("obj") is not None):
        return 0
    if cython.cast(Executable, fp.cc.owner).code.name == "__get__":
        at = 1
    if fp.cc.argc > at and fp.fast[at] != cython.NULL:
        exc.extra = {"name": cython.cast(object, caller.cc.names[caller.pc[-1].b]), "obj": cython.cast(object, fp.fast[at])}
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def is_stop(vm: VM) -> cython.bint:
    return is_subtype(cython.cast(ExceptionObject, vm.pending).type, STOP_ITERATION)


def handled(vm: VM):
    """Chain the exception in flight to the one that is being handled."""
    item: cython.pointer(CgExcItem) = vm.exc
    while item != cython.NULL and item.value == cython.NULL:
        item = item.previous
    if item != cython.NULL and item.value != vm.pending:
        cython.cast(raw_pair, cython.cast(cython.p_void, set_context))(vm.pending, item.value)
    return 0


def current_exception(vm: VM):
    item: cython.pointer(CgExcItem) = vm.exc
    while item != cython.NULL and item.value == cython.NULL:
        item = item.previous
    return None if item == cython.NULL else cython.cast(object, item.value)
