# What `list[int]` is: types.GenericAlias.
from ..core.object cimport Object

cdef class GenericAlias(Object):
    cdef object origin
    cdef tuple args
    cdef object parameters          # tuple, or None: not looked for yet
    cdef bint starred               # *tuple[int, ...]
    cdef object __weakref__

cdef GenericAlias new_alias(object origin, object args, bint starred)
