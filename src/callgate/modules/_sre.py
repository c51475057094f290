"""What re builds on (`_sre`): patterns, matches, substitution.

The re package of the host's library runs as guest code and compiles patterns; its code is checked here and run by our
own matcher (regex.py), which pays for its steps. Texts are str, or bytes of any bytes-like object.
"""

import _sre as host
import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call1, is_callable, object_call
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.cost import pay_bytes
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.object import TF_KEYED, Type
from cython.cimports.callgate.core.operators import compare_op, hash_, index, repr_, truth
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import argument_name, type_name
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import (
    ABSENT, Keywords, NativeModule, arity, fast_kw, host_functions,
)
from cython.cimports.callgate.modules.regex import Matcher, match, new_matcher, reset, search
from cython.cimports.callgate.modules.regex_check import check_code
from cython.cimports.callgate.objects.genericalias import new_alias
from cython.cimports.callgate.objects.iterators import new_callable_iterator
from cython.cimports.callgate.objects.mappingproxy import new_proxy
from cython.cimports.libc.stdint import uint32_t
from cython.cimports.libc.stdlib import free, malloc
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from callgate.core.type import native_type

LONGEST = cython.declare(cython.Py_ssize_t, sys.maxsize)
TEMPLATES: bool = sys.version_info >= (3, 12)
EQUAL = cython.declare(cython.int, 2)
FLAGS = ("TEMPLATE" if sys.version_info < (3, 13) else "", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE",
         "VERBOSE", "DEBUG", "ASCII")


class Pattern:
    def __dealloc__(self):
        free(self.code)


class Match:
    pass


class Scanner:
    pass


class Template:
    pass


# === compiling ===
COMPILE = cython.declare(Keywords, Keywords("compile", "pattern flags code groups groupindex indexgroup", 6))


@cython.cfunc
def compile_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[6]
    i: cython.Py_ssize_t
    COMPILE.parse(args, n, kwnames, out)
    code: object = cython.cast(object, out[2])
    if not isinstance(code, list):
        raise TypeError(f"compile() argument 'code' must be list, not {argument_name(code)}")
    size: cython.Py_ssize_t = len(code)
    groups: object = index(cython.cast(object, out[3]))
    if not 0 <= groups <= host.MAXGROUPS or size > 1 << 28:
        raise RuntimeError("invalid SRE code")
    charge_memory(4 * size)
    charge(size)
    made: Pattern = Pattern.__new__(Pattern)
    made.code = cython.cast(cython.pointer(uint32_t), malloc((size + 1) * 4))
    if made.code == cython.NULL:
        raise MemoryError
    for i in range(size):
        number: object = index(code[i])
        if not 0 <= number <= 0xFFFFFFFF:
            raise OverflowError("regular expression code size limit exceeded")
        made.code[i] = number
    made.size = size
    made.groups = groups
    made.flags = index(cython.cast(object, out[1]))
    made.pattern = cython.cast(object, out[0])
    made.is_any = made.pattern is None
    made.is_bytes = not made.is_any and not isinstance(made.pattern, str)
    made.groupindex = dict(cython.cast(object, out[4]))
    made.indexgroup = tuple(cython.cast(object, out[5]))
    check_code(made.code, size, groups)
    return made


