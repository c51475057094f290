"""The guest's `bytes`, and what it shares with `bytearray`: the host's, with sizes paid for and sources asked by the guest."""

import cython
from cython.cimports.callgate.core.call import call_found0, object_call
from cython.cimports.callgate.core.capi import CG_IS_OBJECT, CG_PLAIN, Ref
from cython.cimports.callgate.core.cost import pay_bytes, pay_items, size_of
from cython.cimports.callgate.core.iteration import ask_hint, byte_numbers, drain_or, get_iter, has_special, host_contains
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import host_subscript, index, stand_in
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.text import repr_plain
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.objects.codecs import check_names, codec_names, decode, encode
from cython.cimports.callgate.objects.format import percent
from cython.cimports.callgate.objects.guard import ENDS, STRIPS, WHOLE, pay_for, checked, paid_slot, size_argument, slice_bounds, with_size
from cython.cimports.callgate.objects.iterators import make_iter
from cython.cimports.callgate.objects.memoryview import lent_bytes
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from ..core.type import native_type
from .guard import finish
from .memoryview import LENDING


# === making them

@cython.cfunc
def zeros(count: object, value: object) -> bytes:
    if not -(1 << 63) <= count < 1 << 63:
        raise OverflowError(f"cannot fit '{type_name(value)}' into an index-sized integer")
    if count < 0:
        raise ValueError("negative count")
    if count >= 1 << 62:
        return bytes(count)  # the host says that it is too large
    pay_bytes(cython.cast(cython.double, count))
    return bytes(count)


@cython.cfunc
def from_value(value: object, name: str) -> object:
    if isinstance(value, (bytes, bytearray)) and CG_PLAIN(cython.cast(Ref, value)):
        pay_bytes(size_of(value))
        return bytes(value)
    if name == "bytes":
        found: Ref = lookup(type_of(value), "__bytes__")
        if found != cython.NULL:
            made = call_found0(found, value)
            if not isinstance(made, bytes):
                raise TypeError(f"__bytes__ returned non-bytes (type {type_name(made)})")
            return made
    if isinstance(value, str):
        raise TypeError("string argument without an encoding")
    if isinstance(value, (bytes, bytearray)):
        return bytes.__getitem__(value, slice(None)) if isinstance(value, bytes) else bytes(bytearray.copy(value))
    if PyObject_CheckBuffer(value):     # a memoryview, an array
        view = memoryview(value)
        pay_bytes(view.nbytes)
        return view.tobytes()
    if isinstance(value, int) or has_special(value, "__index__"):
        try:
            count = index(value)
        except TypeError:
            pass
        else:
            return zeros(count, value)
    content: object = lent_bytes(value)
    if content is not None:
        return content
    it: object = None
    try:
        it = get_iter(value)
    except TypeError:
        pass
    if it is None:
        raise TypeError(f"cannot convert '{type_name(value)}' object to {name}")
    if name == "bytes":
        ask_hint(value)
    return byte_numbers(it, name)


def content_of(args, kwargs, name):
    if not kwargs and len(args) <= 1:
        return from_value(args[0], name) if args else b""
    names: tuple = ("source", "encoding", "errors")
    given: dict = dict(zip(names, args))
    if len(args) > 3 or kwargs.keys() - set(names) or kwargs.keys() & given.keys():
        host_class: object = bytes if name == "bytes" else bytearray
        host_class(*["" for _ in args], **dict.fromkeys(kwargs, ""))  # the host says what is wrong
        raise TypeError(f"{name}() got wrong arguments")
    given.update(kwargs)
    check_names(name, given)
    source = given.get("source")
    if "encoding" in given or "errors" in given:
        if not isinstance(source, str):
            raise TypeError("encoding without a string argument" if "encoding" in given else
                            "errors without a string argument")
        if "encoding" not in given and "source" in given:
            raise TypeError("string argument without an encoding")
        return encode(source, given.get("encoding"), given.get("errors"))
    return from_value(source, name)


def bytes_new(cls: Type, *args, **kwargs):
    if cls is bytes_type:
        if len(args) == 1 and not kwargs and type(args[0]) is bytes:
            return args[0]
        return content_of(args, kwargs, "bytes")
    value = content_of(args, kwargs, "bytes")
    return bytes.__new__(cls.host, bytes.__getitem__(value, slice(None)))


