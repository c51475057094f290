"""What `object` and `type` offer the guest: their methods and attributes.

They are plain host functions that take self first; core/type.py has them wrapped as the descriptors that CPython has.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import MISSING, find_attribute, getattr_, getattr_or, slot_getattro, type_getattr
from cython.cimports.callgate.core.call import call_found0, call_found1, call_method, object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.classes import best_base, binds_otherwise, change_bases, compute_mro, new_type
from cython.cimports.callgate.core.imports import guest_module
from cython.cimports.callgate.core.iteration import get_iter
from cython.cimports.callgate.core.operators import index, truth
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.state import birth, birth_untold
from cython.cimports.callgate.core.text import str_object
from cython.cimports.callgate.core.type import (
    OBJECT, TYPE, argument_name, forget_attributes, full_name, instance_dict, is_subtype, lookup, new_shape,
    real_isinstance, real_issubclass, set_type_attr, shape_with, subclasses_of, type_name, type_of, use_dict,
    wrap_member, AS_INIT, AS_NEW,
)
from cython.cimports.callgate.core.union import make_union

from .type import add_constructor, extend_type

NEWER = sys.version_info >= (3, 12)
NEWEST = sys.version_info >= (3, 13)
GC = 1 << 14                                # the host's flag of types that the garbage collector follows
_shown = cython.declare(dict, {})           # of native types that have been looked at: their namespaces in order
_view = cython.declare(object, None)        # makes the mappingproxy of a namespace


def set_namespace_view(function):
    """function(dict) -> mappingproxy, for `cls.__dict__`."""
    global _view
    _view = function


# === object ===
@cython.cfunc
def module_of(cls: Type) -> object:
    if cls.flags & TF_HEAP:
        return cls.namespace.get("__module__")
    return cls.module


@cython.cfunc
def long_name(cls: Type) -> str:
    module = module_of(cls)
    if isinstance(module, str) and module != "builtins":
        return f"{module}.{cls.qualname}"
    return cls.name if not cls.flags & TF_HEAP else cls.qualname


def object_repr(obj, /):
    return f"<{long_name(type_of(obj))} object at {cython.cast(cython.size_t, cython.cast(Ref, obj)):#x}>"


def object_str(obj, /):
    return repr(obj)


def object_eq(a, b, /):
    return True if a is b else NotImplemented


def object_ne(a, b, /):
    found: Ref = lookup(type_of(a), "__eq__")
    if found == cython.NULL or found == Py_None:
        return NotImplemented
    method: object = cython.cast(object, found)
    its: Type = type_of(method)
    if its.flags & TF_METHOD_LIKE or its.slots.tp_descr_get == cython.NULL:
        result = call_found1(found, a, b)
    else:
        try:
            method = its.slots.tp_descr_get(method, cython.cast(Ref, a), type_of(a))
        except Exception:               # as for __eq__ itself
            return NotImplemented
        result = object_call(method, (b,), None)
    return result if result is NotImplemented else not result


def object_order(a, b, /):
    return NotImplemented


def object_hash(obj, /):
    return CG_HASH_POINTER(cython.cast(cython.p_void, cython.cast(Ref, obj)))


@cython.cfunc
def attribute_name(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not {type_name(name)!r}")
    return name if type(name) is str else str.__str__(name)


def object_getattribute(obj, name, /):
    cls: Type = type_of(obj)
    if cls.flags & TF_METACLASS or cls.slots.native_getattro == slot_getattro:
        found = find_attribute(obj, attribute_name(name))
        if found is MISSING:    # that it is a class is not said
            raise AttributeError(f"'{type_name(obj)}' object has no attribute '{name}'", name=name, obj=obj)
        return found
    return cls.slots.native_getattro(obj, attribute_name(name))


#: Native types whose way to set attributes is object's, by CPython's measure, though not by ours.
LIKE_OBJECT: list = []


@cython.cfunc
def check_setattr(obj: object, what: str) -> Type:
    """object.__setattr__ must not get past the one that a native type has."""
    cls: Type = type_of(obj)
    if cls.slots.native_setattro != OBJECT.slots.native_setattro:
        native: Type = cls
        while native.flags & TF_HEAP:
            native = native.base
        if native in LIKE_OBJECT:
            return cls
        raise TypeError(f"can't apply this {what} to {type_name(obj)} object")
    return cls


def object_setattr(obj, name, value, /):
    check_setattr(obj, "__setattr__").slots.native_setattro(obj, attribute_name(name), cython.cast(Ref, value))


def object_delattr(obj, name, /):
    check_setattr(obj, "__delattr__").slots.native_setattro(obj, attribute_name(name), cython.NULL)


def object_dir(obj, /):
    names: dict = {}
    own = getattr_or(obj, "__dict__", None)
    if isinstance(own, dict):
        names.update(dict.fromkeys(own))
    cls = getattr_or(obj, "__class__", None)
    if isinstance(cls, Type):
        merge_names(cls, names)
    return list(names)


@cython.cfunc
def merge_names(cls: Type, names: dict) -> object:
    for each in cls.mro:
        names.update(dict.fromkeys(ordered(each)))
    return None


def object_format(obj, spec, /):
    if not isinstance(spec, str):
        raise TypeError(f"__format__() argument must be str, not {argument_name(spec)}")
    if spec:
        raise TypeError(f"unsupported format string passed to {type_name(obj)}.__format__")
    return str_object(obj)


def object_sizeof(obj, /):
    return object.__sizeof__(obj)


def get_class(obj):
    return type_of(obj)


def set_class(obj, value):
    old: Type = type_of(obj)
    new: Type
    if not isinstance(value, Type):
        raise TypeError(f"__class__ must be set to a class, not {type_name(value)!r} object")
    new = value
    if not (both_modules(old, new) or (old.flags & TF_HEAP and new.flags & TF_HEAP)):
        raise TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
    if old is new:
        return
    differs: cython.bint = not both_modules(old, new) and not same_layout(old, new)
    if differs:
        raise TypeError(f"__class__ assignment: {new.name!r} object layout differs from {old.name!r}")
    if old.flags & TF_MIRROR:
        obj.__class__ = new.host
        return
    if old.flags & TF_INSTANCE:
        move_attributes(obj, new)
    cython.cast(Object, obj).type = new
    if binds_otherwise(cython.address(old.slots), cython.address(new.slots)):
        forget_attributes()
    if new.flags & TF_HAS_DEL:
        if not new.flags & TF_INSTANCE:
            birth_untold(new.world)
        elif cython.cast(Instance, obj).born == 0:
            cython.cast(Instance, obj).born = birth(False)


def del_class(obj):
    raise TypeError("can't delete __class__ attribute")


@cython.cfunc
def grown(cls: Type) -> Type:
    """The class up the line that is the last to have added something to its instances."""
    while cls.base is not None and cls.flags & TF_HEAP and cls.layout == cls.base.layout \
            and len(cls.members) == len(cls.base.members) \
            and not (cls.flags ^ cls.base.flags) & (TF_HAS_DICT | TF_WEAKREF):
        cls = cls.base
    return cls


@cython.cfunc
def same_layout(old: Type, new: Type) -> cython.bint:
    """As compatible_for_assignment: what both add to the same base is the same."""
    old = grown(old)
    new = grown(new)
    if not NEWER and old is not new and old.flags & TF_MIRROR and old.flags & TF_ITEMS and old.flags & TF_HAS_DICT:
        return False                    # the dict of a value of variable size has no fixed place
    return old is new or (old.base is new.base and old.layout == new.layout and old.members == new.members
                          and not (old.flags ^ new.flags) & (TF_HAS_DICT | TF_WEAKREF))


@cython.cfunc
def both_modules(old: Type, new: Type) -> cython.bint:
    """May a module become an instance of a class derived from module, and back?"""
    a: Type = old
    b: Type = new
    while a.flags & TF_HEAP:
        a = a.base
    while b.flags & TF_HEAP:
        b = b.base
    return a is b and a.name == "module" and a.module == "builtins"


@cython.cfunc
def move_attributes(obj: Instance, new: Type) -> object:
    """The instance's attributes stay; its shape becomes one of the new class."""
    shape: Shape = cython.cast(Shape, obj.shape)
    after: Shape = cython.cast(Shape, new.shapes[0])
    if not shape.is_dict:
        for name in shape.names:
            after = shape_with(after, name)
            if after is None:
                break
    if shape.is_dict or after is None:
        attributes: dict = instance_dict(obj)
        if new.dict_shape is None:
            new.dict_shape = new_shape(new, {}, (), len(new.members), True)
        after = new.dict_shape
        obj.attrs = attributes
    obj.shape = cython.cast(Ref, after)
    return None


@cython.cfunc
def check_own_dict(cls: Type) -> object:
    """Classes and modules have a `__dict__` of their own kind, whatever else they derive from."""
    if cls.flags & TF_METACLASS:
        raise AttributeError("attribute '__dict__' of 'type' objects is not writable")
    if both_modules(cls, cls):
        raise AttributeError("readonly attribute")
    return None


def set_dict(obj, value):
    cls: Type = type_of(obj)
    check_own_dict(cls)
    if not isinstance(value, dict):
        raise TypeError(f"__dict__ must be set to a dictionary, not a {type_name(value)!r}")
    attributes: dict = value if type(value) is dict else dict.copy(value)
    if cls.flags & TF_INSTANCE:
        use_dict(obj, attributes)
    elif cls.flags & TF_MIRROR:
        obj.__dict__ = attributes
    else:
        cython.cast(Object, obj).attrs = attributes


def del_dict(obj):
    if type_of(obj).flags & TF_EXCEPTION:
        raise TypeError("cannot delete __dict__")
    set_dict(obj, {})


def init_subclass(cls: Type, /, *args, **kwargs):
    if args:
        raise TypeError(f"{cls.name}.__init_subclass__() takes no arguments ({len(args)} given)")
    if kwargs:
        raise TypeError(f"{cls.name}.__init_subclass__() takes no keyword arguments")


def subclass_hook(cls, /, *args):
    return NotImplemented


# === copying ===
@cython.cfunc
def copyreg_function(name: str) -> object:
    """copyreg's own: pickle writes it by name, and looks whether copyreg has the very same."""
    return getattr_(guest_module("copyreg"), name)


@cython.cfunc
def slot_state(obj: object, cls: Type) -> dict:
    names: dict = {}
    known = cls.namespace.get("__slotnames__")
    if known is not None:
        if not isinstance(known, list):
            raise TypeError(f"{cls.name}.__slotnames__ should be a list or None, not {type_name(known)}")
        for name in list(known):
            value = getattr_or(obj, str(name), MISSING)
            if value is not MISSING:
                names[name] = value
        return names
    for each in cls.mro:
        listed = cython.cast(Type, each).namespace.get("__slots__")
        if listed is None or not cython.cast(Type, each).flags & TF_HEAP:
            continue
        for name in (listed,) if isinstance(listed, str) else tuple(listed):
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = cython.cast(Type, each).name.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            value = getattr_or(obj, name, MISSING)
            if value is not MISSING:
                names[name] = value
    return names


def object_getstate(obj, /):
    return default_state(obj, False)


@cython.cfunc
def default_state(obj: object, required: cython.bint) -> object:
    cls: Type = type_of(obj)
    state: object = None
    if required and not cls.flags & TF_INSTANCE and (cls.flags & TF_ITEMS or CG_IS_OBJECT(cython.cast(Ref, obj))):
        raise TypeError(f"cannot pickle {type_name(obj)} objects" if cls.flags & TF_ITEMS else
                        f"cannot pickle {type_name(obj)!r} object")
    if cls.flags & TF_HAS_DICT:
        found = getattr_or(obj, "__dict__", None)
        if isinstance(found, dict) and found:
            state = dict(found)
    if cls.members or "__slotnames__" in cls.namespace:
        slots = slot_state(obj, cls)
        if slots:
            return (state, slots)
    return state


def object_reduce(obj, /):
    return reduce_old(obj)


@cython.cfunc
def reduce_old(obj: object) -> tuple:
    cls: Type = type_of(obj)
    base: Type = cls
    while base.flags & TF_HEAP:
        base = base.base
    state: object
    value: object = None
    if base is not OBJECT:
        if not base.flags & TF_MIRROR or base is cls:
            raise TypeError(f"cannot pickle {type_name(obj)!r} object")
        value = object_call(base, (obj,), None)
    elif cls.members and lookup(cls, "__getstate__") == lookup(OBJECT, "__getstate__"):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = call_method(obj, "__getstate__", ())
    made = (copyreg_function("_reconstructor"), (cls, base, value))
    return (*made, state) if truth(state) else made


def object_reduce_ex(obj, *protocol):
    if len(protocol) != 1:
        raise TypeError(f"object.__reduce_ex__() takes exactly one argument ({len(protocol)} given)")
    cls: Type = type_of(obj)
    found: Ref = lookup(cls, "__reduce__")
    if found != lookup(OBJECT, "__reduce__"):
        return call_method(obj, "__reduce__", ())
    number: cython.int = index(protocol[0])
    return reduce_new(obj, cls) if number >= 2 else reduce_old(obj)


@cython.cfunc
def reduce_new(obj: object, cls: Type) -> tuple:
    found: Ref
    args: tuple = ()
    kwargs: dict = {}
    has_args: cython.bint = False
    if cls.slots.tp_new == cython.NULL:
        raise TypeError(f"cannot pickle {type_name(obj)!r} object")
    found = lookup(cls, "__getnewargs_ex__")
    if found != cython.NULL:
        pair = call_found0(found, obj)
        if not isinstance(pair, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not {type_name(pair)!r}")
        if len(pair) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(pair)}")
        args, kwargs = pair
        has_args = True
    else:
        found = lookup(cls, "__getnewargs__")
        if found != cython.NULL:
            given = call_found0(found, obj)
            if not isinstance(given, tuple):
                raise TypeError(f"__getnewargs__ should return a tuple, not {type_name(given)!r}")
            args = given
            has_args = True
    required: cython.bint = not has_args and not isinstance(obj, (list, dict))
    found = lookup(cls, "__getstate__")
    if found == cython.NULL or found == lookup(OBJECT, "__getstate__"):
        state = default_state(obj, required)
    else:
        state = call_found0(found, obj)
    items = get_iter(obj) if isinstance(obj, list) else None
    pairs = get_iter(call_method(obj, "items", ())) if isinstance(obj, dict) else None
    if kwargs:
        return (copyreg_function("__newobj_ex__"), (cls, args, kwargs), state, items, pairs)
    return (copyreg_function("__newobj__"), (cls, *args), state, items, pairs)


# === type ===
def type_new(cls: Type, args: tuple):
    """The arguments of type.__new__, checked."""
    if len(args) != 3:
        raise TypeError(f"type.__new__() takes exactly 3 arguments ({len(args)} given)")
    name, bases, namespace = args
    if not isinstance(name, str):
        raise TypeError(f"type.__new__() argument 1 must be str, not {argument_name(name)}")
    if not isinstance(bases, tuple):
        raise TypeError(f"type.__new__() argument 2 must be tuple, not {argument_name(bases)}")
    if not isinstance(namespace, dict):
        raise TypeError(f"type.__new__() argument 3 must be dict, not {argument_name(namespace)}")
    return name, bases, namespace


@cython.cfunc
def type_tp_new(cls: Type, args: tuple, kwargs: object) -> object:
    name, bases, namespace = type_new(cls, args)
    plain: dict = dict.copy(namespace)
    return new_type(cls, name if type(name) is str else str.__str__(name),
                    bases if type(bases) is tuple else tuple(list(tuple.__iter__(bases))), plain, kwargs)


@cython.cfunc
@cython.exceptval(-1, check=False)
def type_tp_init(obj: object, args: tuple, kwargs: object) -> cython.int:
    if kwargs and len(args) == 1:
        raise TypeError("type.__init__() takes no keyword arguments")
    if len(args) != 1 and len(args) != 3:
        raise TypeError("type.__init__() takes 1 or 3 arguments")
    return 0


