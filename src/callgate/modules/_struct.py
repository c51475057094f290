"""What struct builds on (`_struct`): the host packs and unpacks, after the size that a format asks for is paid."""

import struct as host

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import argument_name, type_name
from cython.cimports.callgate.modules.define import NativeModule, define_plain
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.callgate.objects.exception import exception_type, new_exception, to_host_exception

from callgate.core.type import native_type

EXCEPTION = cython.declare(Type, exception_type("Exception"))
ERROR = native_type("error", EXCEPTION.host, base=EXCEPTION, module="struct", basetype=True, exception=True,
                    has_dict=True)
#: A format longer than this is refused: the host keeps what it makes of formats.
LONGEST = 1 << 16
EMPTY = host.Struct("")


class Struct:
    pass


@cython.cfunc
def complaint(error: object) -> object:
    return to_host_exception(new_exception(ERROR, error.args))


@cython.cfunc
def compiled(layout: object) -> object:
    if not isinstance(layout, (str, bytes)):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {argument_name(layout)}")
    if len(layout) > LONGEST:
        raise to_host_exception(new_exception(ERROR, ("struct format is too long",)))
    charge(len(layout))
    try:
        made: object = host.Struct(layout)
    except host.error as error:
        raise complaint(error)
    charge_memory(made.size)
    charge(made.size // 8)
    return made


@cython.cfunc
def buffer(value: object) -> object:
    if PyObject_CheckBuffer(value):
        return memoryview(value)
    raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")


@cython.cfunc
def pack_with(made: object, values: tuple) -> object:
    charge(made.size // 8)
    try:
        return made.pack(*values)
    except host.error as error:
        raise complaint(error)
    except TypeError as error:
        # the host asks all of ours, and says so of what has none
        said: str = str(error)
        if any([said == f"'{type_name(each)}' object cannot be interpreted as an integer" and not has_special(each, "__index__")
                for each in values]):
            raise to_host_exception(new_exception(ERROR, ("required argument is not an integer",)))
        raise


@cython.cfunc
def unpack_with(made: object, data: object) -> tuple:
    charge(made.size // 8)
    try:
        return made.unpack(buffer(data))
    except host.error as error:
        raise complaint(error)


@cython.cfunc
@cython.exceptval(-1, check=False)
def check_from(unpack: object, first: tuple, args: tuple, kwargs: dict) -> cython.int:
    """The host says what is wrong with the arguments; to it they are an empty buffer's."""
    if kwargs or not 0 < len(args) < 3:
        unpack(*first, *[b"" if i == 0 else 0 for i in range(len(args))], **{name: 0 if name == "offset" else b"" for name in kwargs})
    return 0


@cython.cfunc
def unpack_from_with(made: object, args: tuple, kwargs: dict) -> tuple:
    data: object = args[0] if args else kwargs["buffer"]
    offset: object = args[1] if len(args) > 1 else kwargs.get("offset", 0)
    charge(made.size // 8)
    try:
        return made.unpack_from(buffer(data), index(offset))
    except host.error as error:
        raise complaint(error)


@cython.cfunc
def pack_into_with(made: object, args: tuple) -> object:
    if len(args) < 2:
        raise TypeError("pack_into expected buffer argument" if not args else "pack_into expected offset argument")
    if not isinstance(args[0], bytearray):
        raise TypeError(f"pack_into() argument 1 must be read-write bytes-like object, not {argument_name(args[0])}")
    charge(made.size // 8)
    try:
        made.pack_into(args[0], index(args[1]), *args[2:])
    except host.error as error:
        raise complaint(error)
    return None


class UnpackIterator:
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        if self.offset >= len(self.data):
            raise StopIteration
        row = unpack_from_with(self.compiled, (self.data, self.offset), {})
        self.offset += self.compiled.size
        return row

    def __length_hint__(self):
        return (len(self.data) - self.offset) // self.compiled.size


@cython.cfunc
def iterate(made: object, data: object) -> UnpackIterator:
    if made.size == 0:
        raise to_host_exception(new_exception(ERROR, ("cannot iteratively unpack with a struct of length 0",)))
    if len(buffer(data)) % made.size:
        raise to_host_exception(new_exception(
            ERROR, (f"iterative unpacking requires a buffer of a multiple of {made.size} bytes",)))
    rows: UnpackIterator = UnpackIterator.__new__(UnpackIterator)
    rows.compiled = made
    rows.data = data
    return rows


# === functions ===
def calcsize(format, /):
    return compiled(format).size


def pack(*args):
    if not args:
        raise TypeError("pack expected at least 1 argument, got 0")
    return pack_with(compiled(args[0]), args[1:])


def pack_into(*args):
    if not args:
        raise TypeError("pack_into expected at least 1 argument, got 0")
    return pack_into_with(compiled(args[0]), args[1:])


def unpack(*args):
    if len(args) != 2:
        raise TypeError(f"unpack expected 2 arguments, got {len(args)}")
    return unpack_with(compiled(args[0]), args[1])


def unpack_from(*args, **kwargs):
    if not args:
        host.unpack_from(**kwargs)      # which says that there has to be one
    check_from(host.unpack_from, ("",), args[1:], kwargs)
    return unpack_from_with(compiled(args[0]), args[1:], kwargs)


def iter_unpack(*args):
    if len(args) != 2:
        raise TypeError(f"iter_unpack expected 2 arguments, got {len(args)}")
    return iterate(compiled(args[0]), args[1])


def _clearcache():
    return None


# === Struct ===
def new_struct(cls, /, *args, **kwargs):
    made: Struct = Struct.__new__(Struct)
    made.type = cls
    if args or "format" in kwargs:
        made.compiled = compiled(args[0] if args else kwargs["format"])
    return made


def init_struct(self: Struct, /, format):
    self.compiled = compiled(format)


def struct_pack(self: Struct, /, *args):
    return pack_with(self.compiled, args)


def struct_pack_into(self: Struct, /, *args):
    return pack_into_with(self.compiled, args)


def struct_unpack(self: Struct, data, /):
    return unpack_with(self.compiled, data)


def struct_unpack_from(self: Struct, /, *args, **kwargs):
    check_from(EMPTY.unpack_from, (), args, kwargs)
    return unpack_from_with(self.compiled, args, kwargs)


def struct_iter_unpack(self: Struct, data, /):
    return iterate(self.compiled, data)


def struct_repr(self: Struct):
    return f"{self.type.name}({self.compiled.format!r})"


def get_format(self: Struct):
    return self.compiled.format


def get_size(self: Struct):
    return self.compiled.size


STRUCT = native_type(
    "Struct", Struct, module="_struct", doc=host.Struct.__doc__, new=new_struct, init=init_struct, basetype=True,
    getters={"format": get_format, "size": get_size}, functions={
        "pack": struct_pack, "pack_into": struct_pack_into, "unpack": struct_unpack, "unpack_from": struct_unpack_from,
        "iter_unpack": struct_iter_unpack, "__repr__": struct_repr})
native_type("unpack_iterator", UnpackIterator, module="_struct", slots=("__iter__", "__next__"),
            methods=("__length_hint__",))
MODULE = NativeModule("_struct", {
    "error": ERROR, "Struct": STRUCT, **{
        function.__name__: define_plain(function, function.__name__, "_struct")
        for function in (calcsize, pack, pack_into, unpack, unpack_from, iter_unpack, _clearcache)}})
