"""await, async for and async with.

A coroutine that is awaited is resumed as a frame above the one that awaits it, and so is an asynchronous generator that is asked for an item;
everything else that can be awaited is driven through its methods.
"""

import cython
from cython.cimports.callgate.core.attributes import bind
from cython.cimports.callgate.core.call import call_special, object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.type import is_subtype, lookup_special, type_name, type_of
from cython.cimports.callgate.interpreter.calls import DONE, PUSHED, call_special_at
from cython.cimports.callgate.interpreter.frames import resume_generator, yield_item
from cython.cimports.callgate.interpreter.raw import raw_one
from cython.cimports.callgate.interpreter.stack import pop, push, top
from cython.cimports.callgate.interpreter.vm import F_ASYNC, F_YIELD_FROM, VM
from cython.cimports.callgate.objects.async_generator import (
    AsyncGenerator, AsyncSend, async_next, async_started, begin_send, end_send, wrap_value,
)
from cython.cimports.callgate.objects.coroutine import Coroutine, CoroutineWrapper, awaitable_of, get_awaitable
from cython.cimports.callgate.objects.exception import (
    ExceptionObject, exception_type, new_exception, to_guest_exception, to_host_exception,
)
from cython.cimports.callgate.objects.function import Function
from cython.cimports.callgate.objects.generator import GEN_CLOSED, GEN_CREATED, GEN_RUNNING, Generator, Resumable

AsyncGeneratorT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, AsyncGenerator)))
GeneratorT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)))
CO_ITERABLE_COROUTINE = cython.declare(cython.int, 256)


def awaiting_op(vm: VM, op: cython.int, n: cython.int):
    if op == OP_GET_AWAITABLE:
        value = pop(vm)
        return push(vm, get_awaitable(value, n))
    elif op == OP_ASYNC_GEN_WRAP:
        value = pop(vm)
        return push(vm, wrap_value(value))
    elif op == OP_GET_AITER:
        value = pop(vm)
        return push(vm, get_aiter(value))
    elif op == OP_GET_ANEXT:
        return push(vm, get_anext(top(vm, 1)))
    elif op == OP_END_ASYNC_FOR:
        return end_async_for(vm)
    return before_async_with(vm)


@cython.cfunc
def get_aiter(value: object) -> object:
    if lookup_special(value, "__aiter__") is None:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type_name(value)}")
    found = call_special(value, "__aiter__", ())
    if lookup_special(found, "__anext__") is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                        f"{type_name(found)}")
    return found


@cython.cfunc
def get_anext(iterator: object) -> object:
    if type(iterator) is AsyncGenerator:
        return async_next(iterator)
    if lookup_special(iterator, "__anext__") is None:
        raise TypeError(f"'async for' requires an iterator with __anext__ method, got {type_name(iterator)}")
    value = call_special(iterator, "__anext__", ())
    try:
        found = awaitable_of(value)
        if found is None:
            raise TypeError(f"object {type_name(value)} can't be used in 'await' expression")
        return found
    except Exception as error:
        raise invalid_next(value, to_guest_exception(error))


@cython.cfunc
def invalid_next(value: object, cause: ExceptionObject) -> object:
    exc: ExceptionObject = new_exception(exception_type("TypeError"), (
        f"'async for' received an invalid object from __anext__: {type_name(value)}",))
    exc.cause = exc.context = cause
    exc.suppress_context = True
    return to_host_exception(exc)


@cython.cfunc
def end_async_for(vm: VM) -> cython.int:
    exc: ExceptionObject = pop(vm)
    if is_subtype(exc.type, exception_type("StopAsyncIteration")):
        pop(vm)
        return 1
    INCREF(cython.cast(Ref, exc))
    vm.pending = cython.cast(Ref, exc)
    return -2


