# memoryview.
from ..core.object cimport Object

cdef class MemoryView(Object):
    cdef object view                # host memoryview over bytes or bytearray
    cdef object exporter            # the guest's object, for .obj
    cdef MemoryView lent            # what `exporter.__buffer__` gave, to be given back
    cdef object __weakref__

cdef MemoryView new_view_of(object view, object exporter)
cdef object lent_bytes(object obj)
