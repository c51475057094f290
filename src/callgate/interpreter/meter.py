"""The meter of a machine: counts what a run uses and ends it, by a Trap, when that passes a limit.

The loop and natives count fuel down in slices; at the end of each the meter looks at the clock, lets the host's signals
and threads in, and grants the next slice. What a run uses in fuel does not depend on where slices end.
"""

import gc

import cython
from cython.cimports.callgate.core.state import hold_fuel
from cython.cimports.callgate.interpreter.settling import collect
from cython.cimports.callgate.interpreter.vm import VM
from cython.cimports.callgate.interpreter.walk import measure, resident
from cython.cimports.callgate.objects.exception import to_guest_exception, to_host_exception
from cython.cimports.cpython.time import monotonic

from callgate.core.errors import Trap

#: units of fuel between two looks at the clock: 0.1 to 1 ms of guest code; fewer where a unit takes long
SLICE = cython.declare(cython.longlong, 10_000)
LEAST = cython.declare(cython.longlong, 50)
#: seconds that a slice may take before the next is made shorter
LONG = cython.declare(cython.double, 0.01)
#: seconds between two looks at the process's memory
GLANCE = cython.declare(cython.double, 0.005)
#: memory that a unit of fuel is taken to need at least, when it comes to the next walk
PER_UNIT = cython.declare(cython.longlong, 16)
#: seconds that a unit of fuel stands for at least, where a native pays for much work at once
LEAST_TIME = cython.declare(cython.double, 2e-9)
#: bytes that the process has to grow by before it is worth a collection
LITTLE = cython.declare(cython.longlong, 16 << 20)
#: fuel that a collection costs which the guest did not ask for
COLLECTION = cython.declare(cython.longlong, 20_000)
INFINITE = cython.declare(cython.double, float("inf"))


class Meter:
    """Limits, counters and breaker of one machine. ``tick`` is a Python function without effect."""

    def __init__(self, vm: VM, tick):
        self.vm = vm
        self.tick = tick
        self.max_fuel = self.max_calls = self.max_output = self.max_memory = -1
        self.max_seconds = self.deadline = INFINITE

    def begin(self) -> None:
        """Start a run: all counters at zero."""
        self.slice = 1000
        self.granted = self.slice if self.max_fuel < 0 else min(self.slice, self.max_fuel)
        self.vm.set_fuel(self.granted)
        self.calls = self.written = 0
        self.tool_seconds = 0.0
        self.in_tool = 0
        self.stopped = self.escaped = None
        self.started = monotonic()
        self.deadline = self.started + self.max_seconds
        self.asked = self.looked_at = self.walk_end = self.started
        self.peak = self.walk_fuel = 0
        self.had = resident() if self.max_memory >= 0 else 0
        self.collect_at = self.had + max(self.max_memory, LITTLE)
        self.collected = self.started
        self.collect_took = 0

    def fuel_used(self) -> int:
        return self.granted - self.vm.fuel_left()

    def seconds_used(self) -> float:
        return monotonic() - self.started

    def __call__(self, vm):
        """The breaker: grants fuel, or raises the Trap that is due."""
        native: cython.bint = vm.asked_by_native()      # before any other thread may ask
        self.vm.state.fuel += self.vm.state.held
        self.vm.state.held = 0
        try:
            self.tick()
        except KeyboardInterrupt as error:
            if self.guest_interrupts:
                raise to_host_exception(to_guest_exception(KeyboardInterrupt())) from None
            stop_for(self, error)
        except BaseException as error:
            stop_for(self, error)
        if self.stopped is not None:
            raise self.stopped
        now: cython.double = monotonic()
        left: cython.longlong = self.vm.fuel_left()
        check_clock(self, now if left > -10_000_000 else now - left * LEAST_TIME)    # what is paid for cannot be stopped later
        if self.max_memory >= 0 and now - self.looked_at > GLANCE:
            check_memory(self, now, native)
        self.slice = next_slice(self, now - self.asked)
        self.asked = now
        left = self.vm.fuel_left()
        grant: cython.longlong = self.slice - left
        if self.max_fuel >= 0:
            grant = min(grant, self.max_fuel - self.granted)
            if left + grant < 0:
                raise Trap("fuel", f"the run used more than {self.max_fuel} units of fuel")
        self.granted += grant
        self.vm.refill(grant)
        if self.vm.state.collect_due:
            if native:          # in the middle of something: as soon as it is over
                hold_fuel(cython.address(self.vm.state))
            else:
                self.vm.state.fuel -= COLLECTION
                collect(self.vm)


