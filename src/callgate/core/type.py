"""Types at work: which type a value has, look-up by MRO, versions, shapes, instance and subclass tests, native types.

A Type's version is new after every change of it or of a base, and never used twice; so the look-up cache, keyed by
version and name, may hold borrowed values. A change is: keep the old value, change the namespace, `type_modified`, drop
the old value; guest code (a `__del__`) runs in the last step only. Names made at run time are not interned:
some hosts would keep them for ever.

Native types are made once per process by `native_type`. The descriptors in their namespaces are made by
objects/wrap.py, which this module does not know: it leaves word with `set_wrapper`.
"""

from sys import intern, version_info

import cython
from cython.cimports.callgate.core.attributes import (
    generic_getattr, generic_setattr, getattr_or, slot_descr_get, slot_descr_set, slot_getattro, slot_setattro,
    store_error, type_getattr, type_setattr)
from cython.cimports.callgate.core.call import call_found1, object_init, object_new, slot_call, type_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.classes import link_bases, update_slots
from cython.cimports.callgate.core.mirror import type_of_mirror
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.state import birth_untold, charge, check_c_stack, check_depth
from cython.cimports.cpython.exc import PyErr_Occurred
from cython.cimports.libc.stdint import uint64_t
from cython.cimports.libc.stdlib import realloc

from .errors import InternalError

HostP = cython.typedef(cython.pointer(PyTypeObject))


# === which type ===
def type_of_raw(value):
    cls: Ref
    if CG_IS_OBJECT(value):
        cls = CG_TYPE(value)
        if CG_LIKELY(cls != Py_None):
            return cls
    if Py_TYPE(value).tp_flags & Py_TPFLAGS_HEAPTYPE:
        cls = type_of_mirror(Py_TYPE(value))
        if cls != cython.NULL:
            return cls
    return registered(Py_TYPE(value))


def type_of(value):
    cls: Ref = type_of_raw(cython.cast(Ref, value))
    if CG_UNLIKELY(cls == cython.NULL):
        raise InternalError(f"a host object of type {type(value).__name__} among guest values")
    return cython.cast(Type, cls)


def show_with_module(cls: Type) -> None:
    """Messages name a class of the guest's library as that of a native type, which it is in CPython."""
    cls.module = cls.namespace["__module__"]


def full_name(cls):
    if cls.module is None or cls.module == "builtins":      # a class of the guest has none
        return cls.name
    return cls.module + "." + cls.name


def type_name(value):
    cls: Ref = type_of_raw(cython.cast(Ref, value))
    if cls == cython.NULL:
        return type(value).__name__
    return full_name(cython.cast(Type, cls))


def argument_name(value):
    return "None" if value is None else type_name(value)


def has_items(cls):
    return lookup(cls, "__getitem__") != cython.NULL and not cls.flags & TF_KEYED


# === look-up ===
_cache_version = cython.declare(uint64_t[4096])
_cache_name = cython.declare(cython.pointer(PyObject)[4096])
_cache_value = cython.declare(cython.pointer(PyObject)[4096])


#: a C constant: as a literal it would be a Python int, and the whole product with it
MIX = cython.declare(uint64_t, 0x9E3779B1)


@cython.cfunc
@cython.exceptval(check=False)
def search(mro: Ref, name: Ref) -> Ref:
    i: cython.Py_ssize_t
    found: Ref = cython.NULL
    INCREF(mro)             # keys that are no plain strings are compared by guest code, which may assign __bases__
    for i in range(PyTuple_GET_SIZE(mro)):
        found = PyDict_GetItemWithError(
            cython.cast(Ref, cython.cast(Type, PyTuple_GET_ITEM(mro, i)).namespace), name)
        if found != cython.NULL:
            break
        if PyErr_Occurred() != cython.NULL:
            PyErr_Clear()   # as CPython: what such a comparison raises does not count
    DECREF(mro)
    return found


