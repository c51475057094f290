"""str.format, str.format_map and the % operators, taken apart here and put together item by item.

* The host's own would read attributes and items of guest objects by itself; here they are read by the guest's protocol.
* Widths and precisions are paid for before anything is padded; what is put together is paid for as it grows.
* Each single item that is a plain value is formatted by the host, whose messages are kept.
"""

import cython
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call_found0
from cython.cimports.callgate.core.capi import CG_IS_OBJECT, CG_IS_STR, CG_PLAIN, PyUnicode_GET_LENGTH, Ref
from cython.cimports.callgate.core.cost import pay_bytes, pay_digits
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.operators import index, stand_in, subscript
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.text import ascii_object, format_object, repr_object, str_object
from cython.cimports.callgate.core.type import lookup, type_name, type_of

from .float import to_float
from .int import to_int

MAX = cython.declare(object, 0x7fffffffffffffff)
NO_NUMBER, AUTOMATIC, MANUAL = 0, 1, 2


# A text that grows; each doubling asks for the memory.
@cython.cclass
class Writer:
    parts: list
    size: cython.Py_ssize_t
    paid: cython.Py_ssize_t

    def __cinit__(self):
        self.parts = []
        self.size = 0
        self.paid = 4096

    @cython.cfunc
    def add(self, text: object) -> cython.int:
        self.parts.append(text)
        self.size += PyUnicode_GET_LENGTH(cython.cast(Ref, text))
        if self.size > self.paid:
            self.paid = 2 * self.size
            charge_memory(2 * self.size)
            charge(self.size >> 8)
        return 0


# === str.format

@cython.cclass
class Fields:
    args: object
    kwargs: object
    numbering: cython.int
    next_number: cython.Py_ssize_t

    @cython.cfunc
    def build(self, text: str, depth: cython.int) -> object:
        """The text with its replacement fields filled in."""
        out = Writer()
        n: cython.Py_ssize_t = len(text)
        i: cython.Py_ssize_t = 0
        start: cython.Py_ssize_t
        c: cython.Py_UCS4
        if depth <= 0:
            raise ValueError("Max string recursion exceeded")
        while i < n:
            start = i
            c = 0
            while i < n:
                c = text[i]
                i += 1
                if c == "{" or c == "}":
                    break
            if c != "{" and c != "}":
                out.add(text[start:i])
                break
            if c == "}" and (i >= n or text[i] != c):
                raise ValueError("Single '}' encountered in format string")
            if i >= n:
                raise ValueError("Single '{' encountered in format string")
            if text[i] == c:  # doubled: stands for itself
                out.add(text[start:i])
                i += 1
                continue
            if i - 1 > start:
                out.add(text[start:i - 1])
            i = self.field(out, text, i, depth)
            charge(1)
        if len(out.parts) == 1:
            return out.parts[0]  # the host, too, hands a single part on, even one of a class of the guest's
        return "".join(out.parts)

    @cython.cfunc
    def field(self, out: Writer, text: str, i: cython.Py_ssize_t, depth: cython.int) -> cython.Py_ssize_t:
        """Formats the field whose name begins at i; the place behind its closing brace."""
        n: cython.Py_ssize_t = len(text)
        start: cython.Py_ssize_t = i
        nested: cython.int = 1
        expand: cython.bint = False
        conversion: cython.Py_UCS4 = 0
        c: cython.Py_UCS4 = 0
        spec: str = ""
        while i < n:
            c = text[i]
            i += 1
            if c == "{":
                raise ValueError("unexpected '{' in field name")
            if c == "[":
                while i < n and text[i] != "]":
                    i += 1
            elif c == "}" or c == ":" or c == "!":
                break
        name: str = text[start:i - 1]
        if c == "!":
            if i >= n:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = text[i]
            i += 1
            if i < n:
                c = text[i]
                i += 1
                if c != "}" and c != ":":
                    raise ValueError("expected ':' after conversion specifier")
            else:
                raise ValueError("unmatched '{' in format spec")
        if c == ":":
            start = i
            while True:
                if i >= n:
                    raise ValueError("unmatched '{' in format spec")
                c = text[i]
                i += 1
                if c == "{":
                    expand = True
                    nested += 1
                elif c == "}":
                    nested -= 1
                    if nested == 0:
                        break
            spec = text[start:i - 1]
        elif c != "}":
            raise ValueError("expected '}' before end of string")
        value = self.value_of(name)
        if conversion:
            value = convert(value, conversion)
        if expand:
            spec = self.build(spec, depth - 1)
        out.add(format_object(value, spec))
        return i

    @cython.cfunc
    def value_of(self, name: str) -> object:
        """What a field's name means: an argument, then attributes and items of it."""
        n: cython.Py_ssize_t = len(name)
        i: cython.Py_ssize_t = 0
        start: cython.Py_ssize_t
        c: cython.Py_UCS4
        while i < n and name[i] != "." and name[i] != "[":
            i += 1
        first: str = name[:i]
        number = integer(first)
        if not first or number is not None:
            if self.numbering == NO_NUMBER:
                self.numbering = MANUAL if first else AUTOMATIC
            if self.numbering == MANUAL and not first:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            if self.numbering == AUTOMATIC and first:
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            if not first:
                number = self.next_number
                self.next_number += 1
            if self.args is None:
                raise ValueError("Format string contains positional fields")
            if number >= len(self.args):
                raise IndexError(f"Replacement index {number} out of range for positional args tuple")
            value = self.args[number]
        else:
            if self.kwargs is None and self.args is not None:
                raise KeyError(first)
            value = subscript(self.kwargs, first)
        while i < n:
            c = name[i]
            i += 1
            start = i
            if c == ".":
                while i < n and name[i] != "." and name[i] != "[":
                    i += 1
                if i == start:
                    raise ValueError("Empty attribute in format string")
                value = getattr_(value, name[start:i])
            elif c == "[":
                while i < n and name[i] != "]":
                    i += 1
                if i >= n:
                    raise ValueError("Missing ']' in format string")
                if i == start:
                    raise ValueError("Empty attribute in format string")
                number = integer(name[start:i])
                value = subscript(value, name[start:i] if number is None else number)
                i += 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return value


