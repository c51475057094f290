# What set and frozenset share.
cdef dict set_functions(object host)
cdef int fill(object target, object iterable) except -1     # target.update(iterable), metered
