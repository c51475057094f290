"""Operators whose operands are no plain numbers.

Where a guest class defines the operator as a function, its frame is pushed above the operands (stackless, so it may be
paused); everything else is asked of core/operators.py. A frame that gives NotImplemented comes back through resolve_*.
"""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Instance, Object, Type
from cython.cimports.callgate.core.operators import (
    binary_op, both_sides, compare_op, get_iter, is_native, sequences, set_subscript, subscript, truth,
)
from cython.cimports.callgate.core.call import call2
from cython.cimports.callgate.core.cost import pay_bytes
from cython.cimports.cpython.unicode import PyUnicode_KIND
from cython.cimports.libc.stdint import uint64_t
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.type import is_subtype, lookup, lookup_special, type_name, type_of_raw
from cython.cimports.callgate.interpreter.calls import DONE, PUSHED, call_special_at
from cython.cimports.callgate.interpreter.awaiting import NOT_OURS, async_quick, await_step, awaiting_op
from cython.cimports.callgate.interpreter.cold import cold_op
from cython.cimports.callgate.interpreter.frames import complete_operator, end_truth
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import F_BINARY, F_COMPARE, F_DISCARD, F_ITER, F_LEN, F_NEXT, F_TRUTH
from cython.cimports.callgate.objects.function import Function
from cython.cimports.callgate.objects.iterators import make_iter
from cython.cimports.callgate.objects.native import NativeFunction

InstanceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Instance)))
NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))
FunctionT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Function)))

#: names of BINARY_OPS, plain, reflected and in place
_NAMES = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "matmul")
BINARY = cython.declare(list, [f"__{name}__" for name in _NAMES])
REFLECTED = cython.declare(list, [f"__r{name}__" for name in _NAMES])
INPLACE = cython.declare(list, [f"__i{name}__" for name in _NAMES])
#: by COMPARE_OPS mask
COMPARE = cython.declare(list, [None, "__lt__", "__eq__", "__le__", "__gt__", "__ne__", "__ge__"])
SWAPPED = cython.declare(list, [None, "__gt__", "__eq__", "__ge__", "__lt__", "__ne__", "__le__"])
COMPARE_SYMBOL = cython.declare(list, [None, "<", "==", "<=", ">", "!=", ">="])
S_GETITEM = cython.declare(str, "__getitem__")
S_SETITEM = cython.declare(str, "__setitem__")
S_BOOL = cython.declare(str, "__bool__")
S_LEN = cython.declare(str, "__len__")
S_CONTAINS = cython.declare(str, "__contains__")
S_ITER = cython.declare(str, "__iter__")
S_NEXT = cython.declare(str, "__next__")
LONGEST_STR = cython.declare(cython.Py_ssize_t, 1 << 24)


def operate(vm: VM, want: cython.int):
    ins: cython.pointer(CgInstr) = vm.fp.pc - 1
    status: cython.int
    if want == W_BINARY:
        return binary_at(vm, ins.d)
    elif want == W_COMPARE:
        return compare_at(vm, ins.d & 7)
    elif want == W_COLD:
        if OP_GET_AWAITABLE <= ins.op <= OP_ASYNC_GEN_WRAP:
            status = async_quick(vm, ins)
            if status != NOT_OURS:
                return status
            return cython.cast(raw_awaiting, cython.cast(cython.p_void, awaiting_op))(vm, ins.op, ins.a)
        if ins.op == OP_STORE_GLOBAL:
            status = store_known(vm, cython.cast(Function, vm.fp.func), vm.fp.cc.gcells[ins.a], vm.fp.cc.names[ins.b])
            if status != NOT_OURS:
                return status
        if ins.op == OP_YIELD_FROM:
            status = cython.cast(raw_vm, cython.cast(cython.p_void, await_step))(vm)
            if status != NOT_OURS:
                return status
        return cython.cast(raw_op, cython.cast(cython.p_void, cold_op))(vm, ins.op, ins)
    elif want == W_SUBSCR:
        return subscript_at(vm)
    elif want == W_STORE_SUBSCR:
        return store_subscript_at(vm)
    elif want == W_ITER:
        return iter_at(vm)
    elif want == W_TRUTH:
        return truth_at(vm, ins)
    return next_at(vm)


@cython.cfunc
@cython.exceptval(check=False)
def store_known(vm: VM, func: Function, cell: Ref, name: Ref) -> cython.int:
    """A global that is there already: its dict and its cell change together."""
    if func.globals_dict is not None or CG_GLOBAL_VALUE(cell)[0] == cython.NULL:
        return NOT_OURS
    vm.sp -= 1
    # the cell holds the old value until it is changed as well
    if PyDict_SetItem(cython.cast(Ref, func.globals), name, vm.sp[0]) < 0:
        DECREF(vm.sp[0])
        return -1
    cg_replace(CG_GLOBAL_VALUE(cell), vm.sp[0])
    return 1


