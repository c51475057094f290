"""Where the compiled modules come from: one library that holds them all (core/bundle.c).

A module that has a library of its own, as quick builds of single modules make them, comes from there.
"""

from __future__ import annotations

import os
import sys
from _imp import extension_suffixes

try:
    from callgate import _bundle
except ImportError:     # built module by module
    _bundle = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType
else:
    ModuleSpec = type(sys.__spec__)


class Finder:
    """The finder and loader of the modules in the library."""

    def __init__(self, library: str, numbers: dict[str, int]) -> None:
        self.library = library
        self.numbers = numbers

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name not in self.numbers:
            return None
        spec = ModuleSpec(name, self, origin=self.library)  # type: ignore[arg-type]
        spec.has_location = True
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _bundle.create(self.numbers[spec.name], spec)

    def exec_module(self, module: ModuleType) -> None:
        _bundle.execute(module)


def own_libraries(folder: str) -> set[str]:
    """The modules beside this one that have a library of their own."""
    suffix = extension_suffixes()[0]
    found = set()
    for package in ("core", "objects", "interpreter", "modules", "bytecode", "host", "cli"):
        for file in os.listdir(os.path.join(folder, package)):
            if file.endswith(suffix):
                found.add(f"callgate.{package}.{file.removesuffix(suffix)}")
    return found


def install() -> None:
    if _bundle is None:
        return
    numbers = _bundle.names()
    for name in own_libraries(os.path.dirname(os.path.abspath(__file__))):
        numbers.pop(name, None)
    sys.meta_path.insert(0, Finder(_bundle.__file__ or "", numbers))
