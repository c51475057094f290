"""Frames that end: yields, returns with something left to do, generators that come back.

A frame with flags 0 is finished by the loop itself; all others come here.
"""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Object
from cython.cimports.callgate.core.operators import index, truth
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.state import finalized
from cython.cimports.callgate.core.type import lookup, type_name
from cython.cimports.callgate.interpreter.calls import FAILED, PUSHED, PUSHED_FAILED, slice_over
from cython.cimports.callgate.interpreter.frame_object import leave_frame, suspend_frame
from cython.cimports.callgate.interpreter.operate import resolve_binary, resolve_compare
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import (
    F_ASYNC, F_BINARY, F_COMPARE, F_CTOR, F_DISCARD, F_ENTRY, F_FOR_ITER, F_GEN, F_ITER, F_LEN, F_NEXT, F_REPR, F_SEEN, F_STR,
    F_TRUTH, F_YIELD_FROM,
)
from cython.cimports.callgate.objects.async_generator import (
    AsyncGenerator, AsyncSend, AsyncValue, end_send, item_given, unwrap_value,
)
from cython.cimports.callgate.objects.coroutine import Coroutine
from cython.cimports.callgate.objects.exception import exception_type, new_exception
from cython.cimports.callgate.objects.generator import (
    GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, Generator, Resumable,
)

CO_COROUTINE = cython.declare(cython.int, 128)
AsyncValueT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, AsyncValue)))
GeneratorT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)))
CoroutineT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Coroutine)))
AsyncGeneratorT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, AsyncGenerator)))

def resume_generator(vm: VM, go: Ref, ret: Refs, at: Refs, send: Ref, flags: cython.long):
    gen: Resumable = cython.cast(Resumable, go)
    fp: cython.pointer(CgFrame)
    failed: cython.int = FAILED
    here: cython.bint = send == cython.NULL
    i: cython.int
    if here:
        send = cg_newref(Py_None)
    if gen.state == GEN_RUNNING:
        DECREF(send)
        PyErr_SetString(PyExc_ValueError, "coroutine already executing" if gen.cc.flags & CO_COROUTINE
                        else "generator already executing")
        return FAILED
    while True:
        if vm.fp + 1 >= vm.frames_end or at + gen.cc.framesize + 64 > vm.stack_end:
            DECREF(send)
            PyErr_SetString(PyExc_RecursionError, "maximum recursion depth exceeded")
            return failed
        fp = vm.fp + 1
        at[0] = cg_newref(gen.func)
        at += 1
        for i in range(gen.nslots):         # few: a call of memcpy costs more
            at[i] = gen.slots[i]
        fp.pc = gen.pc
        fp.fast = at
        fp.ret = ret
        fp.cc = gen.cc
        fp.func = gen.func
        fp.locals = cython.NULL
        fp.extra = cg_newref(go)
        fp.flags = flags | F_GEN
        at += gen.nslots
        gen.nslots = 0
        gen.exc.previous = vm.exc
        vm.exc = cython.address(gen.exc)
        vm.fp = fp
        vm.state.fuel -= 1
        if gen.state == GEN_CREATED:
            DECREF(send)
            gen.state = GEN_RUNNING
            break
        gen.state = GEN_RUNNING
        at[0] = send
        go = at[-1]
        # what is sent to one that delegates goes to the inner one at once
        if here or vm.state.fuel < 0 or fp.pc.op != OP_YIELD_FROM or (Py_TYPE(go) != GeneratorT and Py_TYPE(go) != CoroutineT):
            at += 1
            break
        gen = cython.cast(Resumable, go)
        if gen.state != GEN_SUSPENDED:
            at += 1
            break
        fp.pc += 1
        vm.sp = ret = at
        flags = F_YIELD_FROM
        failed = PUSHED_FAILED
    vm.sp = at
    if vm.state.fuel < 0 and slice_over(vm) < 0:
        return PUSHED_FAILED
    return PUSHED


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def suspend(vm: VM) -> cython.void:
    """The running frame, a generator's, goes to the heap."""
    fp: cython.pointer(CgFrame) = vm.fp
    go: Ref = fp.extra
    gen: Resumable = cython.cast(Resumable, go)
    n: cython.Py_ssize_t = vm.sp - fp.fast
    p: Refs = fp.fast
    ret: Refs = fp.ret
    i: cython.Py_ssize_t
    if CG_UNLIKELY(fp.flags & F_SEEN):
        suspend_frame(fp)
    for i in range(n):
        gen.slots[i] = fp.fast[i]
    gen.nslots = n
    gen.pc = fp.pc
    gen.state = GEN_SUSPENDED
    vm.exc = gen.exc.previous
    fp.extra = cython.NULL
    vm.fp = fp - 1
    while p > ret:
        p -= 1
        XDECREF(p[0])
    DECREF(go)


