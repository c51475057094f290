"""The machine's call counters, read as a Ledger."""

from __future__ import annotations

from callgate.interpreter.counting import read_counts, reset_counts

from .result import Ledger, LedgerRow
from .world import World


def start(world: World) -> None:
    """Set all counters to zero."""
    reset_counts(world.vm)
    for tool in world.bridge.tools:
        tool.calls = 0
    world.bridge.counts.clear()


def read(world: World) -> Ledger:
    """What was called since the start."""
    counts: dict[tuple[str, str], int] = {}
    rows = read_counts(world.vm)
    rows += [(tool.name, "tool", tool.calls) for tool in world.bridge.tools if tool.calls]
    rows += [(name, "tool", calls) for name, calls in world.bridge.counts.items()]
    for name, kind, calls in rows:
        counts[name, kind] = counts.get((name, kind), 0) + calls
    return Ledger(LedgerRow(name, kind, calls) for (name, kind), calls in counts.items())
