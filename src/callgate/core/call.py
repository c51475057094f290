"""Any call is just an object call: the type of what is called says, by its `tp_call` slot, how it is done.

Three checks belong to it (protocol.md A6): room on the C stack, that there is such a slot, and that a callee which
returns nothing has raised something; the last one is the host's own for everything that comes through here, since no
function of ours returns NULL without an error.
"""

import cython
from cython.cimports.callgate.core.attributes import attribute_error, bind, getattr_
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import TYPE, abstract_error, is_subtype, lookup, type_name, type_of, type_of_raw

EMPTY = cython.declare(tuple, ())


_counter = cython.declare(countfunc, cython.NULL)


def set_call_counter(function):
    global _counter
    _counter = function


def object_call(callable, args, kwargs):
    if _counter != cython.NULL:
        _counter(cython.cast(Ref, callable))
    return counted_call(callable, args, kwargs)


def counted_call(callable, args, kwargs):
    cls: Type = type_of(callable)
    if CG_UNLIKELY(cls.slots.tp_call == cython.NULL):
        raise TypeError(f"{type_name(callable)!r} object is not callable")
    if CG_UNLIKELY(CG_STACK_POINTER() < cg_stack_floor()):
        raise RecursionError("maximum recursion depth exceeded while calling a Python object")
    return cls.slots.tp_call(callable, args, kwargs)


def call0(callable):
    return object_call(callable, EMPTY, None)


def call1(callable, a):
    values: Ref[1]
    fo: Ref = cython.cast(Ref, callable)
    values[0] = cython.cast(Ref, a)
    if CG_IS_OBJECT(fo):
        if CG_TYPE(fo) == _function:
            return _enter(fo, values, 1)
        return _quick(fo, values, 1)
    return object_call(callable, (a,), None)


def call2(callable, a, b):
    values: Ref[2]
    fo: Ref = cython.cast(Ref, callable)
    values[0] = cython.cast(Ref, a)
    values[1] = cython.cast(Ref, b)
    if CG_IS_OBJECT(fo):
        if CG_TYPE(fo) == _function:
            return _enter(fo, values, 2)
        return _quick(fo, values, 2)
    return object_call(callable, (a, b), None)


