"""Making classes: metaclass, MRO, layout, `__slots__`, what happens at birth; and their slots when they change later.

The layout of a class is that of its best base: its host class and the members of its `__slots__`, which come first
among the slots of an instance. Slots of a class are found by its MRO: of a guest class a function that looks the dunder
up and calls it, of a native type the native function itself.
"""

import sys
from _weakref import ref

import cython
from cython.cimports.callgate.core.attributes import (
    slot_descr_get, slot_descr_set, slot_getattro, slot_setattro, type_getattr)
from cython.cimports.callgate.core.call import call_found, call_found0, object_call, slot_call, slot_init, slot_new
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.mirror import make_mirror, update_bridges
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.state import birth_untold, charge, current_world
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.core.type import (
    OBJECT, TYPE, forget_attributes, full_name, is_subtype, lookup, new_shape, subclasses_of,
    type_modified, type_name, type_of, wrap_member, AS_DICT, AS_MEMBER, AS_WEAKREF)

NEWER = sys.version_info >= (3, 12)
NEWEST = sys.version_info >= (3, 13)
# What objects/function.py knows about functions and core does not: (is it a guest function, staticmethod, classmethod).
_is_function = cython.declare(object, None)
_static = cython.declare(object, None)
_class = cython.declare(object, None)
# The name of the module that runs, for classes made by a call of type().
_module_name = cython.declare(object, None)


def set_function_hooks(is_function, static, class_):
    global _is_function, _static, _class
    _is_function, _static, _class = is_function, static, class_


_carrier = cython.declare(object, None)


def set_carrier(function):
    """function(error) -> the guest's exception, as host code carries it: what may be a cause."""
    global _carrier
    _carrier = function


def set_module_name(function):
    """function() -> `__name__` of the running guest code's globals, or None."""
    global _module_name
    _module_name = function


# === order and layout ===
def compute_mro(cls):
    """C3 over the bases' own orders."""
    for base in cls.bases:
        if cython.cast(Type, base).mro is None:
            raise TypeError(f"Cannot extend an incomplete type '{cython.cast(Type, base).name}'")
    orders: list = [list(cython.cast(Type, base).mro) for base in cls.bases]
    orders.append(list(cls.bases))
    result: list = [cls]
    if len(cls.bases) == 1:
        charge(len(orders[0]) >> 4)
        return tuple(result + orders[0])
    charge(len(orders) * len(orders) >> 4)
    for i, base in enumerate(cls.bases):
        for other in cls.bases[i + 1:]:
            if base is other:
                raise TypeError(f"duplicate base class {cython.cast(Type, base).name}")
    while True:
        orders = [order for order in orders if order]
        charge(len(orders))
        if not orders:
            return tuple(result)
        for order in orders:
            head = order[0]
            if not [1 for other in orders for each in other[1:] if each is head]:
                break
        else:
            heads: list = []
            for order in orders:
                if not [1 for each in heads if each is order[0]]:
                    heads.append(order[0])
            listed = ", ".join([cython.cast(Type, each).name for each in heads])
            gap = " " if NEWEST else "\n"
            raise TypeError(f"Cannot create a consistent method resolution{gap}order (MRO) for bases {listed}")
        result.append(head)
        for order in orders:
            if order[0] is head:
                del order[0]


def link_bases(cls, bases):
    """Bases, best base and MRO; makes it known to its bases."""
    cls.base = best_base(bases)
    cls.bases = bases
    order: tuple = custom_mro(cls)
    if cls.bases is bases:              # its metaclass's mro() may have assigned others
        cls.mro = order
    cls.version = new_version()
    if cls.subclasses is None:
        cls.subclasses = {}
    add_to_bases(cls)
    return 0


@cython.cfunc
def add_to_bases(cls: Type) -> object:
    each: Type
    address = id(cls)
    for each in cls.bases:
        each.subclasses.pop(address, None)      # of a class that was there
        if len(each.subclasses) >= each.subclasses_room:
            each.subclasses = {at: reference for at, reference in each.subclasses.items() if reference() is not None}
            each.subclasses_room = 2 * len(each.subclasses) + 16
        each.subclasses[address] = ref(cls)
    return None


