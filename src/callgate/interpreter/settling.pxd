# What the host's collector found and put off (core/state.pxd) is finalized at points that depend on the program alone.
from .vm cimport VM

# Everything dropped so far: the host's collection, then the finalizers. Gives what gc.collect() does.
cdef Py_ssize_t collect(VM vm) except -1
cdef int settle_end(VM vm) except -1        # the same when an outermost run ends, which may have dropped something:
cdef inline bint unsettled(VM vm) noexcept:
    return vm.state.uncounted or vm.state.young > 0
# For weakref's references, whose callback may be due: called before their finalizer. Set by modules/_weakref.py.
ctypedef int (*notifyfunc)(object reference) except -1
cdef void set_notify(object host, notifyfunc func) noexcept
