"""The loop is one C switch: with a second one beside it, or none, it is up to 2.6 times slower, and nothing warns."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from callgate.bytecode.opcodes import EXECUTABLE

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
EVAL = SRC / "callgate/interpreter/eval.py"


def switches(text: str) -> list[tuple[int, list[str]]]:
    """Each switch on the instruction: how far it is indented, and the instructions that are its own cases."""
    found: list[tuple[int, list[str]]] = []
    open_switches: list[tuple[int, list[str]]] = []
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        while open_switches and line.strip() == "}" and indent <= open_switches[-1][0]:
            open_switches.pop()
        if re.match(r"\s*switch \(\w*op\w*\) \{", line):
            open_switches.append((indent, []))
            found.append(open_switches[-1])
        elif open_switches and (case := re.match(r"\s*case \w+_OP_(\w+):", line)):
            open_switches[-1][1].append(case[1])
    return found


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("eval") / "eval.c"
    subprocess.run(
        [sys.executable, "-m", "cython", "-3", "-I", SRC, "--module-name", "callgate.interpreter.eval", "-o", path, EVAL],
        check=True, capture_output=True,
    )
    return path.read_text(encoding="utf-8")


def test_the_loop_is_one_switch_with_a_case_per_instruction(generated: str) -> None:
    found = switches(generated)
    largest = max(found, key=lambda row: len(row[1]))
    assert len(largest[1]) == len(set(largest[1])) > 60
    assert set(largest[1]) <= EXECUTABLE.keys()
    beside = [cases for indent, cases in found if indent <= largest[0] and cases is not largest[1]]
    assert beside == [], "the chain of `if op == …` was split: a constant occurs twice, or something stands between"


def test_each_instruction_jumps_to_the_next_one_itself(generated: str) -> None:
    tool = runpy.run_path(str(ROOT / "tools/threaded.py"))
    made = tool["threaded"](generated)
    table = re.search(r"cg_targets\[256\] = \{(.*)\};", made)[1]
    labels = re.findall(r" (cg_on_\w+):;", made)
    cases = max((cases for _, cases in switches(generated)), key=len)
    assert sorted(re.findall(r"&&(cg_on_\w+)", table)) == sorted([*labels, "cg_on_other"])
    assert sorted(labels) == sorted(f"cg_on_{name}" for name in cases)
    assert made.count("goto *cg_targets[") == generated.count("goto __pyx_L3_continue;")
    with pytest.raises(ValueError, match="no switch"):
        tool["threaded"]("while (1) {\n}")
