"""Asynchronous tools, for the guest's event loop: which calls are ready, and what has become of them."""

import cython
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.interpreter.crossing import Bridge
from cython.cimports.callgate.interpreter.hostcall import fail, succeed
from cython.cimports.callgate.interpreter.meter import stop_for
from cython.cimports.callgate.objects.native import native_function
from cython.cimports.cpython.time import monotonic


def new_calls(bridge: Bridge, calls) -> tuple:
    """Natives of the guest over ``calls``, which is a host.together.Calls: (ready, result, cancel)."""

    def ready(timeout):
        """The numbers of calls that have ended, after at most ``timeout`` seconds (None: no bound)."""
        before: cython.double = monotonic()
        longest: cython.double = bridge.meter.deadline - before
        if timeout is not None:
            longest = min(longest, float(timeout))
        bridge.meter.in_tool += 1
        try:
            numbers = calls.ready(max(longest, 0.0))
        except BaseException as error:
            bridge.meter.in_tool -= 1
            stop_for(bridge.meter, error)
        return succeed(bridge, "asyncio", numbers, before)

    def result(number):
        """The value of a call, or the error it ended with."""
        before: cython.double = monotonic()
        name, future = calls.take(index(number))
        bridge.meter.in_tool += 1
        try:
            value = future.result()
        except BaseException as error:
            return fail(bridge, name, error, before)
        return succeed(bridge, name, value, before)

    def cancel(number):
        calls.cancel(index(number))

    return (native_function(ready, "ready", "asyncio"), native_function(result, "result", "asyncio"),
            native_function(cancel, "cancel", "asyncio"))
