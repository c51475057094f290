"""The iterators over builtin values, the iterators by `__getitem__` and by calls, and the objects of dict views.

* Each item costs one fuel, whoever asks for it; the loop counts its own steps and reads SequenceIterator and RangeIterator
  directly.
* An exhausted iterator lets go of what it iterated and stays exhausted.
* A HostIterator never hands out its host iterator; what it gives are items of the container, or pairs of them.
"""

import sys

import cython
from cython.cimports.cpython.dict import PyDict_Check
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.cpython.unicode import PyUnicode_Check
from cython.cimports.callgate.core.call import call0
from cython.cimports.callgate.core.capi import (
    CG_IS_STR, CG_NEXT, DECREF, PyDict_GET_SIZE, PyDict_Next, PyErr_Pending, PyList_GET_ITEM, PyList_GET_SIZE, PyTuple_GET_ITEM,
    PyTuple_GET_SIZE, PyUnicode_GET_LENGTH, Py_REFCNT, Py_SIZE, Ref, cg_newref, cg_pair, cg_range_parts,
)
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.iteration import has_special, length, own, set_iterators
from cython.cimports.callgate.core.object import Object, Type
from cython.cimports.callgate.core.operators import index, subscript
from cython.cimports.callgate.core.state import charge, check_c_stack

from ..core.object import set_sequence_iterator
from ..core.type import native_type

KEEPS_REVERSED = sys.version_info >= (3, 13)    # an exhausted reversed(list) is pickled as that of an empty list
_find_builtin = cython.declare(object, None)


def set_builtin_finder(function):
    """How to find the guest's `iter` and `reversed`, which iterators name when they are pickled or copied."""
    global _find_builtin
    _find_builtin = function


def builtin_function(name):
    return _find_builtin(name)


@cython.cclass
class SequenceIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        items: object = self.sequence
        raw: Ref = cython.cast(Ref, items)
        i: cython.Py_ssize_t = self.index
        if items is None:
            raise StopIteration
        charge(1)
        if PyList_Check(items):
            if i < PyList_GET_SIZE(raw):
                self.index = i + 1
                return cython.cast(object, PyList_GET_ITEM(raw, i))
        elif i < PyTuple_GET_SIZE(raw):
            self.index = i + 1
            return cython.cast(object, PyTuple_GET_ITEM(raw, i))
        self.sequence = None
        raise StopIteration

    def __length_hint__(self):
        return 0 if self.sequence is None else max(0, Py_SIZE(cython.cast(Ref, self.sequence)) - self.index)

    def __reduce__(self):
        function = builtin_function("iter")
        if self.sequence is None:
            return function, ([] if self.type is list_iterator else (),)
        return function, (self.sequence,), self.index

    def __setstate__(self, state):
        if self.sequence is not None:
            self.index = min(max(0, index(state)), len(self.sequence))


@cython.cclass
class RangeIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        if self.left <= 0:
            raise StopIteration
        charge(1)
        value: cython.long = self.current
        self.left -= 1
        # the value after the last one may not fit
        self.current = cython.cast(cython.long, cython.cast(cython.ulong, value) + cython.cast(cython.ulong, self.step))
        return value

    def __length_hint__(self):
        return self.left

    def __reduce__(self):
        rest = range(self.current, self.current + self.left * cython.cast(object, self.step), self.step)
        return builtin_function("iter"), (rest,), None

    def __setstate__(self, state):
        steps: cython.long = min(max(0, index(state)), self.left)
        self.current += steps * self.step
        self.left -= steps


@cython.cclass
class LongRangeIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        if self.left <= 0:
            raise StopIteration
        charge(2)
        value = self.current
        self.left -= 1
        self.current += self.step
        return value

    def __length_hint__(self):
        return self.left

    def __reduce__(self):
        return builtin_function("iter"), (range(self.current, self.current + self.left * self.step, self.step),), None

    def __setstate__(self, state):
        steps = min(max(0, index(state)), self.left)
        self.current += steps * self.step
        self.left -= steps


