# Iteration, containment and length of any guest value.
from cpython.ref cimport PyObject

cdef object get_iter(object a)                              # an iterator that is a guest value
cdef object iter_next(object it)                            # next item; raises StopIteration (host) at the end
cdef PyObject* iter_step(object it) except? NULL            # next item, a new reference; NULL without an error at the end
cdef object own(PyObject* item)                             # takes that reference over
cdef list drain_or(object iterable, str complaint)             # the same; a TypeError of asking for the iterator gets this text
cdef list drain(object iterable)                            # all items, metered; a new list
cdef list collect(object iterator)                          # the rest of them
# the host asks for the length of what it makes a list or a tuple of: the guest's __len__ and __length_hint__ may fail
cdef int ask_hint(object iterable) except -1
cdef bytes byte_numbers(object iterable, str name)          # numbers, one by one; `name` for messages: bytes or bytearray
cdef bint contains(object container, object item) except -1
cdef Py_ssize_t length(object a) except -1
cdef Py_ssize_t length_hint(object a, Py_ssize_t default) except -1
cdef bint is_iterable(object value) noexcept                # has __iter__ or __getitem__
cdef bint is_iterator(object value) noexcept
cdef bint has_special(object value, str name) noexcept      # the type has it (None counts)
# `in` of builtin values, and of mirrors whose class has not its own
cdef bint host_contains(object container, object item) except -1

# set by objects/iterators.py: iterators over builtin values and by the old protocol (None: not iterable)
ctypedef object (*makeiterfunc)(object value)
cdef void set_iterators(makeiterfunc builtin, makeiterfunc sequence) noexcept
