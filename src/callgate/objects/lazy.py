"""enumerate, zip, map, filter and reversed: iterators that ask other iterators, one item at a time.

* Each step costs one fuel and looks at the C stack, since such iterators nest as deep as the guest likes; for the same
  reason they are deallocated through the host's trashcan.
"""

import sys

import cython
from cython.cimports.callgate.core.call import call1, call_found0, object_call
from cython.cimports.callgate.core.capi import (
    CG_IS_INT, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_New, PyTuple_SET_ITEM, Ref, Refs, cg_newref, cg_pair,
)
from cython.cimports.callgate.core.iteration import get_iter, has_special, iter_step, length, own
from cython.cimports.callgate.core.object import TF_HEAP, Object, Type
from cython.cimports.callgate.core.operators import index, subscript, truth
from cython.cimports.callgate.core.state import charge, check_c_stack
from cython.cimports.callgate.core.type import OBJECT, lookup, set_quick, type_name, type_of

from ..core.type import native_type
from .genericalias import class_getitem


@cython.trashcan(True)
@cython.cclass
class Enumerate(Object):
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        check_c_stack()
        item: Ref = iter_step(self.iterator)
        if item == cython.NULL:
            raise StopIteration
        count = self.count
        self.count = count + 1
        made: Ref = cg_pair(cython.cast(Ref, self.pair), cg_newref(cython.cast(Ref, count)), item)
        if made == cython.NULL:
            raise MemoryError
        if made != cython.cast(Ref, self.pair):
            self.pair = cython.cast(object, made)
        return own(made)

    def __reduce__(self):
        return self.type, (self.iterator, self.count)


@cython.cfunc
def iterators_of(iterables: tuple) -> tuple:
    return tuple([get_iter(each) for each in iterables])


@cython.trashcan(True)
@cython.cclass
class Zip(Object):
    def __iter__(self):
        return self

    def __next__(self):
        its: Ref = cython.cast(Ref, self.iterators)
        n: cython.Py_ssize_t = PyTuple_GET_SIZE(its)
        i: cython.Py_ssize_t
        item: Ref
        made: Ref
        if n == 0:
            raise StopIteration
        charge(1)
        check_c_stack()
        made = PyTuple_New(n)
        if made == cython.NULL:
            raise MemoryError
        result = own(made)
        for i in range(n):
            item = iter_step(cython.cast(object, PyTuple_GET_ITEM(its, i)))
            if item == cython.NULL:
                if self.strict:
                    self.check_lengths(i)
                raise StopIteration
            PyTuple_SET_ITEM(made, i, item)
        return result

    def check_lengths(self, ended):
        """Iterator number `ended` gave no item this time."""
        if ended:
            before = " " if ended == 1 else "s 1-"
            raise ValueError(f"zip() argument {ended + 1} is shorter than argument{before}{ended}")
        number: cython.Py_ssize_t
        for number in range(1, len(self.iterators)):
            item: Ref = iter_step(self.iterators[number])
            if item != cython.NULL:
                own(item)
                before = " " if number == 1 else "s 1-"
                raise ValueError(f"zip() argument {number + 1} is longer than argument{before}{number}")

    def __reduce__(self):
        if self.strict:
            return self.type, self.iterators, True
        return self.type, self.iterators

    def __setstate__(self, state):
        self.strict = truth(state)


@cython.trashcan(True)
@cython.cclass
class Map(Object):
    def __iter__(self):
        return self

    def __next__(self):
        item: Ref
        its: Ref = cython.cast(Ref, self.iterators)
        charge(1)
        check_c_stack()
        if PyTuple_GET_SIZE(its) == 1:
            item = iter_step(cython.cast(object, PyTuple_GET_ITEM(its, 0)))
            if item == cython.NULL:
                raise StopIteration
            return call1(self.function, own(item))
        items: list = []
        for iterator in self.iterators:
            item = iter_step(iterator)
            if item == cython.NULL:
                raise StopIteration
            items.append(own(item))
        return object_call(self.function, tuple(items), None)

    def __reduce__(self):
        return self.type, (self.function, *self.iterators)


