"""The guest's `str`: the host's, with formatting of our own and the sizes of what methods make paid for."""

import sys

import cython
from cython.cimports.cpython.unicode import PyUnicode_KIND
from cython.cimports.callgate.core.capi import (
    CG_IS_STR, PyList_CheckExact, PyTuple_CheckExact, PyUnicode_GET_LENGTH, Ref, Refs,
)
from cython.cimports.callgate.core.cost import data_size, pay_bytes, pay_items, size_of
from cython.cimports.callgate.core.iteration import drain_or, host_contains
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import host_subscript, stand_in, subscript
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.text import format_plain, repr_plain, str_object
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.objects.codecs import check_names, codec_names, decode, encode
from cython.cimports.callgate.objects.format import format_fields, percent
from cython.cimports.callgate.objects.guard import (
    ENDS, FOUND, STRIPS, WHOLE, checked, for_host, paid_slot, pass_on, pay_for, quick, remember, size_argument, slice_bounds,
    with_size,
)
from cython.cimports.callgate.objects.iterators import make_iter
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from ..core.type import native_type
from .guard import finish

COUNTS = sys.version_info >= (3, 13)     # str itself counts its positional arguments first


# === making one

@cython.cfunc
def decoded(value: object, encoding: object, errors: object) -> object:
    if isinstance(value, str):
        raise TypeError("decoding str is not supported")
    if not isinstance(value, (bytes, bytearray)) and PyObject_CheckBuffer(value):
        view = memoryview(value)
        pay_bytes(view.nbytes)
        value = view.tobytes()
    if not isinstance(value, (bytes, bytearray)):
        raise TypeError(f"decoding to str: need a bytes-like object, {type_name(value)} found")
    return decode(value, encoding, errors)


def str_new(cls: Type, *args, **kwargs):
    if not kwargs and len(args) <= 1:
        value = str_object(args[0]) if args else ""
    else:
        if len(args) + len(kwargs) > 3 or kwargs.keys() - {"object", "encoding", "errors"} or (
                {"object", "encoding", "errors"} - set(("object", "encoding", "errors")[len(args):])) & kwargs.keys():
            if COUNTS and cls is str_type and not kwargs:
                raise TypeError(f"str expected at most 3 arguments, got {len(args)}")
            str(*["" for _ in args], **dict.fromkeys(kwargs, ""))  # the host says what is wrong
            raise TypeError("str() got wrong arguments")
        given = dict(zip(("object", "encoding", "errors"), args), **kwargs)
        check_names("str", given)
        if "encoding" in given or "errors" in given:
            value = decoded(given.get("object", b""), given.get("encoding"), given.get("errors"))
        else:
            value = str_object(given.get("object", ""))
    if cls is str_type:
        return value
    return str.__new__(cls.host, value if CG_IS_STR(cython.cast(Ref, value)) else str.__str__(value))


# === slots

def str_repr(value):
    return repr_plain(value)


def str_str(value):
    return value if CG_IS_STR(cython.cast(Ref, value)) else str.__str__(value)


def str_iter(value):
    return make_iter(value)


def str_getitem(value, key):
    return host_subscript(value, key)


def str_contains(value, item):
    return host_contains(value, item)


def str_mod(value, args):
    return percent(value, args)


def str_rmod(value, template):
    return percent(template, value) if isinstance(template, str) else NotImplemented


def str_add(value, other):
    if not isinstance(other, str):
        other = stand_in(other)
    else:
        pay_bytes(data_size(value) + data_size(other))
    return str.__add__(value, other)


def str_format_spec(value, *args):
    if len(args) != 1 or not isinstance(args[0], str):
        return str.__format__(value, *[for_host(each) for each in args])
    return format_plain(value, args[0])


# === methods

def str_format(value, /, *args, **kwargs):
    return formatted(value, args, kwargs)


@cython.cfunc
def formatted(value: object, args: object, kwargs: object) -> object:
    text: str = str.__str__(value)
    if "{" not in text and "}" not in text:
        return value  # a mirror stays what it is
    return format_fields(text, args, kwargs)


def str_format_map(value, *args):
    if len(args) != 1:
        return str.format_map(value, *args)
    return formatted(value, None, args[0])


