"""Calls of classes (protocol.md A8): instances made where their arguments lie, without packing.

What has no simple way here goes through the metaclass's tp_call, as any call may.
"""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import (
    TF_ABSTRACT, TF_CUSTOM_NEW, TF_EXCEPTION, TF_HEAP, TF_INSTANCE, TF_MIRROR, Type, new_instance, registered,
)
from cython.cimports.callgate.core.type import OBJECT, TYPE, is_subtype, lookup
from cython.cimports.callgate.interpreter.calls import FAILED, do_call, fast_function, give, slice_over
from cython.cimports.callgate.interpreter.counting import count_class, count_native_class
from cython.cimports.callgate.interpreter.link import HIDDEN_CODE
from cython.cimports.callgate.interpreter.operate import special_function
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import F_CTOR, F_ENTRY, F_STR, VM
from cython.cimports.callgate.objects.exception import new_exception
from cython.cimports.callgate.objects.function import Function
from cython.cimports.callgate.objects.native import NativeFunction
from cython.cimports.cpython.list import PyList_SetSlice
from cython.cimports.libc.stdint import uint64_t
from cython.cimports.libc.string import memmove

#: CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR
ANY_GENERATOR = cython.declare(cython.int, 32 | 128 | 512)
FunctionT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Function)))
NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))

# What a class call compares with: the defaults that need no call of their own.
S_CALL = cython.declare(str, "__call__")
S_INIT = cython.declare(str, "__init__")
S_STR = cython.declare(str, "__str__")
STR_P = cython.declare(Ref, registered(cython.address(PyUnicode_Type)))
EMPTY = cython.declare(tuple, ())
TYPE_CALL = cython.declare(Ref, lookup(TYPE, S_CALL))
OBJECT_INIT = cython.declare(Ref, lookup(OBJECT, S_INIT))
TYPE_P = cython.declare(Ref, cython.cast(Ref, TYPE))
EXCEPTION_INIT = cython.declare(Ref, cython.NULL)
FUSSY = cython.declare(tuple, ())
#: versions of classes that were found not to be fussy
_plain_versions = cython.declare(uint64_t[64])


def set_exception_class(cls: Type, fussy: tuple):
    """BaseException: a class call that finds its __init__ keeps the arguments and does nothing else; but for `fussy`."""
    global EXCEPTION_INIT, FUSSY
    EXCEPTION_INIT = lookup(cls, S_INIT)
    FUSSY = fussy


@cython.cfunc
@cython.exceptval(check=False)
def is_fussy(cls: Type) -> cython.bint:
    """Does making such an exception look at its arguments (groups, OSError by errno, ...)?"""
    i: cython.Py_ssize_t
    if _plain_versions[cls.version & 63] == cls.version:
        return False
    for i in range(PyTuple_GET_SIZE(cython.cast(Ref, FUSSY))):
        if is_subtype(cls, cython.cast(Type, PyTuple_GET_ITEM(cython.cast(Ref, FUSSY), i))):
            return True
    _plain_versions[cls.version & 63] = cls.version
    return False


def class_call(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, flags: cython.long):
    co: Ref = args[-1]
    cls: Type = cython.cast(Type, co)
    found: Ref
    obj: Ref
    if cython.cast(Ref, cls.type) != TYPE_P:
        found = lookup(cls.type, S_CALL)
        if found != TYPE_CALL and found != cython.NULL and Py_TYPE(found) == FunctionT:
            INCREF(found)
            if args == ret + 2 and ret[0] == cython.NULL:
                ret[0] = found
            else:
                memmove(args + 1, args, n * cython.sizeof(Ref))
                args[0] = co
                args[-1] = found
                vm.sp += 1
            return -2
        if found != TYPE_CALL:
            return do_call(vm, ret, args, n, kwnames)
    if cls.quick_new != cython.NULL:
        obj = quick_value(vm, cls, args, n, kwnames)
        if obj == cython.NULL:
            return FAILED
        if obj != Py_None:
            vm.state.fuel -= 1
            if vm.state.fuel < 0 and slice_over(vm) < 0:
                DECREF(obj)
                return FAILED
            return give(vm, ret, obj)
        DECREF(obj)
        if co == STR_P and n == 1 and kwnames == cython.NULL and not flags & F_ENTRY:
            found = special_function(args[0], S_STR)
            if found != cython.NULL and not cython.cast(Function, found).cc.flags & ANY_GENERATOR:
                cg_replace(args - 1, cg_newref(found))
                vm.quick_types[cls.quick_index] += 1
                return fast_function(vm, ret, args, 1, cython.NULL, flags | F_STR)
    if cls.flags & (TF_INSTANCE | TF_CUSTOM_NEW | TF_ABSTRACT | TF_EXCEPTION | TF_HEAP) == (TF_INSTANCE | TF_HEAP):
        found = lookup(cls, S_INIT)
        if found == OBJECT_INIT:
            if n:
                return do_call(vm, ret, args, n, kwnames)
            return give_filled(vm, ret, cls, cython.NULL)
        if found != cython.NULL and Py_TYPE(found) == FunctionT and not cython.cast(Function, found).cc.flags & ANY_GENERATOR:
            return construct(vm, ret, args, n, kwnames, flags, found)
    elif cls.flags & (TF_MIRROR | TF_CUSTOM_NEW | TF_ABSTRACT | TF_HEAP) == (TF_MIRROR | TF_HEAP) and is_filled_later(cls.layout):
        found = lookup(cls, S_INIT)
        if found != cython.NULL and Py_TYPE(found) == FunctionT and not cython.cast(Function, found).cc.flags & ANY_GENERATOR:
            return construct(vm, ret, args, n, kwnames, flags, found)
        if kwnames == cython.NULL and found != cython.NULL and Py_TYPE(found) == NativeT \
                and cython.cast(NativeFunction, found).owner == cls.layout \
                and (n == 0 or (n == 1 and cls.layout == cython.address(PyList_Type) and is_short(args[0]))):
            return give_filled(vm, ret, cls, args[0] if n else cython.NULL)
    elif cls.flags & (TF_EXCEPTION | TF_CUSTOM_NEW) == TF_EXCEPTION and kwnames == cython.NULL:
        found = lookup(cls, S_INIT)
        if found == EXCEPTION_INIT and found != cython.NULL and not is_fussy(cls):
            obj = cython.cast(raw_exception, cython.cast(cython.p_void, simple_exception))(vm, co, args, n)
            if obj == cython.NULL:
                return FAILED
            return give(vm, ret, obj)
    return do_call(vm, ret, args, n, kwnames)


