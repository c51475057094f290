"""Generators: a frame that lives on the heap while it is suspended.

Its locals and the live part of its value stack are in ``slots``; the loop copies them onto its stack to resume and back to
suspend. While it runs it owns nothing but its function. Host code that iterates a generator (``__next__`` here) resumes it in a nested run.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Object, Type
from cython.cimports.callgate.core.ops import OP_YIELD_FROM
from cython.cimports.callgate.core.state import current
from cython.cimports.callgate.core.type import is_subtype, type_name
from cython.cimports.callgate.objects.exception import (
    ExceptionObject, exception_type, make_raise, new_exception, to_guest_exception, to_host_exception,
)
from cython.cimports.callgate.objects.function import Executable, Function, make_code
from cython.cimports.libc.stdlib import free

import sys

from callgate.core.errors import GuestRaise
from callgate.core.type import native_type

CLOSE_GIVES_VALUE = cython.declare(cython.bint, sys.version_info >= (3, 13))

resume = cython.declare(resumefunc, cython.NULL)


def set_resume(f: resumefunc):
    global resume
    resume = f
    return 0


class Generator:
    def __init__(self):
        raise TypeError("cannot create 'generator' instances")

    def __dealloc__(self):
        forget(self)

    def __del__(self):
        """A suspended generator that is dropped is closed: its finally clauses run."""
        state = current()
        if self.state == GEN_SUSPENDED and self.cc.nhandlers and state != cython.NULL and not state.dead:
            try:
                self.close()
            except Exception:
                pass

    def __iter__(self):
        return self

    def __next__(self):
        return resume(self, None, None)

    def __repr__(self):
        return f"<generator object {self.qualname} at {cython.cast(cython.size_t, cython.cast(cython.p_void, self)):#x}>"

    def send(self, value, /):
        """send(arg) -> send 'arg' into generator,
return next yielded value or raise StopIteration."""
        if self.state == GEN_CREATED and value is not None:
            raise TypeError("can't send non-None value to a just-started generator")
        return resume(self, value, None)

    def throw(self, type, value=None, traceback=None, /):
        """throw(value)
throw(type[,value[,tb]])

Raise exception in generator, return next yielded value or raise
StopIteration."""
        exc: ExceptionObject
        if value is None or is_exception(type):
            exc = make_raise(type, cython.NULL)
        elif is_exception(value):
            exc = value
        elif isinstance(type, Type):
            exc = object_call(type, value if isinstance(value, tuple) else (value,), None)
        else:
            exc = make_raise(type, cython.NULL)
        if traceback is not None:
            exc.traceback = traceback
        inner = delegate(self)
        if inner is not None:
            return throw_into(self, inner, exc)
        return resume(self, None, exc)

    def close(self):
        """close() -> raise GeneratorExit inside generator."""
        if self.state == GEN_CLOSED:
            return None
        if self.state == GEN_CREATED:
            finish(self)
            return None
        exc: ExceptionObject = new_exception(exception_type("GeneratorExit"), ())
        inner = delegate(self)
        if inner is not None:
            try:
                close_inner(inner)
            except GuestRaise as failed:
                exc = failed.value
        try:
            resume(self, None, exc)
        except GuestRaise as left:
            raised: ExceptionObject = left.value
            if is_subtype(raised.type, exception_type("GeneratorExit")):
                return None
            if is_subtype(raised.type, exception_type("StopIteration")):
                return close_value(raised)
            raise
        raise RuntimeError("generator ignored GeneratorExit")


@cython.cfunc
def close_value(raised: ExceptionObject) -> object:
    """3.13: close() gives the generator's return value; before, None."""
    if CLOSE_GIVES_VALUE and raised.args:
        return raised.args[0]
    return None


@cython.cfunc
def is_exception(value: object) -> cython.bint:
    return isinstance(value, ExceptionObject)


def new_generator():
    gen: Generator = Generator.__new__(Generator)
    gen.type = GENERATOR
    gen.state = GEN_CREATED
    gen.func = cython.NULL
    gen.slots = cython.NULL
    gen.nslots = 0
    gen.exc.value = cython.NULL
    gen.exc.previous = cython.NULL
    return gen


def delegate(gen: Generator):
    if gen.state == GEN_SUSPENDED and gen.pc.op == OP_YIELD_FROM and gen.nslots:
        return cython.cast(object, gen.slots[gen.nslots - 1])
    return None


