"""What dict views can do: they are live, and those of keys and items behave like sets.

* Operators give new sets and take any iterable on the other side, comparisons only sets and views, as CPython's.
* `mapping` is a read-only proxy.
"""

import cython
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.cost import pay_bytes, pay_hash, pay_items
from cython.cimports.callgate.core.iteration import get_iter, iter_step, own
from cython.cimports.callgate.core.capi import Ref
from cython.cimports.callgate.core.text import repr_enter, repr_items, repr_leave
from cython.cimports.callgate.objects.iterators import DictView, make_reversed
from cython.cimports.callgate.objects.mappingproxy import new_proxy
from cython.cimports.callgate.objects.set import fill, table_of

from ..core.type import native_type
from .iterators import set_view_types


@cython.cfunc
def content(view: DictView) -> list:
    """The items of a view, in their order."""
    pay_items(dict.__len__(view.mapping))
    pay_bytes(64.0 * dict.__len__(view.mapping))
    if view.kind == 0:
        return list(dict.keys(view.mapping))
    if view.kind == 1:
        return list(dict.values(view.mapping))
    return list(dict.items(view.mapping))


@cython.cfunc
def as_set(value: object) -> set:
    """A new set, filled in the order in which the host would."""
    result: set
    if isinstance(value, DictView) and cython.cast(DictView, value).kind == 0 and \
            type(cython.cast(DictView, value).mapping) is dict:
        value = cython.cast(DictView, value).mapping
    result = set()
    fill(result, value)
    return result


def view_repr(view: DictView):
    if not repr_enter(view):
        return "..."
    try:
        return repr_items(f"{view.type.name}([", content(view), "])")
    finally:
        repr_leave(view)


def view_contains(view: DictView, item):
    if view.kind == 0:
        pay_hash(item)
        return dict.__contains__(view.mapping, item)
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    key, value = item
    pay_hash(key)
    if not dict.__contains__(view.mapping, key):
        return False
    return same(dict.__getitem__(view.mapping, key), value)


def view_reversed(view: DictView):
    return make_reversed(view)


def view_mapping(view: DictView):
    return new_proxy(view.mapping)


def view_and(a, b):
    view: DictView
    if not isinstance(a, DictView) or cython.cast(DictView, a).kind == 1:
        a, b = b, a
    view = a
    n: cython.Py_ssize_t = dict.__len__(view.mapping)
    if type(b) is set and n <= len(b):
        return set.intersection(b, content(view))
    if isinstance(b, DictView) and cython.cast(DictView, b).kind != 1 and dict.__len__(cython.cast(DictView, b).mapping) > n:
        view, b = b, view
    result: set = set()
    it = get_iter(b)
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            return result
        value = own(item)
        if view_contains(view, value):
            result.add(value)


def view_or(a, b):
    result: set = as_set(a)
    fill(result, b)
    return result


def view_xor(a, b):
    result: set = as_set(a)
    set.symmetric_difference_update(result, table_of(b))
    return result


def view_sub(a, b):
    result: set = as_set(a)
    set.difference_update(result, table_of(b))
    return result


def view_rand(a, b):
    return view_and(b, a)


def view_ror(a, b):
    return view_or(b, a)


def view_rxor(a, b):
    return view_xor(b, a)


def view_rsub(a, b):
    return view_sub(b, a)


def view_isdisjoint(view: DictView, other):
    if view is other:
        return dict.__len__(view.mapping) == 0
    it = get_iter(other)
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            return True
        if view_contains(view, own(item)):
            return False


@cython.cfunc
def compare(mask: cython.int, view: DictView, other: object) -> object:
    if isinstance(other, DictView):
        if cython.cast(DictView, other).kind == 1:
            return NotImplemented
    elif not isinstance(other, (set, frozenset)):
        return NotImplemented
    n: cython.Py_ssize_t = dict.__len__(view.mapping)
    m: cython.Py_ssize_t = len(other)
    if mask == 5:
        return not compare(2, view, other)
    if mask == 2 and n != m or mask == 1 and n >= m or mask == 3 and n > m or mask == 4 and n <= m or mask == 6 and n < m:
        return False
    if mask == 4 or mask == 6:
        if isinstance(other, DictView):
            return contained(content(other), view)
        pay_bytes(8.0 * m)
        return contained(list(other), view)
    return contained(content(view), other)


@cython.cfunc
@cython.exceptval(-1, check=False)
def contained(items: list, other: object) -> cython.bint:
    pay_items(4 * len(items))
    for item in items:
        if isinstance(other, DictView):
            if not view_contains(other, item):
                return False
        else:
            pay_hash(item)
            if item not in other:
                return False
    return True


def view_lt(view: DictView, other):
    return compare(1, view, other)


def view_le(view: DictView, other):
    return compare(3, view, other)


def view_eq(view: DictView, other):
    return compare(2, view, other)


def view_ne(view: DictView, other):
    return compare(5, view, other)


def view_gt(view: DictView, other):
    return compare(4, view, other)


def view_ge(view: DictView, other):
    return compare(6, view, other)


COMMON = {"__repr__": view_repr, "__reversed__": view_reversed}
SETS = COMMON | {
    "__contains__": view_contains, "isdisjoint": view_isdisjoint,
    "__and__": view_and, "__or__": view_or, "__xor__": view_xor, "__sub__": view_sub,
    "__rand__": view_rand, "__ror__": view_ror, "__rxor__": view_rxor, "__rsub__": view_rsub,
    "__lt__": view_lt, "__le__": view_le, "__eq__": view_eq, "__ne__": view_ne, "__gt__": view_gt, "__ge__": view_ge,
}
SLOTS = ("__iter__", "__len__")
GETTERS = {"mapping": view_mapping}

set_view_types(
    native_type("dict_keys", DictView, slots=SLOTS, functions=SETS, getters=GETTERS, values={"__hash__": None}),
    native_type("dict_values", DictView, slots=SLOTS, functions=COMMON, getters=GETTERS),
    native_type("dict_items", DictView, slots=SLOTS, functions=SETS, getters=GETTERS, values={"__hash__": None}),
)