@cython.cfunc
@cython.exceptval(check=False)
def is_filled_later(t: cython.pointer(PyTypeObject)) -> cython.bint:
    """Builtin types whose `__new__` makes an empty one, whatever it is given."""
    return t == cython.address(PyList_Type) or t == cython.address(PyDict_Type) or t == cython.address(PySet_Type)


@cython.cfunc
@cython.exceptval(check=False)
def new_object(cls: Type) -> Ref:
    return new_instance(cython.cast(Ref, cls)) if cls.flags & TF_INSTANCE else \
        cg_host_new(cls.host_type, cython.cast(Ref, EMPTY))


@cython.cfunc
@cython.exceptval(check=False)
def is_short(value: Ref) -> cython.bint:
    if PyList_CheckExact(value):
        return PyList_GET_SIZE(value) < 64
    return PyTuple_CheckExact(value) and PyTuple_GET_SIZE(value) < 64


@cython.cfunc
@cython.exceptval(check=False)
def give_filled(vm: VM, ret: Refs, cls: Type, items: Ref) -> cython.int:
    """A class without an __init__ of its own, called without arguments, or a list's with a short sequence."""
    obj: Ref
    vm.state.fuel -= 1
    if vm.state.fuel < 0 and slice_over(vm) < 0:
        return FAILED
    count_class(vm, cls)
    obj = new_object(cls)
    if obj == cython.NULL:
        return FAILED
    if items != cython.NULL and cython.cast(raw_pair, cython.cast(cython.p_void, fill_list))(obj, items) < 0:
        DECREF(obj)
        return FAILED
    return give(vm, ret, obj)


@cython.cfunc
@cython.exceptval(-1, check=False)
def fill_list(made: object, items: object) -> cython.int:
    PyList_SetSlice(made, 0, 0, list(items) if type(items) is tuple else items)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def construct(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, flags: cython.long, init: Ref) -> cython.int:
    """[cls | a b] -> [obj init | obj a b]: the frame of __init__ gives the instance below its callable."""
    co: Ref = args[-1]
    obj: Ref = new_object(cython.cast(Type, co))
    if obj == cython.NULL:
        return FAILED
    count_class(vm, cython.cast(Type, co))
    INCREF(init)
    INCREF(obj)
    if args == ret + 2 and ret[0] == cython.NULL:
        ret[0] = obj
        memmove(args + 1, args, n * cython.sizeof(Ref))
        args[-1] = init
        args[0] = obj
        DECREF(co)
        vm.sp += 1
        return fast_function(vm, ret, args, n + 1, kwnames, flags | F_CTOR)
    memmove(args + 2, args, n * cython.sizeof(Ref))
    args[-1] = obj
    args[0] = init
    args[1] = obj
    DECREF(co)
    vm.sp += 2
    return fast_function(vm, ret, args + 1, n + 1, kwnames, flags | F_CTOR)


def quick_value(vm: VM, cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref):
    if kwnames != cython.NULL:
        n -= PyTuple_GET_SIZE(kwnames)
    obj: Ref = cython.cast(raw_quick, cython.cast(cython.p_void, cls.quick_new))(cython.cast(Ref, cls), args, n, kwnames)
    if obj != Py_None and obj != cython.NULL and (vm.fp.cc == cython.NULL or not vm.fp.cc.flags & HIDDEN_CODE):
        vm.quick_types[cls.quick_index] += 1
    return obj


@cython.cfunc
def simple_exception(vm: VM, cls: Type, args: Refs, n: cython.Py_ssize_t) -> object:
    """An exception whose construction keeps its arguments and does nothing else."""
    i: cython.Py_ssize_t
    packed: Ref = PyTuple_New(n)
    for i in range(n):
        INCREF(args[i])
        PyTuple_SET_ITEM(packed, i, args[i])
    values: tuple = cython.cast(object, packed)
    DECREF(packed)
    if cls.flags & TF_HEAP:
        count_class(vm, cls)
    else:
        count_native_class(vm, cls)
    return new_exception(cls, values)
