"""Tools: host callables as native functions of the guest, called in the way of METH_FASTCALL | METH_KEYWORDS.

A call counts, converts what is not an immutable scalar, asks the policy, calls, converts the result. Whatever the host
raises becomes a fresh exception with plain arguments: the host's own object, its traceback, cause, context, notes and
attributes stay outside. A guest exception that passes through the host is the same object on the other side.
"""

import builtins

import cython
from cython.cimports.callgate.core.capi import (
    DECREF, PyObject_Vectorcall, PyTuple_GET_SIZE, Ref, Refs, cg_fetch_exception,
)
from cython.cimports.callgate.interpreter.crossing import (
    Bridge, Handle, is_scalar, value_to_guest, value_to_host,
)
from cython.cimports.callgate.interpreter.meter import Meter, check_clock, count_call, stop_for
from cython.cimports.callgate.objects.exception import to_guest_exception, to_host_exception
from cython.cimports.callgate.objects.native import BUILTIN, FAST_KW, NativeFunction
from cython.cimports.cpython.time import monotonic

#: more arguments than this are packed
MAX_INLINE = cython.declare(cython.Py_ssize_t, 8)
#: tells a vectorcall that the place in front of the arguments may be used
OFFSET = cython.declare(cython.size_t, cython.cast(cython.size_t, 1) << (8 * cython.sizeof(cython.size_t) - 1))
#: what a tool raises for the guest to see; other BaseExceptions (KeyboardInterrupt, a cancelled task) leave the machine
CONTAINED = (Exception, SystemExit, GeneratorExit)
BUILTIN_ERRORS = frozenset({
    value for value in vars(builtins).values() if isinstance(value, type) and issubclass(value, Exception)
})


class HostTool:
    # No docstring: the guest would see it as the tool's.
    def __call__(self, *args, **kwargs):
        """The general path: guest values in a tuple and a dict."""
        return call_host(self.bridge, self.name, self.function, None, list(args), kwargs)


def new_tool(bridge: Bridge, name: str, function) -> NativeFunction:
    """A native function of the guest that calls ``function``."""
    tool: HostTool = HostTool.__new__(HostTool)
    tool.bridge = bridge
    tool.function = function
    tool.name = name
    bridge.tools.append(tool)
    # not by new_native: a tool is the machine's own, and counts its calls itself
    native: NativeFunction = NativeFunction.__new__(NativeFunction)
    native.type = BUILTIN
    native.kind = FAST_KW
    native.module = "builtins"
    native.meth = cython.cast(cython.p_void, call_tool)
    native.mself = cython.cast(Ref, tool)
    native.host = tool
    native.name = name
    native.qualname = name
    return native


