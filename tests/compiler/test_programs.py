"""Compiled programs do what the host's own compilation of them does."""

from pathlib import Path

import pytest

from compiler.compare import guest, host

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.txt"))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_same_output(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert guest(text).output == host(text).output
