# Comparison of containers, so that what they hold is compared by our rules, metered and without the host's recursion.
cdef bint same(object a, object b) except -1                      # a is b or a == b, as containers ask it
cdef object compare_plain(int mask, object a, object b)          # plain operands, COMPARE_OPS mask
cdef object compare_lists(int mask, object a, object b)          # both list (or mirrors); never asks their own __eq__
cdef object compare_tuples(int mask, object a, object b)
cdef object compare_dicts(int mask, object a, object b)
cdef object compare_sets(int mask, object a, object b)
cdef int host_op(int mask) noexcept                              # Py_LT ... of a mask
