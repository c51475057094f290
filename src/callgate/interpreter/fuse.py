"""The linker's last pass: writes executable instructions, which fetch their operands themselves.

A load is held back until its consumer is known: it becomes an operand, or one half of a double load, or is emitted as
it is. Fusing removes loads, stores and forward jumps only. What costs fuel (calls, backward jumps) stays one to one.
"""
import cython
from cython.cimports.callgate.core.capi import CgInstr
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.interpreter.draft import *
from cython.cimports.libc.stdint import int32_t


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _put(d: cython.pointer(Draft), o: cython.int, flags: cython.int, a: cython.int, b: cython.int, c: cython.int,
         origin: cython.int) -> cython.void:
    ins: cython.pointer(CgInstr) = d.ins + d.nins
    ins.op = o
    ins.d = flags
    ins.a = a
    ins.b = b
    ins.c = c
    d.origin[d.nins] = origin
    d.nins += 1


@cython.cfunc
@cython.exceptval(check=False)
def _flush(d: cython.pointer(Draft), keep: cython.int) -> cython.void:
    """Emits the loads held back, but for the last `keep` of them."""
    count: cython.int = d.npending - keep
    k: cython.int = 0
    x: cython.int
    y: cython.int
    while k < count:
        x = d.pending[k]
        if d.op[x] == OP_LOAD_FAST and k + 1 < count:
            y = d.pending[k + 1]
            _put(d, OP_LOAD_FAST2 if d.op[y] == OP_LOAD_FAST else OP_LOAD_FAST_CONST, 0, d.arg[x], d.arg[y], 0, x)
            k += 2
        else:
            _put(d, d.op[x], 0, d.arg[x], 0, 0, x)
            k += 1
    count = d.npending - k
    for x in range(count):
        d.pending[x] = d.pending[k + x]
    d.npending = count


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _take(d: cython.pointer(Draft)) -> cython.int:
    """The last load held back, as logical index."""
    d.npending -= 1
    return d.pending[d.npending]


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _last_is(d: cython.pointer(Draft), back: cython.int, o: cython.int) -> cython.bint:
    """Is the last load (back 1), the one before (2), a load of this kind?"""
    return d.npending >= back and d.op[d.pending[d.npending - back]] == o


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _follows(d: cython.pointer(Draft), i: cython.int, o: cython.int) -> cython.bint:
    """Is instruction i such a one, and reached from the one before only?"""
    return i < d.n and d.op[i] == o and not d.mark[i] & MARK_BOUNDARY


@cython.cfunc
@cython.exceptval(check=False)
def _jump_after(d: cython.pointer(Draft), i: cython.int, on_true: cython.pointer(cython.int)) -> cython.int:
    """The conditional jump that alone uses what instruction i pushes, perhaps through ``not``; or -1."""
    negated: cython.int = 0
    i += 1
    while _follows(d, i, OP_UNARY_OP) and d.arg[i] == UNARY_NOT:
        negated ^= 1
        i += 1
    if _follows(d, i, OP_POP_JUMP_IF_TRUE):
        on_true[0] = negated ^ 1
        return i
    if _follows(d, i, OP_POP_JUMP_IF_FALSE):
        on_true[0] = negated
        return i
    return -1


@cython.cfunc
@cython.exceptval(check=False)
def _operands(d: cython.pointer(Draft), a: cython.pointer(cython.int), b: cython.pointer(cython.int)) -> cython.int:
    """Takes the two operands of a binary operation as far as they are loads: MODE_..."""
    a[0] = b[0] = 0
    if d.npending == 0:
        return MODE_SS
    right_is_local: cython.bint = _last_is(d, 1, OP_LOAD_FAST)
    b[0] = d.arg[_take(d)]
    if _last_is(d, 1, OP_LOAD_FAST):
        a[0] = d.arg[_take(d)]
        return MODE_FF if right_is_local else MODE_FK
    if right_is_local and _last_is(d, 1, OP_LOAD_CONST):
        a[0] = d.arg[_take(d)]
        return MODE_KF
    return MODE_SF if right_is_local else MODE_SK


@cython.cfunc
@cython.exceptval(check=False)
def _leave_left(d: cython.pointer(Draft), mode: cython.int) -> cython.int:
    """For operations without a form that takes a constant on the left: that one is loaded after all."""
    if mode == MODE_KF:
        d.npending += 1                     # still at its place behind the others
        return MODE_SF
    return mode


