"""What a run uses, prints and finalizes does not depend on when the host's collector comes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import callgate as cg
from differential import run_callgate, run_cpython
from safety.snippets import SNIPPETS

HEAD = """
import weakref
log = []
class Loop:
    def __init__(self, n=0): self.n = n; self.me = self
    def __del__(self): log.append(self.n); work()
class Plain: pass
def work():
    for i in range(5): pass
"""
PROGRAMS: dict[str, str] = {
    "instances": "for i in range(200): Loop(i)\nprint(len(log), len(log) == 0)",
    "exceptions": """
class E(Exception):
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): log.append(self.n); work()
for i in range(50): E(i)
""",
    "mirrors": """
class D(dict):
    def __del__(self): log.append(self["n"]); work()
class T(tuple):
    def __del__(self): log.append(len(self)); work()
class I(int):
    def __del__(self): log.append(int(self)); work()
for i in range(50):
    d = D(n=i); d["d"] = d; d["i"] = I(i)
    l = []; t = T([l] * i); l.append(t)
""",
    "generators": """
def g(n):
    held = []
    try:
        held.append((yield))
        yield
    finally:
        log.append(n); work()
for i in range(100):
    it = g(i); next(it); it.send(it)
""",
    "generators that end": """
def g(n):
    try: yield
    finally: log.append(n)
for i in range(300):
    held = [g(i)]; held.append(held)
    for _ in held[0]: pass
""",
    "coroutines": """
import warnings; warnings.simplefilter('ignore')
async def f(n): pass
for i in range(50):
    held = [f(i)]; held.append(held)
""",
    "async generators": """
async def g(n):
    try: yield n
    finally: log.append(n); work()
for i in range(50):
    it = g(i)
    try: it.asend(None).send(None)
    except StopIteration: pass
    held = [it]; held.append(held)
""",
    "callbacks": """
refs = []
for i in range(100):
    p = Plain(); p.me = p
    refs.append(weakref.ref(p, lambda r, i=i: (log.append(i), work())))
Loop(-1)
""",
    "weak dicts": """
d = weakref.WeakValueDictionary()
for i in range(100):
    p = Plain(); p.me = p; d[i] = p
del p
Loop(-1)
import gc; gc.collect(); print(len(d))
""",
    "weak references that die": """
for i in range(300):
    p = Plain(); p.me = p
    p.r = weakref.ref(p, print)
""",
    "many": "for i in range(30_000): Loop(i)\nprint(len(log) > 10_000)\n",
    "many in a native": "list(map(Loop, range(30_000))); print(len(log))\n",
    "a finalizer that drops more": """
class More:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self):
        log.append(self.n)
        if self.n: More(self.n - 1)
import gc
More(5)
gc.collect(); gc.collect()
print(log)
""",
    "an object that gets one later": "for i in range(20):\n  p = Plain(); p.me = p; p.n = i; p.__class__ = Loop",
    "an open generator that is kept": "def g():\n  try: yield\n  finally: work()\nkept = g(); next(kept)",
}
TAIL = "\nimport gc; gc.collect(); print(log[:100], len(log))"


@contextmanager
def collecting(*threshold: int) -> Iterator[None]:
    """The host's collector comes this often; without arguments, never."""
    before, enabled = gc.get_threshold(), gc.isenabled()
    gc.collect()
    gc.freeze()         # what other tests have left would be looked through each time; it stays so
    try:
        if threshold:
            gc.set_threshold(*threshold)
            gc.enable()
        else:
            gc.disable()
        yield
    finally:
        gc.set_threshold(*before)
        (gc.enable if enabled else gc.disable)()


def outcome(source: str, tail: str) -> tuple[object, ...]:
    machine = cg.Machine()
    first = machine.run(source)
    second = machine.run(tail)
    return first.usage.fuel, first.stdout, second.usage.fuel, second.stdout


ALL = {**{name: HEAD + text for name, text in PROGRAMS.items()}, **{f"snippet {name}": text for name, text in SNIPPETS.items()}}