def lookup(cls, name):
    key: Ref = cython.cast(Ref, name)
    i: cython.size_t
    found: Ref
    old: Ref
    version: uint64_t
    if CG_UNLIKELY(cython.cast(Ref, cls.mro) == Py_None):
        return cython.NULL
    if not CG_INTERNED(key):                # made at run time: not worth a place in the cache
        return search(cython.cast(Ref, cls.mro), key)
    i = (cls.version * 0x61C88647 ^ (cython.cast(cython.size_t, key) >> 5)) & 4095
    if CG_LIKELY(_cache_version[i] == cls.version and _cache_name[i] == key):
        return _cache_value[i]
    version = cls.version
    found = search(cython.cast(Ref, cls.mro), key)
    if cls.version != version:
        return found
    old = _cache_name[i]
    INCREF(key)
    _cache_name[i] = key
    _cache_version[i] = cls.version
    _cache_value[i] = found
    XDECREF(old)
    return found


def lookup_special(value, name):
    found: Ref = lookup(type_of(value), name)
    return None if found == cython.NULL else cython.cast(object, found)


def is_subtype(cls, base):
    i: cython.Py_ssize_t
    if cls is base:
        return True
    if cython.cast(Ref, cls.mro) == Py_None:
        while cls is not None and cls is not base:
            cls = cls.base
        return cls is base
    for i in range(PyTuple_GET_SIZE(cython.cast(Ref, cls.mro))):
        if PyTuple_GET_ITEM(cython.cast(Ref, cls.mro), i) == cython.cast(Ref, base):
            return True
    return False


# === versions ===
def subclasses_of(cls):
    found = []
    if cls.subclasses is not None:
        for reference in cls.subclasses.values():
            derived = reference()
            if derived is not None:
                found.append(derived)
    return found


def type_modified(cls):
    charge(renew(cls) >> 4)
    return 0


def forget_attributes():
    renew(OBJECT)
    charge(500)         # how many classes other machines have must not show
    return 0


@cython.cfunc
def renew(cls: Type) -> cython.int:
    work: list = [cls]
    each: Type
    i: cython.int
    seen: cython.int = 0
    while work:
        each = work.pop()
        seen += 1
        each.version = new_version()
        for i in range(each.nshapes):
            cython.cast(Shape, each.shapes[i]).ver = new_version()
        if each.subclasses:
            work.extend(subclasses_of(each))
    return seen


def fill_cached(cls):
    version: uint64_t = cls.version
    cls.init = own(cls, "__init__")
    cls.call = own(cls, "__call__")
    cls.new = own(cls, "__new__")
    cls.cached_version = version
    return 0


@cython.cfunc
def own(cls: Type, name: str) -> object:
    found: Ref = lookup(cls, name)
    if found == cython.NULL or found == lookup(OBJECT, name):
        return None
    return cython.cast(object, found)


def set_type_attr(cls, name, value):
    old: object = None
    if not cls.flags & TF_HEAP:
        raise TypeError(f"cannot set {name!r} attribute of immutable type {full_name(cls)!r}")
    if value == cython.NULL:
        if name not in cls.namespace:
            raise AttributeError(f"type object '{cls.name}' has no attribute '{name}'")
        old = cls.namespace.pop(name)
    else:
        old = cls.namespace.get(name)
        cls.namespace[name] = cython.cast(object, value)
    type_modified(cls)
    if cls.flags & TF_METACLASS:
        instances_modified(cls)
    if name.startswith("__") or name == "keys":
        update_slots(cls)
        if name == "__del__":
            birth_untold(cls.world)
    return 0


@cython.cfunc
def instances_modified(meta: Type) -> object:
    """What a metaclass has may hide what its instances, classes, have: nothing that is known of those still holds."""
    work: list = [OBJECT]
    seen: cython.int = 0
    while work:
        each: Type = work.pop()
        seen += each.world == meta.world        # how many classes other machines have must not show
        if each.type is not TYPE and is_subtype(each.type, meta):
            each.version = new_version()
        if each.subclasses:
            work.extend(subclasses_of(each))
    charge(seen >> 4)
    return None


