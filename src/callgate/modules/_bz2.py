"""The native part of bz2: the host's, in steps that are paid for."""

import cython
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.modules.define import NativeModule, no_keywords, positional
from cython.cimports.callgate.modules.packing import new_packer

from callgate.modules.packing import packer_type, stream_type

try:
    import _bz2 as host
except ImportError:     # the host was built without it
    host = None

#: fuel for a thousand bytes
PACKING = cython.declare(cython.longlong, 1000)
UNPACKING = cython.declare(cython.longlong, 500)


class Never(Exception):
    """What bz2 complains of is OSError, EOFError and ValueError."""


def make_packer(args, kwargs):
    no_keywords("BZ2Compressor", kwargs)
    positional("BZ2Compressor", args, None, 0, 1)
    level = index(args[0]) if args else 9
    weight: cython.longlong = 400_000 + 800_000 * max(0, min(level, 9))
    charge(weight // 1000)
    charge_memory(weight)
    return new_packer(None, host.BZ2Compressor(level), weight)


def make_unpacker(args, kwargs):
    no_keywords("BZ2Decompressor", kwargs)
    positional("BZ2Decompressor", args, None, 0, 0)
    charge(4_000)
    charge_memory(4_000_000)
    return new_packer(None, host.BZ2Decompressor(), 4_000_000)


MODULE = None if host is None else NativeModule("_bz2", {
    "BZ2Compressor": packer_type("BZ2Compressor", "_bz2", make_packer, PACKING, Never, None),
    "BZ2Decompressor": stream_type("BZ2Decompressor", "_bz2", make_unpacker, UNPACKING, Never, None)})
