# What the collections package builds on: layouts.
from ..core.object cimport Object

cdef class DequeIterator(Object):
    cdef object iterator, source
    cdef Py_ssize_t left
cdef class TupleGetter(Object):
    cdef Py_ssize_t index
    cdef public object doc
