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