@cython.cclass
class StrIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        if self.sequence is None:
            raise StopIteration
        charge(1)
        if self.index < PyUnicode_GET_LENGTH(cython.cast(Ref, self.sequence)):
            self.index += 1
            return cython.cast(str, self.sequence)[self.index - 1]
        self.sequence = None
        raise StopIteration

    def __length_hint__(self):
        return 0 if self.sequence is None else max(0, PyUnicode_GET_LENGTH(cython.cast(Ref, self.sequence)) - self.index)

    def __reduce__(self):
        function = builtin_function("iter")
        return (function, ("",)) if self.sequence is None else (function, (self.sequence,), self.index)

    def __setstate__(self, state):
        if self.sequence is not None:
            self.index = min(max(0, index(state)), len(self.sequence))


@cython.cclass
class HostIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        if self.iterator is None:
            raise StopIteration
        charge(1)
        item: Ref = CG_NEXT(cython.cast(Ref, self.iterator))
        if item == cython.NULL:
            if PyErr_Pending():
                raise_pending()
            self.iterator = self.source = None
            raise StopIteration
        return own(item)

    def __length_hint__(self):
        return 0 if self.iterator is None else self.iterator.__length_hint__()

    def __reduce__(self):
        """As the host's: those of sequences name the sequence and the place, those of tables list what is left."""
        function = builtin_function("iter")
        if self.iterator is None:
            if KEEPS_REVERSED and self.type is list_reverseiterator:
                function = builtin_function("reversed")
            return function, (() if self.type is bytes_iterator or self.type is bytearray_iterator else [],)
        if self.type is list_reverseiterator:
            function = builtin_function("reversed")
        if self.iterator is None:   # the search for the name has used it up
            return function, ([],)
        parts = self.iterator.__reduce__()
        if self.type is list_reverseiterator and len(parts) != 3 and not KEEPS_REVERSED:
            function = builtin_function("iter")
        return (function, *parts[1:])

    def __setstate__(self, state):
        if self.iterator is not None and hasattr(self.iterator, "__setstate__"):
            self.iterator.__setstate__(index(state))


@cython.cclass
class DictIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        key: Ref = cython.NULL
        value: Ref = cython.NULL
        if self.mapping is None:
            raise StopIteration
        table: Ref = cython.cast(Ref, self.mapping)
        charge(1)
        if PyDict_GET_SIZE(table) != self.size:
            self.size = -1
            raise RuntimeError("dictionary changed size during iteration")
        if not PyDict_Next(table, cython.address(self.at), cython.address(key), cython.address(value)):
            self.mapping = None
            raise StopIteration
        if self.left == 0:
            self.mapping = None
            raise RuntimeError("dictionary keys changed during iteration")
        self.left -= 1
        if self.kind == 0:
            return cython.cast(object, key)
        if self.kind == 1:
            return cython.cast(object, value)
        made: Ref = cg_pair(cython.cast(Ref, self.pair), cg_newref(key), cg_newref(value))
        if made == cython.NULL:
            raise_pending()
        if made != cython.cast(Ref, self.pair):
            self.pair = cython.cast(object, made)
        return own(made)

    def __length_hint__(self):
        if self.mapping is None or PyDict_GET_SIZE(cython.cast(Ref, self.mapping)) != self.size:
            return 0
        return self.left

    def __reduce__(self):
        """As the host's: what is left, as a list."""
        rest: list = []
        ahead: DictIterator
        if self.mapping is not None:
            ahead = dict_iterator(self.mapping, self.kind)
            ahead.at = self.at
            ahead.left = self.left
            ahead.size = self.size
            charge(self.left)
            rest = list(ahead)
        return builtin_function("iter"), (rest,)


@cython.cfunc
@cython.exceptval(-1, check=False)
def raise_pending() -> cython.int:
    """Hands on the host exception that is already set."""
    return -1


@cython.cclass
class GetItemIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        if self.sequence is None:
            raise StopIteration
        charge(1)
        check_c_stack()
        try:
            item = subscript(self.sequence, self.index)
        except (IndexError, StopIteration):
            self.sequence = None
            raise StopIteration
        self.index += 1
        return item

    def __length_hint__(self):
        if self.sequence is None or not has_special(self.sequence, "__len__"):
            return NotImplemented if self.sequence is not None else 0
        return max(0, length(self.sequence) - self.index)

    def __reduce__(self):
        function = builtin_function("iter")
        return (function, ((),)) if self.sequence is None else (function, (self.sequence,), self.index)

    def __setstate__(self, state):
        if self.sequence is not None:
            self.index = max(0, index(state))


