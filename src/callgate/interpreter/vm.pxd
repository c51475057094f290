# VM: all state of one world. Frames and values live in two C arrays; see eval.py for the loop.
from cpython.ref cimport PyObject
from ..core.capi cimport CgFrame, CgExec, CgExcItem, CgInstr
from ..core.state cimport State
from ..objects.namespace cimport Namespace
from ..objects.function cimport Function

cdef enum:
    # Frame.flags: finishing actions. What happens to the value when the frame returns.
    F_PLAIN = 0
    F_ENTRY = 1            # leaves the loop: the run that pushed it gets the value
    F_CTOR = 2             # __init__ of a class call: must be None; the result is the instance at fast[-2]
    F_GEN = 4              # a generator's frame: extra is the Generator
    F_SPECIAL = 8          # more to do: `extra` / kind in the bits above 16

cdef class VM:
    cdef State state
    cdef PyObject** stack
    cdef PyObject** stack_end
    cdef CgFrame* frames
    cdef CgFrame* frames_end
    cdef CgFrame* fp               # the running frame, as of the last publication
    cdef PyObject** sp
    cdef PyObject* pending         # owned: the guest exception in flight
    cdef PyObject* retval          # owned: what the entry frame returned
    cdef CgExcItem exc_base
    cdef CgExcItem* exc            # the handled exception
    cdef public object builtins    # Namespace
    cdef public dict modules       # the guest's sys.modules: name -> guest value
    cdef public dict data          # what native modules keep per machine: module name -> anything of theirs
    cdef public object importer    # modules/importer.py's Importer: find(name) etc.
    cdef public object stdout      # host callable taking text
    cdef public object stderr
    cdef public object host        # the embedder's object (host.Machine); natives reach limits, tools, ledger through it
    cdef public object breaker     # host callable asked when the slice is used up; see host/limits.py
    cdef long long peak_depth
    cdef bint running
    cdef object ledger             # LEDGER_OFF None or dict

cdef VM current_vm()                                     # the running machine; RuntimeError outside of a run
cdef object call_guest(VM vm, object callable, tuple args, object kwargs)    # a nested (or outermost) run
cdef object run_body(VM vm, Function f, object namespace)                     # f's code with `namespace` as its locals (class bodies)
cdef object run_code(VM vm, object code, object globals, object locals)       # exec and eval: a bytecode Code, a dict, a mapping
