# Asynchronous generators and the awaitables that drive them.
from ..core.object cimport Object
from .generator cimport Resumable

cdef enum:
    # of an awaitable
    WAIT_NEW = 0
    WAIT_STARTED = 1
    WAIT_OVER = 2

cdef class AsyncGenerator(Resumable):
    cdef object finalizer           # of sys.set_asyncgen_hooks, when it was first asked for an item
    cdef bint hooked
    cdef bint over                  # gave StopAsyncIteration, or is being closed
    cdef bint busy                  # somebody waits for it

cdef class AsyncValue(Object):      # what `yield` in one gives: not what `await` in it gives to the loop
    cdef object value

cdef class AsyncSend(Object):       # asend(), __anext__()
    cdef AsyncGenerator gen
    cdef object value
    cdef int state

cdef class AsyncThrow(Object):      # athrow(), aclose()
    cdef AsyncGenerator gen
    cdef tuple args                 # None: aclose()
    cdef int state

cdef class AnextDefault(Object):    # anext(iterator, default)
    cdef object awaitable, default

cdef AsyncGenerator new_async_generator()
cdef object wrap_value(object value)
# the value, and with it the item's or the wait's end: the object is used again if the caller's reference is the only one
cdef object unwrap_value(AsyncValue wrapped)
cdef int item_given(AsyncSend wait) noexcept
cdef AsyncSend async_next(AsyncGenerator gen)       # its __anext__()
# the same for a loop that awaits it at once; the generator must be hooked, and not busy
cdef AsyncSend async_started(AsyncGenerator gen)
cdef object anext_default(object awaitable, object default)
# What the loop does itself: the first resumption gives the value to send, errors as send() has them; the end of the wait.
cdef object begin_send(AsyncSend wait, object sent)
cdef int end_send(AsyncSend wait, bint over) noexcept
cdef bint ends_iteration(object exc) noexcept       # a StopAsyncIteration or GeneratorExit
