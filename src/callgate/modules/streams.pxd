# The guest's standard streams.
from ..core.object cimport Object
from ..interpreter.vm cimport VM

cdef class TextStream(Object):
    cdef int number             # 0 stdin, 1 stdout, 2 stderr

cdef class Quitter(Object):
    cdef str name               # exit or quit

cdef object current_stdout(VM vm)                            # sys.stdout as the guest has it now; None: print nothing
cdef int write_to(VM vm, object file, list parts) except -1  # the parts, one after the other
