"""types.UnionType, what `int | str` is: flat, without doubles, good for isinstance."""

import cython
from cython.cimports.callgate.core.attributes import MISSING, getattr_or
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.text import repr_object, str_object
from cython.cimports.callgate.core.type import isinstance_, issubclass_, type_name, type_of

from .text import joined
from .type import native_type

PARTS = frozenset(("GenericAlias", "TypeAliasType"))


class UnionType:
    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return frozenset(self.args) == frozenset(cython.cast(UnionType, other).args)

    def __hash__(self):
        return hash(frozenset(self.args))


@cython.cfunc
def parts(value: object) -> tuple:
    if value is None:
        return (type_of(None),)
    if isinstance(value, UnionType):
        return cython.cast(UnionType, value).args
    if isinstance(value, Type):
        return (value,)
    cls: Type = type_of(value)
    while cls.flags & TF_HEAP:
        cls = cls.base
    if cls.name in PARTS:
        return (value,)
    return None


def make_union(a, b):
    left: tuple = parts(a)
    right: tuple = parts(b)
    if left is None or right is None:
        return NotImplemented
    return union_of(left + right)


@cython.cfunc
def union_of(values: tuple) -> object:
    found: list = []
    for each in values:
        if not [1 for other in found if other is each or (type(other) is type(each) and not isinstance(each, Type)
                                                            and other == each)]:
            found.append(each)
    if len(found) == 1:
        return found[0]
    made: UnionType = UnionType.__new__(UnionType)
    made.args = tuple(found)
    return made


def union_or(a, b, /):
    return make_union(a, b)


def union_ror(a, b, /):
    return make_union(b, a)


def part_repr(value):
    if getattr_or(value, "__origin__", MISSING) is not MISSING and getattr_or(value, "__args__", MISSING) is not MISSING:
        return repr_object(value)
    name = getattr_or(value, "__qualname__", MISSING)
    module = getattr_or(value, "__module__", None) if name is not MISSING else None
    if module is None:
        return repr_object(value)
    if isinstance(module, str) and module == "builtins":
        return str_object(name)
    return f"{str_object(module)}.{str_object(name)}"


def union_repr(value: UnionType, /):
    return joined(" | ", ("None" if each is type_of(None) else part_repr(each) for each in value.args))


def instance_check(value: UnionType, obj, /):
    for each in value.args:
        if not isinstance(each, Type):
            raise TypeError("isinstance() argument 2 cannot be a parameterized generic")
    for each in value.args:
        if isinstance_(obj, each):
            return True
    return False


def subclass_check(value: UnionType, cls, /):
    if not isinstance(cls, Type):
        raise TypeError("issubclass() arg 1 must be a class")
    for each in value.args:
        if not isinstance(each, Type):
            raise TypeError("issubclass() argument 2 cannot be a parameterized generic")
    for each in value.args:
        if issubclass_(cls, each):
            return True
    return False


def get_args(value: UnionType):
    return value.args


def get_module(value: UnionType):
    return "types"


def get_parameters(value: UnionType):
    found: list = []
    for each in value.args:
        if type_name(each) in ("typing.TypeVar", "TypeVar"):
            if not [1 for other in found if other is each]:
                found.append(each)
        else:
            for inner in getattr_or(each, "__parameters__", ()) if not isinstance(each, Type) else ():
                if not [1 for other in found if other is inner]:
                    found.append(inner)
    return tuple(found)


UNION = native_type(
    "UnionType", UnionType, module="types", slots=("__eq__", "__ne__", "__hash__"),
    doc="Represent a PEP 604 union type",
    functions={"__or__": union_or, "__ror__": union_ror, "__repr__": union_repr, "__instancecheck__": instance_check,
               "__subclasscheck__": subclass_check},
    getters={"__module__": get_module, "__args__": get_args, "__parameters__": get_parameters})