@cython.cfunc
@cython.exceptval(check=False)
def pushed(vm: VM, status: cython.int) -> cython.int:
    """A pushed frame's status in terms of `operate`; what came without a frame is on top of the stack already."""
    return 1 if status == PUSHED or status == DONE else -1


@cython.cfunc
@cython.exceptval(check=False)
def drop2(vm: VM, value: Ref) -> cython.int:
    """The operator came to `value` (NULL: failed): drop both operands, put the value where the instruction wants it."""
    if value == cython.NULL:
        return -1
    vm.sp -= 2
    a: Ref = vm.sp[0]
    b: Ref = vm.sp[1]
    DECREF(a)
    DECREF(b)
    return complete_operator(vm, value)


def special_function(obj: Ref, name: str):
    if Py_TYPE(obj) != InstanceT:
        return cython.NULL
    found: Ref = lookup(cython.cast(Object, obj).type, name)
    if found != cython.NULL and Py_TYPE(found) == FunctionT:
        return found
    return cython.NULL


@cython.cfunc
@cython.exceptval(check=False)
def binary_at(vm: VM, which: cython.int) -> cython.int:
    a: Ref = vm.sp[-2]
    b: Ref = vm.sp[-1]
    plain: cython.int = which & 15
    found: Ref = cython.NULL
    status: cython.int
    value: Ref
    if Py_TYPE(a) == InstanceT:
        if which & 16:
            found = special_function(a, cython.cast(str, INPLACE[plain]))
        if found == cython.NULL and (which & 16 == 0 or lookup(cython.cast(Object, a).type, cython.cast(str, INPLACE[plain])) == cython.NULL):
            found = special_function(a, cython.cast(str, BINARY[plain]))
            if found != cython.NULL and Py_TYPE(b) == InstanceT and cython.cast(Object, a).type is not cython.cast(Object, b).type \
                    and is_subtype(cython.cast(Object, b).type, cython.cast(Object, a).type):
                found = cython.NULL              # a subclass may have the first word
        if found != cython.NULL:
            status = call_special_at(vm, vm.sp, found, cg_newref(a), cg_newref(b), cython.NULL, F_BINARY)
            return operator_status(vm, status)
    elif Py_TYPE(b) == InstanceT and (CG_IS_INT(a) or CG_IS_FLOAT(a) or PyList_CheckExact(a) or PyTuple_CheckExact(a)):
        if not (which & 16 and PyList_CheckExact(a)):
            found = special_function(b, cython.cast(str, REFLECTED[plain]))
            if found != cython.NULL:
                status = call_special_at(vm, vm.sp, found, cg_newref(b), cg_newref(a), cython.NULL, F_BINARY)
                return operator_status(vm, status)
    value = cython.cast(raw_binary, cython.cast(cython.p_void, binary_op))(which, a, b)
    return drop2(vm, value)


@cython.cfunc
@cython.exceptval(check=False)
def operator_status(vm: VM, status: cython.int) -> cython.int:
    """A special method that needed no frame has left its value above the operands: finish as its frame would."""
    value: Ref
    if status != DONE:
        return 1 if status == PUSHED else -1
    vm.sp -= 1
    value = vm.sp[0]
    if value == Py_NotImplemented:
        DECREF(value)
        if OP_CMPJ_SS <= vm.fp.pc[-1].op <= OP_CMPJ_FK or vm.fp.pc[-1].op == OP_COMPARE_OP:
            value = cython.cast(raw_vm_two, cython.cast(cython.p_void, resolve_compare))(vm, vm.sp[-2], vm.sp[-1])
        else:
            value = cython.cast(raw_vm_two, cython.cast(cython.p_void, resolve_binary))(vm, vm.sp[-2], vm.sp[-1])
    return drop2(vm, value)


def resolve_binary(vm: VM, a: object, b: object):
    """The first method gave NotImplemented: ask the other side, then sequences, else the TypeError."""
    which: cython.int = vm.fp.pc[-1].d
    plain: cython.int = which & 15
    if Py_TYPE(cython.cast(Ref, a)) == InstanceT:
        if which & 16 and lookup(cython.cast(Object, a).type, cython.cast(str, INPLACE[plain])) != cython.NULL:
            return both_sides(plain, True, a, b)
        if cython.cast(Object, a).type is not lookup_type(b):
            other = lookup_special(b, cython.cast(str, REFLECTED[plain]))
            if other is not None and not (plain == 2 and isinstance(b, (str, bytes, bytearray, list, tuple))):
                value = call2(other, b, a)
                if value is not NotImplemented:
                    return value
    return sequences(plain, which & 16 != 0, a, b)