@cython.cclass
class CallableIterator(Object):
    def __iter__(self):
        return self

    def __next__(self):
        if self.function is None:
            raise StopIteration
        charge(1)
        check_c_stack()
        function = self.function
        try:
            value = call0(function)
        except StopIteration:
            self.function = self.sentinel = None
            raise StopIteration
        if self.function is None:
            raise StopIteration
        if same(self.sentinel, value):
            self.function = self.sentinel = None
            raise StopIteration
        return value

    def __reduce__(self):
        function = builtin_function("iter")
        return (function, ((),)) if self.function is None else (function, (self.function, self.sentinel))


@cython.cclass
class DictView(Object):
    def __iter__(self):
        return dict_iterator(self.mapping, self.kind)

    def __len__(self):
        return dict.__len__(self.mapping)


# === the types

ITERATOR = ("__iter__", "__next__")
SIZED = ("__length_hint__", "__reduce__", "__setstate__")
UNSIZED = ("__length_hint__", "__reduce__")

list_iterator = cython.declare(Type, native_type("list_iterator", SequenceIterator, slots=ITERATOR, methods=SIZED))
tuple_iterator = cython.declare(Type, native_type("tuple_iterator", SequenceIterator, slots=ITERATOR, methods=SIZED))
range_iterator = cython.declare(Type, native_type("range_iterator", RangeIterator, slots=ITERATOR, methods=SIZED))
longrange_iterator = cython.declare(
    Type, native_type("longrange_iterator", LongRangeIterator, slots=ITERATOR, methods=SIZED))
str_iterator = cython.declare(Type, native_type("str_iterator", StrIterator, slots=ITERATOR, methods=SIZED))
str_ascii_iterator = cython.declare(Type, native_type("str_ascii_iterator", StrIterator, slots=ITERATOR, methods=SIZED))
iterator = cython.declare(Type, native_type("iterator", GetItemIterator, slots=ITERATOR, methods=SIZED))
callable_iterator = cython.declare(
    Type, native_type("callable_iterator", CallableIterator, slots=ITERATOR, methods=("__reduce__",)))


@cython.cfunc
def host_type(name: str, methods: tuple) -> Type:
    return native_type(name, HostIterator, slots=ITERATOR, methods=methods)


bytes_iterator = cython.declare(Type, host_type("bytes_iterator", SIZED))
bytearray_iterator = cython.declare(Type, host_type("bytearray_iterator", SIZED))
list_reverseiterator = cython.declare(Type, host_type("list_reverseiterator", SIZED))
set_iterator = cython.declare(Type, host_type("set_iterator", UNSIZED))
_dict_iterators = cython.declare(tuple, tuple([
    native_type(name, DictIterator, slots=ITERATOR, methods=UNSIZED)
    for name in ("dict_keyiterator", "dict_valueiterator", "dict_itemiterator")]))
_dict_reversed = cython.declare(tuple, (
    host_type("dict_reversekeyiterator", UNSIZED), host_type("dict_reversevalueiterator", UNSIZED),
    host_type("dict_reverseitemiterator", UNSIZED)))
_views = cython.declare(list, [None, None, None])


def set_view_types(keys, values, items):
    _views[:] = [keys, values, items]


# === making them

# The one that ended last: a loop inside of another needs one a turn.
_spare = cython.declare(Ref, cython.NULL)


def new_sequence_iterator(cls, sequence):
    global _spare
    it: SequenceIterator
    if _spare == cython.NULL:
        it = SequenceIterator.__new__(SequenceIterator)
    else:
        it = cython.cast(SequenceIterator, _spare)
        DECREF(_spare)
        _spare = cython.NULL
    it.type = cls
    it.sequence = sequence
    it.index = 0
    return it


def drop_iterator(it):
    global _spare
    cython.cast(SequenceIterator, it).sequence = None
    if Py_REFCNT(it) == 1 and _spare == cython.NULL:
        _spare = it
    else:
        DECREF(it)


@cython.cfunc
def host_iterator(cls: object, source: object, host: object) -> object:
    it: HostIterator = HostIterator.__new__(HostIterator)
    it.type = cls
    it.iterator = host
    it.source = source
    return it


