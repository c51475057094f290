"""Streams in memory. There are no files but those of the packages that the guest may import, and these can only be read:
open() says so, and a host tool is the way to offer others.
"""

import abc
import sys
from builtins import open

from _importer import read_file as _read_file
from _importer import type_name as _type_name

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "TextIOBase", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
]
#: in guest code of the host's library, loaded when one is asked for
_LAYERS = {"BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOWrapper",
           "IncrementalNewlineDecoder"}
__all__ += sorted(_LAYERS)

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


def open_code(path):
    """Opens the provided file with the intent to import the contents."""
    return open(path, "rb")


def _open(file, mode, buffering, encoding, errors, newline, closefd, opener):
    """What the builtin open() does."""
    if isinstance(file, int) or opener is not None:
        raise _no_files(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError(f"invalid mode: {mode!r}")
    if kinds >= {"t", "b"}:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("rwax")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode" if len(kinds & set("rwax")) > 1 else
                         "Must have exactly one of create/read/write/append mode and at most one plus")
    binary = "b" in kinds
    for what, given in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if binary and given is not None:
            raise ValueError(f"binary mode doesn't take {'an' if what[0] == 'e' else 'a'} {what} argument")
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd)
    if binary and buffering == 0:
        return raw
    if buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    _load_layers()
    buffer = BufferedReader(raw)  # noqa: F821  of _pyio
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding or "utf-8", errors, newline, buffering == 1)  # noqa: F821  of _pyio
    text.mode = mode
    return text


def _no_files(file):
    return PermissionError(f"open({file!r}): this program has no files; the program's host can offer some as a tool")


def text_encoding(encoding, stacklevel=2):
    return "utf-8" if encoding is None else encoding


class IOBase(metaclass=abc.ABCMeta):
    """The abstract base class for all I/O classes."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check()

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        size = -1 if size is None else size.__index__()
        line = bytearray()
        while size < 0 or len(line) < size:
            n = 1
            if hasattr(self, "peek"):
                ahead = self.peek(1)
                n = ahead.find(b"\n") + 1 or len(ahead) or 1
                if size >= 0:
                    n = min(n, size)
            part = self.read(n)
            if not isinstance(part, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(part).__name__}'")
            if not part:
                break
            line += part
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint=None):
        if hint is None or hint <= 0:
            return list(self)
        n = 0
        lines = []
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base class for raw binary streams."""

    def read(self, size=-1):
        self._unsupported("read")


class BufferedIOBase(IOBase):
    """Base class for buffered binary streams."""

    def read(self, size=-1):
        self._unsupported("read")

    def write(self, b):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Base class for text streams."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        self._unsupported("read")

    def write(self, s):
        self._unsupported("write")

    def readline(self):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")


class _Memory:
    """What streams in memory share: a content, `_value`, a position, `_pos`, and what was written behind it, `_parts`."""

    def _settle(self):
        """Join what was written at the end, which is most of what is written."""
        parts = self._parts
        if parts:
            self._value += self._empty.join(parts)
            parts.clear()
        return self._value

    def getvalue(self):
        self._check()
        return self._settle()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def _size(self, size):
        if size is None:
            return -1
        if not hasattr(size, "__index__"):
            raise TypeError(f"argument should be integer or None, not '{_type_name(size)}'")
        number = size.__index__()
        if not -sys.maxsize - 1 <= number <= sys.maxsize:
            raise OverflowError(f"cannot fit '{_type_name(size)}' into an index-sized integer")
        return number

    def read(self, size=-1, /):
        self._check()
        size = self._size(size)
        value = self._settle()
        end = len(value) if size < 0 else min(len(value), self._pos + size)
        part = value[self._pos:end]
        self._pos = max(self._pos, end)
        return part

    def _line_end(self, value, start):
        end = value.find(self._newline, start)
        return len(value) if end < 0 else end + len(self._newline)

    def readline(self, size=-1, /):
        self._check()
        size = self._size(size)
        value = self._settle()
        end = self._line_end(value, self._pos)
        if size >= 0:
            end = min(end, self._pos + size)
        part = value[self._pos:end]
        self._pos = max(self._pos, end)
        return part

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError(f"Negative size value {pos}" if isinstance(self, StringIO) else f"negative size value {pos}")
        value = self._settle()
        if pos < len(value):
            self._value = value[:pos]
            self._end = pos
        return pos

    def _put(self, part, fill):
        if self._pos == self._end:
            self._parts.append(part)
            self._pos = self._end = self._end + len(part)
            return
        value = self._settle()
        gap = self._pos - len(value)
        if gap > 0:
            value += fill * gap
        self._value = value[:self._pos] + part + value[self._pos + len(part):]
        self._pos += len(part)
        self._end = len(self._value)