@cython.cfunc
def lookup_type(value: object) -> object:
    if CG_IS_OBJECT(cython.cast(Ref, value)):
        return cython.cast(Object, value).type
    return None


@cython.cfunc
@cython.exceptval(check=False)
def compare_at(vm: VM, mask: cython.int) -> cython.int:
    a: Ref = vm.sp[-2]
    b: Ref = vm.sp[-1]
    found: Ref
    if Py_TYPE(a) == InstanceT:
        found = special_function(a, cython.cast(str, COMPARE[mask]))
        if found != cython.NULL and not (
            CG_IS_OBJECT(b) and cython.cast(Object, a).type is not cython.cast(Object, b).type
            and is_subtype(cython.cast(Object, b).type, cython.cast(Object, a).type)
        ):
            return operator_status(vm, call_special_at(vm, vm.sp, found, cg_newref(a), cg_newref(b), cython.NULL, F_COMPARE))
    return drop2(vm, cython.cast(raw_binary, cython.cast(cython.p_void, compare_op))(mask, a, b))


def resolve_compare(vm: VM, a: object, b: object):
    """The left side's method gave NotImplemented: ask the right one, else identity or the TypeError."""
    mask: cython.int = vm.fp.pc[-1].d & 7
    other = lookup_special(b, cython.cast(str, SWAPPED[mask]))
    if other is not None:
        value = call2(other, b, a)
        if value is not NotImplemented:
            return value
    if mask == 2:
        return a is b
    if mask == 5:
        return a is not b
    raise TypeError(f"'{COMPARE_SYMBOL[mask]}' not supported between instances of '{type_name(a)}' and '{type_name(b)}'")


@cython.cfunc
@cython.exceptval(check=False)
def subscript_at(vm: VM) -> cython.int:
    at: Refs = vm.sp - 2
    found: Ref = special_function(at[0], S_GETITEM)
    value: Ref
    if found != cython.NULL:
        return pushed(vm, call_special_at(vm, at, found, at[0], at[1], cython.NULL, 0))
    value = cython.cast(raw_two, cython.cast(cython.p_void, subscript))(at[0], at[1])
    if value == cython.NULL:
        return -1
    vm.sp = at + 1
    cg_replace(at, value)
    DECREF(at[1])
    return 1


@cython.cfunc
@cython.exceptval(check=False)
def store_subscript_at(vm: VM) -> cython.int:
    at: Refs = vm.sp - 3
    found: Ref = special_function(at[1], S_SETITEM)
    value: Ref = at[0]
    if found != cython.NULL:
        return pushed_discard(vm, call_special_at(vm, at, found, at[1], at[2], value, F_DISCARD))
    if cython.cast(raw_set, cython.cast(cython.p_void, set_subscript))(at[1], at[2], value) < 0:
        return -1
    while vm.sp > at:
        vm.sp -= 1
        DECREF(vm.sp[0])
    return 1


@cython.cfunc
@cython.exceptval(check=False)
def pushed_discard(vm: VM, status: cython.int) -> cython.int:
    if status == DONE:
        vm.sp -= 1
        DECREF(vm.sp[0])
        return 1
    return 1 if status == PUSHED else -1


@cython.cfunc
@cython.exceptval(check=False)
def iter_at(vm: VM) -> cython.int:
    at: Refs = vm.sp - 1
    found: Ref = special_function(at[0], S_ITER)
    value: Ref
    if found != cython.NULL:
        return pushed(vm, call_special_at(vm, at, found, at[0], cython.NULL, cython.NULL, F_ITER))
    if CG_HAS_LIST(at[0]) and ways_of(type_of_raw(at[0])) & ITERATES_AS_LIST:
        value = cython.cast(raw_one, cython.cast(cython.p_void, make_iter))(at[0])
    else:
        value = cython.cast(raw_one, cython.cast(cython.p_void, get_iter))(at[0])
    if value == cython.NULL:
        return -1
    cg_replace(at, value)
    return 1


@cython.cfunc
@cython.exceptval(check=False)
def next_at(vm: VM) -> cython.int:
    """FOR_ITER over an instance with a `__next__` of the guest's; StopIteration is met by the unwinder (F_NEXT)."""
    it: Ref = vm.sp[-1]
    found: Ref = special_function(it, S_NEXT)
    status: cython.int
    value: Ref
    if found == cython.NULL:
        return -2
    status = call_special_at(vm, vm.sp, found, cg_newref(it), cython.NULL, cython.NULL, F_NEXT)
    if status == DONE and vm.fp.pc[-1].op == OP_FOR_ITER_ST:
        vm.sp -= 1
        cg_replace(vm.fp.fast + vm.fp.pc[-1].a, vm.sp[0])
    return 1 if status == PUSHED or status == DONE else -1