def yield_item(vm: VM):
    ret: Refs = vm.fp.ret
    value: Ref
    vm.fp.pc += 1
    vm.sp -= 1
    value = vm.sp[0]
    suspend(vm)
    cython.cast(raw_one_int, cython.cast(cython.p_void, item_given))(ret[-1])
    cg_replace(ret - 1, value)
    vm.sp = ret
    return 1


def yield_value(vm: VM, value: Ref):
    fp: cython.pointer(CgFrame)
    flags: cython.long
    ret: Refs
    keep: Ref
    caller: cython.pointer(CgFrame)
    while True:
        fp = vm.fp
        flags = fp.flags
        ret = fp.ret
        suspend(vm)
        if flags & F_ENTRY:
            vm.retval = value
            return 0
        caller = vm.fp
        vm.sp = ret
        if flags & F_FOR_ITER:
            if caller.pc[-1].op == OP_FOR_ITER_ST:
                cg_replace(caller.fast + caller.pc[-1].a, value)
            else:
                ret[0] = value
                vm.sp = ret + 1
            return 1
        if flags & F_ASYNC and Py_TYPE(value) == AsyncValueT:
            # an asynchronous generator's item: the wait for it is over
            keep = value
            value = cython.cast(raw_one, cython.cast(cython.p_void, unwrap_value))(keep)
            DECREF(keep)
            cython.cast(raw_one_int, cython.cast(cython.p_void, item_given))(ret[-1])
            cg_replace(ret - 1, value)
            return 1
        if flags & F_YIELD_FROM:
            # the delegating generator yields it on, and will come back to its YIELD_FROM
            caller.pc -= 1
            continue
        ret[0] = value
        vm.sp = ret + 1
        return 1


def close_generator(vm: VM, go: Ref):
    """A generator's frame has ended: it keeps nothing."""
    gen: Resumable = cython.cast(Resumable, go)
    gen.state = GEN_CLOSED
    if gen.born:
        finalized(gen.born)
        gen.born = 0
    gen.nslots = 0
    vm.exc = gen.exc.previous
    cg_replace(cython.address(gen.exc.value), cython.NULL)
    return 0


