"""The zlib module: the host's, in steps that are paid for."""

import zlib as host

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.modules.define import ABSENT, Keywords, NativeModule
from cython.cimports.callgate.modules.packing import Packer, data_of, feed, new_packer, take, translated
from cython.cimports.callgate.objects.exception import exception_type
from cython.cimports.callgate.objects.native import native_function

from callgate.core.type import native_type
from callgate.modules.packing import stream_type

BASE = cython.declare(Type, exception_type("Exception"))
ERROR = native_type("error", BASE.host, base=BASE, module="zlib", basetype=True, exception=True, has_dict=True)
#: about what the host's library takes for each
PACKS = cython.declare(cython.longlong, 400_000)
UNPACKS = cython.declare(cython.longlong, 48_000)
#: fuel for a thousand bytes
PACKING = cython.declare(cython.longlong, 400)
UNPACKING = cython.declare(cython.longlong, 60)
STEP = cython.declare(cython.Py_ssize_t, 1 << 16)

COMPRESS = cython.declare(Keywords, Keywords("compress", "data level wbits", 1, 1))
DECOMPRESS = cython.declare(Keywords, Keywords("decompress", "data wbits bufsize", 1, 1))
COMPRESSOBJ = cython.declare(Keywords, Keywords("compressobj", "level method wbits memLevel strategy zdict"))
DECOMPRESSOBJ = cython.declare(Keywords, Keywords("decompressobj", "wbits zdict"))


@cython.cfunc
def number(value: object, default: object) -> object:
    return default if value is ABSENT else index(value)


def complaint(error):
    return translated(error, host.error, ERROR)