@pytest.mark.parametrize("name", ALL)
def test_fuel_and_output_do_not_depend_on_the_collector(name: str) -> None:
    source, tail = ALL[name], TAIL if name in PROGRAMS else "1"
    outcome(source, tail)               # loads what is loaded once
    with collecting():
        expected = outcome(source, tail)
    for threshold in ((700, 10, 10), (20, 2, 2), (1, 1, 1) if not name.startswith("many") else (100, 1, 1)):
        with collecting(*threshold):
            assert outcome(source, tail) == expected, threshold


FINALIZED: dict[str, str] = {
    "at gc.collect()": "Loop(1); Loop(2); print(log)\nimport gc; gc.collect(); print(log)",
    "callbacks come before finalizers": """
class L(Loop):
    def __del__(self): print("del", r())
x = L(); r = weakref.ref(x, lambda r: print("callback", r())); del x
import gc; gc.collect()
""",
    "once": """
kept = []
class L(Loop):
    def __del__(self): print("del"); kept.append(self)
import gc
L(); gc.collect(); kept.clear(); gc.collect(); print(len(kept))
""",
    "errors": "class L(Loop):\n  def __del__(self): raise ValueError('x')\nimport gc\nL(); gc.collect(); print('on')",
    "what a finalizer holds": """
class L(Loop):
    def __init__(self): self.me = self; self.other = Plain(); self.other.x = 3
    def __del__(self): print(self.other.x)
import gc
L(); gc.collect()
""",
}


@pytest.mark.parametrize("name", FINALIZED)
def test_as_cpython(name: str) -> None:
    source = HEAD + FINALIZED[name]
    with collecting():
        assert run_callgate(source).stdout == run_cpython(source).stdout


def test_a_run_ends_with_the_finalizers_of_what_it_dropped() -> None:
    machine = cg.Machine()
    result = machine.run(HEAD + "class L(Loop):\n  def __del__(self): print('del', self.n)\nL(1); L(2)\nprint('end')")
    assert result.stdout == "end\ndel 1\ndel 2\n"
    machine.run("def drop(n): L(n)")
    assert machine.call("drop", 3) is None
    assert machine.last.stdout == "del 3\n"


def test_finalizers_at_the_end_count() -> None:
    with pytest.raises(cg.LimitExceeded) as ended:
        cg.run("class L:\n  def __init__(self): self.me = self\n  def __del__(self):\n    while True: pass\nL(); 1",
               limits=cg.Limits(fuel=100_000))
    assert ended.value.limit == "fuel"


def test_a_failed_run_is_told_though_its_finalizers_fail_too() -> None:
    with pytest.raises(cg.GuestError) as raised:
        cg.run("class L:\n  def __init__(self): self.me = self\n  def __del__(self): 1 / 0\nL()\nraise KeyError(1)")
    assert raised.value.type_name == "KeyError"


def test_what_another_machine_has_left_is_not_counted() -> None:
    others = [cg.Machine()]
    others[0].run("def g():\n  try: yield\n  finally: pass\nheld = [g() for i in range(5)]\nfor it in held: next(it)\nheld.append(held)")

    def leave() -> None:
        others.clear()
        gc.collect()

    machine = cg.Machine(tools={"leave": leave})
    result = machine.run(HEAD + "class L(Loop):\n  def __del__(self): print('del', self.n)\nL(1)\nleave()\nprint('end')")
    assert result.stdout == "end\ndel 1\n"


def test_machines_that_die_with_something_put_off_are_freed() -> None:
    def use() -> None:
        machine = cg.Machine()
        machine.run(HEAD + "kept = Loop()\nimport gc")
        machine.run("del kept")
        gc.collect()

    use()
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(10):
        use()
        gc.collect()
    assert len(gc.get_objects()) < before + 200


def test_hoarding_is_bounded() -> None:
    program = HEAD + "class Big(Loop):\n  def __init__(self): self.me = self; self.data = bytes(1000)\n" \
        "for i in range(100_000): Big()"
    assert cg.run(program, limits=cg.Limits(memory="64 MiB")).usage.memory < 64 << 20
