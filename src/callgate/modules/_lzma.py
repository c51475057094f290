"""The native part of lzma: the host's, in steps that are paid for; what a coder takes is asked of the memory limit first."""

import cython
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory, current
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.modules.define import ABSENT, Keywords, NativeModule
from cython.cimports.callgate.modules.packing import data_of, new_packer
from cython.cimports.callgate.objects.exception import exception_type
from cython.cimports.callgate.objects.native import native_function

from callgate.core.type import native_type
from callgate.modules.packing import packer_type, stream_type

try:
    import _lzma as host
except ImportError:     # the host was built without it
    host = None

BASE = cython.declare(Type, exception_type("Exception"))
ERROR = native_type("LZMAError", BASE.host, base=BASE, module="_lzma", basetype=True, exception=True, has_dict=True)
#: fuel for a thousand bytes
PACKING = cython.declare(cython.longlong, 4000)
UNPACKING = cython.declare(cython.longlong, 200)
#: MiB that compressing takes, by preset
PRESETS = (3, 9, 17, 32, 48, 94, 94, 186, 370, 674)
COMPRESSOR = cython.declare(Keywords, Keywords("LZMACompressor", "format check preset filters"))
DECOMPRESSOR = cython.declare(Keywords, Keywords("LZMADecompressor", "format memlimit filters"))
#: what a decompressor takes of most data
USUAL = cython.declare(cython.longlong, 10 << 20)


def plain(value):
    """Filters: a sequence of dicts with text keys and whole numbers."""
    if value is ABSENT or value is None:
        return None
    found = []
    for each in value:
        if not isinstance(each, dict):
            raise TypeError("Filter specifier must be a dict or dict-like object")
        found.append({str(key): index(number) for key, number in each.items()})
    return found


def appetite(preset, filters):
    """About how many bytes compressing takes."""
    level = 6 if preset is ABSENT or preset is None else index(preset) & 0x1F
    size = PRESETS[min(level, 9)] << 20
    if filters:
        size = sum([11 * each.get("dict_size", PRESETS[min(each.get("preset", 6) & 0x1F, 9)] << 17) for each in filters],
                   4 << 20)
    return size


def make_packer(args, kwargs):
    given = COMPRESSOR.unpack(args, kwargs)
    filters = plain(given[3])
    weight = appetite(given[2], filters)
    charge(weight // 10_000)
    charge_memory(weight)
    form = host.FORMAT_XZ if given[0] is ABSENT else index(given[0])
    check = -1 if given[1] is ABSENT else index(given[1])
    preset = None if given[2] is ABSENT or given[2] is None else index(given[2])
    return new_packer(None, host.LZMACompressor(form, check, preset, filters), weight)


def make_unpacker(args, kwargs):
    given = DECOMPRESSOR.unpack(args, kwargs)
    form = host.FORMAT_AUTO if given[0] is ABSENT else index(given[0])
    filters = plain(given[2])
    asked = None if given[1] is ABSENT or given[1] is None else index(given[1])
    limit: cython.longlong = current().memory_limit if current() != cython.NULL else 1 << 62
    weight: cython.longlong = USUAL
    if form == host.FORMAT_RAW:
        for each in filters or ():
            weight += each.get("dict_size", 0)
        charge_memory(weight)
    elif limit < 1 << 40 and (asked is None or asked > limit // 4):
        weight = asked = limit // 4     # what it will take is in the data; it counts as if it took all of that
    state = host.LZMADecompressor(form, asked) if filters is None else host.LZMADecompressor(form, asked, filters)
    charge(1000)
    return new_packer(None, state, weight)


def get_check(self):
    return self.state.check


def is_check_supported(check_id, /):
    """Test whether the given integrity check is supported."""
    return host.is_check_supported(index(check_id))


def _encode_filter_properties(filter, /):
    """Return a bytes object encoding the options (properties) of the filter specified by *filter* (a dict)."""
    return host._encode_filter_properties(plain([filter])[0])


def _decode_filter_properties(filter_id, encoded_props, /):
    """Return a dict describing a filter with ID *filter_id*, and options (properties) decoded from bytes."""
    return host._decode_filter_properties(index(filter_id), data_of(encoded_props))


def contents():
    found = {name: getattr(host, name) for name in dir(host) if name.isupper()}
    found.update(
        LZMAError=ERROR,
        LZMACompressor=packer_type("LZMACompressor", "_lzma", make_packer, PACKING, host.LZMAError, ERROR),
        LZMADecompressor=stream_type("LZMADecompressor", "_lzma", make_unpacker, UNPACKING, host.LZMAError, ERROR,
                                     check=get_check))
    for function in (is_check_supported, _encode_filter_properties, _decode_filter_properties):
        found[function.__name__] = native_function(function, function.__name__, "_lzma")
    return found


MODULE = None if host is None else NativeModule("_lzma", contents())
