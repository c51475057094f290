"""The guest's `slice`."""

import cython
from cython.cimports.callgate.core.compare import compare_tuples
from cython.cimports.callgate.core.cost import pay_hash
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index, plain_slice
from cython.cimports.callgate.core.text import repr_plain

from ..core.type import native_type
from .guard import finish


#: The host frees slices within slices by recursion on its stack, whatever their number.
MOST_NESTED = cython.declare(cython.Py_ssize_t, 200)


def new_slice(start, stop, step):
    todo: list
    number: cython.Py_ssize_t = 0
    if type(start) is slice or type(stop) is slice or type(step) is slice:
        todo = [start, stop, step]
        while todo:
            part = todo.pop()
            if type(part) is slice:
                number += 1
                if number > MOST_NESTED:
                    raise RecursionError("maximum recursion depth exceeded: slices within slices")
                todo.append(part.start)
                todo.append(part.stop)
                todo.append(part.step)
    return slice(start, stop, step)


def slice_new(cls: Type, *args, **kwargs):
    if kwargs:
        return slice(**dict.fromkeys(kwargs))  # the host says what is wrong
    made: slice = slice(*args)
    return new_slice(made.start, made.stop, made.step)


@cython.cfunc
def parts(value: object) -> tuple:
    return (value.start, value.stop, value.step)


def slice_repr(value):
    return repr_plain(value)


def slice_hash(value):
    pay_hash(parts(value))
    return slice.__hash__(value)


def slice_eq(a, b):
    return compare_tuples(2, parts(a), parts(b)) if isinstance(b, slice) else NotImplemented


def slice_ne(a, b):
    return compare_tuples(5, parts(a), parts(b)) if isinstance(b, slice) else NotImplemented


def slice_lt(a, b):
    return compare_tuples(1, parts(a), parts(b)) if isinstance(b, slice) else NotImplemented


def slice_le(a, b):
    return compare_tuples(3, parts(a), parts(b)) if isinstance(b, slice) else NotImplemented


def slice_gt(a, b):
    return compare_tuples(4, parts(a), parts(b)) if isinstance(b, slice) else NotImplemented


def slice_ge(a, b):
    return compare_tuples(6, parts(a), parts(b)) if isinstance(b, slice) else NotImplemented


def slice_indices(value, *args):
    if len(args) != 1:
        return slice.indices(value, *args)
    length = index(args[0])
    if length < 0:
        raise ValueError("length should not be negative")
    return slice.indices(plain_slice(value), length)


def slice_reduce(value):
    return slice_type, parts(value)


FUNCTIONS = {
    "__repr__": slice_repr, "__eq__": slice_eq, "__ne__": slice_ne, "__lt__": slice_lt, "__le__": slice_le,
    "__gt__": slice_gt, "__ge__": slice_ge, "indices": slice_indices, "__reduce__": slice_reduce,
}
VALUES = {}
if slice.__hash__ is None:
    VALUES["__hash__"] = None
else:
    FUNCTIONS["__hash__"] = slice_hash
slice_type = finish(native_type(
    "slice", slice, functions=FUNCTIONS, values=VALUES, attributes=("start", "stop", "step"), new=slice_new), slice)
