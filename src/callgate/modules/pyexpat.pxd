# XML parsers.
from ..core.object cimport Object

cdef class Parser(Object):
    cdef object host                # the host's parser
    cdef dict handlers              # name -> the guest's callable
    cdef dict bridges               # name -> the host's handler that calls it
    cdef object intern
    cdef object __weakref__
