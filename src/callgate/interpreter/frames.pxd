# What happens when a frame yields or returns, and how generators come back.
from cpython.ref cimport PyObject
from ..core.capi cimport Ref, Refs
from .vm cimport VM

# Puts a suspended generator's frame at `at` (at[0] is its callable's slot); `send` is owned. The frame owns [ret, ...).
# What is sent goes to the generator that this one delegates to; NULL: nothing is, something will be raised here.
# PUSHED, FAILED (nothing pushed), PUSHED_FAILED.
cdef int resume_generator(VM vm, Ref gen, Refs ret, Refs at, Ref send, long flags) noexcept
# The running frame, a generator's, gives `value` (owned); its pc and vm.sp are published. 0: the run is over, the value is in
# vm.retval; 1: go on in vm.fp; -1: failed in vm.fp.
cdef int yield_value(VM vm, Ref value) noexcept
# The same at an ASYNC_GEN_WRAP before a YIELD_VALUE, of a generator whose item is awaited (F_ASYNC): without the wrapping.
cdef int yield_item(VM vm) noexcept
# The running frame, with flags, has returned `value` (owned), its locals are released. The same results.
cdef int finish_frame(VM vm, Ref value) noexcept
# The operator at vm.fp.pc[-1] came to `value` (owned), operands gone, vm.sp where its result goes: put it where it belongs.
cdef int complete_operator(VM vm, Ref value) noexcept
cdef int close_generator(VM vm, Ref gen) noexcept
# The instance that the instruction at vm.fp.pc[-1] asks has answered with `value` (borrowed): jump, negate or push; vm.sp is where
# it was when it asked. 1, or -1: no proper answer.
cdef int end_truth(VM vm, Ref value, long flags) noexcept
