"""What core asks of the interpreter: values of the running frame, and short nested runs.

super() without arguments, where the loop does not see it as `super().name(...)`, takes the class and the object from
there; a class made by a call of type() its `__module__`.
"""

import cython
from cython.cimports.callgate.core.call import object_call, set_enter
from cython.cimports.callgate.core.capi import (
    CG_CALL_FAST, CG_CALL_O, CG_CELL_VALUE, DECREF, CgFrame, Py_None, Py_TYPE, PyTypeObject, Ref, Refs, cg_newref,
)
from cython.cimports.callgate.core.iteration import own
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import subscript
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.interpreter.calls import count_native, fast_function
from cython.cimports.callgate.interpreter.construct import quick_value
from cython.cimports.callgate.interpreter.vm import F_ENTRY, VM, Run, begin_run, current_vm, end_run, finish_run
from cython.cimports.callgate.objects.function import FUNCTION, BoundMethod, Function
from cython.cimports.callgate.objects.native import FAST, ONE, NativeFunction, fix_arguments

from callgate.core.classes import set_module_name
from callgate.objects.descriptors import set_frame_super
from callgate.objects.iterators import set_builtin_finder
from callgate.objects.native import set_module_finder


BoundT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, BoundMethod)))
NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))
TypeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Type)))


def frame_super():
    """(class, first argument) of the frame that runs; RuntimeError with CPython's text when there is none."""
    vm: VM = current_vm()
    frame: cython.pointer(CgFrame) = vm.fp
    function: Function
    found: Ref
    if frame.cc == cython.NULL or frame.func == cython.NULL or frame.cc.argc == 0:
        raise RuntimeError("super(): no arguments")
    function = cython.cast(Function, frame.func)
    code = function.executable.code
    found = frame.fast[0]
    for i, name in enumerate(code.cellvars):
        if name == code.varnames[0] and frame.fast[frame.cc.nvars + i] != cython.NULL:
            found = CG_CELL_VALUE(frame.fast[frame.cc.nvars + i])[0]
    if found == cython.NULL:
        raise RuntimeError("super(): arg[0] deleted")
    obj = cython.cast(object, found)
    if "__class__" not in code.freevars:
        raise RuntimeError("super(): __class__ cell not found")
    found = CG_CELL_VALUE(cython.cast(Ref, function.closure[code.freevars.index("__class__")]))[0]
    if found == cython.NULL:
        raise RuntimeError("super(): empty __class__ cell")
    cls = cython.cast(object, found)
    if not isinstance(cls, Type):
        raise RuntimeError(f"super(): __class__ is not a type ({type_name(cls)})")
    return cls, obj


def module_name():
    """`__name__` of the running frame's globals, or None."""
    vm: VM = current_vm()
    if vm.fp.func == cython.NULL:
        return None
    function: Function = cython.cast(Function, vm.fp.func)
    space: object = function.globals if function.globals_dict is None else function.globals_dict
    return None if space is None else space.get("__name__")


@cython.cfunc
def enter_function(function: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """A nested run of a guest function, for the special methods that host C code asks for: nothing is packed."""
    vm: VM = current_vm()
    run: Run
    ret: Refs
    i: cython.Py_ssize_t
    begin_run(vm, cython.address(run), n + 1)
    try:
        ret = run.ret
        ret[0] = cg_newref(function)
        for i in range(n):
            ret[1 + i] = cg_newref(args[i])
        vm.sp = ret + 1 + n
        return finish_run(vm, cython.address(run), fast_function(vm, ret, ret + 1, n, cython.NULL, F_ENTRY))
    finally:
        end_run(vm, cython.address(run))


@cython.cfunc
def quick_call(callable: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """What host C code calls again and again, a key or a mapped function: classes and natives that need no packing."""
    vm: VM
    made: Ref
    nf: NativeFunction
    values: Ref[4]
    m: BoundMethod
    i: cython.Py_ssize_t
    if Py_TYPE(callable) == TypeT:
        if cython.cast(Type, callable).quick_new != cython.NULL:
            vm = current_vm()
            made = quick_value(vm, cython.cast(Type, callable), args, n, cython.NULL)
            if made == cython.NULL:
                goes_on()
            if made != Py_None:
                charge(1)
                return own(made)
            DECREF(made)
    elif Py_TYPE(callable) == NativeT:
        nf = cython.cast(NativeFunction, callable)
        if not nf.is_bound and not nf.is_method and n == 1 and (nf.kind == ONE or nf.kind == FAST):
            vm = current_vm()
            charge(1)
            if vm.fp.cc != cython.NULL:
                count_native(vm, vm.fp.cc, nf.number)
            if nf.kind == ONE:
                made = CG_CALL_O(nf.meth, nf.mself, args[0])
            else:
                made = CG_CALL_FAST(nf.meth, nf.mself, args, 1)
            if made == cython.NULL:
                fix_arguments(args, 1)
                goes_on()
            return own(made)
    elif Py_TYPE(callable) == BoundT and n < 4:
        m = cython.cast(BoundMethod, callable)
        if type(m.func) is Function:
            values[0] = cython.cast(Ref, m.self_)
            for i in range(n):
                values[i + 1] = args[i]
            return enter_function(cython.cast(Ref, m.func), values, n + 1)
    return object_call(cython.cast(object, callable), tuple([cython.cast(object, args[i]) for i in range(n)]), None)


@cython.cfunc
@cython.exceptval(-1, check=False)
def goes_on() -> cython.int:
    """With the host error that is pending."""
    return -1


def find_module(name):
    return current_vm().modules.get(name)


def find_builtin(name):
    """A builtin as the guest has it now."""
    try:
        return subscript(current_vm().builtins, name)
    except KeyError:
        raise AttributeError(name) from None


set_module_finder(find_module)
set_builtin_finder(find_builtin)
set_enter(enter_function, quick_call, FUNCTION)
set_frame_super(frame_super)
set_module_name(module_name)
