# Functions that the host implements: builtins, methods of builtin types, slot wrappers; and get/set descriptors.
from cpython.ref cimport PyObject
from ..core.object cimport Object, Type
from ..core.capi cimport PyTypeObject

cdef enum:
    # NativeFunction.kind: how it is called (protocol.md A10)
    NOARGS = 1          # meth(self, NULL)
    ONE = 2             # meth(self, arg)
    FAST = 3            # meth(self, args, n)
    FAST_KW = 4         # meth(self, args, n, kwnames)
    PACKED = 5          # host(*args, **kwargs): tuple and dict
    # written in guest code: `guest` is the Function, the loop pushes its frame. With a `meth` (FAST_KW convention) that is
    # called first: it checks the arguments, does plain cases, and returns MISS (a new reference) when the frame is needed.
    GUEST = 6
    VARARGS = 8         # meth(self, tuple); a bare METH_VARARGS
    # meth is a host function object that takes self and `special` arguments, by position; another number is host's to refuse
    WITH_SELF = 9
    LOOP = 7            # the loop does it itself: `special` says what (super(), __build_class__, next, type, ...)

    # NativeFunction.special of kind LOOP
    LOOP_SUPER = 1
    LOOP_BUILD_CLASS = 2
    LOOP_NEXT = 3
    LOOP_TYPE = 4
    LOOP_LOCALS = 5
    LOOP_GLOBALS = 6
    # of a generator that can go on: its frame comes above
    LOOP_SEND = 7       # generator.send, coroutine.send
    LOOP_RESUME = 11    # generator.__next__
    # the same of other kinds: of a plain instance, the frame of its special method takes the native's place
    LOOP_LEN = 8
    LOOP_ITER = 9
    LOOP_REPR = 10

cdef class NativeFunction(Object):
    # guest type: builtin_function_or_method, method_descriptor, wrapper_descriptor, method-wrapper, classmethod_descriptor
    cdef int kind
    cdef int special
    cdef int number             # index into a machine's call counts (the ledger); equal for all bindings of one function
    cdef void* meth
    cdef PyObject* mself        # the host function's own self (module or NULL); borrowed from host
    cdef PyTypeObject* owner    # methods: host type that self must be an instance of; NULL for functions
    cdef bint is_method         # takes self as its first argument (unbound)
    cdef object host            # host callable: takes self first when is_method
    cdef object self_           # bound to, or None
    cdef bint is_bound
    cdef object guest           # Function, for GUEST
    cdef str name, qualname
    cdef object module          # guest's __module__
    cdef object objclass        # Type or None
    cdef object doc, text_signature
    cdef object __weakref__

cdef class GetSet(Object):      # getset_descriptor, member_descriptor of native types
    cdef object getter          # host callable(obj)
    cdef object setter          # host callable(obj, value) or None
    cdef object deleter         # host callable(obj) or None
    cdef str name
    cdef object objclass, doc
    cdef PyTypeObject* owner

cdef class Member(Object):      # one name of a guest class's __slots__
    cdef str name
    cdef int slot
    cdef Type objclass

cdef object MISS                # see GUEST

cdef NativeFunction native_function(object host, str name, object module)           # from a host builtin function
cdef NativeFunction native_method(object descr, Type objclass, str name)            # from a host method descriptor
cdef NativeFunction bind_native(NativeFunction f, object self_)                      # [].append
# calls it without the loop (general path): checks self, converts nothing
cdef object call_native(NativeFunction f, tuple args, object kwargs)

# A host error is pending that came of a call with `culprit` among the arguments: where its text names the host class of
# our instances, the guest's name of the type is put in.
cdef int fix_message(PyObject* culprit) noexcept
cdef int reword_pending(NativeFunction f) except -1                                  # what a function of ours says of its arguments, as CPython says it
cdef int fix_arguments(PyObject** args, Py_ssize_t n) noexcept                       # the same, looking for it (NULLs are skipped)
cdef object native_call(object f, tuple args, object kwargs)                         # tp_call of natives
cdef NativeFunction new_native(Type kind, object host, str name, Type objclass)      # PACKED; kind: its guest type
cdef Type BUILTIN, METHOD, WRAPPER, METHOD_WRAPPER, CLASS_METHOD, GETSET, MEMBER     # guest types of natives and descriptors
