# What the guest sees as __spec__ and __loader__.
from ..core.object cimport Object

cdef class ModuleSpec(Object):
    pass

cdef class Loader(Object):
    cdef object found           # finders.Found
