"""The classes of io under the name of the module that they are native in."""

import io

for _name in ("DEFAULT_BUFFER_SIZE", "BlockingIOError", "BytesIO", "FileIO", "StringIO", "UnsupportedOperation", "open",
              "open_code", "text_encoding"):
    vars(__import__("sys").modules["_io"])[_name] = getattr(io, _name)
_IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase = io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase
