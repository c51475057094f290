"""What wraps functions in a class body, staticmethod, classmethod and property, and the object that super() gives.

All of them are descriptors by the slots of their types; a guest class may derive from each.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import MISSING, generic_getattr, getattr_or, setattr_
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import full_name, is_subtype, type_name, type_of
from cython.cimports.callgate.objects.function import new_bound_method

from ..core.classes import set_function_hooks
from ..core.type import native_type

CHAINS = sys.version_info < (3, 13)      # classmethod(property(...)) binds what it wraps
_frame_super = cython.declare(object, None)
NAMED = sys.version_info >= (3, 13)      # property has __name__
KEEPS_DOC = sys.version_info >= (3, 12)  # objects of classes derived from property have all documentation in `__doc__`
NAMELESS = cython.declare(object, object())     # the name of a property whose name was set to None
ARGUMENTS = ("fget", "fset", "fdel", "doc")
COPIED = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")


@cython.trashcan(True)
@cython.cclass
class StaticMethod:
    pass


@cython.trashcan(True)
@cython.cclass
class ClassMethod:
    pass


@cython.trashcan(True)
@cython.cclass
class Property:
    pass


@cython.trashcan(True)
@cython.cclass
class Super:
    pass


def one_argument(name: str, args: tuple, kwargs: dict):
    if kwargs:
        raise TypeError(f"{name}() takes no keyword arguments")
    if len(args) != 1:
        raise TypeError(f"{name} expected 1 argument, got {len(args)}")
    return args[0]


# === staticmethod, classmethod ===
def static_init(obj: StaticMethod, /, *args, **kwargs):
    obj.func = one_argument("staticmethod", args, kwargs)


def class_init(obj: ClassMethod, /, *args, **kwargs):
    obj.func = one_argument("classmethod", args, kwargs)


@cython.cfunc
def wrapped(obj: object) -> object:
    return cython.cast(StaticMethod, obj).func if isinstance(obj, StaticMethod) else cython.cast(ClassMethod, obj).func


def get_wrapped(obj):
    return wrapped(obj)


def get_abstract(obj):
    return bool(getattr_or(wrapped(obj), "__isabstractmethod__", False))


def wrapper_dict(obj):
    """With copies of the function's name and the like, which CPython makes at once."""
    if cython.cast(Object, obj).attrs is None:
        cython.cast(Object, obj).attrs = {}
    attributes: dict = cython.cast(Object, obj).attrs
    for name in COPIED:
        if name not in attributes:
            found = getattr_or(wrapped(obj), name, MISSING)
            if found is not MISSING:
                attributes[name] = found
    return attributes


def wrapper_set_dict(obj, value):
    if not isinstance(value, dict):
        raise TypeError(f"__dict__ must be set to a dictionary, not a {type_name(value)!r}")
    cython.cast(Object, obj).attrs = value


def wrapper_repr(obj):
    return f"<{type_name(obj)}({repr(wrapped(obj))})>"


@cython.cfunc
def wrapper_getattro(obj: object, name: str) -> object:
    """The function's name, documentation and the like are the wrapper's, unless it has its own."""
    if name in COPIED and (cython.cast(Object, obj).attrs is None or name not in cython.cast(Object, obj).attrs):
        found = getattr_or(wrapped(obj), name, MISSING)
        if found is not MISSING:
            return found
    return generic_getattr(obj, name)


@cython.cfunc
def static_get(descr: object, obj: Ref, owner: object) -> object:
    return cython.cast(StaticMethod, descr).func


@cython.cfunc
def static_call(callable: object, args: tuple, kwargs: object) -> object:
    return object_call(cython.cast(StaticMethod, callable).func, args, kwargs)


@cython.cfunc
def class_get(descr: object, obj: Ref, owner: object) -> object:
    func: object = cython.cast(ClassMethod, descr).func
    its: Type
    if owner is None:
        owner = type_of(cython.cast(object, obj))
    if CHAINS:
        its = type_of(func)
        if its.slots.tp_descr_get != cython.NULL:
            return its.slots.tp_descr_get(func, cython.cast(Ref, owner), owner)
    return new_bound_method(func, owner)