@cython.cfunc
def check_width(value: object, args: tuple, kwargs: dict) -> tuple:
    """center, ljust, rjust, zfill: the result is as wide as the first argument says."""
    width = size_argument(args, kwargs, 0, None)
    if len(args) == 2:
        args = (args[0], for_host(args[1]))
    if width is not None and 0 < width < 1 << 62:
        fill = args[1] if len(args) > 1 and isinstance(args[1], str) else " "
        pay_bytes(cython.cast(cython.double, width) * max(PyUnicode_KIND(value), PyUnicode_KIND(fill)))
    return with_size(args, kwargs, 0, None, width)


@cython.cfunc
def check_tabs(value: object, args: tuple, kwargs: dict) -> tuple:
    size = size_argument(args, kwargs, 0, "tabsize")
    pay_items(size_of(value))
    if size is not None and 8 < size < 1 << 62:
        pay_bytes(cython.cast(cython.double, str.count(value, "\t")) * size * PyUnicode_KIND(value) + data_size(value))
    return with_size(args, kwargs, 0, "tabsize", size)


@cython.cfunc
def check_backwards(value: object, args: tuple, kwargs: dict) -> tuple:
    """rfind, rindex, rpartition: the host's search from the right is quadratic at worst."""
    if args and isinstance(args[0], str):
        pay_search(size_of(value), size_of(args[0]))
    return slice_bounds(args)


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_search(n: cython.double, m: cython.double) -> cython.int:
    if n > 4096:
        charge(cython.cast(cython.longlong, n / 256 + ((n - m) * m / 1024 if 64 < m < n else 0)))
    return 0


