"""A stand-in for os: names and texts of paths, no operating system.

There are no files but those of the packages that the program may import, which can be looked at; no other processes and
no environment: `environ` is an empty dict, and what would touch a file or a process raises PermissionError, as an operating
system does that allows nothing.
"""

import abc
import sys

from _importer import list_files as _list_files
from _importer import stat_file as _stat_file
from _natives import urandom as urandom

_GenericAlias = type(list[int])
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


class _Environ(dict):
    """The environment of the program, which it alone sees: empty at first."""

    def __setitem__(self, key, value):
        for each in (key, value):
            if not isinstance(each, str):
                raise TypeError(f"str expected, not {type(each).__name__}")
        dict.__setitem__(self, key, value)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"


environ = _Environ()
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


P_PID, P_PGID, P_ALL = 0, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NOFOLLOW, O_CLOEXEC = (
    0, 1, 2, 64, 128, 512, 1024, 131072, 524288)
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE = 0, *range(64, 71)
EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(71, 79)
WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8
supports_dir_fd = supports_effective_ids = supports_fd = supports_follow_symlinks = frozenset()
confstr_names = {}
sysconf_names = {}
pathconf_names = {}

#: what would touch a file
_FILES = """
    chdir chflags chmod chown chroot close copy_file_range dup dup2 fchdir fchmod fchown fdatasync fdopen fstat
    fstatvfs fsync ftruncate get_blocking get_inheritable getxattr lchmod lchown link listxattr lockf lseek
    makedirs mkdir mkfifo mknod open openpty pathconf pipe pipe2 posix_fadvise posix_fallocate pread preadv pwrite pwritev
    read readlink readv remove removedirs removexattr rename renames replace rmdir sendfile set_blocking
    set_inheritable setxattr statvfs symlink sync tcgetpgrp tcsetpgrp truncate ttyname unlink utime fwalk write
    writev
"""
#: what would touch a process, or the machine that it runs on
_PROCESSES = """
    abort execl execle execlp execlpe execv execve execvp execvpe fork forkpty getlogin getpgid getpriority getsid
    initgroups kill killpg nice popen posix_spawn posix_spawnp putenv sched_setaffinity sched_setparam sched_setscheduler
    setegid seteuid setgid setgroups setpgid setpriority setregid setresgid setresuid setreuid setsid setuid spawnl spawnle
    spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe startfile system unsetenv wait wait3 wait4 waitid waitpid
"""


def _no_files(name, what="files"):
    return PermissionError(f"os.{name}(): this program has no {what}; the program's host can offer some as a tool")


def _refusing(name, what):
    def refuse(*args, **kwargs):
        raise _no_files(name, what)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


# globals() would be those of the guest's code that imports this
vars(sys.modules["os"]).update({name: _refusing(name, "files") for name in _FILES.split()})
vars(sys.modules["os"]).update({name: _refusing(name, "processes") for name in _PROCESSES.split()})


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return default


def get_exec_path(env=None):
    return defpath.split(pathsep)


def getpid():
    return 1


def getppid():
    return 0


def getpgrp():
    return 1


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getgroups():
    return [1000]


def getresuid():
    return 1000, 1000, 1000


getresgid = getresuid


def cpu_count():
    return 1


process_cpu_count = cpu_count


