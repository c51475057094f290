# types.GenericAlias: list[int].
from ..core.object cimport Object

cdef class GenericAlias(Object):
    cdef object origin
    cdef tuple args
    cdef object parameters          # tuple, made when first asked for; None before
    cdef bint starred               # *tuple[int, ...]
    cdef object __weakref__

cdef GenericAlias new_alias(object origin, object args)
