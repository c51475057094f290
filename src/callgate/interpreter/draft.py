"""What the linker finds out about logical instructions before it writes executable ones.

`decode` reads and checks the instructions and marks the boundaries, which nothing may be fused across (jump targets,
ends of exception ranges). `find_late` finds left operands of ``+ - *`` that the operation can fetch itself after the
right one was computed.
"""
import cython
from cython.cimports.callgate.core.capi import (
    CG_COMPACT, CG_IS_INT, CG_IS_STR, DECREF, INCREF, PyTuple_GET_ITEM, PyUnicode_InternInPlace, Ref, cg_int_value,
)
from cython.cimports.callgate.core.ops import *
from cython.cimports.libc.stdint import int32_t
from cython.cimports.libc.stdlib import calloc, free

from ..bytecode import opcodes as _opcodes


def _picture(stack: str) -> tuple[int, int] | None:
    """Items popped and pushed, where the stack picture alone says so."""
    if "[" in stack or "..." in stack:
        return None
    before, _, after = stack.partition("--")
    return len(before.split()), len(after.split())


def _fill_tables() -> None:
    kinds = {
        _opcodes.CONST: KIND_CONST, _opcodes.LOCAL: KIND_LOCAL, _opcodes.DEREF: KIND_DEREF,
        _opcodes.NAME: KIND_NAME, _opcodes.JUMP: KIND_JUMP,
    }
    for op in _opcodes.OPS:
        POPS[op.number], PUSHES[op.number] = _picture(op.stack) or (-1, -1)
        IS_TARGET[op.number] = op.operand == _opcodes.JUMP
        KIND[op.number] = kinds.get(op.operand, KIND_OTHER)
    for name in ("JUMP_BACK", "FOR_ITER_ST", "FAST_JUMP_IF_FALSE", "FAST_JUMP_IF_TRUE", "IS_JUMP"):
        IS_TARGET[_opcodes.EXECUTABLE[name]] = True
    for name in _opcodes.FUSED:
        if name.startswith("CMPJ_"):
            IS_TARGET[_opcodes.EXECUTABLE[name]] = True


_fill_tables()


# === what instructions do to the stack
@cython.cfunc
@cython.exceptval(check=False)
def _pops(o: cython.int, a: cython.int) -> cython.int:
    """Items taken, on the way to the next instruction; -1 not known."""
    if o == OP_BUILD_TUPLE or o == OP_BUILD_LIST or o == OP_BUILD_SET or o == OP_BUILD_STRING or o == OP_BUILD_SLICE:
        return a
    elif o == OP_BUILD_MAP:
        return 2 * a
    elif o == OP_FORMAT_VALUE:
        return 2 if a & 4 else 1
    elif (o == OP_LIST_APPEND or o == OP_SET_ADD or o == OP_LIST_EXTEND or o == OP_SET_UPDATE or o == OP_DICT_UPDATE
          or o == OP_DICT_MERGE or o == OP_UNPACK_SEQUENCE or o == OP_UNPACK_EX
          or o == OP_JUMP_IF_FALSE_OR_POP or o == OP_JUMP_IF_TRUE_OR_POP):
        return 1
    elif o == OP_MAP_ADD:
        return 2
    elif o == OP_CALL_FUNCTION or o == OP_CALL_FUNCTION_VAR or o == OP_CALL_FUNCTION_KW or o == OP_CALL_FUNCTION_VAR_KW:
        return 1 + (a & 255) + 2 * (a >> 8 & 255) + _stars(o)
    elif o == OP_MAKE_FUNCTION:
        return 1 + (a & 1) + (a >> 1 & 1) + (a >> 2 & 1) + (a >> 3 & 1)
    elif o == OP_RAISE_VARARGS:
        return a
    elif o == OP_COPY or o == OP_SWAP or o == OP_ROT_N:
        return 0
    return POPS[o]


@cython.cfunc
@cython.exceptval(check=False)
def _pushes(o: cython.int, a: cython.int) -> cython.int:
    if (o == OP_BUILD_TUPLE or o == OP_BUILD_LIST or o == OP_BUILD_SET or o == OP_BUILD_STRING or o == OP_BUILD_SLICE
            or o == OP_BUILD_MAP or o == OP_FORMAT_VALUE or o == OP_MAKE_FUNCTION or o == OP_COPY
            or o == OP_CALL_FUNCTION or o == OP_CALL_FUNCTION_VAR or o == OP_CALL_FUNCTION_KW
            or o == OP_CALL_FUNCTION_VAR_KW):
        return 1
    elif o == OP_UNPACK_SEQUENCE:
        return a
    elif o == OP_UNPACK_EX:
        return (a & 255) + 1 + (a >> 8 & 255)
    elif (OP_LIST_APPEND <= o <= OP_DICT_MERGE or o == OP_RAISE_VARARGS or o == OP_JUMP_IF_FALSE_OR_POP
          or o == OP_JUMP_IF_TRUE_OR_POP or o == OP_SWAP or o == OP_ROT_N):
        return 0
    return PUSHES[o]


