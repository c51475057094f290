# The callable objects of the operator module: layouts.
from ..core.object cimport Object

cdef class ItemGetter(Object):
    cdef tuple items
cdef class AttrGetter(Object):
    cdef tuple names            # as given
    cdef tuple paths            # each name as a tuple of its dotted parts
cdef class MethodCaller(Object):
    cdef object name
    cdef tuple args
    cdef dict kwargs
