"""`callgate repl`, fed from a file; completion by itself."""

import io
from collections.abc import Callable

import pytest

import callgate as cg
from callgate.cli import main
from callgate.cli.lines import last_word
from callgate.cli.repl import Session, unfinished
from callgate.cli.run import Options

Feed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def feed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Feed:
    def run(*lines: str, words: tuple[str, ...] = ("repl",)) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
        status = main(list(words))
        out, err = capsys.readouterr()
        return status, out.partition("\n")[2], err
    return run


def test_a_session(feed: Feed) -> None:
    status, out, err = feed("x = 2", "x * 3", "def f(n):", "    return n + x", "", "f(1)", "_ + 1", "None", "print('p')",
                            "'text'", words=())
    assert (status, err) == (0, "")
    assert out == ">>> >>> 6\n>>> ... ... >>> 3\n>>> 4\n>>> >>> p\n>>> 'text'\n>>> \n"


def test_lines_that_go_on(feed: Feed) -> None:
    assert feed("(1 +", "2)", "'''a", "", "b'''", "x = \\", "7", "for i in range(2):", "  print(i)", "", "if 0: pass",
                "else: print(x)", "", "")[1] == (
        ">>> ... 3\n>>> ... ... 'a\\n\\nb'\n>>> ... >>> ... ... 0\n1\n>>> ... ... 7\n>>> >>> \n")


def test_errors_and_limits_do_not_end_it(feed: Feed) -> None:
    status, out, err = feed("1 / 0", "x = (]", "while True: pass", "", "5", words=("repl", "--fuel", "1000"))
    assert status == 0 and out.endswith("5\n>>> \n")
    assert err == (
        "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n"
        "ZeroDivisionError: division by zero\n"
        "  File \"<stdin>\", line 1\n    x = (]\n         ^\n"
        "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('\n"
        "callgate: the run used more than 1000 units of fuel\n")


@pytest.mark.parametrize(("line", "status"), [("exit()", 0), ("quit(3)", 3), ("raise SystemExit('x')", 1)])
def test_leaving(feed: Feed, line: str, status: int) -> None:
    assert feed(line, "never")[0] == status


def test_options(feed: Feed) -> None:
    assert feed("x", words=("repl", "--input", "x=[1]"))[1] == ">>> [1]\n>>> \n"
    assert feed("1", words=("repl", "--json"))[0] == 2
    assert feed(words=("repl", "--help"))[0] == 0


def test_what_is_unfinished() -> None:
    for text in ("(1", "'''", "def f():", "if x:\n  y", "x = \\", "class C:\n  def f(self):\n    pass", "@d"):
        assert unfinished(text), text
    for text in ("1", "x = 1", "(]", "if x: y\n", "\0", "pass", "def f(): pass\n"):
        assert not unfinished(text), text


def test_completion() -> None:
    session = Session(Options(cg.Limits(fuel=100_000)))
    session.machine.run("class Thing:\n    alpha = 1\n    _hidden = 2\nthing = Thing()\nthis = 3")
    assert session.complete("thi") == ["thing", "this"]
    assert session.complete("thing.a") == ["thing.alpha"]
    assert session.complete("thing.") == ["thing.alpha"]
    assert session.complete("thing._h") == ["thing._hidden"]
    assert session.complete("prin") == ["print"]
    assert session.complete("nothing.x") == session.complete("f().x") == []


def test_the_word_at_the_end_of_a_line() -> None:
    assert [last_word(text) for text in ("", "x", "print(a.b", "x = y.", "1 + ")] == ["", "x", "a.b", "y.", ""]
