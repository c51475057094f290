# What natives see of running frames: names and values, the code to run in them.
from ..core.capi cimport CgExec, CgFrame, Refs
from ..interpreter.vm cimport VM
from ..objects.function cimport Executable, Function

cdef CgFrame* caller_frame(VM vm, int up) noexcept        # the guest's running frame, callgate's own left out; NULL: none
cdef object frame_locals(CgFrame* frame)                  # the namespace mapping, or a new dict of the variables
cdef dict locals_of(Function function, CgExec* cc, Refs fast)     # of a frame without a namespace
cdef object frame_globals(CgFrame* frame)
cdef Executable frame_code(CgFrame* frame)
cdef object exec_(VM vm, object source, object globals, object locals, object closure)
cdef object eval_(VM vm, object source, object globals, object locals)
cdef object compile_(VM vm, object source, str filename, str mode, long flags, object inherit, long optimize)
