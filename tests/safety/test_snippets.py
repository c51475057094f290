"""What the snippets do is what CPython does, and together they use every instruction; running them again costs nothing."""

from __future__ import annotations

import re

import pytest

import callgate as cg
from differential import run_callgate, run_cpython
from safety.drift import Drift
from safety.snippets import SNIPPETS

ROUNDS = 40


@pytest.mark.parametrize("name", SNIPPETS)
def test_as_cpython(name: str) -> None:
    expected = run_cpython(SNIPPETS[name])
    got = run_callgate(SNIPPETS[name])
    assert re.sub(r"0x[0-9a-f]+", "0x", got.stdout) == re.sub(r"0x[0-9a-f]+", "0x", expected.stdout)
    assert (got.error, got.message) == (expected.error, expected.message)


@pytest.mark.parametrize("name", SNIPPETS)
def test_nothing_is_left_behind(name: str) -> None:
    for _ in range(3):
        cg.Machine().run(SNIPPETS[name])
    before = Drift()
    for _ in range(ROUNDS):
        cg.Machine().run(SNIPPETS[name])
    before.check(ROUNDS)


@pytest.mark.parametrize("name", SNIPPETS)
def test_fuel_is_the_same_every_time(name: str) -> None:
    def fuel() -> int:
        machine = cg.Machine()
        machine.run(SNIPPETS[name])
        return machine.last.usage.fuel

    assert fuel() == fuel()
