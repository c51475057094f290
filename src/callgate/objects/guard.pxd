# Host methods behind a check: what they cost is paid, what they must not see is refused, then the host's own does the work.
from cpython.ref cimport PyObject
from ..core.object cimport Type

ctypedef tuple (*checkfunc)(object self_, tuple args, dict kwargs)   # the arguments to go on with

cdef object checked(object descr, checkfunc check)                 # host callable: check, then descr(self, *args, **kwargs)
cdef object for_host(object value)                                 # an Object as a stand-in, for the host to complain about
cdef object paid_slot(object descr, int op, bint swapped)          # a binary operator's slot: pays as the operator does
# An argument that is a size: made an int in place, by the guest's __index__, and returned; None when it is not given
# or is nothing that could be one (the host will complain).
cdef object size_argument(tuple args, dict kwargs, int position, str name)
cdef tuple slice_bounds(tuple args)                                # the second argument and those behind it: bounds of a slice
cdef tuple with_size(tuple args, dict kwargs, int position, str name, object size)   # the arguments with that int

# The same without packing, for methods that programs call all the time: a C function of ours in the FAST_KW convention
# (kwnames may be NULL) takes the place of the host's, and ends in pass_on.
cdef int remember(object descr) except -1                          # a number for pass_on
cdef object pass_on(int which, object self_, PyObject** args, Py_ssize_t n, PyObject* kwnames)
# methods of str, bytes, bytearray and int pay for what they look at
cdef enum:
    WHOLE = 0      # all of self
    FOUND = 1      # self up to where it is found, from the second argument on
    ENDS = 2       # as much as the first argument, a text or a tuple of them, is long
    STRIPS = 3     # self, as often as the first argument is long
cdef extern from "../objects/bulk.h":
    void* cg_bulk_function(int which) noexcept
    void cg_set_bulk_target(void* f) noexcept
    Py_ssize_t cg_bulk_size(PyObject* o) noexcept
cdef int pay_for(Type cls, object names, int how) except -1
cdef int quick(Type cls, str name, void* meth) except -1           # for a method that is in the namespace of cls already
