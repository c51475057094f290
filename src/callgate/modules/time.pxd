# The machine's clock.
from ..interpreter.vm cimport VM

cdef double now(VM vm) except? -1                       # seconds since the epoch
cdef int sleep_for(VM vm, double seconds) except -1     # ends early only by a limit
