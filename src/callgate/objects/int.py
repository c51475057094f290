"""The guest's `int`: the host's, with conversions that ask the guest's methods and sizes that are paid for."""

import sys

import cython
from cython.cimports.callgate.core.call import call_found0, object_call
from cython.cimports.callgate.core.capi import CG_IS_INT, CG_PLAIN, Py_None, Ref
from cython.cimports.callgate.core.cost import pay_bytes, pay_digits, pay_items, pay_power, size_of
from cython.cimports.callgate.core.iteration import ask_hint, byte_numbers, get_iter, has_special
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index, is_native, stand_in
from cython.cimports.callgate.core.state import charge, check_c_stack
from cython.cimports.callgate.core.text import format_plain
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.objects.guard import WHOLE, checked, for_host, paid_slot, pay_for, size_argument, with_size
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from ..core.type import native_type
from .guard import finish


#: How int(1, 2, 3) is answered.
COUNTS = sys.version_info >= (3, 13)


# === conversion

@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_parse(text: object) -> cython.int:
    """Digits to a number: quadratic but for bases that are powers of two."""
    n: cython.double = size_of(text) / 9.0
    if n > 8:
        charge(cython.cast(cython.longlong, n * n / 16 + n))
    return 0


def to_int(value):
    """int(value) for one argument: a host int, exact unless the value is an exact int already."""
    x: Ref = cython.cast(Ref, value)
    if CG_IS_INT(x):
        return value
    if CG_PLAIN(x):
        if isinstance(value, (str, bytes, bytearray)):
            pay_parse(value)
        return int(value)
    cls: Type = type_of(value)
    found: Ref = lookup(cls, "__int__")
    if found != cython.NULL and found != Py_None:
        if isinstance(value, (int, float)) and is_native(cls, "__int__", found):
            return int(value)
        check_c_stack()
        result = call_found0(found, value)
        if not isinstance(result, int):
            raise TypeError(f"__int__ returned non-int (type {type_name(result)})")
        if type_of(result) is not int_type:
            warn("DeprecationWarning", f"__int__ returned non-int (type {type_name(result)}).  The ability to return an instance of "
                 "a strict subclass of int is deprecated, and may be removed in a future version of Python.")
        return int.__pos__(result)
    if has_special(value, "__index__"):
        return index(value)
    found = lookup(cls, "__trunc__")
    if found != cython.NULL:
        warn("DeprecationWarning", "The delegation of int() to __trunc__ is deprecated.")
        result = call_found0(found, value)
        if isinstance(result, int):
            return int.__pos__(result)
        if not has_special(result, "__index__"):
            raise TypeError(f"__trunc__ returned non-Integral (type {type_name(result)})")
        return index(result)
    if isinstance(value, (str, bytes, bytearray)):
        pay_parse(value)
        return int(value)  # a mirror: the host reads its content, and names it by its own __repr__
    if PyObject_CheckBuffer(value) and memoryview(value).c_contiguous:
        data: bytes = memoryview(value).tobytes()
        pay_parse(data)
        return int(data)
    return int(stand_in(value))


@cython.cfunc
def convert(cls: Type, args: tuple, kwargs: dict) -> object:
    if not kwargs:
        if not args:
            return 0
        if len(args) == 1:
            return to_int(args[0])
    if len(args) + len(kwargs) != 2 or not args or len(args) == 1 and "base" not in kwargs:
        if len(args) > 2 and not kwargs:
            raise TypeError(f"int expected at most 2 arguments, got {len(args)}" if COUNTS and cls is int_type else
                            f"int() takes at most 2 arguments ({len(args)} given)")
        return int(*[0 for _ in args], **dict.fromkeys(kwargs, 0))  # the host says what is wrong
    text = args[0]
    base = index(args[1] if len(args) == 2 else kwargs["base"])
    if not isinstance(text, (str, bytes, bytearray)):
        int("0", base)  # the base is looked at first
        raise TypeError("int() can't convert non-string with explicit base")
    pay_parse(text)
    return int(text, base)


def int_new(cls: Type, *args, **kwargs):
    value = convert(cls, args, kwargs)
    if cls is int_type:
        return value
    return int.__new__(cls.host, value)


# === methods

def int_repr(value):
    pay_digits(value)
    return int.__repr__(value)


