"""The attribute protocol: reading, writing and deleting attributes of any value; descriptors; `__getattr__`.

Order of reading: data descriptor of the type, the object's own attributes, other descriptor of the type, `__getattr__`.
Descriptors are told apart by the slots of their types, so this module knows none of them.
"""

import sys

import cython
from cython.cimports.callgate.core.call import call_found, call_found1
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import (
    full_name, instance_delete, instance_dict, instance_set, lookup, set_type_attr, type_name, type_of, type_of_raw)
from cython.cimports.cpython.dict import PyDict_GetItemWithError as dict_item

MISSING = object()


def getattr_(obj, name):
    cls: Type = type_of(obj)
    return cls.slots.tp_getattro(obj, name)


def getattr_or(obj, name, default):
    cls: Type = type_of(obj)
    try:
        if cls.slots.tp_getattro == generic_getattr:
            found = find_attribute(obj, name)
            return default if found is MISSING else found
        return cls.slots.tp_getattro(obj, name)
    except AttributeError:
        return default


def setattr_(obj, name, value):
    cls: Type = type_of(obj)
    cls.slots.tp_setattro(obj, name, cython.cast(Ref, value))
    return 0


def delattr_(obj, name):
    cls: Type = type_of(obj)
    cls.slots.tp_setattro(obj, name, cython.NULL)
    return 0


def attribute_error(obj, name):
    if isinstance(obj, Type):
        return AttributeError(f"type object '{full_name(obj)}' has no attribute '{name}'", name=name, obj=obj)
    return AttributeError(f"'{type_name(obj)}' object has no attribute '{name}'", name=name, obj=obj)


def store_error(obj, name):
    if lookup(type_of(obj), name) != cython.NULL:
        return AttributeError(f"'{type_name(obj)}' object attribute '{name}' is read-only", name=name, obj=obj)
    if sys.version_info >= (3, 13) and not type_of(obj).flags & TF_SETATTR:
        return AttributeError(f"'{type_name(obj)}' object has no attribute '{name}' and no __dict__ for setting new "
                              "attributes", name=name, obj=obj)
    return attribute_error(obj, name)


# === objects in general ===
@cython.cfunc
def own_attribute(obj: object, cls: Type, name: str) -> object:
    """Of the object's own attributes; MISSING when absent. A dict may have keys whose comparison is guest code."""
    shape: Shape
    found: Ref
    held: object
    if cls.flags & TF_INSTANCE:
        shape = cython.cast(Shape, cython.cast(Instance, obj).shape)
        if not shape.is_dict:
            found = PyDict_GetItemWithError(cython.cast(Ref, shape.index), cython.cast(Ref, name))
            if found == cython.NULL:
                return MISSING
            return cython.cast(object, cython.cast(Instance, obj).slots[cg_int_value(found)])
        found = cython.cast(Ref, cython.cast(Object, obj).attrs)
    elif cls.flags & TF_METACLASS:
        found = cython.cast(Ref, cython.cast(Type, obj).namespace)
    elif CG_IS_OBJECT(cython.cast(Ref, obj)):
        found = cython.cast(Ref, cython.cast(Object, obj).attrs)
    elif cls.flags & TF_MIRROR and cls.flags & TF_HAS_DICT:
        found = cg_host_dict(cython.cast(Ref, obj))
        if found == cython.NULL:
            PyErr_Clear()
            return MISSING
        DECREF(found)                       # the object holds it
    else:
        return MISSING
    if found == Py_None:
        return MISSING
    held = cython.cast(object, found)
    found = dict_item(held, name)
    return MISSING if found == cython.NULL else cython.cast(object, found)


def find_attribute(obj, name):
    cls: Type = type_of(obj)
    descr: Ref = lookup(cls, name)
    its: Type
    if descr != cython.NULL:
        value = cython.cast(object, descr)
        its = cython.cast(Type, type_of_raw(descr))
        if its.slots.tp_descr_get != cython.NULL and its.slots.tp_descr_set != cython.NULL:
            return its.slots.tp_descr_get(value, cython.cast(Ref, obj), cls)
        found = own_attribute(obj, cls, name)
        if found is not MISSING:
            return found
        if its.slots.tp_descr_get != cython.NULL:
            return its.slots.tp_descr_get(value, cython.cast(Ref, obj), cls)
        return value
    return own_attribute(obj, cls, name)


def generic_getattr(obj, name):
    found = find_attribute(obj, name)
    if found is MISSING:
        raise attribute_error(obj, name)
    return found


