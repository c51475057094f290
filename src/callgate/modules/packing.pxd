# What the modules that compress share.
from ..core.object cimport Type
from ..objects.foreign cimport Foreign

cdef class Packer(Foreign):
    cdef long long kept             # input that the host's object holds back
    cdef object unused, tail        # of zlib's decompression objects

cdef object data_of(object value)
cdef object translated(object error, object host_error, Type guest_error)
cdef object feed(object step, object data, long long price)
cdef object take(object state, object data, object wanted, long long price, bint tail)
cdef Packer new_packer(Type kind, object state, long long weight)
