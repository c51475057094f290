# What set and frozenset share.
cdef dict set_functions(object host)
cdef object table_of(object value)                       # what a host method takes as its other set
cdef int fill(object target, object iterable) except -1     # target.update(iterable), metered