@cython.cfunc
def integer(text: str) -> object:
    """The number that a part of a field's name is, or None. Digits of all scripts count."""
    value: object = 0
    if not text or not text.isdecimal():
        return None
    if len(text) <= 19:
        value = int(text)
    if len(text) > 19 or value > MAX:
        raise ValueError("Too many decimal digits in format string")
    return value


@cython.cfunc
def convert(value: object, conversion: cython.Py_UCS4) -> object:
    if conversion == "r":
        return repr_object(value)
    if conversion == "s":
        return str_object(value)
    if conversion == "a":
        return ascii_object(value)
    if 32 < conversion < 127:
        raise ValueError(f"Unknown conversion specifier {chr(conversion)}")
    raise ValueError(f"Unknown conversion specifier \\x{cython.cast(cython.uint, conversion):x}")


def format_fields(template, args, kwargs):
    fields: Fields = Fields.__new__(Fields)
    fields.args = args
    fields.kwargs = kwargs
    fields.numbering = NO_NUMBER
    fields.next_number = 0
    return fields.build(template, 2)


# === %

@cython.cclass
class Arguments:
    args: object
    mapping: object         # None: not a mapping
    count: cython.Py_ssize_t  # -1: the one value that `args` is
    position: cython.Py_ssize_t
    is_bytes: cython.bint

    @cython.cfunc
    def next(self) -> object:
        if self.count < 0:
            if self.position == 0:
                self.position = 1
                return self.args
        elif self.position < self.count:
            self.position += 1
            return self.args[self.position - 1]
        raise TypeError("not enough arguments for format string")


@cython.cfunc
def is_mapping(value: object, is_bytes: cython.bint) -> cython.bint:
    if isinstance(value, tuple):
        return False
    if isinstance(value, str):
        return False
    if isinstance(value, (bytes, bytearray)):
        return not is_bytes
    if CG_IS_OBJECT(cython.cast(Ref, value)):
        return has_special(value, "__getitem__")
    return isinstance(value, (dict, list, range)) or has_special(value, "__getitem__")


@cython.cfunc
def is_simple(value: object) -> cython.bint:
    kind = type(value)
    return kind is str or kind is int or kind is float or kind is bool or value is None


