# Iterators over arrays.
from ..core.object cimport Object

cdef class ArrayIterator(Object):
    cdef object array               # the host's array; None at the end
    cdef Py_ssize_t index
    cdef object __weakref__