def change_bases(cls, bases):
    """As type_set_bases, which is aware that the mro() of a metaclass may change bases itself, of any class."""
    each: Type
    known: Type
    order: tuple
    old_bases: tuple = cls.bases
    old_base: Type = cls.base
    done: list = []
    work: list = [cls]
    cls.base = best_base(bases)
    cls.bases = bases
    try:
        while work:
            known = work.pop()
            before = known.mro
            order = custom_mro(known)
            if known.mro is not before:
                continue                # changed meanwhile, and so have those derived from it
            known.mro = order
            type_modified(known)
            done.append((known, order, before))
            work.extend(subclasses_of(known)[::-1])
    except BaseException:
        for known, order, before in done:
            if known.mro is order:
                known.mro = before
                type_modified(known)
        if cls.bases is bases:
            cls.bases, cls.base = old_bases, old_base
        raise
    if cls.bases is bases:
        for each in old_bases:
            each.subclasses.pop(id(cls), None)
        add_to_bases(cls)
        type_modified(cls)
        update_slots(cls)
        if cls.flags & TF_HAS_DEL:
            birth_untold(cls.world)
    return 0


@cython.cfunc
def custom_mro(cls: Type) -> tuple:
    found: Ref
    if cls.type is not None and cls.type is not TYPE:
        found = lookup(cls.type, "mro")
        if found != cython.NULL and found != lookup(TYPE, "mro"):
            order: tuple = tuple(call_found0(found, cls))
            for each in order:
                if not isinstance(each, Type):
                    raise TypeError(f"mro() returned a non-class ({type_name(each)!r})")
                if not is_subtype(solid_base(cls.base), solid_base(each)):
                    raise TypeError(f"mro() returned base with unsuitable layout ({cython.cast(Type, each).name!r})")
            return order
    return compute_mro(cls)


def dict_is_layout() -> bool:
    """Is the dict of a value of variable size a part of its layout?"""
    try:
        type("", (type("", (int,), {}), type("", (int,), {})), {})
    except TypeError:
        return True
    return False


DICT_IS_LAYOUT = cython.declare(cython.bint, dict_is_layout())


@cython.cfunc
def solid_base(cls: Type) -> Type:
    """The class nearest to the root that has the same layout."""
    while cls.base is not None:
        if cls.layout != cls.base.layout or len(cls.members) > len(cls.base.members):
            return cls
        if DICT_IS_LAYOUT and cls.flags & (TF_ITEMS | TF_MIRROR | TF_HAS_DICT) == TF_ITEMS | TF_MIRROR | TF_HAS_DICT \
                and not cls.base.flags & TF_HAS_DICT:
            return cls
        cls = cls.base
    return cls


def best_base(bases):
    winner: Type = None
    best: Type = None
    candidate: Type
    for base in bases:
        if not isinstance(base, Type):
            raise TypeError("bases must be types")
        if not cython.cast(Type, base).flags & TF_BASETYPE:
            raise TypeError(f"type {full_name(base)!r} is not an acceptable base type")
        candidate = solid_base(base)
        if winner is None or (winner is not candidate and is_subtype(candidate, winner)):
            winner = candidate
            best = base
        elif not is_subtype(winner, candidate):
            raise TypeError("multiple bases have instance lay-out conflict")
    return best


def calculate_metaclass(meta, bases):
    winner: Type = meta
    its: Type
    for base in bases:
        its = type_of(base)
        if is_subtype(winner, its):
            continue
        if not is_subtype(its, winner):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                            "the metaclasses of all its bases")
        winner = its
    return winner


