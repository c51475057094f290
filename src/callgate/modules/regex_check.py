"""Code of regular expressions from outside: is it what the re package could have made?

The matcher follows every skip and uses every group number unseen, so all of them are looked at here first.
"""

import cython
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.modules.regex import *
from cython.cimports.libc.stdint import uint8_t, uint32_t

CodeP = cython.typedef(cython.pointer(uint32_t))


@cython.cfunc
@cython.exceptval(-1)
def bad() -> cython.int:
    raise RuntimeError("invalid SRE code")


def check_code(code, size, groups):
    if size < 1 or code[size - 1] != R_SUCCESS:
        bad()
    start: cython.int = 0
    if code[0] == R_INFO:
        start = check_info(code, size)
    check_block(code, start, size - 1, groups, -1)
    return 0


@cython.cfunc
@cython.exceptval(-1)
def check_info(code: CodeP, size: cython.int) -> cython.int:
    if size < 6 or code[1] < 4 or code[1] > cython.cast(uint32_t, size - 2):
        bad()
    end: cython.int = 1 + code[1]
    if code[2] & INFO_PREFIX:
        if code[1] < 6 or code[5] > cython.cast(uint32_t, end - 7) or 7 + 2 * code[5] != cython.cast(uint32_t, end):
            bad()
    elif code[2] & INFO_CHARSET:
        check_set(code, 5, end)
    return end


@cython.cfunc
@cython.exceptval(-1)
def check_set(code: CodeP, i: cython.int, end: cython.int) -> cython.int:
    """A set that fills i to end, its FAILURE included."""
    op: uint32_t
    j: cython.int
    width: cython.int
    while i < end:
        op = code[i]
        i += 1
        if op == R_FAILURE:
            if i != end:
                bad()
            return 0
        width = 0
        if op == R_LITERAL:
            width = 1
        elif op == R_CATEGORY:
            width = 1
            if i < end and code[i] > CATEGORY_UNI_NOT_LINEBREAK:
                bad()
        elif op == R_RANGE or op == R_RANGE_UNI_IGNORE:
            width = 2
        elif op == R_CHARSET:
            width = 8
        elif op == R_BIGCHARSET:
            if end - i < 65 or code[i] > 256:
                bad()
            width = 65 + 8 * code[i]
            for j in range(256):
                if cython.cast(cython.pointer(uint8_t), code + i + 1)[j] >= code[i]:
                    bad()
        elif op != R_NEGATE:
            bad()
        if end - i < width:
            bad()
        i += width
    return bad()


@cython.cfunc
@cython.exceptval(-1)
def skip_from(code: CodeP, i: cython.int, least: cython.int, end: cython.int) -> cython.int:
    """Where the skip at i leads: at least `least` behind it, no farther than end."""
    if i >= end or code[i] > cython.cast(uint32_t, end - i) or code[i] < cython.cast(uint32_t, least):
        bad()
    return i + code[i]


