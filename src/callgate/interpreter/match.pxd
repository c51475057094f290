# The instructions of match statements.
from cpython.ref cimport PyObject
from .vm cimport VM

# Is it a sequence or a mapping to patterns? -1: ask match_op
cdef int quick_kind(PyObject* subject, int op) noexcept
# What MATCH_CLASS gives (owned) when it needs no attribute; NULL, without an error: ask match_op
cdef PyObject* quick_class(PyObject* subject, PyObject* cls, Py_ssize_t n, PyObject* names) noexcept
# the same of MATCH_KEYS, for a dict and few texts; NULL may be an error
cdef PyObject* quick_keys(PyObject* subject, PyObject* keys) noexcept
cdef int match_op(VM vm, int op, int n) except -1        # as cold_op