def type_repr(cls: Type, /):
    return f"<class '{long_name(cls)}'>"


def type_call_(cls: Type, /, *args, **kwargs):
    return TYPE.slots.tp_call(cls, args, kwargs or None)


def type_getattribute(cls, name, /):
    return type_getattr(cls, attribute_name(name))


def type_setattr_(cls, name, value, /):
    TYPE.slots.tp_setattro(cls, attribute_name(name), cython.cast(Ref, value))


def type_delattr_(cls, name, /):
    TYPE.slots.tp_setattro(cls, attribute_name(name), cython.NULL)


def type_mro(cls: Type, /):
    return list(compute_mro(cls))


def type_subclasses(cls: Type, /):
    return subclasses_of(cls)


def type_instancecheck(cls, obj, /):
    return real_isinstance(obj, cls)


def type_subclasscheck(cls, derived, /):
    return real_issubclass(derived, cls)


def type_prepare(cls, /, *args, **kwargs):
    return {}


def type_or(a, b, /):
    return make_union(a, b)


def type_ror(a, b, /):
    return make_union(b, a)


def type_dir(cls: Type, /):
    names: dict = {}
    merge_names(cls, names)
    return list(names)


def get_name(cls: Type):
    return cls.name


@cython.cfunc
def check_mutable(cls: Type, name: str) -> object:
    if not cls.flags & TF_HEAP:
        raise TypeError(f"cannot set {name!r} attribute of immutable type {full_name(cls)!r}")
    return None


def undeletable(name: str):
    def deleter(cls: Type):
        raise TypeError(f"cannot delete {name!r} attribute of immutable type {full_name(cls)!r}")
    return deleter


def set_name(cls: Type, value):
    check_mutable(cls, "__name__")
    if not isinstance(value, str):
        raise TypeError(f"can only assign string to {cls.name}.__name__, not {type_name(value)!r}")
    if "\0" in value:
        raise ValueError("type name must not contain null characters")
    value.encode()      # lone surrogates: UnicodeEncodeError
    cls.name = str.__str__(value)


def get_qualname(cls: Type):
    return cls.qualname


def set_qualname(cls: Type, value):
    check_mutable(cls, "__qualname__")
    if not isinstance(value, str):
        raise TypeError(f"can only assign string to {cls.name}.__qualname__, not {type_name(value)!r}")
    cls.qualname = str.__str__(value)


def get_module(cls: Type):
    if not cls.flags & TF_HEAP:
        return cls.module
    if "__module__" not in cls.namespace:
        raise AttributeError("__module__")
    return cls.namespace["__module__"]


def set_module(cls: Type, value):
    set_type_attr(cls, "__module__", cython.cast(Ref, value))


def get_bases(cls: Type):
    return cls.bases


@cython.cfunc
@cython.exceptval(check=False)
def is_collected(cls: Type) -> cython.bint:
    """Would CPython's cycle collector look at instances?"""
    if not cls.flags & TF_HEAP:
        return cls.base is not None and cls.host.__flags__ & GC != 0
    return cls.flags & (TF_HAS_DICT | TF_WEAKREF) != 0 or len(cls.members) > 0 or is_collected(cls.base)


def set_bases(cls: Type, value):
    base: Type
    each: Type
    check_mutable(cls, "__bases__")
    if not isinstance(value, tuple):
        raise TypeError(f"can only assign tuple to {cls.name}.__bases__, not {type_name(value)}")
    if not value:
        raise TypeError(f"can only assign non-empty tuple to {cls.name}.__bases__, not ()")
    for found in value:
        if not isinstance(found, Type):
            raise TypeError(f"{cls.name}.__bases__ must be tuple of classes, not {type_name(found)!r}")
        each = found
        while each is not None and each is not cls:
            each = each.base            # the MRO may be about to change
        if each is cls or is_subtype(found, cls):
            raise TypeError("a __bases__ item causes an inheritance cycle")
    base = best_base(value)
    if is_collected(base) != is_collected(cls.base):
        raise TypeError(f"__bases__ assignment: {base.name!r} deallocator differs from {cls.base.name!r}")
    if not same_layout(cls.base, base):
        raise TypeError(f"__bases__ assignment: {base.name!r} object layout differs from {cls.base.name!r}")
    change_bases(cls, value if type(value) is tuple else tuple(value))