@cython.cfunc
def call_tool(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    tool: HostTool = cython.cast(HostTool, self)
    bridge: Bridge = tool.bridge
    argv: Ref[10]
    i: cython.Py_ssize_t
    total: cython.Py_ssize_t = n
    plain: cython.bint = bridge.policy is None
    if kwnames != cython.NULL:
        total += PyTuple_GET_SIZE(kwnames)
    if total > MAX_INLINE:
        plain = False
    else:
        for i in range(total):
            if not is_scalar(args[i]):
                plain = False
                break
            argv[i + 1] = args[i]
    if not plain:
        return call_unpacked(tool, args, n, kwnames)
    count_call(bridge.meter)
    tool.calls += 1
    before: cython.double = monotonic()
    bridge.meter.in_tool += 1
    result: Ref = PyObject_Vectorcall(
        cython.cast(Ref, tool.function), argv + 1, cython.cast(cython.size_t, n) | OFFSET, kwnames)
    if result == cython.NULL:
        raised: Ref = cg_fetch_exception()
        error = cython.cast(object, raised)
        DECREF(raised)
        return fail(bridge, tool.name, error, before)
    value = cython.cast(object, result)
    DECREF(result)
    return succeed(bridge, tool.name, value, before)


@cython.cfunc
def call_unpacked(tool: HostTool, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    values: list = []
    named: dict = {}
    for i in range(n):
        values.append(cython.cast(object, args[i]))
    if kwnames != cython.NULL:
        names: tuple = cython.cast(tuple, cython.cast(object, kwnames))
        for i in range(len(names)):
            named[names[i]] = cython.cast(object, args[n + i])
    return call_host(tool.bridge, tool.name, tool.function, None, values, named)


def call_host(bridge, shown, function, attribute, values, kwargs):
    i: cython.Py_ssize_t
    for i in range(len(values)):
        values[i] = argument_to_host(bridge, shown, i + 1, values[i])
    given: tuple = tuple(values)
    named: dict = {name: argument_to_host(bridge, shown, name, value) for name, value in kwargs.items()}
    count_call(bridge.meter)
    if bridge.policy is not None:
        ask_policy(bridge, shown, given, named)
    bridge.counts[shown] = bridge.counts.get(shown, 0) + 1
    before: cython.double = monotonic()
    bridge.meter.in_tool += 1
    try:
        if attribute is not None:
            function = getattr(function, attribute)
        result = function(*given, **named)
    except BaseException as raised:
        error = raised
    else:
        return succeed(bridge, shown, result, before)
    return fail(bridge, shown, error, before)


def argument_to_host(bridge, shown, which, value):
    if is_scalar(cython.cast(Ref, value)):
        return value
    try:
        return value_to_host(bridge, value)
    except ValueError as error:
        failure = ValueError(f"argument {which} of {shown}(): {error}")
    raise failure


@cython.cfunc
def ask_policy(bridge: Bridge, shown: str, args: tuple, kwargs: dict) -> object:
    """A refusal is the guest's PermissionError; a policy that fails otherwise has decided nothing, and ends the run."""
    before: cython.double = monotonic()
    bridge.meter.in_tool += 1
    try:
        bridge.policy(shown, args, kwargs)
    except BaseException as raised:
        error = raised
    else:
        left(bridge.meter, before)
        return None
    if isinstance(error, bridge.denied):
        return fail(bridge, shown, error, before)
    bridge.meter.in_tool -= 1
    stop_for(bridge.meter, error)


def succeed(bridge, shown, result, before):
    left(bridge.meter, before)
    if is_scalar(cython.cast(Ref, result)) and type(result) is not str and type(result) is not bytes:
        return result
    try:
        return value_to_guest(bridge, result)
    except (TypeError, ValueError) as error:
        failure = type(error)(f"result of {shown}(): {error}")
    raise failure


def fail(bridge, shown, error, before):
    if isinstance(error, KeyboardInterrupt) and bridge.meter.guest_interrupts:
        left(bridge.meter, before)
        raise to_host_exception(to_guest_exception(KeyboardInterrupt()))
    if not isinstance(error, CONTAINED):
        bridge.meter.in_tool -= 1
        stop_for(bridge.meter, error)
    left(bridge.meter, before)
    if isinstance(error, bridge.guest_error):
        carried = error._raised
        if isinstance(carried, Handle) and cython.cast(Handle, carried).bridge is bridge:
            raise to_host_exception(cython.cast(Handle, carried).value)
    if isinstance(error, bridge.denied):
        raise PermissionError(str(error) or f"{shown}() is not allowed")
    raise fresh(bridge, error)


@cython.cfunc
@cython.exceptval(-1, check=False)
def left(meter: Meter, before: cython.double) -> cython.int:
    """The host is left: keep its account of time; stop when a limit was met meanwhile, inside or by the clock."""
    now: cython.double = monotonic()
    meter.in_tool -= 1
    if meter.in_tool == 0:
        meter.tool_seconds += now - before
    if meter.stopped is not None:
        raise meter.stopped
    check_clock(meter, now)
    return 0


# === errors


@cython.cfunc
def fresh(bridge: Bridge, error: object) -> object:
    """What the guest sees of a host exception: the same builtin class, else RuntimeError; plain arguments only."""
    cls = type(error)
    if cls in BUILTIN_ERRORS:
        try:
            return cls(*plain_arguments(bridge, error))
        except Exception:
            pass
    text = own_text(error)
    return RuntimeError(f"{cls.__name__}: {text}" if text else cls.__name__)


@cython.cfunc
def plain_arguments(bridge: Bridge, error: object) -> tuple:
    args: list = list(error.args)
    if isinstance(error, OSError) and len(args) == 2 and type(error.filename) in (str, bytes):
        args.append(error.filename)
    return tuple([plain_argument(bridge, value) for value in args])


@cython.cfunc
def plain_argument(bridge: Bridge, value: object) -> object:
    try:
        return value_to_guest(bridge, value)
    except (TypeError, ValueError):
        return f"<{type(value).__name__}>"


@cython.cfunc
def own_text(error: object) -> str:
    """Its text. The text that exceptions have by default shows their arguments: not those that are no plain data."""
    cls = type(error)
    try:
        if cls.__str__ is not BaseException.__str__ and cls.__str__ is not OSError.__str__:
            return str(error)
        plain = [is_scalar(cython.cast(Ref, value)) for value in error.args]
        if all(plain):
            return str(error)
        return ", ".join([
            str(value) if known else f"<{type(value).__name__}>" for value, known in zip(error.args, plain)
        ])
    except Exception:
        return ""
