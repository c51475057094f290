"""The guest's `set`, and what it shares with `frozenset`.

* Elements come from the guest's iterators one by one and are hashed after their depth is looked at.
* Methods that can end before their argument does (`isdisjoint`, `issuperset`) do not drain it.
"""

import cython
from cython.cimports.cpython.set import PySet_Add
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.capi import PySet_GET_SIZE, Ref, Refs
from cython.cimports.callgate.core.compare import compare_sets
from cython.cimports.callgate.core.cost import pay_bytes, pay_hash, pay_items, size_of
from cython.cimports.callgate.core.iteration import collect, get_iter, iter_step, own
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.state import Kept, charge_memory, keep, let_go
from cython.cimports.callgate.core.text import repr_plain
from cython.cimports.callgate.core.type import lookup, type_of
from cython.cimports.callgate.objects.guard import checked, pass_on, quick, remember
from cython.cimports.callgate.objects.iterators import make_iter

from ..core.type import native_type
from .genericalias import class_getitem
from .guard import finish


# === filling

@cython.cfunc
@cython.inline
def is_table(value: object) -> cython.bint:
    """Whose elements are hashed already. A mirror counts: the host, too, looks inside without asking its class."""
    return isinstance(value, (set, frozenset))


@cython.cfunc
@cython.exceptval(-1, check=False)
def paid_add(target: object, item: object) -> cython.int:
    n: cython.Py_ssize_t = PySet_GET_SIZE(cython.cast(Ref, target))
    if n >= 1024 and n & (n - 1) == 0:
        charge_memory(130 * n)
    pay_hash(item)
    PySet_Add(target, item)
    return 0


def fill(target, iterable):
    if is_table(iterable) or type(iterable) is dict:
        pay_items(2 * size_of(iterable))
        pay_bytes(64.0 * size_of(iterable))
        set.update(target, iterable)
        return 0
    it = get_iter(iterable)
    node: Kept
    keep(cython.address(node), target)      # a set that is being made
    try:
        while True:
            item: Ref = iter_step(it)
            if item == cython.NULL:
                return 0
            paid_add(target, own(item))
    finally:
        let_go(cython.address(node))


def table_of(value):
    """What a host method takes as its other set: a list keeps the order in which the host will hash the items."""
    if is_table(value) or type(value) is dict:
        pay_items(2 * size_of(value))
        pay_bytes(64.0 * size_of(value))
        return value
    items: list = collect(get_iter(value))
    pay_bytes(64.0 * len(items))
    for each in items:
        pay_hash(each)
    return items


def set_new(cls: Type, *args, **kwargs):
    return set() if cls is set_type else set.__new__(cls.host)


def set_init(value, *args, **kwargs):
    if kwargs and lookup(type_of(value), "__init__") == lookup(set_type, "__init__"):
        set(**kwargs)  # the host says what is wrong
    if len(args) > 1:
        raise TypeError(f"{type_of(value).name} expected at most 1 argument, got {len(args)}")
    set.clear(value)
    if args:
        fill(value, args[0])


# === methods of both

# A method that takes any number of iterables, with those made tables first.
@cython.cclass
class WithTables:
    descr: object
    most: cython.Py_ssize_t  # arguments it takes; more are the host's to refuse
    in_place: cython.bint
    at_once: cython.bint
    more: object             # does to the new set what it does with further arguments

    def __call__(self, value, *args, **kwargs):
        pay_items(2 * size_of(value))
        pay_bytes(64.0 * size_of(value))
        if kwargs or self.most == 1 and len(args) != 1:
            return self.descr(value, *args, **kwargs)
        if self.most == 1 or len(args) == 1:
            return self.descr(value, table_of(args[0]))
        if all([type(each) in PLAIN for each in args]):     # iterating them is nobody's code: the order of the result is the host's
            return self.descr(value, *[table_of(each) for each in args])
        if self.at_once:                # nothing is changed before all of them have been looked at
            return self.descr(value, *([intersection_of(value, args)] if args else ()))
        if not args:
            return self.descr(value)
        result = value
        for each in args:
            table = table_of(each)
            if result is value or self.more is None or type(result) is not set:
                result = self.descr(value if self.in_place else result, table)
            else:                       # the host, too, changes the set that it has made of the first
                self.more(result, table)
        return result

    def __getattr__(self, name):
        return getattr(self.descr, name)


PLAIN = frozenset({str, bytes, list, tuple, set, frozenset, dict, range})


@cython.cfunc
def with_tables(descr: object, most: cython.Py_ssize_t) -> object:
    made: WithTables = WithTables.__new__(WithTables)
    made.descr = descr
    made.most = most
    made.in_place = descr.__name__.endswith("_update")
    made.at_once = descr is set.intersection_update
    made.more = {"union": set.update, "difference": set.difference_update}.get(descr.__name__)
    return made


@cython.cfunc
def intersection_of(value: object, args: tuple) -> object:
    result = set.copy(value)
    for each in args:
        result = set.intersection(result, table_of(each))
    return result


# A binary operator: both are sets, or it is not done.
@cython.cclass
class SetOperator:
    descr: object

    def __call__(self, a, b):
        if not is_table(b):
            return NotImplemented
        pay_items(2 * (size_of(a) + size_of(b)))
        pay_bytes(64.0 * (size_of(a) + size_of(b)))
        return self.descr(a, b)

    def __getattr__(self, name):
        return getattr(self.descr, name)


