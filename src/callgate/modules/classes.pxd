# The making of classes: what the class statement calls.
from ..interpreter.vm cimport VM

cdef object build_class(VM vm, object func, object name, tuple bases, dict kwds)
cdef tuple mro_entries(tuple bases)                              # types.resolve_bases
