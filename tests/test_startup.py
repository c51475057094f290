"""What a start loads. Time depends on the machine, so the modules are counted: each that is not needed is one not paid."""

import os
import subprocess
import sys
from pathlib import Path

#: Taken along by one another, and by nothing that a start needs.
UNWANTED = {
    "argparse", "ast", "asyncio", "collections", "dataclasses", "enum", "functools", "hashlib", "importlib.resources",
    "inspect", "json", "linecache", "pathlib", "prompt_toolkit", "re", "rich", "tempfile", "textwrap", "tokenize",
    "traceback", "typing", "weakref",
}


def loaded(*words: str, folder: Path) -> set[str]:
    """The modules that are there at the end of a Python that read no site's own start-up files."""
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "CALLGATE_CACHE": str(folder)}
    done = subprocess.run(
        [sys.executable, "-S", "-X", "importtime", *words], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_an_import_loads_no_compiler(tmp_path: Path) -> None:
    words = ("-c", "import callgate")
    loaded(*words, folder=tmp_path)      # compiles the builtins that are guest code
    found = loaded(*words, folder=tmp_path)
    assert "callgate.host.machine" in found
    assert not found & UNWANTED
    assert not any(name.startswith(("callgate.compiler", "callgate.cli")) for name in found)


def test_a_program_that_ran_before_runs_without_the_compiler(tmp_path: Path) -> None:
    program = tmp_path / "hello.py"
    program.write_text("print('hello')\n")
    # as the installed command does; -m would take runpy along
    words = ("-c", "import sys; from callgate.cli import main; sys.exit(main())", "run", str(program))
    assert "callgate.compiler" in loaded(*words, folder=tmp_path / "cache")
    found = loaded(*words, folder=tmp_path / "cache")
    assert "callgate.cli.run" in found
    assert not found & UNWANTED
    assert "callgate.compiler" not in found
    program.write_text("print('hallo')\n")
    assert "callgate.compiler" in loaded(*words, folder=tmp_path / "cache")
