# The iterators of itertools: layouts. Each holds guest iterators and takes one item at a time.
from ..core.object cimport Object, Type

cdef class Count(Object):
    cdef object value, increment
cdef class Cycle(Object):
    cdef object it
    cdef list saved
    cdef Py_ssize_t index
    cdef bint first
cdef class Repeat(Object):
    cdef object value
    cdef Py_ssize_t left            # -1 for ever
cdef class Chain(Object):
    cdef object source, active      # iterator of iterables, iterator of the present one
cdef class Compress(Object):
    cdef object data, selectors
cdef class DropWhile(Object):
    cdef object func, it
    cdef bint started
cdef class TakeWhile(Object):
    cdef object func, it
    cdef bint stopped
cdef class FilterFalse(Object):
    cdef object func, it
cdef class StarMap(Object):
    cdef object func, it
cdef class Islice(Object):
    cdef object it
    cdef Py_ssize_t next, stop, step, count     # stop -1: none
cdef class GroupBy(Object):
    cdef object it, key
    cdef object target, current_key, current_value
    cdef Grouper group
cdef class Grouper(Object):
    cdef GroupBy parent
    cdef object target
cdef class TeeLink:                  # one item and the way to the next: shared by the iterators of one tee()
    cdef object value
    cdef TeeLink next
    cdef object it                  # the source, in the last link only
    cdef bint running               # an item is being taken from it
cdef class Tee(Object):
    cdef TeeLink link
    cdef object __weakref__
cdef class ZipLongest(Object):
    cdef list iterators
    cdef object fill
    cdef Py_ssize_t active
cdef class Accumulate(Object):
    cdef object it, func, total, initial
    cdef bint started
cdef class Pairwise(Object):
    cdef object it, old
    cdef bint started
cdef class Batched(Object):
    cdef object it
    cdef Py_ssize_t n
    cdef bint strict
