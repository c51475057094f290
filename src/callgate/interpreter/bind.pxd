# Argument binding: values on the stack become parameters in place (protocol.md A12, A13).
from libc.stdint cimport int32_t, uint64_t
from ..core.capi cimport (
    CgCache, CgExec, INCREF, PyDict_GetItemWithError, PyDict_Next, PyErr_Clear, PyErr_Pending, PyList_GET_ITEM, PyTuple_GET_ITEM,
    PyTuple_GET_SIZE, PyTuple_New, PyUnicode_CheckExact, Py_None, Ref, Refs,
)
from ..objects.function cimport Executable, Function
from .link cimport exec_serial

cdef enum:
    PLAN_VALUES = 14       # most values, and
    PLAN_PARAMETERS = 15   # most parameters, that a plan describes
    PLAN_DEFAULT = 15      # the nibble of a parameter that takes its default
    FAILED = 1             # an error was set, as by C code; -1: an exception, which Cython passes on

ctypedef int (*raw_binding)(Function, CgExec*, Refs, Py_ssize_t, Ref, Refs) noexcept

# On entry fast[0:n] are owned: positionals, then the values of the names in the tuple `kwnames` (or NULL). On success
# fast[0:nparams] own the parameters. On failure all references are gone and the slots NULL, and TypeError is set (as
# by C code: no traceback entry). What lies above fast may be overwritten up to max(n, nparams).
# Objects may die on the way, so the machine's sp must have been published above the arguments.
cdef int bind_arguments(Function f, Refs fast, Py_ssize_t n, Ref kwnames) except -1

# Remembers in `ic` how this keyword call site meets this callee: 1, or 0 when no plan can describe it.
# ic.value: the CgExec; ic.slot: its number (its address may be used again); ic.ver: 4 bits per parameter, which value
# goes there; ic.kind: n, positionals, positional defaults needed, parameters (4 bits each), keyword defaults needed.
cdef bint make_plan(CgExec* cc, Ref kwnames, Py_ssize_t n, CgCache* ic) noexcept

# messages that others give too
cdef str missing_arguments(str qualname, str kind, list names)
cdef str unexpected_keyword(str qualname, object keyword, list candidates)
cdef str multiple_values(str qualname, object name)

# The default of keyword-only parameter i of f; borrowed, or NULL without an error.
cdef inline Ref keyword_default(Function f, CgExec* cc, Py_ssize_t i) noexcept:
    cdef Ref value
    if <Ref>f.kwdefaults == Py_None:
        return NULL
    value = PyDict_GetItemWithError(
        <Ref>f.kwdefaults, PyTuple_GET_ITEM(PyList_GET_ITEM(<Ref>(<Executable>cc.owner).keep, 0), i))
    if value == NULL and PyErr_Pending():
        PyErr_Clear()
    return value

# A call by position that lacks nothing but trailing defaults: fills them in. 0: not such a call, nothing was changed.
cdef inline bint fill_defaults(Function f, Refs fast, Py_ssize_t n) noexcept:
    cdef Py_ssize_t argc = f.cc.simple_argc
    cdef Py_ssize_t offset
    cdef Ref value
    if n >= argc or <Ref>f.defaults == Py_None:
        return 0
    offset = PyTuple_GET_SIZE(<Ref>f.defaults) - argc
    if n + offset < 0:
        return 0
    while n < argc:
        value = PyTuple_GET_ITEM(<Ref>f.defaults, n + offset)
        INCREF(value)
        fast[n] = value
        n += 1
    return 1

# Are all keys of the dict exact texts? Looking one up then runs no code of the guest's.
cdef inline bint plain_names(Ref names) noexcept:
    cdef Py_ssize_t at = 0
    cdef Ref key
    if names == Py_None:
        return 1
    while PyDict_Next(names, &at, &key, NULL):
        if not PyUnicode_CheckExact(key):
            return 0
    return 1

# Binds by a plan: 1 done, 0 it does not apply (bind_arguments will), nothing was changed.
cdef inline bint apply_plan(Function f, Refs fast, Py_ssize_t n, CgCache* ic) noexcept:
    cdef CgExec* cc = f.cc
    cdef int32_t kind = ic.kind
    cdef uint64_t plan = ic.ver
    cdef Py_ssize_t positional, total, offset, i
    cdef int which
    cdef Ref value
    cdef Ref values[16]
    if ic.value != <Ref>cc or ic.slot != <int32_t>exec_serial(cc):
        ic.value = NULL
        return 0
    if kind & 15 != n or kind >> 16 and not plain_names(<Ref>f.kwdefaults):
        return 0
    positional = kind >> 4 & 15
    total = kind >> 12 & 15
    offset = (0 if <Ref>f.defaults == Py_None else PyTuple_GET_SIZE(<Ref>f.defaults)) - cc.argc
    if (kind >> 8 & 15) > offset + cc.argc:
        return 0
    if kind >> 16:
        for i in range(cc.argc, total):
            if (plan >> (4 * i) & 15) == PLAN_DEFAULT and keyword_default(f, cc, i) == NULL:
                return 0
    for i in range(positional, n):
        values[i] = fast[i]
    plan >>= 4 * positional
    for i in range(positional, total):
        which = plan & 15
        plan >>= 4
        if which != PLAN_DEFAULT:
            fast[i] = values[which]
        else:
            value = PyTuple_GET_ITEM(<Ref>f.defaults, i + offset) if i < cc.argc else keyword_default(f, cc, i)
            INCREF(value)
            fast[i] = value
    if total < cc.nparams:
        fast[total] = PyTuple_New(0)        # *args; the empty tuple is there already
    return 1
