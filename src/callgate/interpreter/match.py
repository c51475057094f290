"""match: what a pattern asks of its subject.

Sequences and mappings are known by a flag of a class in their MRO (PEP 634): builtin types have it from here, guest classes from the
abstract base classes that they derive from or are registered with (modules/_abc.py).
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or
from cython.cimports.callgate.core.call import call2, object_new
from cython.cimports.callgate.core.object import TF_MAPPING, TF_SEQUENCE, Type
from cython.cimports.callgate.core.operators import length, repr_
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import OBJECT, full_name, isinstance_, type_name, type_of
from cython.cimports.callgate.interpreter.stack import pop, push, top

#: The absent attribute or item.
NOTHING = cython.declare(object, object())
CLASS = cython.declare(str, "class" if sys.version_info >= (3, 12) else "type")
#: Builtin types whose one positional sub-pattern is for the subject itself.
MATCH_SELF = cython.declare(set, {
    type_of(value) for value in (False, bytearray(), b"", {}, 0.0, frozenset(), 0, [], set(), "", ())})


@cython.cfunc
def _set_flags() -> object:
    for value in ([], (), range(0)):
        cython.cast(Type, type_of(value)).flags |= TF_SEQUENCE
    cython.cast(Type, type_of({})).flags |= TF_MAPPING
    return None


_set_flags()


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
    seen: set = set()
    charge(len(keys))
    plain: cython.bint = type(subject) is dict
    get = None if plain or not keys else getattr_(subject, "get")
    missing = None if plain else object_new(OBJECT, (), None)
    for key in keys:
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
    seen: set = set()
    own: tuple
    i: cython.Py_ssize_t
    if n:
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
def attribute(subject: object, cls: object, name: str, seen: set) -> object:
    if name in seen:
        raise TypeError(f"{full_name(cls)}() got multiple sub-patterns for attribute {name!r}")
    seen.add(name)
    return getattr_or(subject, name, NOTHING)
