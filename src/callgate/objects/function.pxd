# Guest functions and what wraps them.
from cpython.ref cimport PyObject
from ..core.object cimport Object, Type
from ..core.capi cimport CgExec
from .descriptors cimport ClassMethod, Property, StaticMethod, Super, make_super
from .namespace cimport Namespace

cdef class Roll:                    # a machine's code that was called, while it lives: what the ledger is read from
    cdef CgExec** items             # their owners are Executables, which take themselves off
    cdef Py_ssize_t n, room
    cdef dict retired               # name -> calls of code that has gone

cdef int enroll(Roll roll, Executable e, str name) except -1

cdef class Executable:              # a Code linked to a namespace; not a guest value
    cdef CgExec c
    cdef public object code         # bytecode.code.Code
    cdef public tuple consts        # nested Codes are Executables
    cdef public tuple names
    cdef Namespace globals
    cdef public Executable parent
    cdef object guest_code          # the guest's code object (CodeObject), made when asked for
    cdef str name, qualname         # of the code, for the functions made of it
    cdef object doc
    cdef list keep                  # what the raw pointers in c borrow from
    cdef Roll roll                  # where its calls are read, or None: nobody does
    cdef Py_ssize_t place           # there
    cdef object shown               # its name there
    cdef object __weakref__

cdef class Cell(Object):            # value at word 4: CG_CELL_VALUE
    cdef object value               # NULL when empty: touched through CG_CELL_VALUE only

cdef class Function(Object):
    cdef CgExec* cc
    cdef Executable executable
    cdef list replaced              # executables that `__code__` took the place of: frames may be running them; or None
    cdef object defaults            # tuple or None
    cdef object kwdefaults          # dict or None
    cdef tuple closure              # of Cell, or None
    cdef Namespace globals
    cdef object globals_dict        # for exec with a plain dict: that dict; else None
    cdef object name, qualname, module, doc, annotations, type_params
    cdef object __weakref__

cdef class BoundMethod(Object):     # guest type `method`
    cdef object func, self_
    cdef object __weakref__

cdef class CodeObject(Object):      # the guest's view of a code object
    cdef Executable executable
    cdef public object code
    cdef object __weakref__

cdef Cell new_cell()                # empty
cdef BoundMethod new_bound_method(object func, object self_)
cdef Function new_function(Executable executable, Namespace globals)
cdef object make_code(Executable executable)   # the guest's code object of an executable
cdef Type FUNCTION, METHOD, CELL
# f.__code__ = c, types.FunctionType(c, globals): links a bytecode Code to a namespace; set by interpreter/
ctypedef Executable (*linkfunc)(object code, object globals)
cdef void set_linker(linkfunc function) noexcept
