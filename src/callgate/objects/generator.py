"""Generators: a frame that lives on the heap while it is suspended.

Its locals and the live part of its value stack are in ``slots``; the loop copies them onto its stack to resume and back to
suspend. While it runs it owns nothing but its function. Host code that iterates a generator (``__next__`` here) resumes it in a nested run.
Coroutines and asynchronous generators are the same (Resumable) under other types.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Type, report_unraisable
from cython.cimports.callgate.core.operators import repr_
from cython.cimports.callgate.core.ops import OP_YIELD_FROM
from cython.cimports.callgate.core.state import current_world, finalized, may_finalize, stop_later, waits
from cython.cimports.callgate.core.type import is_subtype, type_name, type_of
from cython.cimports.callgate.objects.exception import (
    ExceptionObject, Traceback, exception_type, is_exception_class, new_exception, to_guest_exception,
)
from cython.cimports.callgate.objects.function import Function, make_code

import sys

from callgate.core.errors import GuestRaise, Trap
from callgate.core.type import native_type

CO_COROUTINE = cython.declare(cython.int, 128)
CO_ITERABLE_COROUTINE = cython.declare(cython.int, 256)
#: a StopIteration that is thrown where the generator delegates ends the delegation
ENDS_DELEGATION = cython.declare(cython.bint, sys.version_info >= (3, 12))
CLOSE_GIVES_VALUE = cython.declare(cython.bint, sys.version_info >= (3, 13))

resume = cython.declare(resumefunc, cython.NULL)


def set_resume(f: resumefunc):
    global resume
    resume = f
    return 0


class Resumable:
    def __dealloc__(self):
        forget(self)
        PyMem_Free(self.slots)


class Generator(Resumable):
    def __init__(self):
        raise TypeError("cannot create 'generator' instances")

    def __del__(self):
        if not put_off(self):
            finalize(self)

    def __iter__(self):
        return self

    def __next__(self):
        return resume(self, None, None)

    def __repr__(self):
        return f"<generator object {self.qualname} at {cython.cast(cython.size_t, cython.cast(cython.p_void, self)):#x}>"

    def send(self, value, /):
        """send(arg) -> send 'arg' into generator,
return next yielded value or raise StopIteration."""
        return send_in(self, value)

    def throw(self, type, value=None, traceback=None, /):
        """throw(value)
throw(type[,value[,tb]])

