"""Sources that would cost the host's parser too much are refused before it sees them; deep ones end cleanly."""

import subprocess
import sys
import textwrap
import warnings

import pytest

from callgate.compiler import Bounds, compile_source
from callgate.compiler.bounds import check_source


def message(source: str | bytes, bounds: Bounds | None = None) -> str:
    with pytest.raises(SyntaxError) as caught:
        compile_source(source, "<guest>", bounds=bounds)
    return str(caught.value.msg)


def test_size() -> None:
    assert "source too large (5000000 bytes" in message("x" * 5_000_000)
    assert "source too large" in message(b"x" * 5_000_000)
    assert "source too large (6 bytes, at most 5)" in message("ééé", Bounds(size=5))
    assert compile_source("éé", bounds=Bounds(size=5))


def test_tokens() -> None:
    assert "more than 200000 tokens" in message("x=1\n" * 100_000)
    assert "more than 10 tokens" in message("a\n" * 6, Bounds(tokens=10))
    assert compile_source("a\n" * 5, bounds=Bounds(tokens=10))
    with pytest.raises(SyntaxError) as caught:
        compile_source("a\nb\nc\nd\n", "<guest>", bounds=Bounds(tokens=4))
    assert (caught.value.lineno, caught.value.offset, caught.value.text) == (3, 1, "c")


@pytest.mark.parametrize("text", [
    "import {}", "import x, {}", "import {} as y", "from {} import x", "if x: import {}", "x = 1; import {}",
    "from .{} import x", "import\\\n {}", "def f():\n    import a, b, {}", "import\t{}",
])
def test_dotted_names(text: str) -> None:
    assert "a dotted name of more than 100 parts" in message(text.format(".".join(["a"] * 101)))
    assert "a dotted name of more than 100 parts" in message(text.format(" . ".join(["ä"] * 101)))
    assert "a dotted name of more than 100 parts" in message(text.format(".\\\n".join(["℘"] * 101)))
    assert compile_source(text.format(".".join(["a"] * 99)))
    assert "dotted name too long" in message(text.format(".".join(["a" * 1000] * 50)))


def test_what_only_looks_like_a_dotted_name() -> None:
    dots = "." * 300
    assert compile_source(f"# from here {dots}\nx = 'import {dots}'\nfrom {dots} import y\nz = a{'.b' * 300}")


@pytest.mark.parametrize("text", [
    "import " * 100_000, ". " * 100_000, "a." * 90_000, "from a" * 80_000, "\\\n" * 100_000,
])
def test_scans_are_linear(text: str) -> None:
    check_source(text, "<guest>")


@pytest.mark.parametrize("source, text", [
    (b"x = '\xc3\xa9'", "x = 'é'"), (b"\xef\xbb\xbfx", "x"),
    (b"# coding: latin-1\nx = '\xe9'", "# coding: latin-1\nx = 'é'"),
    (b"#!x\n# -*- coding: iso-8859-15 -*-\nx = '\xa4'", "#!x\n# -*- coding: iso-8859-15 -*-\nx = '€'"),
    (b"\n# coding=cp1252\n'\x80'", "\n# coding=cp1252\n'€'"), (b"x\n# coding: latin-1\n", "x\n# coding: latin-1\n"),
])
def test_encodings(source: bytes, text: str) -> None:
    assert check_source(source, "<guest>") == text
    assert compile_source(source)


@pytest.mark.parametrize("name", ["punycode", "idna", "zlib", "hex", "utf-7", "unicode_escape", "nothing", "undefined"])
def test_encodings_that_are_refused(name: str) -> None:
    assert message(f"# coding: {name}\nx".encode()) == f"unknown encoding: {name}"


def test_what_the_parser_refuses() -> None:
    assert "can't decode byte 0xff" in message(b"x = '\xff'")
    with pytest.raises((SyntaxError, ValueError), match="null bytes"):
        compile_source("a\0b")
    with pytest.raises(UnicodeEncodeError):
        compile_source("'\ud800'")
    assert message("(" * 300) == "too many nested parentheses"


def test_no_warnings() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert compile_source("x = '\\d'\ny = 1if x else 2\nz = x is 1")


def test_filename_of_parser_errors() -> None:
    with pytest.raises(SyntaxError) as caught:
        compile_source("x = (", "name.py")
    assert caught.value.filename == "name.py" and caught.value.args[1][0] == "name.py"
    with pytest.raises(IndentationError) as indented:
        compile_source("if x:\ny", "name.py")
    assert indented.value.filename == "name.py"


@pytest.mark.parametrize("text", [
    "x" + "+x" * 900, "x" + ".x" * 900, "x" + "()" * 900, "x" + "[0]" * 900, "x" + ".x()" * 450,
    "x" + "[x].y(z)+w" * 200,
    "if x:\n x\n" + "elif x:\n x\n" * 1000, "x" + " if x else x" * 600, "'a'" + "+'a'" * 900,
    "f(" * 190 + "x" + ")" * 190,
    "[" * 190 + "x" + "]" * 190, "(" * 190 + "x" + ",)" * 190, "x" + "<x" * 5000, "x" + " and x" * 5000,
    "x = " * 5000 + "1",
    "".join(" " * i + "def f():\n" for i in range(90)) + " " * 90 + "pass",
    "".join(" " * i + "class A:\n" for i in range(90)) + " " * 90 + "pass",
    "[" * 40 + "x" + " for x in x]" * 40, "f'" + "{x}" * 2000 + "'", "f(" + "x," * 5000 + ")",
    "f(" + ",".join(f"k{i}=x" for i in range(5000)) + ")", "[" + "x," * 5000 + "]", "{" + "x: x," * 5000 + "}",
])
def test_big_and_deep_programs(text: str) -> None:
    assert compile_source(text).stacksize < 1000


@pytest.mark.parametrize("text", [
    "x" + "+x" * 20_000, "x" + ".x" * 20_000, "-" * 20_000 + "x", "not " * 2000 + "x", "lambda: " * 1000 + "x",
    "x" + "**x" * 1000, "(lambda x=" * 190 + "1" + ": x)" * 190, "[x " + "for x in y " * 1000 + "]",
    "if x:\n x\n" + "elif x:\n x\n" * 20_000, "-" * 900 + "1",
])
def test_too_deep(text: str) -> None:
    try:
        compile_source(text)
    except (RecursionError, MemoryError):
        pass


def test_depth_is_a_clear_error() -> None:
    with pytest.raises(RecursionError, match="maximum recursion depth exceeded during compilation"):
        compile_source("not " * 900 + "x")


def test_nested_finally() -> None:
    text = "b\n"
    for _ in range(17):
        text = "try: a\nfinally:\n" + textwrap.indent(text, " ")
    assert message(text) == "callgate: too many copies of nested finally clauses"


def test_folding_is_bounded() -> None:
    parts = ", ".join(f"'{chr(0x4e00 + i)}' * 4096" for i in range(2000))
    code = compile_source(f"x = [{parts}]")
    assert sum(len(item) for item in code.consts if isinstance(item, str)) <= (1 << 20) + 4096 * 2
    assert compile_source("0x" + "f" * 300_000 + "//0x" + "e" * 100_000)


def test_memory_of_a_large_program() -> None:
    program = textwrap.dedent("""
        import resource, sys
        from callgate.compiler import compile_source
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        compile_source("x,\\n" * 66_000)
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10)
    """)
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(result.stdout) < 400
