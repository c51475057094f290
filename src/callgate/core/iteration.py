"""Iteration, containment and length of any guest value.

* Whatever is iterated is an iterator of ours, or an object of the guest with a __next__: never a host iterator.
* What is drained on behalf of a native is metered: iterators charge for each item, growing lists ask for memory.
"""

import cython
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.cpython.dict import PyDict_Check
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.object import PyObject_Length
from cython.cimports.cpython.sequence import PySequence_Contains
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.cpython.unicode import PyUnicode_Check
from cython.cimports.callgate.core.call import call_found0, call_found1
from cython.cimports.callgate.core.capi import (
    CG_IS_INT, CG_IS_OBJECT, CG_NEXT, CG_PLAIN, DECREF, PyErr_Clear, PyErr_ExceptionMatches, PyErr_Pending,
    PyExc_StopIteration, PyList_CheckExact, PyList_GET_ITEM, PyTuple_CheckExact, PyTuple_GET_ITEM, Py_None,
    PyUnicode_GET_LENGTH, Py_REFCNT, Py_SIZE, Ref, cg_has_next, cg_int_digits, cg_newref,
)
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.cost import pay_bytes, pay_hash, pay_items, size_of
from cython.cimports.callgate.core.object import TF_HEAP, Type
from cython.cimports.callgate.core.operators import index, is_native, native_base, stand_in, truth
from cython.cimports.callgate.core.state import Kept, charge, charge_memory, check_c_stack, keep, let_go
from cython.cimports.callgate.core.type import has_items, lookup, type_name, type_of

_builtin_iterator = cython.declare(makeiterfunc, cython.NULL)
_sequence_iterator = cython.declare(makeiterfunc, cython.NULL)


def set_iterators(builtin, sequence):
    global _builtin_iterator, _sequence_iterator
    _builtin_iterator = builtin
    _sequence_iterator = sequence


@cython.cfunc
@cython.exceptval(-1, check=False)
def search(container: object, item: object) -> cython.bint:
    """`in` by iteration."""
    it: object = None
    try:
        it = get_iter(container)
    except TypeError:
        pass
    if it is None:
        raise TypeError(f"argument of type '{type_name(container)}' is not iterable")
    while True:
        raw: Ref = iter_step(it)
        if raw == cython.NULL:
            return False
        if same(own(raw), item):
            return True


@cython.cfunc
@cython.exceptval(-1, check=False)
def search_sequence(container: object, item: object) -> cython.bint:
    o: Ref = cython.cast(Ref, container)
    i: cython.Py_ssize_t = 0
    is_list: cython.bint = PyList_Check(container)
    while i < Py_SIZE(o):
        each = cython.cast(object, PyList_GET_ITEM(o, i) if is_list else PyTuple_GET_ITEM(o, i))
        if same(each, item):
            pay_items(2 * i)
            return True
        i += 1
        if i & 1023 == 0:
            charge(128)
    return False


@cython.cfunc
@cython.exceptval(-1, check=False)
def ask_host(container: object, item: object) -> cython.bint:
    if CG_PLAIN(cython.cast(Ref, container)):
        return PySequence_Contains(container, item)
    return native_base(type_of(container)).host.__contains__(container, item)  # whatever the mirror's own class has


@cython.cfunc
def byte_or_stand_in(item: object) -> object:
    if has_special(item, "__index__"):
        try:
            return index(item)
        except Exception:
            pass  # whatever it was: it might be a buffer, says the host
    return item if PyObject_CheckBuffer(item) else stand_in(item)


def host_contains(container, item):
    y: Ref = cython.cast(Ref, item)
    if PyList_Check(container) or PyTuple_Check(container):
        return search_sequence(container, item)
    if PyDict_Check(container) or isinstance(container, (set, frozenset)):
        pay_hash(item)
        return ask_host(container, item)
    if PyUnicode_Check(container) or isinstance(container, (bytes, bytearray)):
        pay_items(size_of(container) >> 3)
        if CG_IS_OBJECT(y):
            item = byte_or_stand_in(item) if isinstance(container, (bytes, bytearray)) else stand_in(item)
        return ask_host(container, item)
    if isinstance(container, range) and (CG_IS_INT(y) or type(item) is bool):
        return ask_host(container, item)
    return search(container, item)


def contains(container, item):
    x: Ref = cython.cast(Ref, container)
    if CG_PLAIN(x):
        return host_contains(container, item)
    cls: Type = type_of(container)
    found: Ref = lookup(cls, "__contains__")
    if found != cython.NULL:
        if not CG_IS_OBJECT(x) and is_native(cls, "__contains__", found):
            return host_contains(container, item)
        if found == Py_None:
            raise TypeError(f"'{type_name(container)}' object is not a container")
        check_c_stack()
        return truth(call_found1(found, container, item))
    return search(container, item)


def has_special(value, name):
    return lookup(type_of(value), name) != cython.NULL


def is_iterable(value):
    cls: Type = type_of(value)
    found: Ref = lookup(cls, "__iter__")
    if found != cython.NULL:
        return found != Py_None
    return has_items(cls)


def is_iterator(value):
    x: Ref = cython.cast(Ref, value)
    if not CG_IS_OBJECT(x):
        return not CG_PLAIN(x) and lookup(type_of(value), "__next__") != cython.NULL
    return lookup(type_of(value), "__next__") != cython.NULL


