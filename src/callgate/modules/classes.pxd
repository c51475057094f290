# isinstance, issubclass and the making of classes: what builtins, abc and functools share.
from ..core.object cimport Type
from ..interpreter.vm cimport VM

cdef bint is_instance(object value, object cls) except -1        # isinstance(), with every hook
cdef bint is_subclass(object cls, object base) except -1         # issubclass(), with every hook
cdef bint plain_instance(object value, object cls) except -1     # type.__instancecheck__
cdef bint plain_subclass(object cls, object base) except -1      # type.__subclasscheck__
cdef object build_class(VM vm, object func, object name, tuple bases, dict kwds)
cdef tuple mro_entries(tuple bases)                              # types.resolve_bases
cdef Type winner(Type meta, tuple bases)                         # the most derived metaclass
