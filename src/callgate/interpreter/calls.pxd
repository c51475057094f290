# call_function and its paths (protocol.md A5, A10-A13), frames pushed and finished.
from cpython.ref cimport PyObject
from ..core.capi cimport CG_LIKELY, CgCache, CgExec, CgFrame, CgInstr, Ref, Refs
from ..core.object cimport Type
from .counting cimport count_new_native
from .link cimport HIDDEN_CODE
from .vm cimport VM

# what a call came to
cdef enum:
    FAILED = -1            # a host error is set, or vm.pending; the stack from ret on is as it was
    DONE = 0               # the result is at ret[0], vm.sp = ret + 1
    PUSHED = 1             # a frame was pushed: the loop reloads
    PUSHED_FAILED = 2      # a frame was pushed, and then a host error set

# The one place that looks at what is called. From `ret` to vm.sp everything belongs to the call; the callable is args[-1].
cdef int call_function(VM vm, Refs ret, Refs args, Py_ssize_t n, Ref kwnames, long flags) noexcept
cdef int call_keywords(VM vm, Refs ret, Refs args, Py_ssize_t n, Ref kwnames, CgCache* ic) noexcept
# pushes the frame of a function whose arguments are bound at args[0:nparams]; or makes the generator
cdef int fast_function(VM vm, Refs ret, Refs args, Py_ssize_t n, Ref kwnames, long flags) noexcept
# calls a special method found on the type as a frame: [f | a b c] at `at` (all owned by the call)
cdef int call_special_at(VM vm, Refs at, Ref function, Ref a, Ref b, Ref c, long flags) noexcept
# what callgate's own guest library calls is no call of the program's
cdef inline int count_native(VM vm, CgExec* caller, int number) noexcept:
    if CG_LIKELY(number < vm.ncounts):
        vm.counts[number] += 1 if not caller.flags & HIDDEN_CODE else 0
    elif not caller.flags & HIDDEN_CODE:
        count_new_native(vm, number)
    return 0
# the call came to `value` (taken over): drops what it owned, leaves the value in its place; DONE
cdef int give(VM vm, Refs ret, Ref value) noexcept
cdef int do_call(VM vm, Refs ret, Refs args, Py_ssize_t n, Ref kwnames) noexcept     # the general path: tuple, dict, tp_call
# pushes the frame of a function whose parameters are all bound at args
cdef int push_bound(VM vm, Refs ret, Refs args, CgExec* cc) noexcept
cdef void native_failed(VM vm, Refs args, Py_ssize_t n) noexcept
cdef int slice_over(VM vm) noexcept                       # the slice is used up: 0 refilled, -1 Trap set
cdef int ask_breaker(VM vm) except -1                     # the same for object-typed code