def int_format(value, *args):
    if len(args) != 1 or not isinstance(args[0], str):
        return int.__format__(value, *[for_host(each) for each in args])
    return format_plain(value, args[0])


def int_pow(value, other, modulus=None):
    pay_power(value, other, modulus)
    return int.__pow__(value, other, modulus)


def int_rpow(value, other, modulus=None):
    pay_power(other, value, modulus)
    return int.__rpow__(value, other, modulus)


def int_round(value, *args):
    if len(args) == 1 and args[0] is not None:
        digits = index(args[0])
        if digits < 0:
            if -digits > int.bit_length(value) * 302 // 1000 + 2:
                return 0  # as the host would say after it has raised 10 to that power
            pay_power(10, -digits, None)
        return int.__round__(value, digits)
    return int.__round__(value, *args)


@cython.cfunc
def check_to_bytes(value: object, args: tuple, kwargs: dict) -> tuple:
    length = size_argument(args, kwargs, 0, "length")
    if length is not None and 0 < length < 1 << 62:
        pay_bytes(length)
    return with_size(args, kwargs, 0, "length", length)


def int_from_bytes(cls: Type, *args, **kwargs):
    if kwargs or len(args) > 1:         # the host looks at the bytes last
        int.from_bytes(*([b""] if args else []), *args[1:], **{name: b"" if name == "bytes" else given for name, given in kwargs.items()})
    if args:
        args = (byte_values(args[0]), *args[1:])
    elif "bytes" in kwargs:
        kwargs["bytes"] = byte_values(kwargs["bytes"])
    value = int.from_bytes(*args, **kwargs)
    if cls is int_type:
        return value
    return object_call(cls, (value,), None)


@cython.cfunc
def byte_values(value: object) -> object:
    """What from_bytes reads: bytes-like as it is, else by __bytes__ or from numbers."""
    if isinstance(value, (bytes, bytearray)):
        pay_items(size_of(value))
        return bytes(value) if not CG_PLAIN(cython.cast(Ref, value)) else value
    found: Ref = lookup(type_of(value), "__bytes__")
    if found != cython.NULL:
        made = call_found0(found, value)
        if not isinstance(made, bytes):
            raise TypeError(f"__bytes__ returned non-bytes (type {type_name(made)})")
        return made
    if isinstance(value, str) or not has_special(value, "__iter__") and not has_special(value, "__getitem__"):
        return stand_in(value)
    it: object = None
    try:
        it = get_iter(value)
    except TypeError:
        pass
    if it is None:
        return stand_in(value)
    ask_hint(value)
    return byte_numbers(it, "bytes")


SAFE = (
    "__abs__", "__add__", "__and__", "__bool__", "__eq__", "__float__", "__ge__", "__gt__", "__hash__", "__index__",
    "__int__", "__invert__", "__le__", "__lt__", "__ne__", "__neg__", "__or__", "__pos__", "__radd__", "__rand__",
    "__ror__", "__rrshift__", "__rshift__", "__rsub__", "__rxor__", "__sub__", "__xor__",
)
METHODS = [
    name for name in (
        "__ceil__", "__floor__", "__getnewargs__", "__sizeof__", "__trunc__", "as_integer_ratio", "bit_count",
        "bit_length", "conjugate", "is_integer",
    ) if name in vars(int)
]
PAID = {"mul": 2, "truediv": 3, "floordiv": 4, "mod": 5, "divmod": 4, "lshift": 7}
FUNCTIONS = {
    "__repr__": int_repr, "__format__": int_format, "__pow__": int_pow, "__rpow__": int_rpow, "__round__": int_round,
    "to_bytes": checked(int.to_bytes, check_to_bytes), "from_bytes": classmethod(int_from_bytes),
}
PAID_SLOTS = {
    **{f"__{name}__": paid_slot(getattr(int, f"__{name}__"), op, False) for name, op in PAID.items()},
    **{f"__r{name}__": paid_slot(getattr(int, f"__r{name}__"), op, True) for name, op in PAID.items()},
}
int_type = finish(native_type(
    "int", int, slots=SAFE, methods=METHODS, functions=FUNCTIONS,
    attributes=("real", "imag", "numerator", "denominator"), new=int_new, mirror=True), int, PAID_SLOTS)
pay_for(int_type, [name for name in METHODS if name in ("as_integer_ratio", "bit_count", "conjugate", "__ceil__", "__floor__", "__trunc__")], WHOLE)
