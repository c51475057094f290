"""The guest's `dict`.

* Keys that are nested tuples are paid for before the host hashes them.
* A module's namespace is a dict with cells to keep: what changes a dict goes through `put`, or tells the namespace after.
* The host has two kinds of tables, one for texts as keys only. When it looks for the place of a new key it has chosen one, and calls
  the `__eq__` of keys that are there. Were the table exchanged for one for texts meanwhile, the key would go in there,
  and be taken for a text from then on. So a dict that once had other keys keeps the general kind (`empty`, `update_table`).
"""

import cython
from cython.cimports.cpython.dict import PyDict_Check, PyDict_DelItem, PyDict_SetItem
from cython.cimports.cpython.object import PyObject_SetItem
from cython.cimports.callgate.core.attributes import MISSING, getattr_or
from cython.cimports.callgate.core.call import call_method, object_call
from cython.cimports.callgate.core.capi import CG_PLAIN, PyDict_CheckExact, PyDict_GET_SIZE, Ref, Refs
from cython.cimports.callgate.core.compare import compare_dicts
from cython.cimports.callgate.core.cost import pay_bytes, pay_hash, pay_items, size_of
from cython.cimports.callgate.core.iteration import drain, get_iter, is_iterable, iter_step, own
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import (
    host_delete_subscript, host_set_subscript, host_subscript, is_native, set_subscript, subscript,
)
from cython.cimports.callgate.core.state import Kept, charge, charge_memory, keep, let_go
from cython.cimports.callgate.core.text import repr_plain
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.objects.guard import checked, pass_on, quick, remember
from cython.cimports.callgate.objects.iterators import make_iter, make_reversed, new_view
from cython.cimports.callgate.objects.namespace import Namespace, resync

from ..core.type import native_type
from .genericalias import class_getitem
from .guard import finish


# === the kind of table

@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_general(target: object) -> cython.bint:
    """Of the host's: dict.ma_keys->dk_kind."""
    keys: cython.p_uchar = cython.cast(cython.p_uchar, cython.cast(Refs, cython.cast(cython.p_void, target))[4])
    return keys[10] == 0


if is_general({}) or not is_general({1: 1}) or is_general({"a": 1}):
    raise SystemError("the layout of this host's dict is not known")


def empty(target):
    general: cython.bint = is_general(target)
    dict.clear(target)
    if general:
        PyDict_SetItem(target, (), None)
        PyDict_DelItem(target, ())
    return 0


def update_table(target, source):
    if PyDict_GET_SIZE(cython.cast(Ref, target)) == 0 and is_general(target) and type(source).__iter__ is dict.__iter__:
        source = list(dict.items(source))       # one by one: into an empty dict the host copies a whole table
    dict.update(target, source)
    return 0


# === filling

def put(target, key, value):
    pay_hash(key)
    if isinstance(target, Namespace):
        PyObject_SetItem(target, key, value)
    else:
        PyDict_SetItem(target, key, value)
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def paid_put(target: object, key: object, value: object) -> cython.int:
    """With the memory for growing asked for at each doubling."""
    n: cython.Py_ssize_t = PyDict_GET_SIZE(cython.cast(Ref, target))
    if n >= 1024 and n & (n - 1) == 0:
        charge_memory(200 * n)
    return put(target, key, value)


@cython.cfunc
@cython.exceptval(-1, check=False)
def merge_pairs(target: object, source: object) -> cython.int:
    number: cython.Py_ssize_t = 0
    pair: list
    it = get_iter(source)
    node: Kept
    keep(cython.address(node), target)      # a dict that is being made
    try:
        while True:
            item: Ref = iter_step(it)
            if item == cython.NULL:
                return 0
            value = own(item)
            if not is_iterable(value):
                raise TypeError(f"cannot convert dictionary update sequence element #{number} to a sequence")
            pair = drain(value if type(value) is list or type(value) is tuple else get_iter(value))
            if len(pair) != 2:
                raise ValueError(f"dictionary update sequence element #{number} has length {len(pair)}; 2 is required")
            paid_put(target, pair[0], pair[1])
            number += 1
    finally:
        let_go(cython.address(node))


def is_table(source):
    """A dict that is copied as it is: nobody has redefined how it is iterated."""
    cls: Type
    if not PyDict_Check(source):
        return False
    if CG_PLAIN(cython.cast(Ref, source)):
        return True
    cls = type_of(source)
    return is_native(cls, "__iter__", lookup(cls, "__iter__"))


