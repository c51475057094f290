# plain
"""Compiled code of modules, kept in the process and between processes in the user's cache folder.

What is in the folder is trusted like the compiler's result when the folder is this user's own and nobody else may
write to it; any other is not used. A file holds the text that its code was compiled from, and is for no other; its
checksum is for damage. A file that is damaged, of another format or for another text is ignored and written anew. Files are written beside their
place and moved there, so that a reader never sees half of one. The folder's name carries the versions of Python and of
the compiler, so that a change of either starts afresh. CALLGATE_CACHE=off|DIR overrides the place.
"""

import marshal
import os
import sys
from _collections_abc import Callable, Iterator, Sequence
from _imp import source_hash  # type: ignore[attr-defined]  # always there; a start would load hashlib's for this alone

from callgate.bytecode.code import CallSite, Code, Handler, Position

MAGIC = b"callgate code 3\n"
KEPT = 2000     # compiled texts that one process remembers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, overload

_FIELDS = (
    "name", "qualname", "filename", "firstlineno", "flags", "argcount", "posonlyargcount", "kwonlyargcount",
    "stacksize", "instructions", "names", "varnames", "cellvars", "freevars", "docstring", "hidden",
)


class Positions(Sequence[Position]):
    """A code's positions as one block of numbers: a row is made when it is asked for."""

    __slots__ = ("numbers",)

    def __init__(self, numbers: bytes) -> None:
        self.numbers = memoryview(numbers).cast("i")

    def __len__(self) -> int:
        return len(self.numbers) // 4

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> Position: ...
        @overload
        def __getitem__(self, index: slice) -> tuple[Position, ...]: ...
    def __getitem__(self, index: int | slice) -> Position | tuple[Position, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("index out of range")
        return Position(*self.numbers[4 * index:4 * index + 4])

    def __iter__(self) -> Iterator[Position]:
        numbers = iter(self.numbers)
        return map(Position._make, zip(numbers, numbers, numbers, numbers))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Positions | tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


# ---- a Code as plain tuples


def pack(code: Code) -> "tuple[Any, ...]":
    """A tuple of what `marshal` knows. Constants are pairs, so that a tuple is not taken for code."""
    from array import array

    numbers = array("i", [number for position in code.positions for number in position])
    return (
        *(getattr(code, name) for name in _FIELDS),
        tuple((1, pack(value)) if isinstance(value, Code) else (0, value) for value in code.consts),
        tuple(map(tuple, code.handlers)), tuple(map(tuple, code.calls)), numbers.tobytes(),
    )


def unpack(packed: "tuple[Any, ...]") -> Code:
    *fields, consts, handlers, calls, numbers = packed
    return Code(
        **dict(zip(_FIELDS, fields, strict=True)),
        consts=tuple([unpack(value) if is_code else value for is_code, value in consts]),
        handlers=tuple([Handler(*row) for row in handlers]), calls=tuple([CallSite(*row) for row in calls]),
        positions=Positions(numbers),  # type: ignore[arg-type]
    )


def checksum(data: bytes | memoryview) -> bytes:
    """Eight bytes. They tell apart what differs by accident, not what somebody made alike."""
    return source_hash(0x63616C6C67617465, data)  # type: ignore[no-any-return]


def dumps(code: Code, key: bytes) -> bytes:
    inside = len(key).to_bytes(8, "little") + key + marshal.dumps(pack(code))
    return MAGIC + checksum(inside) + inside


def loads(data: bytes, key: bytes) -> Code | None:
    """The code that was stored under `key`, None when the data is anything else."""
    start = len(MAGIC)
    inside = memoryview(data)[start + 8:]
    if not data.startswith(MAGIC) or data[start:start + 8] != checksum(inside):
        return None
    end = 8 + len(key)
    if inside[:8] != len(key).to_bytes(8, "little") or inside[8:end] != key:
        return None
    try:
        return unpack(marshal.loads(inside[end:]))
    except (ValueError, EOFError, TypeError):
        return None


# ---- where it is kept


def default_folder() -> str | None:
    """Where compiled code is kept between processes, None: nowhere."""
    wanted = os.environ.get("CALLGATE_CACHE", "")
    if wanted == "off":
        return None
    if wanted:
        return wanted
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "callgate") if os.path.isabs(base) else None


def is_private(folder: str) -> bool:
    """Is the folder this user's, for nobody else to write to? One that is not there yet will be."""
    try:
        facts = os.stat(folder)
    except OSError:
        return True
    return not hasattr(os, "geteuid") or (facts.st_uid == os.geteuid() and not facts.st_mode & 0o022)


def compiler_stamp() -> str:
    """Changes whenever the compiler or the instruction set does."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = [sys.version, *MAGIC.decode().split()]
    for folder in ("bytecode", "compiler"):
        with os.scandir(os.path.join(package, folder)) as entries:
            rows = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        found += sorted(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in rows)
    return checksum("\n".join(found).encode()).hex()


class Cache:
    """Compiles a text unless it, or an earlier process, has compiled the same text before."""

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        self.folder = None
        if folder is not None and is_private(os.fspath(folder)):
            self.folder = os.path.join(folder, f"{sys.implementation.cache_tag}-{compiler_stamp()}")
        self.kept: dict[tuple[str, bool], tuple[bytes, Code]] = {}

    def compile(
        self, text: str | bytes, filename: str, compiler: Callable[..., Code], *, hidden: bool = False,
        store: bool = False, place: str = "", unless: Sequence[object] = (),
    ) -> Code:
        """The code of a module. `store`: also between processes; `place` tells files of the same name apart. Nothing is
        kept when the compiler has put something into `unless`.
        """
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        about = f"{hidden:d} {isinstance(text, str):d} {place}\0{filename}\0".encode("utf-8", "surrogatepass")
        key = about + data
        known = self.kept.get((filename, hidden))
        if known and known[0] == key:
            return known[1]
        path = self.path(filename, place) if store else None
        code = self.read(path, key)
        if code is None:
            code = compiler(text, filename, hidden=hidden)
            if unless:
                return code
            self.write(path, key, code)
        if len(self.kept) >= KEPT:
            self.kept.clear()
        self.kept[filename, hidden] = key, code
        return code

    def path(self, filename: str, place: str) -> str | None:
        if self.folder is None:
            return None
        name = checksum(f"{place}\0{filename}".encode("utf-8", "surrogatepass"))
        return os.path.join(self.folder, name.hex())

    def read(self, path: str | None, key: bytes) -> Code | None:
        if path is None:
            return None
        try:
            with open(path, "rb") as file:
                return loads(file.read(), key)
        except OSError:
            return None

    def write(self, path: str | None, key: bytes, code: Code) -> None:
        """Best effort: a folder that cannot be written costs time only."""
        if path is None:
            return
        import tempfile

        folder = os.path.dirname(path)
        try:
            os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)
            os.makedirs(folder, mode=0o700, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=folder)
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(dumps(code, key))
            os.replace(name, path)
        except (OSError, ValueError):   # ValueError: a constant that marshal does not know
            os.unlink(name)


_shared: Cache | None = None


def shared_cache() -> Cache:
    """The process's cache, made when first asked for."""
    global _shared
    if _shared is None:
        _shared = Cache(default_folder())
    return _shared
