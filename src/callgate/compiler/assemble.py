"""A finished block -> Code: jump targets, exception table, positions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from callgate.bytecode.code import (
    CO_ASYNC_GENERATOR,
    CO_COROUTINE,
    CO_FUTURE_ANNOTATIONS,
    CO_GENERATOR,
    CO_NESTED,
    CO_NEWLOCALS,
    CO_OPTIMIZED,
    Code,
    Handler,
    Position,
)
from callgate.compiler.emitter import Where
from callgate.compiler.optimize import optimize_jumps
from callgate.compiler.versions import PYTHON_312

if TYPE_CHECKING:
    from callgate.compiler.functions import Functions

#: Nodes that have a place.
PLACED = (
    ast.stmt, ast.expr, ast.excepthandler, ast.keyword, ast.arg, ast.alias, ast.pattern,
    *(getattr(ast, name) for name in ("type_param",) if PYTHON_312),
)
#: The most instructions of one code object; targets must fit the machine's operands.
MAX_INSTRUCTIONS = 1 << 22


def assemble(unit: Functions) -> Code:
    """Make the code object of a finished block.

    Raises:
        SyntaxError: the block has more instructions than a jump can span.
    """
    code = unit.code
    if len(code) > MAX_INSTRUCTIONS:
        raise SyntaxError("callgate: program too large")
    optimize_jumps(unit)
    scope = unit.scope
    flags = unit.flags
    if unit.fast:
        flags |= CO_OPTIMIZED | CO_NEWLOCALS
        if scope.nested:
            flags |= CO_NESTED
        if scope.generator or scope.coroutine:
            flags |= CO_GENERATOR if not scope.coroutine else CO_ASYNC_GENERATOR if scope.generator else CO_COROUTINE
    elif scope.is_async and scope.coroutine:
        flags |= CO_COROUTINE
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
    if not isinstance(node, PLACED):
        return Position(-1, -1, -1, -1)
    end_lineno, end_col = node.end_lineno, node.end_col_offset
    return Position(
        node.lineno, node.lineno if end_lineno is None else end_lineno, node.col_offset,
        -1 if end_col is None else end_col,
    )
