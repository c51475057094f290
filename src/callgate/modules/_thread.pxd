# Locks of a machine that has one thread.
from ..core.object cimport Object

cdef class Lock(Object):
    cdef long count
    cdef bint reentrant
    cdef object __weakref__

cdef class Handle(Object):          # of a thread: there is only the machine's own
    cdef object ident
    cdef bint done
    cdef object __weakref__
