# Locks of a machine that has one thread.
from ..core.object cimport Object

cdef class Lock(Object):
    cdef long count
    cdef bint reentrant
    cdef object __weakref__
