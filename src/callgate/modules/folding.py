"""Builtins that fold an iterable: the quick forms for plain data, and what their guest code calls.

The builtin is guest code (stdlib/_builtins.py), so that calls made by it are frames. Its quick form runs first: it
checks the arguments, and does the work when the iterable is a host container of plain values, which no guest code can
watch. Nothing that a quick form looked at before it gives up (MISS) has any effect.
"""

import sys

import cython
from cython.cimports.callgate.core.capi import (
    CG_IS_FLOAT, CG_IS_INT, CG_IS_STR, Py_None, Py_TYPE, PyBool_Type, PyBytes_Type, PyList_CheckExact,
    PyList_GET_ITEM, PyList_GET_SIZE, PyTuple_CheckExact, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTypeObject, Ref, Refs,
    cg_compare, cg_list_touched, cg_truth, cg_watch_list,
)
from cython.cimports.callgate.core.iteration import ask_hint, is_iterable
from cython.cimports.callgate.core.operators import compare_op, get_iter, truth
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.modules.define import Keywords, arity, fast, fast_kw, one
from cython.cimports.callgate.objects.native import MISS

LESS = cython.declare(cython.int, 1)
GREATER = cython.declare(cython.int, 4)
COMPENSATED = cython.declare(cython.bint, sys.version_info >= (3, 12))
EMPTY = "iterable argument is empty" if sys.version_info >= (3, 12) else "arg is an empty sequence"
STRICT_REVERSE = cython.declare(cython.bint, sys.version_info < (3, 12))
#: Above this many items a quick form gives up rather than hold the thread in one go.
MANY = cython.declare(cython.Py_ssize_t, 1 << 24)

SUM = cython.declare(Keywords, Keywords("sum", "iterable start", 1, 1))
MAX = cython.declare(Keywords, Keywords("max", "key default", 0, 0, 0))
MIN = cython.declare(Keywords, Keywords("min", "key default", 0, 0, 0))
SORT = cython.declare(Keywords, Keywords("sort", "key reverse", 0, 0, 0))


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_plain(o: Ref) -> cython.bint:
    """A value whose comparison, truth and text run no guest code and take no long time."""
    if CG_IS_INT(o) or CG_IS_STR(o) or CG_IS_FLOAT(o) or o == Py_None:
        return True
    kind: cython.pointer(PyTypeObject) = Py_TYPE(o)
    return kind == cython.address(PyBool_Type) or kind == cython.address(PyBytes_Type)


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_number(o: Ref) -> cython.bint:
    return CG_IS_INT(o) or CG_IS_FLOAT(o) or Py_TYPE(o) == cython.address(PyBool_Type)


@cython.cfunc
def host_items(value: object) -> object:
    """The items of a host container as a list or tuple (maybe the container itself), or None when it is not one."""
    kind: object = type(value)
    if kind is list or kind is tuple:
        return value
    if kind is set or kind is frozenset or kind is dict or kind is str or kind is range or kind is bytes:
        if len(value) > MANY:
            return None
        return list(value)
    return None


@cython.cfunc
@cython.exceptval(check=False)
def count_of(items: Ref) -> cython.Py_ssize_t:
    return PyList_GET_SIZE(items) if PyList_CheckExact(items) else PyTuple_GET_SIZE(items)


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def item_of(items: Ref, i: cython.Py_ssize_t) -> Ref:
    return PyList_GET_ITEM(items, i) if PyList_CheckExact(items) else PyTuple_GET_ITEM(items, i)


@cython.cfunc
@cython.exceptval(check=False)
def all_plain(items: Ref) -> cython.bint:
    """Plain values, or tuples of them."""
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    for i in range(count_of(items)):
        o: Ref = item_of(items, i)
        if is_plain(o):
            continue
        if not PyTuple_CheckExact(o):
            return False
        for j in range(PyTuple_GET_SIZE(o)):
            if not is_plain(PyTuple_GET_ITEM(o, j)):
                return False
    return True