# === birth ===
def new_type(meta, name, bases, namespace, kwargs):
    cls: Type
    base: Type
    winner: Type
    for each in bases:
        if not isinstance(each, Type):
            if lookup(type_of(each), "__mro_entries__") != cython.NULL:
                raise TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
    if not bases:
        bases = (OBJECT,)
    winner = calculate_metaclass(meta, bases)
    if winner is not meta:
        if winner.slots.tp_new != meta.slots.tp_new:
            return winner.slots.tp_new(winner, (name, bases, namespace), kwargs)
        meta = winner
    if "\0" in name:
        raise ValueError("type name must not contain null characters")
    name.encode()   # lone surrogates: UnicodeEncodeError
    documentation: object = namespace.get("__doc__")
    if isinstance(documentation, str):
        str.encode(documentation)
    base = best_base(bases)
    cls = Type.__new__(Type)
    cls.type = meta
    cls.name = name
    charge(len(namespace) >> 3)
    cls.namespace = plain_namespace(namespace, name)
    cls.qualname = take_qualname(cls)
    cls.world = current_world()
    cls.flags = TF_HEAP | TF_BASETYPE | base.flags & (
        TF_HAS_DICT | TF_EXCEPTION | TF_MIRROR | TF_INSTANCE | TF_METACLASS | TF_WEAKREF | TF_ITEMS)
    cls.host = base.host
    cls.host_type = base.host_type
    cls.layout = base.layout
    cls.native_new = cls.native_init = None
    new_members: list = take_slots(cls, base, bases)
    cls.members = base.members + tuple(new_members)
    cell = cls.namespace.pop("__classcell__", _is_function)
    dict_cell = cls.namespace.pop("__classdictcell__", None)
    if "__module__" not in cls.namespace:
        module = None if _module_name is None else _module_name()
        if module is not None:
            cls.namespace["__module__"] = module
    cls.root = new_shape(cls, {}, (), len(cls.members), False)     # before mro(), which is the guest's, may use the class
    wrap_functions(cls)
    if cell is not _is_function:
        fill_cell(cell, "__classcell__", cls)       # a metaclass's mro() may look
    link_bases(cls, bases)
    for i, member in enumerate(new_members):
        cls.namespace[member] = wrap_member(cls, AS_MEMBER, member, len(base.members) + i)
    if cls.flags & TF_HAS_DICT and not base.flags & TF_HAS_DICT and not cls.flags & TF_METACLASS:
        # (the dict of a metaclass's instance, a class, is the class's namespace: type's own descriptor)
        cls.namespace.setdefault("__dict__", wrap_member(cls, AS_DICT, "__dict__", None))
    if cls.flags & TF_WEAKREF and not base.flags & TF_WEAKREF:
        cls.namespace.setdefault("__weakref__", wrap_member(cls, AS_WEAKREF, "__weakref__", None))
    cls.namespace.setdefault("__doc__", None)
    if "__eq__" in cls.namespace and "__hash__" not in cls.namespace:
        cls.namespace["__hash__"] = None
    if cls.flags & TF_MIRROR:
        make_mirror(cls, new_members)
    type_modified(cls)
    update_slots(cls, True)
    if dict_cell is not None:
        fill_cell(dict_cell, "__classdictcell__", type_getattr(cls, "__dict__"))
    call_set_name(cls)
    call_init_subclass(cls, kwargs)
    return cls


@cython.cfunc
def plain_namespace(namespace: dict, name: str) -> dict:
    """Looking a name up must not run guest code: keys are exact texts, or values whose comparison is the host's."""
    plain: dict = {}
    for key, value in namespace.items():
        if type(key) is not str:
            if NEWEST and not isinstance(key, str):
                warn("RuntimeWarning", f"non-string key in the __dict__ of class {name}")
            if isinstance(key, str):
                key = str.__str__(key)
            elif not CG_PLAIN(cython.cast(Ref, key)):
                continue
        plain[key] = value
    return plain


@cython.cfunc
def take_qualname(cls: Type) -> str:
    found = cls.namespace.pop("__qualname__", None)
    if found is None:
        return cls.name
    if not isinstance(found, str):
        raise TypeError(f"type __qualname__ must be a str, not {type_name(found)}")
    return str(found)


@cython.cfunc
def mangle(cls: str, name: str) -> str:
    if not name.startswith("__") or name.endswith("__") or "." in name or not cls.strip("_"):
        return name
    return f"_{cls.lstrip('_')}{name}"


