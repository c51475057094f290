"""The part of inspect that is about members: of objects, and of classes with where each comes from."""

import types
from collections import namedtuple

__all__ = ["Attribute", "classify_class_attrs", "getmembers", "getmembers_static"]

Attribute = namedtuple("Attribute", "name kind defining_class object")


def _members(object, predicate, get):
    names = dir(object)
    searched = object.__mro__ if isinstance(object, type) else ()
    for base in object.__bases__ if isinstance(object, type) else ():
        names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    found, done = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in searched:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        done.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name.
    Optionally, only return members that satisfy a given predicate."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name without triggering dynamic lookup."""
    from inspect import getattr_static

    return _members(object, predicate, getattr_static)


def classify_class_attrs(cls):
    """Return list of attribute-descriptor tuples: name, kind, defining class, object."""
    meta = tuple(each for each in type(cls).__mro__ if each not in (type, object))
    searched = (cls, *cls.__mro__[1:])
    names = dir(cls)
    for base in cls.__mro__:
        names += [name for name, value in base.__dict__.items()
                  if isinstance(value, types.DynamicClassAttribute) and value.fget is not None]
    result, done = [], set()
    for name in names:
        home = got = stored = None
        if name not in done:
            try:
                if name == "__dict__":
                    raise AttributeError("__dict__ is special")
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, "__objclass__", home)
                if home not in searched:
                    home = None     # the object says where it is from, and that is elsewhere
                    last = None
                    for each in searched:
                        if getattr(each, name, None) is got:
                            last = each
                    for each in meta:
                        try:
                            other = each.__getattr__(cls, name)
                        except AttributeError:
                            continue
                        if other is got:
                            last = each
                    home = last
        for base in (*cls.__mro__, *meta):
            if name in base.__dict__:
                stored = base.__dict__[name]
                if home not in meta:
                    home = base
                break
        if home is None:
            continue
        value = stored if got is None else got
        if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
            kind, value = "static method", stored
        elif isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
            kind, value = "class method", stored
        elif isinstance(stored, property):
            kind, value = "property", stored
        elif isinstance(value, (types.FunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)) \
                or isinstance(value, types.BuiltinFunctionType) and hasattr(value, "__objclass__"):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, value))
        done.add(name)
    return result