def merge(target, source, name):
    if (not PyDict_CheckExact(cython.cast(Ref, source)) and not isinstance(source, Namespace)
            and getattr_or(source, "keys", MISSING) is MISSING):
        return merge_pairs(target, source)
    return merge_mapping(target, source)


def merge_mapping(target, source):
    if is_table(source):
        pay_items(4 * size_of(source))
        pay_bytes(100.0 * size_of(source))
        update_table(target, source)
        if isinstance(target, Namespace):
            resync(target)
        return 0
    keys: list = listed_keys(source, call_method(source, "keys", ()))
    node: Kept
    keep(cython.address(node), target)
    try:
        for key in keys:
            paid_put(target, key, subscript(source, key))
    finally:
        let_go(cython.address(node))
    return 0


def listed_keys(source, keys):
    it: object = None
    try:
        it = get_iter(keys)
    except TypeError:
        pass
    if it is None:
        raise TypeError(f"{type_name(source)}.keys() returned a non-iterable (type {type_name(keys)})")
    return drain(it)


@cython.cfunc
@cython.exceptval(-1, check=False)
def update(target: object, args: tuple, kwargs: dict, name: str) -> cython.int:
    if len(args) > 1:
        raise TypeError(f"{name} expected at most 1 argument, got {len(args)}")
    if args:
        merge(target, args[0], name)
    for key, value in kwargs.items():
        put(target, key, value)
    return 0


def dict_new(cls: Type, /, *args, **kwargs):
    return {} if cls is dict_type else dict.__new__(cls.host)


def dict_init(value, /, *args, **kwargs):
    update(value, args, kwargs, "dict")


def dict_update(value, /, *args, **kwargs):
    update(value, args, kwargs, "update")


def dict_ior(value, other):
    merge(value, other, "update")
    return value


def dict_or(value, other):
    if not isinstance(other, dict):
        return NotImplemented
    return joined(value, other)


def dict_ror(value, other):
    if not isinstance(other, dict):
        return NotImplemented
    return joined(other, value)


@cython.cfunc
def joined(a: object, b: object) -> dict:
    pay_items(4 * (size_of(a) + size_of(b)))
    pay_bytes(100.0 * (size_of(a) + size_of(b)))
    result: dict = dict.copy(a)
    merge(result, b, "update")
    return result


def fill_keys(target, it, value):
    n: cython.Py_ssize_t = 0
    plain: cython.bint = PyDict_CheckExact(cython.cast(Ref, target))
    node: Kept
    keep(cython.address(node), target)
    try:
        while True:
            item: Ref = iter_step(it)
            if item == cython.NULL:
                return 0
            if plain:
                paid_put(target, own(item), value)
                continue
            set_subscript(target, own(item), value)
            n += 1
            if n & 4095 == 0 and PyDict_Check(target):
                charge_memory(50 * PyDict_GET_SIZE(cython.cast(Ref, target)))
    finally:
        let_go(cython.address(node))


def dict_fromkeys(cls: Type, *args):
    if not 1 <= len(args) <= 2:
        return dict.fromkeys(*args)
    value = args[1] if len(args) == 2 else None
    made = {} if cls is dict_type else object_call(cls, (), None)
    plain: cython.bint = PyDict_CheckExact(cython.cast(Ref, made))
    if plain and not made and (type(args[0]) is set or type(args[0]) is frozenset or type(args[0]) is dict):
        pay_bytes(100.0 * size_of(args[0]))     # their hashes are taken over
        pay_items(2 * size_of(args[0]))
        return dict.fromkeys(args[0], value)
    fill_keys(made, get_iter(args[0]), value)
    return made


# === slots

def dict_repr(value):
    return repr_plain(value)


def dict_iter(value):
    return make_iter(value)


def dict_setitem(value, key, item):
    host_set_subscript(value, key, item)


def dict_delitem(value, key):
    host_delete_subscript(value, key)


def dict_eq(a, b):
    return compare_dicts(2, a, b) if isinstance(b, dict) else NotImplemented


def dict_ne(a, b):
    return compare_dicts(5, a, b) if isinstance(b, dict) else NotImplemented


# === methods

