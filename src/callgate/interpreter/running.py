"""The beginning and the end of an outermost run: all counters to zero, and what they say in the end."""

import cython
from cython.cimports.callgate.interpreter.crossing import Bridge
from cython.cimports.callgate.interpreter.hostcall import HostTool
from cython.cimports.callgate.interpreter.meter import Stream, measure_end
from cython.cimports.callgate.interpreter.settling import settle_end

from callgate.interpreter.counting import read_counts, reset_counts


def begin_run(bridge: Bridge, stdout: Stream, stderr: Stream) -> None:
    tool: HostTool
    stdout.take()
    stderr.take()
    reset_counts(bridge.vm)
    for tool in bridge.tools:
        tool.calls = 0
    bridge.counts.clear()
    bridge.vm.reset_peak()
    bridge.meter.begin()


def settle(bridge: Bridge) -> None:
    """An outermost run is about to end: what it dropped in cycles is finalized in it. May raise a Trap."""
    settle_end(bridge.vm)


def end_run(bridge: Bridge, stdout: Stream, stderr: Stream) -> tuple:
    """The fields of a Usage, the ledger's rows (name, kind, calls; some may be there twice), stdout, stderr."""
    tool: HostTool
    rows: list = read_counts(bridge.vm)
    for tool in bridge.tools:
        if tool.calls:
            rows.append((tool.name, "tool", tool.calls))
    for name, calls in bridge.counts.items():
        rows.append((name, "tool", calls))
    total: cython.longlong = 0
    for row in rows:
        total += row[2]
    meter = bridge.meter
    measure_end(meter)
    usage = (
        meter.fuel_used(), meter.seconds_used(), meter.peak, bridge.vm.peak_depth(), total, meter.calls, meter.tool_seconds,
        meter.written,
    )
    return usage, rows, stdout.take(), stderr.take()
