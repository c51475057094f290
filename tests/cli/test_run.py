"""`callgate run`: as `python` runs a program, and its options."""

import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from callgate.cli import main


class Outcome(NamedTuple):
    status: int
    stdout: str
    stderr: str


class Shell:
    """Runs the command line in this process, in a folder of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.capsys, self.monkeypatch, self.folder = capsys, monkeypatch, folder
        monkeypatch.chdir(folder)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    def __call__(self, *words: str, stdin: str = "") -> Outcome:
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        status = main(["run", *words])
        return Outcome(status, *self.capsys.readouterr())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    return Shell(capsys, monkeypatch, tmp_path)


class TestPrograms:
    def test_a_file_with_arguments(self, run: Shell) -> None:
        run.write("prog.py", "import sys, helper\nprint(sys.argv, helper.x, __name__, __file__ == sys.argv[-1])")
        run.write("helper.py", "x = 'helped'")
        path = str(run.folder / "prog.py")
        assert run("prog.py", "-a", "--json", path) == (
            0, f"['prog.py', '-a', '--json', {path!r}] helped __main__ True\n", "")

    def test_code(self, run: Shell) -> None:
        assert run("-c", "import sys; print(sys.argv)", "-x", "y") == (0, "['-c', '-x', 'y']\n", "")

    def test_a_module(self, run: Shell) -> None:
        run.write("pkg/__init__.py", "")
        run.write("pkg/__main__.py", "print('main of', __name__)")
        run.write("pkg/tool.py", "import sys, pkg\nprint(__name__, sys.argv[1:])")
        assert run("-m", "pkg") == (0, "main of __main__\n", "")
        assert run("-m", "pkg.tool", "a") == (0, "__main__ ['a']\n", "")
        assert run("-m", "nothing") == (2, "", "callgate run: No module named nothing\n")

    def test_standard_input(self, run: Shell) -> None:
        assert run("-", "a", stdin="import sys\nprint(sys.argv)") == (0, "['-', 'a']\n", "")

    def test_a_folder_or_nothing(self, run: Shell) -> None:
        status, _, stderr = run("nothing.py")
        assert (status, stderr) == (
            2, f"callgate run: can't open file '{run.folder}/nothing.py': [Errno 2] No such file or directory\n")
        assert run(".")[0] == 2

    def test_input(self, run: Shell) -> None:
        assert run("-c", "print(input('name? ').upper())\ntry:\n    input()\nexcept EOFError as e:\n    print(repr(e))",
                   stdin="me\n") == (0, "name? ME\nEOFError('EOF when reading a line')\n", "")


class TestEnds:
    @pytest.mark.parametrize(("source", "status", "stderr"), [
        ("", 0, ""),
        ("raise SystemExit", 0, ""),
        ("raise SystemExit(3)", 3, ""),
        ("import sys; sys.exit(300)", 44, ""),
        ("import sys; sys.exit(-1)", 255, ""),
        ("import sys; sys.exit(True)", 1, ""),
        ("import sys; sys.exit('bye')", 1, "bye\n"),
        ("raise SystemExit(2.5)", 1, "2.5\n"),
        ("raise SystemExit(1, 2)", 1, "(1, 2)\n"),
    ])
    def test_system_exit(self, run: Shell, source: str, status: int, stderr: str) -> None:
        assert run("-c", source) == (status, "", stderr)

    def test_keyboard_interrupt(self, run: Shell) -> None:
        assert run("-c", "raise KeyboardInterrupt")[0] == 130

    @pytest.mark.parametrize("source", [
        "print('before')\ndef f(x):\n    return [1][x]\n\nf(4)\n", "x = (1,\n", "if 1:\nx\n", "import nothing_there\n",
        "def f(n):\n    return f(n + 1)\nf(1)\n", "try:\n    1 / 0\nexcept Exception as e:\n    raise KeyError from e\n",
    ])
    def test_errors_look_as_those_of_python(self, run: Shell, source: str) -> None:
        run.write("prog.py", source)
        expected = subprocess.run([sys.executable, "-I", "prog.py"], capture_output=True, text=True)
        assert run("prog.py") == (expected.returncode, expected.stdout, expected.stderr)

    def test_errors_of_code_and_of_standard_input(self, run: Shell) -> None:
        expected = subprocess.run([sys.executable, "-I", "-c", "x = 1\n1 / 0"], capture_output=True, text=True)
        assert run("-c", "x = 1\n1 / 0") == (1, "", expected.stderr)
        expected = subprocess.run([sys.executable, "-I", "-"], input="x = 1\n1 / 0", capture_output=True, text=True)
        assert run("-", stdin="x = 1\n1 / 0") == (1, "", expected.stderr)


class TestOptions:
    def test_path(self, run: Shell) -> None:
        for folder in "abc":
            run.write(f"{folder}/in_{folder}.py", f"x = {folder!r}")
        assert run("--path", "a:b", "--path=c", "-c", "import in_a, in_b, in_c; print(in_a.x + in_b.x + in_c.x)") == (
            0, "abc\n", "")

    def test_inputs(self, run: Shell) -> None:
        assert run("--input", "x=[1, null]", "--input", 'y={"a": 1.5}', "-c", "print(x, y)") == (
            0, "[1, None] {'a': 1.5}\n", "")
        assert run("--input", "x", "-c", "1") == (2, "", "callgate run: --input must be NAME=JSON, not 'x'\n")
        assert run("--input", "x=[", "-c", "1").stderr.startswith("callgate run: --input x: no JSON: ")

    def test_tools(self, run: Shell) -> None:
        run.write("tools.py", """
