"""The guest's `tuple`."""

import cython
from cython.cimports.callgate.core.capi import CG_IS_OBJECT, PyTuple_CheckExact, Ref
from cython.cimports.callgate.core.compare import compare_tuples
from cython.cimports.callgate.core.cost import pay_bytes, pay_hash, size_of
from cython.cimports.callgate.core.iteration import drain, host_contains
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import host_subscript, stand_in
from cython.cimports.callgate.core.text import repr_plain
from cython.cimports.callgate.objects.guard import paid_slot
from cython.cimports.callgate.objects.iterators import make_iter
from cython.cimports.callgate.objects.sequence import count, find, limits

from cython.cimports.callgate.core.type import lookup

from ..core.type import native_type
from .genericalias import class_getitem
from .guard import finish


def tuple_new(cls: Type, *args, **kwargs):
    if kwargs and lookup(cls, "__init__") == lookup(tuple_type, "__init__"):
        tuple(*[() for _ in args], **dict.fromkeys(kwargs, ()))  # the host says what is wrong
    if len(args) > 1:
        tuple(*[() for _ in args])
    if not args:
        items: tuple = ()
    elif PyTuple_CheckExact(cython.cast(Ref, args[0])):
        items = args[0]
    else:
        found: list = drain(args[0])
        pay_bytes(8.0 * len(found))
        items = tuple(found)
    return items if cls is tuple_type else tuple.__new__(cls.host, items)


def tuple_repr(value):
    return repr_plain(value)


def tuple_iter(value):
    return make_iter(value)


def tuple_getitem(value, key):
    return host_subscript(value, key)


def tuple_contains(value, item):
    return host_contains(value, item)


def tuple_hash(value):
    pay_hash(value)
    return tuple.__hash__(value)


def tuple_add(value, other):
    if CG_IS_OBJECT(cython.cast(Ref, other)):
        other = stand_in(other)
    elif isinstance(other, tuple):
        pay_bytes(8.0 * (size_of(value) + size_of(other)))
    return tuple.__add__(value, other)


def tuple_eq(a, b):
    return compare_tuples(2, a, b) if isinstance(b, tuple) else NotImplemented


def tuple_ne(a, b):
    return compare_tuples(5, a, b) if isinstance(b, tuple) else NotImplemented


def tuple_lt(a, b):
    return compare_tuples(1, a, b) if isinstance(b, tuple) else NotImplemented


def tuple_le(a, b):
    return compare_tuples(3, a, b) if isinstance(b, tuple) else NotImplemented


def tuple_gt(a, b):
    return compare_tuples(4, a, b) if isinstance(b, tuple) else NotImplemented


def tuple_ge(a, b):
    return compare_tuples(6, a, b) if isinstance(b, tuple) else NotImplemented


def tuple_count(value, *args):
    if len(args) != 1:
        return tuple.count(value, *args)
    return count(value, args[0])


def tuple_index(value, *args):
    start: cython.Py_ssize_t = 0
    stop: cython.Py_ssize_t = 0
    if not 1 <= len(args) <= 3:
        return tuple.index(value, *args)
    limits(args[1:], size_of(value), cython.address(start), cython.address(stop))
    place: cython.Py_ssize_t = find(value, args[0], start, stop)
    if place < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return place


METHODS = ("__getnewargs__",)
FUNCTIONS = {
    "__repr__": tuple_repr, "__iter__": tuple_iter, "__getitem__": tuple_getitem, "__contains__": tuple_contains,
    "__hash__": tuple_hash, "__add__": tuple_add, "__eq__": tuple_eq, "__ne__": tuple_ne, "__lt__": tuple_lt,
    "__le__": tuple_le, "__gt__": tuple_gt, "__ge__": tuple_ge, "count": tuple_count, "index": tuple_index,
    "__class_getitem__": classmethod(class_getitem),
}
tuple_type = finish(native_type(
    "tuple", tuple, slots=("__len__",), methods=METHODS, functions=FUNCTIONS, new=tuple_new, mirror=True), tuple,
    {"__mul__": paid_slot(tuple.__mul__, 2, False), "__rmul__": paid_slot(tuple.__rmul__, 2, False)})
