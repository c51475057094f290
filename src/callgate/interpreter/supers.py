"""What core asks of the interpreter: values of the running frame, and short nested runs.

super() without arguments, where the loop does not see it as `super().name(...)`, takes the class and the object from
there; a class made by a call of type() its `__module__`.
"""

import cython
from cython.cimports.callgate.core.call import set_enter
from cython.cimports.callgate.core.capi import CG_CELL_VALUE, CgFrame, Ref, Refs, cg_newref
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.interpreter.calls import fast_function
from cython.cimports.callgate.interpreter.vm import F_ENTRY, VM, Run, begin_run, current_vm, end_run, finish_run
from cython.cimports.callgate.objects.function import FUNCTION, Function

from callgate.core.classes import set_module_name
from callgate.objects.descriptors import set_frame_super
from callgate.objects.native import set_module_finder


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


def find_module(name):
    return current_vm().modules.get(name)


set_module_finder(find_module)
set_enter(enter_function, FUNCTION)
set_frame_super(frame_super)
set_module_name(module_name)
