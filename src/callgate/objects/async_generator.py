"""Asynchronous generators: what they yield goes to whoever awaits asend() and the like, what they await goes to the loop.

The two are told apart by AsyncValue, in which the compiler wraps what is yielded. Each of asend(), athrow(), aclose() and __anext__() gives an
awaitable of one use, whose own send() resumes the generator and gives what it awaits; a yielded value ends it.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call1, object_call
from cython.cimports.callgate.core.capi import Py_REFCNT, Ref
from cython.cimports.callgate.core.iteration import is_iterator
from cython.cimports.callgate.core.object import Type, report_unraisable
from cython.cimports.callgate.core.state import may_finalize, stop_later
from cython.cimports.callgate.core.type import is_subtype, type_name
from cython.cimports.callgate.objects.coroutine import awaitable_of
from cython.cimports.callgate.objects.exception import (
    ExceptionObject, exception_type, new_exception, to_host_exception,
)
from cython.cimports.callgate.objects.generator import (
    GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, Resumable, begin, bound_dealloc, finalize, generator_exit, put_off, resume_it,
    throw_arguments, throw_in,
)

import sys

from callgate.core.errors import GuestRaise, Trap
from callgate.core.type import native_type
from callgate.objects.genericalias import class_getitem
from callgate.objects.generator import (
    get_code, get_name, get_qualname, get_suspended, get_yieldfrom, set_name, set_qualname,
)

STRICT = cython.declare(cython.bint, sys.version_info >= (3, 13))

#: The machine's hooks: a host callable() that gives (firstiter, finalizer); set by modules/sys.py.
_hooks = cython.declare(object, None)


def set_hooks(find):
    """How to find the machine's sys.get_asyncgen_hooks()."""
    global _hooks
    _hooks = find


class AsyncGenerator(Resumable):
    def __init__(self):
        raise TypeError("cannot create 'async_generator' instances")

    def __del__(self):
        if put_off(self):
            return
        if self.finalizer is not None and not self.over and self.state == GEN_SUSPENDED:
            if may_finalize(self.world):
                try:
                    try:
                        call1(self.finalizer, self)
                    except Exception as error:
                        report_unraisable(error, self)
                except Trap as trap:
                    stop_later(trap)
        else:
            finalize(self)

    def __repr__(self):
        at = cython.cast(cython.size_t, cython.cast(cython.p_void, self))
        return f"<async_generator object {self.qualname} at {at:#x}>"

    def __aiter__(self):
        return self

    def __anext__(self):
        return async_next(self)

    def asend(self, value, /):
        """asend(v) -> send 'v' in generator."""
        return new_send(self, value)

    def athrow(self, *args):
        """athrow(value)
athrow(type[,value[,tb]])

raise exception in generator."""
        return new_throw(self, args)

    def aclose(self):
        """aclose() -> raise GeneratorExit inside generator."""
        return new_throw(self, None)


class AsyncValue:
    pass


def new_async_generator():
    gen: AsyncGenerator = AsyncGenerator.__new__(AsyncGenerator)
    gen.type = ASYNC_GENERATOR
    begin(gen)
    return gen


#: One of each that is over: a loop makes and drops one for every item.
_spare_value = cython.declare(AsyncValue, None)
_spare_send = cython.declare(AsyncSend, None)


def wrap_value(value):
    global _spare_value
    made: AsyncValue = _spare_value
    if made is not None:
        _spare_value = None
    else:
        made = AsyncValue.__new__(AsyncValue)
        made.type = VALUE
    made.value = value
    return made


def unwrap_value(wrapped):
    global _spare_value
    value = wrapped.value
    if _spare_value is None and Py_REFCNT(cython.cast(Ref, wrapped)) == 1:
        wrapped.value = None
        _spare_value = wrapped
    return value


def item_given(wait):
    global _spare_send
    end_send(wait, False)
    if _spare_send is None and Py_REFCNT(cython.cast(Ref, wait)) == 1:
        wait.gen = None
        wait.value = None
        _spare_send = wait
    return 0


@cython.cfunc
def call_hooks(gen: AsyncGenerator) -> cython.int:
    """Tell the loop of the generator, before its first item."""
    if not gen.hooked:
        gen.hooked = True
        if _hooks is not None:
            first, gen.finalizer = _hooks()
            if first is not None:
                call1(first, gen)
    return 0


@cython.cfunc
def new_send(gen: AsyncGenerator, value: object) -> AsyncSend:
    global _spare_send
    call_hooks(gen)
    made: AsyncSend = _spare_send
    if made is not None:
        _spare_send = None
    else:
        made = AsyncSend.__new__(AsyncSend)
        made.type = SEND
    made.gen = gen
    made.value = value
    made.state = WAIT_NEW
    return made


def async_next(gen):
    return new_send(gen, None)


def async_started(gen):
    made: AsyncSend = new_send(gen, None)
    made.state = WAIT_STARTED
    gen.busy = True
    return made


