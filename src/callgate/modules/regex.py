"""The matcher of regular expressions: runs the code that the re package compiles patterns to.

It is CPython's engine with the recursion taken out: what is called there is a Context on a stack of our own here, so no
text or pattern needs C stack, and fuel is paid for every few steps. Code comes from the guest, so it is checked once
(regex_check.py). Positions are indices into the text.
"""

import cython
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.modules.regex_chars import (
    ascii_lower, ascii_upper, ascii_word, category, in_set, unicode_word,
)
from cython.cimports.cpython.bytes import PyBytes_AS_STRING
from cython.cimports.cpython.unicode import Py_UNICODE_TOLOWER, PyUnicode_DATA, PyUnicode_KIND
from cython.cimports.libc.stdint import uint8_t, uint16_t, uint32_t
from cython.cimports.libc.stdlib import free, malloc, realloc
from cython.cimports.libc.string import memcpy

CodeP = cython.typedef(cython.pointer(uint32_t))
ContextP = cython.typedef(cython.pointer(Context))
SizeP = cython.typedef(cython.pointer(cython.Py_ssize_t))
ENDLESS = cython.declare(uint32_t, 0xFFFFFFFF)      # MAXREPEAT
#: Steps that cost one unit of fuel.
PRICE = cython.declare(cython.long, 8)


@cython.final
@cython.cclass
class Matcher:
    def __dealloc__(self):
        free(self.marks)
        free(self.contexts)
        free(self.repeats)
        free(self.saved)


def new_matcher(code, size, groups, text, start, end):
    m: Matcher = Matcher.__new__(Matcher)
    m.code = code
    m.size = size
    m.text = text
    if isinstance(text, str):
        m.kind = PyUnicode_KIND(text)
        m.data = PyUnicode_DATA(text)
    else:
        m.kind = 1
        m.data = PyBytes_AS_STRING(text)
    m.start = start
    m.end = end
    m.nmarks = 2 * groups
    m.marks = cython.cast(SizeP, malloc((m.nmarks + 1) * cython.sizeof(cython.Py_ssize_t)))
    if m.marks == cython.NULL:
        raise MemoryError
    reset(m)
    return m


def reset(m):
    m.lastmark = -1
    m.lastindex = -1
    m.repeat = -1
    m.ncontexts = m.nrepeats = m.nsaved = 0
    return 0


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def char_at(m: Matcher, i: cython.Py_ssize_t) -> uint32_t:
    if m.kind == 1:
        return cython.cast(cython.pointer(uint8_t), m.data)[i]
    if m.kind == 2:
        return cython.cast(cython.pointer(uint16_t), m.data)[i]
    return cython.cast(CodeP, m.data)[i]


# === room ===
@cython.cfunc
@cython.exceptval(-1)
def more_contexts(m: Matcher) -> cython.int:
    cap: cython.Py_ssize_t = m.contexts_cap * 2 + 64
    charge_memory(cap * cython.sizeof(Context))
    grown: ContextP = cython.cast(ContextP, realloc(m.contexts, cap * cython.sizeof(Context)))
    if grown == cython.NULL:
        raise MemoryError
    m.contexts = grown
    m.contexts_cap = cap
    return 0


@cython.cfunc
@cython.exceptval(-1)
def push(m: Matcher, pattern: cython.int, jump: cython.int, toplevel: cython.int) -> cython.int:
    if m.ncontexts == m.contexts_cap:
        more_contexts(m)
    c: ContextP = cython.address(m.contexts[m.ncontexts])
    m.ncontexts += 1
    c.pattern = pattern
    c.jump = jump
    c.toplevel = toplevel
    c.ptr = m.ptr
    c.repeat = -1
    return 0