@cython.cfunc
def set_operator(descr: object) -> object:
    made: SetOperator = SetOperator.__new__(SetOperator)
    made.descr = descr
    return made


@cython.cfunc
def has(value: object, item: object) -> cython.bint:
    pay_hash(item)
    if isinstance(item, set):
        hash(item)      # `in` would look for a frozenset of its items
    return set.__contains__(value, item) if isinstance(value, set) else frozenset.__contains__(value, item)


@cython.cfunc
def value_class(value: object) -> object:
    return set if isinstance(value, set) else frozenset


@cython.cfunc
def check_copy(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_bytes(64.0 * size_of(value))
    return args


def set_isdisjoint(value, *args):
    if len(args) != 1:
        return value_class(value).isdisjoint(value, *args)
    if is_table(args[0]):
        pay_items(2 * min(size_of(value), size_of(args[0])))
        return set.isdisjoint(value, args[0]) if isinstance(value, set) else frozenset.isdisjoint(value, args[0])
    it = get_iter(args[0])
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            return True
        if has(value, own(item)):
            return False


def set_issuperset(value, *args):
    if len(args) != 1:
        return value_class(value).issuperset(value, *args)
    if is_table(args[0]):
        pay_items(2 * size_of(args[0]))
        return set.issuperset(value, args[0]) if isinstance(value, set) else frozenset.issuperset(value, args[0])
    it = get_iter(args[0])
    while True:
        item: Ref = iter_step(it)
        if item == cython.NULL:
            return True
        if not has(value, own(item)):
            return False


def set_repr(value):
    return repr_plain(value)


def set_iter(value):
    return make_iter(value)


def set_eq(a, b):
    return compare_sets(2, a, b) if is_table(b) else NotImplemented


def set_ne(a, b):
    return compare_sets(5, a, b) if is_table(b) else NotImplemented


def set_lt(a, b):
    return compare_sets(1, a, b) if is_table(b) else NotImplemented


def set_le(a, b):
    return compare_sets(3, a, b) if is_table(b) else NotImplemented


def set_gt(a, b):
    return compare_sets(4, a, b) if is_table(b) else NotImplemented


def set_ge(a, b):
    return compare_sets(6, a, b) if is_table(b) else NotImplemented


def set_reduce(value):
    cls: Type = type_of(value)
    items = list(set.__iter__(value) if isinstance(value, set) else frozenset.__iter__(value))
    return cls, (items,), call_method(value, "__getstate__", ())


def set_functions(host):
    functions: dict = {
        "__repr__": set_repr, "__iter__": set_iter, "__eq__": set_eq, "__ne__": set_ne, "__lt__": set_lt,
        "__le__": set_le, "__gt__": set_gt, "__ge__": set_ge, "isdisjoint": set_isdisjoint,
        "issuperset": set_issuperset, "issubset": with_tables(host.issubset, 1), "__reduce__": set_reduce,
        "symmetric_difference": with_tables(host.symmetric_difference, 1), "copy": checked(host.copy, check_copy),
        "__class_getitem__": classmethod(class_getitem),
    }
    for name in ("union", "intersection", "difference"):
        functions[name] = with_tables(getattr(host, name), -1)
    for name in ("__and__", "__or__", "__xor__", "__sub__", "__rand__", "__ror__", "__rxor__", "__rsub__"):
        functions[name] = set_operator(getattr(host, name))
    return functions


# === set alone

def set_update(value, *args):
    for each in args:
        fill(value, each)


CONTAINS = cython.declare(cython.int, remember(set.__contains__))
ADD = cython.declare(cython.int, remember(set.add))
DISCARD = cython.declare(cython.int, remember(set.discard))
REMOVE = cython.declare(cython.int, remember(set.remove))


@cython.cfunc
@cython.inline
@cython.exceptval(-1, check=False)
def pay_element(args: Refs, n: cython.Py_ssize_t) -> cython.int:
    if n:
        return pay_hash(cython.cast(object, args[0]))
    return 0


@cython.cfunc
def quick_contains(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_element(args, n)
    return pass_on(CONTAINS, value, args, n, kwnames)


@cython.cfunc
def quick_add(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_element(args, n)
    return pass_on(ADD, value, args, n, kwnames)


@cython.cfunc
def quick_discard(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_element(args, n)
    return pass_on(DISCARD, value, args, n, kwnames)


@cython.cfunc
def quick_remove(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_element(args, n)
    return pass_on(REMOVE, value, args, n, kwnames)


METHODS = ("__contains__", "__sizeof__", "add", "clear", "discard", "pop", "remove")
FUNCTIONS = set_functions(set) | {
    "update": set_update,
    "intersection_update": with_tables(set.intersection_update, -1),
    "difference_update": with_tables(set.difference_update, -1),
    "symmetric_difference_update": with_tables(set.symmetric_difference_update, 1),
    **{name: set_operator(getattr(set, name)) for name in ("__iand__", "__ior__", "__isub__", "__ixor__")},
}
set_type = finish(native_type(
    "set", set, slots=("__len__",), methods=METHODS, functions=FUNCTIONS, values={"__hash__": None}, new=set_new,
    init=set_init, mirror=True), set)

quick(set_type, "__contains__", cython.cast(cython.p_void, quick_contains))
quick(set_type, "add", cython.cast(cython.p_void, quick_add))
quick(set_type, "discard", cython.cast(cython.p_void, quick_discard))
quick(set_type, "remove", cython.cast(cython.p_void, quick_remove))
