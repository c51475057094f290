# The guest's frame objects, for natives that ask for them.
from ..interpreter.frame_object cimport FrameObject
from ..interpreter.vm cimport VM

cdef FrameObject frame_object(VM vm, Py_ssize_t up)     # None: there are not so many frames
cdef object globals_of(FrameObject frame)               # f_globals