@cython.cfunc
@cython.exceptval(-1)
def push_repeat(m: Matcher, pattern: cython.int) -> cython.int:
    if m.nrepeats == m.repeats_cap:
        cap: cython.Py_ssize_t = m.repeats_cap * 2 + 16
        charge_memory(cap * cython.sizeof(Repeat))
        grown: cython.pointer(Repeat) = cython.cast(
            cython.pointer(Repeat), realloc(m.repeats, cap * cython.sizeof(Repeat)))
        if grown == cython.NULL:
            raise MemoryError
        m.repeats = grown
        m.repeats_cap = cap
    r: cython.pointer(Repeat) = cython.address(m.repeats[m.nrepeats])
    r.count = -1
    r.pattern = pattern
    r.prev = m.repeat
    r.last_ptr = -1
    m.repeat = m.nrepeats
    m.nrepeats += 1
    return 0


@cython.cfunc
@cython.exceptval(-1)
def save(m: Matcher, n: cython.Py_ssize_t) -> cython.int:
    """Room for n more saved numbers."""
    if m.nsaved + n > m.saved_cap:
        cap: cython.Py_ssize_t = m.saved_cap * 2 + n + 64
        charge_memory(cap * cython.sizeof(cython.Py_ssize_t))
        grown: SizeP = cython.cast(SizeP, realloc(m.saved, cap * cython.sizeof(cython.Py_ssize_t)))
        if grown == cython.NULL:
            raise MemoryError
        m.saved = grown
        m.saved_cap = cap
    return 0


@cython.cfunc
@cython.exceptval(-1)
def mark_push(m: Matcher, lastmark: cython.int) -> cython.int:
    if lastmark >= 0:
        save(m, lastmark + 1)
        memcpy(m.saved + m.nsaved, m.marks, (lastmark + 1) * cython.sizeof(cython.Py_ssize_t))
        m.nsaved += lastmark + 1
    return 0


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def mark_keep(m: Matcher, lastmark: cython.int) -> cython.void:
    """The saved marks again; they stay saved."""
    if lastmark >= 0:
        memcpy(m.marks, m.saved + m.nsaved - (lastmark + 1), (lastmark + 1) * cython.sizeof(cython.Py_ssize_t))


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def mark_discard(m: Matcher, lastmark: cython.int) -> cython.void:
    if lastmark >= 0:
        m.nsaved -= lastmark + 1


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def marks_back(m: Matcher, c: ContextP) -> cython.void:
    m.lastmark = c.lastmark
    m.lastindex = c.lastindex


# === characters ===
@cython.cfunc
@cython.exceptval(check=False)
def is_at(m: Matcher, ptr: cython.Py_ssize_t, where: uint32_t) -> cython.bint:
    this: cython.bint
    that: cython.bint
    if where == AT_BEGINNING or where == AT_BEGINNING_STRING:
        return ptr == 0
    elif where == AT_BEGINNING_LINE:
        return ptr == 0 or char_at(m, ptr - 1) == 10
    elif where == AT_END:
        return ptr == m.end or ptr + 1 == m.end and char_at(m, ptr) == 10
    elif where == AT_END_LINE:
        return ptr == m.end or char_at(m, ptr) == 10
    elif where == AT_END_STRING:
        return ptr == m.end
    if m.end == 0:
        return False
    if where == AT_UNI_BOUNDARY or where == AT_UNI_NON_BOUNDARY:
        that = ptr > 0 and unicode_word(char_at(m, ptr - 1))
        this = ptr < m.end and unicode_word(char_at(m, ptr))
    else:
        that = ptr > 0 and ascii_word(char_at(m, ptr - 1))
        this = ptr < m.end and ascii_word(char_at(m, ptr))
    if where == AT_BOUNDARY or where == AT_LOC_BOUNDARY or where == AT_UNI_BOUNDARY:
        return this != that
    return this == that