# === shapes ===
def new_shape(cls, index, names, nslots, is_dict):
    shape: Shape = Shape.__new__(Shape)
    if cls.nshapes == cls.shapes_cap:
        room: cython.int = cls.shapes_cap * 2 + 4
        more: Refs = cython.cast(Refs, realloc(cls.shapes, room * cython.sizeof(Ref)))
        if more == cython.NULL:
            raise MemoryError
        cls.shapes = more
        cls.shapes_cap = room
    shape.ver = new_version()
    shape.owner = cython.cast(Ref, cls)
    shape.index = index
    shape.names = names
    shape.transitions = {}
    shape.nslots = nslots
    shape.is_dict = is_dict
    INCREF(cython.cast(Ref, shape))
    cls.shapes[cls.nshapes] = cython.cast(Ref, shape)
    cls.nshapes += 1
    return shape


MOST_SHAPES = cython.declare(cython.int, 500)   # of one class: a guest that sets ever new names goes over to dicts


def shape_with(shape, name):
    found: Ref = PyDict_GetItemWithError(cython.cast(Ref, shape.transitions), cython.cast(Ref, name))
    owner: Type = cython.cast(Type, shape.owner)
    if found != cython.NULL:
        return cython.cast(Shape, found)
    if shape.is_dict or not owner.flags & TF_HAS_DICT or len(shape.index) >= MAX_SHAPE or owner.nshapes >= MOST_SHAPES:
        return None
    index: dict = dict(shape.index)
    index[name] = shape.nslots
    after: Shape = new_shape(owner, index, shape.names + (name,), shape.nslots + 1, False)
    shape.transitions[name] = after
    return after


def instance_get(obj, name):
    shape: Shape = cython.cast(Shape, obj.shape)
    if shape.is_dict:
        return obj.attrs[name]
    return cython.cast(object, obj.slots[cython.cast(cython.int, shape.index[name])])


def instance_set(obj, name, value):
    shape: Shape = cython.cast(Shape, obj.shape)
    after: Shape
    if shape.is_dict:
        obj.attrs[name] = value
        return 0
    found: Ref = PyDict_GetItemWithError(cython.cast(Ref, shape.index), cython.cast(Ref, name))
    if found != cython.NULL:
        INCREF(cython.cast(Ref, value))
        cg_replace(cython.address(obj.slots[cg_int_value(found)]), cython.cast(Ref, value))
        return 0
    after = shape_with(shape, name)
    if obj.shape != cython.cast(Ref, shape):
        return instance_set(obj, name, value)       # making a shape may set the collector off, and with it a __del__
    if after is None:
        if not obj.type.flags & TF_HAS_DICT:
            raise store_error(obj, name)
        instance_dict(obj)[name] = value
        return 0
    if shape.nslots >= obj.cap and grow_slots(cython.cast(Ref, obj), shape.nslots + 1) < 0:
        raise MemoryError
    INCREF(cython.cast(Ref, value))
    obj.slots[shape.nslots] = cython.cast(Ref, value)
    obj.shape = cython.cast(Ref, after)
    return 0


def instance_delete(obj, name):
    shape: Shape = cython.cast(Shape, obj.shape)
    after: Shape
    i: cython.int
    at: cython.int
    if not shape.is_dict:
        at = shape.index[name]
        after = cython.cast(Shape, obj.type.shapes[0])
        for each in shape.names:
            if each != name:
                after = shape_with(after, each)
                if after is None:
                    break
        if obj.shape != cython.cast(Ref, shape):
            return instance_delete(obj, name)       # as in instance_set
        if after is not None:
            old: Ref = obj.slots[at]
            for i in range(at, shape.nslots - 1):
                obj.slots[i] = obj.slots[i + 1]
            obj.shape = cython.cast(Ref, after)
            DECREF(old)
            return 0
        instance_dict(obj)
    attributes: dict = obj.attrs
    attributes.pop(name)
    return 0


def use_dict(obj, attributes):
    shape: Shape = cython.cast(Shape, obj.shape)
    i: cython.int
    first: cython.int
    old: list = []
    if obj.type.dict_shape is None:
        obj.type.dict_shape = new_shape(obj.type, {}, (), len(obj.type.members), True)
    shape = cython.cast(Shape, obj.shape)
    first = obj.type.dict_shape.nslots
    if not shape.is_dict:
        for i in range(first, shape.nslots):
            old.append(cython.cast(object, obj.slots[i]))
            DECREF(obj.slots[i])
    else:
        old.append(obj.attrs)
    obj.shape = cython.cast(Ref, obj.type.dict_shape)
    obj.attrs = attributes
    return 0


