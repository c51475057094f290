# plain
"""Compiled code of modules, kept in the process and between processes in the user's cache folder.

The folder is this user's own, so what is in it is trusted like the compiler's result; the checksum is for damage. A
file that is damaged, of another format or for another text is ignored and written anew. Files are written beside their
place and moved there, so that a reader never sees half of one. The folder's name carries the versions of Python and of
the compiler, so that a change of either starts afresh. CALLGATE_CACHE=off|DIR overrides the place.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, overload

from callgate.bytecode.code import CallSite, Code, Handler, Position

MAGIC = b"callgate code 1\n"
KEPT = 2000     # compiled texts that one process remembers

_FIELDS = (
    "name", "qualname", "filename", "firstlineno", "flags", "argcount", "posonlyargcount", "kwonlyargcount",
    "stacksize", "instructions", "names", "varnames", "cellvars", "freevars", "docstring", "hidden",
)


class Positions(Sequence[Position]):
    """A code's positions as one block of numbers: a row is made when it is asked for."""

    __slots__ = ("numbers",)

    def __init__(self, numbers: array[int]) -> None:
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers) // 4

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


def pack(code: Code) -> tuple[Any, ...]:
    """A tuple of what `marshal` knows. Constants are pairs, so that a tuple is not taken for code."""
    numbers = array("i", [number for position in code.positions for number in position])
    return (
        *(getattr(code, name) for name in _FIELDS),
        tuple((1, pack(value)) if isinstance(value, Code) else (0, value) for value in code.consts),
        tuple(map(tuple, code.handlers)), tuple(map(tuple, code.calls)), numbers.tobytes(),
    )


def unpack(packed: tuple[Any, ...]) -> Code:
    *fields, consts, handlers, calls, numbers = packed
    positions = array("i")
    positions.frombytes(numbers)
    return Code(
        **dict(zip(_FIELDS, fields, strict=True)),
        consts=tuple([unpack(value) if is_code else value for is_code, value in consts]),
        handlers=tuple([Handler(*row) for row in handlers]), calls=tuple([CallSite(*row) for row in calls]),
        positions=Positions(positions),  # type: ignore[arg-type]
    )


def dumps(code: Code, key: bytes) -> bytes:
    payload = marshal.dumps(pack(code))
    return MAGIC + key + hashlib.sha256(key + payload).digest() + payload


def loads(data: bytes, key: bytes) -> Code | None:
    """The code that was stored under `key`, None when the data is anything else."""
    start = len(MAGIC)
    if data[:start] != MAGIC or data[start:start + 32] != key:
        return None
    payload = data[start + 64:]
    if hashlib.sha256(key + payload).digest() != data[start + 32:start + 64]:
        return None
    try:
        return unpack(marshal.loads(payload))
    except (ValueError, EOFError, TypeError):
        return None


# ---- where it is kept


def default_folder() -> Path | None:
    """Where compiled code is kept between processes, None: nowhere."""
    wanted = os.environ.get("CALLGATE_CACHE", "")
    if wanted == "off":
        return None
    if wanted:
        return Path(wanted)
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "callgate"
    except RuntimeError:    # no home
        return None


def compiler_stamp() -> str:
    """Changes whenever the compiler or the instruction set does."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256(sys.version.encode())
    for folder in ("bytecode", "compiler"):
        for path in sorted((package / folder).glob("*.py")):
            stat = path.stat()
            digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


class Cache:
    """Compiles a text unless it, or an earlier process, has compiled the same text before."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder and folder / f"{sys.implementation.cache_tag}-{compiler_stamp()}"
        self.kept: dict[tuple[str, bool], tuple[bytes, Code]] = {}

    def compile(
        self, text: str | bytes, filename: str, compiler: Callable[..., Code], *, hidden: bool = False,
        store: bool = False, place: str = "",
    ) -> Code:
        """The code of a module. `store`: also between processes; `place` tells files of the same name apart."""
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        key = hashlib.sha256(b"%d %d %s\0" % (hidden, isinstance(text, str), filename.encode("utf-8", "surrogatepass")))
        key.update(data)
        digest = key.digest()
        known = self.kept.get((filename, hidden))
        if known and known[0] == digest:
            return known[1]
        path = self.path(filename, place) if store else None
        code = self.read(path, digest)
        if code is None:
            code = compiler(text, filename, hidden=hidden)
            self.write(path, digest, code)
        if len(self.kept) >= KEPT:
            self.kept.clear()
        self.kept[filename, hidden] = digest, code
        return code

    def path(self, filename: str, place: str) -> Path | None:
        if self.folder is None:
            return None
        name = hashlib.sha256(f"{place}\0{filename}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self.folder / name

    def read(self, path: Path | None, key: bytes) -> Code | None:
        if path is None:
            return None
        try:
            return loads(path.read_bytes(), key)
        except OSError:
            return None

    def write(self, path: Path | None, key: bytes, code: Code) -> None:
        """Best effort: a folder that cannot be written costs time only."""
        if path is None:
            return
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
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