@cython.cfunc
@cython.exceptval(-1, check=False)
def host_may(template: str, args: object) -> cython.bint:
    """May the host do it at once? Only simple values, no widths among the arguments, nothing large."""
    size: cython.double = PyUnicode_GET_LENGTH(cython.cast(Ref, template))
    if size > 256:
        return False
    values: tuple = args if type(args) is tuple else (args,)
    for value in values:
        if not is_simple(value):
            return False
        if type(value) is str:
            size += PyUnicode_GET_LENGTH(cython.cast(Ref, value))
        elif type(value) is int and not -(1 << 120) < value < 1 << 120:
            return False
    if size > 4096 or "*" in template:
        return False
    digits: cython.int = 0
    c: cython.Py_UCS4
    for c in template:  # no width or precision of more than two digits
        if "0" <= c <= "9":
            digits += 1
            if digits > 2:
                return False
        else:
            digits = 0
    return True


def percent(template, args):
    text: str
    if isinstance(template, str):
        if CG_IS_STR(cython.cast(Ref, template)) and host_may(template, args):
            return str.__mod__(template, args)
        text = template if CG_IS_STR(cython.cast(Ref, template)) else str.__str__(template)
        parts: list = percent_parts(text, args, False)
        return template if "%" not in text else "".join(parts)
    made: str = "".join(percent_parts(bytes.decode(bytes(template), "latin-1"), args, True))
    data = made.encode("latin-1")
    return bytearray(data) if isinstance(template, bytearray) else data


@cython.cfunc
def percent_parts(text: str, args: object, is_bytes: cython.bint) -> list:
    out = Writer()
    given: Arguments = Arguments.__new__(Arguments)
    n: cython.Py_ssize_t = len(text)
    i: cython.Py_ssize_t = 0
    start: cython.Py_ssize_t
    given.args = args
    given.mapping = args if is_mapping(args, is_bytes) else None
    given.count = -1
    given.is_bytes = is_bytes
    if isinstance(args, tuple):
        given.args = tuple.__getitem__(args, slice(None))
        given.count = len(given.args)
    given.position = 0
    while i < n:
        start = i
        i = text.find("%", start)
        if i < 0:
            i = n
        if i > start:
            out.add(text[start:i])
        if i < n:
            i = percent_item(out, given, text, i + 1)
            charge(1)
    if given.mapping is None and (given.position == 0 if given.count < 0 else given.position < given.count):
        raise TypeError("not all arguments converted during " + ("bytes" if is_bytes else "string") + " formatting")
    return out.parts


@cython.cfunc
def percent_item(out: Writer, given: Arguments, text: str, i: cython.Py_ssize_t) -> cython.Py_ssize_t:
    """One conversion; i is behind its %. The place behind it."""
    n: cython.Py_ssize_t = len(text)
    width: object = None
    precision: object = None
    flags: str = ""
    start: cython.Py_ssize_t
    depth: cython.int
    if i < n and text[i] == "%":
        out.add("%")
        return i + 1
    if i < n and text[i] == "(":
        if given.mapping is None:
            raise TypeError("format requires a mapping")
        i += 1
        start = i
        depth = 1
        while i < n and depth > 0:
            if text[i] == ")":
                depth -= 1
            elif text[i] == "(":
                depth += 1
            i += 1
        if depth > 0 or i >= n and text[i - 1] != ")":
            raise ValueError("incomplete format key")
        key: object = text[start:i - 1]
        given.args = subscript(given.mapping, cython.cast(str, key).encode("latin-1") if given.is_bytes else key)
        given.count = -1
        given.position = 0
    while i < n and text[i] in "-+ #0":
        flags += text[i]
        i += 1
    if i < n and text[i] == "*":
        width = star(given, "C ssize_t", MAX)
        if width < 0:
            flags += "-"
            width = -width
        i += 1
    else:
        start = i
        while i < n and "0" <= text[i] <= "9":
            i += 1
        if i > start:
            width = number(text[start:i], "width too big")
    if i < n and text[i] == ".":
        i += 1
        if i < n and text[i] == "*":
            precision = max(0, star(given, "C int", 0x7fffffff))
            i += 1
        else:
            start = i
            while i < n and "0" <= text[i] <= "9":
                i += 1
            precision = number(text[start:i], "precision too big" if not given.is_bytes else "prec too big") if i > start else 0
    if i < n and text[i] in "hlL":
        i += 1
    if i >= n:
        raise ValueError("incomplete format")
    kind: str = text[i]
    if width is not None:
        pay_bytes(4.0 * cython.cast(cython.double, width))
    if kind not in "sraiduoxXeEfFgGc" and not (given.is_bytes and kind == "b"):
        given.next()
        shown: str = kind if 31 <= ord(kind) < 127 or given.is_bytes else "?"
        raise ValueError(f"unsupported format character '{shown}' ({ord(kind):#x}) at index {i}")
    value = given.next()
    spec: str = "%" + flags + ("" if width is None else str(width)) + ("" if precision is None else "." + str(precision))
    if precision is not None and kind not in "sra":
        pay_bytes(4.0 * cython.cast(cython.double, precision))
    if given.is_bytes:
        out.add(bytes_item(spec, kind, value))
    else:
        out.add(text_item(spec, kind, value))
    return i + 1


