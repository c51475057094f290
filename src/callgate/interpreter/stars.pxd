# Star arguments (protocol.md A5).
from ..core.capi cimport Ref, Refs
from .vm cimport VM

# as calls.call_function, with *args (which & 1) and **kwargs (which & 2) on top of the values
cdef int call_star(VM vm, Refs ret, Refs args, Py_ssize_t n, Ref kwnames, int which) noexcept
cdef tuple star_tuple(object callable, object star)
cdef int merge_keywords(object callable, dict merged, object extra) except -1