def get_mro(cls: Type):
    return cls.mro


def get_base(cls: Type):
    return cls.base


def host_twin(cls: Type):
    """The host's own class that a native type stands for, or None."""
    if not issubclass(cls.host, Object):
        return cls.host
    found = getattr(sys.modules.get(cls.module), cls.name, None)
    if isinstance(found, type) and not issubclass(found, Object):
        return found
    for each in type.__subclasses__(object):
        if each.__name__ == cls.name and each.__module__ == cls.module and not issubclass(each, Object):
            return each
    return None


@cython.cfunc
def ordered(cls: Type) -> dict:
    """The namespace as it is shown: a native type's is in the host's order, and has the constructors that the host's type repeats."""
    if cls.flags & TF_HEAP:
        return cls.namespace
    shown = _shown.get(cls)
    if shown is None:
        twin = host_twin(cls)
        mine: dict = cls.namespace
        if twin is None:
            return mine
        more = {
            name: wrap_member(cls, kind, name, None) for name, kind in (("__new__", AS_NEW), ("__init__", AS_INIT))
            if name in twin.__dict__ and name not in mine
        }
        mine = mine | more
        shown = _shown[cls] = {name: mine[name] for name in twin.__dict__ if name in mine} | mine
    return shown


def get_namespace(cls: Type):
    return dict(cls.namespace) if _view is None else _view(ordered(cls))


def get_doc(cls: Type):
    found = cls.namespace.get("__doc__")
    its: Type
    if found is not None and cls.flags & TF_HEAP:
        its = type_of(found)
        if its.slots.tp_descr_get != cython.NULL:
            return its.slots.tp_descr_get(found, cython.NULL, cls)
    return found


def set_doc(cls: Type, value):
    set_type_attr(cls, "__doc__", cython.cast(Ref, value))


def get_text_signature(cls: Type):
    return None


def get_annotations(cls: Type):
    if not cls.flags & TF_HEAP:
        raise AttributeError(f"type object {full_name(cls)!r} has no attribute '__annotations__'")
    if "__annotations__" not in cls.namespace:
        made: object = {}
        set_type_attr(cls, "__annotations__", cython.cast(Ref, made))
    found = cls.namespace["__annotations__"]
    its: Type = type_of(found)
    if its.slots.tp_descr_get != cython.NULL:
        return its.slots.tp_descr_get(found, cython.NULL, cls)
    return found


def set_annotations(cls: Type, value):
    check_mutable(cls, "__annotations__")
    set_type_attr(cls, "__annotations__", cython.cast(Ref, value))


def del_annotations(cls: Type):
    check_mutable(cls, "__annotations__")
    if "__annotations__" not in cls.namespace:
        raise AttributeError("__annotations__")
    set_type_attr(cls, "__annotations__", cython.NULL)


def get_abstract(cls: Type):
    if "__abstractmethods__" not in cls.namespace or cls is TYPE:
        raise AttributeError("__abstractmethods__")
    return cls.namespace["__abstractmethods__"]


def set_abstract(cls: Type, value):
    check_mutable(cls, "__abstractmethods__")
    abstract: cython.bint = bool(value)
    set_type_attr(cls, "__abstractmethods__", cython.cast(Ref, value))
    cls.flags = cls.flags | TF_ABSTRACT if abstract else cls.flags & ~TF_ABSTRACT


def del_abstract(cls: Type):
    get_abstract(cls)
    set_type_attr(cls, "__abstractmethods__", cython.NULL)
    cls.flags &= ~TF_ABSTRACT


def get_type_params(cls: Type):
    return cls.namespace.get("__type_params__", ())