class FileIO(_Memory, RawIOBase):
    """Open a file of a package, to read it."""

    _newline = b"\n"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        place = file
        if not isinstance(file, str):
            import os

            if not isinstance(file, (bytes, os.PathLike)):
                if isinstance(file, int):
                    raise _no_files(file)
                raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
            place = os.fsdecode(file)
        data = _read_file(place) if set(mode) <= set("rb") else None
        if data is None:
            raise _no_files(file)
        self.name = file
        self.closefd = closefd
        self._value = data
        self._parts = ()
        self._pos = 0

    @property
    def mode(self):
        return "rb"

    def __repr__(self):
        state = "[closed]" if self.closed else f"name={self.name!r} mode='rb' closefd={self.closefd}"
        return f"<_io.FileIO {state}>"

    def writable(self):
        self._check()
        return False

    def write(self, b, /):
        self._unsupported("write")

    def truncate(self, pos=None, /):
        self._unsupported("truncate")

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    def seek(self, pos, whence=0, /):
        self._check()
        pos += (0, self._pos, len(self._value))[whence]
        if pos < 0:
            raise OSError(22, "Invalid argument")
        self._pos = pos
        return pos


class StringIO(_Memory, TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    _empty = ""

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {_type_name(newline)}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {_type_name(initial_value)}")
        self._mode = newline
        self._newline = newline or "\n"
        self._seen = 0      # kinds of newlines: 1, 2 and 4
        self._value = ""
        self._parts = []
        self._pos = self._end = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _line_end(self, value, start):
        if self._mode != "":
            return _Memory._line_end(self, value, start)
        end = value.find("\n", start)
        end = len(value) if end < 0 else end + 1
        single = value.find("\r", start, end)
        return end if single < 0 or value.startswith("\n", single + 1) else single + 1

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{_type_name(s)}'")
        n = len(s)
        if self._mode != "\n":
            if not self._mode:
                pairs = s.count("\r\n")
                self._seen |= ((s.count("\r") > pairs) | (s.count("\n") > pairs) << 1 | (pairs > 0) << 2)
            if self._mode is None:
                s = s.replace("\r\n", "\n").replace("\r", "\n")
            elif self._mode:
                s = s.replace("\n", self._mode)
        if s:
            self._put(s if type(s) is str else str.__str__(s), "\0")
        return n

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._pos = pos
        elif whence not in (1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        elif pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._pos = self._end
        return self._pos

    @property
    def newlines(self):
        kinds = tuple(kind for bit, kind in ((1, "\r"), (2, "\n"), (4, "\r\n")) if self._seen & bit)
        return kinds if len(kinds) > 1 else kinds[0] if kinds else None

    @property
    def line_buffering(self):
        self._check()
        return False


class BytesIO(_Memory, BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    _newline = b"\n"
    _parts = ()

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def __init__(self, initial_bytes=b""):
        self._value = bytearray()
        if initial_bytes is not None:
            try:
                self._value += memoryview(initial_bytes)
            except TypeError:
                raise TypeError(
                    f"a bytes-like object is required, not '{_type_name(initial_bytes)}'") from None
        self._pos = 0

    def getvalue(self):
        self._check()
        return bytes(self._value)

    def read(self, size=-1, /):
        return bytes(_Memory.read(self, size))

    read1 = read

    def readline(self, size=-1, /):
        return bytes(_Memory.readline(self, size))

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        if b:
            value = self._value
            pos = self._pos
            if pos > len(value):
                value += bytes(pos - len(value))
            self._pos = pos + len(b)
            value[pos:self._pos] = b
        return len(b)

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError(f"negative size value {pos}")
        if pos < len(self._value):
            del self._value[pos:]
        return pos

    def getbuffer(self):
        self._check()
        return memoryview(self._value)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos += self._pos
        elif whence == 2:
            pos += len(self._value)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._pos = max(0, pos)
        return self._pos


def _load_layers():
    names = vars(sys.modules["io"])
    if "TextIOWrapper" in names:
        return
    import _pyio

    for each, base in (("BufferedReader", BufferedIOBase), ("BufferedWriter", BufferedIOBase),
                       ("BufferedRWPair", BufferedIOBase), ("TextIOWrapper", TextIOBase)):
        base.register(getattr(_pyio, each))
    for each in _LAYERS:
        names[each] = found = getattr(_pyio, each)
        found.__module__ = "_io"
    _pyio.IOBase._unsupported = IOBase._unsupported     # with the texts of io
    # a decoder that translates nothing has no newlines
    _pyio.TextIOWrapper.newlines = property(lambda self: getattr(self._decoder, "newlines", None))


def __getattr__(name):
    if name not in _LAYERS:
        raise AttributeError(f"module 'io' has no attribute {name!r}")
    _load_layers()
    return vars(sys.modules["io"])[name]
