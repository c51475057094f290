"""Every snippet stopped at every unit of fuel: no reference may be lost or kept, and the machine goes on working.

A stop is a trap: it leaves from wherever the fuel ran out, through natives, generators, handlers and half made calls.
"""

from __future__ import annotations

import pytest

import callgate as cg
from safety.drift import Drift, idle, refuel
from safety.snippets import SNIPPETS

#: no more values than this are tried of a snippet, evenly spread; -m stress tries all
SOME = 60


def fuel_of(source: str) -> int:
    machine = cg.Machine()
    machine.run(source)
    return machine.last.usage.fuel


def stop_at(source: str, fuel: int) -> bool:
    """Run with so much fuel; afterwards the machine must be as good as new. Was the run stopped?"""
    machine = cg.Machine(limits=cg.Limits(fuel=fuel))
    stopped = False
    try:
        machine.run(source)
    except cg.LimitExceeded as error:
        assert error.limit == "fuel"
        stopped = True
    assert idle(machine)
    refuel(machine)
    assert machine.run("sum([x for x in (1, 2, 3)])").value == 6
    return stopped


def sweep(source: str, values: range) -> None:
    for fuel in values[::len(values) // 500 + 1]:
        stop_at(source, fuel)          # fills caches
    before = Drift()
    stops = sum(stop_at(source, fuel) for fuel in values)
    before.check(len(values), f"{stops} stops")
    assert stops >= len(values) - 2


@pytest.mark.parametrize("name", SNIPPETS)
def test_stopped_at_some_points(name: str) -> None:
    fuel = fuel_of(SNIPPETS[name])
    sweep(SNIPPETS[name], range(0, fuel, fuel // SOME + 1))


@pytest.mark.stress
@pytest.mark.parametrize("name", SNIPPETS)
def test_stopped_everywhere(name: str) -> None:
    sweep(SNIPPETS[name], range(min(fuel_of(SNIPPETS[name]), 20_000)))
