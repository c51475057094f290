"""Calls with star arguments: `f(*a, **k)` is spread on the stack, then it is a call like any other (protocol.md A5)."""

import cython
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.operators import get_iter, repr_, subscript
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import lookup_special, type_name
from cython.cimports.callgate.interpreter.calls import FAILED, call_function
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import VM
from cython.cimports.callgate.objects.dict import is_table
from cython.cimports.callgate.objects.function import BoundMethod


def call_star(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, which: cython.int):
    """A call with *args (which & 1) and **kwargs (which & 2) on top of the values: spread them, then call."""
    status: cython.int
    star: Ref
    items: Refs
    i: cython.Py_ssize_t
    count: cython.Py_ssize_t
    if which == 1 and kwnames == cython.NULL and (PyTuple_CheckExact(args[n]) or PyList_CheckExact(args[n])):
        # f(a, *t): the items take the place of the tuple
        star = args[n]
        count = PyTuple_GET_SIZE(star) if PyTuple_CheckExact(star) else PyList_GET_SIZE(star)
        if args + n + count + 4096 < vm.stack_end:
            vm.state.fuel -= count >> 3
            items = cg_items(star)
            for i in range(count):
                args[n + i] = cg_newref(items[i])
            vm.sp = args + n + count
            DECREF(star)
            return call_spread(vm, ret, args, n + count, cython.NULL)
    above: Refs = vm.claimed
    status = cython.cast(raw_spread, cython.cast(cython.p_void, spread))(vm, args, n, kwnames, which)
    if status == 0:
        names: Ref = vm.spread_names
        vm.spread_names = cython.NULL
        status = call_spread(vm, ret, args, vm.sp - args, names)
        XDECREF(names)
    else:
        status = FAILED
    vm.claimed = above
    return status


@cython.cfunc
@cython.exceptval(check=False)
def call_spread(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, names: Ref) -> cython.int:
    """Call with values that may pass the frame's bound: nested runs start above them."""
    above: Refs = vm.claimed
    if above < vm.sp + 8:
        vm.claimed = vm.sp + 8
    status: cython.int = call_function(vm, ret, args, n, names, 0)
    vm.claimed = above
    return status


@cython.cfunc
def spread(vm: VM, args: Refs, n: cython.Py_ssize_t, kwnames: object, which: cython.int) -> cython.int:
    """Replace the star arguments above the values by their items; leaves the names in vm.spread_names."""
    top: Refs = vm.sp
    nk: cython.Py_ssize_t = 0
    i: cython.Py_ssize_t
    given: tuple = None
    extra: object = None
    names: list
    items: tuple
    if cython.cast(Ref, kwnames) != cython.NULL:
        given = kwnames
        nk = len(given)
    values: tuple = ()
    if which & 1:
        star = cython.cast(object, args[n])
        if type(star) is tuple:
            values = star
        else:
            values = star_tuple(cython.cast(object, args[-1]) if n == nk else None, star)
    merged: dict = None
    if which & 2:
        extra = cython.cast(object, top[-1])
        if type(extra) is dict and not nk:
            merged = extra
        else:
            merged = {}
            for i in range(nk):
                merged[given[i]] = cython.cast(object, args[n - nk + i])
            merge_keywords(cython.cast(object, args[-1]), merged, extra)
        for key in merged:
            if not isinstance(key, str):
                raise TypeError("keywords must be strings")
    elif nk:
        merged = {}
        for i in range(nk):
            merged[given[i]] = cython.cast(object, args[n - nk + i])
    total: cython.Py_ssize_t = n - nk + len(values) + (len(merged) if merged is not None else 0)
    if total + 4096 > vm.stack_end - args:
        raise RecursionError("maximum recursion depth exceeded: too many arguments in a call")
    charge(total >> 3)
    held = [values, merged, extra]            # the slots below may hold their last references, whose death may run code
    if vm.claimed < args + total + 8:
        vm.claimed = args + total + 8
    while vm.sp > args + n - nk:
        vm.sp -= 1
        XDECREF(vm.sp[0])
    for i in range(len(values)):
        INCREF(cython.cast(Ref, values[i]))
        vm.sp[0] = cython.cast(Ref, values[i])
        vm.sp += 1
    if merged:
        for value in merged.values():
            INCREF(cython.cast(Ref, value))
            vm.sp[0] = cython.cast(Ref, value)
            vm.sp += 1
        items = tuple(merged)
        INCREF(cython.cast(Ref, items))
        vm.spread_names = cython.cast(Ref, items)
    return 0


def star_tuple(callable: object, star: object):
    """The items of a *argument; what is no iterable is a TypeError that names the callable."""
    if type(star) is list:
        return tuple(star)
    try:
        it = get_iter(star)
    except TypeError:
        if lookup_special(star, "__iter__") is None and lookup_special(star, "__getitem__") is None:
            # with positionals before the star CPython makes a list of all, and does not know the callable any more
            who = "Value" if callable is None else f"{callable_name(callable)} argument"
            raise TypeError(f"{who} after * must be an iterable, not {type_name(star)}") from None
        raise
    return tuple(it)


def merge_keywords(callable: object, merged: dict, extra: object):
    """Add the items of a ** mapping to the keywords of a call of `callable`."""
    plain: cython.bint = is_table(extra)
    if plain:
        keys = dict.keys(extra)
    else:
        method = getattr_or(extra, "keys", NotImplemented)
        if method is NotImplemented:
            raise TypeError(f"{callable_name(callable)} argument after ** must be a mapping, not {type_name(extra)}")
        keys = get_iter(object_call(method, (), None))
    for key in keys:
        if key in merged:
            if not isinstance(key, str):
                raise TypeError("keywords must be strings")
            raise TypeError(f"{callable_name(callable)} got multiple values for keyword argument '{key}'")
        merged[key] = dict.__getitem__(extra, key) if plain else subscript(extra, key)
    return 0


@cython.cfunc
def callable_name(callable: object) -> str:
    """How CPython names a callable in an argument error: module.qualname()."""
    while type(callable) is BoundMethod:
        callable = cython.cast(BoundMethod, callable).func
    qualname = getattr_or(callable, "__qualname__", None)
    if not isinstance(qualname, str):
        return str(repr_(callable))
    module = getattr_or(callable, "__module__", None)
    if isinstance(module, str) and module != "builtins":
        return f"{module}.{qualname}()"
    return f"{qualname}()"
