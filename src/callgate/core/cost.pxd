# What host operations cost: sizes and work are paid for before the host is asked.
from cpython.ref cimport PyObject

cdef int pay_binary(int op, object a, object b) except -1        # op: number of BINARY_OPS; plain operands (or mirrors)
cdef int pay_power(object base, object exponent, object modulus) except -1
cdef int pay_items(Py_ssize_t n) except -1                       # n items are looked at or copied
cdef int pay_bytes(double n) except -1                           # n bytes are made at once
cdef int pay_repeat(object seq, object times) except -1          # seq * times
cdef int pay_copy(object seq) except -1                          # as many items or characters as seq has
cdef int pay_digits(object number) except -1                     # text of an int in decimal: quadratic
cdef int pay_hash(object key) except -1                          # hash(key): depth and size of nested tuples
cdef int pay_walk(object value) except -1                        # all that is nested in a container, shared parts again and again
cdef int pay_spec(str spec) except -1                            # widths and precisions named in a format
cdef int pay_text(str text, int factor) except -1                # so many times as long a text is made of it
cdef Py_ssize_t size_of(object value) noexcept                   # number of items of a builtin value, whatever its class says
cdef double data_size(object seq)                                # bytes of its items or characters