@cython.cfunc
@cython.exceptval(check=False)
def _binary(d: cython.pointer(Draft), i: cython.int) -> cython.int:
    """BINARY_OP at i; returns the index of what comes next."""
    a: cython.int = 0
    b: cython.int = 0
    mode: cython.int
    operator: cython.int = d.arg[i]
    base: cython.int = operator & 15
    store: cython.bint
    if base > 2:
        mode = _leave_left(d, _operands(d, cython.address(a), cython.address(b)))
        _flush(d, 0)
        if mode == MODE_SS:
            _put(d, OP_BINARY_OP, operator, 0, 0, 0, i)
        elif mode == MODE_SF:
            _put(d, OP_BINARY_SF, operator, 0, b, 0, i)
        elif mode == MODE_SK:
            _put(d, OP_BINARY_SK, operator, 0, b, 0, i)
        elif mode == MODE_FF:
            _put(d, OP_BINARY_FF, operator, a, b, 0, i)
        else:
            _put(d, OP_BINARY_FK, operator, a, b, 0, i)
        return i + 1
    if d.link[i]:
        a = d.link[i] - 1
        mode = MODE_FS if d.op[a] == OP_LOAD_FAST else MODE_KS
        a = d.arg[a]
    else:
        mode = _operands(d, cython.address(a), cython.address(b))
    _flush(d, 0)
    store = _follows(d, i + 1, OP_STORE_FAST)
    base = (OP_ADD_SS if base == 0 else OP_SUB_SS if base == 1 else OP_MUL_SS) + 2 * mode
    if store:
        _put(d, base + 1, operator, a, b, d.arg[i + 1], i)
        return i + 2
    _put(d, base, operator, a, b, 0, i)
    return i + 1


@cython.cfunc
@cython.exceptval(check=False)
def _compare(d: cython.pointer(Draft), i: cython.int) -> cython.int:
    a: cython.int = 0
    b: cython.int = 0
    o: cython.int
    on_true: cython.int = 0
    mode: cython.int
    jump: cython.int = _jump_after(d, i, cython.address(on_true))
    if jump < 0:
        _flush(d, 0)
        _put(d, OP_COMPARE_OP, d.arg[i], 0, 0, 0, i)
        return i + 1
    mode = _leave_left(d, _operands(d, cython.address(a), cython.address(b)))
    o = (OP_CMPJ_SS if mode == MODE_SS else OP_CMPJ_SF if mode == MODE_SF else OP_CMPJ_SK if mode == MODE_SK
         else OP_CMPJ_FF if mode == MODE_FF else OP_CMPJ_FK)
    _flush(d, 0)
    _put(d, o, d.arg[i] | on_true << 3 | (16 if d.arg[jump] <= jump else 0), a, b, d.arg[jump], i)
    return jump + 1


@cython.cfunc
@cython.exceptval(check=False)
def _test_and_jump(d: cython.pointer(Draft), jump: cython.int, on_true: cython.bint, origin: cython.int) -> cython.int:
    """A conditional jump that pops what it tests."""
    x: cython.int
    backward: cython.int = 1 if d.arg[jump] <= jump else 0
    if _last_is(d, 1, OP_LOAD_FAST):
        x = d.arg[_take(d)]
        _flush(d, 0)
        _put(d, OP_FAST_JUMP_IF_TRUE if on_true else OP_FAST_JUMP_IF_FALSE, backward, x, 0, d.arg[jump], origin)
    else:
        _flush(d, 0)
        _put(d, OP_POP_JUMP_IF_TRUE if on_true else OP_POP_JUMP_IF_FALSE, backward, 0, 0, d.arg[jump], origin)
    return jump + 1


@cython.cfunc
@cython.exceptval(check=False)
def _subscript(d: cython.pointer(Draft), i: cython.int) -> cython.int:
    a: cython.int = 0
    b: cython.int = 0
    mode: cython.int = _leave_left(d, _operands(d, cython.address(a), cython.address(b)))
    _flush(d, 0)
    o: cython.int = (OP_BINARY_SUBSCR if mode == MODE_SS else OP_SUBSCR_SF if mode == MODE_SF else OP_SUBSCR_SK
                     if mode == MODE_SK else OP_SUBSCR_FF if mode == MODE_FF else OP_SUBSCR_FK)
    _put(d, o, 0, a, b, 0, i)
    return i + 1


@cython.cfunc
@cython.exceptval(check=False)
def _store_subscript(d: cython.pointer(Draft), i: cython.int) -> cython.int:
    o: cython.int = OP_STORE_SUBSCR
    a: cython.int = 0
    b: cython.int = 0
    if d.npending >= 2 and _last_is(d, 2, OP_LOAD_FAST):
        o = OP_STORE_SUBSCR_FF if _last_is(d, 1, OP_LOAD_FAST) else OP_STORE_SUBSCR_FK
        b = d.arg[_take(d)]
        a = d.arg[_take(d)]
    _flush(d, 0)
    _put(d, o, 0, a, b, 0, i)
    return i + 1


