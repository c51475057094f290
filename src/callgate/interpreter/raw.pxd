# Object-typed helpers seen as raw ones: NULL or -1 with a host error set, no traceback entry, no reference traffic at
# the call. The parameter types are those of the helper with every object as Ref.
from cpython.ref cimport PyObject
from ..core.capi cimport CgCache, CgInstr, Ref, Refs
from .vm cimport VM

ctypedef int (*raw_vm)(VM) noexcept
ctypedef int (*raw_unbind)(VM, Refs, Refs, Py_ssize_t) noexcept
ctypedef Ref (*raw_callable)(VM, Ref) noexcept
ctypedef Ref (*raw_packed)(VM, Refs, Py_ssize_t, Ref) noexcept
ctypedef int (*raw_link)(Ref) noexcept
ctypedef int (*raw_bind)(Ref, Refs, Py_ssize_t, Ref) noexcept
ctypedef int (*raw_generator)(VM, Refs, Refs) noexcept
ctypedef int (*raw_spread)(VM, Refs, Py_ssize_t, Ref, int) noexcept
ctypedef Ref (*raw_exception)(VM, Ref, Refs, Py_ssize_t) noexcept
ctypedef Ref (*raw_one)(Ref) noexcept
ctypedef Ref (*raw_two)(Ref, Ref) noexcept
ctypedef int (*raw_truth)(Ref) noexcept
ctypedef int (*raw_contains)(Ref, Ref) noexcept
ctypedef Ref (*raw_binary)(int, Ref, Ref) noexcept
ctypedef Ref (*raw_unary)(int, Ref) noexcept
ctypedef int (*raw_set)(Ref, Ref, Ref) noexcept
ctypedef int (*raw_value)(VM, Ref) noexcept
ctypedef int (*raw_op)(VM, int, CgInstr*) noexcept
ctypedef int (*raw_awaiting)(VM, int, int) noexcept
ctypedef int (*raw_attr)(VM, Refs, Ref, Ref, CgCache*, int) noexcept
ctypedef int (*raw_store)(VM, Refs, Ref, Ref, Ref, CgCache*) noexcept
ctypedef Ref (*raw_super)(VM, CgInstr*, CgCache*) noexcept
ctypedef Ref (*raw_vm_two)(VM, Ref, Ref) noexcept
ctypedef int (*raw_one_int)(Ref) noexcept
ctypedef int (*raw_pair)(Ref, Ref) noexcept
ctypedef int (*raw_store_new)(VM, Ref, Ref, Ref, CgCache*) noexcept
ctypedef int (*raw_load_super)(VM, Refs, CgInstr*, CgCache*) noexcept
ctypedef Ref (*raw_none)() noexcept
ctypedef Ref (*raw_asked)(Ref, long) noexcept
ctypedef int (*raw_asked_truth)(Ref, long) noexcept
ctypedef Ref (*raw_quick)(Ref, Refs, Py_ssize_t, Ref) noexcept
