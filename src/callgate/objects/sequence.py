"""Searching in lists and tuples: items are compared by the guest's rules, and a list may change while that happens."""

import cython
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.callgate.core.capi import PyList_GET_ITEM, PyTuple_GET_ITEM, Py_SIZE, Ref
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge

MAX = cython.declare(object, 0x7fffffffffffffff)


@cython.cfunc
@cython.exceptval(-1, check=False)
def limit(value: object, size: cython.Py_ssize_t) -> cython.Py_ssize_t:
    if not isinstance(value, int) and not has_special(value, "__index__"):
        raise TypeError("slice indices must be integers or have an __index__ method")
    place = min(max(index(value), -MAX), MAX)
    if place < 0:
        place += size
    return place if place > 0 else 0


def limits(args, size, start, stop):
    start[0] = 0
    stop[0] = MAX
    if len(args) > 0:
        start[0] = limit(args[0], size)
    if len(args) > 1:
        stop[0] = limit(args[1], size)
    return 0


@cython.cfunc
@cython.inline
def item_at(o: Ref, is_list: cython.bint, i: cython.Py_ssize_t) -> object:
    return cython.cast(object, PyList_GET_ITEM(o, i) if is_list else PyTuple_GET_ITEM(o, i))


def find(seq, item, start, stop):
    o: Ref = cython.cast(Ref, seq)
    is_list: cython.bint = PyList_Check(seq)
    i: cython.Py_ssize_t = start
    while i < stop and i < Py_SIZE(o):
        if same(item_at(o, is_list, i), item):
            return i
        i += 1
        if i & 31 == 0:
            charge(3)
    return -1


def count(seq, item):
    o: Ref = cython.cast(Ref, seq)
    is_list: cython.bint = PyList_Check(seq)
    i: cython.Py_ssize_t = 0
    number: cython.Py_ssize_t = 0
    while i < Py_SIZE(o):
        if same(item_at(o, is_list, i), item):
            number += 1
        i += 1
        if i & 31 == 0:
            charge(3)
    return number