@cython.cfunc
@cython.exceptval(check=False)
def _attribute(d: cython.pointer(Draft), i: cython.int, on_stack: cython.int, on_local: cython.int) -> cython.int:
    a: cython.int = 0
    if on_local and _last_is(d, 1, OP_LOAD_FAST):
        a = d.arg[_take(d)]
        on_stack = on_local
    _flush(d, 0)
    _put(d, on_stack, 0, a, d.arg[i], d.ncaches, i)
    d.ncaches += 1
    return i + 1


@cython.cfunc
@cython.exceptval(check=False)
def _call(d: cython.pointer(Draft), i: cython.int) -> cython.int:
    positional: cython.int = d.arg[i] & 255
    keywords: cython.int = d.arg[i] >> 8 & 255
    method: cython.bint = d.mark[i] & MARK_METHOD
    o: cython.int = d.op[i]
    _flush(d, 0)
    if o != OP_CALL_FUNCTION:
        _put(d, OP_CALL_EX, (1 if o != OP_CALL_FUNCTION_KW else 0) | (2 if o != OP_CALL_FUNCTION_VAR else 0),
             positional + keywords, d.link[i] - 1, 0, i)
        return i + 1
    if keywords:
        _put(d, OP_CALL_METHOD_KW if method else OP_CALL_KW, 0, positional + keywords, d.link[i] - 1, d.ncaches, i)
    else:
        _put(d, OP_CALL_METHOD if method else OP_CALL, 0, positional, 0, d.ncaches, i)
    d.ncaches += 1
    return i + 1


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _global(d: cython.pointer(Draft), name: cython.int) -> cython.int:
    """Number of the global cell of a name."""
    if d.gcell[name] < 0:
        d.gcell[name] = d.ngcells
        d.ngcells += 1
    return d.gcell[name]