@cython.cfunc
@cython.exceptval(check=False)
def one_matches(m: Matcher, pattern: cython.int, ch: uint32_t) -> cython.bint:
    """Does the instruction at `pattern`, which is one about a single character, match ch?"""
    op: uint32_t = m.code[pattern]
    arg: uint32_t = m.code[pattern + 1]
    if op == R_LITERAL:
        return ch == arg
    elif op == R_NOT_LITERAL:
        return ch != arg
    elif op == R_ANY:
        return ch != 10
    elif op == R_ANY_ALL:
        return True
    elif op == R_IN:
        return in_set(m.code + pattern + 2, ch)
    elif op == R_LITERAL_IGNORE:
        return ascii_lower(ch) == arg
    elif op == R_NOT_LITERAL_IGNORE:
        return ascii_lower(ch) != arg
    elif op == R_IN_IGNORE:
        return in_set(m.code + pattern + 2, ascii_lower(ch))
    elif op == R_LITERAL_UNI_IGNORE:
        return cython.cast(uint32_t, Py_UNICODE_TOLOWER(cython.cast(cython.Py_UCS4, ch))) == arg
    elif op == R_NOT_LITERAL_UNI_IGNORE:
        return cython.cast(uint32_t, Py_UNICODE_TOLOWER(cython.cast(cython.Py_UCS4, ch))) != arg
    elif op == R_IN_UNI_IGNORE:
        return in_set(m.code + pattern + 2, Py_UNICODE_TOLOWER(cython.cast(cython.Py_UCS4, ch)))
    elif op == R_LITERAL_LOC_IGNORE:
        return ch == arg or ascii_lower(ch) == arg or ascii_upper(ch) == arg
    elif op == R_NOT_LITERAL_LOC_IGNORE:
        return not (ch == arg or ascii_lower(ch) == arg or ascii_upper(ch) == arg)
    elif op == R_IN_LOC_IGNORE:
        return in_set(m.code + pattern + 2, ascii_lower(ch)) or in_set(m.code + pattern + 2, ascii_upper(ch))
    elif op == R_CATEGORY:
        return category(arg, ch)
    return False


@cython.cfunc
@cython.exceptval(-1)
def count_ones(m: Matcher, pattern: cython.int, most: uint32_t) -> cython.Py_ssize_t:
    """How often the single-character instruction matches from m.ptr on."""
    ptr: cython.Py_ssize_t = m.ptr
    end: cython.Py_ssize_t = m.end
    if most != ENDLESS and end - ptr > cython.cast(cython.Py_ssize_t, most):
        end = ptr + most
    if m.code[pattern] == R_ANY_ALL:
        ptr = end
    else:
        while ptr < end and one_matches(m, pattern, char_at(m, ptr)):
            ptr += 1
    m.steps += (ptr - m.ptr) >> 2
    return ptr - m.ptr


@cython.cfunc
@cython.exceptval(check=False)
def same_ignoring(op: uint32_t, a: uint32_t, b: uint32_t) -> cython.bint:
    if a == b:
        return True
    if op == R_GROUPREF:
        return False
    if op == R_GROUPREF_UNI_IGNORE:
        return Py_UNICODE_TOLOWER(cython.cast(cython.Py_UCS4, a)) == Py_UNICODE_TOLOWER(cython.cast(cython.Py_UCS4, b))
    return ascii_lower(a) == ascii_lower(b)


@cython.cfunc
@cython.exceptval(check=False)
def group_repeats(m: Matcher, c: ContextP, op: uint32_t) -> cython.bint:
    """A back reference: moves on when the text of the group stands here again."""
    group: cython.int = 2 * m.code[c.pattern]
    if group >= m.lastmark:
        return False
    at: cython.Py_ssize_t = m.marks[group]
    end: cython.Py_ssize_t = m.marks[group + 1]
    if at < 0 or end < at:
        return False
    m.steps += (end - at) >> 2
    while at < end:
        if c.ptr >= m.end or not same_ignoring(op, char_at(m, c.ptr), char_at(m, at)):
            return False
        at += 1
        c.ptr += 1
    return True


