# A read-only view of a mapping: the guest's types.MappingProxyType, and what `cls.__dict__` is.
from ..core.object cimport Object

cdef class MappingProxy(Object):
    cdef object mapping             # dict, mirror of one, or any mapping of the guest

cdef MappingProxy new_proxy(object mapping)
