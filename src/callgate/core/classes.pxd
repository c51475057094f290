# Making classes: MRO, layout, __slots__, what happens at birth; and the slots of a class when it changes later.
from .object cimport Object, Slots, Type

cdef Type new_type(Type meta, str name, tuple bases, dict namespace, object kwargs)   # type.__new__
cdef tuple compute_mro(Type cls)
cdef Type best_base(tuple bases)
cdef int update_slots(Type cls, bint new=*) except -1          # its slots and flags, and those of all derived classes
cdef bint binds_otherwise(Slots* old, Slots* new) noexcept  # is a value of the class a descriptor, or a data descriptor, in one only?
cdef Type calculate_metaclass(Type meta, tuple bases)
cdef int link_bases(Type cls, tuple bases) except -1
cdef int change_bases(Type cls, tuple bases) except -1      # `cls.__bases__ = bases`, which has been checked
