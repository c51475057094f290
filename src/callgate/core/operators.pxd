# The operators on any two guest values, outside of the loop's fast paths. Sizes are checked before the host allocates.
from cpython.ref cimport PyObject
cdef object binary_op(int which, object a, object b)        # which: number of BINARY_OPS, + 16 in place
cdef object unary_op(int which, object a)                   # number of UNARY_OPS
cdef object compare_op(int mask, object a, object b)        # COMPARE_OPS mask
cdef bint truth(object a) except -1
cdef object subscript(object a, object key)
cdef int set_subscript(object a, object key, object value) except -1
cdef int delete_subscript(object a, object key) except -1
cdef bint contains(object container, object item) except -1
cdef object get_iter(object a)                              # an iterator that is a guest value
cdef object iter_next(object it)                            # next item; raises StopIteration (host) at the end
cdef object format_(object value, str spec)
cdef str repr_(object value)
cdef str str_(object value)
cdef Py_ssize_t length(object a) except -1
