# What the collections package builds on: layouts.
from ..core.object cimport Object

cdef class HostOrderedDict(dict):       # the host class of OrderedDict
    cdef Py_ssize_t removed             # items taken from the front since it was last compact
    cdef dict __dict__
cdef class HostDefaultDict(dict):       # the host class of defaultdict
    cdef public object default_factory
    cdef dict __dict__
cdef class DequeIterator(Object):
    cdef object iterator, source
    cdef Py_ssize_t left
cdef class TupleGetter(Object):
    cdef Py_ssize_t index
    cdef public object doc