@cython.cfunc
def new_throw(gen: AsyncGenerator, args: object) -> AsyncThrow:
    call_hooks(gen)
    made: AsyncThrow = AsyncThrow.__new__(AsyncThrow)
    made.type = THROW
    made.gen = gen
    made.args = args
    made.state = WAIT_NEW
    return made


@cython.cfunc
def resume_for(gen: AsyncGenerator, value: object) -> object:
    """Go on with the generator: what it awaits or, as an AsyncValue, yields; StopAsyncIteration when it has ended."""
    if gen.state == GEN_RUNNING:
        raise ValueError("async generator already executing")
    if gen.state == GEN_CLOSED:
        raise StopAsyncIteration
    if gen.state == GEN_CREATED and value is not None:
        raise TypeError("can't send non-None value to a just-started async generator")
    return resume_it(gen, value, None)


def ends_iteration(exc):
    cls: Type = cython.cast(ExceptionObject, exc).type
    return is_subtype(cls, exception_type("StopAsyncIteration")) or is_subtype(cls, exception_type("GeneratorExit"))


@cython.cfunc
@cython.exceptval(check=False)
def ends(error: object) -> cython.bint:
    """The same of a host exception; a GeneratorExit is the guest's always."""
    if isinstance(error, GuestRaise):
        return ends_iteration(error.value)
    return isinstance(error, StopAsyncIteration)


@cython.cfunc
def stop_with(value: object) -> object:
    """StopIteration(value) to raise."""
    return to_host_exception(new_exception(exception_type("StopIteration"), () if value is None else (value,)))


# === asend, __anext__


def begin_send(wait, sent):
    gen: AsyncGenerator = wait.gen
    if wait.state == WAIT_OVER:
        raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
    if wait.state == WAIT_NEW:
        if gen.busy:
            if STRICT:
                wait.state = WAIT_OVER
            raise RuntimeError("anext(): asynchronous generator is already running")
        if sent is None:
            sent = wait.value
        wait.state = WAIT_STARTED
    gen.busy = True
    return sent


def end_send(wait, over):
    wait.state = WAIT_OVER
    wait.gen.busy = False
    if over:
        wait.gen.over = True
    return 0


@cython.cfunc
def step(wait: AsyncSend, value: object, exc: object) -> object:
    """One resumption by a native's call; StopIteration with the value when the generator has yielded."""
    try:
        if exc is None:
            found = resume_for(wait.gen, value)
        else:
            type, value, traceback = throw_arguments("throw", exc)
            found = throw_in(wait.gen, type, value, traceback, False)
    except Exception as error:
        end_send(wait, ends(error))
        raise
    if isinstance(found, AsyncValue):
        end_send(wait, False)
        raise stop_with(cython.cast(AsyncValue, found).value)
    return found


class AsyncSend:
    def __iter__(self):
        return self

    def __await__(self):
        return self

    def __next__(self):
        return step(self, begin_send(self, None), None)

    def send(self, value, /):
        """send(value) -> send 'value' into coroutine"""
        return step(self, begin_send(self, value), None)

    def throw(self, *args):
        """throw(value)
throw(type[,value[,tb]])

raise exception in generator."""
        if self.state == WAIT_OVER:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        if STRICT and self.state == WAIT_NEW:
            begin_send(self, None)
        return step(self, None, args)

    def close(self):
        """close() -> raise GeneratorExit inside generator."""
        close_wait(self, self.state)
        self.state = WAIT_OVER


@cython.cfunc
def close_wait(wait: object, state: cython.int) -> cython.int:
    """3.13: closing what is awaited closes the generator; before, it only ends the wait."""
    if STRICT and state != WAIT_OVER:
        try:
            wait.throw(generator_exit())
        except Exception as error:
            if not ends(error) and not isinstance(error, StopIteration):
                raise
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")
    return 0


# === athrow, aclose


@cython.cfunc
def finish_throw(wait: AsyncThrow) -> cython.int:
    wait.state = WAIT_OVER
    wait.gen.busy = False
    return 0


@cython.cfunc
def begin_throw(wait: AsyncThrow, sent: object) -> cython.bint:
    """Is this the first resumption, which throws?"""
    gen: AsyncGenerator = wait.gen
    if wait.state == WAIT_OVER:
        raise RuntimeError("cannot reuse already awaited aclose()/athrow()")
    if gen.state == GEN_CLOSED:
        wait.state = WAIT_OVER
        raise StopIteration
    if wait.state == WAIT_STARTED:
        return False
    if gen.busy:
        wait.state = WAIT_OVER
        raise RuntimeError(
            f"{'aclose' if wait.args is None else 'athrow'}(): asynchronous generator is already running")
    if gen.over:
        wait.state = WAIT_OVER
        raise StopAsyncIteration
    if sent is not None:
        raise RuntimeError("can't send non-None value to a just-started coroutine")
    wait.state = WAIT_STARTED
    gen.busy = True
    return True


