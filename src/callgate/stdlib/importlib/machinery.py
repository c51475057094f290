"""The guest's importlib.machinery: the kinds of files that there are, and the type of specs."""
from _importer import ModuleSpec, SourceFileLoader

__all__ = ["BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "ModuleSpec", "SOURCE_SUFFIXES", "SourceFileLoader", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