import math, callgate
from os import getcwd
def double(x): return 2 * x
def _private(): pass
class NotExported: pass
@callgate.export(names=["n"])
class Counter:
    def __init__(self): self.n = 1
limit = 3
""")
        assert run("--tools", "tools.py", "-c", "print(double(4), Counter().n)") == (0, "8 1\n", "")
        for name in ("_private", "NotExported", "getcwd", "limit", "math"):
            assert run("--tools", "tools.py", "-c", name)[0] == 1
        run.write("chosen.py", "__all__ = ['f']\nfrom math import sqrt as f\ndef g(): pass")
        assert run("--tools", "chosen.py", "-c", "print(f(4))") == (0, "2.0\n", "")
        assert run("--tools", "chosen.py", "-c", "g")[0] == 1
        run.write("table.py", "TOOLS = {'f': len}")
        assert run("--tools", "table.py", "-c", "print(f('abc'))") == (0, "3\n", "")

    @pytest.mark.parametrize(("text", "said"), [
        (None, "not a readable Python file"), ("x = 1", "no public functions"), ("1 / 0", "ZeroDivisionError: division by zero"),
    ])
    def test_tools_that_cannot_be_loaded(self, run: Shell, text: str | None, said: str) -> None:
        if text is not None:
            run.write("tools.py", text)
        assert run("--tools", "tools.py", "-c", "1") == (2, "", f"callgate run: --tools tools.py: {said}\n")

    @pytest.mark.parametrize(("options", "source", "said"), [
        (["--fuel", "1000"], "while True: pass", "the run used more than 1000 units of fuel"),
        (["--seconds", "0.1"], "while True: pass", "the run took longer than 0.1 seconds"),
        (["--output", "1 kB"], "while True: print('x' * 99)", "the run printed more than 1000 bytes"),
        (["--memory", "1 MiB"], "x = 'x' * 10**8", "an object of 100000"),
    ])
    def test_limits(self, run: Shell, options: list[str], source: str, said: str) -> None:
        status, _, stderr = run(*options, "-c", source)
        assert status == 3 and stderr.startswith(f"callgate run: {said}") and stderr.count("\n") == 1

    def test_depth(self, run: Shell) -> None:
        source = "def f(n): return n and f(n - 1)\nprint(f(5000))"
        assert run("-c", source)[0] == 1
        assert run("--depth", "10000", "-c", source) == (0, "0\n", "")

    @pytest.mark.parametrize(("options", "said"), [
        (["--fuel", "ten", "-c", "1"], "--fuel must be a whole number or None, not 'ten' (str)"),
        (["--memory", "lots", "-c", "1"],
         "--memory must be a number of bytes, or a text such as '64 MiB' or '500 kB', not 'lots'"),
        (["--depth", "0", "-c", "1"], "--depth must be a whole number from 1 to 10000000, not 0"),
        (["--nothing", "-c", "1"], "see `callgate run --help`"),
        ([], "no program: give FILE, -c CODE, -m MODULE or -"),
        (["-c"], "-c needs CODE"), (["-m"], "-m needs MODULE"),
    ])
    def test_bad_usage(self, run: Shell, options: list[str], said: str) -> None:
        status, stdout, stderr = run(*options)
        assert (status, stdout, stderr.splitlines()[-1]) == (2, "", f"callgate run: {said}")

    def test_ledger(self, run: Shell) -> None:
        status, stdout, stderr = run("--ledger", "-c", "def f(): pass\nfor _ in range(3): f()")
        assert (status, stdout) == (0, "")
        assert stderr == "calls  kind     name\n    3  guest    f\n    1  builtin  range\n"

    def test_help(self, run: Shell) -> None:
        status, stdout, stderr = run("--help")
        assert status == 0 and not stderr
        assert stdout.startswith("usage: callgate run [options] (FILE | -c CODE | -m MODULE | -) [ARG ...]\n")
        for option in ("--tools", "--path", "--input", "--fuel", "--seconds", "--memory", "--depth", "--output",
                       "--ledger", "--json"):
            assert option in stdout


class TestJson:
    def test_a_value(self, run: Shell) -> None:
        status, stdout, stderr = run("--json", "-c", "print('hi')\n[1, (2.5, None), {'a': {3}, 4: b'x'}, 1j, float('nan')]")
        found = json.loads(stdout)
        assert (status, stderr) == (0, "")
        assert found["value"] == [1, [2.5, None], {"a": [3], "4": "b'x'"}, "1j", "nan"]
        assert (found["stdout"], found["stderr"], found["error"]) == ("hi\n", "", None)
        assert found["ledger"] == {"float": 1, "print": 1}
        assert found["usage"]["calls"] == 2 and found["usage"]["output"] == 3

    def test_errors(self, run: Shell) -> None:
        status, stdout, stderr = run("--json", "-c", "def f(): 1 / 0\nf()")
        error = json.loads(stdout)["error"]
        assert (status, stderr) == (1, "")
        assert (error["type"], error["message"]) == ("ZeroDivisionError", "division by zero")
        assert [frame["name"] for frame in error["frames"]] == ["<module>", "f"]
        status, stdout, _ = run("--json", "-c", "x = (")
        error = json.loads(stdout)["error"]
        assert status == 1 and (error["type"], error["lineno"], error["text"]) == ("SyntaxError", 1, "x = (\n")
        status, stdout, stderr = run("--json", "--fuel", "100", "-c", "while 1: pass")
        assert (status, stderr) == (3, "") and json.loads(stdout)["error"] == {
            "type": "LimitExceeded", "limit": "fuel", "message": "the run used more than 100 units of fuel"}
        status, stdout, _ = run("--json", "-c", "raise SystemExit(4)")
        assert status == 4 and json.loads(stdout)["error"]["type"] == "SystemExit"

    def test_values_that_json_does_not_have(self, run: Shell) -> None:
        assert json.loads(run("--json", "-c", "len").stdout)["value"] == "<callgate.GuestFunction len>"
        assert "contains itself" in json.loads(run("--json", "-c", "x = []\nx.append(x)\nx").stdout)["value"]


def interruptible(source: str) -> "subprocess.Popen[str]":
    """A process that runs the program and takes SIGINT, which a background job may have been told to ignore."""
    start = ("import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
             "from callgate.cli import console; console()")
    return subprocess.Popen([sys.executable, "-c", start, "run", "-c", f"print('ready', flush=True)\n{source}"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class TestProcess:
    def test_as_a_process(self, tmp_path: Path) -> None:
        program = tmp_path / "prog.py"
        program.write_text("import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.exit(7)")
        done = subprocess.run([sys.executable, "-m", "callgate", "run", program], capture_output=True, text=True)
        assert (done.returncode, done.stdout, done.stderr) == (7, "out\n", "err\n")

    def test_what_is_left_to_do_at_the_end_of_the_process(self, tmp_path: Path) -> None:
        command = Path(__file__).parents[2] / "tools" / "callgate"
        (tmp_path / "tools.py").write_text(
            "import atexit, sys\natexit.register(lambda: print('bye'))\ndef out(x): sys.stdout.write(x)\n")
        (tmp_path / "threads.py").write_text(
            "import threading, time\n"
            "def later(): threading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()\n")
        for file, code, out in (("tools.py", "out('x' * 9)", "x" * 9 + "bye\n"), ("threads.py", "later()", "late\n")):
            done = subprocess.run(
                [sys.executable, command, "run", "--tools", tmp_path / file, "-c", f"{code}; raise SystemExit(5)"],
                capture_output=True, text=True)
            assert (done.returncode, done.stdout, done.stderr) == (5, out, "")

    def test_output_is_streamed_and_ctrl_c_is_the_guests(self) -> None:
        process = interruptible("try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('stopped')")
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20) == ("stopped\n", "") and process.returncode == 0

    def test_ctrl_c_that_nobody_handles(self) -> None:
        process = interruptible("while True: pass")
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=20)
        assert process.returncode == 130 and stderr.endswith("KeyboardInterrupt\n")

    def test_a_reader_that_goes_away(self) -> None:
        source = "while True: print('x' * 1000)"
        process = subprocess.Popen([sys.executable, "-m", "callgate", "run", "-c", source], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(20) == 1
        assert process.stderr.read() == "callgate run: nobody reads the output\n"
        process.stderr.close()
