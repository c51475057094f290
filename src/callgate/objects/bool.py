"""The guest's `bool`."""

from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import truth

from ..core.type import native_type
from .guard import finish
from .int import int_type


def bool_new(cls: Type, *args, **kwargs):
    if kwargs or len(args) > 1:
        return bool(*[0 for _ in args], **dict.fromkeys(kwargs, 0))  # the host says what is wrong
    return truth(args[0]) if args else False


def bool_invert(value):
    return ~int(value)  # the host warns about ~True from 3.12 on: its own users, not the guest


bool_type = finish(native_type(
    "bool", bool, base=int_type, new=bool_new,
    slots=("__and__", "__or__", "__rand__", "__repr__", "__ror__", "__rxor__", "__xor__"),
    functions={"__invert__": bool_invert} if "__invert__" in vars(bool) else {}), bool)