@cython.cfunc
@cython.exceptval(check=False)
def _stars(o: cython.int) -> cython.int:
    """How many of ``*args``, ``**kwargs`` lie on top of a call's arguments."""
    return 0 if o == OP_CALL_FUNCTION else 2 if o == OP_CALL_FUNCTION_VAR_KW else 1


@cython.cfunc
def interned(names: tuple) -> tuple:
    """The same names, interned: a new tuple only when one was not."""
    i: cython.Py_ssize_t
    name: Ref
    changed: list = None
    for i in range(len(names)):
        name = PyTuple_GET_ITEM(cython.cast(Ref, names), i)
        if not CG_IS_STR(name):
            raise SystemError("code object: a name is no string")
        INCREF(name)
        PyUnicode_InternInPlace(cython.address(name))
        if name != PyTuple_GET_ITEM(cython.cast(Ref, names), i):
            if changed is None:
                changed = list(names)
            changed[i] = cython.cast(object, name)
        DECREF(name)
    return names if changed is None else tuple(changed)


# === pass 1
@cython.cfunc
@cython.exceptval(-1, check=False)
def decode(d: cython.pointer(Draft), instructions: tuple, limits: cython.pointer(int32_t)) -> cython.int:
    """Reads the instructions and marks jump targets. Returns bits: what the later passes may skip."""
    i: cython.int
    word: cython.long
    o: cython.int = OP_NOP
    a: cython.int
    kind: cython.int
    seen: cython.int = 0
    item: Ref
    for i in range(d.n):
        item = PyTuple_GET_ITEM(cython.cast(Ref, instructions), i)
        if not (CG_IS_INT(item) and CG_COMPACT(item)):
            raise SystemError(f"code object: instruction {i} is not valid")
        word = cg_int_value(item)
        o = word & 255
        a = word >> 8
        if word < 0 or o >= OP_JUMP_BACK:         # the first that only the linker writes
            raise SystemError(f"code object: instruction {i} is not valid")
        kind = KIND[o]
        if kind != KIND_OTHER and a >= limits[kind]:
            raise SystemError(f"code object: the operand of instruction {i} is out of range")
        if kind == KIND_JUMP:
            d.mark[a] |= MARK_BOUNDARY
        elif kind == KIND_LOCAL:
            if a == 0 and (o == OP_STORE_FAST or o == OP_DELETE_FAST):
                seen |= SEEN_FIRST_REBOUND
        elif o == OP_BINARY_OP:
            if (a & 15) <= 2:
                seen |= SEEN_ARITHMETIC
            elif (a & 15) > 12 or a > 31:
                raise SystemError(f"code object: the operand of instruction {i} is out of range")
        elif o == OP_DICT_MERGE or o == OP_LOAD_CLASSDEREF or o == OP_LOAD_FROM_DICT_OR_DEREF:
            seen |= SEEN_RARE
        d.op[i] = o
        d.arg[i] = a
    if d.n == 0 or not (o == OP_RETURN_VALUE or o == OP_JUMP or o == OP_RAISE_VARARGS or o == OP_RERAISE):
        raise SystemError("code object: the end can be passed")
    return seen


@cython.cfunc
@cython.exceptval(-1, check=False)
def mark_handlers(d: cython.pointer(Draft), handlers: tuple) -> cython.int:
    start: cython.int
    end: cython.int
    target: cython.int
    for handler in handlers:
        start, end, target = handler[0], handler[1], handler[2]
        if not (0 <= start <= end <= d.n and 0 <= target < d.n):
            raise SystemError("code object: an exception range is out of range")
        d.mark[start] |= MARK_BOUNDARY
        d.mark[end] |= MARK_BOUNDARY
        d.mark[target] |= MARK_BOUNDARY
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def mark_calls(d: cython.pointer(Draft), calls: tuple, consts: tuple, more: list) -> cython.int:
    """Method sites, and keyword names: those go into one constant, and their loads are dropped."""
    call: cython.int
    method: cython.int
    index: cython.int
    last: cython.int
    keywords: tuple
    names: list
    for site in calls:
        call = cython.cast(tuple, site)[0]
        method = cython.cast(tuple, site)[1]
        keywords = cython.cast(tuple, site)[2]
        if not (-1 <= method < call < d.n and OP_CALL_FUNCTION <= d.op[call] <= OP_CALL_FUNCTION_VAR_KW
                and len(keywords) == (d.arg[call] >> 8 & 255)):
            raise SystemError("code object: a call site is not valid")
        if method >= 0 and d.op[call] == OP_CALL_FUNCTION:
            if d.op[method] != OP_LOAD_ATTR:
                raise SystemError("code object: a call site is not valid")
            d.mark[method] |= MARK_METHOD
            d.mark[call] |= MARK_METHOD
        if keywords:
            names = []
            last = -1
            for item in keywords:
                index = item
                if not (last < index < call and d.op[index] == OP_LOAD_CONST) or type(consts[d.arg[index]]) is not str:
                    raise SystemError("code object: a call site is not valid")
                last = index
                names.append(consts[d.arg[index]])
                d.mark[index] |= MARK_DROPPED | MARK_NAME
            d.link[call] = cython.cast(int32_t, len(consts) + len(more) + 1)
            more.append(interned(tuple(names)))
    return 0