# === texts ===
@cython.cfunc
def text_of(pattern: Pattern, string: object) -> object:
    """The str or bytes that is searched."""
    if isinstance(string, str):
        if pattern.is_bytes:
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return string if type(string) is str else str.__str__(string)
    if not PyObject_CheckBuffer(string):
        raise TypeError(f"expected string or bytes-like object, got '{type_name(string)}'")
    if not pattern.is_bytes and not pattern.is_any:
        raise TypeError("cannot use a string pattern on a bytes-like object")
    if type(string) is bytes:
        return string
    view = memoryview(string)
    charge_memory(view.nbytes)
    charge(view.nbytes // 64)
    return view.tobytes()


@cython.cfunc
def bound(value: object, default: cython.Py_ssize_t, length: cython.Py_ssize_t) -> cython.Py_ssize_t:
    if value is ABSENT:
        return default
    number: object = index(value)
    return 0 if number < 0 else length if number > length else number


@cython.cfunc
def take(pattern: Pattern, text: object, pos: object, endpos: object) -> Matcher:
    length: cython.Py_ssize_t = len(text)
    end: cython.Py_ssize_t = bound(endpos, length, length)
    start: cython.Py_ssize_t = bound(pos, 0, length)
    return new_matcher(pattern.code, pattern.size, pattern.groups, text, start, end)


@cython.cfunc
def take_given(pattern: Pattern, given: list) -> Matcher:
    """Of the arguments (text, pos, endpos): numbers come before the text, as CPython converts them."""
    pos: object = given[1] if given[1] is ABSENT else whole(given[1])
    endpos: object = given[2] if given[2] is ABSENT else whole(given[2])
    return take(pattern, text_of(pattern, given[0]), pos, endpos)


@cython.cfunc
def whole(value: object) -> object:
    number: object = index(value)
    if not -1 << 63 <= number < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return number


@cython.cfunc
def new_match(pattern: Pattern, m: Matcher, string: object, pos: cython.Py_ssize_t, endpos: cython.Py_ssize_t) -> Match:
    i: cython.int
    found: Match = Match.__new__(Match)
    found.pattern = pattern
    found.string = string
    found.text = m.text
    found.pos = pos
    found.endpos = endpos
    found.lastindex = m.lastindex
    found.marks = [m.start, m.ptr]
    for i in range(0, 2 * pattern.groups, 2):
        if i + 1 <= m.lastmark and m.marks[i] >= 0 and m.marks[i + 1] >= m.marks[i]:
            found.marks.append(m.marks[i])
            found.marks.append(m.marks[i + 1])
        else:
            found.marks.append(-1)
            found.marks.append(-1)
    charge(pattern.groups >> 3)
    return found


# === Pattern: finding ===
MATCH = cython.declare(Keywords, Keywords("match", "string pos endpos", 1))
FULLMATCH = cython.declare(Keywords, Keywords("fullmatch", "string pos endpos", 1))
SEARCH = cython.declare(Keywords, Keywords("search", "string pos endpos", 1))
FINDALL = cython.declare(Keywords, Keywords("findall", "string pos endpos", 1))
FINDITER = cython.declare(Keywords, Keywords("finditer", "string pos endpos", 1))
SCANNER = cython.declare(Keywords, Keywords("scanner", "string pos endpos", 1))
SPLIT = cython.declare(Keywords, Keywords("split", "string maxsplit", 1))
SUB = cython.declare(Keywords, Keywords("sub", "repl string count", 2))
SUBN = cython.declare(Keywords, Keywords("subn", "repl string count", 2))


@cython.cfunc
def find_once(pattern: Pattern, given: list, whole: cython.bint, anywhere: cython.bint) -> object:
    m: Matcher = take_given(pattern, given)
    pos: cython.Py_ssize_t = m.start
    m.match_all = whole
    if anywhere:
        if not search(m):
            return None
    else:
        m.ptr = m.start
        if m.start > m.end or not match(m):
            return None
    return new_match(pattern, m, given[0], pos, m.end)


def pattern_match(self: Pattern, /, *args, **kwargs):
    return find_once(self, MATCH.unpack(args, kwargs), False, False)


def pattern_fullmatch(self: Pattern, /, *args, **kwargs):
    return find_once(self, FULLMATCH.unpack(args, kwargs), True, False)


def pattern_search(self: Pattern, /, *args, **kwargs):
    return find_once(self, SEARCH.unpack(args, kwargs), False, True)


@cython.cfunc
@cython.exceptval(-1)
def next_found(m: Matcher) -> cython.int:
    """The next match; before, m.start is where to begin."""
    if m.start > m.end:
        return 0
    reset(m)
    m.ptr = m.start
    return search(m)


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def move_on(m: Matcher) -> cython.void:
    """Behind the match that was found; an empty one there does not count again."""
    m.must_advance = m.ptr == m.start
    m.start = m.ptr


@cython.cfunc
def group_text(m: Matcher, group: cython.int, empty: object) -> object:
    i: cython.int = 2 * group - 2
    if i + 1 <= m.lastmark and m.marks[i] >= 0 and m.marks[i + 1] >= m.marks[i]:
        return m.text[m.marks[i]:m.marks[i + 1]]
    return empty


def pattern_findall(self: Pattern, /, *args, **kwargs):
    given: list = FINDALL.unpack(args, kwargs)
    m: Matcher = take_given(self, given)
    empty: object = m.text[:0]
    i: cython.int
    found: list = []
    while next_found(m):
        charge(1)
        if len(found) & 4095 == 0:
            charge_memory(64 * len(found))
        if self.groups == 0:
            found.append(m.text[m.start:m.ptr])
        elif self.groups == 1:
            found.append(group_text(m, 1, empty))
        else:
            found.append(tuple([group_text(m, i, empty) for i in range(1, self.groups + 1)]))
        move_on(m)
    return found


def pattern_finditer(self: Pattern, /, *args, **kwargs):
    scanner: Scanner = new_scanner(self, FINDITER.unpack(args, kwargs))
    return new_callable_iterator(getattr_(scanner, "search"), None)


def pattern_scanner(self: Pattern, /, *args, **kwargs):
    return new_scanner(self, SCANNER.unpack(args, kwargs))


@cython.cfunc
def new_scanner(pattern: Pattern, given: list) -> Scanner:
    made: Scanner = Scanner.__new__(Scanner)
    made.pattern = pattern
    made.string = given[0]
    made.matcher = take_given(pattern, given)
    made.pos = made.matcher.start
    made.endpos = made.matcher.end
    return made


@cython.cfunc
def scan(self: Scanner, anywhere: cython.bint) -> object:
    m: Matcher = self.matcher
    charge(1)
    if m.start > m.end:
        return None
    reset(m)
    m.ptr = m.start
    if not (search(m) if anywhere else match(m)):
        m.start = m.end + 1
        return None
    found: Match = new_match(self.pattern, m, self.string, self.pos, self.endpos)
    move_on(m)
    return found


def scanner_search(self: Scanner, /):
    return scan(self, True)


def scanner_match(self: Scanner, /):
    return scan(self, False)


def pattern_split(self: Pattern, /, *args, **kwargs):
    given: list = SPLIT.unpack(args, kwargs)
    limit: object = 0 if given[1] is ABSENT else whole(given[1])
    m: Matcher = take(self, text_of(self, given[0]), ABSENT, ABSENT)
    i: cython.int
    last: cython.Py_ssize_t = 0
    n: cython.Py_ssize_t = 0
    parts: list = []
    while (limit == 0 or n < limit) and next_found(m):
        charge(1 + self.groups)
        if n & 4095 == 0:
            charge_memory(64 * len(parts))
        parts.append(m.text[last:m.start])
        for i in range(1, self.groups + 1):
            parts.append(group_text(m, i, None))
        n += 1
        last = m.ptr
        move_on(m)
    parts.append(m.text[last:])
    return parts


# === Pattern: replacing ===
@cython.cfunc
def re_function(name: str) -> object:
    vm: VM = current_vm()
    return getattr_(vm.importer.import_name(vm, "re", None, None, 0), name)


@cython.cfunc
def replacement(self: Pattern, repl: object) -> object:
    """What stands for a match: a text, a Template, or something to call with the match."""
    if is_callable(repl):
        return repl
    if isinstance(repl, str):
        if "\\" not in repl:
            return str.__str__(repl)
    elif isinstance(repl, (bytes, bytearray)) and b"\\" not in repl:
        return repl if type(repl) is bytearray else bytes(repl)
    if TEMPLATES:
        return object_call(re_function("_compile_template"), (self, repl), None)
    return object_call(re_function("_subx"), (self, repl), None)


@cython.cfunc
def replaced(self: Pattern, given: list) -> tuple:
    count: object = 0 if given[2] is ABSENT else whole(given[2])
    filter: object = replacement(self, given[0])
    m: Matcher = take(self, text_of(self, given[1]), ABSENT, ABSENT)
    calls: cython.bint = not isinstance(filter, (str, bytes, bytearray, Template))
    last: cython.Py_ssize_t = 0
    n: cython.Py_ssize_t = 0
    size: cython.Py_ssize_t = 0
    parts: list = []
    while (count == 0 or n < count) and next_found(m):
        charge(1)
        if last < m.start:
            parts.append(m.text[last:m.start])
        item: object = filter
        if isinstance(filter, Template):
            item = expanded(filter, new_match(self, m, given[1], 0, m.end))
        elif calls:
            item = call1(filter, new_match(self, m, given[1], 0, m.end))
        if item is not None:
            parts.append(item)
            if isinstance(item, (str, bytes, bytearray)):
                size += len(item)
        last = m.ptr
        n += 1
        move_on(m)
    if last < m.end:
        parts.append(m.text[last:])
    pay_bytes(size + len(m.text))
    return m.text[:0].join(parts), n


def pattern_sub(self: Pattern, /, *args, **kwargs):
    return replaced(self, SUB.unpack(args, kwargs))[0]


def pattern_subn(self: Pattern, /, *args, **kwargs):
    return replaced(self, SUBN.unpack(args, kwargs))


@cython.cfunc
def expanded(self: Template, found: Match) -> object:
    i: cython.Py_ssize_t
    parts: list = []
    for i in range(len(self.parts)):
        part: object = self.parts[i]
        if i & 1:
            part = get_group(found, part, None)
        if part is not None:
            parts.append(part)
    pay_bytes(sum([len(part) for part in parts]))
    return found.text[:0].join(parts)


@cython.cfunc
def template_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    arity("template", n, 2, 2)
    parts: object = cython.cast(object, args[1])
    if not isinstance(parts, list):
        raise TypeError(f"template() argument 2 must be list, not {argument_name(parts)}")
    if len(parts) % 2 == 0:
        raise TypeError("invalid template")
    if len(parts) == 1:
        return parts[0]
    made: Template = Template.__new__(Template)
    made.parts = list(parts)
    for number in parts[1::2]:
        if not isinstance(number, int) or number < 0:
            raise TypeError("invalid template")
    return made


# === Pattern: the rest ===
def pattern_repr(self: Pattern):
    flags = self.flags
    if not self.is_bytes and flags & 0x124 == 32:
        flags &= ~32
    names = []
    for i, name in enumerate(FLAGS):
        if name and flags >> i & 1:
            names.append(f"re.{name}")
            flags &= ~(1 << i)
    if flags:
        names.append(hex(flags))
    shown = repr_(self.pattern)[:200]
    return f"re.compile({shown}, {'|'.join(names)})" if names else f"re.compile({shown})"


@cython.cfunc
@cython.exceptval(-1)
def same_code(a: Pattern, b: Pattern) -> cython.int:
    i: cython.int
    if a.size != b.size:
        return False
    charge(a.size >> 4)
    for i in range(a.size):
        if a.code[i] != b.code[i]:
            return False
    return True


def pattern_eq(self: Pattern, other, /):
    if not isinstance(other, Pattern):
        return NotImplemented
    its: Pattern = other
    if self is its:
        return True
    return bool(self.flags == its.flags and self.is_bytes == its.is_bytes and self.groups == its.groups
                and same_code(self, its) and truth(compare_op(EQUAL, self.pattern, its.pattern)))


def pattern_ne(self, other, /):
    result = pattern_eq(self, other)
    return result if result is NotImplemented else not result


def pattern_hash(self: Pattern):
    return hash((self.flags, self.size, self.groups, hash_(self.pattern)))


def itself(self, /, *memo):
    return self


def class_getitem(cls, item, /):
    return new_alias(cls, item, False)


def get_pattern(self: Pattern):
    return self.pattern


def get_flags(self: Pattern):
    return self.flags


def get_groups(self: Pattern):
    return self.groups


def get_groupindex(self: Pattern):
    return new_proxy(self.groupindex) if self.groupindex else {}


# === Match ===
@cython.cfunc
@cython.exceptval(-1)
def group_number(self: Match, which: object) -> cython.int:
    number: object = which
    if not isinstance(which, int):
        if has_special(which, "__index__"):
            number = index(which)
        else:   # where no group has a name, nothing is hashed
            number = self.pattern.groupindex.get(which) if self.pattern.groupindex else None
    if number is None or not 0 <= number <= self.pattern.groups:
        raise IndexError("no such group")
    return number


@cython.cfunc
def get_group(self: Match, which: object, default: object) -> object:
    i: cython.int = 2 * group_number(self, which)
    start: cython.Py_ssize_t = self.marks[i]
    return default if start < 0 else self.text[start:self.marks[i + 1]]


def match_group(self: Match, /, *which):
    if not which:
        return get_group(self, 0, None)
    if len(which) == 1:
        return get_group(self, which[0], None)
    return tuple([get_group(self, each, None) for each in which])


def match_getitem(self: Match, which, /):
    return get_group(self, which, None)


GROUPS = cython.declare(Keywords, Keywords("groups", "default"))
GROUPDICT = cython.declare(Keywords, Keywords("groupdict", "default"))


def match_groups(self: Match, /, *args, **kwargs):
    default: object = GROUPS.unpack(args, kwargs)[0]
    default = None if default is ABSENT else default
    charge(self.pattern.groups >> 2)
    return tuple([get_group(self, i, default) for i in range(1, self.pattern.groups + 1)])


def match_groupdict(self: Match, /, *args, **kwargs):
    default: object = GROUPDICT.unpack(args, kwargs)[0]
    default = None if default is ABSENT else default
    return {name: get_group(self, number, default) for name, number in self.pattern.groupindex.items()}


@cython.cfunc
def chosen(name: str, self: Match, which: tuple) -> cython.int:
    if len(which) > 1:
        raise TypeError(f"{name} expected at most 1 argument, got {len(which)}")
    return group_number(self, which[0]) if which else 0


def match_start(self: Match, /, *which):
    return self.marks[2 * chosen("start", self, which)]


def match_end(self: Match, /, *which):
    return self.marks[2 * chosen("end", self, which) + 1]


def match_span(self: Match, /, *which):
    i: cython.int = 2 * chosen("span", self, which)
    return self.marks[i], self.marks[i + 1]


def match_expand(self: Match, template, /):
    if not TEMPLATES:
        return object_call(re_function("_expand"), (self.pattern, self, template), None)
    made: object = object_call(re_function("_compile_template"), (self.pattern, template), None)
    return expanded(made, self) if isinstance(made, Template) else made


def match_repr(self: Match):
    return f"<re.Match object; span=({self.marks[0]}, {self.marks[1]}), match={repr_(get_group(self, 0, None))}>"


def get_string(self: Match):
    return self.string


def get_re(self: Match):
    return self.pattern


def get_pos(self: Match):
    return self.pos


def get_endpos(self: Match):
    return self.endpos


def get_lastindex(self: Match):
    return self.lastindex if self.lastindex >= 0 else None


def get_lastgroup(self: Match):
    names: tuple = self.pattern.indexgroup
    return names[self.lastindex] if 0 <= self.lastindex < len(names) else None


def get_regs(self: Match):
    return tuple([(self.marks[i], self.marks[i + 1]) for i in range(0, len(self.marks), 2)])


def scanner_pattern(self: Scanner):
    return self.pattern


# === the module ===
COPIES = {"__copy__": itself, "__deepcopy__": itself, "__class_getitem__": classmethod(class_getitem)}
native_type(
    "Pattern", Pattern, module="re", functions={
        "match": pattern_match, "fullmatch": pattern_fullmatch, "search": pattern_search, "findall": pattern_findall,
        "finditer": pattern_finditer, "scanner": pattern_scanner, "split": pattern_split, "sub": pattern_sub,
        "subn": pattern_subn, "__repr__": pattern_repr, "__eq__": pattern_eq, "__ne__": pattern_ne,
        "__hash__": pattern_hash, **COPIES},
    getters={"pattern": get_pattern, "flags": get_flags, "groups": get_groups, "groupindex": get_groupindex})
MATCH_TYPE = native_type(
    "Match", Match, module="re", functions={
        "group": match_group, "__getitem__": match_getitem, "groups": match_groups, "groupdict": match_groupdict,
        "start": match_start, "end": match_end, "span": match_span, "expand": match_expand, "__repr__": match_repr,
        **COPIES},
    getters={"string": get_string, "re": get_re, "pos": get_pos, "endpos": get_endpos, "lastindex": get_lastindex,
             "lastgroup": get_lastgroup, "regs": get_regs})
cython.cast(Type, MATCH_TYPE).flags |= TF_KEYED
native_type("SRE_Scanner", Scanner, module="_sre", functions={"search": scanner_search, "match": scanner_match},
            getters={"pattern": scanner_pattern})
native_type("SRE_Template", Template, module="_sre")
CONTENTS: dict = host_functions("_sre", "ascii_iscased ascii_tolower getcodesize unicode_iscased unicode_tolower")
CONTENTS.update(
    compile=fast_kw("compile", compile_fast, "_sre"), MAGIC=host.MAGIC, CODESIZE=host.CODESIZE,
    MAXREPEAT=host.MAXREPEAT, MAXGROUPS=host.MAXGROUPS,
    copyright=" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ")
if TEMPLATES:
    CONTENTS["template"] = fast_kw("template", template_fast, "_sre")
MODULE = NativeModule("_sre", CONTENTS)
