"""The guest's importlib.machinery: the kinds of files that there are, and the type of specs."""
import sys

from _importer import ModuleSpec, SourceFileLoader
from _importer import find_spec as _find_spec
from _importer import stat_file as _stat_file

__all__ = [
    "BYTECODE_SUFFIXES", "BuiltinImporter", "DEBUG_BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "ExtensionFileLoader",
    "FileFinder", "FrozenImporter", "ModuleSpec", "NamespaceLoader", "OPTIMIZED_BYTECODE_SUFFIXES", "PathFinder",
    "SOURCE_SUFFIXES", "SourceFileLoader", "SourcelessFileLoader", "WindowsRegistryFinder", "all_suffixes",
]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class BuiltinImporter:
    """Of the names only: the machine finds modules itself."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        pass


class FrozenImporter(BuiltinImporter):
    pass


class WindowsRegistryFinder(BuiltinImporter):
    pass


class PathFinder:
    """Looks where the machine itself looks."""

    @staticmethod
    def invalidate_caches():
        pass

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return _find_spec(fullname)


class FileFinder:
    def __init__(self, path, *loader_details):
        self.path = path or "."

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        spec = _find_spec(fullname)
        return spec if spec is not None and (spec.origin or "").startswith(f"{self.path}/") else None

    @classmethod
    def path_hook(cls, *loader_details):
        """What sys.path_hooks holds: a finder for a folder that the program may look into."""
        def path_hook_for_FileFinder(path):
            try:
                folder, _ = _stat_file(path)
            except (OSError, TypeError):
                folder = False
            if not folder:
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)

        return path_hook_for_FileFinder


class SourcelessFileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path


class ExtensionFileLoader(SourcelessFileLoader):
    pass


if sys.version_info >= (3, 13):
    class AppleFrameworkLoader(ExtensionFileLoader):
        pass

    __all__.insert(0, "AppleFrameworkLoader")


class NamespaceLoader:
    def __init__(self, name, path, path_finder):
        self._path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


if not sys.path_hooks:
    sys.path_hooks.append(FileFinder.path_hook())