# === whole texts ===
def compress(*args, **kwargs):
    """Returns a bytes object containing compressed data."""
    given = COMPRESS.unpack(args, kwargs)
    data = data_of(given[0])
    level = number(given[1], -1)
    wbits = number(given[2], 15)
    try:
        if level == 0 or len(data) <= STEP:
            charge(PACKING * len(data) // 1000 + 10)
            charge_memory(2 * len(data))
            return host.compress(data, level, wbits)
        host.compress(b"", level, wbits)        # complains of the numbers as it does
        state = host.compressobj(level, host.DEFLATED, wbits)
        return feed(state.compress, data, PACKING) + state.flush()
    except host.error as error:
        raise complaint(error) from None


def decompress(*args, **kwargs):
    """Returns a bytes object containing the uncompressed data."""
    given = DECOMPRESS.unpack(args, kwargs)
    data = data_of(given[0])
    wbits = number(given[1], 15)
    if number(given[2], host.DEF_BUF_SIZE) < 0:
        raise ValueError("bufsize must be non-negative")
    unpacker: Packer = new_packer(DECOMPRESS_TYPE, None, UNPACKS)
    try:
        unpacker.state = host.decompressobj(wbits)
        result = unpack(unpacker, data, -1)
    except host.error as error:
        raise complaint(error) from None
    if not unpacker.state.eof:
        raise translated(host.error("Error -5 while decompressing data: incomplete or truncated stream"), host.error, ERROR)
    return result


def crc32(data, value=0, /):
    """Compute a CRC-32 checksum of data."""
    data = data_of(data)
    charge(len(data) // 1000 + 1)
    return host.crc32(data, index(value) & 0xFFFFFFFF)


def adler32(data, value=1, /):
    """Compute an Adler-32 checksum of data."""
    data = data_of(data)
    charge(len(data) // 1000 + 1)
    return host.adler32(data, index(value) & 0xFFFFFFFF)


# === compression objects ===
def compressobj(*args, **kwargs):
    """Return a compressor object."""
    given = COMPRESSOBJ.unpack(args, kwargs)
    numbers = [number(value, default) for value, default in zip(
        given[:5], (-1, host.DEFLATED, 15, host.DEF_MEM_LEVEL, host.Z_DEFAULT_STRATEGY))]
    charge(PACKS // 1000)
    charge_memory(PACKS)
    try:
        state = host.compressobj(*numbers) if given[5] is ABSENT else host.compressobj(*numbers, data_of(given[5]))
    except host.error as error:
        raise complaint(error) from None
    return new_packer(COMPRESS_TYPE, state, PACKS)


def pack(self: Packer, data, /):
    """Returns a bytes object containing compressed data."""
    try:
        return feed(self.state.compress, data_of(data), PACKING)
    except host.error as error:
        raise complaint(error) from None


def flush_packer(self: Packer, mode=None, /):
    """Return a bytes object containing any remaining compressed data."""
    charge(PACKS // 1000)
    try:
        return self.state.flush() if mode is None else self.state.flush(index(mode))
    except host.error as error:
        raise complaint(error) from None


def copy_packer(self: Packer, /):
    """Return a copy of the compression object."""
    charge(self.weight // 1000)
    charge_memory(self.weight)
    try:
        made: Packer = new_packer(self.type, self.state.copy(), self.weight)
    except host.error as error:
        raise complaint(error) from None
    made.unused = self.unused
    made.tail = self.tail
    return made


def deepcopy_packer(self: Packer, memo, /):
    return copy_packer(self)


# === decompression objects ===
def decompressobj(*args, **kwargs):
    """Return a decompressor object."""
    given = DECOMPRESSOBJ.unpack(args, kwargs)
    wbits = number(given[0], 15)
    charge(UNPACKS // 1000)
    try:
        state = host.decompressobj(wbits) if given[1] is ABSENT else host.decompressobj(wbits, data_of(given[1]))
    except host.error as error:
        raise complaint(error) from None
    return new_packer(DECOMPRESS_TYPE, state, UNPACKS)


@cython.cfunc
def unpack(self: Packer, data: object, wanted: object) -> object:
    """Input goes to the host in slices: what it does not use it copies."""
    state = self.state
    parts: list = []
    left: cython.longlong = wanted
    n: cython.Py_ssize_t = len(data)
    i: cython.Py_ssize_t = 0
    size: cython.longlong = 0
    self.tail = b""
    while True:
        part = take(state, data[i:i + STEP], left, UNPACKING, True)
        i = min(n, i + STEP)
        parts.append(part)
        size += len(part)
        charge_memory(2 * size)
        if left > 0:
            left -= len(part)
            if left == 0:
                break
        if state.eof or i >= n:
            break
    if state.eof:
        self.unused = state.unused_data + data[i:]
    else:
        self.tail = state.unconsumed_tail + data[i:]
    return parts[0] if len(parts) == 1 else b"".join(parts)


UNPACK = cython.declare(Keywords, Keywords("decompress", "data max_length", 1, 1))


def unpack_method(self: Packer, /, *args, **kwargs):
    """Return a bytes object containing the decompressed version of the data."""
    given = UNPACK.unpack(args, kwargs)
    data = data_of(given[0])
    wanted = number(given[1], 0)
    if wanted < 0:
        raise ValueError("max_length must be non-negative")
    if self.state.eof:
        self.unused += data
        return b""
    try:
        return unpack(self, data, wanted or -1)
    except host.error as error:
        raise complaint(error) from None


def flush_unpacker(self: Packer, length=None, /):
    """Return a bytes object containing any remaining decompressed data."""
    if length is not None and index(length) <= 0:
        raise ValueError("length must be greater than zero")
    if self.state.eof:
        return b""
    try:
        result = unpack(self, self.tail, -1)
        return result + self.state.flush()
    except host.error as error:
        raise complaint(error) from None


def get_unused(self: Packer):
    return self.unused


def get_tail(self: Packer):
    return self.tail


def get_eof(self: Packer):
    return self.state.eof


COMPRESS_TYPE = native_type(
    "Compress", Packer, module="zlib",
    functions={"compress": pack, "flush": flush_packer, "copy": copy_packer, "__copy__": copy_packer,
               "__deepcopy__": deepcopy_packer})
DECOMPRESS_TYPE = native_type(
    "Decompress", Packer, module="zlib",
    functions={"decompress": unpack_method, "flush": flush_unpacker, "copy": copy_packer, "__copy__": copy_packer,
               "__deepcopy__": deepcopy_packer},
    members={"unused_data": get_unused, "unconsumed_tail": get_tail, "eof": get_eof})
CONTENTS: dict = {
    name: getattr(host, name) for name in dir(host) if name.isupper() or name.startswith("Z_") or name.endswith("VERSION")}
CONTENTS["error"] = ERROR
CONTENTS["__version__"] = host.__version__
for function in (compress, decompress, compressobj, decompressobj, crc32, adler32):
    CONTENTS[function.__name__] = native_function(function, function.__name__, "zlib")
if hasattr(host, "_ZlibDecompressor"):
    def make_stream(args, kwargs):
        given = DECOMPRESSOBJ.unpack(args, kwargs)
        zdict = b"" if given[1] is ABSENT else data_of(given[1])
        return new_packer(None, host._ZlibDecompressor(number(given[0], 15), zdict), UNPACKS)

    CONTENTS["_ZlibDecompressor"] = stream_type("_ZlibDecompressor", "zlib", make_stream, 60, host.error, ERROR)
MODULE = NativeModule("zlib", CONTENTS)
