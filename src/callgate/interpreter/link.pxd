# Linking: Code -> executable form, for one namespace. Done at a function's first call.
from libc.stdint cimport uint64_t
from ..core.capi cimport CgExec, CgInstr
from ..objects.function cimport Executable
from ..objects.namespace cimport Namespace

cdef enum:
    NOT_LINKED = -2                # CgExec.simple_argc until link()
    NAMES_ARE_GLOBAL = 1 << 30     # in CgExec.flags, beside the CO_ flags
    HIDDEN_CODE = 1 << 29          # likewise: of callgate's own guest library
    CO_VARARGS = 4
    CO_VARKEYWORDS = 8
    CO_ANY_GENERATOR = 32 | 128 | 512      # generator, coroutine, asynchronous generator

# An executable that is not linked yet. `names_are_global`: module code, whose locals are its globals.
cdef Executable make_executable(object code, Namespace globals, Executable parent, bint names_are_global)
cdef int link(Executable e) except -1
# logical index of the instruction at pc (which is not the next one: for a raising instruction give pc - 1)
cdef int logical_index(CgExec* cc, CgInstr* pc) noexcept
# index of the executable instruction for what logical_index gave
cdef int exec_index(Executable e, int logical) except -1

# The number of this linking, never used twice: what a cache remembers of an executable, whose address may be used again.
# It is kept in one more cache than there are instructions that have one.
cdef inline uint64_t exec_serial(CgExec* cc) noexcept:
    return cc.caches[cc.ncaches].ver if cc.caches != NULL else 0
