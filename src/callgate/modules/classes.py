"""isinstance, issubclass and the making of classes: what builtins, abc and functools share.

Hooks (`__instancecheck__`, `__subclasscheck__`, `__mro_entries__`, `__prepare__`, the metaclass) are called through
`object_call`; a class body runs as a frame whose namespace is what `__prepare__` gave.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or
from cython.cimports.callgate.core.call import call_special, object_call
from cython.cimports.callgate.core.capi import CG_CELL_VALUE, Ref
from cython.cimports.callgate.core.object import TF_GETATTRIBUTE, Object, Type
from cython.cimports.callgate.core.operators import set_subscript, truth
from cython.cimports.callgate.core.state import charge, check_c_stack
from cython.cimports.callgate.core.type import is_subtype, lookup, lookup_special, type_name, type_of
from cython.cimports.callgate.interpreter.vm import VM, run_body
from cython.cimports.callgate.objects.function import Cell, Function

NOT_CLASSES = "isinstance() arg 2 must be a type, a tuple of types, or a union"
NOT_BASES = "issubclass() arg 2 must be a class, a tuple of classes, or a union"
TYPE = cython.declare(Type, type_of(type_of(None)))
OBJECT = cython.declare(Type, type_of(None).base)


# === isinstance ===
def is_instance(value, cls):
    kind: Type = type_of(value)
    if kind is cls:
        return True
    if isinstance(cls, Type) and type_of(cls) is TYPE:
        return plain_instance(value, cls)
    if type(cls) is tuple:
        check_c_stack()
        for item in cls:
            charge(1)
            if is_instance(value, item):
                return True
        return False
    if lookup_special(cls, "__instancecheck__") is not None:
        return truth(call_special(cls, "__instancecheck__", (value,)))
    return plain_instance(value, cls)


def plain_instance(value, cls):
    kind: Type = type_of(value)
    if isinstance(cls, Type):
        if is_subtype(kind, cls):
            return True
        if not isinstance(value, Object) or (
            not kind.flags & TF_GETATTRIBUTE and lookup(kind, "__class__") == lookup(OBJECT, "__class__")
        ):
            return False
        claimed = getattr_or(value, "__class__", None)
        return claimed is not kind and isinstance(claimed, Type) and is_subtype(claimed, cls)
    class_bases(cls, NOT_CLASSES)
    claimed = getattr_or(value, "__class__", None)
    return claimed is not None and abstract_subclass(claimed, cls)


# === issubclass ===
def is_subclass(cls, base):
    if isinstance(base, Type) and type_of(base) is TYPE:
        return plain_subclass(cls, base)
    if type(base) is tuple:
        check_c_stack()
        for item in base:
            charge(1)
            if is_subclass(cls, item):
                return True
        return False
    if lookup_special(base, "__subclasscheck__") is not None:
        return truth(call_special(base, "__subclasscheck__", (cls,)))
    return plain_subclass(cls, base)


def plain_subclass(cls, base):
    if isinstance(cls, Type) and isinstance(base, Type):
        return is_subtype(cls, base)
    class_bases(cls, "issubclass() arg 1 must be a class")
    class_bases(base, NOT_BASES)
    return abstract_subclass(cls, base)


@cython.cfunc
def class_bases(cls: object, message: str) -> tuple:
    """`__bases__` of anything that behaves like a class."""
    bases: object = getattr_or(cls, "__bases__", None)
    if type(bases) is tuple:
        return bases
    if message is None:
        return None
    raise TypeError(message)


@cython.cfunc
@cython.exceptval(-1)
def abstract_subclass(derived: object, cls: object) -> cython.int:
    check_c_stack()
    while True:
        charge(1)
        if derived is cls:
            return True
        bases: tuple = class_bases(derived, None)
        if not bases:
            return False
        if len(bases) > 1:
            break
        derived = bases[0]
    for item in bases:
        if abstract_subclass(item, cls):
            return True
    return False


# === class statements ===
def build_class(vm, func, name, bases, kwds):
    if not isinstance(func, Function):
        raise TypeError("__build_class__: func must be a function")
    if not isinstance(name, str):
        raise TypeError("__build_class__: name is not a string")
    resolved: tuple = mro_entries(bases)
    meta: object = kwds.pop("metaclass", None)
    if meta is None:
        meta = type_of(resolved[0]) if resolved else TYPE
    if isinstance(meta, Type):
        meta = winner(meta, resolved)
    namespace: object = prepared(meta, name, resolved, kwds)
    cell: object = run_body(vm, func, namespace)
    if resolved is not bases:
        set_subscript(namespace, "__orig_bases__", bases)
    cls: object = object_call(meta, (name, resolved, namespace), kwds)
    if isinstance(cls, Type) and isinstance(cell, Cell):
        check_class_cell(cell, name, cls)
    return cls


@cython.cfunc
def prepared(meta: object, name: object, bases: tuple, kwds: dict) -> object:
    if meta is TYPE:
        return {}
    prepare: object = getattr_or(meta, "__prepare__", None)
    if prepare is None:
        return {}
    namespace: object = object_call(prepare, (name, bases), kwds)
    if not isinstance(namespace, dict) and lookup_special(namespace, "__getitem__") is None:
        who: str = cython.cast(Type, meta).name if isinstance(meta, Type) else "<metaclass>"
        raise TypeError(f"{who}.__prepare__() must return a mapping, not {type_name(namespace)}")
    return namespace


@cython.cfunc
@cython.exceptval(-1)
def check_class_cell(cell: object, name: object, cls: object) -> cython.int:
    raw: Ref = CG_CELL_VALUE(cython.cast(Ref, cell))[0]
    if raw == cython.NULL:
        raise RuntimeError(f"__class__ not set defining {name!r:.200} as {cls!r:.200}. "
                           "Was __classcell__ propagated to type.__new__?")
    inside: object = cython.cast(object, raw)
    if inside is not cls:
        raise TypeError(f"__class__ set to {inside!r:.200} defining {name!r:.200} as {cls!r:.200}")
    return 0


def mro_entries(bases):
    resolved: list = None
    i: cython.Py_ssize_t
    for i in range(len(bases)):
        base = bases[i]
        hook: object = None if isinstance(base, Type) else getattr_or(base, "__mro_entries__", None)
        if hook is None:
            if resolved is not None:
                resolved.append(base)
            continue
        entries: object = object_call(hook, (bases,), None)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        if resolved is None:
            resolved = list(bases[:i])
        resolved.extend(entries)
    return bases if resolved is None else tuple(resolved)


def winner(meta, bases):
    best: Type = meta
    for base in bases:
        kind: Type = type_of(base)
        if is_subtype(best, kind):
            continue
        if not is_subtype(kind, best):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases")
        best = kind
    return best
