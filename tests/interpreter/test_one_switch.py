"""The loop is one C switch: with a second one beside it, or none, it is up to 2.6 times slower, and nothing warns."""

import re
import subprocess
import sys
from pathlib import Path

from callgate.bytecode.opcodes import EXECUTABLE

SRC = Path(__file__).parents[2] / "src"
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


def test_the_loop_is_one_switch_with_a_case_per_instruction(tmp_path: Path) -> None:
    generated = tmp_path / "eval.c"
    subprocess.run(
        [sys.executable, "-m", "cython", "-3", "-I", SRC, "--module-name", "callgate.interpreter.eval",
         "-o", generated, EVAL],
        check=True, capture_output=True,
    )
    found = switches(generated.read_text(encoding="utf-8"))
    largest = max(found, key=lambda row: len(row[1]))
    assert len(largest[1]) == len(set(largest[1])) > 60
    assert set(largest[1]) <= EXECUTABLE.keys()
    beside = [cases for indent, cases in found if indent <= largest[0] and cases is not largest[1]]
    assert beside == [], "the chain of `if op == …` was split: a constant occurs twice, or something stands between"
