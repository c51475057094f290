"""Jumps: follow jumps to jumps, and drop the jumps that nothing reaches then."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from callgate.bytecode.code import OPARG_SHIFT, CallSite
from callgate.compiler.effects import (
    JUMP,
    JUMP_IF_FALSE_OR_POP,
    JUMP_IF_TRUE_OR_POP,
    POP_JUMP_IF_FALSE,
    POP_JUMP_IF_TRUE,
    RAISE_VARARGS,
    RERAISE,
    RETURN_VALUE,
)

if TYPE_CHECKING:
    from callgate.compiler.functions import Functions

#: How many jumps to jumps are followed.
MAX_HOPS = 8

#: What a jump that keeps its value is when its target drops the value.
_DROPPING = {JUMP_IF_FALSE_OR_POP: POP_JUMP_IF_FALSE, JUMP_IF_TRUE_OR_POP: POP_JUMP_IF_TRUE}
_ENDS = frozenset((JUMP, RETURN_VALUE, RAISE_VARARGS, RERAISE))


def optimize_jumps(unit: Functions) -> None:
    """Write the targets of a block's jumps into its code, by the shortest way."""
    code = unit.code
    targets = {index: label.index for index, label in unit.jumps}
    for index in targets:
        code[index], targets[index] = _follow(unit, targets, index)
    reached = set(targets.values())
    reached.update([target.index for _, _, target, _ in unit.handlers])
    drop = [
        index for index in targets
        if code[index] == JUMP and index not in reached and index and code[index - 1] & 0xFF in _ENDS
    ]
    if drop:
        _remove(unit, targets, drop)
    for index, target in targets.items():
        code[index] |= target << OPARG_SHIFT


def _follow(unit: Functions, targets: dict[int, int], index: int) -> tuple[int, int]:
    """Return the instruction and the target of a jump after following what stands at its target."""
    code = unit.code
    number = code[index] & 0xFF
    target = targets[index]
    for _ in range(MAX_HOPS):
        if target not in targets or target == index:
            break
        there = code[target] & 0xFF
        if there == JUMP:
            # The line of a break or continue is to be seen by whoever follows the lines.
            if isinstance(unit.where[target], (ast.Break, ast.Continue)):
                break
            target = targets[target]
        elif number not in _DROPPING:
            break
        elif there == number:
            target = targets[target]
        elif there == _DROPPING[number]:
            # a and b, tested: x JUMP_IF_FALSE_OR_POP to POP_JUMP_IF_FALSE.
            number = there
            target = targets[target]
        elif there in _DROPPING or there in (POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE):
            # The value that jumps here does not jump there: it is dropped.
            number = _DROPPING[number]
            target += 1
        else:
            break
    return number, target


def _remove(unit: Functions, targets: dict[int, int], drop: list[int]) -> None:
    """Take instructions out of the code, and renumber all that points into it."""
    code, where = unit.code, unit.where
    dropped = set(drop)
    moved = []
    count = 0
    for index in range(len(code)):
        moved.append(count)
        if index not in dropped:
            code[count] = code[index]
            where[count] = where[index]
            count += 1
    moved.append(count)
    del code[count:], where[count:]
    kept = {moved[index]: moved[target] for index, target in targets.items() if index not in dropped}
    targets.clear()
    targets.update(kept)
    # Labels are shared by rows and jumps.
    labels = {id(label): label for row in unit.handlers for label in row[:3]}
    for label in labels.values():
        label.index = moved[label.index]
    unit.calls = [
        CallSite(moved[call], moved[method] if method >= 0 else -1, tuple([moved[index] for index in keywords]))
        for call, method, keywords in unit.calls
    ]
