"""The guest's importlib: what programs ask of it, on top of the machine's own importer."""
import sys
from builtins import __import__

from _importer import reload

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]


def invalidate_caches():
    """Nothing about places is remembered between imports."""


def import_module(name, package=None):
    """Import a module, and give that module itself.

    The 'package' argument is required when performing a relative import. It
    specifies the package to use as the anchor point from which to resolve the
    relative import to an absolute import.
    """
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
    return _gcd_import(name[level:], package, level)


def _gcd_import(name, package=None, level=0):
    if not isinstance(name, str):
        raise TypeError(f"module name must be str, not {type(name)}")
    if level > 0:
        if not isinstance(package, str):
            raise TypeError("__package__ not set to a string")
        name = _resolve_name(name, package, level)
    elif not name:
        raise ValueError("Empty module name")
    __import__(name)
    return sys.modules[name]


def _resolve_name(name, package, level):
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name}" if name else bits[0]
