cdef class Part:
    cdef readonly type cls
    cdef readonly str name
    cdef readonly str shown         # in the ledger, to the policy, in messages
cdef class Constructor(Part):
    pass
cdef class Method(Part):
    pass
cdef class Static(Part):
    pass
cdef class Getter(Part):
    pass
cdef class Setter(Part):
    pass
