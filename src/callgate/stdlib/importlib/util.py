"""The guest's importlib.util: specs of modules, and modules from specs."""
import sys
from importlib import _resolve_name
from importlib.machinery import ModuleSpec

from _importer import find_spec as _find_spec
from _importer import module_from_spec

__all__ = ["ModuleSpec", "find_spec", "module_from_spec", "resolve_name", "spec_from_loader"]


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {repr(name)} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    return _resolve_name(name[level:], package, level)


def find_spec(name, package=None):
    """The spec of a module, None when there is no such module; packages above it are imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    return _find_spec(fullname)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a loader of one's own; the machine itself loads through its own importer only."""
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)
