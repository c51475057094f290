"""The guest's `float`: the host's, with conversions that ask the guest's methods."""

import cython
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.callgate.core.call import call_found0, object_call
from cython.cimports.callgate.core.capi import CG_IS_FLOAT, CG_PLAIN, Py_None, Ref
from cython.cimports.callgate.core.cost import pay_items, size_of
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index, is_native, repr_, stand_in
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.core.text import format_plain
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.objects.guard import for_host

from ..core.type import native_type
from .guard import finish

#: the class as an object: Cython has ideas of its own about calls of `float`
host = cython.declare(object, float)


@cython.cfunc
def from_bytes(value: object) -> object:
    view = memoryview(value)
    pay_items(view.nbytes)
    data: bytes = view.tobytes()
    try:
        return host(data)
    except ValueError:
        raise ValueError(f"could not convert string to float: {repr_(value)}") from None


def to_float(value):
    """float(value): an exact host float."""
    x: Ref = cython.cast(Ref, value)
    if CG_IS_FLOAT(x):
        return value
    if not isinstance(value, (bytes, bytearray)) and PyObject_CheckBuffer(value) and memoryview(value).c_contiguous:
        return from_bytes(value)
    if CG_PLAIN(x):
        if isinstance(value, (str, bytes, bytearray)):
            pay_items(size_of(value))
        return host(value)
    cls: Type = type_of(value)
    found: Ref = lookup(cls, "__float__")
    if found != cython.NULL and found != Py_None:
        if isinstance(value, (int, float)) and is_native(cls, "__float__", found):
            return float.__float__(value) if isinstance(value, float) else int.__float__(value)
        check_c_stack()
        result = call_found0(found, value)
        if not isinstance(result, float):
            raise TypeError(f"{type_name(value)}.__float__ returned non-float (type {type_name(result)})")
        if type_of(result) is not float_type:
            warn("DeprecationWarning", f"{type_name(value)}.__float__ returned non-float (type {type_name(result)}).  The ability to "
                 "return an instance of a strict subclass of float is deprecated, and may be removed in a future version of "
                 "Python.")
        return float.__pos__(result)
    if has_special(value, "__index__"):
        return host(index(value))
    if isinstance(value, (str, bytes, bytearray)):
        return host(value)  # a mirror: the host reads its content, and names it by its own __repr__
    return host(stand_in(value))


def float_new(cls: Type, *args, **kwargs):
    if kwargs and lookup(cls, "__init__") != lookup(float_type, "__init__"):
        kwargs = {}  # a subclass may have an __init__ that takes them
    if kwargs or len(args) > 1:
        host(*[0 for _ in args], **dict.fromkeys(kwargs, 0))
    value = to_float(args[0]) if args else 0.0
    return value if cls is float_type else float.__new__(cls.host, value)


def float_format(value, *args):
    if len(args) != 1 or not isinstance(args[0], str):
        return float.__format__(value, *[for_host(each) for each in args])
    return format_plain(value, args[0])


def float_fromhex(cls: Type, *args):
    if len(args) != 1:
        raise TypeError(f"{cls.name}.fromhex() takes exactly one argument ({len(args)} given)")
    if args and isinstance(args[0], str):
        pay_items(size_of(args[0]))
    value = float.fromhex(*args)
    return value if cls is float_type else object_call(cls, (value,), None)


def float_getformat(cls: Type, *args):
    if len(args) != 1:
        raise TypeError(f"{cls.name}.__getformat__() takes exactly one argument ({len(args)} given)")
    return float.__getformat__(*args)


def float_round(value, *args):
    if len(args) == 1 and args[0] is not None:
        return float.__round__(value, index(args[0]))
    return float.__round__(value, *args)


SLOTS = (
    "__abs__", "__add__", "__bool__", "__divmod__", "__eq__", "__float__", "__floordiv__", "__ge__", "__gt__",
    "__hash__", "__int__", "__le__", "__lt__", "__mod__", "__mul__", "__ne__", "__neg__", "__pos__", "__pow__",
    "__radd__", "__rdivmod__", "__repr__", "__rfloordiv__", "__rmod__", "__rmul__", "__rpow__", "__rsub__",
    "__rtruediv__", "__sub__", "__truediv__",
)
METHODS = ("__ceil__", "__floor__", "__getnewargs__", "__trunc__", "as_integer_ratio", "conjugate", "hex", "is_integer")
float_type = finish(native_type(
    "float", float, slots=SLOTS, methods=METHODS, attributes=("real", "imag"), new=float_new, mirror=True,
    functions={"__format__": float_format, "__round__": float_round, "fromhex": classmethod(float_fromhex),
               "__getformat__": classmethod(float_getformat)}), float)
