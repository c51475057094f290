"""Characters in regular expressions: categories, and sets as the re package compiles them."""

import cython
from cython.cimports.callgate.modules.regex import (
    CATEGORY_DIGIT, CATEGORY_LINEBREAK, CATEGORY_LOC_NOT_WORD, CATEGORY_LOC_WORD, CATEGORY_NOT_DIGIT,
    CATEGORY_NOT_LINEBREAK, CATEGORY_NOT_SPACE, CATEGORY_NOT_WORD, CATEGORY_SPACE, CATEGORY_UNI_DIGIT,
    CATEGORY_UNI_LINEBREAK, CATEGORY_UNI_NOT_DIGIT, CATEGORY_UNI_NOT_SPACE, CATEGORY_UNI_NOT_WORD, CATEGORY_UNI_SPACE,
    CATEGORY_UNI_WORD, CATEGORY_WORD, R_CATEGORY, R_CHARSET, R_FAILURE, R_LITERAL, R_NEGATE, R_RANGE,
    R_RANGE_UNI_IGNORE,
)
from cython.cimports.cpython.unicode import (
    Py_UNICODE_ISALNUM, Py_UNICODE_ISDECIMAL, Py_UNICODE_ISLINEBREAK, Py_UNICODE_ISSPACE, Py_UNICODE_TOUPPER,
)
from cython.cimports.libc.stdint import uint8_t, uint32_t

CodeP = cython.typedef(cython.pointer(uint32_t))


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def ascii_space(ch: uint32_t) -> cython.bint:
    return ch == 32 or 9 <= ch <= 13


def unicode_word(ch):
    return ch == 95 or Py_UNICODE_ISALNUM(cython.cast(cython.Py_UCS4, ch))


def category(which, ch):
    if which == CATEGORY_DIGIT:
        return 48 <= ch <= 57
    elif which == CATEGORY_NOT_DIGIT:
        return not 48 <= ch <= 57
    elif which == CATEGORY_SPACE:
        return ascii_space(ch)
    elif which == CATEGORY_NOT_SPACE:
        return not ascii_space(ch)
    elif which == CATEGORY_WORD or which == CATEGORY_LOC_WORD:
        return ascii_word(ch)
    elif which == CATEGORY_NOT_WORD or which == CATEGORY_LOC_NOT_WORD:
        return not ascii_word(ch)
    elif which == CATEGORY_LINEBREAK:
        return ch == 10
    elif which == CATEGORY_NOT_LINEBREAK:
        return ch != 10
    elif which == CATEGORY_UNI_DIGIT:
        return Py_UNICODE_ISDECIMAL(cython.cast(cython.Py_UCS4, ch))
    elif which == CATEGORY_UNI_NOT_DIGIT:
        return not Py_UNICODE_ISDECIMAL(cython.cast(cython.Py_UCS4, ch))
    elif which == CATEGORY_UNI_SPACE:
        return Py_UNICODE_ISSPACE(cython.cast(cython.Py_UCS4, ch))
    elif which == CATEGORY_UNI_NOT_SPACE:
        return not Py_UNICODE_ISSPACE(cython.cast(cython.Py_UCS4, ch))
    elif which == CATEGORY_UNI_WORD:
        return unicode_word(ch)
    elif which == CATEGORY_UNI_NOT_WORD:
        return not unicode_word(ch)
    elif which == CATEGORY_UNI_LINEBREAK:
        return Py_UNICODE_ISLINEBREAK(cython.cast(cython.Py_UCS4, ch))
    return not Py_UNICODE_ISLINEBREAK(cython.cast(cython.Py_UCS4, ch))


def in_set(set, ch):
    ok: cython.bint = True
    op: uint32_t
    block: uint32_t
    upper: uint32_t
    while True:
        op = set[0]
        set += 1
        if op == R_FAILURE:
            return not ok
        elif op == R_LITERAL:
            if ch == set[0]:
                return ok
            set += 1
        elif op == R_CATEGORY:
            if category(set[0], ch):
                return ok
            set += 1
        elif op == R_CHARSET:
            if ch < 256 and set[ch >> 5] >> (ch & 31) & 1:
                return ok
            set += 8
        elif op == R_RANGE:
            if set[0] <= ch <= set[1]:
                return ok
            set += 2
        elif op == R_RANGE_UNI_IGNORE:
            if set[0] <= ch <= set[1]:
                return ok
            upper = Py_UNICODE_TOUPPER(cython.cast(cython.Py_UCS4, ch))
            if set[0] <= upper <= set[1]:
                return ok
            set += 2
        elif op == R_NEGATE:
            ok = not ok
        else:   # BIGCHARSET: a block number for each high byte, then the blocks
            if ch < 65536:
                block = cython.cast(cython.pointer(uint8_t), set + 1)[ch >> 8]
                if set[65 + block * 8 + ((ch & 255) >> 5)] >> (ch & 31) & 1:
                    return ok
            set += 65 + set[0] * 8
