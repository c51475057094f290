"""Disassemblies as stored in tests/golden; ``CALLGATE_GOLDEN=write`` writes them anew."""

import os
from pathlib import Path

import pytest

from callgate.bytecode.dis import disassemble
from callgate.compiler import compile_source
from callgate.compiler.versions import INLINED_COMPREHENSIONS

FOLDER = Path(__file__).parent.parent / "golden"
RULE = "=" * 80 + "\n"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    source, _, stored = path.read_text(encoding="utf-8").partition(RULE)
    if INLINED_COMPREHENSIONS and "<listcomp>" in stored:
        pytest.skip("written where comprehensions are functions")
    text = disassemble(compile_source(source, path.stem + ".py"))
    if os.environ.get("CALLGATE_GOLDEN") == "write":
        path.write_text(source + RULE + text, encoding="utf-8")
    else:
        assert text == stored
