# Characters in regular expressions.
from libc.stdint cimport uint32_t

cdef bint category(uint32_t which, uint32_t ch) noexcept
cdef bint in_set(uint32_t* set, uint32_t ch) noexcept      # the set that begins there and ends with FAILURE
cdef bint unicode_word(uint32_t ch) noexcept

cdef inline uint32_t ascii_lower(uint32_t ch) noexcept:
    return ch + 32 if 65 <= ch <= 90 else ch

cdef inline uint32_t ascii_upper(uint32_t ch) noexcept:
    return ch - 32 if 97 <= ch <= 122 else ch

cdef inline bint ascii_word(uint32_t ch) noexcept:
    return 97 <= ch <= 122 or 65 <= ch <= 90 or 48 <= ch <= 57 or ch == 95
