# The instructions of coroutines: they push frames where they can.
from .vm cimport VM

cdef int awaiting_op(VM vm, int op, int n) except -1     # as cold_op
# YIELD_FROM over something of a coroutine: [iterator sent]; NOT_OURS: over anything else
cdef int await_step(VM vm) except -1
cdef enum: NOT_OURS = -3
