"""Argument binding: what CPython's function calls do between the call and the first instruction, with its messages.

Values are moved where the parameters belong, on the stack they lie on. Order: positional-only, positional,
keyword-only, ``*args``, ``**kwargs``. A failure is set as C code does it, since the loop looks at results, not at
Python-level tracebacks of ours.
"""
import sys

import cython
from cython.cimports.callgate.core.capi import (
    CgCache, CgExec, INCREF, PyDict_New, PyDict_SetItem, PyErr_SetObject, PyList_GET_ITEM, PyTuple_GET_ITEM,
    PyTuple_GET_SIZE, PyTuple_New, PyTuple_SET_ITEM, Ref, Refs, XDECREF, cg_fetch_exception, cg_restore_exception,
)
from cython.cimports.callgate.interpreter.link import CO_VARARGS, CO_VARKEYWORDS, NOT_LINKED, exec_serial, link
from cython.cimports.callgate.objects.function import Executable, Function, new_function
from cython.cimports.callgate.objects.namespace import Namespace
from cython.cimports.cpython.object import Py_EQ, PyObject_RichCompareBool
from cython.cimports.libc.stdint import int32_t, uint64_t
from cython.cimports.libc.stdlib import free, malloc

from ..objects.suggestions import nearest

#: From 3.13 on the host names what may have been meant.
SUGGESTS = cython.declare(cython.bint, sys.version_info >= (3, 13))
NOTHING = cython.declare(object, object())


# === messages
@cython.cfunc
def missing_arguments(qualname: str, kind: str, names: list) -> str:
    quoted: list = [repr(name) for name in names]
    count: cython.Py_ssize_t = len(quoted)
    if count == 1:
        text = quoted[0]
    elif count == 2:
        text = f"{quoted[0]} and {quoted[1]}"
    else:
        text = f"{', '.join(quoted[:-1])}, and {quoted[count - 1]}"
    return f"{qualname}() missing {count} required {kind} argument{'' if count == 1 else 's'}: {text}"


@cython.cfunc
def unexpected_keyword(qualname: str, keyword, candidates: list) -> str:
    text: str = f"{qualname}() got an unexpected keyword argument '{keyword}'"
    meant = nearest(str(keyword), candidates) if SUGGESTS and candidates else None
    return text if meant is None else f"{text}. Did you mean '{meant}'?"


@cython.cfunc
def multiple_values(qualname: str, name) -> str:
    return f"{qualname}() got multiple values for argument '{name}'"


@cython.cfunc
def _too_many(f: Function, cc: cython.pointer(CgExec), fast: Refs, given: cython.Py_ssize_t) -> str:
    i: cython.Py_ssize_t
    keyword_only: cython.Py_ssize_t = 0
    defaults: cython.Py_ssize_t = 0 if f.defaults is None else len(f.defaults)
    for i in range(cc.argc, cc.argc + cc.kwonly):
        if fast[i] != cython.NULL:
            keyword_only += 1
    takes = f"from {cc.argc - defaults} to {cc.argc}" if defaults else str(cc.argc)
    also = ""
    if keyword_only:
        also = (f" positional argument{'' if given == 1 else 's'} (and {keyword_only} keyword-only "
                f"argument{'' if keyword_only == 1 else 's'})")
    plural = "s" if defaults or cc.argc != 1 else ""
    was = "was" if given == 1 and not keyword_only else "were"
    return f"{f.qualname}() takes {takes} positional argument{plural} but {given}{also} {was} given"


# === binding
@cython.cfunc
@cython.exceptval(check=False)
def _names(cc: cython.pointer(CgExec)) -> Ref:
    """Tuple of the variables' names, parameters first; borrowed."""
    return PyList_GET_ITEM(cython.cast(Ref, cython.cast(Executable, cc.owner).keep), 0)


@cython.cfunc
@cython.exceptval(check=False)
def _fail(message: str) -> cython.int:
    PyErr_SetObject(cython.cast(Ref, TypeError), cython.cast(Ref, message))
    return FAILED