@cython.cfunc
def dict_iterator(mapping: object, kind: cython.int) -> object:
    it: DictIterator = DictIterator.__new__(DictIterator)
    it.type = cython.cast(Type, PyTuple_GET_ITEM(cython.cast(Ref, _dict_iterators), kind))
    it.mapping = mapping
    it.kind = kind
    it.size = it.left = PyDict_GET_SIZE(cython.cast(Ref, mapping))
    return it


def new_view(mapping, kind):
    view: DictView = DictView.__new__(DictView)
    view.type = _views[kind]
    view.mapping = mapping
    view.kind = kind
    return view


_short_range = cython.declare(object, type(iter(range(0))))


@cython.cfunc
def range_iterator_of(host: object, start: object, step: object, left: object) -> object:
    """Of the kind that the host's iterator is."""
    short: RangeIterator
    long_: LongRangeIterator
    if type(host) is _short_range:
        short = RangeIterator.__new__(RangeIterator)
        short.current = start
        short.step = step
        short.left = left
        return short
    long_ = LongRangeIterator.__new__(LongRangeIterator)
    long_.current = start
    long_.step = step
    long_.left = left
    return long_


@cython.cfunc
def range_size(r: object) -> object:
    start, stop, step = r.start, r.stop, r.step
    if step > 0:
        return (stop - start + step - 1) // step if stop > start else 0
    return (start - stop - step - 1) // -step if start > stop else 0


def make_iter(value):
    chars: StrIterator
    short: RangeIterator
    if PyList_Check(value):
        return new_sequence_iterator(list_iterator, value)
    if PyTuple_Check(value):
        return new_sequence_iterator(tuple_iterator, value)
    if isinstance(value, range):
        short = RangeIterator.__new__(RangeIterator)
        if cg_range_parts(
            cython.cast(Ref, value), cython.address(short.current), cython.address(short.step), cython.address(short.left)
        ):
            return short
        return range_iterator_of(range.__iter__(value), value.start, value.step, range_size(value))
    if PyUnicode_Check(value):
        chars = StrIterator.__new__(StrIterator)
        chars.type = str_ascii_iterator if CG_IS_STR(cython.cast(Ref, value)) and str.isascii(value) else str_iterator
        chars.sequence = value
        return chars
    if PyDict_Check(value):
        return dict_iterator(value, 0)
    if isinstance(value, set):
        return host_iterator(set_iterator, value, set.__iter__(value))
    if isinstance(value, frozenset):
        return host_iterator(set_iterator, value, frozenset.__iter__(value))
    if isinstance(value, bytes):
        return host_iterator(bytes_iterator, value, bytes.__iter__(value))
    if isinstance(value, bytearray):
        return host_iterator(bytearray_iterator, value, bytearray.__iter__(value))
    return None


def make_reversed(value):
    view: DictView
    if PyList_Check(value):
        return host_iterator(list_reverseiterator, value, list.__reversed__(value))
    if isinstance(value, range):
        left = range_size(value)
        return range_iterator_of(range.__reversed__(value), value.start + (left - 1) * value.step, -value.step, left)
    if PyDict_Check(value):
        return host_iterator(_dict_reversed[0], value, dict.__reversed__(value))
    if isinstance(value, DictView):
        view = value
        if view.kind == 0:
            return host_iterator(_dict_reversed[0], view.mapping, dict.__reversed__(view.mapping))
        if view.kind == 1:
            return host_iterator(_dict_reversed[1], view.mapping, reversed(dict.values(view.mapping)))
        return host_iterator(_dict_reversed[2], view.mapping, reversed(dict.items(view.mapping)))
    return None


@cython.cfunc
def make_sequence_iterator(value: object) -> object:
    it: GetItemIterator = GetItemIterator.__new__(GetItemIterator)
    it.sequence = value
    it.index = 0
    return it


def sequence_iterator_of(value):
    """For core/object.py, which answers the host's iter() on objects that have only `__getitem__`."""
    return make_sequence_iterator(value)


def new_callable_iterator(function, sentinel):
    it: CallableIterator = CallableIterator.__new__(CallableIterator)
    it.function = function
    it.sentinel = sentinel
    return it


set_iterators(make_iter, make_sequence_iterator)
set_sequence_iterator(sequence_iterator_of)
