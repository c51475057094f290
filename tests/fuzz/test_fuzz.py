"""A few hundred random programs; `make fuzz` runs many."""

import os
import subprocess
import sys
from pathlib import Path


def test_both_engines_do_the_same(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parents[1])])}
    ended = subprocess.run([sys.executable, "-W", "ignore", "-m", "fuzz", "300", "7"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
