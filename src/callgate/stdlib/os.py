"""A stand-in for os: names and texts of paths, no operating system.

There are no files, no processes and no environment; what would need one does not exist. `environ` is an empty dict.
"""

import abc

from _natives import urandom as urandom

name = "posix"
curdir = "."
pardir = ".."
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
linesep = "\n"
supports_bytes_environ = False
error = OSError
environ = {}
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def getenv(key, default=None):
    return environ.get(key, default)


def getpid():
    return 1


def cpu_count():
    return 1


def getcwd():
    return "/"


def strerror(code, /):
    return f"Unknown error {code}"


def fspath(path, /):
    """Return the file system path representation of the object."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    method = getattr(kind, "__fspath__", None)
    if method is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + kind.__name__)
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(found).__name__}")


def fsencode(filename):
    """Encode filename to the filesystem encoding, with surrogates for what it cannot hold."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode filename from the filesystem encoding, with surrogates for what it cannot hold."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in each.__dict__ for each in subclass.__mro__) or NotImplemented
        return NotImplemented


import posixpath as path  # noqa: E402  it asks this module for the names above

__import__("sys").modules["os.path"] = path