@cython.cfunc
@cython.exceptval(-1, check=False)
def emit(d: cython.pointer(Draft), cell_args: cython.pointer(int32_t), names_are_global: cython.bint) -> cython.int:
    i: cython.int = 0
    o: cython.int
    a: cython.int
    names: cython.int = 0
    on_true: cython.int = 0
    while i < d.n:
        if d.mark[i] & MARK_BOUNDARY:
            _flush(d, 0)
            d.where[i] = d.nins
            d.missing[i] = names
        o = d.op[i]
        a = d.arg[i]
        if d.mark[i] & MARK_DROPPED:
            if d.mark[i] & MARK_NAME:
                names += 1
            i += 1
            continue
        if o == OP_LOAD_FAST or o == OP_LOAD_CONST:
            if d.npending == 4:
                _flush(d, 2)
            d.pending[d.npending] = i
            d.npending += 1
            i += 1
        elif o == OP_NOP:
            i += 1
        elif o == OP_LOAD_GLOBAL or o == OP_LOAD_NAME:
            _flush(d, 0)
            if (o == OP_LOAD_GLOBAL and a == d.super_name and _follows(d, i + 1, OP_CALL_FUNCTION)
                    and d.arg[i + 1] == 0 and _follows(d, i + 2, OP_LOAD_ATTR) and d.mark[i + 2] & MARK_METHOD):
                _put(d, OP_SUPER_METHOD, d.class_free, 0, d.arg[i + 2], d.ncaches, i + 2)
                _put(d, OP_EXTEND, 0, _global(d, a), 0, 0, i + 2)
                d.ncaches += 1
                i += 3
            else:
                _put(d, OP_LOAD_GLOBAL if names_are_global else o, 0, _global(d, a), a, 0, i)
                i += 1
        elif o == OP_STORE_GLOBAL or o == OP_STORE_NAME:
            _flush(d, 0)
            _put(d, OP_STORE_GLOBAL if names_are_global else o, 0, _global(d, a), a, 0, i)
            i += 1
        elif o == OP_DELETE_GLOBAL or o == OP_DELETE_NAME:
            _flush(d, 0)
            _put(d, OP_DELETE_GLOBAL if names_are_global else o, 0, _global(d, a), a, 0, i)
            i += 1
        elif o == OP_LOAD_ATTR:
            if d.mark[i] & MARK_METHOD:
                i = _attribute(d, i, OP_LOAD_METHOD, OP_FAST_METHOD)
            else:
                i = _attribute(d, i, OP_LOAD_ATTR, OP_FAST_ATTR)
        elif o == OP_STORE_ATTR:
            i = _attribute(d, i, OP_STORE_ATTR, OP_FAST_STORE_ATTR)
        elif o == OP_DELETE_ATTR:
            i = _attribute(d, i, OP_DELETE_ATTR, 0)
        elif (o == OP_CALL_FUNCTION or o == OP_CALL_FUNCTION_VAR or o == OP_CALL_FUNCTION_KW
              or o == OP_CALL_FUNCTION_VAR_KW):
            if a >> 8:
                if d.link[i] == 0:
                    raise SystemError("code object: a call with keywords has no call site")
                names -= a >> 8 & 255
            i = _call(d, i)
        elif o == OP_BINARY_OP:
            i = _binary(d, i)
        elif o == OP_COMPARE_OP:
            i = _compare(d, i)
        elif o == OP_IS_OP:
            _flush(d, 0)
            skip = _jump_after(d, i, cython.address(on_true))
            if skip < 0:
                _put(d, o, 0, a, 0, 0, i)
                i += 1
            else:
                _put(d, OP_IS_JUMP, (1 if a else 0) | on_true << 3 | (16 if d.arg[skip] <= skip else 0), 0, 0,
                     d.arg[skip], i)
                i = skip + 1
        elif o == OP_UNARY_OP:
            skip = _jump_after(d, i, cython.address(on_true)) if a == UNARY_NOT else -1
            if skip < 0:
                _flush(d, 0)
                _put(d, o, a, 0, 0, 0, i)
                i += 1
            else:
                _test_and_jump(d, skip, not on_true, i)
                i = skip + 1
        elif o == OP_POP_JUMP_IF_FALSE or o == OP_POP_JUMP_IF_TRUE:
            i = _test_and_jump(d, i, o == OP_POP_JUMP_IF_TRUE, i)
        elif o == OP_JUMP:
            _flush(d, 0)
            if a <= i:
                _put(d, OP_JUMP_BACK, 1, 0, 0, a, i)
            else:
                _put(d, o, 0, 0, 0, a, i)
            i += 1
        elif o == OP_JUMP_IF_FALSE_OR_POP or o == OP_JUMP_IF_TRUE_OR_POP:
            _flush(d, 0)
            _put(d, o, 1 if a <= i else 0, 0, 0, a, i)
            i += 1
        elif o == OP_FOR_ITER:
            _flush(d, 0)
            if _follows(d, i + 1, OP_STORE_FAST):
                _put(d, OP_FOR_ITER_ST, 0, d.arg[i + 1], 0, a, i)
                i += 2
            else:
                _put(d, o, 0, 0, 0, a, i)
                i += 1
        elif o == OP_BINARY_SUBSCR:
            i = _subscript(d, i)
        elif o == OP_STORE_SUBSCR:
            i = _store_subscript(d, i)
        elif o == OP_RETURN_VALUE:
            if d.npending:
                on_true = _last_is(d, 1, OP_LOAD_FAST)
                a = d.arg[_take(d)]
                _flush(d, 0)
                _put(d, OP_RETURN_FAST if on_true else OP_RETURN_CONST, 0, a, 0, 0, i)
            else:
                _put(d, o, 0, 0, 0, 0, i)
            i += 1
        elif o == OP_LOAD_DEREF or o == OP_STORE_DEREF or o == OP_DELETE_DEREF:
            _flush(d, 0)
            if a < d.ncells:
                _put(d, OP_LOAD_CELL + 2 * (o - OP_LOAD_DEREF), 0, d.nvars + a, 0, 0, i)
            else:
                _put(d, OP_LOAD_FREE + 2 * (o - OP_LOAD_DEREF), 0, a - d.ncells, 0, 0, i)
            i += 1
        elif o == OP_LOAD_CLOSURE or o == OP_LOAD_CLASSDEREF or o == OP_LOAD_FROM_DICT_OR_DEREF:
            _flush(d, 0)
            if a < d.ncells:
                _put(d, o, 0, d.nvars + a, d.link[i], 0, i)
            else:
                _put(d, o, 1, a - d.ncells, d.link[i], 0, i)
            i += 1
        elif o == OP_MAKE_CELL:
            _flush(d, 0)
            if a >= d.ncells:
                raise SystemError("code object: MAKE_CELL of a free variable")
            _put(d, o, 0, d.nvars + a, cell_args[a], 0, i)
            i += 1
        elif o == OP_IMPORT_NAME or o == OP_IMPORT_FROM or o == OP_LOAD_FROM_DICT_OR_GLOBALS:
            _flush(d, 0)
            _put(d, o, 0, 0, a, 0, i)
            i += 1
        elif o == OP_DICT_MERGE:
            _flush(d, 0)
            _put(d, o, 0, a - d.link[i], 0, 0, i)
            i += 1
        else:
            _flush(d, 0)
            _put(d, o, 0, a, 0, 0, i)
            i += 1
    d.where[d.n] = d.nins
    return 0
