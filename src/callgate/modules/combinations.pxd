# The combinatoric iterators of itertools: layouts.
from ..core.object cimport Object

cdef class Product(Object):
    cdef tuple pools
    cdef list indices
    cdef tuple result
    cdef bint stopped
cdef class Combinations(Object):    # also with replacement
    cdef tuple pool
    cdef list indices
    cdef bint replace, started, stopped
cdef class Permutations(Object):
    cdef tuple pool
    cdef list indices, cycles
    cdef Py_ssize_t r
    cdef bint started, stopped
