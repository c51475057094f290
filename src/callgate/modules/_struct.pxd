# struct.Struct.
from ..core.object cimport Object

cdef class Struct(Object):
    cdef object compiled            # the host's Struct
    cdef object __weakref__
cdef class UnpackIterator(Object):
    cdef object compiled, data
    cdef Py_ssize_t offset