def set_type_params(cls: Type, value):
    check_mutable(cls, "__type_params__")
    set_type_attr(cls, "__type_params__", cython.cast(Ref, value))


def get_flags(cls: Type):
    """Of CPython's type flags those that programs look at."""
    flags = 1 << 14 | 1 << 12
    if cls.flags & TF_HEAP:
        flags |= 1 << 9
    else:
        flags |= 1 << 8
    if cls.flags & TF_BASETYPE:
        flags |= 1 << 10
    if cls.flags & TF_ABSTRACT:
        flags |= 1 << 20
    if cls.flags & TF_METACLASS:
        flags |= 1 << 31
    if cls.flags & TF_EXCEPTION:
        flags |= 1 << 30
    if isinstance(cls.host, type):
        for bit, host in enumerate((int, list, tuple, bytes, str, dict), 24):
            if issubclass(cls.host, host):
                flags |= 1 << bit
    return flags


def get_basicsize(cls: Type):
    return cls.host.__basicsize__


def get_itemsize(cls: Type):
    return cls.host.__itemsize__


def get_dictoffset(cls: Type):
    return -1 if cls.flags & TF_HAS_DICT else 0


def get_weakrefoffset(cls: Type):
    return 24 if cls.flags & TF_WEAKREF else 0


@cython.cfunc
def fill() -> object:
    extend_type(OBJECT, functions={
        "__repr__": object_repr, "__str__": object_str, "__hash__": object_hash, "__eq__": object_eq,
        "__ne__": object_ne, "__lt__": object_order, "__le__": object_order, "__gt__": object_order,
        "__ge__": object_order,
        "__getattribute__": object_getattribute, "__setattr__": object_setattr, "__delattr__": object_delattr,
        "__dir__": object_dir, "__format__": object_format, "__sizeof__": object_sizeof, "__reduce__": object_reduce,
        "__reduce_ex__": object_reduce_ex, "__getstate__": object_getstate,
        "__init_subclass__": classmethod(init_subclass), "__subclasshook__": classmethod(subclass_hook),
    }, getters={"__class__": (get_class, set_class, del_class)}, values={"__doc__": object.__doc__})
    OBJECT.flags |= TF_HASHABLE_ID
    add_constructor(OBJECT)
    TYPE.slots.tp_new = type_tp_new
    TYPE.slots.tp_init = type_tp_init
    extend_type(TYPE, functions={
        "__repr__": type_repr, "__call__": type_call_, "__getattribute__": type_getattribute,
        "__setattr__": type_setattr_, "__delattr__": type_delattr_, "mro": type_mro, "__subclasses__": type_subclasses,
        "__instancecheck__": type_instancecheck, "__subclasscheck__": type_subclasscheck,
        "__prepare__": classmethod(type_prepare), "__or__": type_or, "__ror__": type_ror, "__dir__": type_dir,
        "__sizeof__": object_sizeof,
    }, getters={
        "__name__": (get_name, set_name, undeletable("__name__")),
        "__qualname__": (get_qualname, set_qualname, undeletable("__qualname__")),
        "__module__": (get_module, set_module, undeletable("__module__")),
        "__bases__": (get_bases, set_bases, undeletable("__bases__")),
        "__dict__": get_namespace, "__doc__": (get_doc, set_doc, undeletable("__doc__")),
        "__text_signature__": get_text_signature,
        "__annotations__": (get_annotations, set_annotations, del_annotations),
        "__abstractmethods__": (get_abstract, set_abstract, del_abstract),
        **({"__mro__": get_mro} if NEWEST else {}),
        **({"__type_params__": (get_type_params, set_type_params, undeletable("__type_params__"))} if NEWER else {}),
    }, members={
        **({} if NEWEST else {"__mro__": get_mro}), "__base__": get_base, "__flags__": get_flags, "__basicsize__": get_basicsize,
        "__itemsize__": get_itemsize, "__dictoffset__": get_dictoffset, "__weakrefoffset__": get_weakrefoffset,
    })
    TYPE.flags |= TF_HASHABLE_ID
    add_constructor(TYPE)
    return None


fill()
