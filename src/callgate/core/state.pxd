# The machine that runs in this thread: what natives of every folder may ask of it, without knowing the interpreter.
from cpython.ref cimport PyObject
from .capi cimport CgFrame

# What a native is still collecting, which nobody can reach yet but whoever measures memory.
ctypedef struct Kept:
    PyObject* what          # borrowed
    Kept* next

ctypedef struct State:
    long long fuel          # left in the slice; the loop and natives count down; below zero: look at the breaker
    long long depth_left    # not used by the loop (its frame array is the depth); nested natives count here
    long long memory_limit  # bytes, or a huge number
    int nested              # nested runs on the C stack
    int max_nested
    int lent                # of the host's recursion, by the outermost run
    char* c_stack_floor     # an address that the C stack must not pass
    bint dead               # a trap is on its way: no guest code may run
    unsigned long long world    # the machine's number, never used twice
    PyObject* due           # owned: a trap that stopped a destructor, to be raised at the next look at the breaker; or NULL
    PyObject* vm            # borrowed: the interpreter's VM
    # what must not run while the host's collector does; see put_off
    long long births        # finalizable things that the machine has made so far, deterministic, as all that follows from it
    long long living        # those of them that were not finalized yet
    long long settled       # `births`, when everything put off was finalized last
    long long young         # those born after it that were not finalized yet, without weak references' callbacks
    long long collect_at    # so many living ones ask for a collection
    long long held          # fuel taken from the slice so that the breaker is asked soon
    bint collect_due        # ... for a collection
    bint uncounted          # there are finalizable things that no birth tells of
    PyObject* put_off       # borrowed: the VM's list of what waits for its finalizer
    PyObject* order         # borrowed: the VM's list of their births
    Kept* kept
    State* next             # all machines
    State* previous

cdef enum:
    COLLECT_AT = 10000      # State.collect_at of a new machine

cdef State* current() noexcept                 # the running machine's state, or NULL outside of any run
cdef State* enter(State* state) noexcept       # makes it the running one; returns the one before, for leave()
cdef void leave(State* previous) noexcept
cdef int charge(long long fuel) except -1      # natives: pay for work; raises Trap when it is used up
cdef int charge_memory(long long size) except -1   # natives, before they allocate `size` bytes at once
cdef int check_c_stack() except -1             # natives that recurse: RecursionError well before the C stack ends

# Fuel below zero: raises the Trap that is due, or refills the slice. `vm` is State.vm. Set by interpreter/vm.py.
ctypedef int (*breakerfunc)(PyObject* vm) except -1
# Between the two, `what` counts as the guest's memory: for natives that collect by a loop of iter_step. `node` is on the C stack;
# always in a try ... finally.
cdef inline void keep(Kept* node, object what) noexcept:
    cdef State* state = current()
    node.what = <PyObject*>what
    if state != NULL:
        node.next = state.kept
        state.kept = node
cdef inline void let_go(Kept* node) noexcept:
    cdef State* state = current()
    if state != NULL and state.kept == node:
        state.kept = node.next
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
# The host's collector comes at any time; were the guest's code to run then, its fuel would not be the same twice. So what
# the collector finds is put off until the machine settles: at the guest's gc.collect(), when many such things live,
# when an outermost run ends (interpreter/settling.py). Machines are known while they live.
cdef void enlist(State* state) noexcept
cdef void strike(State* state) noexcept
# Something finalizable was made; its number, or 0. `late`: an outermost run may end without a look at it.
cdef unsigned int birth(bint late) noexcept
cdef void finalized(unsigned int born, bint late=*) noexcept    # ... will not be finalized any more
cdef void birth_untold(unsigned long long world) noexcept       # finalizable things may exist that no birth() tells of
# Asked by every finalizer first: does it run in the collector? Then it is to return; `o` was put off.
cdef bint waits(PyObject* o, unsigned long long world, unsigned int born) noexcept
cdef bint in_collector() noexcept                               # does the host's collector run in this thread?
cdef void put_off(PyObject* o, unsigned long long world, unsigned int born) noexcept
cdef void set_settling(PyObject* o) noexcept                    # the one whose finalizer runs now though it is referenced, or NULL
cdef void hold_fuel(State* state) noexcept                      # make the loop ask the breaker at the next call or backward jump
cdef int stop_later(object trap) except -1     # a destructor must not raise: its machine does, soon
