# types.UnionType: int | str
from .object cimport Object

cdef class UnionType(Object):
    cdef tuple args

cdef object make_union(object a, object b)      # a | b of two types; NotImplemented when one is none
cdef object part_repr(object value)                # a type as the texts of unions and generic aliases show it
