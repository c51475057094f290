"""tests/guest is the specification: every program there runs under CPython and under callgate, and prints the same.

Directives in the comments at the top of a program:
    # protocol: A5 A7         the rows of the call protocol that it shows
    # min-version: 3.12       older hosts do not have the feature
    # expected: NAME.out      what it prints where that is not what CPython prints, on purpose; then also
    # difference: ...         what is different,
    # because: ...            why, and
    # instead: ...            what to do; docs/differences.md is made of these
"""

import re
import sys
from pathlib import Path

import pytest

from differential import run_callgate, run_cpython

GUEST = Path(__file__).parent / "guest"
LIBRARY = GUEST / "lib"
#: where an object is in memory is no part of what a program prints
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")


def directive(program: Path, name: str) -> str | None:
    found = re.search(rf"^# {name}: *(.+)$", program.read_text(encoding="utf-8"), re.M)
    return found[1].strip() if found else None


def runs_here(program: Path) -> bool:
    wanted = directive(program, "min-version") or "3.0"
    return sys.version_info >= tuple(map(int, wanted.split(".")))


PROGRAMS = [path for path in sorted(GUEST.rglob("*.py")) if LIBRARY not in path.parents and runs_here(path)]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.relative_to(GUEST).with_suffix("").as_posix())
def test_same_as_cpython(program: Path) -> None:
    source = program.read_text(encoding="utf-8")
    given = {"filename": program.name, "path": [str(LIBRARY)]}
    if expected_name := directive(program, "expected"):
        stdout = program.with_name(expected_name).read_text(encoding="utf-8")
    else:
        expected = run_cpython(source, **given)
        assert expected.error is None, f"CPython itself fails, so the test is wrong:\n{expected.traceback}"
        stdout = expected.stdout
    assert stdout, "a program that prints nothing shows nothing"
    got = run_callgate(source, **given)
    assert (ADDRESS.sub("0x", got.stdout), got.traceback) == (ADDRESS.sub("0x", stdout), None)


def test_each_difference_says_what_why_and_what_to_do() -> None:
    for program in PROGRAMS:
        given = [bool(directive(program, name)) for name in ("expected", "difference", "because", "instead")]
        assert len(set(given)) == 1, program