def generic_setattr(obj, name, value):
    cls: Type = type_of(obj)
    descr: Ref = lookup(cls, name)
    its: Type
    if descr != cython.NULL:
        its = cython.cast(Type, type_of_raw(descr))
        if its.slots.tp_descr_set != cython.NULL:
            return its.slots.tp_descr_set(cython.cast(object, descr), obj, value)
    if not cls.flags & TF_HAS_DICT:
        raise store_error(obj, name)
    if cls.flags & TF_INSTANCE:
        if value != cython.NULL:
            return instance_set(obj, name, cython.cast(object, value))
        try:
            return instance_delete(obj, name)
        except KeyError:
            raise attribute_error(obj, name) from None
    attributes: dict = instance_dict(obj)
    if value != cython.NULL:
        attributes[name] = cython.cast(object, value)
    elif name in attributes:
        attributes.pop(name)
    else:
        raise attribute_error(obj, name)
    return 0


# === classes ===
def type_getattr(cls, name):
    meta: Type = type_of(cls)
    descr: Ref = lookup(meta, name)
    its: Type = None
    found: Ref
    held: object = None
    if descr != cython.NULL:
        held = cython.cast(object, descr)
        its = cython.cast(Type, type_of_raw(descr))
        if its.slots.tp_descr_get != cython.NULL and its.slots.tp_descr_set != cython.NULL:
            return its.slots.tp_descr_get(held, cython.cast(Ref, cls), meta)
    found = lookup(cls, name)
    if found != cython.NULL:
        return bind(cython.cast(object, found), cython.NULL, cls)
    if its is None:
        raise attribute_error(cls, name)
    if its.slots.tp_descr_get != cython.NULL:
        return its.slots.tp_descr_get(held, cython.cast(Ref, cls), meta)
    return held


def type_setattr(cls, name, value):
    meta: Type = type_of(cls)
    descr: Ref = lookup(meta, name)
    its: Type
    if not cython.cast(Type, cls).flags & TF_HEAP:
        return set_type_attr(cls, name, value)          # raises
    if descr != cython.NULL:
        its = cython.cast(Type, type_of_raw(descr))
        if its.slots.tp_descr_set != cython.NULL:
            return its.slots.tp_descr_set(cython.cast(object, descr), cls, value)
    return set_type_attr(cls, name, value)


def bind(descr, obj, owner):
    its: Type = type_of(descr)
    if its.slots.tp_descr_get == cython.NULL:
        return descr
    return its.slots.tp_descr_get(descr, obj, owner)


# === slots of guest classes ===
_note = cython.declare(object, None)


def set_attribute_note(function):
    """function(error, object, name): an AttributeError without details is given them."""
    global _note
    _note = function


def slot_getattro(obj, name):
    try:
        return guest_getattro(obj, name)
    except AttributeError as error:
        if _note is not None:
            _note(error, obj, name)
        raise


@cython.cfunc
def guest_getattro(obj: object, name: str) -> object:
    cls: Type = type_of(obj)
    found: Ref
    if not cls.flags & TF_GETATTRIBUTE and (
            cls.slots.native_getattro == generic_getattr or cls.slots.native_getattro == slot_getattro):
        try:
            value = find_attribute(obj, name)           # makes no exception for what __getattr__ will answer
        except AttributeError:                          # a descriptor's
            found = lookup(type_of(obj), "__getattr__")
            if found == cython.NULL:
                raise
        else:
            if value is not MISSING:
                return value
            found = lookup(type_of(obj), "__getattr__")
            if found == cython.NULL:
                raise attribute_error(obj, name)
        return call_found1(found, obj, name)
    try:
        if cls.flags & TF_GETATTRIBUTE:
            return call_found1(lookup(cls, "__getattribute__"), obj, name)
        return cls.slots.native_getattro(obj, name)
    except AttributeError:
        found = lookup(type_of(obj), "__getattr__")
        if found == cython.NULL:
            raise
    return call_found1(found, obj, name)


def slot_setattro(obj, name, value):
    cls: Type = type_of(obj)
    if value == cython.NULL:
        call_found1(lookup(cls, "__delattr__"), obj, name)
    else:
        call_found(lookup(cls, "__setattr__"), obj, (name, cython.cast(object, value)))
    return 0


def slot_descr_get(descr, obj, owner):
    found: Ref = lookup(type_of(descr), "__get__")
    if found == cython.NULL:
        return descr
    return call_found(found, descr, (None if obj == cython.NULL else cython.cast(object, obj), owner))


def slot_descr_set(descr, obj, value):
    name: str = "__delete__" if value == cython.NULL else "__set__"
    found: Ref = lookup(type_of(descr), name)
    if found == cython.NULL:
        raise AttributeError(name)
    call_found(found, descr, (obj,) if value == cython.NULL else (obj, cython.cast(object, value)))
    return 0
