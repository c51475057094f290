# An object with memory of the host's C libraries behind it.
from ..core.object cimport Object

cdef class Foreign(Object):
    cdef long long weight       # about how many bytes; counted when a machine's memory is measured
    cdef public object state    # the host's object
    cdef object __weakref__
