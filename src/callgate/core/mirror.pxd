# Mirrors: host subclasses of builtin value types that stand for guest classes deriving from them.
from cpython.ref cimport PyObject
from .capi cimport PyTypeObject
from .object cimport Type

cdef int make_mirror(Type cls, list members) except -1      # its host class
cdef int update_bridges(Type cls) except -1                 # host dunders that go to the guest's, as the class is now
# the guest type of a host class that was made for a guest class; NULL: it was not
cdef PyObject* type_of_mirror(PyTypeObject* host) noexcept
