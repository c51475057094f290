# Instructions that need no hand-managed references.
from ..core.capi cimport CgInstr
from .vm cimport VM

# vm.fp.pc and vm.sp are published; 1 go on in vm.fp, -1 a host error or vm.pending is set
cdef int cold_op(VM vm, int op, CgInstr* ins) except -1
