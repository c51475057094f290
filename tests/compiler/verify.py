"""Checks of code objects by abstract interpretation: every instruction has one depth, within ``stacksize``."""

from __future__ import annotations

from callgate.bytecode.code import Code
from callgate.bytecode.opcodes import JUMP, OPS
from callgate.compiler.effects import stack_effect

ENDS = {"JUMP", "RETURN_VALUE", "RAISE_VARARGS", "RERAISE"}


def depths_of(code: Code) -> dict[int, int]:
    """Return the depth before every reachable instruction; fail where two paths disagree."""
    loads = {site.method: 1 for site in code.calls if site.method >= 0}
    ends = {site.call: 1 for site in code.calls if site.method >= 0}
    depths: dict[int, int] = {}
    pending = [(0, 0)]
    highest = 0
    while pending:
        pc, depth = pending.pop()
        if pc in depths:
            assert depths[pc] == depth, (code.name, pc, depths[pc], depth)
            continue
        assert 0 <= pc < len(code.instructions), (code.name, pc)
        depths[pc] = depth
        for start, end, target, kept in code.handlers:
            if start <= pc < end:
                assert kept <= depth, (code.name, pc, kept, depth)
                pending.append((target, kept + 1))
                break
        row = OPS[code.instructions[pc] & 0xFF]
        operand = code.instructions[pc] >> 8
        extra = loads.get(pc, 0) - ends.get(pc, 0)
        after = depth + stack_effect(row.number, operand) + extra
        assert after >= 0, (code.name, pc)
        highest = max(highest, depth, after)
        if row.operand == JUMP:
            pending.append((operand, depth + stack_effect(row.number, operand, True)))
            highest = max(highest, depth + stack_effect(row.number, operand, True))
        if row.name not in ENDS:
            pending.append((pc + 1, after))
        elif row.name == "RETURN_VALUE":
            assert after == 0, (code.name, pc, after)
    assert highest == code.stacksize, (code.name, highest, code.stacksize)
    return depths


def verify(code: Code) -> None:
    """Check a code object and those in its constants."""
    depths = depths_of(code)
    assert len(code.positions) == len(code.instructions)
    assert len(depths) == len(code.instructions), (code.name, "has unreachable instructions")
    for site in code.calls:
        assert OPS[code.instructions[site.call] & 0xFF].name.startswith("CALL_FUNCTION")
        if site.method >= 0:
            assert OPS[code.instructions[site.method] & 0xFF].name == "LOAD_ATTR"
            if site.call in depths:
                operand = code.instructions[site.call] >> 8
                items = (operand & 0xFF) + 2 * (operand >> 8)
                assert depths[site.call] - items - 2 == depths[site.method] - 1
        assert len(site.keywords) == code.instructions[site.call] >> 16
        for index in site.keywords:
            assert OPS[code.instructions[index] & 0xFF].name == "LOAD_CONST"
            assert type(code.consts[code.instructions[index] >> 8]) is str
    calls = [i for i, word in enumerate(code.instructions) if OPS[word & 0xFF].name.startswith("CALL_FUNCTION")]
    assert calls == [site.call for site in code.calls]
    for constant in code.consts:
        if isinstance(constant, Code):
            verify(constant)
