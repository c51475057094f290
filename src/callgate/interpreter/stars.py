"""Calls with star arguments: `f(*a, **k)` is spread on the stack, then it is a call like any other (protocol.md A5)."""

import sys

import cython
from cython.cimports.callgate.core.attributes import MISSING, getattr_, getattr_or
from cython.cimports.callgate.core.call import call_method, is_callable
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.iteration import ask_hint, collect, has_special
from cython.cimports.callgate.core.operators import compare_op, get_iter, str_, subscript, truth
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import has_items, type_name, type_of
from cython.cimports.callgate.interpreter.calls import FAILED, call_function, push_bound
from cython.cimports.callgate.interpreter.link import CO_VARARGS, CO_VARKEYWORDS, NOT_LINKED
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import VM
from cython.cimports.callgate.objects.dict import is_table, listed_keys
from cython.cimports.callgate.objects.function import BoundMethod, Executable, Function

from callgate.core.errors import GuestRaise

#: A KeyError of the mapping itself is taken for a name that was given twice.
TAKES_KEY_ERROR = cython.declare(cython.bint, sys.version_info >= (3, 12))
FunctionT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Function)))


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
    if which == 2 and kwnames == cython.NULL and PyDict_CheckExact(args[n]) and Py_TYPE(args[-1]) == FunctionT:
        status = bind_mapping(vm, ret, args, n)
        if status != NOT_SIMPLE:
            return status
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


NOT_SIMPLE = cython.declare(cython.int, -2)
MOST_PARAMETERS = cython.declare(cython.Py_ssize_t, 16)
ANY_GENERATOR = cython.declare(cython.int, 32 | 128 | 512)


@cython.cfunc
@cython.exceptval(check=False)
def bind_mapping(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t) -> cython.int:
    """f(a, **d) with a dict whose keys fit the parameters by identity, or all go into f's own **: no names, no tuple.

    NOT_SIMPLE: nothing has been done; the general way does it, or complains.
    """
    f: Function = cython.cast(Function, args[-1])
    cc: cython.pointer(CgExec) = f.cc
    mapping: Ref = args[n]
    names: Ref = PyList_GET_ITEM(cython.cast(Ref, cython.cast(Executable, cc.owner).keep), 0)
    values: Ref[16]
    key: Ref = cython.NULL
    value: Ref = cython.NULL
    at: cython.Py_ssize_t = 0
    i: cython.Py_ssize_t
    missing: cython.Py_ssize_t
    if cc.simple_argc == NOT_LINKED or cc.kwonly or cc.flags & (CO_VARARGS | ANY_GENERATOR) or n > cc.argc \
            or args + cc.framesize + 64 > vm.stack_end or vm.fp + 1 >= vm.frames_end:
        return NOT_SIMPLE
    if cc.flags & CO_VARKEYWORDS:
        if n != cc.argc or PyDict_GET_SIZE(mapping) > 1024:
            return NOT_SIMPLE
        while PyDict_Next(mapping, cython.address(at), cython.address(key), cython.address(value)):
            if not CG_IS_STR(key) or (cc.argc and not CG_INTERNED(key)):
                return NOT_SIMPLE
            for i in range(cc.posonly, cc.argc):
                if PyTuple_GET_ITEM(names, i) == key:
                    return NOT_SIMPLE
        value = cython.cast(raw_one, cython.cast(cython.p_void, copy_of))(mapping)
        if value == cython.NULL:
            return FAILED
        args[n] = value
    else:
        if cc.argc - n > MOST_PARAMETERS or PyDict_GET_SIZE(mapping) > cc.argc - n:
            return NOT_SIMPLE
        for i in range(cc.argc - n):
            values[i] = cython.NULL
        while PyDict_Next(mapping, cython.address(at), cython.address(key), cython.address(value)):
            i = n if n > cc.posonly else cc.posonly
            while i < cc.argc and PyTuple_GET_ITEM(names, i) != key:
                i += 1
            if i == cc.argc:
                return NOT_SIMPLE
            values[i - n] = value
        missing = cc.argc - n - PyDict_GET_SIZE(mapping)
        if missing:
            if f.defaults is None:
                return NOT_SIMPLE
            for i in range(n, cc.argc):
                if values[i - n] == cython.NULL:
                    at = i - cc.argc + PyTuple_GET_SIZE(cython.cast(Ref, f.defaults))
                    if at < 0:
                        return NOT_SIMPLE
                    values[i - n] = PyTuple_GET_ITEM(cython.cast(Ref, f.defaults), at)
        for i in range(cc.argc - n):
            args[n + i] = cg_newref(values[i])
    vm.sp = args + cc.nparams
    i = push_bound(vm, ret, args, cc)
    DECREF(mapping)
    return i


@cython.cfunc
def copy_of(mapping: dict) -> object:
    return mapping.copy()


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
    elif nk:
        merged = {}
        for i in range(nk):
            merged[given[i]] = cython.cast(object, args[n - nk + i])
    if which & 1:
        star = cython.cast(object, args[n])
        if type(star) is tuple:
            values = star
        else:
            values = star_tuple(cython.cast(object, args[-1]) if n == nk else UNKNOWN, star)
    if which & 2:
        for key in merged:
            if not isinstance(key, str) and is_callable(cython.cast(object, args[-1])):
                raise TypeError("keywords must be strings")
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


UNKNOWN = cython.declare(object, object())


def star_tuple(callable: object, star: object):
    """The items of a *argument; what is no iterable is a TypeError that names the callable."""
    if type(star) is list:
        return tuple(star)
    try:
        it = get_iter(star)
    except TypeError:
        if not has_special(star, "__iter__") and not has_items(type_of(star)):
            # with positionals before the star CPython makes a list of all, and does not know the callable any more
            who = "Value" if callable is UNKNOWN else f"{callable_name(callable)} argument"
            raise TypeError(f"{who} after * must be an iterable, not {type_name(star)}") from None
        raise
    ask_hint(star)
    return tuple(collect(it))


def merge_keywords(callable: object, merged: dict, extra: object):
    """Add the items of a ** mapping to the keywords of a call of `callable`."""
    plain: cython.bint = is_table(extra)
    try:
        for key in dict.keys(extra) if plain else listed_keys(extra, call_method(extra, "keys", ())):
            if key in merged:
                raise TypeError(f"{callable_name(callable)} got multiple values for keyword argument '{str_(key)}'")
            merged[key] = dict.__getitem__(extra, key) if plain else subscript(extra, key)
    except AttributeError:
        raise TypeError(f"{callable_name(callable)} argument after ** must be a mapping, not {type_name(extra)}") from None
    except KeyError as error:
        if TAKES_KEY_ERROR:
            arguments = getattr_(error.value, "args") if isinstance(error, GuestRaise) else error.args
            if len(arguments) == 1:
                raise TypeError(
                    f"{callable_name(callable)} got multiple values for keyword argument '{str_(arguments[0])}'") from None
        raise
    return 0


@cython.cfunc
def callable_name(callable: object) -> str:
    """How CPython names a callable in an argument error: module.qualname()."""
    while type(callable) is BoundMethod:
        callable = cython.cast(BoundMethod, callable).func
    qualname = getattr_or(callable, "__qualname__", MISSING)
    if qualname is MISSING:
        return str_(callable)
    module = getattr_or(callable, "__module__", None)
    if module is None or truth(compare_op(2, module, "builtins")):
        return f"{str_(qualname)}()"
    return f"{str_(module)}.{str_(qualname)}()"
