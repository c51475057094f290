# The matcher of regular expressions: runs the code that the re package compiles patterns to.
from libc.stdint cimport uint32_t

cdef enum:
    # re/_constants.py's numbers, the same since 3.11 (tests/modules/test_re.py compares them)
    R_FAILURE = 0
    R_SUCCESS = 1
    R_ANY = 2
    R_ANY_ALL = 3
    R_ASSERT = 4
    R_ASSERT_NOT = 5
    R_AT = 6
    R_BRANCH = 7
    R_CATEGORY = 8
    R_CHARSET = 9
    R_BIGCHARSET = 10
    R_GROUPREF = 11
    R_GROUPREF_EXISTS = 12
    R_IN = 13
    R_INFO = 14
    R_JUMP = 15
    R_LITERAL = 16
    R_MARK = 17
    R_MAX_UNTIL = 18
    R_MIN_UNTIL = 19
    R_NOT_LITERAL = 20
    R_NEGATE = 21
    R_RANGE = 22
    R_REPEAT = 23
    R_REPEAT_ONE = 24
    R_SUBPATTERN = 25
    R_MIN_REPEAT_ONE = 26
    R_ATOMIC_GROUP = 27
    R_POSSESSIVE_REPEAT = 28
    R_POSSESSIVE_REPEAT_ONE = 29
    R_GROUPREF_IGNORE = 30
    R_IN_IGNORE = 31
    R_LITERAL_IGNORE = 32
    R_NOT_LITERAL_IGNORE = 33
    R_GROUPREF_LOC_IGNORE = 34
    R_IN_LOC_IGNORE = 35
    R_LITERAL_LOC_IGNORE = 36
    R_NOT_LITERAL_LOC_IGNORE = 37
    R_GROUPREF_UNI_IGNORE = 38
    R_IN_UNI_IGNORE = 39
    R_LITERAL_UNI_IGNORE = 40
    R_NOT_LITERAL_UNI_IGNORE = 41
    R_RANGE_UNI_IGNORE = 42
    AT_BEGINNING = 0
    AT_BEGINNING_LINE = 1
    AT_BEGINNING_STRING = 2
    AT_BOUNDARY = 3
    AT_NON_BOUNDARY = 4
    AT_END = 5
    AT_END_LINE = 6
    AT_END_STRING = 7
    AT_LOC_BOUNDARY = 8
    AT_LOC_NON_BOUNDARY = 9
    AT_UNI_BOUNDARY = 10
    AT_UNI_NON_BOUNDARY = 11
    CATEGORY_DIGIT = 0
    CATEGORY_NOT_DIGIT = 1
    CATEGORY_SPACE = 2
    CATEGORY_NOT_SPACE = 3
    CATEGORY_WORD = 4
    CATEGORY_NOT_WORD = 5
    CATEGORY_LINEBREAK = 6
    CATEGORY_NOT_LINEBREAK = 7
    CATEGORY_LOC_WORD = 8
    CATEGORY_LOC_NOT_WORD = 9
    CATEGORY_UNI_DIGIT = 10
    CATEGORY_UNI_NOT_DIGIT = 11
    CATEGORY_UNI_SPACE = 12
    CATEGORY_UNI_NOT_SPACE = 13
    CATEGORY_UNI_WORD = 14
    CATEGORY_UNI_NOT_WORD = 15
    CATEGORY_UNI_LINEBREAK = 16
    CATEGORY_UNI_NOT_LINEBREAK = 17
    INFO_PREFIX = 1
    INFO_LITERAL = 2
    INFO_CHARSET = 4
    # Context.jump: what its parent was doing
    J_NONE = 0
    J_MAX_UNTIL_1 = 1
    J_MAX_UNTIL_2 = 2
    J_MAX_UNTIL_3 = 3
    J_MIN_UNTIL_1 = 4
    J_MIN_UNTIL_2 = 5
    J_MIN_UNTIL_3 = 6
    J_REPEAT = 7
    J_REPEAT_ONE = 8
    J_MIN_REPEAT_ONE = 9
    J_BRANCH = 10
    J_ASSERT = 11
    J_ASSERT_NOT = 12
    J_POSSESSIVE_1 = 13
    J_POSSESSIVE_2 = 14
    J_ATOMIC = 15
    # what the matcher does next with the context on top
    M_ENTER = 0
    M_GO_ON = 1
    M_RETURN = 2
    M_BRANCH = 3
    M_REPEAT_ONE = 4
    M_MIN_REPEAT_ONE = 5
    M_MAX_TAIL = 6
    M_POSSESSIVE = 7

ctypedef struct Context:        # one activation of the matcher: what CPython's engine calls by recursion
    int pattern                 # index of the instruction's operands
    int jump                    # why it was started: where its parent goes on
    int toplevel
    int lastmark, lastindex     # as saved when a choice began
    int repeat                  # index of a Repeat
    Py_ssize_t ptr, count

ctypedef struct Repeat:         # one running { } of more than a character
    int pattern, prev           # operands of its REPEAT; the one around it, or -1
    Py_ssize_t count, last_ptr

cdef class Matcher:
    cdef uint32_t* code         # borrowed from the pattern
    cdef int size
    cdef object text            # str or bytes
    cdef void* data
    cdef int kind               # bytes per character
    cdef Py_ssize_t start, end, ptr
    cdef Py_ssize_t* marks      # -1: not set
    cdef int nmarks, lastmark, lastindex
    cdef bint match_all, must_advance
    cdef int repeat             # the innermost running Repeat, or -1
    cdef Context* contexts
    cdef Repeat* repeats
    cdef Py_ssize_t* saved
    cdef Py_ssize_t ncontexts, nrepeats, nsaved, contexts_cap, repeats_cap, saved_cap
    cdef long steps

cdef Matcher new_matcher(uint32_t* code, int size, int groups, object text, Py_ssize_t start, Py_ssize_t end)
cdef int reset(Matcher m) noexcept
cdef int search(Matcher m) except -1
cdef int match(Matcher m) except -1         # at m.ptr
