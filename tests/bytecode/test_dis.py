"""Disassembly: one row for each instruction, and what its operand means."""

import sysconfig
from pathlib import Path

import pytest

from callgate.bytecode.code import Code
from callgate.bytecode.dis import disassemble, instructions, shorten
from callgate.bytecode.opcodes import JUMP, NUMBER, OPS
from callgate.compiler import compile_source

TEXT = """
def f(x, *, y=1):
    try:
        return g(x, k=1) + x.m(y, a=2, b=3)
    except E:
        z = [i for i in x if i is not None]
    for x in z:
        f"{x!r:>{y}}"
    x += -y
    a, *b = not x, x in y, x < y
    del a
    return lambda: x
"""


def all_code(code: Code) -> list[Code]:
    return [code, *(inner for item in code.consts if isinstance(item, Code) for inner in all_code(item))]


def test_rows_are_the_instructions() -> None:
    library = Path(sysconfig.get_paths()["stdlib"])
    for source in (TEXT, (library / "argparse.py").read_text(encoding="utf-8")):
        for code in all_code(compile_source(source)):
            rows = list(instructions(code))
            assert len(rows) == len(code.instructions)
            for index, (row, word) in enumerate(zip(rows, code.instructions, strict=True)):
                assert (row.offset, NUMBER[row.name] | row.operand << 8) == (2 * index, word)
                assert row.position == code.positions[index]
            targets = {row.operand * 2 for row in rows if OPS[NUMBER[row.name]].operand == JUMP}
            targets |= {handler.target * 2 for handler in code.handlers}
            assert {row.offset for row in rows if row.is_target} == targets


def test_lines_are_the_rows() -> None:
    code = compile_source(TEXT)
    blocks = disassemble(code).rstrip("\n").split("\n\n")
    assert len(blocks) == len(all_code(code))
    for block, inner in zip(blocks, all_code(code), strict=True):
        lines = block.split("\n")
        if inner is not code:
            wanted = f'<code object {inner.name}, file "<string>", line {inner.firstlineno}>'
            assert lines.pop(0) == f"Disassembly of {wanted}:"
        table = lines.index("ExceptionTable:") if inner.handlers else len(lines)
        assert len(lines[table + 1:]) == len(inner.handlers)
        assert [row.name in line and str(row.offset) in line
                for row, line in zip(instructions(inner), lines[:table], strict=True)] == [True] * table


@pytest.mark.parametrize("line", [
    "CALL_FUNCTION          257 (1 positional, 1 keyword)", "CALL_FUNCTION          513 (1 positional, 2 keyword)",
    "LOAD_CONST               0 ('k')", "LOAD_FAST                1 (y)", "BINARY_OP                0 (+)",
    "BINARY_OP               16 (+=)", "UNARY_OP                 0 (-)", "IS_OP                    1 (is not)",
    "CONTAINS_OP              0 (in)", "COMPARE_OP               1 (<)",
    "UNPACK_EX                1 (1 before, 0 after)",
    "MAKE_FUNCTION            2 (kwdefaults)", "MAKE_FUNCTION            8 (closure)",
    "FORMAT_VALUE             6 (repr, with a format)",
    "LOAD_ATTR                1 (m)", "LOAD_DEREF               0 (x)", "UNARY_OP                 1 (not)",
    "  FOR_ITER",
])
def test_meanings(line: str) -> None:
    assert line.strip() in disassemble(compile_source(TEXT)), disassemble(compile_source(TEXT))


def test_jumps_tell_the_offset() -> None:
    text = disassemble(compile_source("if x: y"))
    assert "POP_JUMP_IF_FALSE        4 (to 8)" in text and "\n     >>    8 LOAD_CONST" in text


def test_long_constants_are_cut() -> None:
    assert len(disassemble(compile_source("x = '" + "a" * 100_000 + "'"))) < 1000
    assert len(shorten(10 ** 4000)) < 100 and shorten(5) == "5"
    assert len(shorten(tuple(range(1000)))) < 300 and len(shorten(b"a" * 1000)) < 300


def test_empty_call_says_so() -> None:
    assert "CALL_FUNCTION            0 (0 positional)" in disassemble(compile_source("f()"))
