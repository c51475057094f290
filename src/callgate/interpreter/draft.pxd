# The linker's working memory and its first two passes.
from libc.stdint cimport int32_t, uint8_t
from ..core.capi cimport CgInstr

cdef enum:
    UNARY_NOT = 1
    # Draft.mark
    MARK_BOUNDARY = 1      # nothing is fused across the place before this instruction
    MARK_METHOD = 2        # LOAD_ATTR of a method site, and its call
    MARK_DROPPED = 4       # a load that is not emitted: keyword name or late left operand
    MARK_NAME = 8          # ... a keyword name
    # operand kinds, in the order of `limits`
    KIND_OTHER = 0
    KIND_CONST = 1
    KIND_LOCAL = 2
    KIND_DEREF = 3
    KIND_NAME = 4
    KIND_JUMP = 5
    KINDS = 6
    # what _decode saw
    SEEN_FIRST_REBOUND = 1
    SEEN_ARITHMETIC = 2
    SEEN_RARE = 4
    # where the operands of an operation are, in the order of the instructions ADD_SS, ADD_SS_ST, ADD_SF, ...
    MODE_SS = 0
    MODE_SF = 1
    MODE_SK = 2
    MODE_FS = 3
    MODE_KS = 4
    MODE_KF = 5
    MODE_FF = 6
    MODE_FK = 7

# made from bytecode/opcodes.py at import
cdef signed char POPS[256]
cdef signed char PUSHES[256]
cdef unsigned char KIND[256]
cdef bint IS_TARGET[256]   # of executable instructions: c is a jump target

# The linker's working memory: the logical code, what is known of each instruction, and what has been emitted.
ctypedef struct Draft:
    int n                  # logical instructions
    uint8_t* op
    uint8_t* mark          # MARK_... bits
    int32_t* arg
    int32_t* link          # BINARY_OP: late left operand + 1; a call: constant of its keyword names + 1;
                           # LOAD_CLASSDEREF, LOAD_FROM_DICT_OR_DEREF: name; DICT_MERGE: keyword names dropped below
    int32_t* where         # executable index, for every boundary; where[n] is the end
    int32_t* gcell         # name index -> global cell index, or -1
    int32_t* missing       # keyword names that the executable stack lacks there, for every boundary
    CgInstr* ins
    int32_t* origin
    int nins, ncaches, ngcells
    int nvars, ncells
    int class_free         # closure index of __class__ where super() may be fused, else -1
    int super_name         # name index of `super`, or -1
    int pending[4]         # logical indices of loads that may still become operands
    int npending

# Reads the instructions and marks jump targets; `limits`: table sizes by operand kind. Gives SEEN_... bits.
cdef int decode(Draft* d, tuple instructions, int32_t* limits) except -1
cdef int mark_handlers(Draft* d, tuple handlers) except -1
cdef int mark_calls(Draft* d, tuple calls, tuple consts, list more) except -1
cdef void find_late(Draft* d, int32_t* last_store) noexcept
cdef int merged_names(Draft* d, int merge) except -1
cdef tuple interned(tuple names)