@cython.cfunc
def before_async_with(vm: VM) -> cython.int:
    manager = pop(vm)
    enter = lookup_special(manager, "__aenter__")
    if enter is None:
        raise TypeError(f"'{type_name(manager)}' object does not support the asynchronous context manager protocol")
    leave = lookup_special(manager, "__aexit__")
    if leave is None:
        raise TypeError(f"'{type_name(manager)}' object does not support the asynchronous context manager protocol "
                        "(missed __aexit__ method)")
    push(vm, bind(leave, cython.cast(Ref, manager), type_of(manager)))
    if type(enter) is Function:
        INCREF(cython.cast(Ref, manager))
        status: cython.int = call_special_at(
            vm, vm.sp, cython.cast(Ref, enter), cython.cast(Ref, manager), cython.NULL, cython.NULL, 0)
        return 1 if status == DONE or status == PUSHED else -2
    return push(vm, object_call(bind(enter, cython.cast(Ref, manager), type_of(manager)), (), None))


def async_quick(vm: VM, ins: cython.pointer(CgInstr)):
    go: Ref = vm.sp[-1]
    wait: Ref
    gen: AsyncGenerator
    status: cython.int
    if ins.op == OP_GET_AWAITABLE:
        return 1 if Py_TYPE(go) == GeneratorT and cython.cast(Resumable, go).cc.flags & CO_ITERABLE_COROUTINE else NOT_OURS
    if ins.op == OP_ASYNC_GEN_WRAP:
        if vm.fp.flags & F_ASYNC and ins[1].op == OP_YIELD_VALUE:
            return yield_item(vm)
        return NOT_OURS
    if ins.op != OP_GET_ANEXT or Py_TYPE(go) != AsyncGeneratorT:
        return NOT_OURS
    gen = cython.cast(AsyncGenerator, go)
    if gen.busy or not gen.hooked or gen.state == GEN_RUNNING or gen.state == GEN_CLOSED or ins[1].op != OP_LOAD_CONST \
            or ins[2].op != OP_YIELD_FROM or vm.fp.cc.consts[ins[1].a] != Py_None:
        return NOT_OURS
    wait = cython.cast(raw_one, cython.cast(cython.p_void, async_started))(go)
    if wait == cython.NULL:
        return -1
    vm.sp[0] = wait
    vm.sp += 1
    vm.fp.pc += 2
    status = resume_generator(vm, go, vm.sp, vm.sp, cg_newref(Py_None), F_YIELD_FROM | F_ASYNC)
    if status == PUSHED:
        return 1
    if gen.state != GEN_RUNNING:
        end_send(cython.cast(AsyncSend, wait), False)
    return -2


def await_step(vm: VM):
    waiting = top(vm, 2)
    target: Resumable
    flags: cython.long = F_YIELD_FROM
    if type(waiting) is AsyncSend:
        sent = pop(vm)
        sent = begin_send(waiting, sent)
        target = cython.cast(AsyncSend, waiting).gen
        check_next(waiting, target, sent)
        flags |= F_ASYNC
    else:
        if type(waiting) is Coroutine:
            target = waiting
        elif type(waiting) is CoroutineWrapper:
            target = cython.cast(CoroutineWrapper, waiting).coroutine
        else:
            return NOT_OURS
        sent = pop(vm)
        if target.state == GEN_CLOSED:
            raise RuntimeError("cannot reuse already awaited coroutine")
        if target.state == GEN_CREATED and sent is not None:
            raise TypeError("can't send non-None value to a just-started coroutine")
    status: cython.int = resume_generator(
        vm, cython.cast(Ref, target), vm.sp, vm.sp, cg_newref(cython.cast(Ref, sent)), flags)
    if status == PUSHED:
        return 1
    if flags & F_ASYNC and target.state != GEN_RUNNING:
        end_send(waiting, False)
    return -2


@cython.cfunc
def check_next(waiting: AsyncSend, target: Resumable, sent: object) -> cython.int:
    """The cases in which there is nothing to resume."""
    if target.state == GEN_RUNNING:
        end_send(waiting, False)
        raise ValueError("async generator already executing")
    if target.state == GEN_CLOSED:
        end_send(waiting, True)
        raise StopAsyncIteration
    if target.state == GEN_CREATED and sent is not None:
        end_send(waiting, False)
        raise TypeError("can't send non-None value to a just-started async generator")
    return 0
