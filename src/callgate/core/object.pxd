# Object, the common base of all that is not a plain host value; Type, Shape and Instance.
# Rule: no C methods in classes derived from Object (a vtable would move the fields that capi.h counts on).
from cpython.ref cimport PyObject
from libc.stdint cimport uint64_t
from .capi cimport PyTypeObject, visitproc_t

ctypedef object (*callfunc)(object callable, tuple args, object kwargs)            # kwargs: dict or None
ctypedef object (*getattrofunc)(object obj, str name)
ctypedef int (*setattrofunc)(object obj, str name, PyObject* value) except -1      # value NULL: delete
ctypedef object (*descrgetfunc)(object descr, PyObject* obj, object owner)         # obj NULL: looked up on the class
ctypedef int (*descrsetfunc)(object descr, object obj, PyObject* value) except -1  # value NULL: delete
ctypedef object (*newfunc)(Type cls, tuple args, object kwargs)
# args[0:n] by position, then the values of kwnames (NULL or a tuple); None: no simple case, the general path does it
ctypedef object (*quickfunc)(Type cls, PyObject** args, Py_ssize_t n, PyObject* kwnames)
ctypedef int (*initfunc)(object obj, tuple args, object kwargs) except -1

ctypedef struct Slots:
    callfunc tp_call
    getattrofunc tp_getattro
    setattrofunc tp_setattro
    descrgetfunc tp_descr_get
    descrsetfunc tp_descr_set
    newfunc tp_new
    initfunc tp_init
    getattrofunc native_getattro    # what __getattr__ comes after, and object.__getattribute__ of this layout
    setattrofunc native_setattro

cdef enum:
    # Type.flags
    TF_HEAP = 1            # made by the guest: mutable
    TF_BASETYPE = 2        # may be a base of a guest class
    TF_HAS_DICT = 4        # instances take any attribute
    TF_HAS_DEL = 8         # __del__ somewhere in the MRO
    TF_EXCEPTION = 16      # derives from BaseException
    TF_MIRROR = 32         # instances are host subclasses of a builtin value type (class D(dict))
    TF_INSTANCE = 64       # instances are laid out as Instance (or ExceptionObject, which extends it)
    TF_GETATTRIBUTE = 128  # __getattribute__ of the guest's own: no attribute caches
    TF_SETATTR = 256       # __setattr__ or __delattr__ of the guest's own: no store caches
    TF_GETATTR = 512       # __getattr__ in the MRO
    TF_CUSTOM_NEW = 1024   # __new__ of the guest's own in the MRO
    TF_METACLASS = 2048    # derives from type
    TF_ABSTRACT = 4096     # __abstractmethods__ is not empty
    TF_HASHABLE_ID = 8192  # neither __eq__ nor __hash__ of the guest's own: hash by identity
    TF_METHOD_LIKE = 16384 # instances are functions: binding only puts self in front (function, method_descriptor, ...)
    TF_WEAKREF = 32768     # instances can be referenced weakly
    TF_ITEMS = 65536       # of variable size: no __slots__ in classes derived from it (int, tuple, bytes, type)
    TF_SEQUENCE = 131072   # matches sequence patterns, as do classes derived from it
    TF_MAPPING = 262144    # ... mapping patterns
    TF_KEYED = 524288      # its __getitem__ takes keys only: not good for iter()
    INLINE_SLOTS = 6
    MAX_SHAPE = 64         # more attributes than this: the instance goes over to a dict

cdef class Object:
    cdef Type type         # the guest's type
    cdef object attrs      # the instance's __dict__ once it exists as a dict (exact host dict), else None

cdef class Shape:
    cdef uint64_t ver      # proves class, layout and "class unchanged" at once; never used twice
    cdef PyObject* owner   # borrowed Type: it owns its shapes
    cdef dict index        # attribute name -> slot number
    cdef dict transitions  # attribute name -> next Shape
    cdef tuple names       # in order of the slots, after the class's __slots__ members
    cdef int nslots        # slots in use, members included
    cdef bint is_dict      # the attributes are in Object.attrs (members stay in slots)

cdef class Type(Object):
    cdef str name, qualname
    cdef tuple bases, mro
    cdef Type base                  # the base that decides the layout
    cdef dict namespace             # the class's own attributes
    cdef uint64_t version           # of the class as it is now; 0 never; never used twice
    cdef dict subclasses            # host weak references to direct subclasses, by address, in order of birth
    cdef Py_ssize_t subclasses_room # how many may be there before those of dead classes are swept out
    cdef object host                # the host class of the instances
    cdef PyTypeObject* host_type    # the same, raw
    cdef long flags
    cdef Slots slots
    cdef PyObject** shapes          # owned, a C array: instances borrow from it, and no tp_clear may empty it
    cdef int nshapes, shapes_cap
    cdef Shape root                 # of a new instance
    cdef Shape dict_shape           # of an instance whose attributes went over to a dict
    cdef tuple members              # names of __slots__ members in slot order (inherited first)
    cdef object init                # cached __init__ / __call__ as found by MRO, or None; valid for `cached_version`
    cdef object call
    cdef object new
    cdef uint64_t cached_version
    cdef long long calls            # the ledger's number, for classes of the guest
    cdef unsigned long long world   # the machine that made it, 0: a native type
    cdef str module                 # of a native type; a guest class has it in its namespace
    cdef PyTypeObject* layout       # host class that decides the layout: that of the builtin, for mirrors
    cdef object native_new          # native types: host callable (cls, *args, **kwargs) -> instance, or None
    cdef object native_init         # native types: host callable (obj, *args, **kwargs), or None
    cdef quickfunc quick_new        # native types: makes an instance without packing, in simple cases; not inherited
    cdef int quick_index            # the place of its calls in the machine's array of counts
    cdef object __weakref__

cdef class Instance(Object):
    cdef PyObject* shape            # borrowed Shape
    cdef PyObject** slots           # inl or malloc'ed
    cdef int cap
    cdef unsigned int born          # state.birth() of one with a __del__, as long as that has not run; else 0
    cdef PyObject* inl[6]
    cdef object __weakref__

cdef uint64_t new_version() noexcept
# exact host classes of guest values: our own and the builtins. Mirrors are found by type_of.
cdef int register_host(PyTypeObject* host, Type cls) except -1
cdef PyObject* registered(PyTypeObject* host) noexcept            # borrowed Type or NULL
# what a host class that extends Instance needs when it patches its own functions
cdef int instance_traverse(PyObject* o, visitproc_t visit, void* arg) noexcept
cdef int instance_clear(PyObject* o) noexcept
cdef void instance_dealloc(PyObject* o) noexcept
cdef int grow_slots(PyObject* o, int need) noexcept
cdef int report_unraisable(object error, object what) except -1   # what goes no further: an error of a __del__ and the like
cdef void object_finalize(PyObject* o) noexcept                   # tp_finalize: the guest's __del__
cdef void call_finalize(PyObject* o) noexcept                     # ... without asking whether now
ctypedef int (*raw_finalize)(PyObject* obj) noexcept
cdef int finalize(object obj) except -1                           # runs it, where it may run; what it raises is reported
# in place of the host class's name, in messages of host functions: see native.fix_message
cdef str INSTANCE_TOKEN
cdef str refused, refused_before                                  # guest types whose slots last answered NotImplemented
# a new instance of a type laid out as Instance, no attributes yet; new reference or NULL (host error set)
cdef PyObject* new_instance(PyObject* cls) noexcept