@cython.cfunc
def star(given: Arguments, name: str, most: object) -> object:
    value = given.next()
    if not isinstance(value, int):
        raise TypeError("* wants int")
    value = int.__pos__(value)
    if not -most - 1 <= value <= most:
        raise OverflowError(f"Python int too large to convert to {name}")
    return value


@cython.cfunc
def number(digits: str, complaint: str) -> object:
    value: object = int(digits) if len(digits) < 20 else MAX + 1
    if value > MAX:
        raise ValueError(complaint)
    return value


@cython.cfunc
def as_number(kind: str, value: object) -> object:
    """A value for a numeric conversion as a plain one, or a stand-in that the host complains about."""
    if CG_PLAIN(cython.cast(Ref, value)):
        if isinstance(value, int):
            pay_digits(value)
        return value
    if kind in "oxX":
        if isinstance(value, int):
            return int.__pos__(value)
        if not has_special(value, "__index__"):
            return stand_in(value)
        try:
            return index(value)
        except TypeError:
            return stand_in(value)
    if kind in "diu":
        if isinstance(value, int):
            return int.__pos__(value)
        if not (has_special(value, "__int__") or has_special(value, "__index__") or has_special(value, "__float__")
                or isinstance(value, complex)):
            return stand_in(value)
        try:
            return to_int(value)
        except TypeError:
            return stand_in(value)
    if kind == "c":
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, (bytes, bytearray)):
            return bytes(value)
        if not has_special(value, "__index__"):
            return stand_in(value)
        try:
            return index(value)
        except TypeError:
            return stand_in(value)
    if has_special(value, "__float__") or has_special(value, "__index__"):
        return to_float(value)
    return stand_in(value)


@cython.cfunc
def text_item(spec: str, kind: str, value: object) -> object:
    if kind == "s":
        value = str_object(value)
    elif kind == "r":
        value = repr_object(value)
    elif kind == "a":
        value = ascii_object(value)
    else:
        return str.__mod__(spec + kind, (as_number(kind, value),))
    if not CG_IS_STR(cython.cast(Ref, value)):
        value = str.__str__(value)
    return value if len(spec) == 1 else str.__mod__(spec + "s", (value,))


@cython.cfunc
def bytes_item(spec: str, kind: str, value: object) -> object:
    """Bytes as text of as many characters."""
    form: bytes = (spec + kind).encode("latin-1")
    if kind == "r" or kind == "a":
        return str.__mod__(spec + "s", (ascii_object(value),))
    if kind == "s" or kind == "b":
        if not isinstance(value, (bytes, bytearray)):
            found: Ref = lookup(type_of(value), "__bytes__")
            if found != cython.NULL:
                made = call_found0(found, value)
                if not isinstance(made, bytes):
                    raise TypeError(f"__bytes__ returned non-bytes (type {type_name(made)})")
                value = made
            elif PyObject_CheckBuffer(value):
                value = memoryview(value)
                pay_bytes(value.nbytes)
                value = value.tobytes()
            elif not CG_PLAIN(cython.cast(Ref, value)):
                value = stand_in(value)
        if isinstance(value, (bytes, bytearray)):
            pay_bytes(len(bytes(value)))
            value = bytes(value)
    else:
        value = as_number(kind, value)
    made = bytes.__mod__(form, (value,))
    return bytes.decode(made, "latin-1")
