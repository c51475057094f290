"""Blocks -> Code: jump targets, exception table, positions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from callgate.bytecode.code import (
    CO_FUTURE_ANNOTATIONS,
    CO_GENERATOR,
    CO_NESTED,
    CO_NEWLOCALS,
    CO_OPTIMIZED,
    Code,
    Handler,
    Position,
)
from callgate.bytecode.code import OPARG_SHIFT as SHIFT
from callgate.compiler.effects import (
    JUMP,
    JUMP_IF_FALSE_OR_POP,
    JUMP_IF_TRUE_OR_POP,
    POP_JUMP_IF_FALSE,
    POP_JUMP_IF_TRUE,
)
from callgate.compiler.emitter import Where

if TYPE_CHECKING:
    from callgate.compiler.functions import Functions

#: The most instructions of one code object; targets must fit the machine's operands.
MAX_INSTRUCTIONS = 1 << 22
#: How many jumps to jumps are followed.
MAX_HOPS = 8

#: What a jump that keeps its value on the stack is when its target drops it, by (jump, jump at the target).
_SAME = {JUMP_IF_FALSE_OR_POP: POP_JUMP_IF_FALSE, JUMP_IF_TRUE_OR_POP: POP_JUMP_IF_TRUE}


def assemble(unit: Functions) -> Code:
    """Make the code object of a finished block.

    Raises:
        SyntaxError: the block has more instructions than a jump can span.
    """
    code = unit.code
    if len(code) > MAX_INSTRUCTIONS:
        raise SyntaxError("callgate: program too large")
    _patch_jumps(unit)
    scope = unit.scope
    flags = unit.flags
    if unit.fast:
        flags |= CO_OPTIMIZED | CO_NEWLOCALS
        if scope.nested:
            flags |= CO_NESTED
        if scope.generator:
            flags |= CO_GENERATOR
    elif scope.nested:
        flags |= CO_NESTED
    if unit.job.future_annotations:
        flags |= CO_FUTURE_ANNOTATIONS
    handlers = tuple([
        Handler(start.index, end.index, target.index, depth)
        for start, end, target, depth in unit.handlers if start.index < end.index
    ])
    return Code(
        name=unit.name, qualname=unit.qualname, filename=unit.job.filename, firstlineno=unit.firstlineno, flags=flags,
        argcount=unit.argcount, posonlyargcount=unit.posonlyargcount, kwonlyargcount=unit.kwonlyargcount,
        stacksize=unit.max_depth, instructions=code, consts=tuple(unit.consts), names=tuple(unit.names),
        varnames=tuple(unit.varnames), cellvars=tuple(scope.cellvars), freevars=tuple(scope.freevars),
        handlers=handlers, calls=tuple(unit.calls), positions=_positions(unit.where), docstring=unit.docstring,
        hidden=unit.job.hidden,
    )


def _patch_jumps(unit: Functions) -> None:
    """Write the targets of the jumps; a jump to a jump goes to the end of the chain."""
    code = unit.code
    targets = {index: label.index for index, label in unit.jumps}
    for index, target in targets.items():
        number = code[index] & 0xFF
        for _ in range(MAX_HOPS):
            if target not in targets or target == index:
                break
            there = code[target] & 0xFF
            if there == JUMP:
                target = targets[target]
            elif number in _SAME and there in _SAME:
                if there == number:
                    target = targets[target]
                else:
                    # The value that jumps here does not jump there: it is dropped.
                    number = _SAME[number]
                    target += 1
            elif number in _SAME and there == _SAME[number]:
                number = there
                target = targets[target]
            elif number in _SAME and there in (POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE):
                number = _SAME[number]
                target += 1
            else:
                break
        code[index] = number | target << SHIFT


def _positions(where: list[Where]) -> tuple[Position, ...]:
    cache: dict[int, Position] = {}
    positions = []
    last: Where | None = None
    position = Position(-1, -1, -1, -1)
    for node in where:
        if node is not last:
            last = node
            key = id(node)
            known = cache.get(key)
            position = cache[key] = _position(node) if known is None else known
        positions.append(position)
    return tuple(positions)


def _position(node: Where) -> Position:
    if isinstance(node, Position):
        return node
    if not isinstance(node, (ast.stmt, ast.expr, ast.excepthandler, ast.keyword, ast.arg, ast.alias)):
        return Position(-1, -1, -1, -1)
    end_lineno, end_col = node.end_lineno, node.end_col_offset
    return Position(
        node.lineno, node.lineno if end_lineno is None else end_lineno, node.col_offset,
        -1 if end_col is None else end_col,
    )
