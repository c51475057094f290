"""Libraries of others as guest code: each program of tests/packages prints the same under CPython and under callgate.

A program names the distribution that it needs; which ones there are stands in pyproject.toml, under `packages`.
"""

import importlib.util
import os
import re
from pathlib import Path

import pytest

from differential import same

PROGRAMS = sorted((Path(__file__).parent / "packages").glob("*.py"))


def folder_of(program: Path) -> str:
    """The folder that the program's package was installed in."""
    name = program.stem.rstrip("_")
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        distribution = re.search(r"^# package: (.+)$", program.read_text(encoding="utf-8"), re.M)
        assert distribution, program
        pytest.skip(f"{distribution[1]} is not installed here; `make setup` does it")
    return os.path.dirname(os.path.dirname(spec.origin))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem.rstrip("_"))
def test_same_as_cpython(program: Path) -> None:
    done = same(program.read_text(encoding="utf-8"), filename=program.name, path=[folder_of(program)], traceback=True)
    assert done.error is None and done.stdout, done.traceback
