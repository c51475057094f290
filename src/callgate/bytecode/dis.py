"""Code -> text for people: what ``callgate dis`` shows."""  # noqa: A005

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from callgate.bytecode import opcodes
from callgate.bytecode.code import OPARG_SHIFT, Code, Position
from callgate.bytecode.opcodes import (
    BINARY,
    BINARY_OPS,
    CALL,
    COMPARE,
    COMPARE_OPS,
    CONST,
    DEREF,
    FLAGS,
    FORMAT_SPEC,
    INPLACE,
    JUMP,
    LOCAL,
    NAME,
    NONE,
    OPS,
    UNARY,
    UNARY_OPS,
)

#: Longer constants are cut in the output.
MAX_REPR = 200

_CONVERSIONS = ("", "str", "repr", "ascii")
_MAKE = (
    (opcodes.MAKE_DEFAULTS, "defaults"), (opcodes.MAKE_KWDEFAULTS, "kwdefaults"),
    (opcodes.MAKE_ANNOTATIONS, "annotations"), (opcodes.MAKE_CLOSURE, "closure"),
)
_SIGN = {mask: sign for sign, mask in COMPARE_OPS.items()}
NOWHERE = Position(-1, -1, -1, -1)


class Instruction(NamedTuple):
    """One instruction: its offset, name and operand, what the operand means ("" if nothing), and where it is from."""

    offset: int
    name: str
    operand: int
    meaning: str
    position: Position
    is_target: bool


def instructions(code: Code) -> Iterator[Instruction]:
    """Yield the rows of a code object, not of the code inside it."""
    words = code.instructions
    targets = {word >> OPARG_SHIFT for word in words if OPS[word & 0xFF].operand == JUMP}
    targets.update(handler.target for handler in code.handlers)
    for index, word in enumerate(words):
        row = OPS[word & 0xFF]
        operand = word >> OPARG_SHIFT
        position = code.positions[index] if index < len(code.positions) else NOWHERE
        yield Instruction(
            2 * index, row.name, operand, meaning(code, row.name, row.operand, operand), position, index in targets)


def meaning(code: Code, name: str, kind: str, operand: int) -> str:
    """Return what an operand stands for, "" when the number says it all."""
    if kind == CONST:
        return shorten(code.consts[operand])
    if kind == LOCAL:
        return code.varnames[operand]
    if kind == DEREF:
        return (code.cellvars + code.freevars)[operand]
    if kind == NAME:
        return code.names[operand]
    if kind == JUMP:
        return f"to {2 * operand}"
    if kind == CALL:
        positional, keywords = operand & 0xFF, operand >> 8
        parts = [f"{positional} positional"] if positional or not keywords else []
        return ", ".join(parts + ([f"{keywords} keyword"] if keywords else []))
    if kind == BINARY:
        return BINARY_OPS[operand & (INPLACE - 1)] + ("=" if operand & INPLACE else "")
    if kind == COMPARE:
        return _SIGN[operand]
    if kind == UNARY:
        return UNARY_OPS[operand]
    if kind == FLAGS:
        return _flags(name, operand)
    if name == "IS_OP":
        return "is not" if operand else "is"
    if name == "CONTAINS_OP":
        return "not in" if operand else "in"
    return ""


def _flags(name: str, operand: int) -> str:
    if name == "MAKE_FUNCTION":
        return ", ".join(what for flag, what in _MAKE if operand & flag)
    if name == "FORMAT_VALUE":
        parts = [_CONVERSIONS[operand & 3], "with a format" if operand & FORMAT_SPEC else ""]
        return ", ".join(part for part in parts if part)
    if name == "UNPACK_EX":
        return f"{operand & 0xFF} before, {operand >> 8} after"
    return ""


def shorten(value: object) -> str:
    """Return the repr of a constant, cut when it is long; code objects by name and place."""
    if isinstance(value, Code):
        return header(value)
    if isinstance(value, (str, bytes)) and len(value) > MAX_REPR:
        return repr(value[:MAX_REPR]) + "..."
    if isinstance(value, int) and value.bit_length() > MAX_REPR:
        return hex(value >> (value.bit_length() - MAX_REPR)) + "..."
    if isinstance(value, tuple) and any(isinstance(item, Code) for item in value):
        return f"({', '.join(shorten(item) for item in value)})"
    text = repr(value)
    return text if len(text) <= MAX_REPR else text[:MAX_REPR] + "..."


def header(code: Code) -> str:
    """Return what stands for a code object in the text."""
    return f'<code object {code.name}, file "{code.filename}", line {code.firstlineno}>'


def disassemble(code: Code) -> str:
    """Return the text of a code object and of those inside it.

    The columns are: the line (once for a run of instructions), ``>>`` at a jump target, offset, name, operand, and
    what the operand means. Below stand the exception table and then the code objects among the constants.
    """
    blocks = []
    pending = [code]
    while pending:
        current = pending.pop()
        lines = [] if current is code else [f"Disassembly of {header(current)}:"]
        lines.extend(_lines(current))
        blocks.append("\n".join(lines))
        pending.extend(reversed([item for item in current.consts if isinstance(item, Code)]))
    return "\n\n".join(blocks) + "\n"


def _lines(code: Code) -> Iterator[str]:
    rows = list(instructions(code))
    width = max([4, *(len(str(row.position.lineno)) for row in rows)])
    offset_width = max(4, len(str(2 * len(rows))))
    last = -1
    for row in rows:
        line = row.position.lineno
        shown = str(line) if line > 0 and line != last else ""
        last = line if line > 0 else last
        has_operand = opcodes.OPS[opcodes.NUMBER[row.name]].operand != NONE
        operand = str(row.operand) if has_operand else ""
        meant = f" ({row.meaning})" if row.meaning else ""
        mark = ">>" if row.is_target else "  "
        yield f"{shown:>{width}} {mark} {row.offset:>{offset_width}} {row.name:<20} {operand:>5}{meant}".rstrip()
    if code.handlers:
        yield "ExceptionTable:"
        for handler in code.handlers:
            yield f"  {2 * handler.start} to {2 * handler.end - 2} -> {2 * handler.target} [{handler.depth}]"
