"""The generated files are the ones that their tables make."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_generated_files_are_current() -> None:
    check = subprocess.run([sys.executable, ROOT / "tools/gen.py", "--check"], capture_output=True, text=True)
    assert (check.returncode, check.stdout, check.stderr) == (0, "", ""), "run `make gen`"
