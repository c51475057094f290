"""What the collections package builds on (`_collections`): deque, OrderedDict, defaultdict and helpers.

A deque is the host's; its iterators are ours. OrderedDict and defaultdict are host subclasses of dict, since a dict
keeps the order already. What looks at every item charges for it.
"""

import collections as host

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or
from cython.cimports.callgate.core.call import call0, call_special, object_call
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.cost import pay_walk
from cython.cimports.callgate.core.object import TF_SEQUENCE, Type
from cython.cimports.callgate.core.operators import (
    binary_op, compare_op, contains, get_iter, index, repr_, set_subscript, subscript, truth,
)
from cython.cimports.callgate.core.state import Kept, charge, charge_memory, check_c_stack, keep, let_go
from cython.cimports.callgate.core.text import repr_items
from cython.cimports.callgate.core.type import argument_name, lookup, type_name, type_of
from cython.cimports.callgate.modules.define import (
    ABSENT, Keywords, NativeModule, arg, arity, fast, own, pull, repr_enter, repr_leave,
)
from cython.cimports.callgate.objects.dict import empty, fill_keys, update_table
from cython.cimports.callgate.objects.sequence import limits

from callgate.core.type import extend_type, native_type
from callgate.objects.genericalias import class_getitem

DEQUE = host.deque


# Host classes made here, so that natives which know the builtin classes do not take them for those.
class HostDeque(DEQUE):
    __slots__ = ()

    def __repr__(self):
        return deque_repr(self)

    def __eq__(self, other):
        return compare_deques(2, self, other)

    def __ne__(self, other):
        return compare_deques(5, self, other)

    def __lt__(self, other):
        return compare_deques(1, self, other)

    def __le__(self, other):
        return compare_deques(3, self, other)

    def __gt__(self, other):
        return compare_deques(4, self, other)

    def __ge__(self, other):
        return compare_deques(6, self, other)


ADD = cython.declare(cython.int, 0)
EQUAL = cython.declare(cython.int, 2)
DIFFERENT = cython.declare(cython.int, 5)
DICT = cython.declare(Type, type_of({}))
NEW_REPR = "{" in repr(host.OrderedDict(a=1))


# === deque ===
def deque_init(self, /, *args, **kwargs):
    if len(args) + len(kwargs) > 2:
        raise TypeError(f"deque() takes at most 2 arguments ({len(args) + len(kwargs)} given)")
    given = dict(zip(("iterable", "maxlen"), args))
    for name, value in kwargs.items():
        if name not in ("iterable", "maxlen"):
            # the host words it
            DEQUE.__init__(DEQUE(), **{name: ()})
        if name in given:
            raise TypeError(f"argument for deque() given by name ('{name}') and position ({1 + (name == 'maxlen')})")
        given[name] = value
    maxlen = given.get("maxlen")
    if maxlen is not None:
        if not isinstance(maxlen, int):
            raise TypeError("an integer is required")
        if maxlen < 0:
            raise ValueError("maxlen must be non-negative")
    DEQUE.__init__(self, (), maxlen)
    if "iterable" in given:
        deque_extend(self, given["iterable"])


def deque_extend(self, iterable, /):
    if iterable is self:
        charge(len(iterable))
        if self.maxlen is None:
            charge_memory(18 * len(self))
        DEQUE.extend(self, list(DEQUE.__iter__(self)))
        return
    fill_deque(self, iterable, DEQUE.append)


@cython.cfunc
def fill_deque(self: object, iterable: object, add: object) -> object:
    it: object = get_iter(iterable)
    n: cython.Py_ssize_t = 0
    node: Kept
    keep(cython.address(node), self)
    try:
        while True:
            item: Ref = pull(it)
            if item == cython.NULL:
                return None
            add(self, own(item))
            n += 1
            if n & 4095 == 0:
                charge_memory(9 * len(self))
    finally:
        let_go(cython.address(node))


def deque_extendleft(self, iterable, /):
    if iterable is self:
        iterable = list(DEQUE.__iter__(self))
    fill_deque(self, iterable, DEQUE.appendleft)


@cython.cfunc
def new_iterator(source: object, iterator: object) -> DequeIterator:
    made: DequeIterator = DequeIterator.__new__(DequeIterator)
    made.source = source
    made.iterator = iterator
    made.left = len(source)
    return made


