"""Codecs, as far as there are text encodings in the machine: encode, decode, byte order marks, names."""

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


def _rot13(text, errors="strict"):
    table = {}
    for first in (65, 97):
        for i in range(26):
            table[first + i] = first + (i + 13) % 26
    return text.translate(table)


def _to_hex(data, errors="strict"):
    return data.hex().encode("ascii")


def _from_hex(data, errors="strict"):
    return bytes.fromhex(data.decode("ascii"))


_TRANSFORMS = {"rot13": (_rot13, _rot13), "hex": (_to_hex, _from_hex), "hexcodec": (_to_hex, _from_hex)}


def _plain(encoding):
    return encoding.lower().replace("-", "").replace("_", "").replace(" ", "")


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding."""
    transform = _TRANSFORMS.get(_plain(encoding))
    return transform[0](obj, errors) if transform else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding."""
    transform = _TRANSFORMS.get(_plain(encoding))
    return transform[1](obj, errors) if transform else bytes(obj).decode(encoding, errors)


class CodecInfo(tuple):
    """Codec details when looking up the codec registry."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at 0x{id(self):x}>"


class IncrementalEncoder:
    """Encodes piece by piece; no state is kept."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def encode(self, input, final=False):
        return encode(input, self.encoding, self.errors)

    def reset(self):
        pass


class IncrementalDecoder:
    """Decodes piece by piece: bytes that may be the beginning of a character wait for the next piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = b""

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        self.buffer = b""
        if not final:
            for kept in range(min(4, len(data)) + 1):
                try:
                    text = data[:len(data) - kept].decode(self.encoding)
                except UnicodeDecodeError:
                    continue
                self.buffer = data[len(data) - kept:]
                return text
        return data.decode(self.encoding, self.errors)

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def lookup(encoding, /):
    """Looks up the codec and gives a CodecInfo object."""
    "".encode(encoding)     # LookupError when there is no such encoding
    name = encoding.lower().replace("_", "-").replace(" ", "-")

    def encoder(text, errors="strict"):
        return text.encode(encoding, errors), len(text)

    def decoder(data, errors="strict"):
        return bytes(data).decode(encoding, errors), len(data)

    members = {"encoding": encoding}
    return CodecInfo(
        encoder, decoder, None, None, type("IncrementalEncoder", (IncrementalEncoder,), members),
        type("IncrementalDecoder", (IncrementalDecoder,), members), "utf-8" if name == "utf8" else name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes the strings of an iterator one after the other."""
    for text in iterator:
        data = encode(text, encoding, errors)
        if data:
            yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes the bytes of an iterator one after the other."""
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def strict_errors(exception, /):
    raise exception


def ignore_errors(exception, /):
    return "", exception.end


def replace_errors(exception, /):
    shown = "?" if isinstance(exception, UnicodeEncodeError) else "\ufffd"
    return shown * (exception.end - exception.start), exception.end
