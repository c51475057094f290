"""The types of None, Ellipsis and NotImplemented."""

from ..core.type import native_type
from .guard import finish


def maker(value):
    def new(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError(f"{cls.__name__} takes no arguments")
        return value
    return new


def none_repr(value):
    return "None"


def name_of_ellipsis(value):
    return "Ellipsis"


def name_of_not_implemented(value):
    return "NotImplemented"


def not_implemented_bool(value):
    return True  # newer hosts warn: their own users, not the guest


none_type = finish(native_type(
    "NoneType", type(None), new=maker(None), functions={"__repr__": none_repr},
    slots=[name for name in ("__bool__", "__eq__", "__ge__", "__gt__", "__hash__", "__le__", "__lt__", "__ne__")
           if name in vars(type(None))]), type(None))
ellipsis_type = finish(native_type(
    "ellipsis", type(...), new=maker(...), functions={"__repr__": name_of_ellipsis, "__reduce__": name_of_ellipsis}), type(...))
not_implemented_type = finish(native_type(
    "NotImplementedType", type(NotImplemented), new=maker(NotImplemented),
    functions={"__repr__": name_of_not_implemented, "__reduce__": name_of_not_implemented,
               "__bool__": not_implemented_bool}), type(NotImplemented))