@cython.cfunc
def native_type_of(descr: object) -> Type:
    """The builtin type that the guest names by `property.__get__`, whatever a class derived from it does there."""
    cls: Type = type_of(descr)
    while cls.flags & TF_HEAP:
        cls = cls.base
    return cls


def descr_get(descr, obj, owner=None, /):
    if obj is None and owner is None:
        raise TypeError("__get__(None, None) is invalid")
    its: Type = native_type_of(descr)
    return its.slots.tp_descr_get(descr, cython.NULL if obj is None else cython.cast(Ref, obj), owner)


def descr_set(descr, obj, value, /):
    its: Type = native_type_of(descr)
    its.slots.tp_descr_set(descr, obj, cython.cast(Ref, value))


def descr_delete(descr, obj, /):
    its: Type = native_type_of(descr)
    its.slots.tp_descr_set(descr, obj, cython.NULL)


def call_static(obj, /, *args, **kwargs):
    return object_call(cython.cast(StaticMethod, obj).func, args, kwargs or None)


# === property ===
@cython.cfunc
def four(args: tuple, kwargs: dict) -> list:
    """fget, fset, fdel and doc of a call of property."""
    found: list = [*args, None, None, None, None]
    if len(args) + len(kwargs) > 4:
        raise TypeError(f"property() takes at most 4 arguments ({len(args) + len(kwargs)} given)")
    for name, value in kwargs.items():
        if name not in ARGUMENTS:
            raise TypeError(f"property() got an unexpected keyword argument '{name}'" if NAMED else
                            f"'{name}' is an invalid keyword argument for property()")
        at: cython.Py_ssize_t = ARGUMENTS.index(name)
        if at < len(args):
            raise TypeError(f"argument for property() given by name ('{name}') and position ({at + 1})")
        found[at] = value
    return found


def property_init(obj: Property, /, *args, **kwargs):
    fget, fset, fdel, doc = four(args, kwargs)[:4]
    obj.fget = fget
    obj.fset = fset
    obj.fdel = fdel
    obj.doc = doc
    obj.name = None
    inherited: object = None if doc is not None or fget is None else getattr_or(fget, "__doc__", None)
    if inherited is not None:
        doc = inherited
    if obj.type is PROPERTY:
        obj.doc = doc
        return
    # an object of a derived class has its documentation among its attributes, where the class's own does not hide it
    if inherited is None and not KEEPS_DOC:
        return
    if KEEPS_DOC:
        obj.doc = None
    try:
        setattr_(obj, "__doc__", doc)
    except AttributeError:
        if inherited is not None:
            raise


@cython.cfunc
def complain(obj: Property, target: object, what: str) -> object:
    owner: Type = type_of(target)
    name = property_name(obj)
    if name is not None and name is not NAMELESS:
        return AttributeError(f"property {name!r} of {owner.qualname!r} object has no {what}")
    return AttributeError(f"property of {owner.qualname!r} object has no {what}")


@cython.cfunc
def property_name(obj: Property) -> object:
    if obj.name is not None:
        return obj.name
    return getattr_or(obj.fget, "__name__", None) if NAMED and obj.fget is not None else None


@cython.cfunc
def property_get(descr: object, obj: Ref, owner: object) -> object:
    p: Property = descr
    if obj == cython.NULL:
        return descr
    if p.fget is None:
        raise complain(p, cython.cast(object, obj), "getter")
    return object_call(p.fget, (cython.cast(object, obj),), None)


@cython.cfunc
@cython.exceptval(-1, check=False)
def property_set(descr: object, obj: object, value: Ref) -> cython.int:
    p: Property = descr
    if value == cython.NULL:
        if p.fdel is None:
            raise complain(p, obj, "deleter")
        object_call(p.fdel, (obj,), None)
    else:
        if p.fset is None:
            raise complain(p, obj, "setter")
        object_call(p.fset, (obj, cython.cast(object, value)), None)
    return 0


@cython.cfunc
def changed(obj: Property, fget: object, fset: object, fdel: object) -> object:
    doc: object = obj.doc
    if obj.fget is not None and getattr_or(obj.fget, "__doc__", None) is doc:
        doc = None                       # it came from the getter, and may come from the new one
    made = object_call(obj.type, (fget, fset, fdel, doc), None)
    if isinstance(made, Property) and obj.name is not None:
        cython.cast(Property, made).name = obj.name
    return made