@cython.cfunc
def throw_into(gen: Generator, inner: object, exc: ExceptionObject) -> object:
    """throw() on a generator that delegates: the inner iterator gets it first."""
    if is_subtype(exc.type, exception_type("GeneratorExit")):
        try:
            close_inner(inner)
        except GuestRaise as failed:
            return resume(gen, None, failed.value)
        return resume(gen, None, exc)
    method = getattr_or(inner, "throw", None)
    if method is None:
        return resume(gen, None, exc)
    state: cython.int = gen.state
    gen.state = GEN_RUNNING
    try:
        value = object_call(method, (exc,), None)
    except StopIteration as stop:
        gen.state = state
        result = stopped_with(stop)
        # the delegation is over: its value takes the iterator's place, and the instruction is passed
        INCREF(cython.cast(Ref, result))
        cg_replace(cython.address(gen.slots[gen.nslots - 1]), cython.cast(Ref, result))
        gen.nslots -= 1
        gen.pc += 1
        send = cython.cast(object, gen.slots[gen.nslots])
        DECREF(gen.slots[gen.nslots])
        return resume(gen, send, None)
    except GuestRaise as failed:
        gen.state = state
        return resume(gen, None, failed.value)
    except Exception as failed:
        gen.state = state
        return resume(gen, None, to_guest_exception(failed))
    gen.state = state
    return value


@cython.cfunc
def stopped_with(stop: object) -> object:
    if isinstance(stop, GuestRaise):
        exc: ExceptionObject = stop.value
        return exc.args[0] if exc.args else None
    return stop.value


@cython.cfunc
def close_inner(inner: object) -> cython.int:
    method = getattr_or(inner, "close", None)
    if method is not None:
        object_call(method, (), None)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def finish(gen: Generator) -> cython.void:
    """Closed without having run to its end: drop what the frame held."""
    i: cython.int
    n: cython.int = gen.nslots
    slots: Refs = gen.slots
    gen.state = GEN_CLOSED
    gen.nslots = 0
    gen.slots = cython.NULL
    for i in range(n):
        XDECREF(slots[i])
    free(slots)


@cython.cfunc
@cython.exceptval(check=False)
def forget(gen: Generator) -> cython.void:
    func: Ref = gen.func
    value: Ref = gen.exc.value
    finish(gen)
    gen.func = cython.NULL
    gen.exc.value = cython.NULL
    XDECREF(func)
    XDECREF(value)


# ---- the host's collector sees what the raw fields own

traverse_base = cython.declare(traverseproc_t, cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)).tp_traverse)
clear_base = cython.declare(clearproc_t, cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)).tp_clear)


@cython.cfunc
@cython.exceptval(check=False)
def traverse(o: Ref, visit: visitproc_t, arg: cython.p_void) -> cython.int:
    gen: Generator = cython.cast(Generator, o)
    i: cython.int
    r: cython.int
    if gen.func != cython.NULL:
        r = visit(gen.func, arg)
        if r:
            return r
    if gen.exc.value != cython.NULL:
        r = visit(gen.exc.value, arg)
        if r:
            return r
    for i in range(gen.nslots):
        if gen.slots[i] != cython.NULL:
            r = visit(gen.slots[i], arg)
            if r:
                return r
    return traverse_base(o, visit, arg)


@cython.cfunc
@cython.exceptval(check=False)
def clear(o: Ref) -> cython.int:
    gen: Generator = cython.cast(Generator, o)
    if gen.state != GEN_RUNNING:
        finish(gen)
    return clear_base(o)


cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)).tp_traverse = traverse
cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)).tp_clear = clear


# ---- the guest's view


def get_name(gen: Generator, /):
    return gen.name


def set_name(gen: Generator, value, /):
    if not isinstance(value, str):
        raise TypeError("__name__ must be set to a string object")
    gen.name = value


def get_qualname(gen: Generator, /):
    return gen.qualname


def set_qualname(gen: Generator, value, /):
    if not isinstance(value, str):
        raise TypeError("__qualname__ must be set to a string object")
    gen.qualname = value


def get_running(gen: Generator, /):
    return gen.state == GEN_RUNNING


def get_suspended(gen: Generator, /):
    return gen.state == GEN_SUSPENDED


def get_yieldfrom(gen: Generator, /):
    return delegate(gen)


def get_code(gen: Generator, /):
    return make_code(cython.cast(Function, gen.func).executable)


GENERATOR = cython.declare(Type, native_type(
    "generator", Generator,
    methods=("send", "throw", "close"),
    slots=("__iter__", "__next__", "__repr__"),
    getters={
        "__name__": (get_name, set_name, None), "__qualname__": (get_qualname, set_qualname, None),
        "gi_running": get_running, "gi_suspended": get_suspended, "gi_yieldfrom": get_yieldfrom, "gi_code": get_code,
    },
))
