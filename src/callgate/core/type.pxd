# Types at work: type_of, MRO, look-up, versions and shapes, making and changing classes.
from cpython.ref cimport PyObject
from .object cimport Object, Type, Instance, Shape
from .capi cimport PyTypeObject

cdef Type type_of(object value)                              # of any guest value
cdef PyObject* type_of_raw(PyObject* value) noexcept         # the same, borrowed; NULL for a value that is no guest value
cdef PyObject* lookup(Type cls, str name) noexcept           # by MRO, borrowed; NULL when absent (no error); name interned
cdef object lookup_special(object value, str name)           # of type_of(value), unbound; None when absent
cdef bint is_subtype(Type cls, Type base) noexcept           # by MRO, ignores __subclasscheck__
cdef int type_modified(Type cls) except -1                   # new versions for it, its subclasses and all their shapes
cdef int set_type_attr(Type cls, str name, PyObject* value) except -1   # value NULL: delete; keeps slots right
cdef Shape shape_with(Shape shape, str name)                 # transition; None when MAX_SHAPE is reached
cdef dict instance_dict(object obj)                          # the live __dict__ of an object that has one (materialises it)
cdef object instance_get(Instance obj, str name)             # own attribute or raises KeyError
cdef int instance_set(Instance obj, str name, object value) except -1
cdef int instance_delete(Instance obj, str name) except -1   # KeyError when absent
cdef Type new_type(Type meta, str name, tuple bases, dict namespace, object kwargs)   # type.__new__
cdef str type_name(object value)                             # for messages: name of the guest's type
