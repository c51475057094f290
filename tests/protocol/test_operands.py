# protocol: A2 A3 A4
"""The call instructions, their operands and what lies on the stack."""

import pytest

from callgate.bytecode.code import OPARG_SHIFT, Code
from callgate.bytecode.opcodes import OPS
from callgate.compiler import compile_source


def instructions(code: Code) -> list[tuple[str, int]]:
    return [(OPS[word & 0xFF].name, word >> OPARG_SHIFT) for word in code.instructions]


def call_of(source: str) -> tuple[str, int]:
    [call] = [row for row in instructions(compile_source(source, "call.py", "eval")) if row[0].startswith("CALL_")]
    return call


POSITIONAL = {n: ", ".join(map(str, range(n))) for n in (254, 255, 256, 300)}
KEYWORDS = {n: ", ".join(f"k{i}={i}" for i in range(n)) for n in (254, 255, 256, 300)}


@pytest.mark.parametrize(("source", "expected"), [
    ("f()", ("CALL_FUNCTION", 0)),
    ("f(1, 2)", ("CALL_FUNCTION", 2)),
    ("f(k=1)", ("CALL_FUNCTION", 1 << 8)),
    ("f(1, k=2)", ("CALL_FUNCTION", 257)),
    ("f(1, 2, a=3, b=4, c=5)", ("CALL_FUNCTION", 2 | 3 << 8)),
    ("o.m(1, k=2)", ("CALL_FUNCTION", 257)),
    ("f(*a)", ("CALL_FUNCTION_VAR", 0)),
    ("f(**k)", ("CALL_FUNCTION_KW", 0)),
    ("f(1, 2, x=3, **k)", ("CALL_FUNCTION_KW", 2 | 1 << 8)),
    ("f(*a, **k)", ("CALL_FUNCTION_VAR_KW", 0)),
    (f"f({POSITIONAL[254]})", ("CALL_FUNCTION", 254)),
    (f"f({POSITIONAL[255]})", ("CALL_FUNCTION", 255)),
    (f"f({KEYWORDS[255]})", ("CALL_FUNCTION", 255 << 8)),
    (f"f({POSITIONAL[255]}, {KEYWORDS[255]})", ("CALL_FUNCTION", 255 | 255 << 8)),
], ids=lambda value: value[:30] if isinstance(value, str) else "")
def test_operand(source: str, expected: tuple[str, int]) -> None:
    assert call_of(source) == expected


@pytest.mark.parametrize("source", ["f(1, *a, k=2)", "f(1, k=2, *a)", "f(1, *a, 2, k=h, **m)"])
def test_keywords_after_a_star(source: str) -> None:
    """The starred argument is evaluated first, so its keywords may travel in the mapping instead of in pairs."""
    name, operand = call_of(source)
    assert name.startswith("CALL_FUNCTION_VAR") and operand & 0xFF == 1


@pytest.mark.parametrize("source", [f"f({POSITIONAL[256]})", f"f({POSITIONAL[300]}, k=1)"], ids=["256", "300 and k"])
def test_too_many_positional_arguments_for_the_operand(source: str) -> None:
    name, operand = call_of(source)
    assert name.startswith("CALL_FUNCTION_VAR") and operand & 0xFF <= 255


@pytest.mark.parametrize("source", [f"f({KEYWORDS[256]})", f"f(1, {KEYWORDS[300]})"], ids=["256", "1 and 300"])
def test_too_many_keyword_arguments_for_the_operand(source: str) -> None:
    name, operand = call_of(source)
    assert name == "CALL_FUNCTION_KW" and operand >> 8 <= 255


def test_what_lies_on_the_stack() -> None:
    code = compile_source("f('p', 'q', k='v', j='w')", "call.py", "eval")
    pushed = [code.consts[operand] for name, operand in instructions(code) if name == "LOAD_CONST"]
    assert pushed == ["p", "q", "k", "v", "j", "w"]
    assert [name for name, _ in instructions(code) if name != "LOAD_CONST"][-2:] == ["CALL_FUNCTION", "RETURN_VALUE"]
    assert code.stacksize == 7


def test_every_instruction_is_documented_in_its_row() -> None:
    for number, row in enumerate(OPS):
        assert row.number == number and row.meaning.endswith((".", "?")) and "--" in row.stack
