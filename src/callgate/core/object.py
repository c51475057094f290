"""Object, the base of all that is not a plain host value: the host's protocols on it, and the memory of instances.

Every host dunder goes to the guest's type: looked up there, called through `call_found`; what is absent gives CPython's
error with the guest's name of the type. A native class may override host dunders, for speed.

Instances borrow their Shape: types own shapes in a C array that no tp_clear reaches. The slots of an instance are
valid up to `Shape.nslots`; only the first ones, the `__slots__` members, may be NULL.

This module must not call into others of `core` while they are being imported: the table of host types lives here.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call_found, call_found0, call_found1, object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.state import birth, current_world, finalized, may_finalize, stop_later, waits
from cython.cimports.callgate.core.type import has_items, is_subtype, lookup, type_name, type_of
from cython.cimports.libc.stdlib import free
from cython.cimports.libc.stdint import uint64_t

from .errors import Trap

HostP = cython.typedef(cython.pointer(PyTypeObject))

_last_version = cython.declare(uint64_t, 0)


def new_version():
    global _last_version
    _last_version += 1
    return _last_version


# === host types ===
_HOSTS = cython.declare(cython.int, 1024)
_host_keys = cython.declare(cython.pointer(PyTypeObject)[1024])
_host_types = cython.declare(cython.pointer(PyObject)[1024])
_host_count = cython.declare(cython.int, 0)


def register_host(host, cls):
    """The guest's type of host class `host`; stays for ever."""
    global _host_count
    i: cython.int = (cython.cast(cython.size_t, host) >> 4) & 1023
    if _host_count > 700:
        raise SystemError("too many host types")
    while _host_keys[i] != cython.NULL and _host_keys[i] != host:
        i = (i + 1) & 1023
    if _host_keys[i] == cython.NULL:
        _host_count += 1
    INCREF(cython.cast(Ref, cls))
    _host_types[i] = cython.cast(Ref, cls)
    _host_keys[i] = host
    return 0


def registered(host):
    i: cython.int = (cython.cast(cython.size_t, host) >> 4) & 1023
    while True:
        if CG_LIKELY(_host_keys[i] == host):
            return _host_types[i]
        if _host_keys[i] == cython.NULL:
            return cython.NULL
        i = (i + 1) & 1023


# === the host's protocols ===
INSTANCE_TOKEN = "guest\tinstance"
_token_bytes = INSTANCE_TOKEN.encode()
refused, refused_before, refused_hosts = "", "", [None, None]


@cython.cfunc
@cython.inline
def find(obj: object, name: str) -> Ref:
    """What the guest's type of an Object has under `name`; borrowed, NULL when absent or None."""
    found: Ref = lookup(cython.cast(Object, obj).type, name)
    return cython.NULL if found == Py_None else found


@cython.cfunc
def unary(obj: object, name: str, sign: str) -> object:
    found: Ref = find(obj, name)
    if found == cython.NULL:
        raise TypeError(f"bad operand type for {sign}: {type_name(obj)!r}")
    return call_found0(found, obj)


@cython.cfunc
def refuse(obj: object) -> object:
    """Lets the host go on; should it end in a TypeError, the message can name the guest's type."""
    global refused, refused_before
    refused_before, refused = refused, type_name(obj)
    refused_hosts[:] = refused_hosts[1], type(obj)
    return NotImplemented


@cython.cfunc
def overrides(obj: object, other: object, name: str) -> cython.bint:
    """Is `other` of a derived class that has a reflected method of its own, which goes first?"""
    if not CG_IS_OBJECT(cython.cast(Ref, other)):
        return False
    mine: Type = cython.cast(Object, obj).type
    its: Type = cython.cast(Object, other).type
    if its is mine or not is_subtype(its, mine):
        return False
    found: Ref = lookup(its, name)
    return found != cython.NULL and found != lookup(mine, name)


@cython.cfunc
def binary(obj: object, other: object, name: str, reflected: str) -> object:
    if overrides(obj, other, reflected):
        result = one_side(other, obj, reflected)
        if result is not NotImplemented:
            return result
    return one_side(obj, other, name)


@cython.cfunc
def one_side(obj: object, other: object, name: str) -> object:
    found: Ref = find(obj, name)
    if found == cython.NULL:
        return refuse(obj)
    result = call_found1(found, obj, other)
    if result is NotImplemented:
        return refuse(obj)
    return result


@cython.cfunc
def as_index(value: object) -> object:
    """A host int of a value that must be one."""
    if isinstance(value, int):
        return value
    if CG_IS_OBJECT(cython.cast(Ref, value)):
        return Object.__index__(value)
    raise TypeError(f"{type_name(value)!r} object cannot be interpreted as an integer")


@cython.cfunc
def number(obj: object, name: str, kind: object, noun: str) -> object:
    """obj.__int__() and the like: checked, and as the exact host type; NotImplemented when absent."""
    found: Ref = find(obj, name)
    if found == cython.NULL:
        return NotImplemented
    result = call_found0(found, obj)
    if type(result) is kind:
        return result
    if not isinstance(result, kind):
        raise TypeError(noun.format(type_name(result)))
    return kind.__pos__(result)


@cython.cfunc
def text(obj: object, name: str) -> object:
    found: Ref = find(obj, name)
    if found == cython.NULL:
        raise TypeError(f"{type_name(obj)!r} object has no {name}")
    result = call_found0(found, obj)
    if not isinstance(result, str):
        raise TypeError(f"{name} returned non-string (type {type_name(result)})")
    return result


HASH_MIN = cython.declare(object, -1 << 63)
HASH_MAX = cython.declare(object, (1 << 63) - 1)


class Object:
    def __cinit__(self):
        found: Ref = registered(Py_TYPE(cython.cast(Ref, self)))
        if found != cython.NULL:
            self.type = cython.cast(Type, found)

    def __hash__(self):
        if self.type.flags & TF_HASHABLE_ID:
            return CG_HASH_POINTER(cython.cast(cython.p_void, cython.cast(Ref, self)))
        found: Ref = find(self, "__hash__")
        if found == cython.NULL:
            raise TypeError(f"unhashable type: {type_name(self)!r}")
        result = call_found0(found, self)
        if not isinstance(result, int):
            raise TypeError("__hash__ method should return an integer")
        # what fits is taken as it is: hash() would bring large hashes, such as those of texts, into another range
        if HASH_MIN <= result <= HASH_MAX:
            return int.__int__(result)
        return int.__hash__(result)

    def __eq__(self, other):
        if self.type.flags & TF_HASHABLE_ID:
            return True if self is other else NotImplemented
        return binary(self, other, "__eq__", "__eq__")

    def __ne__(self, other):
        if self is other and self.type.flags & TF_HASHABLE_ID:
            return False
        return binary(self, other, "__ne__", "__ne__")

    def __lt__(self, other):
        return binary(self, other, "__lt__", "__gt__")

    def __le__(self, other):
        return binary(self, other, "__le__", "__ge__")

    def __gt__(self, other):
        return binary(self, other, "__gt__", "__lt__")

    def __ge__(self, other):
        return binary(self, other, "__ge__", "__le__")

    def __repr__(self):
        return text(self, "__repr__")

    def __str__(self):
        return text(self, "__str__")

    def __format__(self, spec):
        found: Ref = find(self, "__format__")
        if found == cython.NULL:
            raise TypeError(f"Type {type_name(self)} doesn't define __format__")
        result = call_found1(found, self, spec)
        if not isinstance(result, str):
            raise TypeError(f"__format__ must return a str, not {type_name(result)}")
        return result

    def __bool__(self):
        found: Ref = find(self, "__bool__")
        if found != cython.NULL:
            result = call_found0(found, self)
            if result is True:
                return True
            if result is False:
                return False
            raise TypeError(f"__bool__ should return bool, returned {type_name(result)}")
        if find(self, "__len__") != cython.NULL:
            return Object.__len__(self) != 0
        return True

    def __len__(self):
        found: Ref = find(self, "__len__")
        if found == cython.NULL:
            raise TypeError(f"object of type {type_name(self)!r} has no len()")
        result = as_index(call_found0(found, self))
        if result < 0:
            raise ValueError("__len__() should return >= 0")
        if result > 0x7FFFFFFFFFFFFFFF:
            raise OverflowError("cannot fit 'int' into an index-sized integer")
        return result

    def __length_hint__(self):
        found: Ref = find(self, "__length_hint__")
        if found == cython.NULL:
            return NotImplemented
        result = call_found0(found, self)
        if result is NotImplemented:
            return NotImplemented
        if not isinstance(result, int):
            raise TypeError(f"__length_hint__ must be an integer, not {type_name(result)}")
        if result < 0:
            raise ValueError("__length_hint__() should return >= 0")
        return result

    def __iter__(self):
        found: Ref = lookup(self.type, "__iter__")
        if found == cython.NULL or found == Py_None:
            if found == cython.NULL and has_items(self.type) and _sequence_iterator is not None:
                return _sequence_iterator(self)
            raise TypeError(f"{type_name(self)!r} object is not iterable")
        result = call_found0(found, self)
        if lookup(type_of(result), "__next__") == cython.NULL:
            raise TypeError(f"iter() returned non-iterator of type {type_name(result)!r}")
        return result

    def __next__(self):
        found: Ref = find(self, "__next__")
        if found == cython.NULL:
            raise TypeError(f"{type_name(self)!r} object is not an iterator")
        return call_found0(found, self)

    def __reversed__(self):
        found: Ref = lookup(self.type, "__reversed__")
        if found == cython.NULL or found == Py_None:
            if found == cython.NULL and find(self, "__len__") != cython.NULL and has_items(self.type):
                return iter([self[i] for i in range(len(self) - 1, -1, -1)])
            raise TypeError(f"{type_name(self)!r} object is not reversible")
        return call_found0(found, self)

    def __contains__(self, item):
        found: Ref = lookup(self.type, "__contains__")
        if found == Py_None:
            raise TypeError(f"{type_name(self)!r} object is not a container")
        if found != cython.NULL:
            return bool(call_found1(found, self, item))
        if find(self, "__iter__") == cython.NULL and not has_items(self.type):
            raise TypeError(f"argument of type {type_name(self)!r} is not iterable")
        for each in Object.__iter__(self):
            if each is item or each == item:
                return True
        return False

    def __getitem__(self, key):
        found: Ref = find(self, "__getitem__")
        if found == cython.NULL:
            raise TypeError(f"{type_name(self)!r} object is not subscriptable")
        return call_found1(found, self, key)

    def __setitem__(self, key, value):
        found: Ref = find(self, "__setitem__")
        if found == cython.NULL:
            raise TypeError(f"{type_name(self)!r} object does not support item assignment")
        call_found(found, self, (key, value))

    def __delitem__(self, key):
        found: Ref = find(self, "__delitem__")
        if found == cython.NULL:
            raise TypeError(f"{type_name(self)!r} object doesn't support item deletion")
        call_found1(found, self, key)

    def __call__(self, *args, **kwargs):
        return object_call(self, args, kwargs or None)

    def __getattr__(self, name):
        return getattr_(self, name)

    def __index__(self):
        result = number(self, "__index__", int, "__index__ returned non-int (type {})")
        if result is NotImplemented:
            raise TypeError(f"{type_name(self)!r} object cannot be interpreted as an integer")
        return result

    def __int__(self):
        result = number(self, "__int__", int, "__int__ returned non-int (type {})")
        if result is NotImplemented:
            result = number(self, "__index__", int, "__index__ returned non-int (type {})")
        if result is NotImplemented:
            result = number(self, "__trunc__", int, "__trunc__ returned non-Integral (type {})")
        if result is NotImplemented:
            raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not {type_name(self)!r}")
        return result

    def __float__(self):
        result = number(self, "__float__", float, type_name(self) + ".__float__ returned non-float (type {})")
        if result is NotImplemented:
            result = number(self, "__index__", int, "__index__ returned non-int (type {})")
        if result is NotImplemented:
            raise TypeError(f"must be real number, not {type_name(self)}")
        return float(result)

    def __complex__(self):
        result = number(self, "__complex__", complex, "__complex__ returned non-complex (type {})")
        return complex(float(self)) if result is NotImplemented else result

    def __bytes__(self):
        found: Ref = find(self, "__bytes__")
        if found != cython.NULL:
            result = call_found0(found, self)
            if not isinstance(result, bytes):
                raise TypeError(f"__bytes__ returned non-bytes (type {type_name(result)})")
            return result
        if find(self, "__index__") != cython.NULL:
            return bytes(Object.__index__(self))
        if find(self, "__iter__") == cython.NULL and not has_items(self.type):
            raise TypeError(f"cannot convert {type_name(self)!r} object to bytes")
        return bytes(list(self))

    def __round__(self, *digits):
        found: Ref = find(self, "__round__")
        if found == cython.NULL:
            raise TypeError(f"type {type_name(self)} doesn't define __round__ method")
        return call_found(found, self, digits)

    def __trunc__(self):
        return part(self, "__trunc__", "trunc")

    def __floor__(self):
        return part(self, "__floor__", "floor")

    def __ceil__(self):
        return part(self, "__ceil__", "ceil")

    def __neg__(self):
        return unary(self, "__neg__", "unary -")

    def __pos__(self):
        return unary(self, "__pos__", "unary +")

    def __invert__(self):
        return unary(self, "__invert__", "unary ~")

    def __abs__(self):
        return unary(self, "__abs__", "abs()")

    def __add__(self, other):
        return binary(self, other, "__add__", "__radd__")

    def __radd__(self, other):
        return one_side(self, other, "__radd__")

    def __sub__(self, other):
        return binary(self, other, "__sub__", "__rsub__")

    def __rsub__(self, other):
        return one_side(self, other, "__rsub__")

    def __mul__(self, other):
        return binary(self, other, "__mul__", "__rmul__")

    def __rmul__(self, other):
        return one_side(self, other, "__rmul__")

    def __truediv__(self, other):
        return binary(self, other, "__truediv__", "__rtruediv__")

    def __rtruediv__(self, other):
        return one_side(self, other, "__rtruediv__")

    def __floordiv__(self, other):
        return binary(self, other, "__floordiv__", "__rfloordiv__")

    def __rfloordiv__(self, other):
        return one_side(self, other, "__rfloordiv__")

    def __mod__(self, other):
        return binary(self, other, "__mod__", "__rmod__")

    def __rmod__(self, other):
        return one_side(self, other, "__rmod__")

    def __divmod__(self, other):
        return binary(self, other, "__divmod__", "__rdivmod__")

    def __rdivmod__(self, other):
        return one_side(self, other, "__rdivmod__")

    def __pow__(self, other, modulo):
        if modulo is None:
            return binary(self, other, "__pow__", "__rpow__")
        found: Ref = find(self, "__pow__")
        return refuse(self) if found == cython.NULL else call_found(found, self, (other, modulo))

    def __rpow__(self, other, modulo):
        return one_side(self, other, "__rpow__")

    def __lshift__(self, other):
        return binary(self, other, "__lshift__", "__rlshift__")

    def __rlshift__(self, other):
        return one_side(self, other, "__rlshift__")

    def __rshift__(self, other):
        return binary(self, other, "__rshift__", "__rrshift__")

    def __rrshift__(self, other):
        return one_side(self, other, "__rrshift__")

    def __and__(self, other):
        return binary(self, other, "__and__", "__rand__")

    def __rand__(self, other):
        return one_side(self, other, "__rand__")

    def __or__(self, other):
        return binary(self, other, "__or__", "__ror__")

    def __ror__(self, other):
        return one_side(self, other, "__ror__")

    def __xor__(self, other):
        return binary(self, other, "__xor__", "__rxor__")

    def __rxor__(self, other):
        return one_side(self, other, "__rxor__")

    def __matmul__(self, other):
        return binary(self, other, "__matmul__", "__rmatmul__")

    def __rmatmul__(self, other):
        return one_side(self, other, "__rmatmul__")


@cython.cfunc
def part(obj: object, name: str, what: str) -> object:
    """math.trunc and the like, which the host calls when it finds the method on the host class."""
    found: Ref = find(obj, name)
    if found != cython.NULL:
        return call_found0(found, obj)
    if what == "trunc":
        raise TypeError(f"type {type_name(obj)} doesn't define __trunc__ method")
    value = Object.__float__(obj)
    return float.__floor__(value) if what == "floor" else float.__ceil__(value)


_sequence_iterator = cython.declare(object, None)


def set_sequence_iterator(function):
    """What makes the iterator of an object that only has `__getitem__`: function(obj) -> Object."""
    global _sequence_iterator
    _sequence_iterator = function


class Shape:
    pass


class Type(Object):
    def __cinit__(self):
        self.cached_version = 0

    def __dealloc__(self):
        i: cython.int
        for i in range(self.nshapes):
            DECREF(self.shapes[i])
        free(self.shapes)


class Instance(Object):
    def __cinit__(self):
        self.slots = self.inl
        self.cap = INLINE_SLOTS
        if self.type is not None and self.type.nshapes:
            self.shape = self.type.shapes[0]


# === memory of instances ===
INSTANCE = cython.declare(HostP, cython.cast(HostP, cython.cast(Ref, Instance)))
EMPTY = cython.declare(object, ())
_FREE = cython.declare(cython.int, 256)
_free = cython.declare(cython.pointer(PyObject)[256])
_free_count = cython.declare(cython.int, 0)


def new_instance(cls):
    global _free_count
    t: Type = cython.cast(Type, cls)
    o: Ref
    if CG_UNLIKELY(t.host_type != INSTANCE):
        o = cg_host_new(t.host_type, cython.cast(Ref, EMPTY))
        if o == cython.NULL:
            return cython.NULL
        INCREF(cls)
        XDECREF(CG_TYPE(o))
        CG_SET_TYPE(o, cls)
        if cython.cast(Shape, t.shapes[0]).nslots > cython.cast(Instance, o).cap \
                and grow_slots(o, cython.cast(Shape, t.shapes[0]).nslots) < 0:
            PyErr_NoMemory()
            DECREF(o)
            return cython.NULL
        cython.cast(Instance, o).shape = t.shapes[0]
        if t.flags & TF_HAS_DEL:
            cython.cast(Instance, o).born = birth(False)
        return o
    if _free_count > 0:
        _free_count -= 1
        o = _free[_free_count]
        Py_SET_REFCNT(o, 1)
    else:
        o = _PyObject_GC_New(INSTANCE)
        if o == cython.NULL:
            return cython.NULL
    INCREF(cls)
    CG_SET_TYPE(o, cls)
    INCREF(Py_None)
    CG_SET_ATTRS(o, Py_None)
    cython.cast(Instance, o).shape = t.shapes[0]
    cython.cast(Instance, o).slots = cython.cast(Instance, o).inl
    cython.cast(Instance, o).cap = INLINE_SLOTS
    cython.cast(Instance, o).born = birth(False) if t.flags & TF_HAS_DEL else 0
    CG_WEAK_LIST(o)[0] = cython.NULL
    n: cython.int
    for n in range(cython.cast(Shape, t.shapes[0]).nslots):     # members begin unset
        if n == INLINE_SLOTS:
            break
        cython.cast(Instance, o).inl[n] = cython.NULL
    if CG_UNLIKELY(cython.cast(Shape, t.shapes[0]).nslots > INLINE_SLOTS):
        if grow_slots(o, cython.cast(Shape, t.shapes[0]).nslots) < 0:
            PyErr_NoMemory()
            DECREF(cls)
            PyObject_GC_Del(o)
            return cython.NULL
    PyObject_GC_Track(cython.cast(cython.p_void, o))
    return o


