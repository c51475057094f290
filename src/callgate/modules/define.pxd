# How native modules are declared: functions over C functions of ours, argument checks with CPython's texts, module tables.
from ..core.capi cimport DECREF, Ref, Refs
from ..core.operators cimport iter_step
from ..core.state cimport charge
from ..objects.native cimport NativeFunction

# C functions that natives are made of, by convention (protocol.md A10); `self` is what `bound` was, None else
ctypedef object (*onefunc)(Ref self, object value)
ctypedef object (*fastfunc)(Ref self, Refs args, Py_ssize_t n)
ctypedef object (*fastkwfunc)(Ref self, Refs args, Py_ssize_t n, Ref kwnames)

cdef NativeFunction define_plain(object function, str name, str module)      # of a `def` that Cython compiled
cdef NativeFunction one(str name, onefunc function, str module, object bound=*)
cdef NativeFunction fast(str name, fastfunc function, str module, object bound=*)
cdef NativeFunction fast_kw(str name, fastkwfunc function, str module, object bound=*)

cdef dict host_functions(str module, str names)
cdef int arity(str name, Py_ssize_t n, Py_ssize_t low, Py_ssize_t high) except -1
cdef int positional(str name, tuple args, object kwargs, Py_ssize_t low, Py_ssize_t high) except -1
cdef int no_keywords(str name, object kwargs) except -1

# the next item of a guest iterator, paid for and owned; NULL at the end
cdef inline Ref pull(object it) except? NULL:
    charge(1)
    return iter_step(it)

cdef inline object own(Ref item):
    value = <object>item
    DECREF(item)
    return value

cdef inline object arg(Refs args, Py_ssize_t i):
    return <object>args[i]

cdef class Keywords:
    # The parameters of a function that takes keywords.
    cdef str name
    cdef tuple names            # all parameters; the first `posonly` of them cannot be given by name
    cdef int posonly, required, maxpos, count
    # fills out[0:count] with borrowed references, NULL for what is not given
    cdef int parse(self, Refs args, Py_ssize_t n, Ref kwnames, Refs out) except -1
    cdef int missing(self, Py_ssize_t n, Refs out) except -1
    cdef list unpack(self, tuple args, object kwargs)    # the same for a tuple and a dict: a list, `ABSENT` for what is not given

# around the making of a container's text: False when it is inside its own
cdef bint repr_enter(object value) except -1
cdef int repr_leave() except -1

cdef object ABSENT

cdef class NativeModule:
    cdef readonly str name
    cdef readonly dict contents
    cdef readonly object doc
    cdef readonly object setup  # host callable(vm, module namespace) or None: adds what each machine has for itself
