"""The guest's `range`."""

import cython
from cython.cimports.callgate.core.capi import CG_IS_INT, Ref
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.iteration import get_iter, host_contains, iter_step, own
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import host_subscript, index
from cython.cimports.callgate.core.text import repr_plain
from cython.cimports.callgate.objects.iterators import make_iter, make_reversed

from ..core.type import native_type
from .guard import finish


def range_new(cls: Type, *args, **kwargs):
    if kwargs or not 1 <= len(args) <= 3:
        return range(*[0 for _ in args], **dict.fromkeys(kwargs, 0))  # the host says what is wrong
    return range(*[index(each) for each in args])


def range_repr(value):
    return repr_plain(value)


def range_iter(value):
    return make_iter(value)


def range_reversed(value):
    return make_reversed(value)


def range_getitem(value, key):
    return host_subscript(value, key)


def range_contains(value, item):
    return host_contains(value, item)


@cython.cfunc
@cython.inline
def is_number(value: object) -> cython.bint:
    return CG_IS_INT(cython.cast(Ref, value)) or type(value) is bool


def range_count(value, *args):
    number: object = 0
    if len(args) != 1 or is_number(args[0]):
        return range.count(value, *args)
    it = get_iter(value)
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            return number
        if same(own(item), args[0]):
            number += 1


def range_index(value, *args):
    place: object = 0
    if len(args) != 1 or is_number(args[0]):
        return range.index(value, *args)
    it = get_iter(value)
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            raise ValueError("sequence.index(x): x not in sequence")
        if same(own(item), args[0]):
            return place
        place += 1


def range_reduce(value, *args):         # which the host does not look at
    return range_type, (value.start, value.stop, value.step)


SLOTS = ("__bool__", "__eq__", "__ge__", "__gt__", "__hash__", "__le__", "__len__", "__lt__", "__ne__")
range_type = finish(native_type(
    "range", range, slots=SLOTS, attributes=("start", "stop", "step"), new=range_new,
    functions={
        "__repr__": range_repr, "__iter__": range_iter, "__getitem__": range_getitem, "__contains__": range_contains,
        "__reduce__": range_reduce, "__reversed__": range_reversed, "count": range_count, "index": range_index,
    }), range)
