"""Each instruction, fused ones as well, executed 10^5 times: no reference and no object may be left.

Which snippet executes what how often is in executions.json: the debug build counts it (CALLGATE_EXECUTIONS=write writes it).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

import callgate as cg
from callgate.bytecode.opcodes import EXECUTABLE
from callgate.interpreter import eval as loop
from safety.drift import Drift
from safety.snippets import SNIPPETS

TIMES = 100_000
TABLE = Path(__file__).with_name("executions.json")
#: linked to others (CALL, LOAD_CELL, …), part of another, or of the syntax of a newer Python than the table is for
NEVER = frozenset({
    "CALL_FUNCTION", "CALL_FUNCTION_KW", "CALL_FUNCTION_VAR", "CALL_FUNCTION_VAR_KW", "LOAD_DEREF", "STORE_DEREF", "DELETE_DEREF",
    "EXTEND", "NOP", "ROT_FOUR", "CALL_INTRINSIC_1", "CALL_INTRINSIC_2", "LOAD_FROM_DICT_OR_DEREF", "LOAD_FROM_DICT_OR_GLOBALS",
    "LOAD_LOCALS",
})


def executions() -> dict[str, int]:
    """Of each instruction, since the process began; all zero but in the debug build."""
    return dict(zip(EXECUTABLE, loop.executions(len(EXECUTABLE)), strict=True))


COUNTED = cg.run("1").value == 1 and any(executions().values())


class Rounds:
    """A machine that can run a snippet again and again, in a namespace of its own each time."""

    def __init__(self, name: str) -> None:
        self.machine = cg.Machine(stdout=lambda text: None, stderr=lambda text: None)
        self.machine.run("code = compile(source, 'snippet', 'exec')", inputs={"source": SNIPPETS[name]})
        self.machine.run("def rounds(n):\n  for _ in range(n):\n    try: exec(code, {'__name__': 'snippet'})\n"
                         "    except Exception: pass\ndef settle():\n  import gc\n  gc.collect()")
        self(3)

    def __call__(self, rounds: int) -> None:
        self.machine.call("rounds", rounds)

    def settle(self) -> None:
        """Cycles whose finalizers are guest code wait for the machine; what it keeps of the last run is of this one then."""
        self.machine.call("settle")
        self.machine.call("settle")


def count(name: str) -> dict[str, int]:
    """What one round of the snippet executes, without what starts it."""
    rounds = Rounds(name)
    found = []
    for n in (1, 11):
        before = executions()
        rounds(n)
        after = executions()
        found.append({op: after[op] - before[op] for op in EXECUTABLE})
    return {op: n for op in EXECUTABLE if (n := (found[1][op] - found[0][op]) // 10)}


def plan() -> dict[str, int]:
    """Rounds of each snippet, so that each instruction is executed often enough."""
    table: dict[str, dict[str, int]] = json.loads(TABLE.read_text(encoding="utf-8"))
    chosen: dict[str, int] = {}
    for op in EXECUTABLE:
        if op in NEVER:
            continue
        name = max(table, key=lambda each: table[each].get(op, 0))
        chosen[name] = max(chosen.get(name, 0), -(-TIMES // table[name][op]))
    return chosen


@pytest.mark.skipif(not COUNTED or sys.version_info[:2] != (3, 11), reason="only the debug build counts, and the table is 3.11's")
def test_the_table_of_executions_is_true() -> None:
    found = {name: count(name) for name in SNIPPETS}
    if os.environ.get("CALLGATE_EXECUTIONS") == "write":
        rows = (f"{json.dumps(name)}: {json.dumps(counts)}" for name, counts in found.items())
        TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    for name in SNIPPETS:               # numbers of some depend on what ran before
        assert table[name].keys() == found[name].keys(), name
        assert all(n * 2 >= table[name][op] for op, n in found[name].items()), name


def test_every_instruction_is_executed_by_a_snippet() -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    assert set(EXECUTABLE) - {op for counts in table.values() for op in counts} == NEVER


@pytest.mark.stress
@pytest.mark.parametrize("name", SNIPPETS)
def test_nothing_leaks_in_100_000_executions(name: str) -> None:
    rounds = plan().get(name, 1000)
    repeat = Rounds(name)
    repeat(100)
    repeat.settle()
    before = Drift()
    repeat(rounds)
    repeat.settle()
    before.check(rounds, f"{rounds} rounds")
