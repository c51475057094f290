# Operators whose operands are no plain numbers: pushed as frames where a guest class defines them.
from cpython.ref cimport PyObject
from ..core.capi cimport Ref, Refs
from .vm cimport VM

cdef enum:
    # what a handler that could not finish wants; operands are on the stack, pc and sp are published
    W_ERROR = 0
    W_BINARY = 1           # [a b]
    W_COMPARE = 2          # [a b]
    W_SUBSCR = 3           # [container key]
    W_STORE_SUBSCR = 4     # [value container key]
    W_COLD = 5             # an instruction of cold.py
    W_ITER = 6             # [iterable]
    W_NEXT = 7             # [iterator] stays; its class has a __next__ of the guest's
    W_TRUTH = 8            # [operand], or in a local variable: an instance, of which a jump or `not` asks the truth
    # what the loop itself has to look at
    W_SLICE = 20           # the slice is used up, at a backward jump
    W_FAILED = 21          # a host error is set
    W_CALLED = 22          # a call's status is in st
    W_FINISHED = 23        # a return's or yield's is
    W_OPERATED = 24        # operate's is

# 1 go on in vm.fp; -1 failed
cdef int operate(VM vm, int want) noexcept
cdef object resolve_binary(VM vm, object a, object b)
cdef object resolve_compare(VM vm, object a, object b)
cdef int pushed_discard(VM vm, int status) noexcept
cdef Ref special_function(Ref obj, str name) noexcept       # of a plain instance, when it is a guest function; borrowed, or NULL
cdef int contains_at(VM vm) noexcept                        # CONTAINS_OP; -2: not by a frame
# local = local + b for strings: without a second reference the host appends in place. 1 done, 0 not done, -1 failed
ctypedef int (*raw_pay)(double) noexcept
# the texts p[0:n] as one, NULL with an error
cdef Ref join_text(VM vm, Refs p, Py_ssize_t n) noexcept
cdef int append_str(VM vm, Refs at, Ref b) noexcept