@cython.cfunc
def take_slots(cls: Type, base: Type, bases: tuple) -> list:
    """`__slots__`: says which members are new, and whether there is a dict and weak references."""
    found = cls.namespace.get("__slots__")
    names: list = []
    if found is None:
        cls.flags |= TF_HAS_DICT
        if not base.flags & TF_ITEMS or cls.flags & TF_METACLASS:
            cls.flags |= TF_WEAKREF
        return names
    listed: tuple = (found,) if isinstance(found, str) else tuple(found)
    if listed and base.flags & TF_ITEMS:
        raise TypeError(f"nonempty __slots__ not supported for subtype of {base.name!r}")
    add_dict: cython.bint = False
    add_weak: cython.bint = False
    for each in listed:
        if not isinstance(each, str):
            raise TypeError(f"__slots__ items must be strings, not {type_name(each)!r}")
        if not each.isidentifier():
            raise TypeError("__slots__ must be identifiers")
        if each == "__dict__":
            if base.flags & TF_HAS_DICT or add_dict:
                raise TypeError("__dict__ slot disallowed: we already got one")
            add_dict = True
        elif each == "__weakref__":
            if base.flags & TF_WEAKREF or add_weak:
                raise TypeError("__weakref__ slot disallowed: we already got one" if NEWER else
                                "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
            add_weak = True
    for each in listed:
        if each != "__dict__" and each != "__weakref__":
            member = mangle(cls.name, str(each))
            if member in cls.namespace and member not in ("__qualname__", "__classcell__", "__classdictcell__"):
                raise ValueError(f"{each!r} in __slots__ conflicts with class variable")
            names.append(member)
    if add_dict:
        cls.flags |= TF_HAS_DICT
    if add_weak:
        cls.flags |= TF_WEAKREF
    for other in bases:                 # which bring what the best base lacks
        cls.flags |= cython.cast(Type, other).flags & (TF_HAS_DICT | TF_WEAKREF)
    names.sort()
    return names


@cython.cfunc
def wrap_functions(cls: Type) -> object:
    if _is_function is None:
        return None
    for name, wrap in (("__new__", _static), ("__init_subclass__", _class), ("__class_getitem__", _class)):
        found = cls.namespace.get(name)
        if found is not None and _is_function(found):
            cls.namespace[name] = wrap(found)
    return None


@cython.cfunc
def fill_cell(cell: object, name: str, value: object) -> object:
    if type_name(cell) != "cell" or not CG_IS_OBJECT(cython.cast(Ref, cell)):
        raise TypeError(f"{name} must be a nonlocal cell, not <class '{type_name(cell)}'>")
    INCREF(cython.cast(Ref, value))
    cg_replace(CG_CELL_VALUE(cython.cast(Ref, cell)), cython.cast(Ref, value))
    return None


@cython.cfunc
def call_set_name(cls: Type) -> object:
    found: Ref
    for name, value in list(cls.namespace.items()):
        found = lookup(type_of(value), "__set_name__")
        if found == cython.NULL:
            continue
        try:
            call_found(found, value, (cls, name))
        except Exception as error:
            text = f"Error calling __set_name__ on {type_name(value)!r} instance {name!r} in {cls.name!r}"
            if not NEWER:
                raise RuntimeError(text) from (error if _carrier is None else _carrier(error))
            error.add_note(text)
            raise
    return None


@cython.cfunc
def call_init_subclass(cls: Type, kwargs: object) -> object:
    """super(cls, cls).__init_subclass__(**kwargs)"""
    each: Type
    if cls.mro[0] is not cls and not [1 for base in cls.mro if base is cls]:   # a metaclass's mro() has left it out
        raise TypeError(f"super(type, obj): obj (type {cls.name}) is not an instance or subtype of type ({cls.name})."
                        if NEWEST else "super(type, obj): obj must be an instance or subtype of type")
    for each in cls.mro[1:]:
        found = each.namespace.get("__init_subclass__")
        if found is None:
            continue
        if each is OBJECT:
            if kwargs:
                raise TypeError(f"{cls.name}.__init_subclass__() takes no keyword arguments")
            return None
        its: Type = type_of(found)
        if its.slots.tp_descr_get != cython.NULL:
            found = its.slots.tp_descr_get(found, cython.NULL, cls)
        object_call(found, (), kwargs or None)
        return None
    return None


# === slots ===
_CALL = ("__call__",)
_GETATTRO = ("__getattribute__", "__getattr__")
_SETATTRO = ("__setattr__", "__delattr__")
_GET = ("__get__",)
_SET = ("__set__", "__delete__")
_NEW = ("__new__",)
_INIT = ("__init__",)


@cython.cfunc
@cython.exceptval(check=False)
def pointer(slots: cython.pointer(Slots), which: cython.int) -> cython.p_void:
    if which == 0:
        return cython.cast(cython.p_void, slots.tp_call)
    if which == 1:
        return cython.cast(cython.p_void, slots.tp_getattro)
    if which == 2:
        return cython.cast(cython.p_void, slots.tp_setattro)
    if which == 3:
        return cython.cast(cython.p_void, slots.tp_descr_get)
    if which == 4:
        return cython.cast(cython.p_void, slots.tp_descr_set)
    if which == 5:
        return cython.cast(cython.p_void, slots.tp_new)
    return cython.cast(cython.p_void, slots.tp_init)


@cython.cfunc
def owner(cls: Type, names: tuple, which: cython.int, heap: cython.bint) -> Type:
    """Whose slot it is: the first in the MRO that defines one of the names or, native, has a slot not inherited."""
    each: Type
    mine: cython.p_void
    for each in cls.mro:
        if each.flags & TF_HEAP:
            if heap:
                for name in names:
                    if name in each.namespace:
                        return each
            continue
        mine = pointer(cython.address(each.slots), which)
        if mine != cython.NULL and (each.base is None or pointer(cython.address(each.base.slots), which) != mine):
            return each
    return None


@cython.cfunc
def is_heap(cls: Type) -> cython.bint:
    return cls is not None and cls.flags & TF_HEAP != 0


@cython.cfunc
def has_own(cls: Type, name: str) -> cython.bint:
    """Does a guest class in the MRO define it, before any native one?"""
    each: Type
    for each in cls.mro:
        if name in each.namespace:
            return each.flags & TF_HEAP != 0
    return False


@cython.cfunc
def builtin_base(cls: Type) -> Type:
    """Whose slots count when a metaclass's mro() has left out every builtin type."""
    base: Type = cls
    while base is not None and base.flags & TF_HEAP:
        base = base.base
    return OBJECT if base is None else base


@cython.cfunc
def compute_slots(cls: Type) -> object:
    found: Type
    flags: cython.long = cls.flags & ~(TF_HAS_DEL | TF_GETATTRIBUTE | TF_SETATTR | TF_GETATTR | TF_CUSTOM_NEW
                                       | TF_HASHABLE_ID)
    found = owner(cls, _CALL, 0, True)
    if found is None:
        cls.slots.tp_call = cython.NULL
    else:
        cls.slots.tp_call = slot_call if is_heap(found) else found.slots.tp_call

    found = owner(cls, (), 1, False) or builtin_base(cls)
    cls.slots.native_getattro = found.slots.tp_getattro
    if has_own(cls, "__getattribute__") or (
            cls.slots.native_getattro == slot_getattro
            and lookup(cls, "__getattribute__") != lookup(OBJECT, "__getattribute__")):
        flags |= TF_GETATTRIBUTE
    if lookup(cls, "__getattr__") != cython.NULL:
        flags |= TF_GETATTR
    cls.slots.tp_getattro = slot_getattro if flags & (TF_GETATTRIBUTE | TF_GETATTR) else cls.slots.native_getattro

    found = owner(cls, (), 2, False) or builtin_base(cls)
    cls.slots.native_setattro = found.slots.tp_setattro
    if has_own(cls, "__setattr__") or has_own(cls, "__delattr__"):
        flags |= TF_SETATTR
    cls.slots.tp_setattro = slot_setattro if flags & TF_SETATTR else cls.slots.native_setattro

    found = owner(cls, _GET, 3, True)
    if found is None:
        cls.slots.tp_descr_get = cython.NULL
    else:
        cls.slots.tp_descr_get = slot_descr_get if is_heap(found) else found.slots.tp_descr_get
    found = owner(cls, _SET, 4, True)
    if found is None:
        cls.slots.tp_descr_set = cython.NULL
    else:
        cls.slots.tp_descr_set = slot_descr_set if is_heap(found) else found.slots.tp_descr_set

    found = owner(cls, _NEW, 5, True)
    if found is None:
        cls.slots.tp_new = cython.NULL
    elif is_heap(found) or cls.slots.tp_new == slot_new:    # CPython's too stays when __new__ is deleted again
        cls.slots.tp_new = slot_new
        flags |= TF_CUSTOM_NEW
    else:
        cls.slots.tp_new = found.slots.tp_new
    found = owner(cls, _INIT, 6, True)
    if found is None:
        cls.slots.tp_init = cython.NULL
    else:
        cls.slots.tp_init = slot_init if is_heap(found) else found.slots.tp_init

    if has_own(cls, "__del__"):
        flags |= TF_HAS_DEL
    if not has_own(cls, "__eq__") and not has_own(cls, "__hash__") and \
            lookup(cls, "__eq__") == lookup(OBJECT, "__eq__") and lookup(cls, "__hash__") == lookup(OBJECT, "__hash__"):
        flags |= TF_HASHABLE_ID
    cls.flags = flags
    if flags & TF_MIRROR:
        update_bridges(cls)
    return None


@cython.cfunc
def tell_births(cls: Type) -> object:
    """Others count when they are made."""
    if cls.flags & TF_HAS_DEL and not cls.flags & (TF_INSTANCE | TF_MIRROR):
        birth_untold(cls.world)
    return None


def update_slots(cls, new=False):
    work: list = [cls]
    seen: cython.int = 0
    changed: cython.bint = False
    one: Type
    before: Slots
    while work:
        each = work.pop()
        if cython.cast(Type, each).flags & TF_HEAP:
            one = each
            before = one.slots
            compute_slots(each)
            tell_births(each)
            changed = changed or not new and binds_otherwise(cython.address(before), cython.address(one.slots))
            seen += 1
        work.extend(subclasses_of(each))
    charge(seen * 4)
    if changed:
        forget_attributes()
    return 0


def binds_otherwise(old, new):
    return (old.tp_descr_get == cython.NULL) != (new.tp_descr_get == cython.NULL) or \
        (old.tp_descr_set == cython.NULL) != (new.tp_descr_set == cython.NULL)
