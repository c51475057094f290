# Patterns and matches of the re module.
from libc.stdint cimport uint32_t
from ..core.object cimport Object
from .regex cimport Matcher

cdef class Pattern(Object):
    cdef uint32_t* code
    cdef int size, groups
    cdef object pattern, flags
    cdef dict groupindex
    cdef tuple indexgroup
    cdef bint is_bytes, is_any              # is_any: compiled without a text (re.Scanner)
    cdef Matcher spare                      # a matcher that is not in use: keeps its stacks
    cdef object __weakref__

cdef class Match(Object):
    cdef Pattern pattern
    cdef object string                      # as given; None when the match was copied out of it
    cdef object text                        # str or bytes
    cdef Py_ssize_t pos, endpos
    cdef int lastindex
    cdef list marks                         # start and end of group 0, 1 ...; -1: not part of the match

cdef class Scanner(Object):
    cdef Pattern pattern
    cdef Matcher matcher
    cdef object string
    cdef Py_ssize_t pos, endpos

cdef class Template(Object):
    cdef list parts                         # literal, group, literal, group ...