def instance_dict(obj):
    attributes: dict
    instance: Instance
    shape: Shape
    cls: Type = type_of(obj)
    i: cython.int
    if not cls.flags & TF_HAS_DICT:
        raise AttributeError(f"{full_name(cls)!r} object has no attribute '__dict__'")
    if cls.flags & TF_MIRROR:
        return obj.__dict__
    if cls.flags & TF_INSTANCE:
        instance = cython.cast(Instance, obj)
        attributes = {}             # first: it may set the collector off, and with it a __del__ that changes the object
        shape = cython.cast(Shape, instance.shape)
        if not shape.is_dict:
            i = shape.nslots - len(shape.names)
            for name in shape.names:
                attributes[name] = cython.cast(object, instance.slots[i])
                i += 1
            use_dict(instance, attributes)
        return instance.attrs
    if cython.cast(Object, obj).attrs is None:
        cython.cast(Object, obj).attrs = {}
    return cython.cast(Object, obj).attrs


# === isinstance, issubclass ===
#: How deep the tuples nest that isinstance and issubclass are looking into.
_tuples = cython.declare(cython.longlong, 0)


@cython.cfunc
def check_tuples(what: str) -> object:
    try:
        check_depth(_tuples)
    except RecursionError:
        raise RecursionError(f"maximum recursion depth exceeded in {what}") from None
    return None


def isinstance_(obj, cls):
    global _tuples
    found: Ref
    if type_of_raw(cython.cast(Ref, obj)) == cython.cast(Ref, cls):
        return True
    if isinstance(cls, Type) and cython.cast(Type, cls).type is TYPE:
        return real_isinstance(obj, cls)
    if isinstance(cls, tuple):
        charge(1 + (len(cython.cast(tuple, cls)) >> 4))
        check_tuples("__instancecheck__")
        _tuples += 1
        try:
            for each in cython.cast(tuple, cls):
                if isinstance_(obj, each):
                    return True
        finally:
            _tuples -= 1
        return False
    found = lookup(type_of(cls), "__instancecheck__")
    if found != cython.NULL and found != lookup(TYPE, "__instancecheck__"):
        check_c_stack()
        return bool(call_found1(found, cls, obj))
    return real_isinstance(obj, cls)


def real_isinstance(obj, cls):
    mine: Type = type_of(obj)
    if isinstance(cls, Type):
        if is_subtype(mine, cython.cast(Type, cls)):
            return True
        if lookup(mine, "__class__") == lookup(OBJECT, "__class__") and not mine.flags & TF_GETATTRIBUTE:
            return False
        claimed = getattr_or(obj, "__class__", None)
        return isinstance(claimed, Type) and is_subtype(cython.cast(Type, claimed), cython.cast(Type, cls))
    if class_bases(cls) is None:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    claimed = getattr_or(obj, "__class__", None)
    return claimed is not None and derives(claimed, cls)


def issubclass_(cls, base):
    global _tuples
    found: Ref
    if isinstance(base, Type) and cython.cast(Type, base).type is TYPE:
        return cls is base or real_issubclass(cls, base)
    if isinstance(base, tuple):
        charge(1 + (len(cython.cast(tuple, base)) >> 4))
        check_tuples("__subclasscheck__")
        _tuples += 1
        try:
            for each in cython.cast(tuple, base):
                if issubclass_(cls, each):
                    return True
        finally:
            _tuples -= 1
        return False
    found = lookup(type_of(base), "__subclasscheck__")
    if found != cython.NULL and found != lookup(TYPE, "__subclasscheck__"):
        check_c_stack()
        return bool(call_found1(found, base, cls))
    return real_issubclass(cls, base)


def real_issubclass(cls, base):
    if isinstance(cls, Type) and isinstance(base, Type):
        return is_subtype(cython.cast(Type, cls), cython.cast(Type, base))
    if class_bases(cls) is None:
        raise TypeError("issubclass() arg 1 must be a class")
    if class_bases(base) is None:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return derives(cls, base)


@cython.cfunc
def class_bases(cls: object) -> object:
    """`__bases__` of what behaves like a class, else None."""
    if isinstance(cls, Type):
        return cython.cast(Type, cls).bases
    bases = getattr_or(cls, "__bases__", None)
    return bases if isinstance(bases, tuple) else None