def deque_iter(self):
    return new_iterator(self, DEQUE.__iter__(self))


def deque_reversed(self):
    made: DequeIterator = new_iterator(self, DEQUE.__reversed__(self))
    made.type = REVERSE_ITERATOR
    return made


class DequeIterator:
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        if self.iterator is None:
            raise StopIteration
        try:
            value: object = next(self.iterator)
        except StopIteration:
            self.iterator = self.source = None
            raise StopIteration
        except RuntimeError:            # the deque has changed
            self.left = 0
            raise
        self.left -= 1
        return value

    def __length_hint__(self):
        return self.left if self.iterator is not None else 0

    def __reduce__(self):
        return self.type, (self.source if self.source is not None else HostDeque(),
                           0 if self.source is None else len(self.source) - self.left)


def new_deque_iterator(cls, deque, skip=0, /):
    if not isinstance(deque, DEQUE):
        raise TypeError(f"_deque_iterator() argument 1 must be collections.deque, not {argument_name(deque)}")
    made: DequeIterator = deque_iter(deque) if cls is ITERATOR else deque_reversed(deque)
    while skip > 0 and made.left:
        next(made)
        skip -= 1
    return made


def deque_repr(self):
    if not repr_enter(self):
        return "[...]"
    try:
        charge(len(self))
        end = "])" if self.maxlen is None else f"], maxlen={self.maxlen})"
        return repr_items(f"{type_of(self).name}([", list(DEQUE.__iter__(self)), end)
    finally:
        repr_leave()


def deque_copy(self):
    charge(len(self))
    if type(self) is HostDeque:
        return DEQUE.copy(self)
    given = (self,) if self.maxlen is None else (self, self.maxlen)
    return object_call(type_of(self), given, None)


def deque_add(self, other, /):
    if not isinstance(other, DEQUE):
        raise TypeError(f'can only concatenate deque (not "{type_name(other)}") to deque')
    made = deque_copy(self)
    deque_extend(made, other)
    return made


def deque_iadd(self, other, /):
    deque_extend(self, other)
    return self


@cython.cfunc
@cython.exceptval(-1)
def pay_times(self: object, times: object) -> cython.int:
    n: object = max(0, index(times)) * DEQUE.__len__(self)
    if self.maxlen is not None and self.maxlen < n:
        n = self.maxlen
    charge_memory(min(9 * n, 1 << 62))
    return charge(min(n, 1 << 60))


def deque_mul(self, times, /):
    pay_times(self, times)
    made = deque_copy(self)
    return DEQUE.__imul__(made, index(times))


def deque_imul(self, times, /):
    pay_times(self, times)
    return DEQUE.__imul__(self, index(times))


def deque_reduce(self):
    state = getattr_(self, "__dict__") if type(self) is not HostDeque else None
    given = () if self.maxlen is None else ((), self.maxlen)
    return type_of(self), given, state or None, deque_iter(self)


