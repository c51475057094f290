# plain
"""Where modules come from: the machine's folders, and the native modules of this package.

Folders are the embedder's, and so are the links in them; names and package paths are the guest's. So a file is taken
only when its path, freed of any `..`, begins with one of the folders, and it is read by that path.

A package may come with data: grammars, templates, tables. So the guest may read the files inside of the packages that it
may import, and their metadata (`*.dist-info`); of what else lies in a machine's folders it sees modules only.
"""

import os
import sys
from _collections_abc import Iterable

from callgate.modules.library import OWN

#: modules of the host's library that are imported where CPython has native ones
TWINS = frozenset(("datetime", "_pydatetime", "_pydecimal", "_pyio"))
_FORBIDDEN = frozenset("/\\:\0")


class Found:
    """A module that exists: its text, its file, or what the embedder gave; and what the guest is told of the place."""

    def __init__(
        self, name: str, *, text: str | None = None, file: str | None = None, shown: str | None = None,
        package: bool = False, provided: object = None, native: bool = False, library: bool = False,
        folders: list[str] | None = None,
    ) -> None:
        self.name = name
        self.text = text
        self.file = file
        self.shown = shown
        self.package = package
        self.provided = provided
        self.native = native
        self.library = library
        self.folders = folders

    def locations(self) -> list[str] | None:
        """Its `__path__`, each time a new list; None for what is no package."""
        if not self.package:
            return None
        if self.folders is not None:
            return list(self.folders)
        return [os.path.dirname(self.shown)] if self.shown else []

    def read_text(self) -> str | None:
        """The source, for `__loader__.get_source`."""
        if self.text is not None or self.file is None:
            return self.text
        try:
            with open(self.file, encoding="utf-8") as file:
                return file.read()
        except (OSError, UnicodeDecodeError):
            return None

    def is_own(self) -> bool:
        """Is it guest code, whose frames do not show, in the place of what is native in CPython?"""
        return self.library and self.file is not None and (self.file.startswith(OWN + os.sep) or self.name in TWINS)


#: Where the guest finds the host's database of time zones, wherever the host has it.
ZONES = "/zoneinfo"
DATABASES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


def zone_file(key: str) -> str | None:
    """A file or folder of that database; not what tells about the host's own place."""
    for folder in DATABASES:
        place = os.path.join(folder, key) if key else folder
        if os.path.exists(place):
            if key.startswith(("local", "posixrules")) or not os.path.realpath(place).startswith(os.path.realpath(folder)):
                return None
            return place
    return None


class Folders:
    """The folders that the guest may import from, in the order in which they are searched."""

    def __init__(self, path: Iterable[str | os.PathLike[str]] = ()) -> None:
        self.path = [os.fspath(folder) for folder in path]
        self.roots = [os.path.abspath(folder) for folder in self.path]

    def find(self, name: str, path: list[object] | None = None) -> Found | None:
        """The module in these folders, or in `path`, the `__path__` of its package."""
        last = name.rpartition(".")[2]
        if not last or _FORBIDDEN & set(last) or not self.roots:
            return None
        portions = []
        for folder in self.path if path is None else path:
            if not isinstance(folder, str):
                continue
            place = os.path.join(str.__str__(folder), last)     # a str of the guest's own class has methods of its own
            inner = os.path.join(place, "__init__.py")
            if self.allows(inner):
                return Found(name, file=os.path.abspath(inner), shown=inner, package=True)
            if self.allows(place + ".py"):
                return Found(name, file=os.path.abspath(place + ".py"), shown=place + ".py")
            if self.contains(place) and os.path.isdir(os.path.abspath(place)):
                portions.append(place)
        return Found(name, text="", package=True, folders=portions) if portions else None

    def contains(self, place: str) -> bool:
        full = os.path.abspath(place)
        return any(full == root or full.startswith(root.rstrip(os.sep) + os.sep) for root in self.roots)

    def readable(self, place: str) -> str | None:
        """The full path of what the guest may read or list; None for all else, whether it exists or not."""
        if len(place) > 4096 or "\0" in place or not os.path.isabs(place):
            return None
        full = os.path.abspath(place)
        if full == ZONES or full.startswith(ZONES + "/"):
            return zone_file(full.removeprefix(ZONES).lstrip("/"))
        for root in self.roots:
            if full == root:
                return full
            inside = full.removeprefix(root.rstrip(os.sep) + os.sep)
            if inside == full:
                continue
            first, *others = inside.split(os.sep)
            if any(part.startswith(".") for part in (first, *others)):
                continue
            top = os.path.join(root, first)
            if (os.path.isfile(os.path.join(top, "__init__.py")) or first.endswith((".dist-info", ".egg-info"))
                    or (first.endswith(".py") and not others)):
                return full
        return None

    def entries(self, place: str) -> list[str]:
        """What the guest may see of a readable folder, in order."""
        full = self.readable(place)
        return sorted(name for name in os.listdir(full) if self.readable(os.path.join(place, name))) if full else []

    def allows(self, file: str) -> bool:
        try:
            return self.contains(file) and os.path.isfile(os.path.abspath(file))
        except ValueError:
            return False


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_native: "dict[str, Any]" = {}
_files = frozenset(name.partition(".")[0] for name in os.listdir(os.path.dirname(os.path.abspath(__file__))))


def register_native(name: str, module: "Any") -> None:
    """Make a native module known: `contents`, `doc`, and `setup(vm, namespace)` or None."""
    _native[name] = module


def native_module(name: str) -> "Any":
    """The native module of that name, None when there is none: registered, or `MODULE` of a file here of that name."""
    if name not in _native and name in _files:
        __import__(f"callgate.modules.{name}")
        module = getattr(sys.modules[f"callgate.modules.{name}"], "MODULE", None)
        _native[name] = module if module is not None and module.name == name else None
    return _native.get(name)
