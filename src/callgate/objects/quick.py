"""Small plain values made of small plain values, as most constructor calls are: `int("5")`, `str(5)`, `list(t)`, `range(n)`.

The arguments lie in an array, nothing is packed. Whatever has a guest object in it, is large or is written with keywords
takes the general path (None says so), which knows all the rules.
"""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Type, quickfunc, registered
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import TYPE, set_quick, type_of

#: longer texts and sequences are paid for on the general path
LONGEST_NUMBER = cython.declare(cython.Py_ssize_t, 400)
MOST_ITEMS = cython.declare(cython.Py_ssize_t, 4096)
EMPTY_STR = cython.declare(str, "")


@cython.cfunc
@cython.inline
def owned(value: Ref) -> object:
    """Takes over what a raw operation returned; NULL: goes on with the pending error."""
    if value == cython.NULL:
        pending()
    result = cython.cast(object, value)
    DECREF(value)
    return result


@cython.cfunc
@cython.exceptval(-1, check=False)
def pending() -> cython.int:
    return -1


@cython.cfunc
def quick_type(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 1 or kwnames != cython.NULL:
        return None
    return type_of(cython.cast(object, args[0]))


@cython.cfunc
def quick_int(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 1 or kwnames != cython.NULL:
        return None
    a: Ref = args[0]
    if CG_IS_INT(a) or CG_IS_FLOAT(a) or (CG_IS_STR(a) and PyUnicode_GET_LENGTH(a) < LONGEST_NUMBER):
        return owned(PyNumber_Long(a))
    return None


@cython.cfunc
def quick_float(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 1 or kwnames != cython.NULL:
        return None
    a: Ref = args[0]
    if CG_IS_FLOAT(a) or (CG_IS_INT(a) and CG_COMPACT(a)) or (CG_IS_STR(a) and PyUnicode_GET_LENGTH(a) < LONGEST_NUMBER):
        return owned(PyNumber_Float(a))
    return None


@cython.cfunc
def quick_str(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n > 1 or kwnames != cython.NULL:
        return None
    if n == 0:
        return EMPTY_STR
    a: Ref = args[0]
    if CG_IS_STR(a) or CG_IS_FLOAT(a) or (CG_IS_INT(a) and CG_COMPACT(a)):
        return owned(PyObject_Str(a) if CG_IS_STR(a) else cg_number_text(a))
    return None


@cython.cfunc
def quick_range(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    if n < 1 or n > 3 or kwnames != cython.NULL:
        return None
    for i in range(n):
        if not CG_IS_INT(args[i]):
            return None
    return owned(PyObject_Vectorcall(cython.cast(Ref, cython.address(PyRange_Type)), args, n, cython.NULL))


@cython.cfunc
@cython.inline
@cython.exceptval(-1, check=False)
def is_small_sequence(value: Ref) -> cython.bint:
    n: cython.Py_ssize_t
    if PyList_CheckExact(value):
        n = PyList_GET_SIZE(value)
    elif PyTuple_CheckExact(value):
        n = PyTuple_GET_SIZE(value)
    else:
        return False
    if n > MOST_ITEMS:
        return False
    charge(n >> 5)
    return True


@cython.cfunc
def quick_list(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n > 1 or kwnames != cython.NULL:
        return None
    if n == 0:
        return owned(PyList_New(0))
    if is_small_sequence(args[0]):
        return owned(PySequence_List(args[0]))
    return None


@cython.cfunc
def quick_tuple(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n > 1 or kwnames != cython.NULL:
        return None
    if n == 0:
        return owned(PyTuple_New(0))
    if is_small_sequence(args[0]):
        return owned(PySequence_Tuple(args[0]))
    return None


@cython.cfunc
def quick_dict(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    if n:
        return None
    made: dict = {}
    if kwnames != cython.NULL:
        for i in range(PyTuple_GET_SIZE(kwnames)):
            made[cython.cast(object, PyTuple_GET_ITEM(kwnames, i))] = cython.cast(object, args[i])
    return made


@cython.cfunc
def quick_set(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n or kwnames != cython.NULL:
        return None
    return set()


@cython.cfunc
@cython.exceptval(-1, check=False)
def give(host: type, function: quickfunc) -> cython.int:
    return set_quick(cython.cast(Type, registered(cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, host)))), function)


set_quick(TYPE, quick_type)
give(int, quick_int)
give(float, quick_float)
give(str, quick_str)
give(range, quick_range)
give(list, quick_list)
give(tuple, quick_tuple)
give(dict, quick_dict)
give(set, quick_set)
