"""What a result keeps of the counters."""

from __future__ import annotations

import callgate as cg
from callgate.interpreter.counting import read_counts


def test_a_function_linked_for_many_namespaces_is_one_row() -> None:
    machine = cg.Machine()
    result = machine.run(
        "code = compile('def f(): pass\\nf()', 'f', 'exec')\n"
        "spaces = [{} for _ in range(100)]\n"
        "for each in spaces: exec(code, each)\n"
        "def g(): pass\n"
        "g()")
    assert (result.ledger["f"], result.ledger["g"]) == (100, 1)
    machine.run("for each in spaces: each['f']()")
    rows = [row for row in read_counts(machine._world.vm) if row[1] == "guest"]
    assert len(rows) == len({name for name, _, _ in rows})
    assert machine.last.ledger["f"] == 100


def test_calls_of_code_that_has_gone_are_kept() -> None:
    machine = cg.Machine()
    machine.run(
        "import gc\n"
        "def make(i):\n"
        "    space = {}\n"
        "    exec(f'def f{i % 3}(): pass\\nf{i % 3}(); f{i % 3}()', space)\n"
        "    return space\n"
        "kept = [make(i) for i in range(300)]\n"
        "del kept[::2]\n"
        "kept.reverse()\n"
        "for i in range(60): make(i)\n"
        "gc.collect()\n")
    assert [machine.last.ledger[f"f{i}"] for i in range(3)] == [2 * (100 + 20)] * 3
    assert machine.last.ledger["make"] == 360
    machine.run("del kept[:]; gc.collect()")
    assert "f0" not in machine.last.ledger
    machine.run("make(1)")
    assert (machine.last.ledger["f1"], machine.last.ledger["make"]) == (2, 1)