@cython.cfunc
@cython.exceptval(-2, check=False)
def _find(names: Ref, key: Ref, start: cython.Py_ssize_t, end: cython.Py_ssize_t) -> cython.Py_ssize_t:
    """Index of a parameter, by identity first; -1 when there is none."""
    i: cython.Py_ssize_t
    for i in range(start, end):
        if PyTuple_GET_ITEM(names, i) == key:
            return i
    for i in range(start, end):
        if PyObject_RichCompareBool(cython.cast(object, PyTuple_GET_ITEM(names, i)), cython.cast(object, key), Py_EQ):
            return i
    return -1


@cython.cfunc
@cython.exceptval(-1, check=False)
def _missing(
    f: Function, cc: cython.pointer(CgExec), fast: Refs, start: cython.Py_ssize_t, end: cython.Py_ssize_t, kind: str,
) -> cython.int:
    names: tuple = cython.cast(tuple, _names(cc))
    return _fail(missing_arguments(f.qualname, kind, [names[i] for i in range(start, end) if fast[i] == cython.NULL]))


@cython.cfunc
@cython.exceptval(-1, check=False)
def _unknown(f: Function, cc: cython.pointer(CgExec), kwnames: tuple, keyword) -> cython.int:
    """A keyword that no parameter takes."""
    names: tuple = cython.cast(tuple, _names(cc))
    wrong: list = [name for name in names[:cc.posonly] if name in kwnames]
    if wrong:
        return _fail(f"{f.qualname}() got some positional-only arguments passed as keyword arguments: "
                     f"'{', '.join(wrong)}'")
    return _fail(unexpected_keyword(f.qualname, keyword, list(names[cc.posonly:cc.argc + cc.kwonly])))


@cython.cfunc
@cython.exceptval(-1, check=False)
def _keywords(
    f: Function, cc: cython.pointer(CgExec), fast: Refs, kwnames: Ref, values: Refs, others: Ref,
) -> cython.int:
    """Keyword values to their parameters, or into the dict `others` (or NULL). Takes what it moves out of `values`."""
    names: Ref = _names(cc)
    i: cython.Py_ssize_t
    k: cython.Py_ssize_t
    key: Ref
    for i in range(PyTuple_GET_SIZE(kwnames)):
        key = PyTuple_GET_ITEM(kwnames, i)
        if not isinstance(cython.cast(object, key), str):
            return _fail(f"{f.qualname}() keywords must be strings")
        k = _find(names, key, cc.posonly, cc.argc + cc.kwonly)
        if k >= 0:
            if fast[k] != cython.NULL:
                return _fail(multiple_values(f.qualname, cython.cast(object, key)))
            fast[k] = values[i]
            values[i] = cython.NULL
        elif others == cython.NULL:
            return _unknown(f, cc, cython.cast(tuple, kwnames), cython.cast(object, key))
        elif PyDict_SetItem(others, key, values[i]) < 0:
            return FAILED
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def _complete(f: Function, cc: cython.pointer(CgExec), fast: Refs, given: cython.Py_ssize_t) -> cython.int:
    """Defaults; and the errors of what is missing or too much. Parameters without a value are NULL."""
    names: Ref = _names(cc)
    argc: cython.Py_ssize_t = cc.argc
    total: cython.Py_ssize_t = argc + cc.kwonly
    defaults: Ref = cython.cast(Ref, f.defaults)
    ndefaults: cython.Py_ssize_t = 0 if f.defaults is None else PyTuple_GET_SIZE(defaults)
    i: cython.Py_ssize_t
    value: Ref
    if given > argc and not cc.flags & CO_VARARGS:
        return _fail(_too_many(f, cc, fast, given))
    for i in range(given, argc - ndefaults):
        if fast[i] == cython.NULL:
            return _missing(f, cc, fast, given, argc - ndefaults, "positional")
    for i in range(given, argc):
        if fast[i] == cython.NULL:
            value = PyTuple_GET_ITEM(defaults, i - argc + ndefaults)
            INCREF(value)
            fast[i] = value
    for i in range(argc, total):
        if fast[i] == cython.NULL:
            if f.kwdefaults is not None:
                found = cython.cast(dict, f.kwdefaults).get(cython.cast(object, PyTuple_GET_ITEM(names, i)), NOTHING)
                if found is not NOTHING:
                    INCREF(cython.cast(Ref, found))
                    fast[i] = cython.cast(Ref, found)
    for i in range(argc, total):
        if fast[i] == cython.NULL:
            return _missing(f, cc, fast, argc, total, "keyword-only")
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def _bind(
    f: Function, cc: cython.pointer(CgExec), fast: Refs, given: cython.Py_ssize_t, kwnames: Ref, values: Refs,
) -> cython.int:
    """All but *args. Parameters that no positional was given for are NULL."""
    others: Ref = cython.NULL
    if cc.flags & CO_VARKEYWORDS:
        others = PyDict_New()
        if others == cython.NULL:
            return FAILED
        fast[cc.nparams - 1] = others
    if kwnames != cython.NULL and _keywords(f, cc, fast, kwnames, values, others):
        return FAILED
    return _complete(f, cc, fast, given)


