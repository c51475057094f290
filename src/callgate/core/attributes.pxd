# The attribute protocol: generic getattr / setattr / delattr, descriptors, __getattr__ and friends.
from cpython.ref cimport PyObject
from .object cimport Object, Type

cdef object getattr_(object obj, str name)                        # through the type's tp_getattro; AttributeError
cdef object getattr_or(object obj, str name, object default)      # default instead of AttributeError
cdef int setattr_(object obj, str name, object value) except -1
cdef int delattr_(object obj, str name) except -1
cdef object generic_getattr(object obj, str name)                 # object.__getattribute__
cdef int generic_setattr(object obj, str name, PyObject* value) except -1   # object.__setattr__ / __delattr__
cdef object type_getattr(object cls, str name)                    # type.__getattribute__
cdef int type_setattr(object cls, str name, PyObject* value) except -1
cdef object bind(object descr, PyObject* obj, object owner)       # descr.__get__(obj, owner), or descr itself
# slots of guest classes: look the dunder up and call it
cdef object slot_getattro(object obj, str name)
cdef int slot_setattro(object obj, str name, PyObject* value) except -1
cdef object slot_descr_get(object descr, PyObject* obj, object owner)
cdef int slot_descr_set(object descr, object obj, PyObject* value) except -1
cdef object attribute_error(object obj, str name)                 # the exception: "'Foo' object has no attribute 'x'"
cdef object find_attribute(object obj, str name)                  # generic_getattr that gives MISSING instead of raising
cdef object MISSING
cdef object store_error(object obj, str name)                     # the exception when it takes no such attribute
