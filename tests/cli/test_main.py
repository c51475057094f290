"""The command line as a whole."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import callgate
from callgate.cli import main


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: callgate [COMMAND] ...\n")
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"callgate {callgate.__version__}\n"
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == callgate.__version__


def test_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fly"]) == 2
    assert capsys.readouterr().err == "callgate: no command 'fly'; there are run, dis, explain and repl\n"


def test_the_fast_path_loads_no_more_than_it_needs() -> None:
    script = "import sys; from callgate.cli import main; main(['run', '-c', '1'])\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{script}"],
                          capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "callgate.host.machine" in loaded
    assert not loaded & {"argparse", "json", "click", "rich", "prompt_toolkit", "asyncio", "dataclasses", "inspect"}