@cython.cfunc
def check_table(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_items(size_of(value))
    return args


def str_translate(value, *args):
    """The table is asked by the guest's protocol, once for each character that is in the text."""
    if len(args) != 1:
        return str.translate(value, *args)
    table = args[0]
    pay_items(8 * size_of(value))
    made: dict = {}
    longest: cython.Py_ssize_t = 1
    for c in set(str.__str__(value)):
        try:
            found = subscript(table, ord(c))
        except LookupError:
            continue
        if found is not None and not isinstance(found, (int, str)):
            raise TypeError("character mapping must return integer, None or str")
        if isinstance(found, str):
            found = str.__str__(found)
            longest = max(longest, len(found))
        made[ord(c)] = found
    if longest > 1:
        pay_bytes(4.0 * longest * PyUnicode_GET_LENGTH(cython.cast(Ref, value)))
    return str.translate(value, made)


def str_encode(value, *args, **kwargs):
    given: dict = codec_names("encode", args, kwargs)
    if given is None:
        return str.encode(value, *args, **kwargs)
    return encode(value, given.get("encoding"), given.get("errors"))


def str_maketrans(*args):
    if len(args) == 1 and isinstance(args[0], dict):
        pay_items(size_of(args[0]))
    elif args and isinstance(args[0], str):
        pay_bytes(64.0 * size_of(args[0]))
    return str.maketrans(*args)


# --- the frequent ones, without packing

JOIN = cython.declare(cython.int, remember(str.join))
SPLIT = cython.declare(cython.int, remember(str.split))
RSPLIT = cython.declare(cython.int, remember(str.rsplit))
SPLITLINES = cython.declare(cython.int, remember(str.splitlines))
REPLACE = cython.declare(cython.int, remember(str.replace))


@cython.cfunc
def join(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    size: cython.double = 0
    place: cython.Py_ssize_t = 0
    if n != 1 or kwnames != cython.NULL:
        return pass_on(JOIN, value, args, n, kwnames)
    iterable = cython.cast(object, args[0])
    if PyList_CheckExact(cython.cast(Ref, iterable)) or PyTuple_CheckExact(cython.cast(Ref, iterable)):
        items: object = iterable
    else:
        items = drain_or(iterable, "can only join an iterable")
    for each in items:
        if not isinstance(each, str):
            raise TypeError(f"sequence item {place}: expected str instance, {type_name(each)} found")
        size += PyUnicode_GET_LENGTH(cython.cast(Ref, each))
        place += 1
    size += cython.cast(cython.double, len(items)) * PyUnicode_GET_LENGTH(cython.cast(Ref, value))
    if size > 256:
        pay_bytes(size * PyUnicode_KIND(value))
    if items is iterable:
        return pass_on(JOIN, value, args, n, kwnames)
    return str.join(value, items)


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_split(value: object, args: Refs, n: cython.Py_ssize_t) -> cython.int:
    """Each part is an object of its own; how many there will be is counted when there may be many."""
    length: cython.Py_ssize_t = PyUnicode_GET_LENGTH(cython.cast(Ref, value))
    if length < 2048:
        return 0
    parts: cython.double = length / 2
    if n > 0 and isinstance(cython.cast(object, args[0]), str):
        separator = cython.cast(object, args[0])
        if PyUnicode_GET_LENGTH(cython.cast(Ref, separator)) > 0:
            pay_search(length, PyUnicode_GET_LENGTH(cython.cast(Ref, separator)))
            parts = str.count(value, separator)
    pay_items(length >> 2)
    return pay_bytes(data_size(value) + 56 * parts)


@cython.cfunc
def split(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_split(value, args, n)
    return pass_on(SPLIT, value, args, n, kwnames)


@cython.cfunc
def rsplit(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_split(value, args, n)
    return pass_on(RSPLIT, value, args, n, kwnames)


@cython.cfunc
def splitlines(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    pay_split(value, args, 0)
    return pass_on(SPLITLINES, value, args, n, kwnames)


@cython.cfunc
def replace(value: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    if n >= 2:
        old = cython.cast(object, args[0])
        new = cython.cast(object, args[1])
        if isinstance(old, str) and isinstance(new, str):
            length: cython.double = PyUnicode_GET_LENGTH(cython.cast(Ref, value))
            growth: cython.double = PyUnicode_GET_LENGTH(cython.cast(Ref, new)) - PyUnicode_GET_LENGTH(cython.cast(Ref, old))
            if growth > 0 and length * growth > 4096:
                length += growth * (str.count(value, old) if PyUnicode_GET_LENGTH(cython.cast(Ref, old)) else length + 1)
            if length > 2048:
                pay_bytes(length * max(PyUnicode_KIND(value), PyUnicode_KIND(new)))
    return pass_on(REPLACE, value, args, n, kwnames)


METHODS = (
    "__getnewargs__", "__sizeof__", "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum",
    "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
    "istitle", "isupper", "join", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rsplit",
    "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
)
SLOTS = ("__eq__", "__ge__", "__gt__", "__hash__", "__le__", "__len__", "__lt__", "__ne__")
FUNCTIONS = {
    "__repr__": str_repr, "__str__": str_str, "__iter__": str_iter, "__getitem__": str_getitem,
    "__contains__": str_contains, "__mod__": str_mod, "__rmod__": str_rmod, "__add__": str_add,
    "__format__": str_format_spec, "format": str_format, "format_map": str_format_map,
    "center": checked(str.center, check_width), "ljust": checked(str.ljust, check_width),
    "rjust": checked(str.rjust, check_width), "zfill": checked(str.zfill, check_width),
    "expandtabs": checked(str.expandtabs, check_tabs), "rfind": checked(str.rfind, check_backwards),
    "rindex": checked(str.rindex, check_backwards), "rpartition": checked(str.rpartition, check_backwards),
    "translate": str_translate, "encode": str_encode, "maketrans": staticmethod(str_maketrans),
}
PAID_SLOTS = {"__mul__": paid_slot(str.__mul__, 2, False), "__rmul__": paid_slot(str.__rmul__, 2, False)}
str_type = finish(native_type(
    "str", str, slots=SLOTS, methods=METHODS, functions=FUNCTIONS, new=str_new, mirror=True), str, PAID_SLOTS,
    ("format", "encode"))

quick(str_type, "join", cython.cast(cython.p_void, join))
quick(str_type, "split", cython.cast(cython.p_void, split))
quick(str_type, "rsplit", cython.cast(cython.p_void, rsplit))
quick(str_type, "splitlines", cython.cast(cython.p_void, splitlines))
quick(str_type, "replace", cython.cast(cython.p_void, replace))
pay_for(str_type, ("capitalize", "casefold", "count", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
    "isprintable", "isspace", "istitle", "isupper", "lower", "partition", "swapcase", "title", "upper"), WHOLE)
pay_for(str_type, ("find", "index"), FOUND)
pay_for(str_type, ("startswith", "endswith", "removeprefix", "removesuffix"), ENDS)
pay_for(str_type, ("strip", "lstrip", "rstrip"), STRIPS)