# === pass 2
@cython.cfunc
@cython.exceptval(check=False)
def find_late(d: cython.pointer(Draft), last_store: cython.pointer(int32_t)) -> cython.void:
    """Left operands that + - * may fetch themselves after the right one was computed.

    Follows who pushed what on the stack, within stretches without boundary or jump. The load must not be followed by
    a rebinding of the same local, and nothing but the operation may use what it pushed.
    """
    shadow: cython.int[64]
    sp: cython.int = 0
    i: cython.int
    k: cython.int
    o: cython.int
    a: cython.int
    left: cython.int
    right: cython.int
    for i in range(d.n):
        if d.mark[i] & MARK_BOUNDARY:
            sp = 0
        o = d.op[i]
        a = d.arg[i]
        if (o == OP_LOAD_FAST or o == OP_LOAD_CONST) and sp < 64:
            shadow[sp] = -1 if d.mark[i] & MARK_DROPPED else i
            sp += 1
        elif o == OP_BINARY_OP:
            right = shadow[sp - 1] if sp > 0 else -1
            left = shadow[sp - 2] if sp > 1 else -1
            if ((a & 15) <= 2 and left >= 0 and right < 0
                    and (d.op[left] == OP_LOAD_CONST or last_store[d.arg[left]] < left)):
                d.link[i] = left + 1
                d.mark[left] |= MARK_DROPPED
            sp = sp - 2 if sp > 2 else 0
            shadow[sp] = -1
            sp += 1
        elif (KIND[o] == KIND_JUMP or o == OP_RETURN_VALUE or o == OP_RAISE_VARARGS or o == OP_RERAISE
              or OP_DUP_TOP <= o <= OP_SWAP):
            sp = 0
        else:
            if o == OP_STORE_FAST or o == OP_DELETE_FAST:
                last_store[a] = i
            k = _pops(o, a)
            sp = sp - k if sp > k >= 0 else 0
            k = _pushes(o, a)
            if sp + k > 64 or k < 0:
                sp = 0
            else:
                while k > 0:
                    shadow[sp] = -1
                    sp += 1
                    k -= 1


@cython.cfunc
@cython.exceptval(-1, check=False)
def merged_names(d: cython.pointer(Draft), merge: cython.int) -> cython.int:
    """How many keyword names, dropped here, the call lies on whose ** dict this DICT_MERGE fills.

    The call is the first one that finds that dict on top. Depths of what comes after an unconditional jump are known
    from the forward jumps to it, all of which lie within the call's arguments.
    """
    depth: cython.int = 0
    i: cython.int
    o: cython.int
    a: cython.int
    known: cython.pointer(int32_t) = cython.cast(
        cython.pointer(int32_t), calloc(cython.cast(cython.size_t, d.n), cython.sizeof(int32_t)))
    if known == cython.NULL:
        raise MemoryError
    result: cython.int = -1
    i = merge + 1
    while i < d.n:
        o = d.op[i]
        a = d.arg[i]
        if (o == OP_CALL_FUNCTION_KW or o == OP_CALL_FUNCTION_VAR_KW) and depth == 0:
            result = a >> 8 & 255
            break
        if o == OP_FOR_ITER:
            known[a] = depth - 1
        elif o == OP_JUMP_IF_FALSE_OR_POP or o == OP_JUMP_IF_TRUE_OR_POP:
            known[a] = depth
        if _pops(o, a) < 0:
            break
        depth += _pushes(o, a) - _pops(o, a)
        if o == OP_JUMP or o == OP_POP_JUMP_IF_FALSE or o == OP_POP_JUMP_IF_TRUE:
            known[a] = depth
        i += 1
        if o == OP_JUMP or o == OP_RETURN_VALUE or o == OP_RAISE_VARARGS or o == OP_RERAISE:
            depth = known[i] if i < d.n else 0
        if depth < 0:
            break
    free(known)
    if result < 0:
        raise SystemError("code object: DICT_MERGE belongs to no call")
    return result
