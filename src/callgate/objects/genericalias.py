"""types.GenericAlias: a builtin or library class with type arguments, as `list[int]`.

* Calling it makes an instance of the class; attributes are those of the class, but for the few of the alias itself.
* Type variables among the arguments are found by what they offer (`__typing_subst__`), whoever made them.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import generic_getattr, getattr_, getattr_or, setattr_
from cython.cimports.callgate.core.call import call_found, object_call
from cython.cimports.callgate.core.capi import Ref
from cython.cimports.callgate.core.compare import same
from cython.cimports.callgate.core.object import TF_KEYED, Object, Type
from cython.cimports.callgate.core.operators import binary_op, hash_
from cython.cimports.callgate.core.state import charge, check_c_stack
from cython.cimports.callgate.core.text import repr_object
from cython.cimports.callgate.core.type import lookup, type_of
from cython.cimports.callgate.core.union import make_union, part_repr
from cython.cimports.callgate.objects.iterators import SequenceIterator, new_sequence_iterator

from ..core.operators import set_type_alias
from ..core.text import joined
from ..core.type import extend_type, native_type
from ..core.union import UNION

#: attributes of the alias; all others are those of the origin
OWN = frozenset((
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__",
))
BLOCKED = frozenset(("__bases__", "__copy__", "__deepcopy__")) if sys.version_info >= (3, 12) else frozenset()


@cython.cclass
class GenericAlias(Object):
    pass


def new_alias(origin, args, starred):
    alias: GenericAlias = GenericAlias.__new__(GenericAlias)
    alias.origin = origin
    alias.args = tuple.__getitem__(args, slice(None)) if isinstance(args, tuple) else (args,)
    alias.parameters = None
    alias.starred = starred
    return alias


def class_getitem(cls: Type, *items):
    """`__class_getitem__` of generic types."""
    if len(items) != 1:
        raise TypeError(f"{cls.name}.__class_getitem__() takes exactly one argument ({len(items)} given)")
    return new_alias(cls, items[0], False)


def alias_new(cls, origin, args):
    alias: GenericAlias = new_alias(origin, args, False)
    alias.type = cls
    return alias


# === parameters

@cython.cfunc
def is_class(value: object) -> cython.bint:
    return isinstance(value, Type)


@cython.cfunc
def parameters_of(args: tuple) -> tuple:
    found: list = []
    for each in args:
        if is_class(each):
            continue
        if getattr_or(each, "__typing_subst__", None) is not None:
            add(found, each)
            continue
        inner = getattr_or(each, "__parameters__", None)
        if isinstance(inner, tuple):
            for parameter in inner:
                add(found, parameter)
    return tuple(found)


@cython.cfunc
def add(found: list, parameter: object) -> object:
    for each in found:
        if each is parameter:
            return None
    found.append(parameter)
    return None


@cython.cfunc
def parameters(alias: GenericAlias) -> tuple:
    if alias.parameters is None:
        alias.parameters = parameters_of(alias.args)
    return alias.parameters


@cython.cfunc
def unpacked(items: tuple) -> tuple:
    """The arguments with starred tuples put in place, as far as their length is known."""
    result: list = []
    for each in items:
        inner = None if is_class(each) else getattr_or(each, "__typing_unpacked_tuple_args__", None)
        if isinstance(inner, tuple) and not (inner and inner[len(inner) - 1] is ...):
            result.extend(inner)
        else:
            result.append(each)
    return tuple(result)


def alias_getitem(alias: GenericAlias, item):
    return new_alias(alias.origin, filled(alias, alias.args, parameters(alias), item), alias.starred)


def union_getitem(union, item, /):
    """`(list[T] | int)[str]`"""
    result: object = None
    for each in filled(union, getattr_(union, "__args__"), getattr_(union, "__parameters__"), item):
        result = each if result is None else binary_op(9, result, each)
    return result


@cython.cfunc
def filled(alias: object, args: tuple, known: tuple, item: object) -> tuple:
    """Arguments with their parameters filled in."""
    given: tuple
    check_c_stack()
    if not known:
        raise TypeError(f"{repr_object(alias)} is not a generic class")
    given = unpacked(item if isinstance(item, tuple) else (item,))
    for parameter in known:
        prepare = getattr_or(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            changed = object_call(prepare, (alias, given), None)
            given = changed if isinstance(changed, tuple) else (changed,)
    if len(given) != len(known):
        raise TypeError(f"Too {'many' if len(given) > len(known) else 'few'} arguments for {repr_object(alias)}"
                        + (f"; actual {len(given)}, expected {len(known)}" if sys.version_info >= (3, 12) else ""))
    result: list = []
    for each in args:
        if is_class(each):
            result.append(each)
            continue
        starred = getattr_or(each, "__typing_is_unpacked_typevartuple__", False)
        substitute = getattr_or(each, "__typing_subst__", None)
        if substitute is not None:
            value = object_call(substitute, (value_for(each, known, given),), None)
        else:
            value = substituted(each, known, given)
        if starred is True and isinstance(value, tuple):
            result.extend(value)
        else:
            result.append(value)
    return tuple(result)


@cython.cfunc
def value_for(parameter: object, known: tuple, given: tuple) -> object:
    i: cython.Py_ssize_t
    for i in range(len(known)):
        if known[i] is parameter:
            return given[i]
    return parameter


@cython.cfunc
def substituted(value: object, known: tuple, given: tuple) -> object:
    """An argument that has parameters of its own, with those filled in."""
    inner = getattr_or(value, "__parameters__", None)
    if not isinstance(inner, tuple) or not inner:
        return value
    found: list = []
    for parameter in cython.cast(tuple, inner):
        chosen = value_for(parameter, known, given)
        if isinstance(chosen, tuple) and lookup(type_of(parameter), "__iter__") != cython.NULL:     # a TypeVarTuple
            found.extend(chosen)
        else:
            found.append(chosen)
    method: Ref = lookup(type_of(value), "__getitem__")
    if method == cython.NULL:
        return value
    return call_found(method, value, (tuple(found),))


# === protocols

@cython.cfunc
def text_of(value: object) -> object:
    if value is ...:
        return "..."
    if isinstance(value, list):
        return f"[{texts_of(list.copy(value))}]"
    return part_repr(value)


def texts_of(values):
    check_c_stack()         # lists in lists
    return joined(", ", (text_of(each) for each in values))


def alias_repr(alias: GenericAlias):
    check_c_stack()
    inner = texts_of(alias.args) if alias.args else "()"
    return f"{'*' if alias.starred else ''}{text_of(alias.origin)}[{inner}]"


def alias_hash(alias: GenericAlias):
    check_c_stack()
    charge(1 + len(alias.args))
    return hash_(alias.origin) ^ hash_(alias.args)


def alias_eq(alias: GenericAlias, other):
    if not isinstance(other, GenericAlias):
        return NotImplemented
    its: GenericAlias = other
    return alias.starred == its.starred and same(alias.origin, its.origin) and same(alias.args, its.args)


def alias_ne(alias: GenericAlias, other):
    equal = alias_eq(alias, other)
    return equal if equal is NotImplemented else not equal


@cython.cfunc
def alias_call(alias: object, args: tuple, kwargs: object) -> object:
    made = object_call(cython.cast(GenericAlias, alias).origin, args, kwargs)
    try:
        setattr_(made, "__orig_class__", alias)
    except (AttributeError, TypeError):
        pass
    return made


@cython.cfunc
def alias_getattr(alias: object, name: str) -> object:
    if name in OWN or name in BLOCKED:
        return generic_getattr(alias, name)
    return getattr_(cython.cast(GenericAlias, alias).origin, name)


def alias_or(a, b):
    return make_union(a, b)


def alias_ror(a, b):
    return make_union(b, a)


def alias_mro_entries(alias: GenericAlias, bases):
    return (alias.origin,)


def alias_instancecheck(alias, value):
    raise TypeError("isinstance() argument 2 cannot be a parameterized generic")


def alias_subclasscheck(alias, cls):
    raise TypeError("issubclass() argument 2 cannot be a parameterized generic")


def alias_reduce(alias: GenericAlias):
    return alias_type, (alias.origin, alias.args)


def alias_dir(alias: GenericAlias):
    found: set = set()
    for each in getattr_or(alias.origin, "__mro__", ()):
        found.update(getattr_or(each, "__dict__", {}))
    return sorted(found | OWN)


def alias_iter(alias: GenericAlias):
    """One item: the alias with a star."""
    return new_sequence_iterator(alias_iterator, (new_alias(alias.origin, alias.args, True),))


def get_origin(alias: GenericAlias):
    return alias.origin


def get_args(alias: GenericAlias):
    return alias.args


def get_parameters(alias: GenericAlias):
    return parameters(alias)


def get_unpacked(alias: GenericAlias):
    return alias.starred


def get_unpacked_args(alias: GenericAlias):
    return alias.args if alias.starred and alias.origin is type_of(()) else None


alias_type = cython.declare(Type, native_type(
    "GenericAlias", GenericAlias, module="types", new=alias_new, basetype=True,
    functions={
        "__repr__": alias_repr, "__hash__": alias_hash, "__eq__": alias_eq, "__ne__": alias_ne, "__or__": alias_or,
        "__ror__": alias_ror, "__getitem__": alias_getitem, "__mro_entries__": alias_mro_entries,
        "__instancecheck__": alias_instancecheck, "__subclasscheck__": alias_subclasscheck, "__reduce__": alias_reduce,
        "__dir__": alias_dir, "__iter__": alias_iter,
    },
    getters={
        "__origin__": get_origin, "__args__": get_args, "__parameters__": get_parameters, "__unpacked__": get_unpacked,
        "__typing_unpacked_tuple_args__": get_unpacked_args,
    }))
alias_iterator = cython.declare(Type, native_type(
    "generic_alias_iterator", SequenceIterator, slots=("__iter__", "__next__"), methods=("__reduce__",)))
alias_type.slots.tp_call = alias_call
alias_type.slots.tp_getattro = alias_type.slots.native_getattro = alias_getattr
extend_type(UNION, functions={"__getitem__": union_getitem})
cython.cast(Type, UNION).flags |= TF_KEYED
set_type_alias(class_getitem)
