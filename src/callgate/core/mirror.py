"""Mirrors: the host class of a guest class that derives from a builtin value (`class D(dict)`).

Its instances are real host values, so natives take them at full speed; guest attributes are in the host `__dict__`,
members of `__slots__` in a dict of their own in a slot of the host's, `cg_members`, by their numbers. For each dunder that a guest class in the
MRO defines before the builtin does, the host class has a bridge that calls it, so that host C code meets it too.
"""

import cython
from cython.cimports.callgate.core.call import call_found
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.state import birth, current_world, finalized, may_finalize, waits
from cython.cimports.callgate.core.type import lookup, type_name, type_of

from .slots import BRIDGED

#: what is wrong with results that are no plain value, where only some plain value is right
COMPLAINTS = {
    **{name: name + " returned non-" + kind + " (type {0})" for name, kind in (
        ("__index__", "int"), ("__int__", "int"), ("__complex__", "complex"), ("__repr__", "string"), ("__str__", "string"),
        ("__bytes__", "bytes"))},
    "__float__": "{1}.__float__ returned non-float (type {0})", "__bool__": "__bool__ should return bool, returned {0}",
    "__format__": "__format__ must return a str, not {0}", "__length_hint__": "__length_hint__ must be an integer, not {0}",
}
#: address of a mirror whose class has a `__del__` -> its state.birth()
_born = cython.declare(dict, {})

def make_mirror(cls, members):
    base: Type = cls.base
    body: dict = {"__cg_type__": cls, "__module__": "guest", "__doc__": None}
    # without a dict the collector would not know an int or a str, which it might free nevertheless, and with it run a __del__
    if members and not hasattr(base.host, "cg_members"):
        slots: list = ["cg_members"]
        if cls.flags & TF_HAS_DICT and not base.host.__dictoffset__:
            slots.append("__dict__")
        if cls.flags & TF_WEAKREF and not base.host.__weakrefoffset__:
            slots.append("__weakref__")
        body["__slots__"] = tuple(slots)
    elif not members and not cls.flags & TF_HAS_DICT and lookup(cls, "__del__") == cython.NULL:
        body["__slots__"] = ()
    cls.host = type(cls.name, (base.host,), body)
    cls.host_type = cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, cls.host))
    return 0


def update_bridges(cls):
    each: Type
    host: type = cls.host
    if cls.host is cls.base.host:
        return 0
    if cls.flags & TF_HAS_DEL:          # and for ever: what was made is counted
        cls.host_type.tp_finalize = mirror_finalize
        cls.host_type.tp_alloc = cython.cast(allocproc_t, cython.cast(cython.p_void, mirror_alloc))
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


@cython.cfunc
@cython.exceptval(check=False)
def mirror_finalize(o: Ref) -> cython.void:
    """The guest's `__del__` of a mirror."""
    cls: Type = type_of(cython.cast(object, o))
    key: object = cython.cast(cython.size_t, o)
    born: cython.uint = _born.get(key, 0)
    if waits(o, cls.world, born):
        return
    if born:
        _born.pop(key, None)
        if cls.world == current_world():    # else the machine that runs has not counted it
            finalized(born)
    if cls.flags & TF_HAS_DEL and may_finalize(cls.world):
        call_finalize(o)


@cython.cfunc
@cython.exceptval(check=False)
def mirror_alloc(host: cython.pointer(PyTypeObject), n: cython.Py_ssize_t) -> Ref:
    made: Ref = PyType_GenericAlloc(host, n)
    if made != cython.NULL:
        _born[cython.cast(cython.size_t, made)] = birth(False)
    return made


@cython.binding(True)
def bridge(name: str):
    """A host function for a host class: calls what the guest's type has under `name` now."""
    @cython.binding(True)
    def call(self, *args):
        found: Ref = lookup(type_of(self), name)
        if found == cython.NULL:
            raise TypeError(f"{type_name(self)!r} object has no {name}")
        result = call_found(found, self, args)
        if name == "__hash__" and not isinstance(result, int):
            raise TypeError("__hash__ method should return an integer")
        if name in COMPLAINTS and CG_IS_OBJECT(cython.cast(Ref, result)):   # whose class the host would not name as the guest does
            raise TypeError(COMPLAINTS[name].format(type_name(result), type_name(self)))
        return result
    call.__name__ = name
    return call


# The guest's class of a host class that a class statement of the guest's made. The host numbers its classes anew when
# they change, and a class keeps what is in its dict: so an entry holds as long as its number does.
_mirror_hosts = cython.declare(cython.pointer(PyTypeObject)[64])
_mirror_tags = cython.declare(cython.uint[64])
_mirror_types = cython.declare(cython.pointer(PyObject)[64])


def type_of_mirror(host):
    i: cython.size_t = (cython.cast(cython.size_t, host) >> 5) & 63
    tag: cython.uint = CG_TYPE_TAG(host)
    cls: Ref
    if CG_LIKELY(_mirror_hosts[i] == host and tag != 0 and _mirror_tags[i] == tag):
        return _mirror_types[i]
    cls = _PyType_Lookup(host, cython.cast(Ref, "__cg_type__"))
    _mirror_hosts[i] = host
    _mirror_tags[i] = CG_TYPE_TAG(host)
    _mirror_types[i] = cls          # NULL: no mirror
    return cls
