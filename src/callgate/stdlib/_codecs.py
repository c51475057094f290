"""The registry of codecs. The codecs themselves are those of the host's library, in guest code over native coders.

Encodings of which the library's codec is native (those of East Asia) are made from str.encode and bytes.decode.
"""

import sys

import _codec_natives

for _name, _function in vars(_codec_natives).items():
    if not _name.startswith("__"):
        vars(sys.modules["_codecs"])[_name] = _function

_searches = []
_found = {}
_handlers = {}
_asked = []     # encodings that the machine is being asked for


def _with_library():
    if "encodings" not in sys.modules:
        import encodings  # noqa: F401  registers the search in the library, which goes first


def register(search_function, /):
    """Register a codec search function.

Search functions are expected to take one argument, the encoding name in
all lower case letters, and either return None, or a tuple of functions
(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object)."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _with_library()
    _searches.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function and clear the registry's cache.

If the search function is not registered, do nothing."""
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {'None' if encoding is None else type(encoding).__name__}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    _with_library()
    name = "_".join("".join(c if c.isalnum() or c == "." else " " for c in encoding.lower() if c.isascii()).split())
    info = _found.get(name)
    if info is None:
        for search in _searches:
            info = search(name)
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                break
        else:
            info = _of_machine(encoding)
        _found[name] = info
    return info


def _of_machine(encoding):
    """A codec that the machine itself has."""
    _asked.append(encoding)
    try:
        "".encode(encoding)
    except LookupError:
        raise LookupError(f"unknown encoding: {encoding}") from None
    finally:
        _asked.remove(encoding)
    import codecs

    def encode(text, errors="strict"):
        return text.encode(encoding, errors), len(text)

    def decode(data, errors="strict"):
        return bytes(data).decode(encoding, errors), len(data)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, text, final=False):
            return text.encode(encoding, self.errors)

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, data, errors, final):
            for kept in range(0 if final else min(4, len(data)) + 1):
                try:
                    return data[:len(data) - kept].decode(encoding), len(data) - kept
                except UnicodeDecodeError:
                    pass
            return data.decode(encoding, errors), len(data)

    class Codec(codecs.Codec):
        pass

    Codec.encode, Codec.decode = staticmethod(encode), staticmethod(decode)

    class StreamReader(Codec, codecs.StreamReader):
        pass

    class StreamWriter(Codec, codecs.StreamWriter):
        pass

    return codecs.CodecInfo(
        encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder,
        encoding.lower().replace("-", "_"))


def _run(codec, kind, encoding, obj, errors):
    """Call a codec. What it raises says that a codec has: in a note, or before 3.12 in an exception of the same class."""
    try:
        return codec(obj, errors)
    except Exception as error:
        text = f"{kind} with '{encoding}' codec failed"
        if sys.version_info >= (3, 12):
            error.add_note(text)
            raise
        if not _is_simple(error):
            raise
        cause = error
    raise type(cause)(f"{text} ({type(cause).__name__}: {cause})") from cause


def _is_simple(error):
    """Can another exception of its class be made that differs in its message only?"""
    if isinstance(error, _SPECIAL) or error.__dict__ or len(error.args) > 1:
        return False
    if any(type(each) is not str for each in error.args):
        return False
    for cls in type(error).__mro__:
        if cls.__flags__ & 0x200 == 0:      # not made by a class statement
            return True
        if {"__init__", "__new__"} & vars(cls).keys() or vars(cls).get("__slots__"):
            return False
    return True


_SPECIAL = (
    OSError, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, SystemExit, ImportError, StopIteration,
    SyntaxError, AttributeError, NameError, MemoryError, BaseExceptionGroup,
)


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding.

The default encoding is 'utf-8'.  errors may be given to set a
different error handling scheme.  Default is 'strict' meaning that encoding
errors raise a ValueError.  Other possible values are 'ignore', 'replace'
and 'backslashreplace' as well as any other name registered with
codecs.register_error that can handle ValueErrors."""
    result = _run(lookup(encoding)[0], "encoding", encoding, obj, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    return result[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding.

Default encoding is 'utf-8'.  errors may be given to set a
different error handling scheme.  Default is 'strict' meaning that encoding
errors raise a ValueError.  Other possible values are 'ignore', 'replace'
and 'backslashreplace' as well as any other name registered with
codecs.register_error that can handle ValueErrors."""
    result = _run(lookup(encoding)[1], "decoding", encoding, obj, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    return result[0]


# === error handlers


def _wrong(exception):
    return TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def strict_errors(exception, /):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if isinstance(exception, Exception):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception, /):
    """Implements the 'ignore' error handling, which ignores malformed data and continues."""
    if not isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise _wrong(exception)
    return "", exception.end


def replace_errors(exception, /):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise _wrong(exception)


def _escaped(exception):
    if isinstance(exception, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in exception.object[exception.start:exception.end]), exception.end
    if not isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        raise _wrong(exception)
    part = exception.object[exception.start:exception.end]
    return part.encode("ascii", "backslashreplace").decode("ascii") if not part.isascii() else "".join(
        f"\\x{ord(char):02x}" for char in part), exception.end


