"""Every row of the call protocol is shown by at least one test: a file says which in a comment, `# protocol: A5 A7`."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
ROWS = {f"A{n}" for n in range(1, 14)} | {f"B{n}" for n in range(1, 8)} | {f"C{n}" for n in range(2, 7)}


def test_every_row_has_a_test() -> None:
    named = {
        row
        for path in TESTS.rglob("*.py")
        for line in re.findall(r"^# protocol: *(.+)$", path.read_text(encoding="utf-8"), re.M)
        for row in line.split()
    }
    assert named >= ROWS
