# What typing is built on since 3.12: type parameters and aliases, evaluated when they are asked for.
from ..core.object cimport Object, Type

cdef class TypeParameter(Object):
    cdef object name
    # a value, and the function of the compiler's that gives it when it is asked for first
    cdef object bound, find_bound
    cdef object constraints, find_constraints
    cdef object default, find_default
    cdef bint covariant, contravariant, infer_variance

cdef class TypeVar(TypeParameter):
    pass

cdef class ParamSpec(TypeParameter):
    pass

cdef class TypeVarTuple(TypeParameter):
    pass

cdef class ParamSpecArgs(Object):
    cdef object origin

cdef class ParamSpecKwargs(Object):
    cdef object origin

cdef class TypeAlias(Object):
    cdef object name
    cdef tuple type_params
    cdef object value, find_value, module

cdef class NoDefaultKind(Object):
    pass
