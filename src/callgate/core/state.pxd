# The machine that runs in this thread: what natives of every folder may ask of it, without knowing the interpreter.
from cpython.ref cimport PyObject
from .capi cimport CgFrame

ctypedef struct State:
    long long fuel          # left in the slice; the loop and natives count down; below zero: look at the breaker
    long long depth_left    # not used by the loop (its frame array is the depth); nested natives count here
    long long memory_limit  # bytes, or a huge number
    int nested              # nested runs on the C stack
    int max_nested
    char* c_stack_floor     # an address that the C stack must not pass
    bint dead               # a trap is on its way: no guest code may run
    unsigned long long world    # the machine's number, never used twice
    PyObject* due           # owned: a trap that stopped a destructor, to be raised at the next look at the breaker; or NULL
    PyObject* vm            # borrowed: the interpreter's VM

cdef State* current() noexcept                 # the running machine's state, or NULL outside of any run
cdef State* enter(State* state) noexcept       # makes it the running one; returns the one before, for leave()
cdef void leave(State* previous) noexcept
cdef int charge(long long fuel) except -1      # natives: pay for work; raises Trap when it is used up
cdef int charge_memory(long long size) except -1   # natives, before they allocate `size` bytes at once
cdef int check_c_stack() except -1             # natives that recurse: RecursionError well before the C stack ends

# Fuel below zero: raises the Trap that is due, or refills the slice. `vm` is State.vm. Set by interpreter/vm.py.
ctypedef int (*breakerfunc)(PyObject* vm) except -1
cdef void set_breaker(breakerfunc func) noexcept
# The number of the machine that runs in this thread, 0 outside of any run. What a machine's guest wants run when something
# dies (__del__, a generator's finally) runs in that machine only, and only while may_finalize(number) says so.
cdef unsigned long long current_world() noexcept
cdef bint may_finalize(unsigned long long world) noexcept
# Frames that the guest may still push; set by interpreter/vm.py.
ctypedef long long (*roomfunc)(PyObject* vm) noexcept
cdef void set_room(roomfunc func) noexcept
cdef int check_depth(long long nested) except -1    # natives nested as deep as this: RecursionError where guest frames would get it
cdef bint guest_may_run() noexcept             # a machine runs in this thread, and no trap is on its way
cdef int stop_later(object trap) except -1     # a destructor must not raise: its machine does, soon
