# What set and frozenset share.
cdef dict set_functions(object host)
cdef int fill(set target, object iterable) except -1     # target.update(iterable), metered
