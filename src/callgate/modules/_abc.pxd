# What an abstract base class remembers.
from ..core.object cimport Object

cdef class AbcData(Object):
    cdef set registry, cache, negative      # host weak references to classes
    cdef long long negative_version
