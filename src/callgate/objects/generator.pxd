# Generators: a frame that lives on the heap while it is suspended.
from cpython.ref cimport PyObject
from ..core.object cimport Object
from ..core.capi cimport CgInstr, CgExec, CgExcItem

cdef enum:
    GEN_CREATED = 0
    GEN_SUSPENDED = 1
    GEN_RUNNING = 2
    GEN_CLOSED = 3

cdef class Generator(Object):
    cdef PyObject* func             # owned Function, NULL when closed
    cdef CgExec* cc
    cdef CgInstr* pc
    cdef PyObject** slots           # owned: locals, then the live part of the value stack
    cdef int nslots, cap
    cdef int state
    cdef CgExcItem exc              # what it handles while suspended inside an except clause
    cdef object name, qualname
    cdef object yield_from          # iterator it delegates to, for gi_yieldfrom, or None
    cdef object __weakref__

cdef Generator new_generator()
