"""A run finds the same room for recursion however deep in the host it begins, and what ends there is not told to the host."""

import gc

import pytest

import callgate as cg

CHAIN = """
import sys
sys.unraisablehook = lambda told: reports.append(told.exc_type.__name__)
reports = []
class Manager:
    def __init__(self, name): self.name = name
    def __enter__(self): return self
    def __exit__(self, *error):
        exits.append(self.name)
        return self.name == "inner"
    async def __aenter__(self): await Step(); return self
    async def __aexit__(self, *error): await Step()
class Step:
    def __await__(self): yield 1
exits = []
async def link():
    with Manager("outer"), Manager("inner"):
        for again in range(2):
            await link()
        async with Manager("last"):
            pass
first = link()
first.send(None)
del first
print(len(exits), sorted(set(reports)))
"""


def run(depth: int) -> str:
    if depth:
        return run(depth - 1)
    written: list[str] = []
    cg.Machine(stdout=written.append, limits=cg.Limits(seconds=60)).run(CHAIN)
    return "".join(written)


@pytest.mark.parametrize("depth", [10, 400, 800])
def test_the_depth_of_the_host_changes_nothing(depth: int, capfd: pytest.CaptureFixture[str]) -> None:
    here = run(0)
    assert run(depth) == here
    gc.collect()
    assert capfd.readouterr().err == ""


def test_code_that_dies_at_the_end_of_the_hosts_recursion(capfd: pytest.CaptureFixture[str]) -> None:
    """The host's collector may come anywhere, and let go of compiled code and generators there."""
    machine = cg.Machine()
    machine.run("def f():\n    def g(): yield 1\n    it = g()\n    next(it)\n    return [it, g]\nf.cycle = [f() for i in range(200)]; f.cycle.append(f)")
    held = [machine]
    del machine
    gc.collect()        # what other tests have left has finalizers in Python

    def deeper(n: int) -> int:
        try:
            return deeper(n + 1)
        except RecursionError:
            held.clear()
            gc.collect()
            return n

    deeper(0)
    assert capfd.readouterr().err == ""
