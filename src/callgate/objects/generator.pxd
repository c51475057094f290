# Frames that live on the heap while they are suspended: generators here, coroutines in coroutine.py, async generators in
# async_generator.py.
from cpython.ref cimport PyObject
from ..core.object cimport Object, Type
from ..core.capi cimport CgInstr, CgExec, CgExcItem, Refs

cdef enum:
    GEN_CREATED = 0
    GEN_SUSPENDED = 1
    GEN_RUNNING = 2
    GEN_CLOSED = 3

cdef class Resumable(Object):
    cdef PyObject* func             # owned Function, NULL once it is freed
    cdef CgExec* cc
    cdef CgInstr* pc
    cdef Refs slots                 # owned: locals, then the live part of the value stack; the room stays until it is freed
    cdef int nslots, cap
    cdef int state
    cdef unsigned int born          # state.birth() while there may be something to run when it is dropped; else 0
    cdef unsigned long long world   # the machine that made it
    cdef CgExcItem exc              # what it handles while suspended inside an except clause
    cdef object name, qualname
    cdef object __weakref__

cdef class Generator(Resumable):
    pass

# resumes with a value, or with an exception thrown in; in a run of its own. Set by the interpreter.
ctypedef object (*resumefunc)(Resumable gen, object value, object exc)
cdef int set_resume(resumefunc f) noexcept
cdef object resume_it(Resumable gen, object value, object exc)
cdef Generator new_generator()
cdef Type GENERATOR
cdef object kept(int which)                                # one that was freed, to begin again; None: there is none
cdef int begin(Resumable gen) noexcept                     # what a new one needs before its frame is put in
cdef object delegate(Resumable gen)                        # what a suspended `yield from` or `await` waits for, or None
cdef str kind_of(Resumable gen)                            # in messages
cdef bint is_iterable_coroutine(object value) noexcept     # a generator of types.coroutine
# the guest's methods; `whole`: a GeneratorExit closes what is waited for instead of being thrown in
cdef object send_in(Resumable gen, object value)
cdef tuple throw_arguments(str name, tuple args)           # of throw(): type, value, traceback
cdef object throw_in(Resumable gen, object type, object value, object traceback, bint whole)
cdef object close_it(Resumable gen)
cdef bint put_off(Resumable gen) noexcept                  # asked first: it is finalized later, since the collector has found it
cdef int finalize(Resumable gen) noexcept                  # dropped: runs its finally clauses
cdef object generator_exit()
# a host class of Resumables (0 generators, 1 coroutines, 2 asynchronous generators): a chain of them dies without recursion
cdef int bound_dealloc(object host, int which) except -1
