# What a machine's guest holds in memory.
from cpython.ref cimport PyObject
from ..core.capi cimport PyTypeObject
from .vm cimport VM

# Bytes of everything that the guest can reach, counting no further than `most`; -1: no memory to find out. With `whole` the values
# on top of the running frame's stack count as well: only when vm.sp is published.
cdef void set_array_type(object host) noexcept
cdef void set_own_type(object host) noexcept             # what a tee() keeps counts too
cdef long long measure(VM vm, long long most, bint whole) noexcept
# Bytes of memory that the process has, 0 where the host does not say.
cdef long long resident() noexcept

cdef extern from "../interpreter/resident.h":
    long long cg_resident() noexcept
    bint cg_derives(PyTypeObject* t, PyTypeObject* base) noexcept
    Py_ssize_t cg_basic_size(PyTypeObject* t) noexcept
    bint cg_is_slice(PyObject* o) noexcept
