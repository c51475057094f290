# The linker's last pass.
from libc.stdint cimport int32_t
from .draft cimport Draft

cdef int emit(Draft* d, int32_t* cell_args, bint names_are_global) except -1
