# Searching in lists and tuples.
cdef int limits(tuple args, Py_ssize_t size, Py_ssize_t* start, Py_ssize_t* stop) except -1   # args: as index() has them, after the item
cdef Py_ssize_t find(object seq, object item, Py_ssize_t start, Py_ssize_t stop) except -2    # -1: not there
cdef Py_ssize_t count(object seq, object item) except -1
