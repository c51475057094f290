# The two databases.
from ..core.object cimport Object

cdef class Database(Object):
    cdef object host                # the host's, or its own of version 3.2.0
