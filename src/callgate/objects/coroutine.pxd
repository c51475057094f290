# Coroutines, and what await drives.
from ..core.object cimport Object, Type
from .generator cimport Resumable

cdef class Coroutine(Resumable):
    cdef object origin              # cr_origin: None, since nothing tracks it

cdef class CoroutineWrapper(Object):    # coroutine.__await__()
    cdef Coroutine coroutine

cdef Coroutine new_coroutine()
cdef Type COROUTINE
# What `await value` drives: a coroutine or generator that can be resumed, or an iterator of __await__; None when there is none.
cdef object awaitable_of(object value)
# `source` as in bytecode.opcodes.AWAITED; TypeError, or RuntimeError when somebody awaits the coroutine already
cdef object get_awaitable(object value, int source)
