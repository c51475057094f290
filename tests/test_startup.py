"""What a start loads. Time depends on the machine, so the modules are counted: each that is not needed is one not paid."""

import importlib.util
import inspect
import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from callgate import bundle

#: Taken along by one another, and by nothing that a start needs.
UNWANTED = {
    "__future__", "_blake2", "_typing", "argparse", "ast", "asyncio", "collections", "dataclasses", "enum", "functools",
    "hashlib", "importlib.resources", "inspect", "json", "keyword", "linecache", "pathlib", "prompt_toolkit", "re", "rich",
    "tempfile", "textwrap", "tokenize", "traceback", "types", "typing", "weakref",
}
#: how the address sanitizer is brought along (`make asan`)
SANITIZER = ("LD_PRELOAD", "ASAN_OPTIONS", "PYTHONMALLOC")


def python(*words: str, folder: Path) -> str:
    """What a Python that read no site's own start-up files says on stderr."""
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "CALLGATE_CACHE": str(folder)}
    environment |= {name: value for name, value in os.environ.items() if name in SANITIZER}
    done = subprocess.run([sys.executable, "-S", *words], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stderr


def loaded(script: str, *words: str, folder: Path) -> set[str]:
    """The modules that are there at the end of a script, but those that the host itself needs for one."""
    now, itself = (set(python("-c", f"{text}\nprint(*sys.modules, file=sys.stderr)", *words, folder=folder).split())
                   for text in (script, "import sys"))
    return now - (itself & {"linecache"})


def test_an_import_loads_no_compiler(tmp_path: Path) -> None:
    script = "import sys, callgate"
    loaded(script, folder=tmp_path)      # compiles the builtins that are guest code
    found = loaded(script, folder=tmp_path)
    assert "callgate.host.machine" in found
    assert not found & UNWANTED
    assert not any(name.startswith(("callgate.compiler", "callgate.cli")) for name in found)


@pytest.mark.skipif(bundle._ahead is None, reason="built module by module")
def test_an_import_asks_importlib_for_nothing_of_its_own(tmp_path: Path) -> None:
    words = ("-X", "importtime", "-c", "import callgate")
    python(*words, folder=tmp_path)
    lines = python(*words, folder=tmp_path).splitlines()
    found = {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}
    assert {name for name in found if name.startswith("callgate.")} == {"callgate._bundle", "callgate.bundle"}


def test_a_machine_does_not_make_the_hosts_parser_make_its_classes(tmp_path: Path) -> None:
    script = "import sys, callgate; callgate.Machine(tools={'f': len})\n" \
        "print(sum(t.__module__ == 'ast' for t in type.__subclasses__(object)), file=sys.stderr)"
    python("-c", script, folder=tmp_path)
    assert python("-c", script, folder=tmp_path) == "0\n"


def test_what_was_made_in_advance_is_as_importlib_makes_it() -> None:
    for name in ("callgate.core", "callgate.core.errors", "callgate.core.object", "callgate.host.machine"):
        module = sys.modules[name]
        spec = module.__spec__
        again = importlib.util.find_spec(name)
        assert spec is not None and again is not None
        assert (module.__name__, module.__package__, module.__loader__) == (name, spec.parent, spec.loader)
        assert module.__file__ == spec.origin == again.origin
        assert (spec.parent, spec.cached, spec.has_location) == (again.parent, again.cached, again.has_location)
        assert spec.submodule_search_locations == again.submodule_search_locations
        assert type(spec.loader) is type(again.loader)
        assert getattr(sys.modules[name.rpartition(".")[0]], name.rpartition(".")[2]) is module
    assert "class Machine" in inspect.getsource(sys.modules["callgate.host.machine"])


def test_a_program_that_ran_before_runs_without_the_compiler(tmp_path: Path) -> None:
    program = tmp_path / "hello.py"
    program.write_text("print('hello')\n")
    # as the installed command does; -m would take runpy along
    words = ("import sys; from callgate.cli import main; main()", "run", str(program))
    assert "callgate.compiler" in loaded(*words, folder=tmp_path / "cache")
    found = loaded(*words, folder=tmp_path / "cache")
    assert "callgate.cli.run" in found
    assert not found & UNWANTED
    assert "callgate.compiler" not in found
    program.write_text("print('hallo')\n")
    assert "callgate.compiler" in loaded(*words, folder=tmp_path / "cache")


def test_bytecode_kept_together_holds_while_the_source_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, cached, together = (tmp_path / name for name in ("one.py", "one.pyc", "together.bin"))
    monkeypatch.setattr(bundle, "TOGETHER", str(together))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def result(ahead: bundle.Ahead) -> object:
        code = ahead.code("callgate.one", str(source), str(cached))
        space: dict[str, object] = {}
        exec(code or "", space)
        return space.get("x")

    def start() -> bundle.Ahead:
        return bundle.Ahead(bundle.Finder("", {}))

    source.write_text("x = 1\n")
    assert result(start()) is None      # there is no bytecode yet
    py_compile.compile(str(source), str(cached))
    first = start()
    assert result(first) == 1
    assert first.changed
    first.keep()
    cached.unlink()
    second = start()
    assert result(second) == 1
    assert not second.changed
    source.write_text("x = 1  # again\n")
    assert result(start()) is None
    py_compile.compile(str(source), str(cached))
    together.write_bytes(together.read_bytes()[:30])
    assert result(start()) == 1


def test_bytecode_is_not_kept_where_python_keeps_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "TOGETHER", str(tmp_path / "together.bin"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    bundle.Ahead(bundle.Finder("", {})).keep()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(bundle, "TOGETHER", str(tmp_path / "absent" / "together.bin"))
    bundle.Ahead(bundle.Finder("", {})).keep()
    assert not list(tmp_path.iterdir())