@cython.cfunc
@cython.exceptval(check=False)
def _release(fast: Refs, n: cython.Py_ssize_t) -> cython.void:
    """Gives up references; each slot is valid before what it held dies."""
    value: Ref
    i: cython.Py_ssize_t
    for i in range(n):
        value = fast[i]
        fast[i] = cython.NULL
        XDECREF(value)


@cython.cfunc
@cython.exceptval(-1, check=False)
def bind_arguments(f: Function, fast: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> cython.int:
    cc: cython.pointer(CgExec) = f.cc       # a comparison of names may give the function other code
    argc: cython.Py_ssize_t = cc.argc
    nparams: cython.Py_ssize_t = cc.nparams
    nkeywords: cython.Py_ssize_t = 0 if kwnames == cython.NULL else PyTuple_GET_SIZE(kwnames)
    given: cython.Py_ssize_t = n - nkeywords
    few: Ref[16]
    values: Refs = few
    rest: Ref = cython.NULL
    error: Ref
    i: cython.Py_ssize_t
    offset: cython.Py_ssize_t
    st: cython.int
    if nkeywords == 0 and given <= argc == nparams:
        # A plain function called by position (generators come here, too): at most defaults are missing.
        if given == argc:
            return 0
        offset = (0 if f.defaults is None else PyTuple_GET_SIZE(cython.cast(Ref, f.defaults))) - argc
        if given + offset >= 0:
            for i in range(given, argc):
                fast[i] = PyTuple_GET_ITEM(cython.cast(Ref, f.defaults), i + offset)
                INCREF(fast[i])
            return 0
    # Keyword values and what *args takes move out of the way first: the parameters lie where they were.
    if nkeywords > 16:
        values = cython.cast(Refs, malloc(nkeywords * cython.sizeof(Ref)))
    if given > argc:
        rest = PyTuple_New(given - argc)
    if values == cython.NULL or (given > argc and rest == cython.NULL):
        if values != few:
            free(values)
        XDECREF(rest)
        _release(fast, n)
        raise MemoryError
    for i in range(nkeywords):
        values[i] = fast[given + i]
    for i in range(argc, given):
        PyTuple_SET_ITEM(rest, i - argc, fast[i])
    for i in range(given if given < argc else argc, n if n > nparams else nparams):
        fast[i] = cython.NULL
    st = cython.cast(raw_binding, cython.cast(cython.p_void, _bind))(f, cc, fast, given, kwnames, values)
    if st == 0 and cc.flags & CO_VARARGS:
        if rest == cython.NULL:
            rest = PyTuple_New(0)
        fast[argc + cc.kwonly] = rest
    elif st == 0:
        pass                                # nothing was given beyond, or _complete would have failed
    else:
        # What dies now may run code of the guest's, which must not see the error.
        error = cg_fetch_exception()
        _release(fast, nparams)
        XDECREF(rest)
        _release(values, nkeywords)
        cg_restore_exception(error)
    if st == 0 and nkeywords:
        _release(values, nkeywords)         # copies of what the ** dict holds
    if values != few:
        free(values)
    return -1 if st else 0


# === plans
@cython.cfunc
@cython.exceptval(check=False)
def make_plan(
    cc: cython.pointer(CgExec), kwnames: Ref, n: cython.Py_ssize_t, ic: cython.pointer(CgCache),
) -> cython.bint:
    total: cython.Py_ssize_t = cc.argc + cc.kwonly     # *args, if there is one, takes nothing
    positional: cython.Py_ssize_t = n - PyTuple_GET_SIZE(kwnames)
    plan: uint64_t = 0xFFFFFFFFFFFFFFF
    names: Ref
    needed: cython.Py_ssize_t = 0
    keyword_defaults: cython.int = 0
    i: cython.Py_ssize_t
    k: cython.Py_ssize_t
    if (cc.flags & CO_VARKEYWORDS or n > PLAN_VALUES or total > PLAN_PARAMETERS or positional > cc.argc
            or cc.simple_argc == NOT_LINKED):
        return False
    names = _names(cc)
    for i in range(positional):
        plan ^= cython.cast(uint64_t, 15 ^ i) << 4 * i
    for i in range(positional, n):
        # By identity alone: both sides are interned, and comparing might run code.
        k = cc.posonly
        while k < total and PyTuple_GET_ITEM(names, k) != PyTuple_GET_ITEM(kwnames, i - positional):
            k += 1
        if k == total or plan >> 4 * k & 15 != PLAN_DEFAULT:
            return False
        plan ^= cython.cast(uint64_t, 15 ^ i) << 4 * k
    for i in range(positional, total):
        if plan >> 4 * i & 15 == PLAN_DEFAULT:
            if i >= cc.argc:
                keyword_defaults = 1
            elif needed == 0:
                needed = cc.argc - i
    ic.value = cython.cast(Ref, cc)
    ic.slot = cython.cast(int32_t, exec_serial(cc))
    ic.ver = plan
    ic.kind = cython.cast(int32_t, n | positional << 4 | needed << 8 | total << 12 | keyword_defaults << 16)
    return True


# === for tests: binding without the loop
@cython.cfunc
@cython.exceptval(-1, check=False)
def _fill(fast: Refs, args: tuple) -> cython.int:
    i: cython.Py_ssize_t
    for i in range(len(args)):
        fast[i] = PyTuple_GET_ITEM(cython.cast(Ref, args), i)
        INCREF(fast[i])
    return 0


@cython.cfunc
def _values(fast: Refs, n: cython.Py_ssize_t) -> list:
    i: cython.Py_ssize_t
    found: list = []
    for i in range(n):
        found.append(cython.cast(object, fast[i]))
    return found


def function_for_test(executable: Executable, globals: Namespace, defaults, kwdefaults, qualname: str) -> Function:
    f: Function = new_function(executable, globals)
    f.defaults = defaults
    f.kwdefaults = kwdefaults
    f.qualname = qualname
    return f


def bind_for_test(f: Function, args: tuple, kwnames, how: str = "bind") -> list:
    """The parameters that these values come to; `how`: "bind", "defaults" (fill_defaults), "plan" (None: declined)."""
    n: cython.Py_ssize_t = len(args)
    fast: Refs = cython.cast(Refs, malloc((n + f.cc.nparams + 1) * cython.sizeof(Ref)))
    names: Ref = cython.NULL if kwnames is None else cython.cast(Ref, kwnames)
    cache: CgCache
    cache.value = cython.NULL
    if fast == cython.NULL:
        raise MemoryError
    try:
        link(f.executable)
        _fill(fast, args)
        if how == "bind":
            bind_arguments(f, fast, n, names)
        else:
            if how == "defaults":
                done = fill_defaults(f, fast, n)
            else:
                made = make_plan(f.cc, names, n, cython.address(cache))
                done = made and apply_plan(f, fast, n, cython.address(cache))
            if not done:
                _release(fast, n)
                return None
        result = _values(fast, f.cc.nparams)
        _release(fast, f.cc.nparams)
        return result
    finally:
        free(fast)