def finish_frame(vm: VM, value: Ref):
    fp: cython.pointer(CgFrame) = vm.fp
    flags: cython.long = fp.flags
    ret: Refs = fp.ret
    p: Refs = fp.fast
    caller: cython.pointer(CgFrame) = fp - 1
    extra: Ref = fp.extra
    keep: Ref
    st: cython.int
    if flags & F_SEEN:              # since its locals died: one of them has looked at it
        leave_frame(fp, cython.NULL)
    fp.extra = cython.NULL
    if fp.locals != cython.NULL:
        cg_replace(cython.address(fp.locals), cython.NULL)
    if flags & F_CTOR:
        keep = p[-2]
        p[-2] = cython.NULL
        if value != Py_None:
            vm.fp = caller
            cython.cast(raw_value, cython.cast(cython.p_void, init_returned))(vm, value)
            DECREF(value)
            DECREF(keep)
            drop(ret, p)
            vm.sp = ret
            return left(flags)
        DECREF(value)
        value = keep
    vm.fp = caller
    if flags & F_GEN:
        close_generator(vm, extra)
        drop(ret, p)
        vm.sp = ret
        if Py_TYPE(extra) == AsyncGeneratorT:
            DECREF(value)
            if flags & F_ASYNC:
                end_send(cython.cast(AsyncSend, ret[-1]), True)
            DECREF(extra)
            PyErr_SetNone(PyExc_StopAsyncIteration)
            return left(flags)
        DECREF(extra)
        if flags & F_FOR_ITER:
            DECREF(value)
            vm.sp = ret - 1
            DECREF(ret[-1])
            caller.pc = caller.cc.ins + caller.pc[-1].c
            return 1
        if flags & F_YIELD_FROM:
            cg_replace(ret - 1, value)
            return 1
        cython.cast(raw_value, cython.cast(cython.p_void, stop_iteration))(vm, value)
        DECREF(value)
        return left(flags)
    XDECREF(extra)
    drop(ret, p)
    if flags & F_ENTRY:
        vm.sp = ret
        vm.retval = value
        return 0
    if flags & F_DISCARD:
        DECREF(value)
        vm.sp = ret
        return 1
    if flags & (F_BINARY | F_COMPARE):
        vm.sp = ret
        if value == Py_NotImplemented:
            DECREF(value)
            if flags & F_BINARY:
                value = cython.cast(raw_vm_two, cython.cast(cython.p_void, resolve_binary))(vm, ret[-2], ret[-1])
            else:
                value = cython.cast(raw_vm_two, cython.cast(cython.p_void, resolve_compare))(vm, ret[-2], ret[-1])
            if value == cython.NULL:
                return -1
        drop(ret - 2, ret)
        vm.sp = ret - 2
        return complete_operator(vm, value)
    if flags & (F_TRUTH | F_LEN | F_STR):
        vm.sp = ret
        if flags & F_TRUTH:
            st = end_truth(vm, value, flags)
            DECREF(value)
            return st
        keep = value
        if flags & F_STR:
            value = cython.cast(raw_asked, cython.cast(cython.p_void, text_of))(keep, flags)
        else:
            value = cython.cast(raw_asked, cython.cast(cython.p_void, size_of))(keep, flags)
        DECREF(keep)
        if value == cython.NULL:
            return -1
        vm.sp[0] = value
        vm.sp += 1
        return 1
    if flags & F_NEXT and caller.pc[-1].op == OP_FOR_ITER_ST:
        vm.sp = ret
        cg_replace(caller.fast + caller.pc[-1].a, value)
        return 1
    ret[0] = value
    vm.sp = ret + 1
    if flags & F_ITER and cython.cast(raw_one_int, cython.cast(cython.p_void, check_iterator))(value) < 0:
        return -1
    return 1


@cython.cfunc
@cython.exceptval(check=False)
def left(flags: cython.long) -> cython.int:
    """Failed where the frame was called: in the caller's frame, or outside of the run."""
    return 0 if flags & F_ENTRY else -1


@cython.cfunc
@cython.exceptval(check=False)
def drop(p: Refs, end: Refs) -> cython.void:
    while end > p:
        end -= 1
        XDECREF(end[0])
        end[0] = cython.NULL


@cython.cfunc
def init_returned(vm: VM, value: object) -> cython.int:
    raise TypeError(f"__init__() should return None, not '{type_name(value)}'")


@cython.cfunc
def stop_iteration(vm: VM, value: object) -> cython.int:
    """next() or send() came to the generator's return: StopIteration, without a host exception."""
    exc = new_exception(exception_type("StopIteration"), () if value is None else (value,))
    INCREF(cython.cast(Ref, exc))
    vm.pending = cython.cast(Ref, exc)
    return 0


