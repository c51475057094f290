# protocol: C2
"""The call counter, in its three forms, prints what the guide that it comes from says."""

import subprocess
import sys
from pathlib import Path

import pytest

COUNTER = Path(__file__).parents[2] / "examples/counter"
OUTPUT = "".join(f"say_hello has been called {n} time(s).\nhello\n" for n in range(1, 5))


@pytest.mark.parametrize("how", [
    ["host_class.py"], ["guest_class.py"], ["guest_closure.py"],
    ["-m", "callgate", "run", "guest_class.py"], ["-m", "callgate", "run", "guest_closure.py"],
], ids=lambda how: "-".join(how[-2:]))
def test_same_output(how: list[str]) -> None:
    done = subprocess.run([sys.executable, *how], cwd=COUNTER, capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == (OUTPUT, "", 0)
