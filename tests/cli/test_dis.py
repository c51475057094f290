"""`callgate dis`."""

from pathlib import Path

import pytest

from callgate.cli import main


def test_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dis", "-c", "x = f(1, k=2)"]) == 0
    assert [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()][-4:] == [
        ["8", "CALL_FUNCTION          257 (1 positional, 1 keyword)"],
        ["10", "STORE_NAME               1 (x)"],
        ["12", "LOAD_CONST               3 (None)"],
        ["14", "RETURN_VALUE"],
    ]


def test_a_file_with_functions(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("def f(*a):\n    return g(*a)\n")
    assert main(["dis", str(program)]) == 0
    text = capsys.readouterr().out
    assert f'Disassembly of <code object f, file "{program}", line 1>:' in text
    assert "CALL_FUNCTION_VAR" in text


def test_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dis", "-c", "x = ("]) == 1
    assert capsys.readouterr().err == (
        "  File \"<string>\", line 1\n    x = (\n        ^\nSyntaxError: '(' was never closed\n")
    for words, said in [
        (["nothing.py"], "can't open file"), (["--x", "y"], "no option '--x'"), ([], "no program"),
        (["-c", "1", "2"], "one program at a time; what is '2'?"),
    ]:
        assert main(["dis", *words]) == 2
        assert capsys.readouterr().err.startswith(f"callgate dis: {said}")
    assert main(["dis", "--help"]) == 0