@cython.cfunc
def compare_deques(mask: cython.int, a: object, b: object) -> object:
    """As the host does it, which would compare what is nested in them without an end in sight."""
    if not isinstance(a, DEQUE) or not isinstance(b, DEQUE):
        return NotImplemented
    if mask == EQUAL or mask == DIFFERENT:
        if a is b:
            return mask == EQUAL
        if DEQUE.__len__(a) != DEQUE.__len__(b):
            return mask == DIFFERENT
    check_c_stack()
    n: cython.Py_ssize_t = DEQUE.__len__(a)
    m: cython.Py_ssize_t = DEQUE.__len__(b)
    charge(1 + (n if n < m else m) // 8)
    others: object = DEQUE.__iter__(b)
    for left in DEQUE.__iter__(a):
        try:
            right = next(others)
        except StopIteration:           # the first is longer
            return mask == DIFFERENT or mask & 4 != 0
        if not same(left, right):
            return truth(compare_op(mask, left, right)) != 0        # asked twice, if for equality
    for _ in others:                    # the second is
        return mask == DIFFERENT or mask & 1 != 0
    return mask & 2 != 0


def comparison(mask):
    def compared(self, other, /):
        return compare_deques(mask, self, other)

    return compared


@cython.cfunc
@cython.exceptval(-2)
def find(self: object, value: object, start: cython.Py_ssize_t, stop: cython.Py_ssize_t) -> cython.Py_ssize_t:
    """Where the value is, -1: nowhere; a RuntimeError when a comparison has changed the deque."""
    place: cython.Py_ssize_t = -1
    charge(DEQUE.__len__(self) // 8)
    for item in DEQUE.__iter__(self):
        place += 1
        if place >= stop:
            return -1
        if place >= start and same(item, value):
            return place
    return -1


def deque_count(self, value, /):
    n: cython.Py_ssize_t = 0
    charge(DEQUE.__len__(self) // 8)
    for item in DEQUE.__iter__(self):
        if same(item, value):
            n += 1
    return n


def deque_contains(self, value, /):
    return find(self, value, 0, DEQUE.__len__(self)) >= 0


def deque_index(self, /, *args):
    start: cython.Py_ssize_t = 0
    stop: cython.Py_ssize_t = 0
    if not 1 <= len(args) <= 3:
        return DEQUE.index(self, *args)
    limits(args[1:], DEQUE.__len__(self), cython.address(start), cython.address(stop))
    place: cython.Py_ssize_t = find(self, args[0], start, stop)
    if place < 0:
        raise ValueError(f"{repr_(args[0])} is not in deque")
    return place


def deque_remove(self, value, /):
    n: cython.Py_ssize_t = DEQUE.__len__(self)
    place: cython.Py_ssize_t = -1
    items: object = DEQUE.__iter__(self)
    charge(n // 8)
    while True:
        try:
            item: object = next(items)
        except StopIteration:
            return DEQUE.remove(DEQUE(), value)      # which says that it is not there
        except RuntimeError:
            raise IndexError("deque mutated during iteration") from None
        place += 1
        if same(item, value):
            break
    try:
        next(items)
    except StopIteration:
        pass
    except RuntimeError:
        raise IndexError("deque mutated during iteration") from None
    DEQUE.__delitem__(self, place)


def search(name):
    """A method of the host's that moves items: pays for as many as there are."""
    method = getattr(DEQUE, name)

    def paid(self, /, *args):
        charge(DEQUE.__len__(self))
        return method(self, *args)

    return paid


def deque_maxlen(self):
    return DEQUE.maxlen.__get__(self)


# The names stand in the host's own messages.
HostDeque.__name__ = "collections.deque"
MOVES = ("insert", "rotate", "reverse", "__delitem__")
COMPARISONS = {"__eq__": 2, "__ne__": 5, "__lt__": 1, "__le__": 3, "__gt__": 4, "__ge__": 6}
deque = native_type(
    "deque", HostDeque, module="collections", doc=DEQUE.__doc__, mirror=True, new="host", init=deque_init,
    methods=("append", "appendleft", "clear", "pop", "popleft"), slots=("__len__", "__getitem__", "__setitem__"),
    getters={"maxlen": deque_maxlen},
    functions={
        **{name: search(name) for name in MOVES}, **{name: comparison(mask) for name, mask in COMPARISONS.items()},
        "count": deque_count, "index": deque_index, "remove": deque_remove, "__contains__": deque_contains,
        "extend": deque_extend, "extendleft": deque_extendleft, "copy": deque_copy, "__copy__": deque_copy,
        "__class_getitem__": classmethod(class_getitem),
        "__iter__": deque_iter, "__reversed__": deque_reversed, "__repr__": deque_repr, "__add__": deque_add,
        "__iadd__": deque_iadd, "__mul__": deque_mul, "__rmul__": deque_mul, "__imul__": deque_imul,
        "__reduce__": deque_reduce,
    }, values={"__hash__": None})
cython.cast(Type, deque).flags |= TF_SEQUENCE
ITERATOR = native_type(
    "_deque_iterator", DequeIterator, module="_collections", slots=("__iter__", "__next__"),
    methods=("__length_hint__", "__reduce__"), new=new_deque_iterator)
REVERSE_ITERATOR = native_type(
    "_deque_reverse_iterator", DequeIterator, module="_collections", slots=("__iter__", "__next__"),
    methods=("__length_hint__", "__reduce__"), new=new_deque_iterator)


# === OrderedDict ===
class HostOrderedDict(dict):
    # removed: items taken from the front since it was compact
    __slots__ = ("removed", "__dict__", "__weakref__")

    def __eq__(self, other):
        if isinstance(other, HostOrderedDict) and len(self) == len(other):
            charge(len(self))
            pay_walk(self)
            return dict.__eq__(self, other) and list(dict.__iter__(self)) == list(dict.__iter__(other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self == other
        return result if result is NotImplemented else not result

    def __repr__(self):
        return ordered_repr(self)


@cython.cfunc
@cython.exceptval(-1)
def add_pairs(self: object, pairs: object) -> cython.int:
    """Each by the guest's own __setitem__, if it has one."""
    it: object = get_iter(pairs)
    found: Ref[3]
    n: cython.int
    while True:
        item: Ref = pull(it)
        if item == cython.NULL:
            return 0
        pair: object = get_iter(own(item))
        n = 0
        values: list = []
        while n < 3:
            found[n] = pull(pair)
            if found[n] == cython.NULL:
                break
            values.append(own(found[n]))
            n += 1
        if n < 2:
            raise ValueError(f"need more than {n} value{'' if n else 's'} to unpack")
        if n == 3:
            raise ValueError("too many values to unpack (expected 2)")
        set_subscript(self, values[0], values[1])


@cython.cfunc
@cython.exceptval(-1)
def add_all(self: object, other: object) -> cython.int:
    """As OrderedDict does it, which is not quite dict's way."""
    if type(other) is dict:
        return add_pairs(self, list(dict.items(other)))
    keys = getattr_or(other, "keys", ABSENT)
    if keys is not ABSENT:
        it: object = get_iter(call0(keys))
        while True:
            item: Ref = pull(it)
            if item == cython.NULL:
                return 0
            key = own(item)
            set_subscript(self, key, subscript(other, key))
    items = getattr_or(other, "items", ABSENT)
    return add_pairs(self, other if items is ABSENT else call0(items))


@cython.cfunc
@cython.exceptval(-1)
def update_ordered(self: object, args: tuple, kwargs: dict) -> cython.int:
    if len(args) > 1:
        raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
    if args:
        add_all(self, args[0])
    if kwargs:
        add_pairs(self, list(kwargs.items()))
    return 0


def ordered_update(self, /, *args, **kwargs):
    update_ordered(self, args, kwargs)


POP = cython.declare(Keywords, Keywords("pop", "key default", 1))
SETDEFAULT = cython.declare(Keywords, Keywords("setdefault", "key default", 1))
POPITEM = cython.declare(Keywords, Keywords("popitem", "last"))
MOVE_TO_END = cython.declare(Keywords, Keywords("move_to_end", "key last", 1))
FROMKEYS = cython.declare(Keywords, Keywords("fromkeys", "iterable value", 1))


def ordered_pop(self, /, *args, **kwargs):
    key, default = POP.unpack(args, kwargs)
    return dict.pop(self, key) if default is ABSENT else dict.pop(self, key, default)


def ordered_setdefault(self, /, *args, **kwargs):
    key, default = SETDEFAULT.unpack(args, kwargs)
    if contains(self, key):
        return subscript(self, key)
    set_subscript(self, key, None if default is ABSENT else default)
    return None if default is ABSENT else default


def ordered_clear(self):
    empty(self)


def ordered_popitem(self, /, *args, **kwargs):
    last, = POPITEM.unpack(args, kwargs)
    if not self:
        raise KeyError("dictionary is empty")
    if last is ABSENT or truth(last):
        return dict.popitem(self)
    # the host's dict looks for its first item behind the places of those removed: move the rest up now and then
    self.removed = getattr(self, "removed", 0) + 1
    if self.removed > len(self) + 8:
        pairs = list(dict.items(self))
        charge(len(pairs))
        empty(self)
        dict.update(self, pairs)
        self.removed = 0
    key = next(dict.__iter__(self))
    return key, dict.pop(self, key)


def ordered_move_to_end(self, /, *args, **kwargs):
    key, last = MOVE_TO_END.unpack(args, kwargs)
    at_end: cython.bint = last is ABSENT or truth(last)
    if not dict.__contains__(self, key):
        raise KeyError(key)
    if at_end:
        value = dict.pop(self, key)
        dict.__setitem__(self, key, value)
        return
    charge(len(self))
    value = dict.pop(self, key)
    pairs = list(dict.items(self))
    empty(self)
    dict.__setitem__(self, key, value)
    dict.update(self, pairs)


def ordered_repr(self):
    name = type_of(self).name
    if not self:
        return f"{name}()"
    if not repr_enter(self):
        return "..."
    try:
        if NEW_REPR:
            return f"{name}({repr_(dict(dict.items(self)))})"
        return repr_items(f"{name}([", list(dict.items(self)), "])")
    finally:
        repr_leave()


def ordered_copy(self):
    charge(len(self))
    made = call0(type_of(self))
    for key, value in list(dict.items(self)):
        set_subscript(made, key, value)
    return made


def ordered_or(self, other, /):
    if not isinstance(other, dict) or not isinstance(self, dict):
        return NotImplemented
    made = object_call(type_of(self), (self,), None)
    add_all(made, other)
    return made


def ordered_ror(self, other, /):
    if not isinstance(other, dict):
        return NotImplemented
    made = object_call(type_of(self), (other,), None)
    add_all(made, self)
    return made


def ordered_ior(self, other, /):
    add_all(self, other)
    return self


def ordered_fromkeys(cls, /, *args, **kwargs):
    iterable, value = FROMKEYS.unpack(args, kwargs)
    made = call0(cls)
    it = get_iter(iterable)
    if value is ABSENT:
        value = None
    if type_of(made) is ordered_dict:
        fill_keys(made, it, value)
        return made
    while True:
        item: Ref = pull(it)
        if item == cython.NULL:
            return made
        set_subscript(made, own(item), value)


def ordered_reduce(self):
    state = getattr_(self, "__dict__") or None
    return type_of(self), (), state, None, get_iter(call_special(self, "items", ()))


def ordered_init(self, /, *args, **kwargs):
    if len(args) > 1:
        raise TypeError(f"expected at most 1 arguments, got {len(args)}")
    update_ordered(self, args, kwargs)


@cython.cfunc
@cython.exceptval(-1)
def dict_init(self: object, args: tuple, kwargs: dict) -> cython.int:
    DICT.native_init(self, *args, **kwargs)
    return 0


HostOrderedDict.__name__ = "collections.OrderedDict"
ordered_dict = native_type(
    "OrderedDict", HostOrderedDict, base=DICT, module="collections", doc=host.OrderedDict.__doc__, mirror=True,
    new="host", init=ordered_init, has_dict=True, slots=("__eq__", "__ne__"), functions={
        "popitem": ordered_popitem, "move_to_end": ordered_move_to_end, "__repr__": ordered_repr, "copy": ordered_copy,
        "__or__": ordered_or, "__ror__": ordered_ror, "__ior__": ordered_ior, "__reduce__": ordered_reduce,
        "fromkeys": classmethod(ordered_fromkeys), "update": ordered_update, "pop": ordered_pop,
        "setdefault": ordered_setdefault, "clear": ordered_clear,
    }, values={"__hash__": None})


# === defaultdict ===
class HostDefaultDict(dict):
    __slots__ = ("default_factory", "__weakref__")

    def __missing__(self, key):
        return default_missing(self, key)

    def __repr__(self):
        return default_repr(self)


def default_missing(self, key, /):
    factory = self.default_factory
    if factory is None:
        raise KeyError(key)
    value = call0(factory)
    set_subscript(self, key, value)
    return value


def default_new(cls: Type, /, *args, **kwargs):
    made = HostDefaultDict.__new__(cls.host)
    made.default_factory = None
    return made


def default_init(self, /, *args, **kwargs):
    if args:
        if args[0] is not None and lookup(type_of(args[0]), "__call__") == cython.NULL:
            raise TypeError("first argument must be callable or None")
        self.default_factory = args[0]
    else:
        self.default_factory = None
    dict_init(self, args[1:], kwargs)


def default_repr(self):
    factory = "..." if not repr_enter(self) else None
    if factory is None:
        try:
            factory = repr_(self.default_factory)
        finally:
            repr_leave()
    return f"{type_of(self).name}({factory}, {repr_of_dict(self)})"


@cython.cfunc
def repr_of_dict(self: object) -> str:
    found: Ref = lookup(DICT, "__repr__")
    return object_call(cython.cast(object, found), (self,), None)


def default_copy(self):
    charge(len(self))
    return object_call(type_of(self), (self.default_factory, self), None)


def default_or(self, other, /):
    if not isinstance(other, dict):
        return NotImplemented
    made = default_copy(self)
    update_table(made, other)
    return made


def default_ror(self, other, /):
    if not isinstance(other, dict):
        return NotImplemented
    made = object_call(type_of(self), (self.default_factory, other), None)
    update_table(made, self)
    return made


def default_reduce(self):
    given = () if self.default_factory is None else (self.default_factory,)
    return type_of(self), given, None, None, get_iter(call_special(self, "items", ()))


def get_factory(self):
    return self.default_factory


def set_factory(self, value):
    self.default_factory = value


HostDefaultDict.__name__ = "collections.defaultdict"
default_dict = native_type(
    "defaultdict", HostDefaultDict, weakref=False, base=DICT, module="collections", doc=host.defaultdict.__doc__, mirror=True,
    new=default_new, init=default_init,
    getters={"default_factory": (get_factory, set_factory, None)}, functions={
        "__missing__": default_missing, "__repr__": default_repr, "copy": default_copy, "__copy__": default_copy, "__or__": default_or,
        "__ror__": default_ror, "__reduce__": default_reduce,
    })


# === named tuples, counters ===
def new_tuplegetter(cls, index_, doc, /):
    made: TupleGetter = TupleGetter.__new__(TupleGetter)
    made.index = index(index_)
    made.doc = doc
    return made


class TupleGetter:
    def __repr__(self):
        return f"_tuplegetter({self.index}, {repr_(self.doc)})"

    def __reduce__(self):
        return self.type, (self.index, self.doc)


def getter_get(self: TupleGetter, obj, owner=None, /):
    if obj is None:
        return self
    if not isinstance(obj, tuple):
        raise TypeError(f"descriptor for index '{self.index}' for tuple subclasses doesn't apply to "
                        f"'{type_name(obj)}' object")
    if self.index >= tuple.__len__(obj):
        raise IndexError("tuple index out of range")
    return tuple.__getitem__(obj, self.index)


def getter_set(self, obj, value, /):
    raise AttributeError("can't set attribute")


def getter_delete(self, obj, /):
    raise AttributeError("can't delete attribute")


def get_doc(self: TupleGetter):
    return self.doc


def set_doc(self: TupleGetter, value):
    self.doc = value


tuple_getter = native_type(
    "_tuplegetter", TupleGetter, module="_collections", slots=("__repr__",), methods=("__reduce__",),
    new=new_tuplegetter, functions={"__get__": getter_get, "__set__": getter_set, "__delete__": getter_delete})
extend_type(tuple_getter, getters={"__doc__": (get_doc, set_doc, None)})


@cython.cfunc
def count_elements_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """Counter's loop: at host speed while the mapping's `get` and `__setitem__` are dict's own."""
    arity("_count_elements", n, 2, 2)
    mapping: object = arg(args, 0)
    it: object = get_iter(arg(args, 1))
    cls: Type = type_of(mapping)
    plain: cython.bint = isinstance(mapping, dict) and lookup(cls, "get") == lookup(DICT, "get") and \
        lookup(cls, "__setitem__") == lookup(DICT, "__setitem__")
    while True:
        item: Ref = pull(it)
        if item == cython.NULL:
            return None
        key: object = own(item)
        if plain:
            count: object = dict.get(mapping, key, 0)
            dict.__setitem__(mapping, key, count + 1 if type(count) is int else binary_op(ADD, count, 1))
        else:
            count = object_call(getattr_(mapping, "get"), (key, 0), None)
            set_subscript(mapping, key, binary_op(ADD, count, 1))


MODULE = NativeModule("_collections", {
    "deque": deque, "OrderedDict": ordered_dict, "defaultdict": default_dict, "_tuplegetter": tuple_getter,
    "_deque_iterator": ITERATOR, "_deque_reverse_iterator": REVERSE_ITERATOR,
    "_count_elements": fast("_count_elements", count_elements_fast, "_collections"),
})
