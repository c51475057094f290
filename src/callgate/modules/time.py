"""The time module: the machine's clock.

`vm.data["clock"]`, when the embedder gave one, is a host callable that gives seconds since the epoch; then sleeping
takes no time but moves the clock on, and a run depends on nothing else. Local time is UTC for every guest: the host's
time zone is none of its business. A real sleep is cut into pieces, between which limits are looked at.
"""

import calendar
import math
import sys
import time as host

import cython
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory, hold_fuel
from cython.cimports.callgate.core.type import argument_name
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import NativeModule, arg, arity, define_plain, fast
from cython.cimports.callgate.modules.namespaces import new_simple_namespace

from callgate.modules.sequences import struct_sequence

CONTENTS: dict = {"timezone": 0, "altzone": 0, "daylight": 0, "tzname": ("UTC", "UTC")}
FIELDS = "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst"
struct_time, new_struct_time = struct_sequence(
    "struct_time", "time", FIELDS, "tm_zone tm_gmtoff", host.struct_time.__doc__)
PIECE = cython.declare(cython.double, 0.02)
TOO_LONG = f"timestamp too large to convert to C {'' if sys.version_info >= (3, 13) else '_'}PyTime_t"


def native(function):
    name: str = function.__name__.removesuffix("_")
    CONTENTS[name] = define_plain(function, name, "time")
    return function


# === clocks ===
def now(vm):
    clock: object = vm.data.get("clock")
    if clock is None:
        return host.time()
    return float(clock()) + cython.cast(cython.double, vm.data.get("slept", 0.0))


@cython.cfunc
def monotonic_now() -> cython.double:
    vm: VM = current_vm()
    return host.perf_counter() if vm.data.get("clock") is None else now(vm)


@cython.cfunc
def nanoseconds(seconds: cython.double) -> object:
    return int(seconds * 1e9)


def sleep_for(vm, seconds):
    if vm.data.get("clock") is not None:
        vm.data["slept"] = vm.data.get("slept", 0.0) + seconds
        check_limits(vm)
        return 0
    end: cython.double = host.perf_counter() + seconds
    left: cython.double = seconds
    while left > 0:
        host.sleep(left if left < PIECE else PIECE)
        check_limits(vm)
        left = end - host.perf_counter()
    return 0


@cython.cfunc
@cython.exceptval(-1)
def check_limits(vm: VM) -> cython.int:
    """Make the breaker look, at the price of one unit."""
    left: cython.longlong = vm.state.fuel
    vm.state.fuel = 0
    charge(1)
    vm.state.fuel += left
    if vm.state.collect_due:
        hold_fuel(cython.address(vm.state))
    return 0


@native
def time_():
    return now(current_vm())


@native
def time_ns():
    vm: VM = current_vm()
    return host.time_ns() if vm.data.get("clock") is None else nanoseconds(now(vm))


@native
def monotonic():
    return monotonic_now()


@native
def monotonic_ns():
    return nanoseconds(monotonic_now())


@native
def perf_counter():
    return monotonic_now()


@native
def perf_counter_ns():
    return nanoseconds(monotonic_now())


@native
def process_time():
    return monotonic_now()


@native
def process_time_ns():
    return nanoseconds(monotonic_now())


@native
def thread_time():
    return monotonic_now()


@native
def thread_time_ns():
    return nanoseconds(monotonic_now())


@native
def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        seconds = index(seconds)
    if math.isnan(seconds):
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds > 9.2e9:
        raise OverflowError(TOO_LONG)
    sleep_for(current_vm(), seconds)


@native
def get_clock_info(name, /):
    if not isinstance(name, str):
        raise TypeError(f"get_clock_info() argument 1 must be str, not {argument_name(name)}")
    info = host.get_clock_info(name)
    return new_simple_namespace({
        "implementation": "callgate", "monotonic": info.monotonic, "adjustable": info.adjustable,
        "resolution": info.resolution})


# === calendar ===
@cython.cfunc
def seconds_or_now(name: str, args: Refs, n: cython.Py_ssize_t) -> object:
    arity(name, n, 0, 1)
    if n == 0 or arg(args, 0) is None:
        return now(current_vm())
    value: object = arg(args, 0)
    return value if isinstance(value, (int, float)) else index(value)


@cython.cfunc
def to_guest(moment: object) -> object:
    return new_struct_time(tuple(moment), ("UTC", 0))


@cython.cfunc
def gmtime_fast(which: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    return to_guest(host.gmtime(seconds_or_now(cython.cast(object, which), args, n)))


@cython.cfunc
def ctime_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    return host.asctime(host.gmtime(seconds_or_now("ctime", args, n)))


@cython.cfunc
def moment_of(name: str, value: object) -> object:
    """A tuple of the guest's as the host's struct_time, in UTC."""
    if not isinstance(value, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if tuple.__len__(value) != 9:
        raise TypeError(f"{name}(): illegal time tuple argument")
    parts: list = [index(part) for part in tuple.__iter__(value)]
    return host.struct_time((*parts, "UTC", 0))


@cython.cfunc
def asctime_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("asctime", n, 0, 1)
    return host.asctime(moment_of("asctime", arg(args, 0)) if n else host.gmtime(now(current_vm())))


@native
def mktime(moment, /):
    parts = moment_of("mktime", moment)
    months = parts.tm_mon - 1
    year, month = parts.tm_year + months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError("mktime argument out of range")
    first = calendar.timegm((year, month, 1, 0, 0, 0))
    return float(first + (parts.tm_mday - 1) * 86400 + parts.tm_hour * 3600 + parts.tm_min * 60 + parts.tm_sec)


@cython.cfunc
def strftime_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("strftime", n, 1, 2)
    layout: object = arg(args, 0)
    if not isinstance(layout, str):
        raise TypeError(f"strftime() argument 1 must be str, not {argument_name(layout)}")
    # the host tries buffers up to this size
    charge_memory(256 * len(layout) + 1024)
    charge(len(layout))
    moment: object = moment_of("strftime", arg(args, 1)) if n == 2 else host.gmtime(now(current_vm()))
    return host.strftime(str.__str__(layout), moment)


def strptime(*args):
    vm: VM = current_vm()
    module: object = vm.importer.import_name(vm, "_strptime", None, ("_strptime_time",), 0)
    return call_method(module, "_strptime_time", args)


CONTENTS.update(
    gmtime=fast("gmtime", gmtime_fast, "time", "gmtime"), localtime=fast("localtime", gmtime_fast, "time", "localtime"),
    ctime=fast("ctime", ctime_fast, "time"), asctime=fast("asctime", asctime_fast, "time"),
    strftime=fast("strftime", strftime_fast, "time"), strptime=define_plain(strptime, "strptime", "time"),
    struct_time=struct_time, _STRUCT_TM_ITEMS=host._STRUCT_TM_ITEMS,
)
MODULE = NativeModule("time", CONTENTS)