@cython.cfunc
@cython.exceptval(-1, check=False)
def stop_for(meter: Meter, error: object) -> cython.int:
    """End the run because the host raised: the caller of the machine gets that very exception."""
    if meter.stopped is None:
        meter.escaped = error
        meter.stopped = Trap("host", "the host stopped the run")
    raise meter.stopped


@cython.cfunc
@cython.exceptval(-1, check=False)
def check_clock(meter: Meter, now: cython.double) -> cython.int:
    if now > meter.deadline:
        raise Trap("seconds", f"the run took longer than {meter.max_seconds:g} seconds")
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def next_slice(meter: Meter, took: cython.double) -> cython.longlong:
    """Where a unit of fuel turned out dear (colliding keys, long texts), the clock is looked at more often."""
    n: cython.longlong = meter.slice
    if took > LONG:
        n = cython.cast(cython.longlong, n * LONG / took)
        return n if n > LEAST else LEAST
    n *= 2
    return n if n < SLICE else SLICE


@cython.cfunc
@cython.exceptval(-1, check=False)
def check_memory(meter: Meter, now: cython.double, native: cython.bint) -> cython.int:
    """Measure what the guest holds, when it may have come near to the limit since it was measured last.

    The process's memory says so, of whoever it is; memory that was there before is used without it, so fuel says so as well. A walk
    takes its time: it is made no more often than it pays, and no closer to the limit than a sixteenth of it. What was dropped in
    cycles, no walk finds.
    """
    meter.looked_at = now
    left: cython.longlong = max(meter.max_memory - meter.memory, meter.max_memory >> 3)
    grown: cython.longlong = resident() - meter.collect_at
    if grown > 0 and (now - meter.collected > 2 * meter.collect_took or grown > meter.max_memory):
        collect_cycles(meter, now)
    grown = resident() - meter.had
    since: cython.double = now - meter.walk_end
    if grown > left >> 1:
        if since < 2 * meter.walk_took and grown < 2 * left:
            return 0
    elif (meter.granted - meter.walk_fuel) * PER_UNIT < left or since < 20 * meter.walk_took:
        return 0
    return walk_memory(meter, not native)


@cython.cfunc
@cython.exceptval(-1, check=False)
def collect_cycles(meter: Meter, now: cython.double) -> cython.int:
    """The host's collector counts objects, however large; it may come at any time (settling.py), so this does not show."""
    gc.collect()
    meter.collected = monotonic()
    meter.collect_took = meter.collected - now
    meter.had = min(meter.had, resident())
    meter.collect_at = resident() + max(meter.max_memory, LITTLE)
    return 0


def measure_end(meter):
    size: cython.longlong
    if meter.max_memory >= 0 and meter.granted - meter.walk_fuel > 100_000:
        size = measure(meter.vm, meter.max_memory, False)
        if size >= 0:
            meter.memory = size
            meter.peak = max(meter.peak, size)
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def walk_memory(meter: Meter, whole: cython.bint) -> cython.int:
    began: cython.double = monotonic()
    size: cython.longlong = measure(meter.vm, meter.max_memory - meter.kept, whole)
    if size >= 0:
        size += meter.kept
    meter.walk_end = monotonic()
    meter.walk_took = meter.walk_end - began
    meter.had = resident()
    meter.walk_fuel = meter.granted
    if size > meter.max_memory or size < 0:
        raise Trap("memory", f"the run used more than {meter.max_memory} bytes of memory")
    meter.memory = size
    meter.peak = max(meter.peak, size)
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def count_call(meter: Meter) -> cython.int:
    if meter.calls == meter.max_calls:
        raise Trap("tool_calls", f"the run made more than {meter.max_calls} tool calls")
    meter.calls += 1
    return 0


class Stream:
    """Where the guest's text goes: a host callable, or a list until someone takes it. Counted before that."""

    def __init__(self, meter: Meter, sink=None):
        self.meter = meter
        self.sink = sink
        self.parts = []

    def __call__(self, text: str) -> None:
        meter: Meter = self.meter
        meter.written += len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        if meter.written > meter.max_output >= 0:
            raise Trap("output", f"the run printed more than {meter.max_output} bytes")
        if self.sink is None:
            self.parts.append(text)
            self.kept += len(text)
            meter.kept += len(text)
            return
        try:
            self.sink(text)
        except BaseException as error:
            stop_for(meter, error)

    def flush(self) -> None:
        """Flush what the sink writes to, if it is a method of something that can be flushed (`sys.stdout.write`)."""
        flush = getattr(getattr(self.sink, "__self__", None), "flush", None)
        if flush is None:
            return
        try:
            flush()
        except BaseException as error:
            stop_for(self.meter, error)

    def take(self) -> str:
        """The collected text, which is forgotten."""
        parts = self.parts
        self.parts = []
        self.meter.kept -= self.kept
        self.kept = 0
        return "".join(parts)