def backslashreplace_errors(exception, /):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.
"""
    return _escaped(exception)


def _encoded_with(name, doc):
    def handler(exception, /):
        if not isinstance(exception, UnicodeEncodeError):
            raise _wrong(exception)
        part = exception.object[exception.start:exception.end]
        return "".join(_replaced(char, name) for char in part), exception.end

    handler.__name__ = handler.__qualname__ = name + "_errors"
    handler.__doc__ = doc
    return handler


def _replaced(char, name):
    if name == "xmlcharrefreplace":
        return f"&#{ord(char)};"
    if char.isascii():
        import unicodedata

        try:
            return f"\\N{{{unicodedata.name(char)}}}"
        except ValueError:
            return f"\\x{ord(char):02x}"
    return char.encode("ascii", name).decode("ascii")


xmlcharrefreplace_errors = _encoded_with(
    "xmlcharrefreplace",
    "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the "
    "appropriate XML character reference.")
namereplace_errors = _encoded_with(
    "namereplace",
    "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape "
    "sequence.")


def _surrogateescape(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        part = exception.object[exception.start:exception.end]
        if not all("\udc80" <= char <= "\udcff" for char in part):
            raise exception
        return bytes(ord(char) - 0xDC00 for char in part), exception.end
    if isinstance(exception, UnicodeDecodeError):
        part = exception.object[exception.start:min(exception.end, exception.start + 4)]
        text = ""
        for byte in part:
            if byte < 128:
                break
            text += chr(0xDC00 + byte)
        if not text:
            raise exception
        return text, exception.start + len(text)
    raise _wrong(exception)


def _surrogatepass(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        part = exception.object[exception.start:exception.end]
        try:
            return part.encode(exception.encoding, "surrogatepass"), exception.end
        except UnicodeEncodeError:
            raise exception from None
    if isinstance(exception, UnicodeDecodeError):
        size = 4 if "32" in exception.encoding else 2 if "16" in exception.encoding else 3
        part = exception.object[exception.start:exception.start + size]
        try:
            return part.decode(exception.encoding, "surrogatepass"), exception.start + size
        except UnicodeDecodeError:
            raise exception from None
    raise _wrong(exception)


_BUILTIN = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
    "backslashreplace": backslashreplace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors, "namereplace": namereplace_errors,
    "surrogateescape": _surrogateescape, "surrogatepass": _surrogatepass,
}


# === what str.encode, bytes.decode and the coders do with codecs and handlers that the program has registered
def _text_encode(text, encoding, errors):
    if encoding in _asked:
        raise LookupError(f"unknown encoding: {encoding}")
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.encode() to handle arbitrary codecs")
    result = _run(info[0], "encoding", encoding, text, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    if not isinstance(result[0], bytes):
        raise TypeError(f"{encoding!r} encoder returned {type(result[0]).__name__!r} instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return result[0]


def _text_decode(data, encoding, errors):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.decode() to handle arbitrary codecs")
    result = _run(info[1], "decoding", encoding, data, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    if not isinstance(result[0], str):
        raise TypeError(f"{encoding!r} decoder returned {type(result[0]).__name__!r} instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return result[0]


def _handled(handler, error, length, kinds, wanted):
    result = handler(error)
    if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], kinds) \
            or not isinstance(result[1], int):
        raise TypeError(f"{wanted} error handler must return (str{'' if kinds is str else '/bytes'}, int) tuple")
    if length is None:
        if not isinstance(error.object, bytes):
            raise TypeError("object attribute must be bytes")
        length = len(error.object)
    at = result[1] + length if result[1] < 0 else result[1]
    if not 0 <= at <= length:
        raise IndexError(f"position {result[1]} from error handler out of bounds")
    return result[0], at


def _encode_parts(strict, text, errors):
    handler = lookup_error(errors)
    parts, at = [], 0
    while True:
        try:
            parts.append(strict(text[at:]))
            return b"".join(parts)
        except UnicodeEncodeError as found:
            error = UnicodeEncodeError(found.encoding, text, at + found.start, at + found.end, found.reason)
        if error.start > at:
            parts.append(strict(text[at:error.start]))
        instead, at = _handled(handler, error, len(text), (str, bytes), "encoding")
        if isinstance(instead, str):
            if error.encoding == "utf-8" and not instead.isascii():
                raise error
            try:
                instead = strict(instead)
            except UnicodeEncodeError:
                raise error from None
        parts.append(instead)


def _decode_parts(strict, data, errors):
    handler = lookup_error(errors)
    parts, at = [], 0
    while True:
        try:
            parts.append(strict(data[at:]))
            return "".join(parts)
        except UnicodeDecodeError as found:
            error = UnicodeDecodeError(found.encoding, data, at + found.start, at + found.end, found.reason)
        if error.start > at:
            parts.append(strict(data[at:error.start]))
        instead, at = _handled(handler, error, None, str, "decoding")
        data = error.object         # the handler may have put another one there
        parts.append(instead)


def _encode_errors(encoding, text, errors):
    done = False

    def strict(part):
        nonlocal done
        found = part.encode(encoding)
        # one mark of the byte order is enough
        skip = 0 if not done else {"utf_16": 2, "utf_32": 4, "utf_8_sig": 3}.get(encoding.replace("-", "_"), 0)
        done = True
        return found[skip:]

    return _encode_parts(strict, str(text), errors)


def _decode_errors(encoding, data, errors):
    return _decode_parts(lambda part: part.decode(encoding), bytes(data), errors)


def _coder_errors(name, data, errors, more):
    coder = getattr(_codec_natives, name)
    parts = _encode_parts if name.endswith("encode") else _decode_parts
    return parts(lambda part: coder(part, "strict", *more)[0], data, errors), len(data)


def register_error(errors, handler, /):
    """Register the specified error handler under the name errors.

handler must be a callable object, that
will be called with an exception instance containing
information about the location of the encoding/decoding
error and must return a (replacement, new position) tuple."""
    if not isinstance(errors, str):
        given = "None" if errors is None else type(errors).__name__
        raise TypeError(f"register_error() argument 1 must be str, not {given}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """lookup_error(errors) -> handler

Return the error handler for the specified error handling name or raise a
LookupError, if no handler exists under this name."""
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {'None' if name is None else type(name).__name__}")
    handler = _handlers.get(name) or _BUILTIN.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler
