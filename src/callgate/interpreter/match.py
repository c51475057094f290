"""match: what a pattern asks of its subject.

Sequences and mappings are known by a flag of a class in their MRO (PEP 634): builtin types have it from here, guest classes from the
abstract base classes that they derive from or are registered with (modules/_abc.py).
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or
from cython.cimports.callgate.core.call import call2, object_new
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import TF_MAPPING, TF_SEQUENCE, Type
from cython.cimports.callgate.core.operators import length, repr_
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import OBJECT, TYPE, full_name, is_subtype, isinstance_, lookup, type_name, type_of, type_of_raw
from cython.cimports.callgate.interpreter.stack import pop, push, top
from cython.cimports.cpython.exc import PyErr_Occurred

#: The absent attribute or item.
NOTHING = cython.declare(object, object())
CLASS = cython.declare(str, "class" if sys.version_info >= (3, 12) else "type")
#: Builtin types whose one positional sub-pattern is for the subject itself.
MATCH_SELF = cython.declare(set, {
    type_of(value) for value in (False, bytearray(), b"", {}, 0.0, frozenset(), 0, [], set(), "", ())})
TypeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Type)))
EMPTY = cython.declare(tuple, ())


@cython.cfunc
def _set_flags() -> object:
    for value in ([], (), range(0)):
        cython.cast(Type, type_of(value)).flags |= TF_SEQUENCE
    cython.cast(Type, type_of({})).flags |= TF_MAPPING
    return None


_set_flags()


def quick_kind(subject: Ref, op: cython.int):
    if PyList_CheckExact(subject) or PyTuple_CheckExact(subject):
        return op == OP_MATCH_SEQUENCE
    if PyDict_CheckExact(subject):
        return op == OP_MATCH_MAPPING
    if CG_IS_STR(subject) or CG_IS_INT(subject) or CG_IS_FLOAT(subject) or subject == Py_None:
        return 0
    return -1


def quick_class(subject: Ref, cls: Ref, n: cython.Py_ssize_t, names: Ref):
    if Py_TYPE(cls) != TypeT:
        return cython.NULL
    mine: Ref = type_of_raw(subject)
    if mine != cls:
        if cython.cast(Ref, cython.cast(Type, cls).type) != cython.cast(Ref, TYPE):
            return cython.NULL
        if not is_subtype(cython.cast(Type, mine), cython.cast(Type, cls)):
            # an object of the guest's may claim another class
            return cython.NULL if CG_IS_OBJECT(subject) else cg_newref(Py_None)
    if PyTuple_GET_SIZE(names):
        return cython.NULL
    if n == 0:
        return cg_newref(cython.cast(Ref, EMPTY))
    if n == 1 and cython.cast(Type, cls) in MATCH_SELF:
        return cg_tuple_of(subject)
    return cython.NULL


def quick_keys(subject: Ref, keys: Ref):
    n: cython.Py_ssize_t = PyTuple_GET_SIZE(keys)
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    value: Ref
    if not PyDict_CheckExact(subject) or n > 8:
        return cython.NULL
    for i in range(n):
        if not CG_IS_STR(PyTuple_GET_ITEM(keys, i)):
            return cython.NULL
        for j in range(i):
            if cg_compare(5, PyTuple_GET_ITEM(keys, i), PyTuple_GET_ITEM(keys, j)) != 1:
                return cython.NULL          # the same one twice: an error
    made: Ref = PyTuple_New(n)
    if made == cython.NULL:
        return cython.NULL
    for i in range(n):
        value = PyDict_GetItemWithError(subject, PyTuple_GET_ITEM(keys, i))     # may ask a guest's key
        if value == cython.NULL:
            DECREF(made)
            return cython.NULL if PyErr_Occurred() != cython.NULL else cg_newref(Py_None)
        cg_items(made)[i] = cg_newref(value)
    return made


def match_op(vm: VM, op: cython.int, n: cython.int):
    if op == OP_GET_LEN:
        return push(vm, length(top(vm, 1)))
    elif op == OP_MATCH_SEQUENCE:
        return push(vm, has_flag(type_of(top(vm, 1)), TF_SEQUENCE))
    elif op == OP_MATCH_MAPPING:
        return push(vm, has_flag(type_of(top(vm, 1)), TF_MAPPING))
    elif op == OP_MATCH_KEYS:
        return push(vm, match_keys(top(vm, 2), top(vm, 1)))
    names = pop(vm)
    cls = pop(vm)
    subject = pop(vm)
    return push(vm, match_class(subject, cls, n, names))


@cython.cfunc
@cython.exceptval(check=False)
def has_flag(cls: Type, flag: cython.long) -> cython.bint:
    """Is that what the first class of the MRO says that says anything?"""
    flags: cython.long
    for each in cls.mro:
        flags = cython.cast(Type, each).flags & (TF_SEQUENCE | TF_MAPPING)
        if flags:
            return flags & flag != 0
    return False


@cython.cfunc
def match_keys(subject: object, keys: tuple) -> object:
    """The values of the keys, by the subject's own `get`; None when one is missing."""
    values: list = []
    seen: set = None
    charge(len(keys))
    plain: cython.bint = type(subject) is dict
    if len(keys) > 1:
        seen = set()
    get = None if plain or not keys else getattr_(subject, "get")
    missing = None if plain else object_new(OBJECT, (), None)
    for key in keys:
        if seen is not None:
            if key in seen:
                raise ValueError(f"mapping pattern checks duplicate key ({repr_(key)})")
            seen.add(key)
        if plain:
            value = cython.cast(dict, subject).get(key, NOTHING)
            if value is NOTHING:
                return None
        else:
            value = call2(get, key, missing)
            if value is missing:
                return None
        values.append(value)
    return tuple(values)


