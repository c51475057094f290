# The guest's frame objects.
from ..core.object cimport Object
from ..interpreter.vm cimport VM
from ..objects.function cimport CodeObject
from ..objects.generator cimport Resumable

cdef class FrameObject(Object):
    cdef CodeObject code
    cdef object globals, function
    cdef Py_ssize_t depth           # its place among the machine's frames
    cdef object lineno              # when it was last looked at
    cdef Resumable gen              # whose frame it is; else None
    cdef object trace               # f_trace: kept, never called
    cdef bint cleared

cdef object frame_object(VM vm, Py_ssize_t up)          # None: there are not so many frames
