# Generators: a frame that lives on the heap while it is suspended.
from cpython.ref cimport PyObject
from ..core.object cimport Object
from ..core.capi cimport CgInstr, CgExec, CgExcItem, Refs

cdef enum:
    GEN_CREATED = 0
    GEN_SUSPENDED = 1
    GEN_RUNNING = 2
    GEN_CLOSED = 3

cdef class Generator(Object):
    cdef PyObject* func             # owned Function, NULL once the generator is freed
    cdef CgExec* cc
    cdef CgInstr* pc
    cdef Refs slots                 # owned: locals, then the live part of the value stack
    cdef int nslots, cap
    cdef int state
    cdef CgExcItem exc              # what it handles while suspended inside an except clause
    cdef object name, qualname
    cdef object __weakref__

# resumes with a value, or with an exception thrown in; in a run of its own. Set by the interpreter.
ctypedef object (*resumefunc)(Generator gen, object value, object exc)
cdef Generator new_generator()
cdef int set_resume(resumefunc f) noexcept
cdef object delegate(Generator gen)         # the iterator that a suspended `yield from` waits for, or None
