# Any call is just an object call (protocol.md A5, A6): the one place where natives, the host and the loop's general path meet.
from cpython.ref cimport PyObject
from .object cimport Type, callfunc

# tells the ledger of each object_call; set by interpreter/counting.py
ctypedef void (*countfunc)(PyObject* callable) noexcept
cdef void set_call_counter(countfunc function) noexcept
cdef object counted_call(object callable, tuple args, object kwargs)  # object_call for the loop, which has counted it
cdef object object_call(object callable, tuple args, object kwargs)   # kwargs: dict or None; asks type_of(callable).slots.tp_call
cdef object call0(object callable)
cdef object call1(object callable, object a)
cdef object call2(object callable, object a, object b)
cdef object call3(object callable, object a, object b, object c)
cdef object call_method(object obj, str name, tuple args)             # obj.name(*args)
cdef object call_special(object obj, str name, tuple args)            # type(obj).name(obj, *args); TypeError when absent
cdef bint is_callable(object obj) except -1
# Objects whose type calls through `call` are callable when `test` says so (modules, PEP 713).
ctypedef bint (*testfunc)(object obj) except -1
cdef void set_callable_test(callfunc call, testfunc test) noexcept
cdef object call_found(PyObject* found, object obj, tuple args)       # found: what lookup() gave for type(obj); binds and calls
cdef object call_found0(PyObject* found, object obj)                  # the same without packing, for one and two values
cdef object call_found1(PyObject* found, object obj, object a)
# a nested run of a guest function on values in an array; set by interpreter/, with the guest's type `function`
ctypedef object (*enterfunc)(PyObject* function, PyObject** args, Py_ssize_t n)
cdef void set_enter(enterfunc enter, enterfunc quick, Type function_type) noexcept
# slots of guest classes: look the dunder up and call it
cdef object slot_call(object callable, tuple args, object kwargs)
cdef object slot_new(Type cls, tuple args, object kwargs)
cdef int slot_init(object obj, tuple args, object kwargs) except -1
cdef object type_call(object cls, tuple args, object kwargs)          # type.__call__
cdef object object_new(Type cls, tuple args, object kwargs)           # object.__new__
cdef int object_init(object obj, tuple args, object kwargs) except -1 # object.__init__
