# Which callables have been called how often: the ledger's counters, how they are read and set to zero.
from cpython.ref cimport PyObject
from ..core.object cimport Type
from ..objects.function cimport Executable
from .vm cimport VM

cdef int note_function(Executable e) except -1          # it is being linked, so its first call is about to come
cdef void count_class(VM vm, Type cls) noexcept         # a class of the guest is called
cdef object count_native_class(VM vm, Type cls)
cdef void count_call(PyObject* callable) noexcept       # a native, or a class, is called by something else than the loop
cdef void count_new_native(VM vm, int number) noexcept  # the first call of a native that was made after the counters