def grow_slots(o, need):
    """Room for `need` slots; new ones are NULL. -1 without an error set when there is no memory."""
    obj: Instance = cython.cast(Instance, o)
    room: cython.int = need + (need >> 1) + 2
    i: cython.int
    more: Refs = cython.cast(Refs, PyMem_Malloc(room * cython.sizeof(Ref)))
    if more == cython.NULL:
        return -1
    for i in range(obj.cap):
        more[i] = obj.slots[i]
    for i in range(obj.cap, room):
        more[i] = cython.NULL
    if obj.slots != obj.inl:
        PyMem_Free(obj.slots)
    obj.slots = more
    obj.cap = room
    return 0


def instance_traverse(o, visit, arg):
    result: cython.int
    i: cython.int
    if CG_TYPE(o) != cython.NULL:
        result = visit(CG_TYPE(o), arg)
        if result:
            return result
    if CG_ATTRS(o) != cython.NULL:
        result = visit(CG_ATTRS(o), arg)
        if result:
            return result
    if cython.cast(Instance, o).shape != cython.NULL:
        for i in range(cython.cast(Shape, cython.cast(Instance, o).shape).nslots):
            if cython.cast(Instance, o).slots[i] != cython.NULL:
                result = visit(cython.cast(Instance, o).slots[i], arg)
                if result:
                    return result
    return 0


def instance_clear(o):
    """Back to no attributes: all that may be unset after it are members. The type stays, and with it the shapes."""
    n: cython.int
    old: Ref
    if cython.cast(Instance, o).shape != cython.NULL:
        n = cython.cast(Shape, cython.cast(Instance, o).shape).nslots
        if CG_TYPE(o) != cython.NULL and CG_TYPE(o) != Py_None:
            cython.cast(Instance, o).shape = cython.cast(Type, CG_TYPE(o)).shapes[0]
        while n > 0:
            n -= 1
            old = cython.cast(Instance, o).slots[n]
            cython.cast(Instance, o).slots[n] = cython.NULL
            XDECREF(old)
    old = CG_ATTRS(o)
    INCREF(Py_None)
    CG_SET_ATTRS(o, Py_None)
    XDECREF(old)
    return 0


def instance_dealloc(o):
    global _free_count
    depth: cython.int
    exact: cython.bint = Py_TYPE(o) == INSTANCE
    cls: Ref = CG_TYPE(o)
    i: cython.int
    n: cython.int
    depth = cg_trash_enter(o) if exact else 0       # of another class: its own function has asked, or will not
    if depth < 0:
        return
    if exact and cython.cast(Type, cls).flags & TF_HAS_DEL:
        if not PyObject_GC_IsTracked(o):
            PyObject_GC_Track(o)
        if PyObject_CallFinalizerFromDealloc(o) < 0:
            cg_trash_leave(depth)
            return
        cls = CG_TYPE(o)                # __del__ may have assigned __class__
    if PyObject_GC_IsTracked(o):
        PyObject_GC_UnTrack(o)
    if CG_WEAK_LIST(o)[0] != cython.NULL:
        PyObject_ClearWeakRefs(o)
    if cython.cast(Instance, o).shape != cython.NULL:
        n = cython.cast(Shape, cython.cast(Instance, o).shape).nslots
        for i in range(n):
            XDECREF(cython.cast(Instance, o).slots[i])
    if cython.cast(Instance, o).slots != cython.cast(Instance, o).inl:
        PyMem_Free(cython.cast(Instance, o).slots)
    XDECREF(CG_ATTRS(o))
    if not exact:
        CG_HOST_FREE(o)
    elif _free_count < 256 and not CG_FINALIZED(o):
        _free[_free_count] = o
        _free_count += 1
    else:
        PyObject_GC_Del(o)
    XDECREF(cls)
    if exact:
        cg_trash_leave(depth)


