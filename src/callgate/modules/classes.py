"""The making of classes: what the class statement calls.

Hooks (`__mro_entries__`, `__prepare__`, the metaclass) are called through `object_call`; a class body runs as a frame
whose namespace is what `__prepare__` gave.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import CG_CELL_VALUE, Ref
from cython.cimports.callgate.core.classes import calculate_metaclass
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import set_subscript
from cython.cimports.callgate.core.type import TYPE, lookup_special, type_name, type_of
from cython.cimports.callgate.interpreter.vm import run_body
from cython.cimports.callgate.objects.function import Cell, Function


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
        meta = calculate_metaclass(meta, resolved)
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
