# The scanner and the encoder of the json package.
from ..core.object cimport Object

cdef class Scanner(Object):
    cdef object scan                # the host's scanner
    cdef object context
    cdef object __weakref__
cdef class Encoder(Object):
    cdef dict markers               # id -> container that is being written, or None: no check
    cdef object default, encoder
    cdef str key_separator, item_separator, indent
    cdef Py_ssize_t level           # of nesting, where there is an indent
    cdef long long written, paid    # bytes so far; so many were asked for
    cdef bint sort_keys, skipkeys, allow_nan, ascii, utf8
    cdef object __weakref__
