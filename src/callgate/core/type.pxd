# Types at work: type_of, MRO, look-up, versions and shapes, making and changing classes.
from cpython.ref cimport PyObject
from .object cimport Object, Type, Instance, Shape, quickfunc
from .capi cimport PyTypeObject
from .classes cimport new_type, update_slots

ctypedef object (*memberfunc)(Type cls, int kind, str name, object thing)

cdef Type type_of(object value)                              # of any guest value
cdef PyObject* type_of_raw(PyObject* value) noexcept         # the same, borrowed; NULL for a value that is no guest value
cdef PyObject* lookup(Type cls, str name) noexcept           # by MRO, borrowed; NULL when absent (no error); name interned
cdef object lookup_special(object value, str name)           # of type_of(value), unbound; None when absent
cdef bint is_subtype(Type cls, Type base) noexcept           # by MRO, ignores __subclasscheck__
cdef int forget_attributes() except -1     # something has become a descriptor, or is one no longer: caches know what it was
cdef int type_modified(Type cls) except -1                   # new versions for it, its subclasses and all their shapes
cdef int set_type_attr(Type cls, str name, PyObject* value) except -1   # value NULL: delete; keeps slots right
cdef Shape shape_with(Shape shape, str name)                 # transition; None when MAX_SHAPE is reached
cdef dict instance_dict(object obj)                          # the live __dict__ of an object that has one (materialises it)
cdef object instance_get(Instance obj, str name)             # own attribute or raises KeyError
cdef int instance_set(Instance obj, str name, object value) except -1
cdef int instance_delete(Instance obj, str name) except -1   # KeyError when absent
cdef str type_name(object value)                             # for messages: name of the guest's type
cdef bint has_items(Type cls) noexcept                       # may be iterated by __getitem__
cdef str argument_name(object value)                         # the same where CPython's argument parser complains: "None" of None

cdef Type OBJECT, TYPE                                       # the guest's object and type
cdef int fill_cached(Type cls) except -1                     # init, call, new of `version`: None when object's own or absent
cdef bint isinstance_(object obj, object cls) except -1      # with tuples, unions, __instancecheck__, __class__
cdef bint issubclass_(object cls, object base) except -1
cdef bint real_isinstance(object obj, object cls) except -1  # type.__instancecheck__
cdef bint real_issubclass(object cls, object base) except -1
cdef str full_name(Type cls)                                 # as in messages: with its module for a native type of a module
cdef Shape new_shape(Type cls, dict index, tuple names, int nslots, bint is_dict)
cdef int use_dict(Instance obj, dict attributes) except -1   # its attributes are in `attributes` from now on
cdef list subclasses_of(Type cls)                            # direct ones that are alive
cdef object wrap_member(Type cls, int kind, str name, object thing)  # through the hook: a guest descriptor
cdef int set_wrapper(memberfunc function) except -1          # the hook
cdef enum:
    # what a descriptor is made of
    AS_METHOD, AS_SLOT, AS_ATTRIBUTE        # the host's own descriptor: of a method, a dunder, an attribute
    AS_FUNCTION                             # a host callable that takes self
    AS_GETTER, AS_FIELD                     # host callables that get, set, delete: shown as attribute, as member
    AS_MEMBER                               # the number of a slot
    AS_DICT, AS_WEAKREF, AS_NEW, AS_INIT, AS_GETATTRIBUTE       # nothing: these are alike for all types
cdef object abstract_error(Type cls)                         # the TypeError of an abstract class that is called
cdef int set_quick(Type cls, quickfunc function) except -1   # instances of a native type without packing, in simple cases
cdef list QUICK                                              # the types that have one, by Type.quick_index
cdef object native_new(Type cls, tuple args, object kwargs)  # tp_new and tp_init of native types, see native_type
cdef int native_init(object obj, tuple args, object kwargs) except -1
