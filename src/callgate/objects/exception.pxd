# Guest exceptions and tracebacks; the one place where host exceptions become guest ones and back.
from cpython.ref cimport PyObject
from ..core.object cimport Object, Type, Instance

cdef class Traceback(Object):
    cdef object executable          # Executable of the frame
    cdef int last                   # where the frame ended when it handled the exception in between; else -1
    cdef int index                  # logical index of the instruction that raised
    cdef object next                # Traceback of the frame called, or None
    cdef object frame               # guest frame object, made when asked for
    cdef object line                # its line when that is not the instruction's, as types.TracebackType may say
    cdef object self_               # the method's `self`, of frames in which a name or an attribute was missing; else None

cdef class ExceptionObject(Instance):   # laid out as an Instance with these fields on top
    cdef object args                # tuple
    cdef object cause, context, traceback
    cdef bint suppress_context
    cdef object extra               # dict of native fields by kind (StopIteration.value, OSError.errno, SyntaxError.lineno, ...), or None

cdef Type traceback_type
cdef Type exception_type(str name)                        # builtin exception class by name
cdef ExceptionObject new_exception(Type cls, tuple args)  # without calling guest __init__
cdef Traceback new_traceback(object executable, int index, object next)
cdef ExceptionObject to_guest_exception(object host)      # host exception (not a Trap) -> guest exception
cdef object to_host_exception(ExceptionObject exc)        # a GuestRaise of the nearest host class, carrying exc
cdef bint exception_matches(object exc, object cls) except -1   # the except clause's test, with its TypeErrors
# `raise exc from cause` (cause NULL: no `from`): the exception to put in flight; the loop then does set_context
cdef ExceptionObject make_raise(object exc, PyObject* cause)
# exc.__context__ = the exception being handled (or None), without making a cycle
cdef int set_context(ExceptionObject exc, object handled) except -1
cdef bint is_exception_class(object value) noexcept