def property_getter(obj: Property, function, /):
    return changed(obj, function, obj.fset, obj.fdel)


def property_setter(obj: Property, function, /):
    return changed(obj, obj.fget, function, obj.fdel)


def property_deleter(obj: Property, function, /):
    return changed(obj, obj.fget, obj.fset, function)


def property_set_name(obj: Property, /, *args):
    if len(args) != 2:
        raise TypeError(f"__set_name__() takes 2 positional arguments but {len(args)} were given")
    obj.name = args[1]


def property_fget(obj: Property):
    return obj.fget


def property_fset(obj: Property):
    return obj.fset


def property_fdel(obj: Property):
    return obj.fdel


def property_doc(obj: Property):
    return obj.doc


def set_property_doc(obj: Property, value):
    obj.doc = value


def property_abstract(obj: Property):
    for function in (obj.fget, obj.fset, obj.fdel):
        if function is not None and getattr_or(function, "__isabstractmethod__", False):
            return True
    return False


def property_get_name(obj: Property):
    name = property_name(obj)
    if name is None:
        raise AttributeError("'property' object has no attribute '__name__'")
    return None if name is NAMELESS else name


def set_property_name(obj: Property, value):
    obj.name = NAMELESS if value is None else value


# === super ===
@cython.cfunc
def super_check(start: Type, obj: object) -> Type:
    its: Type
    if isinstance(obj, Type) and is_subtype(obj, start):
        return obj
    its = type_of(obj)
    if is_subtype(its, start):
        return its
    claimed = getattr_or(obj, "__class__", None)
    if isinstance(claimed, Type) and claimed is not its and is_subtype(claimed, start):
        return claimed
    if NAMED:
        what = f"type {cython.cast(Type, obj).name}" if isinstance(obj, Type) else f"instance of {full_name(its)}"
        raise TypeError(f"super(type, obj): obj ({what}) is not an instance or subtype of type ({full_name(start)}).")
    raise TypeError("super(type, obj): obj must be an instance or subtype of type")


def make_super(start, obj):
    s: Super = Super.__new__(Super)
    s.start = start
    s.obj = obj
    s.obj_type = super_check(start, obj)
    return s


def set_frame_super(function):
    """function() -> (class, object) for super() without arguments, from the frame that runs; raises RuntimeError."""
    global _frame_super
    _frame_super = function


@cython.cfunc
def super_new(cls: Type, args: tuple, kwargs: object) -> object:
    made: Super = Super.__new__(Super)
    made.type = cls
    return made


@cython.cfunc
@cython.exceptval(-1, check=False)
def super_init(made: object, args: tuple, kwargs: object) -> cython.int:
    obj: Super = made
    if kwargs:
        raise TypeError("super() takes no keyword arguments")
    if not args:
        if _frame_super is None:
            raise RuntimeError("super(): no arguments")
        args = _frame_super()
    if len(args) > 2:
        raise TypeError(f"super() expected at most 2 arguments, got {len(args)}")
    start = args[0]
    if not isinstance(start, Type):
        raise TypeError(f"super() argument 1 must be a type, not {type_name(start)}")
    obj.start = start
    if len(args) == 2 and args[1] is not None:
        obj.obj_type = super_check(start, args[1])
        obj.obj = args[1]
    return 0


@cython.cfunc
def super_getattro(obj: object, name: str) -> object:
    s: Super = obj
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t
    mro: tuple
    its: Type
    raw: Ref
    if s.obj_type is not None and name != "__class__" and s.obj_type.mro is not None:
        mro = s.obj_type.mro
        n = len(mro)
        i = 0
        while i < n and PyTuple_GET_ITEM(cython.cast(Ref, mro), i) != cython.cast(Ref, s.start):
            i += 1
        i += 1
        while i < n:
            raw = PyDict_GetItemWithError(
                cython.cast(Ref, cython.cast(Type, PyTuple_GET_ITEM(cython.cast(Ref, mro), i)).namespace),
                cython.cast(Ref, name))
            if raw != cython.NULL:
                found = cython.cast(object, raw)
                its = type_of(found)
                if its.slots.tp_descr_get != cython.NULL:
                    return its.slots.tp_descr_get(
                        found, cython.NULL if s.obj is s.obj_type else cython.cast(Ref, s.obj), s.obj_type)
                return found
            i += 1
    return generic_getattr(obj, name)


