"""The guest's `list`.

* Growing by what an iterator gives is metered, and items that were added before it fails stay added.
* While a list is sorted it is empty, as in CPython, and whoever changes it meanwhile gets a ValueError.
"""

import cython
from cython.cimports.cpython.list import PyList_Append, PyList_SetSlice
from cython.cimports.libc.math import log2
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import (
    CG_IS_OBJECT, DECREF, PyList_CheckExact, PyList_GET_SIZE, PyTuple_CheckExact, Ref, Refs, cg_list_pop, cg_list_touched,
    cg_watch_list,
)
from cython.cimports.callgate.core.compare import compare_lists
from cython.cimports.callgate.core.cost import pay_bytes, pay_items, size_of
from cython.cimports.callgate.core.iteration import ask_hint, get_iter, host_contains, iter_step, own
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import (
    compare_op, host_delete_subscript, host_set_subscript, host_subscript, stand_in, truth,
)
from cython.cimports.callgate.core.state import Kept, charge, charge_memory, keep, let_go
from cython.cimports.callgate.core.text import repr_object, repr_plain
from cython.cimports.callgate.core.type import lookup, type_of
from cython.cimports.callgate.objects.guard import checked, paid_slot, pass_on, quick, remember
from cython.cimports.callgate.objects.iterators import make_iter, make_reversed
from cython.cimports.callgate.objects.sequence import count, find, limits

from ..core.type import native_type
from .genericalias import class_getitem
from .guard import finish

MAX = cython.declare(cython.Py_ssize_t, 0x7fffffffffffffff)

# === growing

def extend(target, iterable):
    x: Ref = cython.cast(Ref, iterable)
    n: cython.Py_ssize_t = 0
    paid: cython.Py_ssize_t
    if PyList_CheckExact(x) or PyTuple_CheckExact(x):
        pay_bytes(8.0 * (size_of(target) + size_of(iterable)))
        list.extend(target, iterable)
        return 0
    it = get_iter(iterable)
    ask_hint(iterable)
    paid = size_of(target) + 1024
    node: Kept
    keep(cython.address(node), target)      # a list that is being made
    try:
        while True:
            item: Ref = iter_step(it)
            if item == cython.NULL:
                return 0
            PyList_Append(target, own(item))
            if PyList_GET_SIZE(cython.cast(Ref, target)) > paid:
                paid *= 2
                charge_memory(8 * paid)
    finally:
        let_go(cython.address(node))


def list_new(cls: Type, *args, **kwargs):
    return [] if cls is list_type else list.__new__(cls.host)


def list_init(value, *args, **kwargs):
    if kwargs and lookup(type_of(value), "__new__") == lookup(list_type, "__new__") or len(args) > 1:
        list(*[() for _ in args], **dict.fromkeys(kwargs, ()))  # the host says what is wrong
    list.clear(value)
    if args:
        extend(value, args[0])


def list_iadd(value, other):
    extend(value, other)
    return value


# === slots

def list_repr(value):
    return repr_plain(value)


def list_iter(value):
    return make_iter(value)


def list_setitem(value, key, item):
    host_set_subscript(value, key, item)


def list_delitem(value, key):
    host_delete_subscript(value, key)


def list_contains(value, item):
    return host_contains(value, item)


def list_add(value, other):
    if CG_IS_OBJECT(cython.cast(Ref, other)):
        other = stand_in(other)
    elif isinstance(other, list):
        pay_bytes(8.0 * (size_of(value) + size_of(other)))
    return list.__add__(value, other)


def list_eq(a, b):
    return compare_lists(2, a, b) if isinstance(b, list) else NotImplemented


def list_ne(a, b):
    return compare_lists(5, a, b) if isinstance(b, list) else NotImplemented


def list_lt(a, b):
    return compare_lists(1, a, b) if isinstance(b, list) else NotImplemented


def list_le(a, b):
    return compare_lists(3, a, b) if isinstance(b, list) else NotImplemented


def list_gt(a, b):
    return compare_lists(4, a, b) if isinstance(b, list) else NotImplemented


def list_ge(a, b):
    return compare_lists(6, a, b) if isinstance(b, list) else NotImplemented


# === methods

def list_count(value, *args):
    if len(args) != 1:
        return list.count(value, *args)
    return count(value, args[0])


def list_index(value, *args):
    start: cython.Py_ssize_t = 0
    stop: cython.Py_ssize_t = 0
    if not 1 <= len(args) <= 3:
        return list.index(value, *args)
    limits(args[1:], size_of(value), cython.address(start), cython.address(stop))
    place: cython.Py_ssize_t = find(value, args[0], start, stop)
    if place < 0:
        raise ValueError(f"{repr_object(args[0])} is not in list")
    return place


def list_remove(value, *args):
    if len(args) != 1:
        return list.remove(value, *args)
    place: cython.Py_ssize_t = find(value, args[0], 0, MAX)
    if place < 0:
        raise ValueError("list.remove(x): x not in list")
    pay_items(size_of(value) >> 4)
    PyList_SetSlice(value, place, place + 1, [])


