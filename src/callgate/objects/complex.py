"""The guest's `complex`: the host's, with conversions that ask the guest's methods."""

import cython
from cython.cimports.callgate.core.call import call_found0
from cython.cimports.callgate.core.capi import CG_PLAIN, Py_None, Ref
from cython.cimports.callgate.core.cost import pay_items, size_of
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index, is_native, stand_in
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.core.text import format_plain
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.objects.guard import for_host

from ..core.type import native_type
from .float import to_float
from .guard import finish


@cython.cfunc
def part(value: object, is_imag: cython.bint) -> object:
    """An argument of complex() as a host number or text, or what the host will complain about."""
    if CG_PLAIN(cython.cast(Ref, value)):
        if isinstance(value, str):
            pay_items(size_of(value))
        return value
    if isinstance(value, str):
        pay_items(size_of(value))
        return str.__str__(value)       # whatever its class has: texts come first
    cls: Type = type_of(value)
    found: Ref = lookup(cls, "__complex__")
    if not is_imag and found != cython.NULL and found != Py_None and not (
            isinstance(value, complex) and is_native(cls, "__complex__", found)):
        check_c_stack()
        result = call_found0(found, value)
        if not isinstance(result, complex):
            raise TypeError(f"__complex__ returned non-complex (type {type_name(result)})")
        if type(result) is not complex:
            warn("DeprecationWarning", f"__complex__ returned non-complex (type {type_name(result)}).  The ability to return an "
                 "instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.")
        return complex.__pos__(result)
    if isinstance(value, complex):
        return complex.__pos__(value)
    if has_special(value, "__float__"):
        return to_float(value)
    if has_special(value, "__index__"):
        return float(index(value))
    return stand_in(value)


def complex_new(cls: Type, *args, **kwargs):
    place: cython.Py_ssize_t
    if kwargs.keys() <= {"real", "imag"} and len(args) + len(kwargs) <= 2:
        value = complex(*[part(args[place], place == 1) for place in range(len(args))],
                        **{name: part(each, name == "imag") for name, each in kwargs.items()})
    else:
        value = complex(*[0 for _ in args], **dict.fromkeys(kwargs, 0))
    return value if cls is complex_type else complex.__new__(cls.host, value)


def complex_format(value, *args):
    if len(args) != 1 or not isinstance(args[0], str):
        return complex.__format__(value, *[for_host(each) for each in args])
    return format_plain(value, args[0])


def complex_from_number(cls: Type, *args):
    value = complex.from_number(*[part(each, False) for each in args])
    return value if cls is complex_type else complex.__new__(cls.host, value)


SLOTS = (
    "__abs__", "__add__", "__bool__", "__eq__", "__ge__", "__gt__", "__hash__", "__le__", "__lt__", "__mul__", "__ne__",
    "__neg__", "__pos__", "__pow__", "__radd__", "__repr__", "__rmul__", "__rpow__", "__rsub__", "__rtruediv__",
    "__sub__", "__truediv__",
)
FUNCTIONS = {"__format__": complex_format}
if "from_number" in vars(complex):
    FUNCTIONS["from_number"] = classmethod(complex_from_number)
complex_type = finish(native_type(
    "complex", complex, slots=SLOTS, methods=("__complex__", "__getnewargs__", "conjugate"), functions=FUNCTIONS,
    attributes=("real", "imag"), new=complex_new, mirror=True), complex)
