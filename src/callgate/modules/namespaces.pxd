# types.SimpleNamespace.
from ..core.object cimport Object

cdef class SimpleNamespace(Object):
    cdef object __weakref__

cdef SimpleNamespace new_simple_namespace(dict attributes)