@cython.cfunc
def packed(callable: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    i: cython.Py_ssize_t
    return object_call(cython.cast(object, callable), tuple([cython.cast(object, args[i]) for i in range(n)]), None)


def call3(callable, a, b, c):
    return object_call(callable, (a, b, c), None)


_tested_call = cython.declare(callfunc, cython.NULL)
_callable_test = cython.declare(testfunc, cython.NULL)


def set_callable_test(call, test):
    global _tested_call, _callable_test
    _tested_call = call
    _callable_test = test


def is_callable(obj):
    call: callfunc = type_of(obj).slots.tp_call
    if call == _tested_call and call != cython.NULL:
        return _callable_test(obj)
    return call != cython.NULL


def call_found(found, obj, args):
    descr: object = cython.cast(object, found)
    its: Type = cython.cast(Type, type_of_raw(found))
    if its.flags & TF_METHOD_LIKE:
        return object_call(descr, in_front(obj, args), None)
    if its.slots.tp_descr_get != cython.NULL:
        descr = its.slots.tp_descr_get(descr, cython.cast(Ref, obj), type_of(obj))
    return object_call(descr, args, None)


_enter = cython.declare(enterfunc, cython.NULL)
_quick = cython.declare(enterfunc, packed)
_function = cython.declare(Ref, cython.NULL)


def set_enter(enter, quick, function_type):
    global _enter, _quick, _function
    _enter = enter
    _quick = quick
    _function = cython.cast(Ref, function_type)


def call_found0(found, obj):
    values: Ref[1]
    if CG_IS_OBJECT(found) and CG_TYPE(found) == _function:
        values[0] = cython.cast(Ref, obj)
        return _enter(found, values, 1)
    return call_found(found, obj, EMPTY)


def call_found1(found, obj, a):
    values: Ref[2]
    if CG_IS_OBJECT(found) and CG_TYPE(found) == _function:
        values[0] = cython.cast(Ref, obj)
        values[1] = cython.cast(Ref, a)
        return _enter(found, values, 2)
    return call_found(found, obj, (a,))


@cython.cfunc
def in_front(value: object, args: tuple) -> tuple:
    """(value, *args)"""
    n: cython.Py_ssize_t = PyTuple_GET_SIZE(cython.cast(Ref, args))
    i: cython.Py_ssize_t
    made: Ref = PyTuple_New(n + 1)
    if made == cython.NULL:
        raise MemoryError
    INCREF(cython.cast(Ref, value))
    PyTuple_SET_ITEM(made, 0, cython.cast(Ref, value))
    for i in range(n):
        INCREF(PyTuple_GET_ITEM(cython.cast(Ref, args), i))
        PyTuple_SET_ITEM(made, i + 1, PyTuple_GET_ITEM(cython.cast(Ref, args), i))
    result: tuple = cython.cast(tuple, made)
    DECREF(made)
    return result


def call_method(obj, name, args):
    cls: Type = type_of(obj)
    found: Ref
    if not cls.flags & (TF_HAS_DICT | TF_GETATTRIBUTE):
        found = lookup(cls, name)
        if found != cython.NULL and cython.cast(Type, type_of_raw(found)).flags & TF_METHOD_LIKE:
            return call_found(found, obj, args)
    return object_call(getattr_(obj, name), args, None)


def call_special(obj, name, args):
    found: Ref = lookup(type_of(obj), name)
    if found == cython.NULL or found == Py_None:
        raise TypeError(f"{type_name(obj)!r} object has no {name}")
    return call_found(found, obj, args)


# === slots of guest classes ===
def slot_call(callable, args, kwargs):
    found: Ref = lookup(type_of(callable), "__call__")
    if found == cython.NULL:
        raise TypeError(f"{type_name(callable)!r} object is not callable")
    descr: object = cython.cast(object, found)
    its: Type = type_of(descr)
    if its.flags & TF_METHOD_LIKE:
        return object_call(descr, in_front(callable, args), kwargs)
    return object_call(bind(descr, cython.cast(Ref, callable), type_of(callable)), args, kwargs)


def slot_new(cls, args, kwargs):
    if cls.type.flags & TF_GETATTRIBUTE:        # the metaclass is asked
        return object_call(getattr_(cls, "__new__"), in_front(cls, args), kwargs)
    found: Ref = lookup(cls, "__new__")
    if found == cython.NULL:
        raise attribute_error(cls, "__new__")
    return object_call(bind(cython.cast(object, found), cython.NULL, cls), in_front(cls, args), kwargs)


def slot_init(obj, args, kwargs):
    found: Ref = lookup(type_of(obj), "__init__")
    if found == cython.NULL:
        raise attribute_error(obj, "__init__")
    descr: object = cython.cast(object, found)
    its: Type = type_of(descr)
    if its.flags & TF_METHOD_LIKE:
        result = object_call(descr, in_front(obj, args), kwargs)
    else:
        result = object_call(bind(descr, cython.cast(Ref, obj), type_of(obj)), args, kwargs)
    if result is not None:
        raise TypeError(f"__init__() should return None, not {type_name(result)!r}")
    return 0


# === type and object ===
def type_call(cls, args, kwargs):
    made: Type = cython.cast(Type, cls)
    its: Type
    if made is TYPE:
        if len(args) == 1 and not kwargs:
            return type_of(args[0])
        if len(args) == 1:
            raise TypeError("type() takes no keyword arguments")
        if len(args) != 3:
            raise TypeError("type() takes 1 or 3 arguments")
    if made.slots.tp_new == cython.NULL:
        raise TypeError(f"cannot create {made.name!r} instances")
    obj = made.slots.tp_new(made, args, kwargs)
    its = type_of(obj)
    if is_subtype(its, made) and its.slots.tp_init != cython.NULL:
        its.slots.tp_init(obj, args, kwargs)
    return obj


def object_new(cls, args, kwargs):
    if args or kwargs:
        if cls.slots.tp_new != object_new:
            raise TypeError("object.__new__() takes exactly one argument (the type to instantiate)")
        if cls.slots.tp_init == object_init:
            raise TypeError(f"{cls.name}() takes no arguments")
    if cls.flags & TF_ABSTRACT:
        raise abstract_error(cls)
    made: Ref = new_instance(cython.cast(Ref, cls))
    if made == cython.NULL:
        raise MemoryError
    obj = cython.cast(object, made)
    DECREF(made)
    return obj


def object_init(obj, args, kwargs):
    cls: Type
    if args or kwargs:
        cls = type_of(obj)
        if cls.slots.tp_init != object_init and cls.slots.tp_init != cython.NULL:
            raise TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
        if cls.slots.tp_new == object_new:
            raise TypeError(f"{cls.name}.__init__() takes exactly one argument (the instance to initialize)")
    return 0