@cython.cfunc
def derives(cls: object, base: object) -> cython.bint:
    check_c_stack()
    charge(1)
    if cls is base:
        return True
    for each in class_bases(cls) or ():
        if derives(each, base):
            return True
    return False


# === native types ===
_wrapper = cython.declare(memberfunc, cython.NULL)     # objects/wrap.py's maker of descriptors
_waiting = cython.declare(list, [])         # members of types made before it was there
_names = cython.declare(list, [])           # bytes that the host's tp_name fields point to


def set_wrapper(function):
    global _wrapper
    _wrapper = function
    while _waiting:
        cls, kind, name, thing = _waiting.pop(0)
        put_member(cls, kind, name, thing)
    return 0


def wrap_member(cls, kind, name, thing):
    return _wrapper(cls, kind, name, thing)


@cython.cfunc
def put_member(cls: Type, kind: cython.int, name: str, thing: object) -> object:
    if _wrapper == cython.NULL:
        _waiting.append((cls, kind, name, thing))
    else:
        cls.namespace[intern(name)] = _wrapper(cls, kind, name, thing)
    return None


def host_member(host, name):
    """The descriptor that `host` really has under `name`: not one of Object's, which would come back to the guest's."""
    for each in host.__mro__:
        if each is Object or each is object and host is not object:
            break
        if name in each.__dict__:
            return each.__dict__[name]
    raise InternalError(f"{host.__name__} has no {name}")


def extend_type(
    cls: Type, *, methods=(), slots=(), attributes=(), functions=None, getters=None, members=None, values=None,
):
    """Gives a native type more members; see native_type. For the time before any guest runs."""
    for name in methods:
        put_member(cls, AS_METHOD, name, host_member(cls.host, name))
    for name in slots:
        put_member(cls, AS_SLOT, name, host_member(cls.host, name))
    for name in attributes:
        put_member(cls, AS_ATTRIBUTE, name, host_member(cls.host, name))
    for name, thing in (functions or {}).items():
        put_member(cls, AS_FUNCTION, name, thing)
    for name, thing in (getters or {}).items():
        put_member(cls, AS_GETTER, name, thing)
    for name, thing in (members or {}).items():
        put_member(cls, AS_FIELD, name, thing)
    for name, thing in (values or {}).items():
        cls.namespace[intern(name)] = thing
    if "__eq__" in cls.namespace or "__hash__" in cls.namespace or "__eq__" in slots or "__hash__" in slots or \
            functions and ("__eq__" in functions or "__hash__" in functions):
        cls.flags &= ~TF_HASHABLE_ID
    type_modified(cls)


def add_constructor(cls: Type):
    """`__new__` and `__init__` of object and type."""
    put_member(cls, AS_NEW, "__new__", None)
    put_member(cls, AS_INIT, "__init__", None)


