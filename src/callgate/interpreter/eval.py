"""The loop: a fancy dispatcher of opcodes (protocol.md A4).

One C ``switch`` over one value stack. What an instruction means stands in bytecode/opcodes.py, what its executable operands are in
docs/internals/object-model.md. The law of a handler: it says ``continue`` when it is done; one that cannot finish sets ``want`` to what
it needs, with its operands on the stack, or leaves it at W_ERROR with a host error or ``vm.pending`` set, and falls out of the switch into the
tail, the only place where frames, errors and everything slow meet. References are moved by hand; borrowed ones come from locals and
constants of the running frame only.
"""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Instance, Shape, Type
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.interpreter.calls import DONE, call_function, call_keywords, count_native, native_failed, slice_over
from cython.cimports.callgate.interpreter.frame_object import leave_frame
from cython.cimports.callgate.interpreter.frames import finish_frame, resume_generator, yield_value
from cython.cimports.callgate.interpreter.lookups import (
    C_CLASSMETHOD, C_PROPERTY, C_TYPE_VALUE, cached, load_attr, load_method, load_super, store_attr,
)
from cython.cimports.callgate.interpreter.match import quick_class, quick_keys, quick_kind
from cython.cimports.callgate.interpreter.operate import (
    W_BINARY, W_CALLED, W_COLD, W_COMPARE, W_ERROR, W_FAILED, W_FINISHED, W_ITER, W_NEXT, W_OPERATED, W_SLICE,
    W_STORE_SUBSCR, W_SUBSCR, W_TRUTH, append_str, join_text, operate,
)
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.stars import call_star
from cython.cimports.callgate.interpreter.unwind import unwind
from cython.cimports.callgate.interpreter.vm import F_CTOR, F_FOR_ITER, F_SEEN, F_YIELD_FROM, VM, set_eval
from cython.cimports.callgate.objects.function import Function, new_cell
from cython.cimports.callgate.objects.coroutine import Coroutine
from cython.cimports.callgate.objects.generator import GEN_CLOSED, GEN_CREATED, GEN_SUSPENDED, Generator, Resumable
from cython.cimports.callgate.objects.iterators import RangeIterator, SequenceIterator, drop_iterator, make_iter, sequence_item
from cython.cimports.callgate.objects.namespace import GlobalCell, Module, module_type
from cython.cimports.callgate.objects.native import FAST, FAST_KW, LOOP_LEN, NOARGS, ONE, NativeFunction
from cython.cimports.cpython.exc import PyErr_Occurred
from cython.cimports.libc.stdint import uint64_t, uintptr_t
from cython.cimports.libc.string import memcpy

FunctionT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Function)))
NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))
InstanceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Instance)))
TypeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Type)))
GeneratorT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)))
CoroutineT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Coroutine)))
RangeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, RangeIterator)))
SliceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, slice)))
SequenceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, SequenceIterator)))
ModuleT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Module)))
MODULE_P = cython.declare(Ref, cython.cast(Ref, module_type))
list_append = cython.declare(Ref, cython.NULL)


def set_list_append(function):
    """list.append is done in place by the loop."""
    global list_append
    INCREF(cython.cast(Ref, function))
    list_append = cython.cast(Ref, function)


cg_init_numbers()