# === sum ===
@cython.cfunc
def quick_sum(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[2]
    i: cython.Py_ssize_t
    SUM.parse(args, n, kwnames, out)
    iterable: object = cython.cast(object, out[0])
    start: object = 0
    if out[1] != cython.NULL:
        start = cython.cast(object, out[1])
        if not is_number(out[1]):
            if host_items(iterable) is None and not is_iterable(iterable):
                get_iter(iterable)      # says so first
            if isinstance(start, str):
                raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
            if isinstance(start, (bytes, bytearray)):
                kind = "bytes" if isinstance(start, bytes) else "bytearray"
                raise TypeError(f"sum() can't sum {kind} [use b''.join(seq) instead]")
            return MISS
    if type(iterable) is range and type(start) is int and len(iterable):
        return start + (iterable[0] + iterable[-1]) * len(iterable) // 2
    items: object = host_items(iterable)
    if items is None:
        return MISS
    raw: Ref = cython.cast(Ref, items)
    for i in range(count_of(raw)):
        if not is_number(item_of(raw, i)):
            return MISS
    charge(count_of(raw))
    return sum(items, start)


@cython.cfunc
def sum_add(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """Add to [total, compensation] as the host's sum does; False when a value is not plain, and the total is final."""
    state: list = cython.cast(object, args[0])
    item: object = cython.cast(object, args[1])
    total: object = state[0]
    if not is_number(cython.cast(Ref, total)) or not is_number(args[1]):
        sum_end(cython.NULL, state)
        return False
    if not COMPENSATED or type(total) is not float:
        state[0] = total + item
        return True
    t: cython.double = total
    x: cython.double = 0
    if type(item) is float:
        x = item
        s: cython.double = t + x
        # Neumaier's sum, as the host's float sum since 3.12
        c: cython.double = state[1]
        c += (t - s) + x if abs(t) >= abs(x) else (x - s) + t
        state[1] = c
        state[0] = s
    else:
        state[0] = t + float(item)
    return True


@cython.cfunc
def sum_end(self: Ref, state: object) -> object:
    total: object = state[0]
    c: object = state[1]
    if c and c - c == 0.0:
        total += c
    state[0] = total
    state[1] = 0.0
    return total


# === min, max ===
@cython.cfunc
def extreme(name: str, mask: cython.int, which: Keywords, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[2]
    i: cython.Py_ssize_t
    wins: cython.int
    if n == 0:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    which.parse(args + n, 0, kwnames, out)
    if n > 1 and out[1] != cython.NULL:
        raise TypeError(f"Cannot specify a default for {name}() with multiple positional arguments")
    if out[0] != cython.NULL and out[0] != Py_None:
        return MISS
    items: object = None
    if n == 1:
        value: object = cython.cast(object, args[0])
        if type(value) is range and len(value):
            return builtin_max(value[0], value[-1]) if mask == GREATER else builtin_min(value[0], value[-1])
        items = host_items(value)
        if items is None:
            return MISS
        n = count_of(cython.cast(Ref, items))
        if n == 0:
            if out[1] != cython.NULL:
                return cython.cast(object, out[1])
            raise ValueError(f"{name}() {EMPTY}")
        charge(n)
    raw: Ref = cython.cast(Ref, items)
    best: Ref = args[0] if items is None else item_of(raw, 0)
    if not is_plain(best):
        return MISS
    for i in range(1, n):
        item: Ref = args[i] if items is None else item_of(raw, i)
        wins = cg_compare(mask, item, best)
        if wins < 0:
            if not is_plain(item):
                return MISS
            wins = compare_op(mask, cython.cast(object, item), cython.cast(object, best)) is True
        if wins:
            best = item
    return cython.cast(object, best)


builtin_max = max
builtin_min = min


@cython.cfunc
def quick_max(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    return extreme("max", GREATER, MAX, args, n, kwnames)


@cython.cfunc
def quick_min(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    return extreme("min", LESS, MIN, args, n, kwnames)


# === any, all ===
@cython.cfunc
def search_truth(name: str, wanted: cython.int, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    found: cython.int
    if kwnames != cython.NULL and PyTuple_GET_SIZE(kwnames):
        raise TypeError(f"{name}() takes no keyword arguments")
    if n != 1:
        raise TypeError(f"{name}() takes exactly one argument ({n} given)")
    items: object = host_items(cython.cast(object, args[0]))
    if items is None:
        return MISS
    raw: Ref = cython.cast(Ref, items)
    for i in range(count_of(raw)):
        o: Ref = item_of(raw, i)
        found = cg_truth(o)
        if found < 0:
            if not is_plain(o):
                return MISS
            found = truth(cython.cast(object, o))
        if found == wanted:
            charge(i)
            return wanted != 0
    charge(count_of(raw))
    return wanted == 0


@cython.cfunc
def quick_any(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    return search_truth("any", 1, args, n, kwnames)


@cython.cfunc
def quick_all(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    return search_truth("all", 0, args, n, kwnames)


# === sorting ===
@cython.cfunc
@cython.exceptval(-1)
def charge_sort(n: cython.Py_ssize_t) -> cython.int:
    """About one unit for eight comparisons."""
    bits: cython.int = 1
    while n >> bits:
        bits += 1
    return charge(n * bits // 8)


@cython.cfunc
@cython.exceptval(-1)
def is_reverse(value: object) -> cython.int:
    if STRICT_REVERSE and type(value) is not bool:
        [].sort(reverse=value)      # the host complains about what is no integer
    return truth(value)


@cython.cfunc
def quick_sorted(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[2]
    arity("sorted", n, 1, 1)
    if kwnames != cython.NULL and host_items(cython.cast(object, args[0])) is None:
        get_iter(cython.cast(object, args[0]))      # it is looked at before the names are
    SORT.parse(args + n, 0, kwnames, out)
    if out[0] != cython.NULL and out[0] != Py_None:
        if out[1] != cython.NULL:
            is_reverse(cython.cast(object, out[1]))
        return MISS
    items: object = host_items(cython.cast(object, args[0]))
    if items is None or not all_plain(cython.cast(Ref, items)):
        return MISS
    reverse: cython.bint = out[1] != cython.NULL and is_reverse(cython.cast(object, out[1]))
    charge_sort(len(items))
    charge_memory(8 * len(items))
    return sorted(items, reverse=reverse)


@cython.cfunc
def quick_sort(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    """list.sort without a key: the host's, which keeps the list empty meanwhile and sees when it is changed."""
    out: Ref[2]
    if n != 1:
        raise TypeError(f"sort() takes no positional arguments ({n - 1} given)" if n else
                        "unbound method list.sort() needs an argument")
    SORT.parse(args + n, 0, kwnames, out)
    reverse: cython.bint = out[1] != cython.NULL and is_reverse(cython.cast(object, out[1]))
    if out[0] != cython.NULL and out[0] != Py_None:
        return MISS
    items: object = cython.cast(object, args[0])
    charge_sort(len(items))
    list.sort(items, reverse=reverse)
    return None


@cython.cfunc
def ask_length(self: Ref, iterable: object) -> object:
    if is_iterable(iterable):
        ask_hint(iterable)
    return None


@cython.cfunc
def sort_in_place(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    items: list = cython.cast(object, args[0])
    charge_sort(len(items))
    items.sort(reverse=is_reverse(cython.cast(object, args[1])))
    return None


@cython.cfunc
def sort_by_keys(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """Sort a list by a list of keys; only comparisons of guest objects run guest code."""
    items: list = cython.cast(object, args[0])
    keys: KeyFeed = KeyFeed.__new__(KeyFeed)
    charge_sort(len(items))
    keys.keys = cython.cast(object, args[1])
    items.sort(key=keys.next_key, reverse=truth(cython.cast(object, args[2])))
    return None


@cython.final
@cython.cclass
class KeyFeed:
    """The keys of a sort, one after the other: the host asks for them in the order of the items."""

    keys: list
    index: cython.Py_ssize_t

    def next_key(self, item):
        i: cython.Py_ssize_t = self.index
        if i >= len(self.keys):
            raise IndexError("fewer keys than items")
        self.index = i + 1
        return self.keys[i]


@cython.cfunc
def take_items(self: Ref, of: object) -> object:
    """The items of a list, which is left empty."""
    charge(len(of))
    items: list = list.copy(of)
    if items:
        list.clear(of)
        cg_watch_list(cython.cast(Ref, of))
    return items


@cython.cfunc
def give_back(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """The items again into the list they were taken from; True when something was put there meanwhile."""
    of: object = cython.cast(object, args[0])
    if not PyList_GET_SIZE(args[1]):
        return False
    changed: cython.bint = cg_list_touched(args[0])
    list.__setitem__(of, slice(None), cython.cast(object, args[1]))
    return changed


@cython.cfunc
def quick_reduce(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if kwnames != cython.NULL and PyTuple_GET_SIZE(kwnames):
        raise TypeError("reduce() takes no keyword arguments")
    arity("reduce", n, 2, 3)
    return MISS


QUICK = {
    "sum": fast_kw("sum", quick_sum, "builtins"), "max": fast_kw("max", quick_max, "builtins"),
    "min": fast_kw("min", quick_min, "builtins"), "any": fast_kw("any", quick_any, "builtins"),
    "all": fast_kw("all", quick_all, "builtins"), "sorted": fast_kw("sorted", quick_sorted, "builtins"),
    "sort": fast_kw("sort", quick_sort, "builtins"), "reduce": fast_kw("reduce", quick_reduce, "_functools"),
}
REDUCE = QUICK["reduce"]
HELPERS = {
    "sum_add": fast("sum_add", sum_add, "_builtins"), "sum_end": one("sum_end", sum_end, "_builtins"),
    "ask_length": one("ask_length", ask_length, "_builtins"), "sort_in_place": fast("sort_in_place", sort_in_place, "_builtins"),
    "sort_by_keys": fast("sort_by_keys", sort_by_keys, "_builtins"),
    "take_items": one("take_items", take_items, "_builtins"), "give_back": fast("give_back", give_back, "_builtins"),
    "EMPTY": EMPTY,
}