def native_type(
    name: str, host: type, *, base: object = None, bases: tuple = None, module: str = "builtins", qualname: str = None,
    doc: object = None, methods=(), slots=(), attributes=(), functions=None, getters=None, members=None, values=None,
    new=None, init=None, basetype: bool = False, mirror: bool = False, has_dict: bool = False, weakref: object = None,
    items: bool = False, method_like: bool = False, exception: bool = False, meta: object = None,
) -> Type:
    """Makes a builtin type of the guest: once per process, immutable, shared by all machines.

    host        the host class of the instances: a builtin (then `mirror=True` lets the guest derive from it) or ours
    base/bases  guest types it derives from; default: object
    methods     names of methods of the host class (also its class and static methods) that the guest sees
    slots       names of dunders of the host class that the guest sees, as slot wrappers
    attributes  names of get/set and member descriptors of the host class
    functions   name -> host callable that takes self first, in place of the host's method; a dunder name makes a slot
                wrapper; wrap it in classmethod() or staticmethod() to make one (classmethod gets the guest's Type)
    getters     name -> host callable(obj), or tuple (get, set or None, delete or None)
    members     the same, for what is a member_descriptor in CPython: "readonly attribute" when there is no set
    values      name -> guest value, as it is
    new         host callable(cls: Type, *args, **kwargs) -> instance; or "host": host.__new__ of the class's host
                class, with the arguments for a builtin, without for a class of ours; None: as the base has it, for
                object as base: no instances can be made by the guest
    weakref     can instances be referenced weakly? None: as the host's
    init        host callable(obj, *args, **kwargs); or "host": the host class's __init__
    """
    cls: Type = Type.__new__(Type)
    parent: Type
    if bases is None:
        bases = (OBJECT if base is None else base,)
    host_type: HostP = cython.cast(HostP, cython.cast(Ref, host))
    cls.type = TYPE if meta is None else meta
    cls.name = intern(name)
    cls.qualname = qualname or cls.name
    cls.module = module
    cls.namespace = {}
    cls.host = host
    cls.host_type = host_type
    cls.layout = host_type
    cls.members = ()
    cls.flags = TF_HASHABLE_ID
    link_bases(cls, bases)
    parent = cls.base
    cls.flags |= parent.flags & (TF_HAS_DICT | TF_EXCEPTION | TF_METACLASS | TF_WEAKREF)
    if not parent.flags & TF_HASHABLE_ID:
        cls.flags &= ~TF_HASHABLE_ID
    if basetype:
        cls.flags |= TF_BASETYPE
    if mirror:
        cls.flags |= TF_BASETYPE | TF_MIRROR
    if has_dict:
        cls.flags |= TF_HAS_DICT
    if not exception and not cls.flags & TF_EXCEPTION and (host.__weakrefoffset__ != 0 if weakref is None else weakref):
        cls.flags |= TF_WEAKREF
    if items or (not issubclass(host, Object) and host.__itemsize__):
        cls.flags |= TF_ITEMS
    if method_like:
        cls.flags |= TF_METHOD_LIKE
    if exception:
        cls.flags |= TF_EXCEPTION
    if issubclass(host, Instance):
        cls.flags |= TF_INSTANCE
    if issubclass(host, Object):
        cg_mark_object_type(host_type)
        if basetype and host_type.tp_finalize == cython.NULL:
            host_type.tp_finalize = object_finalize
        if cls.flags & TF_INSTANCE or registered(host_type) != cython.NULL:     # of several types: objects/native.py mends messages
            text = INSTANCE_TOKEN.encode()
        else:
            text = full_name(cls).encode()
        _names.append(text)
        cg_set_tp_name(host_type, text)
    if registered(host_type) == cython.NULL:
        register_host(host_type, cls)
    cls.root = new_shape(cls, {}, (), 0, False)
    cls.native_new = new
    cls.native_init = init
    inherit_native(cls, parent, {*slots, *(functions or ())})
    if doc is None and not issubclass(host, Object):
        doc = host.__doc__
    values = {"__doc__": doc, **(values or {})}
    extend_type(cls, methods=methods, slots=slots, attributes=attributes, functions=functions, getters=getters,
                members=members, values=values)
    if has_dict and not parent.flags & TF_HAS_DICT and "__dict__" not in (getters or ()):
        put_member(cls, AS_DICT, "__dict__", None)
    if new is not None:
        put_member(cls, AS_NEW, "__new__", None)
    if init is not None:
        put_member(cls, AS_INIT, "__init__", None)
    if not issubclass(host, Object) and "__getattribute__" in host.__dict__:
        put_member(cls, AS_GETATTRIBUTE, "__getattribute__", None)
    return cls


@cython.cfunc
def inherit_native(cls: Type, parent: Type, own: set) -> object:
    """Slots of a new native type: the base's; for dunders that it lists, their look-up. It may set better ones."""
    cls.slots = parent.slots
    if "__call__" in own:
        cls.slots.tp_call = slot_call
    if "__get__" in own:
        cls.slots.tp_descr_get = slot_descr_get
    if "__set__" in own or "__delete__" in own:
        cls.slots.tp_descr_set = slot_descr_set
    if "__getattribute__" in own or "__getattr__" in own:
        cls.slots.tp_getattro = cls.slots.native_getattro = slot_getattro
        cls.flags |= TF_GETATTRIBUTE if "__getattribute__" in own else TF_GETATTR
    if "__setattr__" in own or "__delattr__" in own:
        cls.slots.tp_setattro = cls.slots.native_setattro = slot_setattro
        cls.flags |= TF_SETATTR
    if cls.native_new is not None:
        cls.slots.tp_new = native_new
    elif parent is OBJECT:
        cls.slots.tp_new = cython.NULL
    if cls.native_init is not None:
        cls.slots.tp_init = native_init
    elif parent is OBJECT and cls.native_new is not None:
        cls.slots.tp_init = cython.NULL
    return None


