# A module's namespace: a dict that code reaches through cells, without looking names up.
from cpython.ref cimport PyObject
from ..core.object cimport Object, Type

cdef class GlobalCell:              # value at word 2: CG_GLOBAL_VALUE; NULL when unbound. Not a guest value.
    cdef object value               # a counted copy of what the dict holds; touched through CG_GLOBAL_VALUE only
    cdef GlobalCell builtin         # the builtin of the same name, or None
    cdef str name

cdef class Namespace(dict):
    # The dict itself is the truth; cells are kept equal to it by everything that writes:
    # namespace_set/_delete, the host's own dict methods on a Namespace, and resync() after C code that went round both.
    cdef dict cells                 # name -> GlobalCell, for names that linked code mentions
    cdef Namespace builtins         # where cells fall back to, or None
    cdef unsigned long long serial  # no other's, and no version of a type or a shape

cdef class Module(Object):
    cdef Namespace namespace        # its __dict__; Object.attrs is the same object
    cdef object __weakref__

cdef Type module_type
cdef GlobalCell global_cell(Namespace ns, str name)
cdef int namespace_set(Namespace ns, str name, object value) except -1
cdef int namespace_delete(Namespace ns, str name) except -1      # KeyError when absent
cdef int resync(Namespace ns) except -1
cpdef Namespace new_namespace(Namespace builtins=*)     # builtins: where its cells fall back to
cdef int set_builtins(Namespace ns, Namespace builtins) except -1   # cells made before fall back to it as well
cdef Module new_module(str name, object doc)
cdef object module_getattr(object module, str name)
# What a call of the module calls (protocol.md B1): looked up anew each time; TypeError when there is none.
cdef object module_target(Module module)
cdef bint module_is_callable(Module module) except -1
