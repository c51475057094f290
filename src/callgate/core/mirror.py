"""Mirrors: the host class of a guest class that derives from a builtin value (`class D(dict)`).

Its instances are real host values, so natives take them at full speed; guest attributes are in the host `__dict__`,
members of `__slots__` there too, under names that no guest identifier has. For each dunder that a guest class in the
MRO defines before the builtin does, the host class has a bridge that calls it, so that host C code meets it too.
"""

import cython
from cython.cimports.callgate.core.call import call_found
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import lookup, type_name, type_of

from .slots import BRIDGED

def make_mirror(cls, members):
    base: Type = cls.base
    body: dict = {"__cg_type__": cls, "__module__": "guest", "__doc__": None}
    if not members and not cls.flags & TF_HAS_DICT:
        body["__slots__"] = ()
    cls.host = type(cls.name, (base.host,), body)
    cls.host_type = cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, cls.host))
    return 0


def update_bridges(cls):
    each: Type
    host: type = cls.host
    if cls.host is cls.base.host:
        return 0
    for name in BRIDGED:
        wanted = False
        value = None
        for each in cls.mro:
            if name in each.namespace:
                wanted = each.flags & TF_HEAP != 0
                value = each.namespace[name]
                break
        mine = host.__dict__.get(name)
        if not wanted:
            if name in host.__dict__ and name != "__hash__":
                delattr(host, name)
            elif name == "__hash__" and mine is not None:
                delattr(host, name)
        elif value is None:
            if name not in host.__dict__ or mine is not None:
                setattr(host, name, None)
        elif mine is None:
            setattr(host, name, bridge(name))
    return 0


@cython.binding(True)
def bridge(name: str):
    """A host function for a host class: calls what the guest's type has under `name` now."""
    @cython.binding(True)
    def call(self, *args):
        if name == "__del__":
            return finalize(self)
        found: Ref = lookup(type_of(self), name)
        if found == cython.NULL:
            raise TypeError(f"{type_name(self)!r} object has no {name}")
        result = call_found(found, self, args)
        if name == "__hash__" and not isinstance(result, int):
            raise TypeError("__hash__ method should return an integer")
        return result
    call.__name__ = name
    return call
