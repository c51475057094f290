"""What string.Formatter builds on (`_string`): the host takes format strings apart, our iterators give the parts."""

import _string as host

import cython
from cython.cimports.callgate.core.operators import get_iter
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.modules.define import NativeModule, define_plain


@cython.cfunc
def text_of(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected str, got {type_name(value)}")
    charge(len(value))
    return str.__str__(value)


def formatter_parser(format_string, /):
    # what the host complains about is met when the part is reached
    return get_iter(parts_of(host.formatter_parser(text_of(format_string))))


@cython.cfunc
def parts_of(iterator: object) -> list:
    return list(iterator)


def formatter_field_name_split(field_name, /):
    first, rest = host.formatter_field_name_split(text_of(field_name))
    return first, get_iter(parts_of(rest))


MODULE = NativeModule("_string", {
    name: define_plain(function, name, "_string")
    for name, function in (("formatter_parser", formatter_parser),
                           ("formatter_field_name_split", formatter_field_name_split))})
