# Raising: from the instruction that failed to the handler that takes it.
from cpython.ref cimport PyObject
from ..core.capi cimport Ref, Refs
from .vm cimport VM

# A handler fell out of the loop's switch: a host error is set, or vm.pending is. vm.fp, its pc and vm.sp are published.
# 1: vm.fp has a handler, go on at its pc; 0: the exception left the run (vm.pending, or the host error of a Trap).
cdef int unwind(VM vm) noexcept
# the exception raised in vm.fp is thrown in (generator.throw): as unwind
cdef int handled(VM vm) noexcept
cdef object current_exception(VM vm)       # what is being handled, or None