# === checks for the methods of both

@cython.cfunc
@cython.inline
def is_bytes(value: object) -> cython.bint:
    return isinstance(value, (bytes, bytearray))


@cython.cfunc
def check_width(value: object, args: tuple, kwargs: dict) -> tuple:
    width = size_argument(args, kwargs, 0, None)
    if width is not None and 0 < width < 1 << 62:
        pay_bytes(cython.cast(cython.double, width))
    return with_size(args, kwargs, 0, None, width)


@cython.cfunc
def check_tabs(value: object, args: tuple, kwargs: dict) -> tuple:
    size = size_argument(args, kwargs, 0, "tabsize")
    pay_items(size_of(value))
    if size is not None and 8 < size < 1 << 62:
        tabs = bytes.count(value, b"\t") if isinstance(value, bytes) else bytearray.count(value, b"\t")
        pay_bytes(cython.cast(cython.double, tabs) * size + size_of(value))
    return with_size(args, kwargs, 0, "tabsize", size)


@cython.cfunc
def check_linear(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_items(size_of(value) >> 2)
    return args


@cython.cfunc
def check_split(value: object, args: tuple, kwargs: dict) -> tuple:
    """Each part is an object of its own."""
    n: cython.double = size_of(value)
    if n > 1024:
        parts: cython.double = n / 2
        if args and is_bytes(args[0]) and size_of(args[0]):
            pay_search(n, size_of(args[0]))
            parts = bytes.count(value, args[0]) if isinstance(value, bytes) else bytearray.count(value, args[0])
        pay_bytes(n + 40 * parts)
    return args


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_search(n: cython.double, m: cython.double) -> cython.int:
    if n > 4096:
        charge(cython.cast(cython.longlong, n / 256 + ((n - m) * m / 1024 if 64 < m < n else 0)))
    return 0


@cython.cfunc
def check_search(value: object, args: tuple, kwargs: dict) -> tuple:
    if args and is_bytes(args[0]):
        pay_search(size_of(value), size_of(args[0]))
    elif args and CG_IS_OBJECT(cython.cast(Ref, args[0])) and not has_special(args[0], "__index__"):
        if PyObject_CheckBuffer(args[0]):
            pay_search(size_of(value), memoryview(args[0]).nbytes)
        else:
            args = (stand_in(args[0]), *args[1:])
    return slice_bounds(args)


@cython.cfunc
def check_replace(value: object, args: tuple, kwargs: dict) -> tuple:
    if len(args) >= 2 and is_bytes(args[0]) and is_bytes(args[1]):
        n: cython.double = size_of(value)
        growth: cython.double = size_of(args[1]) - size_of(args[0])
        if growth > 0:
            if not size_of(args[0]):
                n += growth * (n + 1)
            else:
                n += growth * (bytes.count(value, args[0]) if isinstance(value, bytes) else bytearray.count(value, args[0]))
        pay_bytes(n)
    return args


@cython.cfunc
def check_join(value: object, args: tuple, kwargs: dict) -> tuple:
    size: cython.double = 0
    place: cython.Py_ssize_t = 0
    if len(args) != 1 or kwargs:
        return args
    items: list = drain_or(args[0], "can only join an iterable")
    for each in items:
        if is_bytes(each):
            size += size_of(each)
        elif PyObject_CheckBuffer(each) and memoryview(each).c_contiguous:      # a view, an array
            view = memoryview(each)
            size += view.nbytes
            items[place] = view.tobytes()
        else:
            raise TypeError(f"sequence item {place}: expected a bytes-like object, {type_name(each)} found")
        place += 1
    pay_bytes(size + cython.cast(cython.double, size_of(value)) * size_of(items))
    return (items,)


@cython.cfunc
def check_hex(value: object, args: tuple, kwargs: dict) -> tuple:
    separator = size_argument(args, kwargs, 1, "bytes_per_sep")
    pay_bytes(3.0 * size_of(value))
    return with_size(args, kwargs, 1, "bytes_per_sep", separator)


def bytes_decode(value, *args, **kwargs):
    given: dict = codec_names("decode", args, kwargs)
    if given is None:
        return bytes.decode(value, *args, **kwargs) if isinstance(value, bytes) else bytearray.decode(value, *args, **kwargs)
    return decode(value, given.get("encoding"), given.get("errors"))


def bytes_translate(value, *args, **kwargs):
    pay_items(size_of(value))
    host_class: object = bytes if isinstance(value, bytes) else bytearray
    return host_class.translate(value, *args, **kwargs)


def bytes_repr(value):
    return repr_plain(value)


def bytes_iter(value):
    return make_iter(value)


def bytes_getitem(value, key):
    return host_subscript(value, key)


def bytes_contains(value, item):
    return host_contains(value, item)


def bytes_mod(value, args):
    return percent(value, args)


def bytes_add(value, other):
    if CG_IS_OBJECT(cython.cast(Ref, other)):
        if not PyObject_CheckBuffer(other):
            other = stand_in(other)
        else:
            pay_bytes(cython.cast(cython.double, size_of(value)) + memoryview(other).nbytes)
    elif is_bytes(other):
        pay_bytes(cython.cast(cython.double, size_of(value)) + size_of(other))
    return bytes.__add__(value, other) if isinstance(value, bytes) else bytearray.__add__(value, other)


def bytes_rmod(value, template):
    return percent(template, value) if isinstance(template, bytes if isinstance(value, bytes) else bytearray) else NotImplemented


def byte_functions(host):
    searching = ("count", "find", "index", "rfind", "rindex", "rpartition")
    splitting = ("split", "rsplit", "splitlines")
    wide = ("center", "ljust", "rjust", "zfill")
    functions: dict = {
        "__repr__": bytes_repr, "__str__": bytes_repr, "__iter__": bytes_iter, "__getitem__": bytes_getitem,
        "__contains__": bytes_contains, "__mod__": bytes_mod, "__rmod__": bytes_rmod,
        "__add__": bytes_add, "decode": bytes_decode, "translate": bytes_translate,
        "expandtabs": checked(host.expandtabs, check_tabs), "hex": checked(host.hex, check_hex),
        "join": checked(host.join, check_join), "replace": checked(host.replace, check_replace),
    }
    for name in wide:
        functions[name] = checked(getattr(host, name), check_width)
    for name in splitting:
        functions[name] = checked(getattr(host, name), check_split)
    for name in searching:
        functions[name] = checked(getattr(host, name), check_search)
    return functions


SHARED = (
    "capitalize", "endswith", "isalnum", "isalpha", "isascii", "isdigit", "islower",
    "isspace", "istitle", "isupper", "lower", "lstrip", "maketrans", "partition", "removeprefix", "removesuffix",
    "rstrip", "startswith", "strip", "swapcase", "title", "upper",
)
LOOKING = (
    "capitalize", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "lower", "partition",
    "swapcase", "title", "upper",
)
SLOTS = ("__eq__", "__ge__", "__gt__", "__le__", "__len__", "__lt__", "__ne__")


def bytes_fromhex(cls: Type, *args):
    if len(args) != 1:
        raise TypeError(f"{cls.name}.fromhex() takes exactly one argument ({len(args)} given)")
    if args and isinstance(args[0], str):
        pay_bytes(size_of(args[0]))
    value = bytes.fromhex(*args)
    return value if cls is bytes_type else object_call(cls, (value,), None)


bytes_type = finish(native_type(
    "bytes", bytes, slots=(*SLOTS, "__hash__"), methods=(*SHARED, "__bytes__", "__getnewargs__"),
    functions=byte_functions(bytes) | LENDING | {"fromhex": classmethod(bytes_fromhex)}, new=bytes_new, mirror=True), bytes,
    {"__mul__": paid_slot(bytes.__mul__, 2, False), "__rmul__": paid_slot(bytes.__rmul__, 2, False)}, ("decode", "translate"))
pay_for(bytes_type, LOOKING, WHOLE)
pay_for(bytes_type, ("startswith", "endswith", "removeprefix", "removesuffix"), ENDS)
pay_for(bytes_type, ("strip", "lstrip", "rstrip"), STRIPS)
