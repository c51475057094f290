"""The guest's importlib.machinery: the kinds of files that there are, and the type of specs."""
from _importer import ModuleSpec, SourceFileLoader

__all__ = [
    "BYTECODE_SUFFIXES", "BuiltinImporter", "DEBUG_BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "ExtensionFileLoader",
    "FileFinder", "FrozenImporter", "ModuleSpec", "OPTIMIZED_BYTECODE_SUFFIXES", "PathFinder", "SOURCE_SUFFIXES",
    "SourceFileLoader", "SourcelessFileLoader", "all_suffixes",
]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class BuiltinImporter:
    """Of the names only: the machine finds modules itself."""


class FrozenImporter:
    pass


class PathFinder:
    @staticmethod
    def invalidate_caches():
        pass


class FileFinder:
    def __init__(self, path, *loader_details):
        self.path = path or "."


class SourcelessFileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path


class ExtensionFileLoader(SourcelessFileLoader):
    pass
