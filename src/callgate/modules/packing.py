"""What zlib, _bz2 and _lzma share: long work is done in steps, each paid for, and nothing grows beyond the memory limit.

What is unpacked may be a thousand times longer than what it comes from, so it is taken in pieces; the pieces are measured
before the next one is asked for.
"""

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.modules.define import ABSENT, Keywords
from cython.cimports.callgate.objects.exception import new_exception, to_host_exception
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from callgate.core.type import native_type

#: bytes of input, or of output, between two looks at the limits
STEP = cython.declare(cython.Py_ssize_t, 1 << 16)


@cython.cclass
class Packer:
    """A compressor or decompressor."""


def new_packer(kind: Type, state: object, weight: cython.longlong) -> Packer:
    made: Packer = Packer.__new__(Packer)
    made.type = kind
    made.state = state
    made.weight = weight
    made.kept = 0
    made.unused = b""
    made.tail = b""
    return made


def data_of(value: object) -> object:
    """The bytes of an argument; they stay where they are while the host works on them."""
    if isinstance(value, bytes):
        return value
    if not PyObject_CheckBuffer(value):
        raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")
    view = memoryview(value)
    charge_memory(view.nbytes)
    return view.tobytes()


def translated(error: object, host_error: object, guest_error: Type) -> object:
    """An error of the host's module as the guest's."""
    if isinstance(error, host_error):
        return to_host_exception(new_exception(guest_error, error.args))
    return error


def feed(step: object, data: object, price: cython.longlong) -> object:
    """What compressing all of the data gives; `price` is the fuel for a thousand bytes."""
    n: cython.Py_ssize_t = len(data)
    if n <= STEP:
        charge(price * n // 1000 + 10)
        return step(data)
    parts: list = []
    size: cython.longlong = 0
    i: cython.Py_ssize_t = 0
    while i < n:
        charge(price * STEP // 1000 + 10)
        part = step(data[i:i + STEP])
        parts.append(part)
        size += len(part)
        charge_memory(2 * size)
        i += STEP
    return b"".join(parts)


def take(state: object, data: object, wanted: object, price: cython.longlong, tail: cython.bint) -> object:
    """What the decompressor gives for the data, until there is no more or `wanted` bytes are there (all, when negative).

    What it did not get to it keeps itself or, `tail`, gives back. A step that gives less than it might says that all
    of it is done.
    """
    left: cython.longlong = -1 if wanted < 0 else wanted
    parts: list = []
    size: cython.longlong = 0
    most: cython.longlong
    charge(price * min(len(data), STEP) // 1000 + 10)
    while left != 0 or not parts:
        most = STEP if left < 0 or left > STEP else left
        part = state.decompress(data, most)
        charge(price * len(part) // 1000 + 10)
        parts.append(part)
        size += len(part)
        charge_memory(2 * size)
        if left > 0:
            left -= len(part)
        if len(part) < most or state.eof:
            break
        data = state.unconsumed_tail if tail else b""
    return parts[0] if len(parts) == 1 else b"".join(parts)


# === decompressors that keep what they did not get to: of bz2, lzma, and gzip's
def stream_type(name, module, make, price, host_error, guest_error, **getters):
    """Their type; `make(args, kwargs)` gives a Packer."""
    given = Keywords("decompress", "data max_length", 1)

    def new(cls: Type, *args, **kwargs):
        try:
            made: Packer = make(args, kwargs)
        except host_error as error:
            raise translated(error, host_error, guest_error) from None
        made.type = cls
        return made

    def decompress(self: Packer, /, *args, **kwargs):
        """Decompress *data*, returning uncompressed data as bytes."""
        found = given.unpack(args, kwargs)
        data = data_of(found[0])
        most = -1 if found[1] is ABSENT else index(found[1])
        if self.state.eof:
            return self.state.decompress(data, most)     # says so
        self.kept += len(data)
        self.weight += len(data)
        try:
            result = take(self.state, data, most, price, False)
        except host_error as error:
            raise translated(error, host_error, guest_error) from None
        if self.state.eof or self.state.needs_input:
            self.weight -= self.kept
            self.kept = 0
        return result

    def get_eof(self: Packer):
        return self.state.eof

    def get_needs_input(self: Packer):
        return self.state.needs_input

    def get_unused(self: Packer):
        return self.state.unused_data

    return native_type(
        name, Packer, module=module, new=new, functions={"decompress": decompress},
        members={"eof": get_eof, "needs_input": get_needs_input, "unused_data": get_unused, **getters})


def packer_type(name, module, make, price, host_error, guest_error):
    """The type of compressors with compress() and flush()."""
    def new(cls: Type, *args, **kwargs):
        try:
            made: Packer = make(args, kwargs)
        except host_error as error:
            raise translated(error, host_error, guest_error) from None
        made.type = cls
        return made

    def compress(self: Packer, data, /):
        """Provide data to the compressor object; returns a chunk of compressed data if possible."""
        try:
            return feed(self.state.compress, data_of(data), price)
        except host_error as error:
            raise translated(error, host_error, guest_error) from None

    def flush(self: Packer, /):
        """Finish the compression process; returns the compressed data left in internal buffers."""
        charge(price * min(self.weight, 1 << 20) // 1000)
        try:
            return self.state.flush()
        except host_error as error:
            raise translated(error, host_error, guest_error) from None

    return native_type(name, Packer, module=module, new=new, functions={"compress": compress, "flush": flush})