QUICK: list = []


def set_quick(cls, function):
    cls.quick_new = function
    cls.quick_index = cython.cast(cython.int, len(QUICK))
    QUICK.append(cls)
    return 0


@cython.cfunc
def native_owner(cls: Type, init: cython.bint) -> Type:
    """The native type in the MRO whose constructor counts."""
    each: Type
    for each in cls.mro:
        if (each.native_init if init else each.native_new) is not None:
            return each
    raise InternalError(f"{cls.name} has no constructor")


def native_new(cls, args, kwargs):
    owner: Type = native_owner(cls, False)
    if cls.flags & TF_ABSTRACT:
        raise abstract_error(cls)
    if owner.native_new == "host":
        host: type = cls.host
        if not issubclass(host, Object):
            return host.__new__(host, *args, **(kwargs or {}))
        made: Object = host.__new__(host)
        made.type = cls
        if cls.flags & TF_INSTANCE:
            cython.cast(Instance, made).shape = cls.shapes[0]
        return made
    if kwargs is None:
        return owner.native_new(cls, *args)
    return owner.native_new(cls, *args, **kwargs)


def native_init(obj, args, kwargs):
    owner: Type = native_owner(type_of(obj), True)
    init = owner.native_init
    if init == "host":
        init = owner.host.__init__
    if kwargs is None:
        init(obj, *args)
    else:
        init(obj, *args, **kwargs)
    return 0


def abstract_error(cls):
    names = sorted(cls.namespace.get("__abstractmethods__") or ())
    many = "s" if len(names) > 1 else ""
    if version_info >= (3, 12):
        listed = ", ".join([f"'{name}'" for name in names])
        return TypeError(f"Can't instantiate abstract class {cls.name} without an implementation for abstract "
                         f"method{many} {listed}")
    return TypeError(f"Can't instantiate abstract class {cls.name} with abstract method{many} {', '.join(names)}")


# === object and type ===
@cython.cfunc
def make_root(name: str, host: object) -> Type:
    cls: Type = Type.__new__(Type)
    cls.name = cls.qualname = intern(name)
    cls.module = "builtins"
    cls.namespace = {}
    cls.host = host
    cls.host_type = cls.layout = cython.cast(HostP, cython.cast(Ref, host))
    cls.members = ()
    cls.subclasses = {}
    cls.version = new_version()
    register_host(cls.host_type, cls)
    return cls


OBJECT = make_root("object", Instance)
TYPE = make_root("type", Type)


@cython.cfunc
def join_roots() -> object:
    OBJECT.type = TYPE.type = TYPE
    OBJECT.bases = ()
    OBJECT.mro = (OBJECT,)
    OBJECT.flags = TF_BASETYPE | TF_INSTANCE | TF_HASHABLE_ID
    OBJECT.slots.tp_getattro = OBJECT.slots.native_getattro = generic_getattr
    OBJECT.slots.tp_setattro = OBJECT.slots.native_setattro = generic_setattr
    OBJECT.slots.tp_new = object_new
    OBJECT.slots.tp_init = object_init
    OBJECT.root = new_shape(OBJECT, {}, (), 0, False)
    TYPE.flags = TF_HASHABLE_ID | TF_BASETYPE | TF_METACLASS | TF_ITEMS | TF_WEAKREF
    link_bases(TYPE, (OBJECT,))
    TYPE.slots = OBJECT.slots
    TYPE.slots.tp_getattro = TYPE.slots.native_getattro = type_getattr
    TYPE.slots.tp_setattro = TYPE.slots.native_setattro = type_setattr
    TYPE.slots.tp_call = type_call
    TYPE.root = new_shape(TYPE, {}, (), 0, False)
    _names.append(b"type")
    cg_set_tp_name(TYPE.host_type, _names[0])
    return None


join_roots()
