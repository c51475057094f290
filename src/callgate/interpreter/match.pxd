# The instructions of match statements.
from .vm cimport VM

cdef int match_op(VM vm, int op, int n) except -1        # as cold_op