@cython.cfunc
@cython.exceptval(-1)
def check_block(code: CodeP, i: cython.int, end: cython.int, groups: cython.int, jump: cython.int) -> cython.int:
    """Instructions that fill i to end. A jump may be at `jump`, as the last one: then 1."""
    op: uint32_t
    next: cython.int
    check_c_stack()
    while i < end:
        op = code[i]
        if i == jump and op == R_JUMP:
            return 1
        i += 1
        if op == R_ANY or op == R_ANY_ALL or op == R_SUCCESS or op == R_FAILURE:
            continue
        elif op == R_MARK:
            if i >= end or code[i] >= cython.cast(uint32_t, 2 * groups):
                bad()
            i += 1
        elif op == R_AT or op == R_CATEGORY:
            if i >= end or code[i] > (AT_UNI_NON_BOUNDARY if op == R_AT else CATEGORY_UNI_NOT_LINEBREAK):
                bad()
            i += 1
        elif op == R_IN or op == R_IN_IGNORE or op == R_IN_UNI_IGNORE or op == R_IN_LOC_IGNORE:
            next = skip_from(code, i, 2, end)
            check_set(code, i + 1, next)
            i = next
        elif op == R_BRANCH:
            i = check_branch(code, i, end, groups)
        elif op == R_REPEAT_ONE or op == R_MIN_REPEAT_ONE or op == R_POSSESSIVE_REPEAT_ONE:
            next = skip_from(code, i, 5, end)
            if code[i + 1] > code[i + 2] or code[next - 1] != R_SUCCESS:
                bad()
            check_one(code, i + 3, next - 1)
            i = next
        elif op == R_REPEAT or op == R_POSSESSIVE_REPEAT:
            next = skip_from(code, i, 3, end)
            if next >= end or code[i + 1] > code[i + 2]:
                bad()
            if op == R_POSSESSIVE_REPEAT and code[next] != R_SUCCESS or \
                    op == R_REPEAT and code[next] != R_MAX_UNTIL and code[next] != R_MIN_UNTIL:
                bad()
            # inside a possessive repeat, its own SUCCESS is the end of the item
            check_block(code, i + 3, next, groups, -1)
            i = next + 1
        elif op == R_ATOMIC_GROUP:
            next = skip_from(code, i, 2, end)
            if code[next - 1] != R_SUCCESS:
                bad()
            check_block(code, i + 1, next - 1, groups, -1)
            i = next
        elif op == R_ASSERT or op == R_ASSERT_NOT:
            next = skip_from(code, i, 3, end)
            if code[i + 1] & 0x80000000 or code[next - 1] != R_SUCCESS:
                bad()
            check_block(code, i + 2, next - 1, groups, -1)
            i = next
        elif op == R_GROUPREF_EXISTS:
            i = check_conditional(code, i, end, groups)
        elif op == R_GROUPREF or op == R_GROUPREF_IGNORE or op == R_GROUPREF_UNI_IGNORE or op == R_GROUPREF_LOC_IGNORE:
            if i >= end or code[i] >= cython.cast(uint32_t, groups):
                bad()
            i += 1
        elif is_literal(op):
            if i >= end:
                bad()
            i += 1
        else:
            bad()
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def is_literal(op: uint32_t) -> cython.bint:
    return op == R_LITERAL or op == R_NOT_LITERAL or op == R_LITERAL_IGNORE or op == R_NOT_LITERAL_IGNORE or \
        op == R_LITERAL_UNI_IGNORE or op == R_NOT_LITERAL_UNI_IGNORE or op == R_LITERAL_LOC_IGNORE or \
        op == R_NOT_LITERAL_LOC_IGNORE


@cython.cfunc
@cython.exceptval(-1)
def check_one(code: CodeP, i: cython.int, end: cython.int) -> cython.int:
    """One instruction about a single character."""
    op: uint32_t = code[i]
    if op == R_ANY or op == R_ANY_ALL:
        i += 1
    elif op == R_IN or op == R_IN_IGNORE or op == R_IN_UNI_IGNORE or op == R_IN_LOC_IGNORE:
        check_set(code, i + 2, skip_from(code, i + 1, 2, end))
        i = i + 1 + code[i + 1]
    elif is_literal(op):
        i += 2
    else:
        bad()
    if i != end:
        bad()
    return 0


@cython.cfunc
@cython.exceptval(-1)
def check_branch(code: CodeP, i: cython.int, end: cython.int, groups: cython.int) -> cython.int:
    target: cython.int = -1
    next: cython.int
    jump: cython.int
    while i < end and code[i] != 0:
        next = skip_from(code, i, 3, end)
        if code[next - 2] != R_JUMP:
            bad()
        check_block(code, i + 1, next - 2, groups, -1)
        jump = skip_from(code, next - 1, 1, end)
        if target >= 0 and jump != target:
            bad()
        target = jump
        i = next
    if i >= end or target >= 0 and target < i + 1:
        bad()
    return i + 1


@cython.cfunc
@cython.exceptval(-1)
def check_conditional(code: CodeP, i: cython.int, end: cython.int, groups: cython.int) -> cython.int:
    if end - i < 2 or code[i] >= cython.cast(uint32_t, groups) or code[i + 1] < 2 or \
            code[i + 1] > cython.cast(uint32_t, end - i):
        bad()
    target: cython.int = i + code[i + 1]
    if check_block(code, i + 2, target, groups, target - 2):
        # there is a part for when the group is not set
        after: cython.int = skip_from(code, target - 1, 1, end)
        check_block(code, target, after, groups, -1)
        return after
    return target
