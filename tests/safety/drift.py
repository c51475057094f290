"""Counts before and after a piece of work that must be the same: references of shared objects, tracked objects."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable

import callgate as cg

#: shared by everything: a reference error of the machine moves the count of one of them (on 3.11 none of them is immortal)
#: (texts are left out: the machine's caches hold names, now more, now fewer)
SHARED = (None, True, False, 0, 1, 2, 3, 5, 255, b"", (), int, str, list, dict, object, ValueError, Ellipsis)
NAMES = [repr(value)[:20] for value in SHARED]

#: What is kept when it is freed, to be used again, holds None: as much of it as can be each time that somebody looks.
KEPT = """
class C:
    def m(self):
        pass
def raises():
    raise ValueError
kept = [C().m for _ in range(100)]
for _ in range(200):
    try:
        raises()
    except ValueError as error:
        kept.append(error)
"""


class Drift:
    """Counts before and after some rounds of the same work."""

    def __init__(self) -> None:
        self.before = self.look()

    @staticmethod
    def look() -> tuple[list[int], int]:
        cg.Machine().run(KEPT)
        if sys.version_info < (3, 12):
            sys._clear_type_cache()     # whose free places each hold a None
        gc.collect()
        gc.collect()
        # weak references to classes that died go when the next class is made
        objects = sum(type(value) is not weakref.ref for value in gc.get_objects())
        return [sys.getrefcount(value) for value in SHARED], objects

    def check(self, rounds: int, what: str = "", slack: int = 8) -> None:
        """A leak of one reference a round shows, what caches and tables keep does not."""
        counts, objects = self.look()
        moved = {
            name: after - before for name, before, after in zip(NAMES, self.before[0], counts, strict=True)
            if abs(after - before) > slack + rounds // 4
        }
        assert not moved, f"{what}: references of {moved} in {rounds} rounds"
        grown = objects - self.before[1]
        assert grown <= slack + rounds // 4, f"{what}: {grown} objects more in {rounds} rounds"


def idle(machine: cg.Machine) -> bool:
    """Whether nothing of an earlier run is left on the machine's stacks."""
    vm = machine._world.vm
    return vm.depth() == 0


def refuel(machine: cg.Machine, fuel: int = -1) -> None:
    """Another fuel limit than the machine was made with; -1: none."""
    machine._world.meter.max_fuel = fuel


def repeat(rounds: int, work: Callable[[], object]) -> None:
    for _ in range(rounds):
        work()