@cython.cfunc
def step_throw(wait: AsyncThrow, value: object, first: cython.bint, exc: object) -> object:
    gen: AsyncGenerator = wait.gen
    closing: cython.bint = wait.args is None
    try:
        if exc is not None:
            type, value, traceback = throw_arguments("throw", exc)
            found = throw_in(gen, type, value, traceback, False)
        elif not first:
            found = resume_for(gen, value)
        elif closing:
            gen.over = True
            found = throw_in(gen, generator_exit(), None, None, False)
        else:
            type, value, traceback = throw_arguments("athrow", wait.args)
            found = throw_in(gen, type, value, traceback, False)
    except Exception as error:
        finish_throw(wait)
        if ends(error):
            gen.over = True
            if closing:
                raise StopIteration from None
        raise
    if isinstance(found, AsyncValue):
        finish_throw(wait)
        if closing:
            raise RuntimeError("async generator ignored GeneratorExit")
        raise stop_with(cython.cast(AsyncValue, found).value)
    return found


class AsyncThrow:
    def __iter__(self):
        return self

    def __await__(self):
        return self

    def __next__(self):
        return step_throw(self, None, begin_throw(self, None), None)

    def send(self, value, /):
        """send(value) -> send 'value' into coroutine"""
        return step_throw(self, value, begin_throw(self, value), None)

    def throw(self, *args):
        """throw(value)
throw(type[,value[,tb]])

raise exception in generator."""
        if self.state == WAIT_OVER:
            raise RuntimeError("cannot reuse already awaited aclose()/athrow()")
        if STRICT and self.state == WAIT_NEW:
            if self.gen.busy:
                self.state = WAIT_OVER
                raise RuntimeError(
                    f"{'aclose' if self.args is None else 'athrow'}(): asynchronous generator is already running")
            self.state = WAIT_STARTED
            self.gen.busy = True
        return step_throw(self, None, False, args)

    def close(self):
        """close() -> raise GeneratorExit inside generator."""
        close_wait(self, self.state)
        self.state = WAIT_OVER


# === anext with a default


def anext_default(awaitable, default):
    made: AnextDefault = AnextDefault.__new__(AnextDefault)
    made.type = ANEXT
    made.awaitable = awaitable
    made.default = default
    return made


@cython.cfunc
def drive(wait: AnextDefault, name: str, args: tuple) -> object:
    """What the awaitable's own iterator gives; the default for StopAsyncIteration."""
    inner = awaitable_of(wait.awaitable)
    if inner is None:
        raise TypeError(f"object {type_name(wait.awaitable)} can't be used in 'await' expression")
    if isinstance(inner, Resumable) and not is_iterator(inner):
        inner = object_call(getattr_(inner, "__await__"), (), None)
    try:
        return object_call(getattr_(inner, name), args, None)
    except StopAsyncIteration:
        raise stop_with(wait.default) from None


class AnextDefault:
    def __iter__(self):
        return self

    def __await__(self):
        return self

    def __next__(self):
        return drive(self, "__next__", ())

    def send(self, value, /):
        """send(arg) -> send 'arg' into the wrapped iterator,
return next yielded value or raise StopIteration."""
        return drive(self, "send", (value,))

    def throw(self, *args):
        """throw(value)
throw(type[,value[,traceback]])

raise exception in the wrapped iterator, return next yielded value
or raise StopIteration."""
        return drive(self, "throw", args)

    def close(self):
        """close() -> raise GeneratorExit inside generator."""
        return drive(self, "close", ())


# === the guest's view


def get_busy(gen: AsyncGenerator, /):
    return gen.busy


_GETTERS = {
    "__name__": (get_name, set_name, None), "__qualname__": (get_qualname, set_qualname, None), "ag_running": get_busy,
    "ag_await": get_yieldfrom, "ag_code": get_code,
}
if sys.version_info >= (3, 12):
    _GETTERS["ag_suspended"] = get_suspended
_WAIT = {"methods": ("send", "throw", "close"), "slots": ("__iter__", "__next__", "__await__")}
ASYNC_GENERATOR = cython.declare(Type, native_type(
    "async_generator", AsyncGenerator, methods=("asend", "athrow", "aclose"), slots=("__repr__", "__aiter__", "__anext__"),
    getters=_GETTERS, functions={"__class_getitem__": classmethod(class_getitem)},
))
VALUE = cython.declare(Type, native_type("async_generator_wrapped_value", AsyncValue))
SEND = cython.declare(Type, native_type("async_generator_asend", AsyncSend, **_WAIT))
THROW = cython.declare(Type, native_type("async_generator_athrow", AsyncThrow, **_WAIT))
ANEXT = cython.declare(Type, native_type("anext_awaitable", AnextDefault, **_WAIT))
bound_dealloc(AsyncGenerator, 2)