def get_iter(a):
    x: Ref = cython.cast(Ref, a)
    if CG_PLAIN(x):
        result = _builtin_iterator(a)
        if result is not None:
            return result
    cls: Type = type_of(a)
    found: Ref = lookup(cls, "__iter__")
    if found == cython.NULL:
        if has_items(cls):
            return _sequence_iterator(a)
        raise TypeError(f"'{type_name(a)}' object is not iterable")
    if found == Py_None:
        raise TypeError(f"'{type_name(a)}' object is not iterable")
    if not CG_IS_OBJECT(x) and is_native(cls, "__iter__", found):
        result = _builtin_iterator(a)
        if result is not None:
            return result
    if CG_IS_OBJECT(x) and not cls.flags & TF_HEAP:
        return iter(a)                  # one of our own types: its host class knows the way
    check_c_stack()
    result = call_found0(found, a)
    if not is_iterator(result):
        raise TypeError(f"iter() returned non-iterator of type '{type_name(result)}'")
    return result


def iter_step(it):
    x: Ref = cython.cast(Ref, it)
    check_c_stack()                     # iterators of iterators of iterators
    if CG_IS_OBJECT(x) and cg_has_next(x):
        result: Ref = CG_NEXT(x)
        if result == cython.NULL and PyErr_Pending() and PyErr_ExceptionMatches(PyExc_StopIteration):
            PyErr_Clear()
        return result
    if not is_iterator(it):
        raise TypeError(f"'{type_name(it)}' object is not an iterator")
    try:
        item = call_found0(lookup(type_of(it), "__next__"), it)
        return cg_newref(cython.cast(Ref, item))
    except StopIteration:
        return cython.NULL


def own(item):
    """Takes over the reference that a raw operation returned."""
    value = cython.cast(object, item)
    DECREF(item)
    return value


def iter_next(it):
    item: Ref = iter_step(it)
    if item == cython.NULL:
        raise StopIteration
    return own(item)


def drain_or(iterable, complaint):
    it: object = None
    if PyList_CheckExact(cython.cast(Ref, iterable)) or PyTuple_CheckExact(cython.cast(Ref, iterable)):
        return drain(iterable)
    try:
        it = get_iter(iterable)
    except TypeError:
        pass
    if it is None:
        raise TypeError(complaint)
    return drain(it)  # which asks the iterator for one, as the host does


def drain(iterable):
    if PyList_CheckExact(cython.cast(Ref, iterable)) or PyTuple_CheckExact(cython.cast(Ref, iterable)):
        pay_bytes(8.0 * len(iterable))
        return list(iterable)
    it = get_iter(iterable)
    ask_hint(iterable)
    return collect(it)


def ask_hint(iterable):
    if not CG_PLAIN(cython.cast(Ref, iterable)):
        length_hint(iterable, 8)
    return 0


def collect(it):
    result: list = []
    paid: cython.longlong = 1 << 15
    held: cython.longlong = 0       # nobody can reach the list yet, nor what only it holds
    node: Kept
    keep(cython.address(node), result)
    try:
        while True:
            item: Ref = iter_step(it)
            if item == cython.NULL:
                return result
            held += 9 if Py_REFCNT(item) > 1 else 9 + own_size(item)
            result.append(own(item))
            if held > paid:
                paid = 2 * held if held < 1 << 20 else held + (1 << 20)
                charge_memory(held)
    finally:
        let_go(cython.address(node))


def byte_numbers(value, name):
    made: list = []
    paid: cython.Py_ssize_t = 1 << 12
    it: object = get_iter(value)
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            break
        number = own(item)
        if type(number) is not int:
            number = index(number)
        if not 0 <= number < 256:
            raise ValueError(f"{'bytes' if name == 'bytes' else 'byte'} must be in range(0, 256)")
        made.append(number)
        if len(made) > paid:
            pay_bytes(paid)
            charge_memory(16 * paid)
            paid *= 2
    pay_bytes(9 * len(made))
    return bytes(made)


@cython.cfunc
@cython.exceptval(check=False)
def own_size(item: Ref) -> cython.Py_ssize_t:
    """About the bytes of a new object."""
    value: object = cython.cast(object, item)
    if PyUnicode_Check(value):
        return 56 + PyUnicode_GET_LENGTH(item)
    if PyTuple_CheckExact(item) or PyList_CheckExact(item):
        return 56 + 40 * Py_SIZE(item)
    if CG_IS_INT(item):
        return 24 + 4 * cg_int_digits(item)
    return 64


def length(a):
    x: Ref = cython.cast(Ref, a)
    if CG_PLAIN(x):
        return PyObject_Length(a)
    cls: Type = type_of(a)
    found: Ref = lookup(cls, "__len__")
    if found == cython.NULL:
        raise TypeError(f"object of type '{type_name(a)}' has no len()")
    if not CG_IS_OBJECT(x) and is_native(cls, "__len__", found):
        return PyObject_Length(a)
    check_c_stack()
    number = index(call_found0(found, a))
    if number < 0:
        raise ValueError("__len__() should return >= 0")
    if number > cython.cast(cython.longlong, 0x7fffffffffffffff):
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return number


def length_hint(a, default):
    if has_special(a, "__len__"):
        try:
            return length(a)
        except TypeError:
            pass
    found: Ref = lookup(type_of(a), "__length_hint__")
    if found == cython.NULL:
        return default
    try:
        number = call_found0(found, a)
    except TypeError:
        return default
    if number is NotImplemented:
        return default
    if not isinstance(number, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type_name(number)}")
    if number < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return number


