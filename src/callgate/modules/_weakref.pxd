# Weak references of the guest.
from ..core.object cimport Object
from ..interpreter.vm cimport VM

cdef class Reference(Object):
    cdef object target          # host weak reference
    cdef object callback
    cdef VM vm                  # the machine whose callback it is
    cdef unsigned int born      # of one with a callback: state.birth(), while it is of use
    cdef bint due               # the callback is to be called when the machine settles
    cdef Py_hash_t hashed
    cdef bint has_hash
    cdef object __weakref__
cdef class Proxy(Reference):
    pass

cdef object referent(Reference self)        # None when it is dead