@cython.cfunc
def check_copy(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_bytes(8.0 * size_of(value))
    return args


@cython.cfunc
def check_linear(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_items(size_of(value))
    return args


# === sorting

# An item's key, compared by the guest's rules.
@cython.final
@cython.cclass
class SortKey:
    key: object

    def __lt__(self, other):
        charge(1)
        return truth(compare_op(1, self.key, cython.cast(SortKey, other).key))


# The key function that the host's sort is given: hands out what was computed before, in order.
@cython.final
@cython.cclass
class Feeder:
    keys: list
    place: cython.Py_ssize_t

    def __call__(self, item):
        self.place += 1
        return self.keys[self.place - 1]


@cython.cfunc
@cython.inline
def is_simple(kind: object) -> cython.bint:
    return kind is str or kind is int or kind is float or kind is bool or kind is bytes


@cython.cfunc
def host_compares(keys: list) -> cython.bint:
    """Simple values, or tuples of them: the host compares them as the guest would, at a known price."""
    for key in keys:
        if is_simple(type(key)):
            continue
        if type(key) is not tuple or len(key) > 16:
            return False
        for item in cython.cast(tuple, key):
            if not is_simple(type(item)):
                return False
    return True


def sort_items(items, key, reverse):
    n: cython.Py_ssize_t = len(items)
    keys: list = items
    feeder: Feeder
    wrapped: SortKey
    i: cython.Py_ssize_t
    if n > 64:
        charge(cython.cast(cython.longlong, n * log2(n) / 4))
        pay_bytes(24.0 * n)
    if key is not None:
        keys = []
        for i in range(n):
            keys.append(object_call(key, (items[i],), None))
    if not host_compares(keys):
        if keys is items:
            keys = list(items)
        for i in range(n):
            wrapped = SortKey.__new__(SortKey)
            wrapped.key = keys[i]
            keys[i] = wrapped
    if keys is items:
        items.sort(reverse=reverse)
        return 0
    feeder = Feeder.__new__(Feeder)
    feeder.keys = keys
    feeder.place = 0
    items.sort(key=feeder, reverse=reverse)
    return 0


def list_sort(value, *args, **kwargs):
    if args or kwargs.keys() - {"key", "reverse"}:
        [].sort(*args, **kwargs)  # the host says what is wrong
    reverse = kwargs.get("reverse", False)
    if type(reverse) is not bool:
        [].sort(reverse=reverse)
        reverse = truth(reverse)
    pay_bytes(8.0 * size_of(value))
    items: list = list.copy(value)
    if not items:
        return
    list.clear(value)
    cg_watch_list(cython.cast(Ref, value))
    changed: cython.bint = False
    try:
        sort_items(items, kwargs.get("key"), reverse)
    finally:
        changed = cg_list_touched(cython.cast(Ref, value))
        PyList_SetSlice(value, 0, PyList_GET_SIZE(cython.cast(Ref, value)), items)
    if changed:
        raise ValueError("list modified during sort")


# --- the frequent ones, without packing

EXTEND = cython.declare(cython.int, remember(list.extend))
INSERT = cython.declare(cython.int, remember(list.insert))
GETITEM = cython.declare(cython.int, remember(list.__getitem__))
REVERSED = cython.declare(cython.int, remember(list.__reversed__))
POP = cython.declare(cython.int, remember(list.pop))


@cython.cfunc
def quick_extend(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 1 or kwnames != cython.NULL:
        return pass_on(EXTEND, value, args, n, kwnames)
    extend(value, cython.cast(object, args[0]))
    return None


@cython.cfunc
def quick_insert(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if PyList_GET_SIZE(cython.cast(Ref, value)) > 4096:
        charge(PyList_GET_SIZE(cython.cast(Ref, value)) >> 7)
    return pass_on(INSERT, value, args, n, kwnames)


@cython.cfunc
def quick_pop(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n == 0 and kwnames == cython.NULL:
        last: Ref = cg_list_pop(cython.cast(Ref, value))
        if last != cython.NULL:
            result = cython.cast(object, last)
            DECREF(last)
            return result
    if n and PyList_GET_SIZE(cython.cast(Ref, value)) > 4096:
        charge(PyList_GET_SIZE(cython.cast(Ref, value)) >> 8)
    return pass_on(POP, value, args, n, kwnames)


@cython.cfunc
def quick_getitem(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 1 or kwnames != cython.NULL:
        return pass_on(GETITEM, value, args, n, kwnames)
    return host_subscript(value, cython.cast(object, args[0]))


@cython.cfunc
def quick_reversed(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n or kwnames != cython.NULL:
        return pass_on(REVERSED, value, args, n, kwnames)
    return make_reversed(value)


METHODS = ("__getitem__", "__reversed__", "__sizeof__", "append", "clear", "extend", "insert", "pop")
FUNCTIONS = {
    "__repr__": list_repr, "__iter__": list_iter, "__setitem__": list_setitem, "__delitem__": list_delitem,
    "__contains__": list_contains, "__add__": list_add, "__iadd__": list_iadd,
    "__eq__": list_eq, "__ne__": list_ne, "__lt__": list_lt, "__le__": list_le, "__gt__": list_gt, "__ge__": list_ge,
    "count": list_count, "index": list_index,
    "remove": list_remove, "copy": checked(list.copy, check_copy), "reverse": checked(list.reverse, check_linear),
    "sort": list_sort, "__class_getitem__": classmethod(class_getitem),
}
list_type = finish(native_type(
    "list", list, slots=("__len__",), methods=METHODS, functions=FUNCTIONS, values={"__hash__": None}, new=list_new,
    init=list_init, mirror=True), list, {
        "__mul__": paid_slot(list.__mul__, 2, False), "__rmul__": paid_slot(list.__rmul__, 2, False),
        "__imul__": paid_slot(list.__imul__, 2, False)}, ("sort",))

quick(list_type, "extend", cython.cast(cython.p_void, quick_extend))
quick(list_type, "insert", cython.cast(cython.p_void, quick_insert))
quick(list_type, "pop", cython.cast(cython.p_void, quick_pop))
quick(list_type, "__getitem__", cython.cast(cython.p_void, quick_getitem))
quick(list_type, "__reversed__", cython.cast(cython.p_void, quick_reversed))