def sched_getaffinity(pid, /):
    return {0}


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Nothing ever forks."""


def sched_yield():
    pass


def getloadavg():
    raise OSError("Load averages are unobtainable")


def getcwd():
    return "/"


def getcwdb():
    return b"/"


def umask(mask, /):
    return 0o22


def isatty(fd, /):
    return False


def device_encoding(fd):
    return None


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def confstr(name, /):
    raise ValueError("unrecognized configuration name")


sysconf = confstr


def times():
    return times_result((0.0, 0.0, 0.0, 0.0, 0.0))


def uname():
    return uname_result((sys.platform.capitalize(), "localhost", "", "", ""))


def strerror(code, /):
    """Translate an error code to a message string."""
    return OSError(code, _MESSAGES.get(code, f"Unknown error {code}")).strerror


_MESSAGES = {
    1: "Operation not permitted", 2: "No such file or directory", 4: "Interrupted system call", 5: "Input/output error",
    9: "Bad file descriptor", 11: "Resource temporarily unavailable", 12: "Cannot allocate memory",
    13: "Permission denied", 17: "File exists", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument",
    28: "No space left on device", 32: "Broken pipe", 33: "Numerical argument out of domain",
    34: "Numerical result out of range", 39: "Directory not empty", 110: "Connection timed out", 111: "Connection refused",
}


def _exit(status):
    sys.exit(status)


def WIFSTOPPED(status):
    return status & 0xFF == 0x7F


def WIFSIGNALED(status):
    return (status & 0x7F) + 1 >> 1 > 0


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WTERMSIG(status):
    return status & 0x7F


def WSTOPSIG(status):
    return status >> 8 & 0xFF


def waitstatus_to_exitcode(status):
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError(f"invalid wait status: {status}")


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

    __class_getitem__ = classmethod(_GenericAlias)

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in each.__dict__ for each in subclass.__mro__) or NotImplemented
        return NotImplemented


class _Fields(tuple):
    """A tuple with names, as the host's structure sequences are."""

    __slots__ = ()

    def __new__(cls, values):
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._names):
            raise TypeError(f"{cls.__name__}() takes a {len(cls._names)}-sequence ({len(made)}-sequence given)")
        return made

    def __init_subclass__(cls):
        cls.__module__ = "os"
        cls.n_fields = cls.n_sequence_fields = len(cls._names)
        cls.n_unnamed_fields = 0
        cls.__match_args__ = cls._names
        for number, name in enumerate(cls._names):
            setattr(cls, name, property(lambda self, number=number: self[number]))

    def __repr__(self):
        return f"os.{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._names, self))})"


class stat_result(_Fields):
    __slots__ = ()
    _names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")

    @property
    def st_mtime_ns(self):
        return int(self.st_mtime * 1_000_000_000)

    st_atime_ns = st_ctime_ns = st_mtime_ns


class terminal_size(_Fields):
    __slots__ = ()
    _names = ("columns", "lines")


class times_result(_Fields):
    __slots__ = ()
    _names = ("user", "system", "children_user", "children_system", "elapsed")


class uname_result(_Fields):
    __slots__ = ()
    _names = ("sysname", "nodename", "release", "version", "machine")


class DirEntry:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def is_dir(self, *, follow_symlinks=True):
        return self.stat().st_mode == _FOLDER

    def is_file(self, *, follow_symlinks=True):
        return self.stat().st_mode == _FILE

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def inode(self):
        return 0


DirEntry.__module__ = "posix"
_FILE, _FOLDER = 0o100444, 0o040555


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """Perform a stat system call on the given path; all that is known of a file is its size."""
    found = None if isinstance(path, int) else _stat_file(fsdecode(path))
    if found is None:
        raise _no_files("stat")
    folder, size = found
    return stat_result((_FOLDER if folder else _FILE, 0, 0, 1, 1000, 1000, size, 0, 0, 0))


def lstat(path, *, dir_fd=None):
    """Perform a stat system call on the given path, without following symbolic links."""
    return stat(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Use the real uid/gid to test for access to a path."""
    try:
        return stat(path).st_mode >> 6 & mode == mode
    except OSError:
        return False


def listdir(path=None):
    """Return a list containing the names of the files in the directory."""
    names = _list_files(getcwd() if path is None else fsdecode(path))
    if names is None:
        raise _no_files("listdir")
    return [fsencode(each) for each in names] if isinstance(path, bytes) else names


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path=None):
    """Return an iterator of DirEntry objects for given path."""
    path = "." if path is None else fspath(path)
    names = _list_files(getcwd() if path == "." else fsdecode(path))
    if names is None:
        raise _no_files("scandir")
    entries = []
    for each in names:
        entry = DirEntry.__new__(DirEntry)
        entry.name = fsencode(each) if isinstance(path, bytes) else each
        entry.path = _posixpath.join(path, entry.name)
        entries.append(entry)
    return _Scan(entries)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator."""
    top = fspath(top)
    try:
        with scandir(top) as found:
            entries = list(found)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for each in folders:
        yield from walk(_posixpath.join(top, each), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


import posixpath as path  # noqa: E402  it asks this module for the names above, and may be what asked for it

_posixpath = path

__import__("sys").modules["os.path"] = path