@cython.trashcan(True)
@cython.cclass
class Filter(Object):
    def __iter__(self):
        return self

    def __next__(self):
        check_c_stack()
        while True:
            charge(1)
            item: Ref = iter_step(self.iterator)
            if item == cython.NULL:
                raise StopIteration
            value = own(item)
            if self.function is None:
                if truth(value):
                    return value
            elif truth(call1(self.function, value)):
                return value

    def __reduce__(self):
        return self.type, (self.function, self.iterator)


@cython.trashcan(True)
@cython.cclass
class Reversed(Object):
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        check_c_stack()
        if self.sequence is None or self.index < 0:
            self.sequence = None
            raise StopIteration
        try:
            item = subscript(self.sequence, self.index)
        except (IndexError, StopIteration):
            self.sequence = None
            self.index = -1
            raise StopIteration
        self.index -= 1
        return item

    def __length_hint__(self):
        if self.sequence is None:
            return 0
        size: cython.Py_ssize_t = length(self.sequence)
        return 0 if size < self.index + 1 else self.index + 1

    def __reduce__(self):
        if self.sequence is None:
            return self.type, ((),)
        return self.type, (self.sequence,), self.index

    def __setstate__(self, state):
        if self.sequence is not None:
            self.index = min(max(-1, index(state)), length(self.sequence) - 1)


# === constructors

@cython.cfunc
def no_keywords(cls: Type, name: str, kwargs: dict) -> object:
    """A class with an __init__ of its own may take keywords; the type itself takes none."""
    if kwargs and lookup(cls, "__init__") == lookup(OBJECT, "__init__"):
        raise TypeError(f"{name}() takes no keyword arguments")
    return None


def enumerate_new(cls: Type, *args, **kwargs):
    if not args and "iterable" not in kwargs:
        for key in kwargs:
            if key != "start":
                raise TypeError(f"'{key}' is an invalid keyword argument for enumerate()")
        raise TypeError("enumerate() missing required argument 'iterable'")
    it: Enumerate
    if len(args) + len(kwargs) > 2 or not args and "iterable" not in kwargs or len(args) > 1 and kwargs or \
            kwargs.keys() - {"iterable", "start"}:
        if not args and not kwargs:
            raise TypeError("enumerate() missing required argument 'iterable'")
        if len(args) + len(kwargs) > 2:
            raise TypeError(f"enumerate() takes at most 2 arguments ({len(args) + len(kwargs)} given)")
        for key in kwargs:
            if key not in ("iterable", "start"):
                raise TypeError(f"'{key}' is an invalid keyword argument for enumerate()")
        raise TypeError("enumerate() missing required argument 'iterable'")
    iterable = args[0] if args else kwargs["iterable"]
    if args and "iterable" in kwargs:
        raise TypeError("argument for enumerate() given by name ('iterable') and position (1)")
    start = args[1] if len(args) > 1 else kwargs.get("start", 0)
    it = Enumerate.__new__(Enumerate)
    it.type = cls
    it.count = index(start)
    it.iterator = get_iter(iterable)
    return it


def zip_new(cls: Type, *iterables, **kwargs):
    it: Zip = Zip.__new__(Zip)
    it.type = cls
    strict = kwargs.pop("strict", False)
    if kwargs:
        zip(**kwargs)          # the host's complaint
    it.strict = truth(strict)
    number: cython.Py_ssize_t = 0
    found: list = []
    for each in iterables:
        number += 1
        if not has_iter(each):
            raise TypeError(f"zip argument #{number} must support iteration" if sys.version_info < (3, 11) else
                            f"'{type_name(each)}' object is not iterable")
        found.append(get_iter(each))
    it.iterators = tuple(found)
    return it


@cython.cfunc
def has_iter(value: object) -> cython.bint:
    return has_special(value, "__iter__") or has_special(value, "__getitem__")


def map_new(cls: Type, *args, **kwargs):
    it: Map
    no_keywords(cls, "map", kwargs)
    if len(args) < 2:
        raise TypeError("map() must have at least two arguments.")
    it = Map.__new__(Map)
    it.type = cls
    it.function = args[0]
    it.iterators = iterators_of(args[1:])
    return it


