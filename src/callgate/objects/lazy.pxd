# The builtin types that iterate other iterables step by step: enumerate, zip, map, filter, reversed.
from ..core.object cimport Object

cdef class Enumerate(Object):
    cdef object iterator, count
    cdef object pair                    # the last item given, to be used again
cdef class Zip(Object):
    cdef tuple iterators
    cdef bint strict
cdef class Map(Object):
    cdef object function
    cdef tuple iterators
cdef class Filter(Object):
    cdef object function, iterator      # function None: the items themselves
cdef class Reversed(Object):            # of objects with __len__ and __getitem__
    cdef object sequence                # None when exhausted
    cdef Py_ssize_t index