Raise exception in generator, return next yielded value or raise
StopIteration."""
        return throw_in(self, type, value, traceback, True)

    def close(self):
        """close() -> raise GeneratorExit inside generator."""
        return close_it(self)


def kind_of(gen):
    if isinstance(gen, Generator):
        return "generator"
    return "coroutine" if gen.cc.flags & CO_COROUTINE else "async generator"


def resume_it(gen, value, exc):
    return resume(gen, value, exc)


def is_iterable_coroutine(value):
    return isinstance(value, Generator) and cython.cast(Generator, value).cc.flags & CO_ITERABLE_COROUTINE != 0


@cython.cfunc
def check_reuse(gen: Resumable) -> cython.int:
    if gen.state == GEN_CLOSED and gen.cc.flags & CO_COROUTINE:
        raise RuntimeError("cannot reuse already awaited coroutine")
    return 0


def send_in(gen, value):
    if gen.state == GEN_CREATED and value is not None:
        raise TypeError(f"can't send non-None value to a just-started {kind_of(gen)}")
    check_reuse(gen)
    return resume(gen, value, None)


def throw_in(gen, type, value, traceback, whole):
    if delegate(gen) is not None:
        return throw_into(gen, type, value, traceback, whole)
    exc = thrown(type, value, traceback)
    check_reuse(gen)
    return resume(gen, None, exc)


@cython.cfunc
def thrown(type: object, value: object, traceback: object) -> ExceptionObject:
    """The exception that the arguments of throw() mean; what making it raises is thrown in its place."""
    exc: ExceptionObject
    if traceback is not None and not isinstance(traceback, Traceback):
        raise TypeError("throw() third argument must be a traceback object")
    if is_exception(type):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        exc = type
    elif not is_exception_class(type):
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {type_name(type)}")
    elif is_exception(value) and is_subtype(type_of(value), type):
        exc = value
    else:
        try:
            made = object_call(type, () if value is None else value if isinstance(value, tuple) else (value,), None)
            if not is_exception(made):
                raise TypeError(f"calling {repr_(type)} should have returned an instance of BaseException, not {type_name(made)}")
            if ENDS_DELEGATION and type_of(made) is not type:       # CPython makes one of exactly that class
                made = object_call(type, (made,), None)
            exc = made
        except GuestRaise as failed:
            exc = failed.value
        except Exception as failed:
            exc = to_guest_exception(failed)
    if traceback is not None:
        exc.traceback = traceback
    return exc


def throw_arguments(name, args):
    if not args:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    if len(args) > 3:
        raise TypeError(f"{name} expected at most 3 arguments, got {len(args)}")
    return (*args, None, None)[:3]


def generator_exit():
    return new_exception(exception_type("GeneratorExit"), ())


def close_it(gen):
    if gen.state == GEN_CLOSED:
        return None
    if gen.state == GEN_CREATED:
        finish(gen)
        return None
    if gen.state == GEN_RUNNING:
        raise ValueError(f"{kind_of(gen)} already executing")
    exc: ExceptionObject = generator_exit()
    inner = delegate(gen)
    if inner is not None:
        gen.state = GEN_RUNNING         # as if it ran: nobody else must resume it meanwhile
        try:
            close_inner(inner)
        except GuestRaise as failed:
            exc = failed.value
        except Exception as failed:
            exc = to_guest_exception(failed)
        finally:
            gen.state = GEN_SUSPENDED
        inner = None            # it may go with the frame that waited for it
    try:
        resume(gen, None, exc)
    except GuestRaise as left:
        raised: ExceptionObject = left.value
        if is_subtype(raised.type, exception_type("GeneratorExit")):
            return None
        if is_subtype(raised.type, exception_type("StopIteration")):
            return close_value(raised)
        raise
    raise RuntimeError(f"{kind_of(gen)} ignored GeneratorExit")


@cython.cfunc
@cython.exceptval(check=False)
def count_out(gen: Resumable) -> cython.void:
    """It will not be finalized any more. The machine that runs may be another one, which has not counted it."""
    if gen.world == current_world():
        finalized(gen.born)
    gen.born = 0


def put_off(gen):
    if gen.born:
        if waits(cython.cast(Ref, gen), gen.world, gen.born):
            return True
        count_out(gen)
    return False


def finalize(gen):
    """A suspended frame that is dropped is closed: its finally clauses run."""
    if gen.state == GEN_SUSPENDED and gen.cc.nhandlers and may_finalize(gen.world):
        try:
            try:
                close_it(gen)
            except Exception as error:
                report_unraisable(error, gen)
        except Trap as trap:
            stop_later(trap)
    return 0


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
    gen: Generator = kept(0)
    if gen is None:
        gen = Generator.__new__(Generator)
    gen.type = GENERATOR
    begin(gen)
    return gen


def begin(gen):
    gen.state = GEN_CREATED
    gen.born = 0
    gen.world = current_world()
    gen.func = cython.NULL
    gen.nslots = 0
    gen.exc.value = cython.NULL
    gen.exc.previous = cython.NULL
    return 0


def delegate(gen):
    if gen.state == GEN_SUSPENDED and gen.pc.op == OP_YIELD_FROM and gen.nslots:
        return cython.cast(object, gen.slots[gen.nslots - 1])
    return None


@cython.cfunc
def throw_into(gen: Resumable, type: object, value: object, traceback: object, whole: cython.bint) -> object:
    """throw() on one that delegates: the inner iterator gets it first, as it was given."""
    result: object = None
    exc: ExceptionObject = None
    inner: object = delegate(gen)
    ended: cython.bint = False
    leaving: cython.bint = whole and is_leaving(type)
    gen.state = GEN_RUNNING             # nobody else must resume it meanwhile
    try:
        if leaving:
            close_inner(inner)
        else:
            method = getattr_or(inner, "throw", None)
            if method is not None:
                if isinstance(inner, Resumable):
                    return throw_in(inner, type, value, traceback, whole)
                return object_call(method, (type,) if value is None and traceback is None else (
                    type, value) if traceback is None else (type, value, traceback), None)
    except StopIteration as stop:
        if leaving:
            exc = to_guest_exception(stop)
        else:
            result = stopped_with(stop)
            ended = True
    except GuestRaise as failed:
        exc = failed.value
    except Exception as failed:
        exc = to_guest_exception(failed)
    finally:
        gen.state = GEN_SUSPENDED
    if not ended:
        if exc is None:
            exc = thrown(type, value, traceback)
        if not ENDS_DELEGATION or not is_subtype(exc.type, exception_type("StopIteration")):
            inner = None        # it may go with the frame that waited for it
            return resume(gen, None, exc)
        result = exc.args[0] if exc.args else None
    # the delegation is over: the iterator goes (`inner` holds it until this is done), the instruction is passed
    gen.nslots -= 1
    gen.pc += 1
    DECREF(gen.slots[gen.nslots])
    inner = None
    return resume(gen, result, None)


@cython.cfunc
def is_leaving(type: object) -> cython.bint:
    if is_exception(type):
        return is_subtype(type_of(type), exception_type("GeneratorExit"))
    return is_exception_class(type) and is_subtype(type, exception_type("GeneratorExit"))


@cython.cfunc
def stopped_with(stop: object) -> object:
    if isinstance(stop, GuestRaise):
        exc: ExceptionObject = stop.value
        return exc.args[0] if exc.args else None
    return stop.value


@cython.cfunc
def close_inner(inner: object) -> cython.int:
    try:
        method = getattr_or(inner, "close", None)
    except Exception as error:
        report_unraisable(error, inner)
        method = None
    if method is not None:
        object_call(method, (), None)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def finish(gen: Resumable) -> cython.void:
    """Closed without having run to its end: drop what the frame held."""
    i: cython.int
    n: cython.int = gen.nslots
    slots: Refs = gen.slots
    gen.state = GEN_CLOSED
    count_out(gen)
    gen.nslots = 0
    for i in range(n):
        XDECREF(slots[i])


@cython.cfunc
@cython.exceptval(check=False)
def forget(gen: Resumable) -> cython.void:
    func: Ref = gen.func
    value: Ref = gen.exc.value
    finish(gen)
    gen.func = cython.NULL
    gen.exc.value = cython.NULL
    XDECREF(func)
    XDECREF(value)


# ---- the host's collector sees what the raw fields own

RESUMABLE = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Resumable)))
GENERATOR_HOST = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)))
traverse_base = cython.declare(traverseproc_t, RESUMABLE.tp_traverse)
clear_base = cython.declare(clearproc_t, RESUMABLE.tp_clear)


@cython.cfunc
@cython.exceptval(check=False)
def traverse(o: Ref, visit: visitproc_t, arg: cython.p_void) -> cython.int:
    gen: Resumable = cython.cast(Generator, o)
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
    gen: Resumable = cython.cast(Generator, o)
    if gen.state != GEN_RUNNING:
        finish(gen)
    return clear_base(o)


RESUMABLE.tp_traverse = GENERATOR_HOST.tp_traverse = traverse
RESUMABLE.tp_clear = GENERATOR_HOST.tp_clear = clear


# ---- the guest's view


def get_name(gen: Resumable, /):
    return gen.name


def set_name(gen: Resumable, value, /):
    if not isinstance(value, str):
        raise TypeError("__name__ must be set to a string object")
    gen.name = value


def get_qualname(gen: Resumable, /):
    return gen.qualname


def set_qualname(gen: Resumable, value, /):
    if not isinstance(value, str):
        raise TypeError("__qualname__ must be set to a string object")
    gen.qualname = value


def get_running(gen: Resumable, /):
    return gen.state == GEN_RUNNING


def get_suspended(gen: Resumable, /):
    return gen.state == GEN_SUSPENDED


def get_yieldfrom(gen: Resumable, /):
    return delegate(gen)


def get_code(gen: Resumable, /):
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


# === generators come and go quickly: those that are freed are kept for the next; and they hang in chains

KEPT = cython.declare(cython.int, 32)
KEPT_ROOM = cython.declare(cython.int, 64)                  # of its slots, which it keeps if they are no more
_types = cython.declare(cython.pointer(PyTypeObject)[4])
_deallocs = cython.declare(deallocproc_t[4])
_kept = cython.declare(cython.pointer(PyObject)[64])        # 0: generators, KEPT: coroutines; freed
_nothing = cython.declare(object, object())                 # in their fields, instead of None, whose references the tests count
_kept_count = cython.declare(cython.int[2])


def kept(which):
    raw: Ref
    if _kept_count[which] == 0:
        return None
    _kept_count[which] -= 1
    raw = _kept[which * KEPT + _kept_count[which]]
    Py_SET_REFCNT(raw, 1)
    gen: Resumable = cython.cast(Resumable, raw)
    DECREF(raw)
    gen.name = gen.qualname = gen.attrs = None
    PyObject_GC_Track(cython.cast(cython.p_void, raw))
    return gen


@cython.cfunc
@cython.exceptval(check=False)
def keep(o: Ref, which: cython.int) -> cython.void:
    if PyObject_GC_IsTracked(o):
        PyObject_GC_UnTrack(o)
    if CG_WEAK_LIST(o)[0] != cython.NULL:
        PyObject_ClearWeakRefs(o)
    forget(cython.cast(Resumable, o))
    cython.cast(Resumable, o).name = cython.cast(Resumable, o).qualname = cython.cast(Resumable, o).attrs = _nothing
    if cython.cast(Resumable, o).cap > KEPT_ROOM:
        PyMem_Free(cython.cast(Resumable, o).slots)
        cython.cast(Resumable, o).slots = cython.NULL
        cython.cast(Resumable, o).cap = 0
    # only now: what died with its contents may have been kept as well
    if _kept_count[which] < KEPT:
        _kept[which * KEPT + _kept_count[which]] = o
        _kept_count[which] += 1
    else:
        PyObject_GC_Track(cython.cast(cython.p_void, o))        # as Cython's own function expects it
        _deallocs[which](o)


@cython.cfunc
@cython.exceptval(check=False)
def dealloc(o: Ref) -> cython.void:
    depth: cython.int = cg_trash_enter(o)
    i: cython.int = 0
    if depth < 0:
        return
    while _types[i] != Py_TYPE(o):
        i += 1
    # its finalizer would do nothing
    if not CG_FINALIZED(o) and i < 2 and (
            cython.cast(Resumable, o).state == GEN_CLOSED or cython.cast(Resumable, o).func == cython.NULL
            or (i == 0 and cython.cast(Resumable, o).cc.nhandlers == 0)):
        keep(o, i)
        cg_trash_leave(depth)
        return
    if not PyObject_GC_IsTracked(o):
        PyObject_GC_Track(cython.cast(cython.p_void, o))        # as Cython's own function expects it
    # Cython's function leaves the finalizer to us, since it is not the type's own any more
    if CG_FINALIZED(o) or PyObject_CallFinalizerFromDealloc(o) == 0:
        _deallocs[i](o)
    cg_trash_leave(depth)


def bound_dealloc(host, which):
    raw: cython.pointer(PyTypeObject) = cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, host))
    _types[which] = raw
    _deallocs[which] = raw.tp_dealloc
    raw.tp_dealloc = dealloc
    return 0


bound_dealloc(Generator, 0)