_unraisable = cython.declare(object, None)


def set_unraisable(function):
    """function(error, what): reports what a `__del__` raised, which goes no further."""
    global _unraisable
    _unraisable = function


def report_unraisable(error, what):
    try:
        _unraisable(error, what)
    except Exception:       # the report fails too, at the end of the C stack or of memory: there is nobody left to tell
        pass
    return 0


def object_finalize(o):
    """Runs the guest's `__del__`."""
    born: cython.uint = 0
    if CG_TYPE(o) == cython.NULL or CG_TYPE(o) == Py_None or not cython.cast(Type, CG_TYPE(o)).flags & TF_HAS_DEL:
        return
    cls: Type = cython.cast(Type, CG_TYPE(o))
    if cls.flags & TF_INSTANCE:
        born = cython.cast(Instance, o).born
    if waits(o, cls.world, born):
        return
    if born:
        cython.cast(Instance, o).born = 0
        if cls.world == current_world():    # else the machine that runs has not counted it
            finalized(born)
    if may_finalize(cls.world):
        call_finalize(o)


def call_finalize(o):
    error: CgError
    depth: cython.int
    cg_save_error(cython.address(error))
    depth = CG_TRASH_DEPTH()
    CG_SET_TRASH_DEPTH(0)
    if cython.cast(raw_finalize, cython.cast(cython.p_void, finalize))(o) < 0:
        PyErr_Clear()
    CG_SET_TRASH_DEPTH(depth)
    cg_restore_error(cython.address(error))


def finalize(obj):
    cls: Type = type_of(obj)
    found: Ref = lookup(cls, "__del__")
    if found == cython.NULL or found == Py_None or not may_finalize(cls.world):
        return 0
    method: object = cython.cast(object, found)
    try:
        try:
            call_found0(found, obj)
        except Exception as error:
            report_unraisable(error, method)
    except Trap as trap:
        stop_later(trap)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def object_clear(o: Ref) -> cython.int:
    """Never the type: what is cleared may still be asked for it."""
    old: Ref = CG_ATTRS(o)
    INCREF(Py_None)
    CG_SET_ATTRS(o, Py_None)
    XDECREF(old)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def type_clear(o: Ref) -> cython.int:
    """As CPython's: the dict's content and the MRO (a type is in its own) are what cycles go through."""
    result: Ref = cython.cast(raw1, cython.cast(cython.p_void, break_type_cycles))(o)
    if result == cython.NULL:
        PyErr_Clear()
    else:
        DECREF(result)
    return object_clear(o)


@cython.cfunc
def break_type_cycles(obj: object) -> object:
    cls: Type = obj
    cls.mro = None
    cls.init = cls.call = cls.new = None
    cls.host = None
    if cls.namespace is not None:
        cls.namespace.clear()
    return None


@cython.cfunc
def patch() -> object:
    host: HostP = INSTANCE
    host.tp_dealloc = instance_dealloc
    host.tp_traverse = instance_traverse
    host.tp_clear = instance_clear
    host.tp_finalize = object_finalize
    cg_set_tp_name(host, _token_bytes)
    cg_mark_object_type(host)
    host = cython.cast(HostP, cython.cast(Ref, Object))
    host.tp_clear = object_clear
    cg_mark_object_type(host)
    host = cython.cast(HostP, cython.cast(Ref, Type))
    host.tp_clear = type_clear
    cg_mark_object_type(host)
    return None


patch()
