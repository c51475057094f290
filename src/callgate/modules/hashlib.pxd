# Hash objects.
from ..core.object cimport Object

cdef class Hash(Object):
    cdef object state               # the host's hash object
    cdef object __weakref__