@cython.cfunc
def check_copy(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_bytes(64.0 * size_of(value))
    return args


CONTAINS = cython.declare(cython.int, remember(dict.__contains__))
GETITEM = cython.declare(cython.int, remember(dict.__getitem__))
GET = cython.declare(cython.int, remember(dict.get))
SETDEFAULT = cython.declare(cython.int, remember(dict.setdefault))
POP = cython.declare(cython.int, remember(dict.pop))
POPITEM = cython.declare(cython.int, remember(dict.popitem))
CLEAR = cython.declare(cython.int, remember(dict.clear))
KEYS = cython.declare(cython.int, remember(dict.keys))
VALUES = cython.declare(cython.int, remember(dict.values))
ITEMS = cython.declare(cython.int, remember(dict.items))
REVERSED = cython.declare(cython.int, remember(dict.__reversed__))


@cython.cfunc
@cython.inline
@cython.exceptval(-1, check=False)
def pay_key(args: Refs, n: cython.Py_ssize_t) -> cython.int:
    if n:
        return pay_hash(cython.cast(object, args[0]))
    return 0


@cython.cfunc
def pass_on_changing(which: cython.int, value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if isinstance(value, Namespace):
        try:
            return pass_on(which, value, args, n, kwnames)
        finally:
            resync(value)
    return pass_on(which, value, args, n, kwnames)


@cython.cfunc
def quick_contains(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_key(args, n)
    return pass_on(CONTAINS, value, args, n, kwnames)


@cython.cfunc
def quick_getitem(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 1 or kwnames != cython.NULL:
        return pass_on(GETITEM, value, args, n, kwnames)
    return host_subscript(value, cython.cast(object, args[0]))


@cython.cfunc
def quick_get(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_key(args, n)
    return pass_on(GET, value, args, n, kwnames)


@cython.cfunc
def quick_setdefault(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_key(args, n)
    return pass_on_changing(SETDEFAULT, value, args, n, kwnames)


@cython.cfunc
def quick_pop(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_key(args, n)
    return pass_on_changing(POP, value, args, n, kwnames)


@cython.cfunc
def quick_popitem(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    return pass_on_changing(POPITEM, value, args, n, kwnames)


@cython.cfunc
def quick_clear(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    charge(PyDict_GET_SIZE(cython.cast(Ref, value)) >> 6)
    if n or kwnames != cython.NULL:
        return pass_on(CLEAR, value, args, n, kwnames)
    empty(value)
    if isinstance(value, Namespace):
        resync(value)
    return None


@cython.cfunc
def quick_keys(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n or kwnames != cython.NULL:
        return pass_on(KEYS, value, args, n, kwnames)
    return new_view(value, 0)


@cython.cfunc
def quick_values(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n or kwnames != cython.NULL:
        return pass_on(VALUES, value, args, n, kwnames)
    return new_view(value, 1)


@cython.cfunc
def quick_items(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n or kwnames != cython.NULL:
        return pass_on(ITEMS, value, args, n, kwnames)
    return new_view(value, 2)


@cython.cfunc
def quick_reversed(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n or kwnames != cython.NULL:
        return pass_on(REVERSED, value, args, n, kwnames)
    return make_reversed(value)


METHODS = ("__contains__", "__getitem__", "__reversed__", "__sizeof__", "clear", "get", "items", "keys", "pop", "popitem",
           "setdefault", "values")
FUNCTIONS = {
    "__repr__": dict_repr, "__iter__": dict_iter, "__setitem__": dict_setitem, "__delitem__": dict_delitem,
    "__eq__": dict_eq, "__ne__": dict_ne, "__or__": dict_or, "__ror__": dict_ror, "__ior__": dict_ior,
    "copy": checked(dict.copy, check_copy), "update": dict_update, "fromkeys": classmethod(dict_fromkeys),
    "__class_getitem__": classmethod(class_getitem),
}
dict_type = finish(native_type(
    "dict", dict, slots=("__len__", "__lt__", "__le__", "__gt__", "__ge__"), methods=METHODS, functions=FUNCTIONS,
    values={"__hash__": None}, new=dict_new, init=dict_init, mirror=True), dict, None, ("update",))

quick(dict_type, "__contains__", cython.cast(cython.p_void, quick_contains))
quick(dict_type, "__getitem__", cython.cast(cython.p_void, quick_getitem))
quick(dict_type, "__reversed__", cython.cast(cython.p_void, quick_reversed))
quick(dict_type, "get", cython.cast(cython.p_void, quick_get))
quick(dict_type, "setdefault", cython.cast(cython.p_void, quick_setdefault))
quick(dict_type, "pop", cython.cast(cython.p_void, quick_pop))
quick(dict_type, "popitem", cython.cast(cython.p_void, quick_popitem))
quick(dict_type, "clear", cython.cast(cython.p_void, quick_clear))
quick(dict_type, "keys", cython.cast(cython.p_void, quick_keys))
quick(dict_type, "values", cython.cast(cython.p_void, quick_values))
quick(dict_type, "items", cython.cast(cython.p_void, quick_items))