@cython.cfunc
@cython.exceptval(check=False)
def eval_frame(vm: VM) -> Ref:
    """Run vm.fp until the frame marked F_ENTRY is left; its value (owned), or NULL with vm.pending or a host error set."""
    fp: cython.pointer(CgFrame) = vm.fp
    cc: cython.pointer(CgExec) = fp.cc
    pc: cython.pointer(CgInstr) = fp.pc
    fast: Refs = fp.fast
    sp: Refs = vm.sp
    consts: Refs = cc.consts
    p: Refs
    ret: Refs
    a: Ref
    b: Ref
    r: Ref
    fo: Ref
    cc2: cython.pointer(CgExec)
    ic: cython.pointer(CgCache)
    op: cython.int
    n: cython.int
    i: cython.int
    st: cython.int
    want: cython.int = W_ERROR
    x: cython.long
    y: cython.long
    while True:
        op = pc.op
        pc += 1
        CG_EXECUTED(op)
        CG_CHECK("stack above the locals", sp >= fast + cc.nlocals)
        CG_CHECK("stack within the frame", sp <= fast + cc.framesize)
        # one simple condition each: Cython works out `and` before the macro, in the release build too
        CG_CHECK("no error left over", not PyErr_Pending())
        CG_CHECK("no exception left over", vm.pending == cython.NULL)
        CG_CHECK("the machine's frame runs", vm.fp == fp)
        # === names
        if op == OP_LOAD_FAST:
            a = fast[pc[-1].a]
            INCREF(a)
            sp[0] = a
            sp += 1
            continue
        elif op == OP_LOAD_FAST_CHECK:
            a = fast[pc[-1].a]
            if CG_LIKELY(a != cython.NULL):
                INCREF(a)
                sp[0] = a
                sp += 1
                continue
            want = W_COLD
        elif op == OP_LOAD_CONST:
            a = consts[pc[-1].a]
            INCREF(a)
            sp[0] = a
            sp += 1
            continue
        elif op == OP_STORE_FAST:
            sp -= 1
            cg_put(fast + pc[-1].a, sp[0])
            continue
        elif op == OP_LOAD_FAST2:
            cg_push2(sp, fast[pc[-1].a], fast[pc[-1].b])
            sp += 2
            continue
        elif op == OP_LOAD_FAST_CONST:
            cg_push2(sp, fast[pc[-1].a], consts[pc[-1].b])
            sp += 2
            continue
        elif op == OP_POP_TOP:
            sp -= 1
            cg_drop(sp[0])
            continue
        elif op == OP_LOAD_GLOBAL:
            b = cc.gcells[pc[-1].a]
            a = CG_GLOBAL_VALUE(b)[0]
            if CG_LIKELY(a != cython.NULL):
                INCREF(a)
                sp[0] = a
                sp += 1
                continue
            b = cython.cast(Ref, cython.cast(GlobalCell, b).builtin)
            if CG_LIKELY(b != Py_None):
                a = CG_GLOBAL_VALUE(b)[0]
                if CG_LIKELY(a != cython.NULL):
                    INCREF(a)
                    sp[0] = a
                    sp += 1
                    continue
            want = W_COLD
        elif op == OP_LOAD_CELL or op == OP_LOAD_FREE:
            b = fast[pc[-1].a] if op == OP_LOAD_CELL else \
                PyTuple_GET_ITEM(cython.cast(Ref, cython.cast(Function, fp.func).closure), pc[-1].a)
            a = CG_CELL_VALUE(b)[0]
            if CG_LIKELY(a != cython.NULL):
                INCREF(a)
                sp[0] = a
                sp += 1
                continue
            want = W_COLD
        elif op == OP_STORE_CELL or op == OP_STORE_FREE:
            sp -= 1
            b = fast[pc[-1].a] if op == OP_STORE_CELL else \
                PyTuple_GET_ITEM(cython.cast(Ref, cython.cast(Function, fp.func).closure), pc[-1].a)
            cg_replace(CG_CELL_VALUE(b), sp[0])
            continue
        elif op == OP_MAKE_CELL:
            a = cython.cast(raw_none, cython.cast(cython.p_void, new_cell))()
            if CG_LIKELY(a != cython.NULL):
                if pc[-1].b >= 0:
                    CG_CELL_VALUE(a)[0] = fast[pc[-1].b]
                    fast[pc[-1].b] = cython.NULL
                cg_replace(fast + pc[-1].a, a)
                continue
        # === arithmetic
        elif op == OP_ADD_SS:
            r = cg_add_own(sp[-2], sp[-1])
            if CG_LIKELY(r != cython.NULL):
                cg_drop(sp[-1])
                sp -= 1
                sp[-1] = r
                continue
            want = W_BINARY
        elif op == OP_ADD_SS_ST:
            r = cg_add_own(sp[-2], sp[-1])
            if CG_LIKELY(r != cython.NULL):
                cg_drop(sp[-1])
                sp -= 2
                cg_put(fast + pc[-1].c, r)
                continue
            want = W_BINARY
        elif op == OP_ADD_SF or op == OP_ADD_SK:
            b = (fast if op == OP_ADD_SF else consts)[pc[-1].b]
            r = cg_add_own(sp[-1], b)
            if CG_LIKELY(r != cython.NULL):
                sp[-1] = r
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_ADD_SF_ST or op == OP_ADD_SK_ST:
            b = (fast if op == OP_ADD_SF_ST else consts)[pc[-1].b]
            r = cg_add_own(sp[-1], b)
            if CG_LIKELY(r != cython.NULL):
                sp -= 1
                cg_put(fast + pc[-1].c, r)
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_ADD_FS or op == OP_ADD_KS:
            a = (fast if op == OP_ADD_FS else consts)[pc[-1].a]
            r = cg_add_rev(a, sp[-1])
            if CG_LIKELY(r != cython.NULL):
                sp[-1] = r
                continue
            sp[0] = sp[-1]
            sp[-1] = cg_newref(a)
            sp += 1
            want = W_BINARY
        elif op == OP_ADD_FS_ST or op == OP_ADD_KS_ST:
            a = (fast if op == OP_ADD_FS_ST else consts)[pc[-1].a]
            r = cg_add_rev(a, sp[-1])
            if CG_LIKELY(r != cython.NULL):
                sp -= 1
                cg_put(fast + pc[-1].c, r)
                continue
            sp[0] = sp[-1]
            sp[-1] = cg_newref(a)
            sp += 1
            want = W_BINARY
        elif op == OP_ADD_KF:
            a = consts[pc[-1].a]
            b = fast[pc[-1].b]
            r = cg_add(a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_ADD_FF or op == OP_ADD_FK:
            a = fast[pc[-1].a]
            b = (fast if op == OP_ADD_FF else consts)[pc[-1].b]
            r = cg_add(a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_ADD_KF_ST:
            r = cg_add(consts[pc[-1].a], fast[pc[-1].b])
            if CG_LIKELY(r != cython.NULL):
                cg_put(fast + pc[-1].c, r)
                continue
            cg_push2(sp, consts[pc[-1].a], fast[pc[-1].b])
            sp += 2
            want = W_BINARY
        elif op == OP_ADD_FF_ST or op == OP_ADD_FK_ST:
            b = (fast if op == OP_ADD_FF_ST else consts)[pc[-1].b]
            if pc[-1].a == pc[-1].c:
                r = cg_add_own(fast[pc[-1].a], b)
                if CG_LIKELY(r != cython.NULL):
                    fast[pc[-1].a] = r
                    continue
                st = append_str(vm, fast + pc[-1].c, b)
                if st == 1:
                    continue
                want = W_FAILED if st < 0 else W_ERROR
            else:
                r = cg_add(fast[pc[-1].a], b)
                if CG_LIKELY(r != cython.NULL):
                    cg_put(fast + pc[-1].c, r)
                    continue
            if want == W_ERROR:
                cg_push2(sp, fast[pc[-1].a], b)
                sp += 2
                want = W_BINARY
        elif op == OP_SUB_SS:
            r = cg_sub_own(sp[-2], sp[-1])
            if CG_LIKELY(r != cython.NULL):
                cg_drop(sp[-1])
                sp -= 1
                sp[-1] = r
                continue
            want = W_BINARY
        elif op == OP_SUB_SS_ST:
            r = cg_sub_own(sp[-2], sp[-1])
            if CG_LIKELY(r != cython.NULL):
                cg_drop(sp[-1])
                sp -= 2
                cg_put(fast + pc[-1].c, r)
                continue
            want = W_BINARY
        elif op == OP_SUB_SF or op == OP_SUB_SK:
            b = (fast if op == OP_SUB_SF else consts)[pc[-1].b]
            r = cg_sub_own(sp[-1], b)
            if CG_LIKELY(r != cython.NULL):
                sp[-1] = r
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_SUB_SF_ST or op == OP_SUB_SK_ST:
            b = (fast if op == OP_SUB_SF_ST else consts)[pc[-1].b]
            r = cg_sub_own(sp[-1], b)
            if CG_LIKELY(r != cython.NULL):
                sp -= 1
                cg_put(fast + pc[-1].c, r)
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_SUB_FS or op == OP_SUB_KS:
            a = (fast if op == OP_SUB_FS else consts)[pc[-1].a]
            r = cg_sub_rev(a, sp[-1])
            if CG_LIKELY(r != cython.NULL):
                sp[-1] = r
                continue
            sp[0] = sp[-1]
            sp[-1] = cg_newref(a)
            sp += 1
            want = W_BINARY
        elif op == OP_SUB_FS_ST or op == OP_SUB_KS_ST:
            a = (fast if op == OP_SUB_FS_ST else consts)[pc[-1].a]
            r = cg_sub_rev(a, sp[-1])
            if CG_LIKELY(r != cython.NULL):
                sp -= 1
                cg_put(fast + pc[-1].c, r)
                continue
            sp[0] = sp[-1]
            sp[-1] = cg_newref(a)
            sp += 1
            want = W_BINARY
        elif op == OP_SUB_KF:
            a = consts[pc[-1].a]
            b = fast[pc[-1].b]
            r = cg_sub(a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_SUB_FF or op == OP_SUB_FK:
            a = fast[pc[-1].a]
            b = (fast if op == OP_SUB_FF else consts)[pc[-1].b]
            r = cg_sub(a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_SUB_KF_ST:
            r = cg_sub(consts[pc[-1].a], fast[pc[-1].b])
            if CG_LIKELY(r != cython.NULL):
                cg_put(fast + pc[-1].c, r)
                continue
            cg_push2(sp, consts[pc[-1].a], fast[pc[-1].b])
            sp += 2
            want = W_BINARY
        elif op == OP_SUB_FF_ST or op == OP_SUB_FK_ST:
            b = (fast if op == OP_SUB_FF_ST else consts)[pc[-1].b]
            if pc[-1].a == pc[-1].c:
                r = cg_sub_own(fast[pc[-1].a], b)
                if CG_LIKELY(r != cython.NULL):
                    fast[pc[-1].a] = r
                    continue
            else:
                r = cg_sub(fast[pc[-1].a], b)
                if CG_LIKELY(r != cython.NULL):
                    cg_put(fast + pc[-1].c, r)
                    continue
            cg_push2(sp, fast[pc[-1].a], b)
            sp += 2
            want = W_BINARY
        elif op == OP_MUL_SS:
            r = cg_mul_own(sp[-2], sp[-1])
            if CG_LIKELY(r != cython.NULL):
                cg_drop(sp[-1])
                sp -= 1
                sp[-1] = r
                continue
            want = W_BINARY
        elif op == OP_MUL_SS_ST:
            r = cg_mul_own(sp[-2], sp[-1])
            if CG_LIKELY(r != cython.NULL):
                cg_drop(sp[-1])
                sp -= 2
                cg_put(fast + pc[-1].c, r)
                continue
            want = W_BINARY
        elif op == OP_MUL_SF or op == OP_MUL_SK:
            b = (fast if op == OP_MUL_SF else consts)[pc[-1].b]
            r = cg_mul_own(sp[-1], b)
            if CG_LIKELY(r != cython.NULL):
                sp[-1] = r
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_MUL_SF_ST or op == OP_MUL_SK_ST:
            b = (fast if op == OP_MUL_SF_ST else consts)[pc[-1].b]
            r = cg_mul_own(sp[-1], b)
            if CG_LIKELY(r != cython.NULL):
                sp -= 1
                cg_put(fast + pc[-1].c, r)
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_MUL_FS or op == OP_MUL_KS:
            a = (fast if op == OP_MUL_FS else consts)[pc[-1].a]
            r = cg_mul_rev(a, sp[-1])
            if CG_LIKELY(r != cython.NULL):
                sp[-1] = r
                continue
            sp[0] = sp[-1]
            sp[-1] = cg_newref(a)
            sp += 1
            want = W_BINARY
        elif op == OP_MUL_FS_ST or op == OP_MUL_KS_ST:
            a = (fast if op == OP_MUL_FS_ST else consts)[pc[-1].a]
            r = cg_mul_rev(a, sp[-1])
            if CG_LIKELY(r != cython.NULL):
                sp -= 1
                cg_put(fast + pc[-1].c, r)
                continue
            sp[0] = sp[-1]
            sp[-1] = cg_newref(a)
            sp += 1
            want = W_BINARY
        elif op == OP_MUL_KF:
            a = consts[pc[-1].a]
            b = fast[pc[-1].b]
            r = cg_mul(a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_MUL_FF or op == OP_MUL_FK:
            a = fast[pc[-1].a]
            b = (fast if op == OP_MUL_FF else consts)[pc[-1].b]
            r = cg_mul(a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_MUL_KF_ST:
            r = cg_mul(consts[pc[-1].a], fast[pc[-1].b])
            if CG_LIKELY(r != cython.NULL):
                cg_put(fast + pc[-1].c, r)
                continue
            cg_push2(sp, consts[pc[-1].a], fast[pc[-1].b])
            sp += 2
            want = W_BINARY
        elif op == OP_MUL_FF_ST or op == OP_MUL_FK_ST:
            b = (fast if op == OP_MUL_FF_ST else consts)[pc[-1].b]
            if pc[-1].a == pc[-1].c:
                r = cg_mul_own(fast[pc[-1].a], b)
                if CG_LIKELY(r != cython.NULL):
                    fast[pc[-1].a] = r
                    continue
            else:
                r = cg_mul(fast[pc[-1].a], b)
                if CG_LIKELY(r != cython.NULL):
                    cg_put(fast + pc[-1].c, r)
                    continue
            cg_push2(sp, fast[pc[-1].a], b)
            sp += 2
            want = W_BINARY
        elif op == OP_BINARY_OP:
            a = sp[-2]
            b = sp[-1]
            r = cg_binary(pc[-1].d & 15, a, b)
            if CG_LIKELY(r != cython.NULL):
                cg_drop(a)
                cg_drop(b)
                sp -= 1
                sp[-1] = r
                continue
            want = W_BINARY
        elif op == OP_BINARY_FF or op == OP_BINARY_FK:
            a = fast[pc[-1].a]
            b = (fast if op == OP_BINARY_FF else consts)[pc[-1].b]
            r = cg_binary(pc[-1].d & 15, a, b)
            if CG_LIKELY(r != cython.NULL):
                sp[0] = r
                sp += 1
                continue
            cg_push2(sp, a, b)
            sp += 2
            want = W_BINARY
        elif op == OP_BINARY_SF or op == OP_BINARY_SK:
            a = sp[-1]
            b = (fast if op == OP_BINARY_SF else consts)[pc[-1].b]
            r = cg_binary(pc[-1].d & 15, a, b)
            if CG_LIKELY(r != cython.NULL):
                cg_drop(a)
                sp[-1] = r
                continue
            sp[0] = cg_newref(b)
            sp += 1
            want = W_BINARY
        elif op == OP_COMPARE_OP:
            a = sp[-2]
            b = sp[-1]
            st = cg_compare(pc[-1].d, a, b)
            if CG_LIKELY(st >= 0):
                r = Py_True if st else Py_False
                INCREF(r)
                DECREF(a)
                DECREF(b)
                sp -= 1
                sp[-1] = r
                continue
            want = W_COMPARE
        elif op == OP_CMPJ_SS:
            a = sp[-2]
            b = sp[-1]
            st = cg_compare(pc[-1].d & 7, a, b)
            if CG_LIKELY(st >= 0):
                sp -= 2
                cg_drop(b)
                cg_drop(a)
                if st != (pc[-1].d >> 3) & 1:
                    continue
                vm.state.fuel -= pc[-1].d >> 4
                pc = cc.ins + pc[-1].c
                if CG_LIKELY(vm.state.fuel >= 0):
                    continue
                want = W_SLICE
            else:
                want = W_COMPARE
        elif op == OP_CMPJ_SF or op == OP_CMPJ_SK:
            a = sp[-1]
            b = (fast if op == OP_CMPJ_SF else consts)[pc[-1].b]
            st = cg_compare(pc[-1].d & 7, a, b)
            if CG_LIKELY(st >= 0):
                sp -= 1
                cg_drop(a)
                if st != (pc[-1].d >> 3) & 1:
                    continue
                vm.state.fuel -= pc[-1].d >> 4
                pc = cc.ins + pc[-1].c
                if CG_LIKELY(vm.state.fuel >= 0):
                    continue
                want = W_SLICE
            else:
                sp[0] = cg_newref(b)
                sp += 1
                want = W_COMPARE
        elif op == OP_CMPJ_FF or op == OP_CMPJ_FK:
            a = fast[pc[-1].a]
            b = (fast if op == OP_CMPJ_FF else consts)[pc[-1].b]
            st = cg_compare(pc[-1].d & 7, a, b)
            if CG_LIKELY(st >= 0):
                if st != (pc[-1].d >> 3) & 1:
                    continue
                vm.state.fuel -= pc[-1].d >> 4
                pc = cc.ins + pc[-1].c
                if CG_LIKELY(vm.state.fuel >= 0):
                    continue
                want = W_SLICE
            else:
                cg_push2(sp, a, b)
                sp += 2
                want = W_COMPARE
        elif op == OP_CONTAINS_OP:
            a = sp[-1]
            b = sp[-2]
            st = -1
            if CG_IS_STR(b) or CG_IS_INT(b):
                fp.pc = pc
                vm.sp = sp
                if PyDict_CheckExact(a):
                    st = PyDict_Contains(a, b)
                elif Py_TYPE(a) == cython.address(PySet_Type):
                    st = PySet_Contains(a, b)
            if CG_LIKELY(st >= 0):
                r = Py_True if st != pc[-1].a else Py_False
                INCREF(r)
                DECREF(a)
                DECREF(b)
                sp -= 1
                sp[-1] = r
                continue
            want = W_FAILED if PyErr_Pending() else W_COLD
        elif op == OP_IS_OP:
            a = sp[-2]
            b = sp[-1]
            sp -= 1
            r = Py_True if (a == b) != pc[-1].a else Py_False
            INCREF(r)
            sp[-1] = r
            DECREF(a)
            DECREF(b)
            continue
        elif op == OP_IS_JUMP:
            a = sp[-2]
            b = sp[-1]
            sp -= 2
            st = (a == b) != (pc[-1].d & 1)
            DECREF(a)
            DECREF(b)
            if st != (pc[-1].d >> 3) & 1:
                continue
            vm.state.fuel -= pc[-1].d >> 4
            pc = cc.ins + pc[-1].c
            if CG_LIKELY(vm.state.fuel >= 0):
                continue
            want = W_SLICE
        # === jumps
        elif op == OP_JUMP:
            pc = cc.ins + pc[-1].c
            continue
        elif op == OP_JUMP_BACK:
            vm.state.fuel -= 1
            pc = cc.ins + pc[-1].c
            if CG_LIKELY(vm.state.fuel >= 0):
                continue
            want = W_SLICE
        elif op == OP_POP_JUMP_IF_FALSE or op == OP_POP_JUMP_IF_TRUE:
            a = sp[-1]
            st = cg_truth(a)
            want = W_TRUTH
            if CG_LIKELY(st >= 0):
                want = W_ERROR
                sp -= 1
                DECREF(a)
                if st != (op == OP_POP_JUMP_IF_TRUE):
                    continue
                vm.state.fuel -= pc[-1].d
                pc = cc.ins + pc[-1].c
                if CG_LIKELY(vm.state.fuel >= 0):
                    continue
                want = W_SLICE
        elif op == OP_FAST_JUMP_IF_FALSE or op == OP_FAST_JUMP_IF_TRUE:
            st = cg_truth(fast[pc[-1].a])
            want = W_TRUTH
            if CG_LIKELY(st >= 0):
                want = W_ERROR
                if st != (op == OP_FAST_JUMP_IF_TRUE):
                    continue
                vm.state.fuel -= pc[-1].d
                pc = cc.ins + pc[-1].c
                if CG_LIKELY(vm.state.fuel >= 0):
                    continue
                want = W_SLICE
        elif op == OP_JUMP_IF_FALSE_OR_POP or op == OP_JUMP_IF_TRUE_OR_POP:
            a = sp[-1]
            st = cg_truth(a)
            want = W_TRUTH
            if CG_LIKELY(st >= 0):
                want = W_ERROR
                if st == (op == OP_JUMP_IF_TRUE_OR_POP):
                    pc = cc.ins + pc[-1].c
                else:
                    sp -= 1
                    DECREF(a)
                continue
        # === calls
        elif op == OP_CALL:
            n = pc[-1].a
            ret = sp - n - 1
            fo = ret[0]
            if Py_TYPE(fo) == FunctionT:
                cc2 = cython.cast(Function, fo).cc
                if CG_LIKELY(cc2.simple_argc == n and vm.state.fuel > 0 and fp + 1 < vm.frames_end and sp + cc2.framesize < vm.stack_end):
                    vm.state.fuel -= 1
                    cc2.calls += 1
                    fp.pc = pc
                    fp += 1
                    vm.fp = fp
                    fp.func = fo
                    fp.cc = cc = cc2
                    fp.fast = fast = ret + 1
                    fp.ret = ret
                    fp.flags = 0
                    fp.pc = pc = cc.ins
                    consts = cc.consts
                    p = fast + cc.nlocals
                    while sp < p:
                        sp[0] = cython.NULL
                        sp += 1
                    continue
            elif Py_TYPE(fo) == NativeT and vm.state.fuel > 0:
                i = cython.cast(NativeFunction, fo).kind
                if not cython.cast(NativeFunction, fo).is_bound and not cython.cast(NativeFunction, fo).is_method \
                        and ((i == ONE and n == 1) or i == FAST or i == FAST_KW) \
                        and (cython.cast(NativeFunction, fo).special == 0 or Py_TYPE(sp[-1]) != InstanceT):
                    vm.state.fuel -= 1
                    count_native(vm, cc, cython.cast(NativeFunction, fo).number)
                    fp.pc = pc
                    if i == ONE:
                        x = cg_plain_size(sp[-1]) if cython.cast(NativeFunction, fo).special == LOOP_LEN else -1
                        if x >= 0:
                            r = cg_int(x)
                        else:
                            r = CG_CALL_O(cython.cast(NativeFunction, fo).meth, cython.cast(NativeFunction, fo).mself, sp[-1])
                    elif i == FAST:
                        r = CG_CALL_FAST(cython.cast(NativeFunction, fo).meth, cython.cast(NativeFunction, fo).mself, ret + 1, n)
                    else:
                        r = CG_CALL_FAST_KW(cython.cast(NativeFunction, fo).meth, cython.cast(NativeFunction, fo).mself, ret + 1, n, cython.NULL)
                    if CG_LIKELY(r != cython.NULL):
                        while sp > ret:
                            sp -= 1
                            DECREF(sp[0])
                        sp[0] = r
                        sp += 1
                        continue
                    native_failed(vm, ret + 1, n)
                    want = W_FAILED
            if want == W_ERROR:
                fp.pc = pc
                vm.sp = sp
                st = call_function(vm, ret, ret + 1, n, cython.NULL, 0)
                want = W_CALLED
        elif op == OP_CALL_METHOD:
            n = pc[-1].a
            ret = sp - n - 2
            fo = ret[0]
            if fo != cython.NULL:
                if Py_TYPE(fo) == FunctionT:
                    cc2 = cython.cast(Function, fo).cc
                    if CG_LIKELY(cc2.simple_argc == n + 1 and vm.state.fuel > 0 and fp + 1 < vm.frames_end and sp + cc2.framesize < vm.stack_end):
                        vm.state.fuel -= 1
                        cc2.calls += 1
                        fp.pc = pc
                        fp += 1
                        vm.fp = fp
                        fp.func = fo
                        fp.cc = cc = cc2
                        fp.fast = fast = ret + 1
                        fp.ret = ret
                        fp.flags = 0
                        fp.pc = pc = cc.ins
                        consts = cc.consts
                        p = fast + cc.nlocals
                        while sp < p:
                            sp[0] = cython.NULL
                            sp += 1
                        continue
                elif Py_TYPE(fo) == NativeT and vm.state.fuel > 0:
                    # LOAD_METHOD has made sure that self is of the native's type
                    if fo == list_append and n == 1 and CG_HAS_LIST(ret[1]):
                        vm.state.fuel -= 1
                        count_native(vm, cc, cython.cast(NativeFunction, fo).number)
                        fp.pc = pc
                        if CG_LIKELY(cg_list_append(ret[1], sp[-1]) == 0):
                            DECREF(ret[1])
                            DECREF(fo)
                            if pc.op == OP_POP_TOP:
                                pc += 1
                                sp = ret
                                continue
                            INCREF(Py_None)
                            ret[0] = Py_None
                            sp = ret + 1
                            continue
                        want = W_FAILED
                    i = cython.cast(NativeFunction, fo).kind
                    if want == W_ERROR and cython.cast(NativeFunction, fo).special == 0 and ((i == ONE and n == 1) or i == FAST or i == FAST_KW or (i == NOARGS and n == 0)):
                        vm.state.fuel -= 1
                        count_native(vm, cc, cython.cast(NativeFunction, fo).number)
                        fp.pc = pc
                        if i == ONE:
                            r = CG_CALL_O(cython.cast(NativeFunction, fo).meth, ret[1], sp[-1])
                        elif i == FAST:
                            r = CG_CALL_FAST(cython.cast(NativeFunction, fo).meth, ret[1], ret + 2, n)
                        elif i == FAST_KW:
                            r = CG_CALL_FAST_KW(cython.cast(NativeFunction, fo).meth, ret[1], ret + 2, n, cython.NULL)
                        else:
                            r = CG_CALL_NOARGS(cython.cast(NativeFunction, fo).meth, ret[1])
                        if CG_LIKELY(r != cython.NULL):
                            while sp > ret:
                                sp -= 1
                                DECREF(sp[0])
                            sp[0] = r
                            sp += 1
                            continue
                        native_failed(vm, ret + 1, n + 1)
                        want = W_FAILED
                if want == W_ERROR:
                    fp.pc = pc
                    vm.sp = sp
                    st = call_function(vm, ret, ret + 1, n + 1, cython.NULL, 0)
                    want = W_CALLED
            else:
                fp.pc = pc
                vm.sp = sp
                st = call_function(vm, ret, ret + 2, n, cython.NULL, 0)
                want = W_CALLED
        elif op == OP_CALL_KW or op == OP_CALL_METHOD_KW:
            fp.pc = pc
            vm.sp = sp
            n = pc[-1].a
            ic = cc.caches + pc[-1].c
            if op == OP_CALL_KW:
                ret = sp - n - 1
                st = call_keywords(vm, ret, ret + 1, n, consts[pc[-1].b], ic)
            else:
                ret = sp - n - 2
                if ret[0] != cython.NULL:
                    st = call_keywords(vm, ret, ret + 1, n + 1, consts[pc[-1].b], ic)
                else:
                    st = call_keywords(vm, ret, ret + 2, n, consts[pc[-1].b], ic)
            want = W_CALLED
        elif op == OP_CALL_EX:
            fp.pc = pc
            vm.sp = sp
            n = pc[-1].a
            p = sp - n - (pc[-1].d & 1) - (pc[-1].d >> 1)
            st = call_star(vm, p - 1, p, n, cython.NULL if pc[-1].b < 0 else consts[pc[-1].b], pc[-1].d)
            want = W_CALLED
        # === returns
        elif op == OP_RETURN_VALUE or op == OP_RETURN_FAST or op == OP_RETURN_CONST:
            if op == OP_RETURN_FAST:
                p = fast + pc[-1].a
                r = p[0]
                p[0] = cython.NULL
            elif op == OP_RETURN_VALUE:
                r = sp[-1]
            else:
                r = consts[pc[-1].a]
                INCREF(r)
            CG_CHECK("stack empty at return", sp == fast + cc.nlocals + (op == OP_RETURN_VALUE))
            fp.pc = pc          # what dies may look at the frame, whose locals are no longer there
            if CG_UNLIKELY(fp.flags & F_SEEN):
                leave_frame(fp, r)
            sp = fast + cc.nlocals
            p = fast
            while p < sp:
                cg_xdrop(p[0])
                p += 1
            if CG_LIKELY(fp.flags == 0):
                ret = fp.ret
                fp -= 1
                vm.fp = fp          # before its function, and with it the code, may die
                DECREF(fast[-1])
                ret[0] = r
                sp = ret + 1
                cc = fp.cc
                pc = fp.pc
                fast = fp.fast
                consts = cc.consts
                continue
            if fp.flags == F_CTOR and r == Py_None:
                DECREF(r)
                ret = fp.ret
                r = fast[-2]
                fp -= 1
                vm.fp = fp
                DECREF(fast[-1])
                ret[0] = r
                sp = ret + 1
                cc = fp.cc
                pc = fp.pc
                fast = fp.fast
                consts = cc.consts
                continue
            st = finish_frame(vm, r)
            want = W_FINISHED
        # === attributes
        elif op == OP_LOAD_ATTR or op == OP_FAST_ATTR:
            ic = cc.caches + pc[-1].c
            a = sp[-1] if op == OP_LOAD_ATTR else fast[pc[-1].a]
            if Py_TYPE(a) == InstanceT:
                if CG_UNLIKELY(cython.cast(Shape, cython.cast(Instance, a).shape).ver != ic.ver):
                    cached(0, cython.cast(Shape, cython.cast(Instance, a).shape).ver, cc.names[pc[-1].b], ic)
                if CG_LIKELY(cython.cast(Shape, cython.cast(Instance, a).shape).ver == ic.ver and ic.slot > C_PROPERTY):
                    r = cython.cast(Instance, a).slots[ic.slot] if CG_LIKELY(ic.slot >= 0) else ic.value
                    if CG_LIKELY(r != cython.NULL):
                        INCREF(r)
                        if op == OP_LOAD_ATTR:
                            sp[-1] = r
                            DECREF(a)
                            continue
                        sp[0] = r
                        sp += 1
                        continue
            else:
                r = cython.NULL
                if Py_TYPE(a) == TypeT:
                    if cython.cast(Type, a).version == ic.ver and ic.slot == C_TYPE_VALUE:
                        r = ic.value
                elif Py_TYPE(a) == ModuleT and cython.cast(Module, a).namespace.serial == ic.ver and CG_TYPE(a) == MODULE_P:
                    r = CG_GLOBAL_VALUE(ic.value)[0]
                if r != cython.NULL:
                    INCREF(r)
                    if op == OP_LOAD_ATTR:
                        sp[-1] = r
                        DECREF(a)
                        continue
                    sp[0] = r
                    sp += 1
                    continue
            fp.pc = pc
            vm.sp = sp
            if op == OP_LOAD_ATTR:
                st = load_attr(vm, sp - 1, a, cc.names[pc[-1].b], ic, 1)
            else:
                st = load_attr(vm, sp, a, cc.names[pc[-1].b], ic, 0)
            want = W_CALLED
        elif op == OP_LOAD_METHOD or op == OP_FAST_METHOD:
            ic = cc.caches + pc[-1].c
            if op == OP_LOAD_METHOD:
                sp -= 1
                a = sp[0]
            else:
                a = fast[pc[-1].a]
            if Py_TYPE(a) == InstanceT:
                if CG_UNLIKELY(cython.cast(Shape, cython.cast(Instance, a).shape).ver != ic.ver):
                    cached(1, cython.cast(Shape, cython.cast(Instance, a).shape).ver, cc.names[pc[-1].b], ic)
                if CG_LIKELY(cython.cast(Shape, cython.cast(Instance, a).shape).ver == ic.ver):
                    r = ic.value
                    INCREF(r)
                    if op == OP_FAST_METHOD:
                        INCREF(a)
                    sp[0] = r
                    sp[1] = a
                    sp += 2
                    continue
            elif Py_TYPE(a) == TypeT:
                if cython.cast(Type, a).version == ic.ver:
                    r = ic.value
                    INCREF(r)
                    if ic.slot == C_CLASSMETHOD:
                        if op == OP_FAST_METHOD:
                            INCREF(a)
                        sp[0] = r
                        sp[1] = a
                    else:
                        if op == OP_LOAD_METHOD:
                            DECREF(a)
                        sp[0] = cython.NULL
                        sp[1] = r
                    sp += 2
                    continue
            elif Py_TYPE(a) == ModuleT and cython.cast(Module, a).namespace.serial == ic.ver and CG_TYPE(a) == MODULE_P:
                r = CG_GLOBAL_VALUE(ic.value)[0]
                if CG_LIKELY(r != cython.NULL):
                    INCREF(r)
                    if op == OP_LOAD_METHOD:
                        DECREF(a)
                    sp[0] = cython.NULL
                    sp[1] = r
                    sp += 2
                    continue
            elif cython.cast(uint64_t, cython.cast(uintptr_t, Py_TYPE(a))) == ic.ver:
                r = ic.value
                INCREF(r)
                if op == OP_FAST_METHOD:
                    INCREF(a)
                sp[0] = r
                sp[1] = a
                sp += 2
                continue
            fp.pc = pc
            if op == OP_LOAD_METHOD:
                vm.sp = sp + 1
                st = load_method(vm, sp, a, cc.names[pc[-1].b], ic, 1)
            else:
                vm.sp = sp
                st = load_method(vm, sp, a, cc.names[pc[-1].b], ic, 0)
            want = W_CALLED
        elif op == OP_STORE_ATTR or op == OP_FAST_STORE_ATTR:
            ic = cc.caches + pc[-1].c
            if op == OP_STORE_ATTR:
                a = sp[-1]
                p = sp - 2
            else:
                a = fast[pc[-1].a]
                p = sp - 1
            b = p[0]
            if Py_TYPE(a) == InstanceT:
                if CG_UNLIKELY(cython.cast(Shape, cython.cast(Instance, a).shape).ver != ic.ver):
                    cached(2, cython.cast(Shape, cython.cast(Instance, a).shape).ver, cc.names[pc[-1].b], ic)
                if cython.cast(Shape, cython.cast(Instance, a).shape).ver == ic.ver:
                    if ic.value == cython.NULL:
                        r = cython.cast(Instance, a).slots[ic.slot]
                        cython.cast(Instance, a).slots[ic.slot] = b
                        sp = p
                        if op == OP_STORE_ATTR:
                            DECREF(a)
                        cg_xdrop(r)
                        continue
                    elif CG_LIKELY(ic.slot < cython.cast(Instance, a).cap):
                        cython.cast(Instance, a).slots[ic.slot] = b
                        cython.cast(Instance, a).shape = ic.value
                        sp = p
                        if op == OP_STORE_ATTR:
                            DECREF(a)
                        continue
            fp.pc = pc
            vm.sp = sp
            st = store_attr(vm, p, a, cc.names[pc[-1].b], b, ic)
            if CG_LIKELY(st == DONE):
                while sp > p:
                    sp -= 1
                    DECREF(sp[0])
                continue
            want = W_CALLED
        elif op == OP_SUPER_METHOD:
            ic = cc.caches + pc[-1].c
            a = fast[pc[-1].a]
            b = CG_CELL_VALUE(PyTuple_GET_ITEM(cython.cast(Ref, cython.cast(Function, fp.func).closure), pc[-1].d))[0]
            if CG_LIKELY(Py_TYPE(a) == InstanceT and cython.cast(Shape, cython.cast(Instance, a).shape).ver == ic.ver
                         and b != cython.NULL and cython.cast(cython.int, cython.cast(Type, b).version) == ic.kind
                         and CG_GLOBAL_VALUE(cc.gcells[pc.a])[0] == cython.NULL):
                vm.state.fuel -= 1          # what the call of super() costs
                cg_push2(sp, ic.value, a)
                sp += 2
                pc += 1
                continue
            vm.state.fuel -= 1
            fp.pc = pc + 1
            vm.sp = sp
            st = load_super(vm, sp, pc - 1, ic)
            pc += 1
            want = W_CALLED
        # === items
        elif op == OP_BINARY_SUBSCR or op == OP_SUBSCR_FF or op == OP_SUBSCR_FK or op == OP_SUBSCR_SF or op == OP_SUBSCR_SK:
            if op == OP_BINARY_SUBSCR:
                a = sp[-2]
                b = sp[-1]
            elif op == OP_SUBSCR_FF or op == OP_SUBSCR_FK:
                a = fast[pc[-1].a]
                b = (fast if op == OP_SUBSCR_FF else consts)[pc[-1].b]
            else:
                a = sp[-1]
                b = (fast if op == OP_SUBSCR_SF else consts)[pc[-1].b]
            r = cg_item(a, b)
            if r == cython.NULL and PyDict_CheckExact(a):
                fp.pc = pc
                vm.sp = sp
                r = PyDict_GetItemWithError(a, b)
                XINCREF(r)
                if r == cython.NULL:
                    if not PyErr_Pending():
                        cg_key_error(b)
                    want = W_FAILED
            if CG_LIKELY(r != cython.NULL):
                if op == OP_BINARY_SUBSCR:
                    sp -= 1
                    sp[-1] = r
                    DECREF(a)
                    DECREF(b)
                elif op == OP_SUBSCR_FF or op == OP_SUBSCR_FK:
                    sp[0] = r
                    sp += 1
                else:
                    sp[-1] = r
                    DECREF(a)
                continue
            if want == W_ERROR:
                if op == OP_SUBSCR_FF or op == OP_SUBSCR_FK:
                    cg_push2(sp, a, b)
                    sp += 2
                elif op != OP_BINARY_SUBSCR:
                    sp[0] = cg_newref(b)
                    sp += 1
                want = W_SUBSCR
        elif op == OP_STORE_SUBSCR or op == OP_STORE_SUBSCR_FF or op == OP_STORE_SUBSCR_FK:
            if op == OP_STORE_SUBSCR:
                p = sp - 3
                a = sp[-2]
                b = sp[-1]
            else:
                p = sp - 1
                a = fast[pc[-1].a]
                b = (fast if op == OP_STORE_SUBSCR_FF else consts)[pc[-1].b]
            r = p[0]
            if cg_set_item(a, b, r):
                sp = p
                if op == OP_STORE_SUBSCR:
                    DECREF(a)
                    DECREF(b)
                continue
            if PyDict_CheckExact(a) and cg_flat(b):
                fp.pc = pc
                vm.sp = sp
                if CG_LIKELY(PyDict_SetItem(a, b, r) == 0):
                    while sp > p:
                        sp -= 1
                        DECREF(sp[0])
                    continue
                want = W_FAILED
            else:
                if op != OP_STORE_SUBSCR:
                    cg_push2(sp, a, b)
                    sp += 2
                want = W_STORE_SUBSCR
        # === iteration
        elif op == OP_FOR_ITER or op == OP_FOR_ITER_ST:
            a = sp[-1]
            if Py_TYPE(a) == RangeT:
                if cython.cast(RangeIterator, a).left > 0:
                    x = cython.cast(RangeIterator, a).current
                    cython.cast(RangeIterator, a).left -= 1
                    cython.cast(RangeIterator, a).current = x + cython.cast(RangeIterator, a).step
                    if op == OP_FOR_ITER_ST:
                        p = fast + pc[-1].a
                        b = p[0]
                        if CG_REUSE and b != cython.NULL and CG_IS_INT(b) and Py_REFCNT(b) == 1 and CG_COMPACT(b) \
                                and cg_one_digit(x) and not CG_IS_SMALL(x):
                            cg_int_set(b, x)
                            continue
                        r = cg_int(x)
                        if CG_LIKELY(r != cython.NULL):
                            p[0] = r
                            XDECREF(b)
                            continue
                    else:
                        r = cg_int(x)
                        if CG_LIKELY(r != cython.NULL):
                            sp[0] = r
                            sp += 1
                            continue
                    want = W_FAILED
                else:
                    sp -= 1
                    DECREF(a)
                    pc = cc.ins + pc[-1].c
                    continue
            elif Py_TYPE(a) == GeneratorT:
                if CG_UNLIKELY(cython.cast(Generator, a).state == GEN_CLOSED):
                    sp -= 1
                    DECREF(a)
                    pc = cc.ins + pc[-1].c
                    continue
                fp.pc = pc
                vm.sp = sp
                st = resume_generator(vm, a, sp, sp, cg_newref(Py_None), F_FOR_ITER)
                want = W_CALLED
            else:
                r = cython.NULL
                if Py_TYPE(a) == SequenceT:
                    r = sequence_item(a)
                    if CG_UNLIKELY(r == cython.NULL):
                        vm.state.fuel -= 1
                        sp -= 1
                        drop_iterator(a)
                        pc = cc.ins + pc[-1].c
                        continue
                else:
                    fp.pc = pc
                    vm.sp = sp
                    if Py_TYPE(a) == InstanceT:
                        st = operate(vm, W_NEXT)
                        if st != -2:
                            want = W_OPERATED
                    if want == W_ERROR:
                        r = CG_NEXT(a)
                        if r == cython.NULL:
                            if PyErr_Pending() and PyErr_ExceptionMatches(PyExc_StopIteration):
                                PyErr_Clear()
                            if not PyErr_Pending():
                                sp -= 1
                                DECREF(a)
                                pc = cc.ins + pc[-1].c
                                continue
                            want = W_FAILED
                if r != cython.NULL:
                    if op == OP_FOR_ITER_ST:
                        p = fast + pc[-1].a
                        b = p[0]
                        p[0] = r
                        XDECREF(b)
                        continue
                    sp[0] = r
                    sp += 1
                    continue
        elif op == OP_GET_ITER:
            a = sp[-1]
            if Py_TYPE(a) == GeneratorT or Py_TYPE(a) == RangeT or Py_TYPE(a) == SequenceT:
                continue
            if PyList_CheckExact(a) or PyTuple_CheckExact(a):
                r = cython.cast(raw_one, cython.cast(cython.p_void, make_iter))(a)
                if CG_LIKELY(r != cython.NULL):
                    sp[-1] = r
                    DECREF(a)
                    continue
                want = W_FAILED
            else:
                want = W_ITER
        elif op == OP_YIELD_VALUE:
            fp.pc = pc
            sp -= 1
            vm.sp = sp
            st = yield_value(vm, sp[0])
            want = W_FINISHED
        elif op == OP_GET_AWAITABLE:
            if Py_TYPE(sp[-1]) == CoroutineT and cython.cast(Resumable, sp[-1]).state == GEN_CREATED:
                continue
            want = W_COLD
        elif op == OP_YIELD_FROM:
            a = sp[-2]
            i = -1
            if Py_TYPE(a) == GeneratorT:
                i = cython.cast(Resumable, a).state
            elif Py_TYPE(a) == CoroutineT:
                i = cython.cast(Resumable, a).state
                if i != GEN_SUSPENDED and (i != GEN_CREATED or sp[-1] != Py_None):
                    i = -1
            if i >= 0:
                sp -= 1
                b = sp[0]
                if i == GEN_CLOSED:
                    DECREF(b)
                    INCREF(Py_None)
                    sp[-1] = Py_None
                    DECREF(a)
                    continue
                fp.pc = pc
                vm.sp = sp
                st = resume_generator(vm, a, sp, sp, b, F_YIELD_FROM)
                want = W_CALLED
            else:
                want = W_COLD
        # === building
        elif op == OP_LIST_APPEND:
            sp -= 1
            if CG_LIKELY(cg_list_append(sp[-pc[-1].a], sp[0]) == 0):
                continue
            sp += 1
        elif op == OP_BUILD_LIST or op == OP_BUILD_TUPLE:
            n = pc[-1].a
            r = PyList_New(n) if op == OP_BUILD_LIST else PyTuple_New(n)
            if CG_LIKELY(r != cython.NULL):
                sp -= n
                memcpy(cg_items(r), sp, n * cython.sizeof(Ref))
                sp[0] = r
                sp += 1
                continue
        elif op == OP_UNPACK_SEQUENCE:
            a = sp[-1]
            n = pc[-1].a
            if (PyTuple_CheckExact(a) and PyTuple_GET_SIZE(a) == n) or (PyList_CheckExact(a) and PyList_GET_SIZE(a) == n):
                cg_unpack(sp - 1, a, n)
                sp += n - 1
                DECREF(a)
                continue
            want = W_COLD
        # === patterns
        elif op == OP_MATCH_SEQUENCE or op == OP_MATCH_MAPPING:
            i = quick_kind(sp[-1], op)
            if i >= 0:
                r = Py_True if i else Py_False
                INCREF(r)
                sp[0] = r
                sp += 1
                continue
            want = W_COLD
        elif op == OP_GET_LEN:
            i = cg_plain_size(sp[-1])
            if i >= 0:
                r = cg_int(i)
                if CG_LIKELY(r != cython.NULL):
                    sp[0] = r
                    sp += 1
                    continue
                want = W_FAILED
            else:
                want = W_COLD
        elif op == OP_MATCH_CLASS:
            r = quick_class(sp[-3], sp[-2], pc[-1].a, sp[-1])
            if r != cython.NULL:
                for i in range(3):
                    sp -= 1
                    DECREF(sp[0])
                sp[0] = r
                sp += 1
                continue
            want = W_COLD
        elif op == OP_MATCH_KEYS:
            fp.pc = pc
            vm.sp = sp
            r = quick_keys(sp[-2], sp[-1])
            if r != cython.NULL:
                sp[0] = r
                sp += 1
                continue
            want = W_FAILED if PyErr_Occurred() != cython.NULL else W_COLD
        elif op == OP_COPY:
            r = sp[-pc[-1].a]
            INCREF(r)
            sp[0] = r
            sp += 1
            continue
        elif op == OP_SWAP:
            n = pc[-1].a
            r = sp[-1]
            sp[-1] = sp[-n]
            sp[-n] = r
            continue
        elif op == OP_ROT_N:
            n = pc[-1].a
            if n <= 16:
                r = sp[-1]
                for i in range(1, n):
                    sp[-i] = sp[-1 - i]
                sp[-n] = r
                continue
            want = W_COLD
        elif op == OP_BUILD_SLICE:
            n = pc[-1].a
            if Py_TYPE(sp[-n]) != SliceT and Py_TYPE(sp[1 - n]) != SliceT and Py_TYPE(sp[-1]) != SliceT:
                r = PySlice_New(sp[-n], sp[1 - n], sp[-1] if n == 3 else cython.NULL)
                if CG_LIKELY(r != cython.NULL):
                    for i in range(n):
                        sp -= 1
                        DECREF(sp[0])
                    sp[0] = r
                    sp += 1
                    continue
                want = W_FAILED
            else:
                want = W_COLD
        elif op == OP_DUP_TOP:
            a = sp[-1]
            INCREF(a)
            sp[0] = a
            sp += 1
            continue
        elif op == OP_DUP_TOP_TWO:
            cg_push2(sp, sp[-2], sp[-1])
            sp += 2
            continue
        elif op == OP_ROT_TWO:
            a = sp[-1]
            sp[-1] = sp[-2]
            sp[-2] = a
            continue
        elif op == OP_ROT_THREE:
            a = sp[-1]
            sp[-1] = sp[-2]
            sp[-2] = sp[-3]
            sp[-3] = a
            continue
        elif op == OP_UNARY_OP:
            if pc[-1].d == 1:
                a = sp[-1]
                st = cg_truth(a)
                if st >= 0:
                    r = Py_False if st else Py_True
                    INCREF(r)
                    sp[-1] = r
                    DECREF(a)
                    continue
                want = W_TRUTH
            elif pc[-1].d == 0 and CG_IS_INT(sp[-1]) and CG_COMPACT(sp[-1]):
                a = sp[-1]
                r = cg_int(-cg_int_value(a))
                if CG_LIKELY(r != cython.NULL):
                    cg_drop(a)
                    sp[-1] = r
                    continue
                want = W_FAILED
            else:
                want = W_COLD
        elif op == OP_BUILD_STRING:
            n = pc[-1].a
            fp.pc = pc
            r = join_text(vm, sp - n, n)
            if CG_LIKELY(r != cython.NULL):
                for i in range(n):
                    sp -= 1
                    DECREF(sp[0])
                sp[0] = r
                sp += 1
                continue
        elif op == OP_FORMAT_VALUE:
            a = sp[-1]
            if pc[-1].a == 0:
                if CG_IS_STR(a):
                    continue
                if CG_IS_FLOAT(a) or (CG_IS_INT(a) and CG_COMPACT(a)):
                    r = cg_number_text(a)
                    if CG_LIKELY(r != cython.NULL):
                        sp[-1] = r
                        DECREF(a)
                        continue
                    want = W_FAILED
            if want == W_ERROR:
                want = W_COLD
        # === exceptions
        elif op == OP_PUSH_EXC_INFO:
            a = sp[-1]
            r = vm.exc.value
            vm.exc.value = cg_newref(a)
            sp[-1] = cg_newref(Py_None) if r == cython.NULL else r
            sp[0] = a
            sp += 1
            continue
        elif op == OP_CHECK_EXC_MATCH:
            a = sp[-1]
            if Py_TYPE(a) == TypeT and CG_TYPE(sp[-2]) == a:
                INCREF(Py_True)
                sp[-1] = Py_True
                DECREF(a)
                continue
            want = W_COLD
        elif op == OP_POP_EXCEPT:
            sp -= 1
            a = sp[0]
            r = vm.exc.value
            if a == Py_None:
                DECREF(a)
                vm.exc.value = cython.NULL
            else:
                vm.exc.value = a
            XDECREF(r)
            continue
        elif op == OP_NOP or op == OP_EXTEND:
            continue
        else:
            want = W_COLD
        # ================ the tail: what a handler could not finish
        if want >= W_SLICE:
            if want == W_SLICE:
                # a backward jump used the slice up; pc is at its target
                fp.pc = pc
                vm.sp = sp
                st = slice_over(vm)
                want = W_ERROR
                if CG_LIKELY(st == 0):
                    continue
                pc += 1          # an interrupt is raised where the next instruction is, inside of its try block
            elif want == W_FAILED:
                want = W_ERROR
            else:
                # a call, a return or a yield has set vm.fp and vm.sp: 0 and 1 mean another thing in each
                if want == W_CALLED and st == DONE:
                    want = W_ERROR
                    sp = vm.sp
                    continue
                if want == W_FINISHED and st == 0:
                    r = vm.retval
                    vm.retval = cython.NULL
                    return r
                want = W_ERROR
                fp = vm.fp
                cc = fp.cc
                pc = fp.pc
                fast = fp.fast
                consts = cc.consts
                sp = vm.sp
                if CG_LIKELY(st == 1):
                    continue
        elif want != W_ERROR:
            fp.pc = pc
            vm.sp = sp
            st = operate(vm, want)
            want = W_ERROR
            if st == 10:
                r = vm.retval
                vm.retval = cython.NULL
                return r
            fp = vm.fp
            cc = fp.cc
            pc = fp.pc
            fast = fp.fast
            consts = cc.consts
            sp = vm.sp
            if CG_LIKELY(st == 1 or st == 11):
                continue
        # ================ raising
        fp.pc = pc
        vm.sp = sp
        if unwind(vm) == 0:
            return cython.NULL
        fp = vm.fp
        cc = fp.cc
        pc = fp.pc
        fast = fp.fast
        consts = cc.consts
        sp = vm.sp


def executions(count: cython.int) -> list:
    """How often each instruction was executed; the debug build counts them."""
    i: cython.int
    return [CG_EXECUTIONS(i) for i in range(count)]


set_eval(eval_frame)
