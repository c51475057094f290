"""`callgate explain`: what it says is what the machine does."""

from pathlib import Path

import pytest

from callgate.cli import main


def explained(capsys: pytest.CaptureFixture[str], text: str) -> dict[str, list[str]]:
    """Title -> lines of the sections, by titles' first words."""
    assert main(["explain", text]) == 0
    out, err = capsys.readouterr()
    assert not err
    first, *blocks = out.rstrip("\n").split("\n\n")
    found = {"": [first]}
    for block in blocks:
        title, *lines = block.split("\n")
        found[title.split(",")[0]] = [line.removeprefix("  ") for line in lines]
    return found


def test_a_builtin(capsys: pytest.CaptureFixture[str]) -> None:
    assert explained(capsys, "len([1])") == {
        "": ["len([1])"],
        "AST node": [
            "Call(", "  func=Name(id='len', ctx=Load()),", "  args=[", "    List(", "      elts=[",
            "        Constant(value=1)],", "      ctx=Load())],", "  keywords=[])"],
        "Instructions": [
            "   0 LOAD_NAME            0 (len)           -- value",
            "   2 LOAD_CONST           0 (1)             -- value",
            "   4 BUILD_LIST           1                 items[n] -- list",
            "   6 CALL_FUNCTION        1 (1 positional)  callable positional[p] (name value)[k] -- result"],
        "On the stack at the call": ["len | [1]  --  result"],
        "Callable": ["len: an object of type builtin_function_or_method", "calling convention: METH_O"],
        "Path": [
            "call_function looks at the callable's type:",
            "fast path 1: a native function, METH_O: it takes one argument, which it gets as it lies on the stack"],
        "Slot": ["builtin_function_or_method.tp_call is not asked"],
        "Frame": ["none: native code"],
    }


@pytest.mark.parametrize(("text", "stack", "callable_", "path"), [
    ("'a;b'.split(sep=';')", "'a;b'.split | 'sep' | ';'  --  result", "builtin_function_or_method", "fast path 1"),
    ("f(1, *a, k=2, **d)", "f | 1 | *args | **kwargs  --  result", "decided at run time", "the star arguments"),
    ("(lambda x, y=2: x)(1)", "(lambda x, y=2: x) | 1  --  result", "an object of type function", "call_function"),
    ("3()", "3  --  result", "an object of type int", "call_function"),
    ("int('3')", "int | '3'  --  result", "a class, so an object of type type", "call_function"),
])
def test_kinds(capsys: pytest.CaptureFixture[str], text: str, stack: str, callable_: str, path: str) -> None:
    found = explained(capsys, text)
    assert found["On the stack at the call"] == [stack]
    assert callable_ in found["Callable"][0]
    assert found["Path"][0].startswith(path) or found["Path"][1].startswith(path)


def test_a_place_in_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("""
class Greeter:
    def __init__(self, name):
        self.name = name
    def __call__(self, greeting, *, end="!"):
        return greeting + self.name + end
greet = Greeter("you")
print(greet("hello, ", end="?"))
def inner(f):
    return f(1)
""")
    assert main(["explain", f"{program}:8"]) == 0
    out = capsys.readouterr().out
    first, second = out.split("print(greet('hello, ', end='?'))\n")[0], out.split("print(greet('hello, ', end='?'))\n")[1]
    assert first.startswith("greet('hello, ', end='?')\n")
    assert "an instance: __call__ of its type Greeter, by MRO, with the instance in front" in first
    assert "Greeter.__call__: 3 locals" in first
    assert "print: an object of type builtin_function_or_method" in second
    assert main(["explain", f"{program}:7"]) == 0
    out = capsys.readouterr().out
    assert "__init__ is a function of the guest: its frame is pushed, the loop goes on in it" in out
    assert main(["explain", f"{program}:10"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("f(1)    in inner\n")
    assert "f: decided at run time, since f is a local variable of inner" in out


def test_bad_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("x = 1\n")
    for text, said in [("x + 1", "no call in 'x + 1'"), (f"{program}:1", f"no call begins on line 1 of {program}")]:
        assert main(["explain", text]) == 2
        assert capsys.readouterr().err == f"callgate explain: {said}\n"
    assert main(["explain"]) == 2
    assert main(["explain", "f("]) == 1
    assert "SyntaxError" in capsys.readouterr().err
    assert main(["explain", "--help"]) == 0
