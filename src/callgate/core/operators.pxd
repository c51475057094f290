# The operators on any two guest values, outside of the loop's fast paths. Sizes are checked before the host allocates.
from cpython.ref cimport PyObject
from .iteration cimport contains, drain, get_iter, iter_next, iter_step, length, length_hint, own
from .object cimport Type

cdef object binary_op(int which, object a, object b)        # which: number of BINARY_OPS, + 16 in place
cdef object both_sides(int op, bint inplace, object a, object b)   # without the left side's method for `op=`
cdef object sequences(int op, bint inplace, object a, object b)    # what is left when no method took the operator
cdef object power(object a, object b, object modulus)       # pow() with three arguments; None: a ** b
cdef object divmod_(object a, object b)
cdef object unary_op(int which, object a)                   # number of UNARY_OPS
cdef object absolute(object a)
cdef object compare_op(int mask, object a, object b)        # COMPARE_OPS mask
cdef bint truth(object a) except -1
cdef object subscript(object a, object key)
cdef int set_subscript(object a, object key, object value) except -1
cdef int delete_subscript(object a, object key) except -1
cdef object format_(object value, object spec)          # spec: str or a mirror of one
cdef str repr_(object value)
cdef str str_(object value)
cdef Py_hash_t hash_(object a) except? -1                   # pays for nested tuples first
cdef object index(object a)                                 # operator.index: an exact int

# ---- for methods of builtin types: the same on host values, without asking their class
cdef object host_subscript(object a, object key)
cdef int host_set_subscript(object a, object key, object value) except -1
cdef int host_delete_subscript(object a, object key) except -1
cdef object plain_slice(object key)                        # a slice with exact ints, or None, in it
cdef object stand_in(object value)                          # for the host's messages: an object of a class of that name
cdef bint is_native(Type cls, str name, PyObject* found) noexcept   # is it what the builtin type has under that name?
cdef Type native_base(Type cls)                             # the builtin type that a mirror's class derives from
