# Attribute access for the loop: fills inline caches, pushes frames for properties and hooks.
from cpython.ref cimport PyObject
from libc.stdint cimport uint64_t
from ..core.capi cimport CgCache, CgInstr, Ref, Refs
from .vm cimport VM

cdef enum:
    # CgCache.slot of attribute loads; 0 and above: a slot of the instance
    C_CLASS_VALUE = -1     # value of the class, found through an instance's shape
    C_TYPE_VALUE = -2      # value of a class object itself
    C_PROPERTY = -3        # value is the getter: push its frame
    C_BOUND = -5           # value is a function of the class: make a method of it
    C_MODULE = -4          # value is the cell of a module's name; ver is Namespace.serial
    # of method loads
    C_METHOD = 0           # a function of the instance's class
    C_STATIC = 1           # found on a class object: no self
    C_CLASSMETHOD = 2      # found on a class object: the class is self
    C_NATIVE = 4           # a native of a host value's type; ver is the host type
    C_NATIVE_OBJECT = 5    # a native of a type of ours; ver is Type.version
    C_MIRROR = 6           # of a class that derives from a builtin; ver is ~Type.version, which is no shape's

# `at` is where the value goes; with `owned` the object itself lies there and is used up. 0 done (at[0] is set), 1 a frame was
# pushed whose result goes to at[0], 2 pushed and failed, -1 failed
cdef int load_attr(VM vm, Refs at, Ref obj, Ref name, CgCache* ic, int owned) noexcept
# at[0], at[1] become [function self] or [NULL callable]; 0 or -1
cdef int load_method(VM vm, Refs at, Ref obj, Ref name, CgCache* ic, int owned) noexcept
# the stack from `at` on (value, perhaps object) is the instruction's; 0 done, operands still there; 1 frame pushed, operands gone
cdef int store_attr(VM vm, Refs at, Ref obj, Ref name, Ref value, CgCache* ic) noexcept
# pushes [function self] or [NULL callable] for super().name; 0 or -1
cdef int load_super(VM vm, Refs at, CgInstr* ins, CgCache* ic) noexcept
cdef bint cached(int kind, uint64_t ver, Ref name, CgCache* ic) noexcept
