"""Text encodings of the guest: a fixed list of the host's codecs, none that the host's program registered.

* The host's registry finds codecs by importing modules and by asking whoever registered; the guest gets at neither.
* Error handlers are the standard ones; a handler that the guest registers belongs to the guest's own `codecs`.
"""

import cython
from cython.cimports.callgate.core.capi import PyUnicode_GET_LENGTH, Ref
from cython.cimports.callgate.core.cost import data_size, pay_bytes
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import argument_name, type_name

import encodings.aliases
import sys

#: codecs of text that work on any input in linear time
ALLOWED = frozenset("""
    ascii latin_1 utf_8 utf_8_sig utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be utf_7 unicode_escape
    raw_unicode_escape cp037 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861
    cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 cp932 cp949 cp950 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252
    cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 big5 big5hkscs euc_jp euc_jis_2004 euc_jisx0213 euc_kr gb2312 gbk gb18030
    hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr iso8859_1 iso8859_2
    iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 iso8859_14
    iso8859_15 iso8859_16 johab koi8_r koi8_t koi8_u kz1048 mac_cyrillic mac_greek mac_iceland mac_latin2 mac_roman
    mac_turkish ptcp154 shift_jis shift_jis_2004 shift_jisx0213 tis_620
""".split())
#: codecs that turn bytes into bytes or text into text, which str.encode and bytes.decode refuse with a hint
NOT_TEXT = frozenset(("base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec"))
#: Python code of the host, quadratic in the length of a label: short texts only
SLOW = frozenset(("idna", "punycode"))
HANDLERS = frozenset(("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace",
                      "surrogateescape", "surrogatepass"))
QUICK = {"utf-8": "utf-8", "utf8": "utf-8", "ascii": "ascii", "latin-1": "latin-1", "UTF-8": "utf-8"}
SAYS_TYPE = sys.version_info >= (3, 13)
ADVICE = "; use codecs.{}() to handle arbitrary codecs"


def encoding_name(name):
    name = str.__str__(name)
    known = QUICK.get(name)
    if known is not None:
        return known
    if len(name) > 64 or not name.isascii() or "\0" in name:
        if "\0" in name:
            raise ValueError("embedded null character")
        raise LookupError(f"unknown encoding: {name}")
    plain = "_".join("".join([c if c.isalnum() or c == "." else " " for c in name.lower()]).split())
    plain = encodings.aliases.aliases.get(plain) or encodings.aliases.aliases.get(plain.replace(".", "_")) or plain
    if plain in ALLOWED or plain in SLOW:
        return plain
    if plain in NOT_TEXT:
        raise LookupError(f"{name!r} is not a text encoding{ADVICE}")
    raise LookupError(f"unknown encoding: {name}")


def check_errors(errors):
    if errors not in HANDLERS:
        raise LookupError(f"unknown error handler name '{errors}'")
    return 0


@cython.cfunc
def text_encoding(name: object, doing: str) -> object:
    try:
        return encoding_name(name)
    except LookupError as error:
        text = str(error)
        if text.endswith(ADVICE):
            text = text[:-len(ADVICE)] + ADVICE.format(doing)
        raise LookupError(text) from None


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_codec(name: object, size: cython.double) -> cython.int:
    if name in SLOW:
        charge(cython.cast(cython.longlong, size * size / 8))
    return pay_bytes(size)


#: what a machine's own registry of codecs and error handlers says: host callable(function's name, arguments), or None
_registry = cython.declare(object, None)


def set_codec_registry(function):
    global _registry
    _registry = function


@cython.cfunc
def registered(what: str, args: tuple) -> object:
    """NotImplemented when the guest has registered nothing."""
    return NotImplemented if _registry is None else _registry(what, args)


def check_names(function, given):
    for name in ("encoding", "errors"):
        if name in given:
            value = given[name]
            if not isinstance(value, str):
                raise TypeError(f"{function}() argument '{name}' must be str, not "
                                + (type_name(value) if SAYS_TYPE and function == "str" else argument_name(value)))
            str.encode(value)
            if "\0" in value:
                raise ValueError("embedded null character")
    return 0


def codec_names(function, args, kwargs):
    given: dict = dict(zip(("encoding", "errors"), args))
    if len(args) + len(kwargs) > 2 or kwargs.keys() - {"encoding", "errors"} or kwargs.keys() & given.keys():
        return None
    given.update(kwargs)
    check_names(function, given)
    return given


def decode(data, encoding, errors):
    """As bytes.decode: names are looked at only when they are needed."""
    if data_size(data) == 0:
        return ""
    try:
        name = "utf-8" if encoding is None else text_encoding(encoding, "decode")
    except LookupError:
        result = registered("_text_decode", (data, encoding, "strict" if errors is None else errors))
        if result is NotImplemented:
            raise
        return result
    pay_codec(name, 4 * data_size(data))
    known: cython.bint = errors is None or errors in HANDLERS
    handler = errors if known and errors is not None else "strict"
    try:
        return bytes.decode(data, name, handler) if isinstance(data, bytes) else bytearray.decode(data, name, handler)
    except UnicodeError:
        if not known:
            result = registered("_decode_errors", (name, data, errors))
            if result is not NotImplemented:
                return result
            check_errors(errors)
        raise


def encode(text, encoding, errors):
    try:
        name = "utf-8" if encoding is None else text_encoding(encoding, "encode")
    except LookupError:
        result = registered("_text_encode", (text, encoding, "strict" if errors is None else errors))
        if result is NotImplemented:
            raise
        return result
    known: cython.bint = errors is None or errors in HANDLERS
    length: cython.double = PyUnicode_GET_LENGTH(cython.cast(Ref, text))
    # a replacement may be long: names of characters have up to ninety letters
    factor: cython.double = 90 if errors == "namereplace" else 10 if errors is not None and errors != "strict" else 4
    pay_codec(name, factor * length)
    try:
        return str.encode(text, name, errors if known and errors is not None else "strict")
    except UnicodeError:
        if not known:
            result = registered("_encode_errors", (name, text, errors))
            if result is not NotImplemented:
                return result
            check_errors(errors)
        raise
