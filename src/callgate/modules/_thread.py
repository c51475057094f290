"""What threading builds on (`_thread`), for a machine that has one thread: locks that are never waited for.

A lock that is taken stays so until the only thread gives it up; who waits for it without a time-out waits until a limit
ends the run. No thread can be started.
"""

import _thread as host
import sys

import cython
from cython.cimports.callgate.core.capi import Ref
from cython.cimports.callgate.core.operators import index, truth
from cython.cimports.callgate.interpreter.vm import current_vm
from cython.cimports.callgate.modules.define import Keywords, NativeModule, define_plain, positional
from cython.cimports.callgate.modules.time import sleep_for
from cython.cimports.callgate.objects.exception import exception_type, to_guest_exception, to_host_exception

from callgate.core.type import native_type

CONTENTS: dict = {"error": exception_type("RuntimeError"), "TIMEOUT_MAX": host.TIMEOUT_MAX}
ACQUIRE = cython.declare(Keywords, Keywords("acquire", "blocking timeout"))
FOR_EVER = cython.declare(cython.double, 1e18)


def native(function):
    name: str = function.__name__
    CONTENTS[name] = define_plain(function, name, "_thread")
    return function


class Lock:
    pass


def acquire(self: Lock, /, *args, **kwargs):
    given: list = ACQUIRE.unpack(args, kwargs)
    blocking: cython.bint = len(args) < 1 and "blocking" not in kwargs or truth(given[0])
    timeout: cython.double = -1 if len(args) < 2 and "timeout" not in kwargs else float(given[1])
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError(NEGATIVE)
    if self.count and not self.reentrant:
        if blocking:
            sleep_for(current_vm(), FOR_EVER if timeout < 0 else timeout)
        return False
    self.count += 1
    return True


NEGATIVE = f"timeout value must be {'a non-negative number' if sys.version_info >= (3, 13) else 'positive'}"


def release(self: Lock, /):
    if not self.count:
        raise RuntimeError("cannot release un-acquired lock" if self.reentrant else "release unlocked lock")
    self.count -= 1


def locked(self: Lock, /):
    return self.count > 0


def enter(self: Lock, /):
    return acquire(self)


def leave(self: Lock, /, *details):
    release(self)


def is_owned(self: Lock, /):
    return self.count > 0


def shown(self: Lock):
    state = "locked" if self.count else "unlocked"
    where = f"0x{cython.cast(cython.size_t, cython.cast(Ref, self)):x}"
    if self.reentrant:
        return f"<{state} _thread.RLock object owner={1 if self.count else 0} count={self.count} at {where}>"
    return f"<{state} _thread.lock object at {where}>"


def new_rlock(cls, /, *args, **kwargs):
    made: Lock = Lock.__new__(Lock)
    made.type = cls
    made.reentrant = True
    return made


def new_lock(cls, /, *args, **kwargs):
    positional("lock", args, kwargs, 0, 0)
    return Lock.__new__(Lock)


METHODS = {"acquire": acquire, "release": release, "__enter__": enter, "__exit__": leave, "__repr__": shown}
#: From 3.13 on threading.Lock is the type.
LOCK = native_type("lock", Lock, module="_thread", new=new_lock if sys.version_info >= (3, 13) else None, functions={
    **METHODS, "locked": locked, "acquire_lock": acquire, "release_lock": release, "locked_lock": locked})
RLOCK = native_type("RLock", Lock, module="_thread", new=new_rlock, basetype=True,
                    functions={**METHODS, "_is_owned": is_owned})


@native
def allocate_lock():
    return Lock.__new__(Lock)


@native
def get_ident():
    return 1


@native
def get_native_id():
    return 1


@native
def _count():
    return 0


@native
def _set_sentinel():
    return Lock.__new__(Lock)


@native
def _get_main_thread_ident():
    return 1


@native
def _is_main_interpreter():
    return True


@native
def daemon_threads_allowed():
    return False


@native
def _shutdown():
    return None


# === threads that threading has handles of (3.13) ===
class Handle:
    pass


def new_handle(cls, /, *args, **kwargs):
    if args or kwargs:
        raise TypeError("_ThreadHandle() takes no arguments")
    made: Handle = Handle.__new__(Handle)
    made.type = cls
    made.ident = 0
    return made


def join(self: Handle, /, timeout=-1):
    if not self.ident:
        raise RuntimeError("thread not started")
    if not self.done:
        raise RuntimeError("Cannot join current thread")
    return None


def is_done(self: Handle, /):
    return self.done


def set_done(self: Handle, /):
    self.done = True


def ident(self: Handle):
    return self.ident


def handle_repr(self: Handle):
    return f"<_thread._ThreadHandle object: ident={self.ident}>"


HANDLE = native_type(
    "_ThreadHandle", Handle, module="_thread", new=new_handle, getters={"ident": ident},
    functions={"join": join, "is_done": is_done, "_set_done": set_done, "__repr__": handle_repr})


def make_thread_handle(number):
    made: Handle = Handle.__new__(Handle)
    made.type = HANDLE
    made.ident = number
    return made


def start_joinable_thread(function, /, *args, **kwargs):
    raise RuntimeError("can't start new thread")


if sys.version_info >= (3, 13):
    CONTENTS.update(
        _ThreadHandle=HANDLE, _make_thread_handle=define_plain(make_thread_handle, "_make_thread_handle", "_thread"),
        start_joinable_thread=define_plain(start_joinable_thread, "start_joinable_thread", "_thread"))


@native
def interrupt_main(signum=2, /):
    """The guest's own KeyboardInterrupt: one of the host's would end the host. Other signals do not come (`signal`)."""
    number: object = index(signum)
    if not 0 < number < 65:
        raise ValueError("signal number out of range")
    if number == 2:
        raise to_host_exception(to_guest_exception(KeyboardInterrupt()))


def start_new_thread(*args, **kwargs):
    raise RuntimeError("can't start new thread")


def stack_size(*args):
    return 0


CONTENTS.update(
    LockType=LOCK, lock=LOCK, RLock=RLOCK, allocate=CONTENTS["allocate_lock"],
    start_new_thread=define_plain(start_new_thread, "start_new_thread", "_thread"),
    stack_size=define_plain(stack_size, "stack_size", "_thread"),
)
MODULE = NativeModule("_thread", CONTENTS)
