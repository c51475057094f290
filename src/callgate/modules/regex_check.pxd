# Code of regular expressions from outside.
from libc.stdint cimport uint32_t

cdef int check_code(uint32_t* code, int size, int groups) except -1     # RuntimeError: no code for the matcher
