# The guest's frame objects: where a frame is while it runs, and what it leaves behind.
from ..core.capi cimport CgFrame, Ref
from ..core.object cimport Object
from ..objects.function cimport Executable, Function
from ..objects.generator cimport Resumable

cdef class FrameObject(Object):
    cdef Executable executable
    cdef Function function          # that runs in it; None: only a traceback tells of it
    cdef Py_ssize_t depth           # its place among the machine's frames; -1: it is not among them
    cdef int last                   # of one that has ended: logical index of the instruction
    cdef tuple kept                 # ... its variables and cells, NULL where there was nothing; or None
    cdef object space               # ... the namespace of a module's or a class's body; or None
    cdef FrameObject back           # ... who called it; or None
    cdef Resumable gen              # whose frame it is; or None
    cdef object trace               # f_trace: kept, never called

cdef FrameObject new_frame_object(Executable executable)    # of a frame that nobody knows
# The one frame object of a frame that runs; `depth` is its place.
cdef FrameObject frame_seen(CgFrame* fp, Py_ssize_t depth)
# A frame with F_SEEN ends, and returns `value` (borrowed, NULL: it does not): what it holds stays with its frame object
# when somebody still has that.
cdef int leave_frame(CgFrame* fp, Ref value) noexcept
cdef int drop_kept(FrameObject frame) noexcept             # in their order
# A generator's frame with F_SEEN goes to the heap.
cdef int suspend_frame(CgFrame* fp) noexcept
