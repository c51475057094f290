"""The guest's `frozenset`."""

import cython
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.cost import pay_hash
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.type import lookup
from cython.cimports.callgate.objects.guard import pass_on, quick, remember
from cython.cimports.callgate.objects.set import set_functions, table_of

from ..core.type import native_type
from .guard import finish


def frozenset_new(cls: Type, *args, **kwargs):
    if kwargs and lookup(cls, "__init__") == lookup(frozenset_type, "__init__"):
        raise TypeError("frozenset() takes no keyword arguments")
    if len(args) > 1:
        raise TypeError(f"{cls.name} expected at most 1 argument, got {len(args)}")
    if not args:
        items: frozenset = frozenset()
    elif type(args[0]) is frozenset:
        items = args[0]
    else:
        items = frozenset(table_of(args[0]))
    return items if cls is frozenset_type else frozenset.__new__(cls.host, items)


CONTAINS = cython.declare(cython.int, remember(frozenset.__contains__))


@cython.cfunc
def quick_contains(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n:
        pay_hash(cython.cast(object, args[0]))
    return pass_on(CONTAINS, value, args, n, kwnames)


frozenset_type = finish(native_type(
    "frozenset", frozenset, slots=("__len__", "__hash__"), methods=("__contains__", "__sizeof__"),
    functions=set_functions(frozenset), new=frozenset_new, mirror=True), frozenset)
quick(frozenset_type, "__contains__", cython.cast(cython.p_void, quick_contains))
