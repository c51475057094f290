"""The programs of deep.py: recursion ends in RecursionError, long chains die, whatever the depth limit and the C stack are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from safety.deep import CHAINS, RECURSIONS

WORKER = Path(__file__).with_name("deep.py")
#: what ends otherwise, as in CPython, or by its very many reports
OTHERWISE = {
    "__call__ that is a bound method": "GuestError: TypeError", "__set_name__": "GuestError: RuntimeError",
    "except of nested tuples": "GuestError: TypeError", "generator expressions": "GuestError: StopIteration",
    "__del__": "LimitExceeded: the run printed", "weakref callback": "LimitExceeded: the run printed",
    "slices": "GuestError: RecursionError",
    # where so many have room
    "bound methods of bound methods": "no error",
}
#: what takes long to build
LONG = {name for name, text in RECURSIONS.items() if "00_000" in text}
#: KiB of the thread's stack (0: as the system makes it), depth limit
ALL = [(0, 200), (0, 1000), (0, 1_000_000), (256, 1000), (256, 1_000_000), (1024, 100_000), (65536, 1_000_000)]


def run(stack: int, depth: int, links: int, *names: str) -> dict[str, str]:
    """What each program came to, in a process of its own; the last line of one that crashed names the culprit."""
    done = subprocess.run(
        [sys.executable, WORKER, str(stack), str(depth), str(links), *names], capture_output=True, text=True, timeout=900)
    assert (done.returncode, done.stderr[-2000:]) == (0, ""), done.stdout[-300:]
    return dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)


def odd(came: dict[str, str]) -> dict[str, str]:
    return {
        name: text for name, text in came.items()
        if text not in ("RecursionError", "freed") and not text.startswith(OTHERWISE.get(name, "?"))
    }


@pytest.mark.parametrize(("stack", "depth"), [(0, 1000), (512, 20_000)])
def test_recursion_ends(stack: int, depth: int) -> None:
    came = run(stack, depth, 0, *[name for name in RECURSIONS if name not in LONG])
    assert came.keys() == RECURSIONS.keys() - LONG
    assert odd(came) == {}


def test_chains_die() -> None:
    came = run(512, 1000, 20_000)
    assert came.keys() == CHAINS.keys()
    assert odd(came) == {}


@pytest.mark.stress
@pytest.mark.parametrize(("stack", "depth"), ALL)
@pytest.mark.parametrize("name", RECURSIONS)
def test_every_recursion_ends(name: str, stack: int, depth: int) -> None:
    assert odd(run(stack, depth, 0, name)) == {}


@pytest.mark.stress
@pytest.mark.parametrize("stack", [0, 256])
@pytest.mark.parametrize("name", CHAINS)
def test_every_chain_of_a_million_dies(name: str, stack: int) -> None:
    assert odd(run(stack, 1000, 1_000_000, name)) == {}