def filter_new(cls: Type, *args, **kwargs):
    it: Filter
    no_keywords(cls, "filter", kwargs)
    if len(args) != 2:
        filter(*args)
    it = Filter.__new__(Filter)
    it.type = cls
    it.function = args[0]
    it.iterator = get_iter(args[1])
    return it


def reversed_new(cls: Type, *args, **kwargs):
    it: Reversed
    no_keywords(cls, "reversed", kwargs)
    if len(args) != 1:
        reversed(*args)
    value = args[0]
    found: Ref = lookup(type_of(value), "__reversed__")
    if found != cython.NULL:
        if cython.cast(object, found) is None:
            raise TypeError(f"'{type_name(value)}' object is not reversible")
        return call_found0(found, value)
    if not has_special(value, "__getitem__") or isinstance(value, (set, frozenset, dict)) or (
            not type_of(value).flags & TF_HEAP and not has_special(value, "__len__")):
        raise TypeError(f"'{type_name(value)}' object is not reversible")
    it = Reversed.__new__(Reversed)
    it.type = cls
    it.index = length(value) - 1
    it.sequence = value
    return it


# === the same without packing, where nothing is unusual

@cython.cfunc
def quick_enumerate(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n < 1 or n > 2 or kwnames != cython.NULL or (n == 2 and not CG_IS_INT(args[1])):
        return None
    it: Enumerate = Enumerate.__new__(Enumerate)
    it.type = cls
    it.count = cython.cast(object, args[1]) if n == 2 else 0
    it.iterator = get_iter(cython.cast(object, args[0]))
    return it


@cython.cfunc
def quick_zip(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    if kwnames != cython.NULL:
        return None
    for i in range(n):
        if not has_iter(cython.cast(object, args[i])):
            return None
    it: Zip = Zip.__new__(Zip)
    it.type = cls
    it.strict = False
    it.iterators = tuple([get_iter(cython.cast(object, args[i])) for i in range(n)])
    return it


@cython.cfunc
def quick_map(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n < 2 or kwnames != cython.NULL:
        return None
    it: Map = Map.__new__(Map)
    it.type = cls
    it.function = cython.cast(object, args[0])
    if n == 2:
        it.iterators = (get_iter(cython.cast(object, args[1])),)
    else:
        it.iterators = tuple([get_iter(cython.cast(object, args[i])) for i in range(1, n)])
    return it


@cython.cfunc
def quick_filter(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n != 2 or kwnames != cython.NULL:
        return None
    it: Filter = Filter.__new__(Filter)
    it.type = cls
    it.function = cython.cast(object, args[0])
    it.iterator = get_iter(cython.cast(object, args[1]))
    return it


@cython.cfunc
def quick_reversed(cls: Type, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    return None if n != 1 or kwnames != cython.NULL else reversed_new(cls, cython.cast(object, args[0]))


ITERATOR = ("__iter__", "__next__")

enumerate_type = cython.declare(Type, native_type(
    "enumerate", Enumerate, doc=enumerate.__doc__, slots=ITERATOR, methods=("__reduce__",), new=enumerate_new, basetype=True,
    functions={"__class_getitem__": classmethod(class_getitem)}))
zip_type = cython.declare(Type, native_type(
    "zip", Zip, doc=zip.__doc__, slots=ITERATOR, methods=("__reduce__", "__setstate__"), new=zip_new, basetype=True))
map_type = cython.declare(Type, native_type(
    "map", Map, doc=map.__doc__, slots=ITERATOR, methods=("__reduce__",), new=map_new, basetype=True))
filter_type = cython.declare(Type, native_type(
    "filter", Filter, doc=filter.__doc__, slots=ITERATOR, methods=("__reduce__",), new=filter_new, basetype=True))
reversed_type = cython.declare(Type, native_type(
    "reversed", Reversed, doc=reversed.__doc__, slots=ITERATOR, methods=("__length_hint__", "__reduce__", "__setstate__"),
    new=reversed_new, basetype=True))

set_quick(enumerate_type, quick_enumerate)
set_quick(zip_type, quick_zip)
set_quick(map_type, quick_map)
set_quick(filter_type, quick_filter)
set_quick(reversed_type, quick_reversed)