# What is known of classes, by their versions.
NO_TRUTH = cython.declare(cython.int, 4)            # neither __bool__ nor __len__: always true
HOST_TRUTH = cython.declare(cython.int, 8)          # of what is no object of ours: the host's length says it
ITERATES_AS_LIST = cython.declare(cython.int, 2)    # of those that derive from list
_versions = cython.declare(uint64_t[32])
_ways = cython.declare(cython.int[32])


@cython.cfunc
@cython.exceptval(check=False)
def ways_of(known: Ref) -> cython.int:
    """0 of NULL as well: of no guest value, which the general path refuses."""
    cls: Type
    i: cython.int
    found: Ref
    if CG_UNLIKELY(known == cython.NULL):
        return 0
    cls = cython.cast(Type, known)
    i = cls.version & 31
    if CG_UNLIKELY(_versions[i] != cls.version):
        _versions[i] = cls.version
        found = lookup(cls, S_LEN)
        _ways[i] = 0
        if lookup(cls, S_BOOL) == cython.NULL:
            _ways[i] = NO_TRUTH if found == cython.NULL else HOST_TRUTH if is_native(cls, S_LEN, found) else 0
        found = lookup(cls, S_ITER)
        if found != cython.NULL and Py_TYPE(found) == NativeT:
            _ways[i] |= ITERATES_AS_LIST
    return _ways[i]


@cython.cfunc
@cython.exceptval(check=False)
def truth_at(vm: VM, ins: cython.pointer(CgInstr)) -> cython.int:
    a: Ref = vm.fp.fast[ins.a] if ins.op == OP_FAST_JUMP_IF_FALSE or ins.op == OP_FAST_JUMP_IF_TRUE else vm.sp[-1]
    flags: cython.long = F_TRUTH
    found: Ref
    st: cython.int
    if Py_TYPE(a) == InstanceT and ways_of(CG_TYPE(a)) & NO_TRUTH:
        return end_truth(vm, Py_True, F_TRUTH)
    found = special_function(a, S_BOOL)
    if found == cython.NULL and Py_TYPE(a) == InstanceT and lookup(cython.cast(Object, a).type, S_BOOL) == cython.NULL:
        found = special_function(a, S_LEN)
        flags = F_TRUTH | F_LEN
    if found != cython.NULL:
        return truth_status(vm, call_special_at(vm, vm.sp, found, cg_newref(a), cython.NULL, cython.NULL, flags), flags)
    if not CG_IS_OBJECT(a) and not CG_PLAIN(a) and ways_of(type_of_raw(a)) & HOST_TRUTH:
        st = PyObject_IsTrue(a)
        return -1 if st < 0 else end_truth(vm, Py_True if st else Py_False, F_TRUTH)
    st = cython.cast(raw_truth, cython.cast(cython.p_void, truth))(a)
    return -1 if st < 0 else end_truth(vm, Py_True if st else Py_False, F_TRUTH)


def contains_at(vm: VM):
    container: Ref = vm.sp[-1]
    found: Ref = special_function(container, S_CONTAINS)
    if found == cython.NULL:
        return -2
    return truth_status(
        vm, call_special_at(vm, vm.sp, found, cg_newref(container), cg_newref(vm.sp[-2]), cython.NULL, F_TRUTH), F_TRUTH)


@cython.cfunc
@cython.exceptval(check=False)
def truth_status(vm: VM, status: cython.int, flags: cython.long) -> cython.int:
    """A special method that needed no frame has left its value on top: finish as its frame would."""
    value: Ref
    if status != DONE:
        return 1 if status == PUSHED else -1
    vm.sp -= 1
    value = vm.sp[0]
    status = end_truth(vm, value, flags)
    DECREF(value)
    return status


def append_str(vm: VM, at: Refs, b: Ref):
    n: cython.Py_ssize_t
    if not CG_IS_STR(at[0]) or not CG_IS_STR(b):
        return 0
    n = PyUnicode_GET_LENGTH(at[0]) + PyUnicode_GET_LENGTH(b)
    if n > LONGEST_STR or n > vm.state.memory_limit:
        return 0
    vm.state.fuel -= PyUnicode_GET_LENGTH(b) >> 6
    INCREF(b)
    PyUnicode_Append(at, b)
    if at[0] == cython.NULL:
        at[0] = b       # no memory; the local, whose text is gone, stays bound
        return -1
    DECREF(b)
    return 1


def join_text(vm: VM, p: Refs, n: cython.Py_ssize_t):
    size: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(n):
        size += PyUnicode_GET_LENGTH(p[i])
    if size > 1024:
        for i in range(n):
            if PyUnicode_KIND(cython.cast(object, p[i])) > 1:
                size *= PyUnicode_KIND(cython.cast(object, p[i]))
                break
        if cython.cast(raw_pay, cython.cast(cython.p_void, pay_bytes))(size) < 0:
            return cython.NULL
    return cg_join(p, n)
