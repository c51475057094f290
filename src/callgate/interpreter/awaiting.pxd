# The instructions of coroutines: they push frames where they can.
from ..core.capi cimport CgInstr
from .vm cimport VM

cdef int awaiting_op(VM vm, int op, int n) except -1     # as cold_op
# YIELD_FROM over something of a coroutine: [iterator sent]; NOT_OURS: over anything else
cdef int await_step(VM vm) except -1
# What needs no object-typed code: a generator that is awaited, and an item of an asynchronous generator that is asked for and
# awaited, or given, without its awaitable's methods. Else NOT_OURS.
cdef int async_quick(VM vm, CgInstr* ins) noexcept
cdef enum: NOT_OURS = -3
