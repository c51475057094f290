# What crosses between host and guest: the bridge of one machine, handles, and the two conversions.
from cpython.ref cimport PyObject
from ..core.object cimport Object, Type
from .meter cimport Meter
from .vm cimport VM

cdef class Bridge:
    cdef public VM vm
    cdef public object machine          # host.Machine: begins, ends and explains runs
    cdef unsigned long owner            # thread that is inside, 0 nobody
    cdef public int entries             # how often it is inside
    cdef public Meter meter
    cdef public object policy           # callable(name, args, kwargs) or None
    cdef public object guest_error      # class GuestError
    cdef public object denied           # class Denied
    cdef public object object_handle    # classes of handles
    cdef public object function_handle
    cdef public object registry         # exported host classes: class -> names
    cdef public object export_type      # callable(class, names) -> guest Type
    cdef public object iterate          # callable(host object) -> exported iterator over it
    cdef readonly list tools            # HostTool of each tool
    cdef readonly dict counts           # calls into the host that needed packing, by name
    cdef dict exports                   # host class -> guest Type, as of the first use in this machine
    cdef object instances               # id(host object) -> HostInstance, weak

cdef class Handle:
    cdef Bridge bridge
    cdef object value
    cdef object __weakref__
cdef class CallableHandle(Handle):
    pass

cdef class HostInstance(Object):        # guest object standing for an instance of an exported class
    cdef Bridge bridge
    cdef object host
    cdef object __weakref__

cdef object new_host_instance(Bridge bridge, Type cls, object host)
cdef int begin(Bridge bridge) except -1
cdef int end(Bridge bridge) except -1
cdef bint is_scalar(PyObject* value) noexcept
cdef object value_to_host(Bridge bridge, object value)
cdef object value_to_guest(Bridge bridge, object value)
