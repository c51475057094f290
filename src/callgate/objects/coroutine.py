"""Coroutines: Resumables that are awaited instead of iterated.

A coroutine that is dropped without ever having run is reported through the guest's `warnings`, as CPython does.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call1, call_special
from cython.cimports.callgate.core.imports import guest_module
from cython.cimports.callgate.core.iteration import is_iterator
from cython.cimports.callgate.core.object import Type, report_unraisable
from cython.cimports.callgate.core.state import may_finalize, stop_later
from cython.cimports.callgate.core.type import lookup_special, type_name
from cython.cimports.callgate.objects.generator import (
    GEN_CREATED, Resumable, begin, bound_dealloc, close_it, delegate, finalize, is_iterable_coroutine, kept, put_off, send_in,
    throw_in,
)

import sys

from callgate.bytecode.opcodes import AWAITED
from callgate.core.errors import Trap
from callgate.core.type import native_type
from callgate.objects.genericalias import class_getitem
from callgate.objects.generator import (
    get_code, get_name, get_qualname, get_running, get_suspended, get_yieldfrom, set_name, set_qualname,
)

class Coroutine(Resumable):
    def __init__(self):
        raise TypeError("cannot create 'coroutine' instances")

    def __del__(self):
        if put_off(self):
            return
        if self.state != GEN_CREATED:
            finalize(self)
        elif may_finalize(self.world):
            try:
                try:
                    warn_never_awaited(self)
                except Exception as error:
                    report_unraisable(error, self)
            except Trap as trap:
                stop_later(trap)

    def __repr__(self):
        return f"<coroutine object {self.qualname} at {cython.cast(cython.size_t, cython.cast(cython.p_void, self)):#x}>"

    def send(self, value, /):
        """send(arg) -> send 'arg' into coroutine,
return next yielded value or raise StopIteration."""
        return send_in(self, value)

    def throw(self, type, value=None, traceback=None, /):
        """throw(value)
throw(type[,value[,traceback]])

Raise exception in coroutine, return next yielded value or raise
StopIteration."""
        return throw_in(self, type, value, traceback, True)

    def close(self):
        """close() -> raise GeneratorExit inside coroutine."""
        return close_it(self)

    def __await__(self):
        made: CoroutineWrapper = CoroutineWrapper.__new__(CoroutineWrapper)
        made.type = WRAPPER
        made.coroutine = self
        return made


class CoroutineWrapper:
    def __iter__(self):
        return self

    def __next__(self):
        return send_in(self.coroutine, None)

    def send(self, value, /):
        """send(arg) -> send 'arg' into coroutine,
return next yielded value or raise StopIteration."""
        return send_in(self.coroutine, value)

    def throw(self, type, value=None, traceback=None, /):
        """throw(value)
throw(type[,value[,traceback]])

Raise exception in coroutine, return next yielded value or raise
StopIteration."""
        return throw_in(self.coroutine, type, value, traceback, True)

    def close(self):
        """close() -> raise GeneratorExit inside coroutine."""
        return close_it(self.coroutine)


def warn_never_awaited(coroutine):
    """What a coroutine that is dropped without ever having run is worth a word."""
    return call1(getattr_(guest_module("warnings"), "_warn_unawaited_coroutine"), coroutine)


def new_coroutine():
    made: Coroutine = kept(1)
    if made is None:
        made = Coroutine.__new__(Coroutine)
    made.type = COROUTINE
    begin(made)
    return made


def awaitable_of(value):
    if isinstance(value, Coroutine) or is_iterable_coroutine(value):
        return value
    if lookup_special(value, "__await__") is None:
        return None
    found = call_special(value, "__await__", ())
    if isinstance(found, Coroutine) or is_iterable_coroutine(found):
        raise TypeError("__await__() returned a coroutine")
    if not is_iterator(found):
        raise TypeError(f"__await__() returned non-iterator of type '{type_name(found)}'")
    return found


def get_awaitable(value, source):
    found = awaitable_of(value)
    if found is None:
        if source:
            raise TypeError(f"'async with' received an object from {AWAITED[source]} that does not implement __await__: "
                            f"{type_name(value)}")
        raise TypeError(f"object {type_name(value)} can't be used in 'await' expression")
    if isinstance(found, Coroutine) and delegate(found) is not None:
        raise RuntimeError("coroutine is being awaited already")
    return found


def get_origin(coroutine: Coroutine, /):
    return coroutine.origin


_FUNCTIONS = {"__class_getitem__": classmethod(class_getitem)} if sys.version_info >= (3, 13) else {}
COROUTINE = cython.declare(Type, native_type(
    "coroutine", Coroutine,
    methods=("send", "throw", "close"),
    slots=("__repr__", "__await__"), functions=_FUNCTIONS,
    getters={
        "__name__": (get_name, set_name, None), "__qualname__": (get_qualname, set_qualname, None),
        "cr_running": get_running, "cr_suspended": get_suspended, "cr_await": get_yieldfrom, "cr_code": get_code,
        "cr_origin": get_origin,
    },
))
WRAPPER = cython.declare(Type, native_type(
    "coroutine_wrapper", CoroutineWrapper, methods=("send", "throw", "close"), slots=("__iter__", "__next__"),
    doc="A wrapper object implementing __await__ for coroutines.",
))
bound_dealloc(Coroutine, 1)
