# Meter: what one run may use, what it has used, and the breaker that the loop asks when its slice of fuel is used up.
from .vm cimport VM

cdef class Meter:
    cdef VM vm
    # limits of a run; -1 (seconds: infinite) when there is none
    cdef public long long max_fuel, max_calls, max_output, max_memory
    cdef public double max_seconds
    # the run so far
    cdef public long long granted       # fuel given to the loop
    cdef public long long calls         # calls into the host
    cdef public long long written       # bytes printed
    cdef public double started          # monotonic clock
    cdef public double deadline
    cdef public double tool_seconds     # spent in the host, by its outermost calls
    cdef public int in_tool             # calls into the host that are active
    cdef public object stopped          # the Trap that ends the run, as soon as one was raised in the host; else None
    cdef public object escaped          # host exception that leaves the machine as it is (KeyboardInterrupt); else None
    cdef public bint guest_interrupts   # Ctrl-C is the guest's KeyboardInterrupt, as under `python`
    cdef public object tick             # a Python function without effect: calling it lets signals and other threads in

    # memory: when the guest's was measured last, and what came of it
    cdef public long long memory        # bytes of the guest's objects, then
    cdef public long long peak          # the most of them in this run
    cdef long long kept                 # characters of text that waits for the host
    cdef long long had                  # bytes of the process, then
    cdef long long walk_fuel            # fuel granted, then
    cdef double walk_end, walk_took, looked_at
    cdef long long collect_at           # bytes of the process that ask for the host's collector
    cdef double collected, collect_took # when it came last, how long it took
    cdef long long slice                # units of fuel until the next look at the clock
    cdef double asked                   # when the breaker was asked last

cdef int stop_for(Meter meter, object error) except -1
cdef int check_clock(Meter meter, double now) except -1
cdef int check_memory(Meter meter, double now, bint native) except -1
cdef int measure_end(Meter meter) noexcept           # a run has ended: its peak, where it may have one
cdef int count_call(Meter meter) except -1

cdef class Stream:
    cdef Meter meter
    cdef public object sink             # host callable taking text; None collects
    cdef list parts
    cdef long long kept                 # characters in them