@cython.cfunc
def super_get(descr: object, obj: Ref, owner: object) -> object:
    s: Super = descr
    if obj == cython.NULL or obj == Py_None or s.obj is not None:
        return descr
    if s.type is not SUPER:
        return object_call(s.type, (s.start, cython.cast(object, obj)), None)
    return make_super(s.start, cython.cast(object, obj))


def super_repr(obj: Super):
    start = "NULL" if obj.start is None else obj.start.name
    if obj.obj_type is not None:
        return f"<super: <class '{start}'>, <{obj.obj_type.name} object>>"
    return f"<super: <class '{start}'>, NULL>"


def super_self(obj: Super):
    return obj.obj


def super_start(obj: Super):
    return obj.start


def super_class(obj: Super):
    return obj.obj_type


WRAPPED = {"__func__": get_wrapped, "__wrapped__": get_wrapped}
WRAPPERS = {"__isabstractmethod__": get_abstract, "__dict__": (wrapper_dict, wrapper_set_dict, None)}
STATIC_METHOD = native_type(
    "staticmethod", StaticMethod, weakref=False, new="host", init=static_init, basetype=True, has_dict=True, getters=WRAPPERS,
    members=WRAPPED,
    functions={"__repr__": wrapper_repr, "__call__": call_static, "__get__": descr_get}, doc=staticmethod.__doc__)
CLASS_METHOD = native_type(
    "classmethod", ClassMethod, weakref=False, new="host", init=class_init, basetype=True, has_dict=True, getters=WRAPPERS,
    members=WRAPPED,
    functions={"__repr__": wrapper_repr, "__get__": descr_get}, doc=classmethod.__doc__)
PROPERTY = native_type(
    "property", Property, weakref=False, new="host", init=property_init, basetype=True, doc=property.__doc__,
    functions={"__get__": descr_get, "__set__": descr_set, "__delete__": descr_delete, "getter": property_getter,
               "setter": property_setter, "deleter": property_deleter, "__set_name__": property_set_name},
    members={"fget": property_fget, "fset": property_fset, "fdel": property_fdel,
             "__doc__": (property_doc, set_property_doc, None)},
    getters={"__isabstractmethod__": property_abstract,
             **({"__name__": (property_get_name, set_property_name, None)} if NAMED else {})})
SUPER = native_type(
    "super", Super, weakref=False, new="host", init="host", basetype=True, doc=super.__doc__,
    functions={"__repr__": super_repr, "__get__": descr_get},
    members={"__thisclass__": super_start, "__self__": super_self, "__self_class__": super_class})


def wrap_static(function):
    s: StaticMethod = StaticMethod.__new__(StaticMethod)
    s.func = function
    return s


def wrap_class(function):
    c: ClassMethod = ClassMethod.__new__(ClassMethod)
    c.func = function
    return c


def is_function(value):
    return type_name(value) == "function" and CG_IS_OBJECT(cython.cast(Ref, value)) \
        and not cython.cast(Object, value).type.flags & TF_HEAP


@cython.cfunc
def fill_slots() -> object:
    STATIC_METHOD.slots.tp_descr_get = static_get
    STATIC_METHOD.slots.tp_call = static_call
    STATIC_METHOD.slots.tp_getattro = STATIC_METHOD.slots.native_getattro = wrapper_getattro
    CLASS_METHOD.slots.tp_descr_get = class_get
    CLASS_METHOD.slots.tp_getattro = CLASS_METHOD.slots.native_getattro = wrapper_getattro
    PROPERTY.slots.tp_descr_get = property_get
    PROPERTY.slots.tp_descr_set = property_set
    SUPER.slots.tp_new = super_new
    SUPER.slots.tp_init = super_init
    SUPER.slots.tp_descr_get = super_get
    SUPER.slots.tp_getattro = SUPER.slots.native_getattro = super_getattro
    return None


fill_slots()
set_function_hooks(is_function, wrap_static, wrap_class)