@cython.cfunc
def match_class(subject: object, cls: object, n: cython.Py_ssize_t, names: tuple) -> object:
    """The attributes that a class pattern asks for; None when it does not match."""
    if not isinstance(cls, Type):
        raise TypeError(f"called match pattern must be a {CLASS}")
    if not isinstance_(subject, cls):
        return None
    values: list = []
    seen: list = []
    own: tuple
    i: cython.Py_ssize_t
    if n:
        raw: Ref = cython.NULL
        if cython.cast(Type, cls).type is TYPE:
            raw = lookup(cls, "__match_args__")
        if raw != cython.NULL and PyTuple_CheckExact(raw):
            found = cython.cast(object, raw)
        else:
            found = getattr_or(cls, "__match_args__", NOTHING)
        if found is NOTHING:
            if matches_itself(cls):
                check_count(cls, 1, n)
                values.append(subject)
                n = 0
            found = ()
        if type(found) is not tuple:
            raise TypeError(f"{full_name(cls)}.__match_args__ must be a tuple (got {type_name(found)})")
        own = found
        check_count(cls, len(own), n)
        for i in range(n):
            name = own[i]
            if type(name) is not str:
                raise TypeError(f"__match_args__ elements must be strings (got {type_name(name)})")
            value = attribute(subject, cls, name, seen)
            if value is NOTHING:
                return None
            values.append(value)
    for name in names:
        value = attribute(subject, cls, name, seen)
        if value is NOTHING:
            return None
        values.append(value)
    return tuple(values)


@cython.cfunc
@cython.exceptval(check=False)
def matches_itself(cls: Type) -> cython.bint:
    for each in cls.mro:
        if each in MATCH_SELF:
            return True
    return False


@cython.cfunc
def check_count(cls: Type, allowed: cython.Py_ssize_t, n: cython.Py_ssize_t) -> cython.int:
    if allowed < n:
        raise TypeError(
            f"{full_name(cls)}() accepts {allowed} positional sub-pattern{'' if allowed == 1 else 's'} ({n} given)")
    return 0


@cython.cfunc
def attribute(subject: object, cls: object, name: str, seen: list) -> object:
    charge(1 + (len(seen) >> 2))
    if name in seen:
        raise TypeError(f"{full_name(cls)}() got multiple sub-patterns for attribute {name!r}")
    seen.append(name)
    return getattr_or(subject, name, NOTHING)