@cython.cfunc
def size_of(value: object, flags: cython.long) -> object:
    """What __len__ gave, as len() gives it on."""
    number = index(value)
    if number < 0:
        raise ValueError("__len__() should return >= 0")
    if number > cython.cast(cython.longlong, 0x7fffffffffffffff):
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return number


@cython.cfunc
def text_of(value: object, flags: cython.long) -> object:
    """What __str__ or __repr__ gave."""
    if not isinstance(value, str):
        raise TypeError(f"{'__repr__' if flags & F_REPR else '__str__'} returned non-string (type {type_name(value)})")
    return value


@cython.cfunc
def truth_of(value: object, flags: cython.long) -> cython.int:
    if flags & F_LEN:
        return size_of(value, flags) != 0
    if value is not True and value is not False:
        raise TypeError(f"__bool__ should return bool, returned {type_name(value)}")
    return value is True


def end_truth(vm: VM, value: Ref, flags: cython.long):
    fp: cython.pointer(CgFrame) = vm.fp
    ins: cython.pointer(CgInstr) = fp.pc - 1
    op: cython.int = ins.op
    st: cython.int
    r: Ref
    if op == OP_CONTAINS_OP:
        st = cython.cast(raw_truth, cython.cast(cython.p_void, truth))(value)
        if st < 0:
            return -1
        drop(vm.sp - 2, vm.sp)
        vm.sp -= 2
        r = Py_True if st != ins.a else Py_False
        vm.sp[0] = cg_newref(r)
        vm.sp += 1
        return 1
    st = cython.cast(raw_asked_truth, cython.cast(cython.p_void, truth_of))(value, flags)
    if st < 0:
        return -1
    if op == OP_UNARY_OP:
        cg_replace(vm.sp - 1, cg_newref(Py_False if st else Py_True))
        return 1
    if op == OP_JUMP_IF_FALSE_OR_POP or op == OP_JUMP_IF_TRUE_OR_POP:
        if st == (op == OP_JUMP_IF_TRUE_OR_POP):
            fp.pc = fp.cc.ins + ins.c
            return 1
        vm.sp -= 1
        DECREF(vm.sp[0])
        return 1
    if op == OP_POP_JUMP_IF_FALSE or op == OP_POP_JUMP_IF_TRUE:
        vm.sp -= 1
        DECREF(vm.sp[0])
    if st == (op == OP_POP_JUMP_IF_TRUE or op == OP_FAST_JUMP_IF_TRUE):
        vm.state.fuel -= ins.d          # below zero: the next call or jump backward asks for more
        fp.pc = fp.cc.ins + ins.c
    return 1


@cython.cfunc
def check_iterator(value: object) -> cython.int:
    ref: Ref = cython.cast(Ref, value)
    if CG_IS_OBJECT(ref):
        if lookup(cython.cast(Object, ref).type, "__next__") != cython.NULL:
            return 0
    elif cg_has_next(ref):
        return 0
    raise TypeError(f"iter() returned non-iterator of type '{type_name(value)}'")


def complete_operator(vm: VM, value: Ref):
    fp: cython.pointer(CgFrame) = vm.fp
    ins: cython.pointer(CgInstr) = fp.pc - 1
    op: cython.int = ins.op
    st: cython.int
    if OP_CMPJ_SS <= op <= OP_CMPJ_FK:
        st = cg_truth(value)
        if st < 0:
            st = cython.cast(raw_truth, cython.cast(cython.p_void, truth))(value)
        DECREF(value)
        if st < 0:
            return -1
        if st == (ins.d >> 3) & 1:
            fp.pc = fp.cc.ins + ins.c
        return 1
    if op >= OP_ADD_SS and (op - OP_ADD_SS) & 1:          # the _ST forms follow their plain ones
        cg_replace(fp.fast + ins.c, value)
        return 1
    vm.sp[0] = value
    vm.sp += 1
    return 1
