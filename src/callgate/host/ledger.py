"""Reading the machine's call counters."""

from __future__ import annotations

from callgate.interpreter.counting import count_calls

from .result import Ledger, LedgerRow
from .world import World

Counts = dict[tuple[str, str], int]


def read(world: World) -> Counts:
    """(name, kind) -> calls in the machine's life."""
    counts: Counts = count_calls(world.vm)
    for tool in world.bridge.tools:
        if tool.calls:
            counts[tool.name, "tool"] = counts.get((tool.name, "tool"), 0) + tool.calls
    for name, calls in world.bridge.counts.items():
        counts[name, "tool"] = counts.get((name, "tool"), 0) + calls
    return counts


def since(before: Counts, after: Counts) -> Ledger:
    """What was called between two readings."""
    return Ledger(
        LedgerRow(name, kind, calls - before.get((name, kind), 0))
        for (name, kind), calls in after.items() if calls > before.get((name, kind), 0)
    )
