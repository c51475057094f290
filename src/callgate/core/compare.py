"""Comparison of builtin containers: what they hold is compared by the guest's rules, paid for, and at a bounded depth.

* The host compares nested containers without a way to stop it; two lists of 40 levels that share their parts take it for ever.
* As in the host, identical items count as equal, and a container that changes under the comparison is looked at as it is now.
"""

import cython
from cython.cimports.cpython.dict import PyDict_Check, PyDict_GetItemWithError, PyDict_Next
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.object import (
    Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, PyObject_RichCompare, PyObject_RichCompareBool,
)
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.callgate.core.capi import (
    CG_IS_FLOAT, CG_IS_INT, CG_IS_STR, CG_PLAIN, PyList_GET_ITEM, PyList_GET_SIZE, PyTuple_GET_ITEM, PyTuple_GET_SIZE,
    PyUnicode_GET_LENGTH, Ref, cg_compare,
)
from cython.cimports.callgate.core.cost import pay_hash, pay_items, pay_walk, size_of
from cython.cimports.callgate.core.operators import compare_op, truth
from cython.cimports.callgate.core.state import charge, check_c_stack

EQUAL = cython.declare(cython.int, 2)
DIFFERENT = cython.declare(cython.int, 5)


def host_op(mask):
    if mask == 2:
        return Py_EQ
    if mask == 5:
        return Py_NE
    if mask == 1:
        return Py_LT
    if mask == 3:
        return Py_LE
    if mask == 4:
        return Py_GT
    return Py_GE


def same(a, b):
    if a is b:
        return 1
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    quick: cython.int = cg_compare(2, x, y)
    if quick >= 0:
        return quick
    if (CG_IS_INT(x) or CG_IS_STR(x) or CG_IS_FLOAT(x)) and CG_PLAIN(y):
        if CG_IS_STR(x) and PyUnicode_GET_LENGTH(x) > 4096:
            pay_items(PyUnicode_GET_LENGTH(x) >> 4)
        return PyObject_RichCompareBool(a, b, Py_EQ)
    charge(1)  # containers that share their parts are compared as often as there are ways to them
    return truth(compare_op(2, a, b))


@cython.cfunc
def by_size(mask: cython.int, n: cython.Py_ssize_t, m: cython.Py_ssize_t) -> object:
    which: cython.int = 1 if n < m else 2 if n == m else 4
    return which & mask != 0


def compare_lists(mask, a, b):
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    i: cython.Py_ssize_t = 0
    if PyList_GET_SIZE(x) != PyList_GET_SIZE(y) and (mask == EQUAL or mask == DIFFERENT):
        return mask == DIFFERENT
    check_c_stack()
    charge(1)
    while i < PyList_GET_SIZE(x) and i < PyList_GET_SIZE(y):
        left = cython.cast(object, PyList_GET_ITEM(x, i))
        right = cython.cast(object, PyList_GET_ITEM(y, i))
        i += 1
        if i & 31 == 0:
            charge(2)
        if same(left, right):
            continue
        if i > PyList_GET_SIZE(x) or i > PyList_GET_SIZE(y):
            break  # their __eq__ made one of the lists shorter: only the sizes are left to compare
        if mask == EQUAL or mask == DIFFERENT:
            return mask == DIFFERENT
        return compare_op(mask, left, right)
    return by_size(mask, PyList_GET_SIZE(x), PyList_GET_SIZE(y))


def compare_tuples(mask, a, b):
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    n: cython.Py_ssize_t = PyTuple_GET_SIZE(x)
    m: cython.Py_ssize_t = PyTuple_GET_SIZE(y)
    i: cython.Py_ssize_t = 0
    check_c_stack()
    charge(1)
    while i < n and i < m:
        left = cython.cast(object, PyTuple_GET_ITEM(x, i))
        right = cython.cast(object, PyTuple_GET_ITEM(y, i))
        i += 1
        if i & 31 == 0:
            charge(2)
        if same(left, right):
            continue
        if mask == EQUAL or mask == DIFFERENT:
            return mask == DIFFERENT
        return compare_op(mask, left, right)
    return by_size(mask, n, m)


def compare_dicts(mask, a, b):
    position: cython.Py_ssize_t = 0
    k: Ref = cython.NULL
    v: Ref = cython.NULL
    if mask != EQUAL and mask != DIFFERENT:
        return NotImplemented
    if size_of(a) != size_of(b):
        return mask == DIFFERENT
    check_c_stack()
    charge(1)
    pay_items(4 * size_of(a))
    while PyDict_Next(a, cython.address(position), cython.address(k), cython.address(v)):
        key = cython.cast(object, k)
        value = cython.cast(object, v)
        pay_hash(key)
        found: Ref = PyDict_GetItemWithError(b, key)
        if found == cython.NULL:
            return mask == DIFFERENT
        other = cython.cast(object, found)
        if not same(value, other):
            return mask == DIFFERENT
    return mask == EQUAL


def compare_sets(mask, a, b):
    pay_items(size_of(a))
    if size_of(a) == size_of(b) or (mask != EQUAL and mask != DIFFERENT):
        # keys that are equal but not identical are compared by the host
        pay_walk(a)
        pay_walk(b)
    return PyObject_RichCompare(a, b, host_op(mask))


def compare_plain(mask, a, b):
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    if PyList_Check(a) and PyList_Check(b):
        return compare_lists(mask, a, b)
    if PyTuple_Check(a) and PyTuple_Check(b):
        return compare_tuples(mask, a, b)
    if PyDict_Check(a) and PyDict_Check(b):
        result = compare_dicts(mask, a, b)
        if result is not NotImplemented:
            return result
    elif isinstance(a, (set, frozenset)) and isinstance(b, (set, frozenset)):
        return compare_sets(mask, a, b)
    elif CG_IS_STR(x):
        if CG_IS_STR(y) and PyUnicode_GET_LENGTH(x) > 4096:
            pay_items(PyUnicode_GET_LENGTH(x) >> 4)
    elif isinstance(a, slice) and isinstance(b, slice):
        return compare_tuples(mask, (a.start, a.stop, a.step), (b.start, b.stop, b.step))
    return PyObject_RichCompare(a, b, host_op(mask))