# === the matcher ===
def match(m):
    base: cython.Py_ssize_t = m.ncontexts
    push(m, 0, J_NONE, True)
    return run(m, base)


@cython.cfunc
@cython.exceptval(-1)
def pay(m: Matcher) -> cython.int:
    charge(m.steps // PRICE)
    m.steps %= PRICE
    return 0


@cython.cfunc
@cython.exceptval(-1)
def run(m: Matcher, base: cython.Py_ssize_t) -> cython.int:
    """Runs the contexts above `base`; 1 when the first of them matched, and m.ptr is where it ended."""
    c: ContextP
    mode: cython.int = M_ENTER
    won: cython.int = 0
    jump: cython.int
    while True:
        m.steps += 1
        if m.steps > 1024:
            pay(m)
        c = cython.address(m.contexts[m.ncontexts - 1])
        if mode == M_RETURN:
            jump = c.jump
            m.ncontexts -= 1
            if m.ncontexts == base:
                pay(m)
                return won
            mode = resume(m, cython.address(m.contexts[m.ncontexts - 1]), jump, cython.address(won))
        elif mode == M_BRANCH:
            mode = next_branch(m, c, cython.address(won))
        elif mode == M_REPEAT_ONE:
            mode = fewer_ones(m, c, cython.address(won))
        elif mode == M_MIN_REPEAT_ONE:
            mode = more_ones(m, c, cython.address(won))
        elif mode == M_MAX_TAIL:
            # no more items: what follows has to match
            m.repeat = m.repeats[c.repeat].prev
            push(m, c.pattern, J_MAX_UNTIL_3, c.toplevel)
            mode = M_ENTER
        elif mode == M_POSSESSIVE:
            mode = next_possessive(m, c)
        else:
            mode = go_on(m, c, mode == M_ENTER, cython.address(won))


@cython.cfunc
@cython.exceptval(-1)
def go_on(m: Matcher, c: ContextP, entering: cython.bint, won: cython.p_int) -> cython.int:
    """Instructions one after the other, until one needs a context of its own or this one is over; gives the mode."""
    code: CodeP = m.code
    op: uint32_t
    i: cython.int
    n: cython.Py_ssize_t
    r: cython.pointer(Repeat)
    if entering and code[c.pattern] == R_INFO:
        if code[c.pattern + 3] and m.end - c.ptr < cython.cast(cython.Py_ssize_t, code[c.pattern + 3]):
            won[0] = 0
            return M_RETURN
        c.pattern += 1 + code[c.pattern + 1]
    while True:
        m.steps += 1
        op = code[c.pattern]
        c.pattern += 1
        if op == R_LITERAL:
            if c.ptr >= m.end or char_at(m, c.ptr) != code[c.pattern]:
                break
            c.pattern += 1
            c.ptr += 1
        elif op == R_IN or op == R_IN_IGNORE or op == R_IN_UNI_IGNORE or op == R_IN_LOC_IGNORE:
            if c.ptr >= m.end or not one_matches(m, c.pattern - 1, char_at(m, c.ptr)):
                break
            c.pattern += code[c.pattern]
            c.ptr += 1
        elif op == R_ANY or op == R_ANY_ALL:
            if c.ptr >= m.end or op == R_ANY and char_at(m, c.ptr) == 10:
                break
            c.ptr += 1
        elif op == R_MARK:
            i = code[c.pattern]
            if i & 1:
                m.lastindex = i // 2 + 1
            if i > m.lastmark:
                while m.lastmark + 1 < i:
                    m.lastmark += 1
                    m.marks[m.lastmark] = -1
                m.lastmark = i
            m.marks[i] = c.ptr
            c.pattern += 1
        elif op == R_AT:
            if not is_at(m, c.ptr, code[c.pattern]):
                break
            c.pattern += 1
        elif op == R_JUMP or op == R_INFO:
            c.pattern += code[c.pattern]
        elif op == R_SUCCESS:
            if c.toplevel and (m.match_all and c.ptr != m.end or m.must_advance and c.ptr == m.start):
                break
            m.ptr = c.ptr
            won[0] = 1
            return M_RETURN
        elif op == R_REPEAT_ONE or op == R_MIN_REPEAT_ONE or op == R_POSSESSIVE_REPEAT_ONE:
            if m.end - c.ptr < cython.cast(cython.Py_ssize_t, code[c.pattern + 1]):
                break
            m.ptr = c.ptr
            n = count_ones(m, c.pattern + 3, code[c.pattern + 1] if op == R_MIN_REPEAT_ONE else code[c.pattern + 2])
            if n < cython.cast(cython.Py_ssize_t, code[c.pattern + 1]):
                break
            c.ptr += n
            if op == R_POSSESSIVE_REPEAT_ONE:
                c.pattern += code[c.pattern]
                continue
            c.count = n
            begin_choice(m, c)
            return M_MIN_REPEAT_ONE if op == R_MIN_REPEAT_ONE else M_REPEAT_ONE
        elif op == R_BRANCH:
            begin_choice(m, c)
            return M_BRANCH
        elif op == R_REPEAT:
            push_repeat(m, c.pattern)
            m.ptr = c.ptr
            push(m, c.pattern + code[c.pattern], J_REPEAT, c.toplevel)
            return M_ENTER
        elif op == R_MAX_UNTIL:
            if m.repeat < 0:
                raise RuntimeError("invalid SRE code")
            r = cython.address(m.repeats[m.repeat])
            m.ptr = c.ptr
            c.repeat = m.repeat
            c.count = r.count + 1
            if c.count < cython.cast(cython.Py_ssize_t, code[r.pattern + 1]):
                r.count = c.count
                push(m, r.pattern + 3, J_MAX_UNTIL_1, c.toplevel)
                return M_ENTER
            if (c.count < cython.cast(cython.Py_ssize_t, code[r.pattern + 2]) or code[r.pattern + 2] == ENDLESS) and \
                    c.ptr != r.last_ptr:
                r.count = c.count
                c.lastmark = m.lastmark
                c.lastindex = m.lastindex
                mark_push(m, c.lastmark)
                save(m, 1)
                m.saved[m.nsaved] = r.last_ptr
                m.nsaved += 1
                r.last_ptr = c.ptr
                push(m, r.pattern + 3, J_MAX_UNTIL_2, c.toplevel)
                return M_ENTER
            return M_MAX_TAIL
        elif op == R_MIN_UNTIL:
            if m.repeat < 0:
                raise RuntimeError("invalid SRE code")
            r = cython.address(m.repeats[m.repeat])
            m.ptr = c.ptr
            c.repeat = m.repeat
            c.count = r.count + 1
            if c.count < cython.cast(cython.Py_ssize_t, code[r.pattern + 1]):
                r.count = c.count
                push(m, r.pattern + 3, J_MIN_UNTIL_1, c.toplevel)
                return M_ENTER
            m.repeat = r.prev
            begin_choice(m, c)
            push(m, c.pattern, J_MIN_UNTIL_2, c.toplevel)
            return M_ENTER
        elif op == R_ASSERT:
            m.ptr = c.ptr - code[c.pattern + 1]
            if m.ptr < 0:
                break
            push(m, c.pattern + 2, J_ASSERT, False)
            return M_ENTER
        elif op == R_ASSERT_NOT:
            if c.ptr - cython.cast(cython.Py_ssize_t, code[c.pattern + 1]) < 0:
                c.pattern += code[c.pattern]
                continue
            m.ptr = c.ptr - code[c.pattern + 1]
            begin_choice(m, c)
            push(m, c.pattern + 2, J_ASSERT_NOT, False)
            return M_ENTER
        elif op == R_ATOMIC_GROUP:
            m.ptr = c.ptr
            push(m, c.pattern + 1, J_ATOMIC, False)
            return M_ENTER
        elif op == R_POSSESSIVE_REPEAT:
            push_repeat(m, c.pattern)
            c.repeat = m.repeat
            c.count = 0
            m.ptr = c.ptr
            return M_POSSESSIVE
        elif op == R_GROUPREF_EXISTS:
            i = 2 * code[c.pattern]
            if i < m.lastmark and m.marks[i] >= 0 and m.marks[i + 1] >= m.marks[i]:
                c.pattern += 2
            else:
                c.pattern += code[c.pattern + 1]
        elif op == R_GROUPREF or op == R_GROUPREF_IGNORE or op == R_GROUPREF_UNI_IGNORE or op == R_GROUPREF_LOC_IGNORE:
            if not group_repeats(m, c, op):
                break
            c.pattern += 1
        elif op == R_FAILURE:
            break
        else:   # one character, with one operand
            if c.ptr >= m.end or not one_matches(m, c.pattern - 1, char_at(m, c.ptr)):
                break
            c.pattern += 1
            c.ptr += 1
    won[0] = 0
    return M_RETURN


@cython.cfunc
@cython.exceptval(-1)
def begin_choice(m: Matcher, c: ContextP) -> cython.int:
    """Remember the groups as they are; in a repeat also their places."""
    c.lastmark = m.lastmark
    c.lastindex = m.lastindex
    if m.repeat >= 0:
        mark_push(m, c.lastmark)
    return 0


@cython.cfunc
@cython.exceptval(-1)
def next_branch(m: Matcher, c: ContextP, won: cython.p_int) -> cython.int:
    code: CodeP = m.code
    skip: uint32_t
    while True:
        m.steps += 1
        skip = code[c.pattern]
        if skip == 0:
            break
        if code[c.pattern + 1] == R_LITERAL and (c.ptr >= m.end or char_at(m, c.ptr) != code[c.pattern + 2]) or \
                code[c.pattern + 1] == R_IN and (
                    c.ptr >= m.end or not in_set(code + c.pattern + 3, char_at(m, c.ptr))):
            c.pattern += skip
            continue
        m.ptr = c.ptr
        push(m, c.pattern + 1, J_BRANCH, c.toplevel)
        return M_ENTER
    if m.repeat >= 0:
        mark_discard(m, c.lastmark)
    won[0] = 0
    return M_RETURN


@cython.cfunc
@cython.exceptval(-1)
def fewer_ones(m: Matcher, c: ContextP, won: cython.p_int) -> cython.int:
    """A greedy run of single characters: what follows, after as many of them as there still are."""
    code: CodeP = m.code
    tail: cython.int = c.pattern + code[c.pattern]
    least: cython.Py_ssize_t = code[c.pattern + 1]
    if code[tail] == R_LITERAL:
        while c.count >= least and (c.ptr >= m.end or char_at(m, c.ptr) != code[tail + 1]):
            c.ptr -= 1
            c.count -= 1
            m.steps += 1
    if c.count < least:
        if m.repeat >= 0:
            mark_discard(m, c.lastmark)
        won[0] = 0
        return M_RETURN
    m.ptr = c.ptr
    push(m, tail, J_REPEAT_ONE, c.toplevel)
    return M_ENTER


@cython.cfunc
@cython.exceptval(-1)
def more_ones(m: Matcher, c: ContextP, won: cython.p_int) -> cython.int:
    """A lazy run of single characters: what follows, before another one is taken."""
    code: CodeP = m.code
    if code[c.pattern + 2] != ENDLESS and c.count > cython.cast(cython.Py_ssize_t, code[c.pattern + 2]):
        if m.repeat >= 0:
            mark_discard(m, c.lastmark)
        won[0] = 0
        return M_RETURN
    m.ptr = c.ptr
    push(m, c.pattern + code[c.pattern], J_MIN_REPEAT_ONE, c.toplevel)
    return M_ENTER


@cython.cfunc
@cython.exceptval(-1)
def next_possessive(m: Matcher, c: ContextP) -> cython.int:
    code: CodeP = m.code
    r: cython.pointer(Repeat) = cython.address(m.repeats[c.repeat])
    if c.count < cython.cast(cython.Py_ssize_t, code[c.pattern + 1]):
        push(m, c.pattern + 3, J_POSSESSIVE_1, False)
        return M_ENTER
    if (c.count < cython.cast(cython.Py_ssize_t, code[c.pattern + 2]) or code[c.pattern + 2] == ENDLESS) and \
            m.ptr != r.last_ptr:
        c.lastmark = m.lastmark
        c.lastindex = m.lastindex
        mark_push(m, c.lastmark)
        r.last_ptr = m.ptr          # an item without width ends the repeat
        push(m, c.pattern + 3, J_POSSESSIVE_2, False)
        return M_ENTER
    end_repeat(m, c.repeat)
    c.pattern += code[c.pattern] + 1
    c.ptr = m.ptr
    return M_GO_ON


@cython.cfunc
@cython.exceptval(check=False)
def end_repeat(m: Matcher, repeat: cython.int) -> cython.void:
    m.repeat = m.repeats[repeat].prev
    m.nrepeats = repeat


@cython.cfunc
@cython.exceptval(-1)
def resume(m: Matcher, c: ContextP, jump: cython.int, won: cython.p_int) -> cython.int:
    """What a context does when the one that it started is over."""
    r: cython.pointer(Repeat)
    if jump == J_BRANCH or jump == J_REPEAT_ONE or jump == J_MIN_REPEAT_ONE:
        if won[0]:
            if m.repeat >= 0:
                mark_discard(m, c.lastmark)
            return M_RETURN
        if m.repeat >= 0:
            mark_keep(m, c.lastmark)
        marks_back(m, c)
        if jump == J_BRANCH:
            c.pattern += m.code[c.pattern]
            return M_BRANCH
        if jump == J_REPEAT_ONE:
            c.ptr -= 1
            c.count -= 1
            return M_REPEAT_ONE
        m.ptr = c.ptr
        if count_ones(m, c.pattern + 3, 1) == 0:
            if m.repeat >= 0:
                mark_discard(m, c.lastmark)
            return M_RETURN
        c.ptr += 1
        c.count += 1
        return M_MIN_REPEAT_ONE
    elif jump == J_REPEAT:
        end_repeat(m, m.nrepeats - 1)
        return M_RETURN
    elif jump == J_MAX_UNTIL_1 or jump == J_MIN_UNTIL_1 or jump == J_MIN_UNTIL_3:
        r = cython.address(m.repeats[c.repeat])
        if jump == J_MIN_UNTIL_3:
            m.nsaved -= 1
            r.last_ptr = m.saved[m.nsaved]
        if not won[0]:
            r.count = c.count - 1
            m.ptr = c.ptr
        return M_RETURN
    elif jump == J_MAX_UNTIL_2:
        r = cython.address(m.repeats[c.repeat])
        m.nsaved -= 1
        r.last_ptr = m.saved[m.nsaved]
        if won[0]:
            mark_discard(m, c.lastmark)
            return M_RETURN
        mark_keep(m, c.lastmark)
        mark_discard(m, c.lastmark)
        marks_back(m, c)
        r.count = c.count - 1
        m.ptr = c.ptr
        return M_MAX_TAIL
    elif jump == J_MAX_UNTIL_3:
        m.repeat = c.repeat
        if not won[0]:
            m.ptr = c.ptr
        return M_RETURN
    elif jump == J_MIN_UNTIL_2:
        return lazy_again(m, c, won)
    elif jump == J_ASSERT:
        if not won[0]:
            return M_RETURN
        c.pattern += m.code[c.pattern]
        return M_GO_ON
    elif jump == J_ASSERT_NOT:
        if won[0]:
            if m.repeat >= 0:
                mark_discard(m, c.lastmark)
            won[0] = 0
            return M_RETURN
        if m.repeat >= 0:
            mark_keep(m, c.lastmark)
            mark_discard(m, c.lastmark)
        marks_back(m, c)
        c.pattern += m.code[c.pattern]
        return M_GO_ON
    elif jump == J_ATOMIC:
        if not won[0]:
            return M_RETURN
        c.pattern += m.code[c.pattern]
        c.ptr = m.ptr
        return M_GO_ON
    elif jump == J_POSSESSIVE_1:
        if won[0]:
            c.count += 1
            return M_POSSESSIVE
        end_repeat(m, c.repeat)
        return M_RETURN
    # J_POSSESSIVE_2
    if won[0]:
        mark_discard(m, c.lastmark)
        c.count += 1
        return M_POSSESSIVE
    mark_keep(m, c.lastmark)
    mark_discard(m, c.lastmark)
    marks_back(m, c)
    m.ptr = m.repeats[c.repeat].last_ptr
    end_repeat(m, c.repeat)
    c.pattern += m.code[c.pattern] + 1
    c.ptr = m.ptr
    return M_GO_ON


@cython.cfunc
@cython.exceptval(-1)
def lazy_again(m: Matcher, c: ContextP, won: cython.p_int) -> cython.int:
    """What follows a lazy repeat has been tried; when it failed another item may help."""
    r: cython.pointer(Repeat) = cython.address(m.repeats[c.repeat])
    outer: cython.int = m.repeat
    m.repeat = c.repeat
    if won[0]:
        if outer >= 0:
            mark_discard(m, c.lastmark)
        return M_RETURN
    if outer >= 0:
        mark_keep(m, c.lastmark)
        mark_discard(m, c.lastmark)
    marks_back(m, c)
    m.ptr = c.ptr
    if c.count >= cython.cast(cython.Py_ssize_t, m.code[r.pattern + 2]) and m.code[r.pattern + 2] != ENDLESS or \
            m.ptr == r.last_ptr:
        won[0] = 0
        return M_RETURN
    r.count = c.count
    save(m, 1)
    m.saved[m.nsaved] = r.last_ptr
    m.nsaved += 1
    r.last_ptr = m.ptr
    push(m, r.pattern + 3, J_MIN_UNTIL_3, c.toplevel)
    return M_ENTER


def search(m):
    """The first match from m.start on; m.start and m.ptr are its ends then."""
    code: CodeP = m.code
    ptr: cython.Py_ssize_t = m.start
    last: cython.Py_ssize_t = m.end
    first: cython.Py_ssize_t = ptr
    flags: uint32_t = 0
    if ptr > last:
        return 0
    if code[0] == R_INFO:
        flags = code[2]
        if last - ptr < cython.cast(cython.Py_ssize_t, code[3]):
            return 0
        if code[3] > 1:
            last -= code[3] - 1
    if flags & INFO_PREFIX and code[5] == 0:
        flags &= ~INFO_PREFIX
    begin: cython.int = code[1] + 1 if code[0] == R_INFO else 0
    if code[begin] == R_AT and (code[begin + 1] == AT_BEGINNING or code[begin + 1] == AT_BEGINNING_STRING):
        last = ptr          # it can be nowhere else
    while True:
        if flags & INFO_PREFIX:
            while ptr < last and char_at(m, ptr) != code[7]:
                ptr += 1
            if ptr >= m.end:
                break
        elif flags & INFO_CHARSET:
            while ptr < last and not in_set(code + 5, char_at(m, ptr)):
                ptr += 1
            if ptr >= m.end:
                break
        m.steps += (ptr - first) >> 3
        if ptr > first:
            m.must_advance = False
        first = ptr
        reset(m)
        m.start = m.ptr = ptr
        if match(m):
            return 1
        if ptr >= last:
            break
        ptr += 1
    pay(m)
    return 0
