# Calls of classes (protocol.md A8).
from ..core.capi cimport Ref, Refs
from ..core.object cimport Type
from .vm cimport VM

# A class is called. -2: the metaclass's own __call__ now lies in front, with the class as first argument.
cdef int class_call(VM vm, Refs ret, Refs args, Py_ssize_t n, Ref kwnames, long flags) noexcept
# a native type's quick_new, counted: a new reference, None when it is no simple case, NULL with a host error set
cdef Ref quick_value(VM vm, Type cls, Refs args, Py_ssize_t n, Ref kwnames) noexcept
