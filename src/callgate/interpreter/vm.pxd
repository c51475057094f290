# VM: all state of one world. Frames and values live in two C arrays; see eval.py for the loop.
from cpython.ref cimport PyObject
from libc.stdint cimport int64_t
from ..core.capi cimport CgFrame, CgExec, CgExcItem, CgInstr, Ref, Refs
from ..core.state cimport State
from ..objects.namespace cimport Namespace
from ..objects.function cimport Function, Roll
from ..objects.exception cimport ExceptionObject

cdef enum:
    # Frame.flags: what happens to the value when the frame returns (calls.finish_frame). Two frames' worth of
    # stack layout: everything from `ret` on belongs to the frame, the result goes to ret[0].
    F_ENTRY = 1            # leaves the loop: the run that pushed it gets the value
    F_CTOR = 2             # __init__ of a class call: must be None; the result is the instance at fast[-2]
    F_GEN = 4              # a generator's frame: `extra` is the Generator
    F_FOR_ITER = 8         # ... resumed by FOR_ITER, whose iterator is at ret[-1]
    F_SEND = 16            # ... resumed by next() or send(): its return is a StopIteration
    F_YIELD_FROM = 32      # ... resumed by YIELD_FROM, the iterator is at ret[-1]
    F_BINARY = 64          # operator: operands at ret[-2], ret[-1]; NotImplemented asks the other side
    F_DISCARD = 128        # the result is dropped (attribute and item stores)
    F_COMPARE = 256        # comparison: as F_BINARY
    F_ITER = 512           # __iter__: the result must be an iterator
    F_NEXT = 1024          # __next__ for FOR_ITER: StopIteration ends the loop; iterator at ret[-1]
    F_NEW = 2048           # __new__ of a class call: `extra` is (class, args, kwargs); __init__ follows
    F_BODY = 4096          # class body: `extra` is what build_class goes on with
    F_ASYNC = 16384        # ... an asynchronous generator's, by YIELD_FROM; what it yields ends the wait at ret[-1], an AsyncSend
    F_TRUTH = 8192         # __bool__, or __len__ with F_LEN, or __contains__: the result decides the instruction at pc[-1]
    F_LEN = 32768          # __len__: the result must be a size
    F_STR = 65536          # __str__, or __repr__ with F_REPR: the result must be a string
    F_REPR = 131072
    F_SEEN = 262144        # it has a frame object: `guest`; when it ends, leave_frame() comes first

ctypedef Ref (*evalfunc)(VM vm) noexcept

cdef class VM:
    cdef State state
    cdef list put_off              # what waits for its finalizer, and for each its State.birth()
    cdef list order
    cdef Refs stack
    cdef Refs stack_end
    cdef CgFrame* frames
    cdef CgFrame* frames_end
    cdef CgFrame* fp               # the running frame, as of the last publication
    cdef Refs sp
    cdef Ref pending               # owned: the guest exception in flight
    cdef Ref retval                # owned: what the entry frame returned
    cdef Ref spread_names          # owned: names of the keyword values that call_star has spread
    cdef Refs claimed              # up to here the stack is in use though it passes the running frame's bound
    cdef CgExcItem exc_base
    cdef CgExcItem* exc            # the handled exception
    cdef int64_t* counts           # calls of native functions, by NativeFunction.number
    cdef int ncounts
    cdef public object builtins    # Namespace
    cdef public dict modules       # the guest's sys.modules: name -> guest value
    cdef public dict data          # what native modules keep per machine: module name -> anything of theirs
    cdef public object importer    # modules/importer.py's Importer
    cdef public object stdout      # host callable taking text
    cdef public object stderr
    cdef public object host        # the embedder's object; natives reach limits, tools, compile() through it
    cdef public object breaker     # host callable(vm): the slice is used up; refills it or raises Trap
    cdef public dict type_counts   # calls of builtin types: Type -> int, but for
    cdef PyObject* recent_types[32]  # native types whose last calls are in recent_calls, and not in type_counts yet
    cdef int64_t recent_calls[32]
    cdef int64_t quick_types[32]   # those of the types that have a quick_new, by Type.quick_index
    cdef Roll roll                 # code that was called, while it lives; see counting.py for this and the following
    cdef public list called             # classes of the guest whose counter is above zero
    cdef public bint callable_modules   # PEP 713

cdef VM current_vm()                                     # the running machine; RuntimeError outside of a run
# One activation of the loop on the C stack: what the machine goes back to when it ends.
ctypedef struct Run:
    CgFrame* base
    Refs ret                # where its call lies, and its value comes
    Refs sp
    Refs claimed
    CgExcItem* exc
    Ref pending             # owned: a run may begin in the middle of unwinding, when something dies
    State* previous

cdef object run_in(VM vm, object code, object globals, object locals)       # exec and eval: a bytecode Code, a dict, a mapping
cdef object call_guest(VM vm, object callable, tuple args, object kwargs)    # a run of its own on the C stack
# runs a function without arguments with `locals` as its namespace (module, class body, exec)
cdef object run_body(VM vm, Function function, object locals)
cdef int set_eval(evalfunc f) noexcept
# the first stack word above everything the running frame may use
cdef Refs free_stack(VM vm) noexcept
# Begins a run whose call has `words` words, claims the stack for them from run.ret on, and sets vm.sp there. Raises
# when no further run may be started on the C stack; whoever began one ends it.
cdef int begin_run(VM vm, Run* run, Py_ssize_t words) except -1
# runs what was pushed at run.ret (status of the push) and gives its value, or raises; used by every way in
cdef object finish_run(VM vm, Run* run, int status)
cdef void end_run(VM vm, Run* run) noexcept
