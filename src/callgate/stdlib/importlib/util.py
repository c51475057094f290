"""The guest's importlib.util: specs of modules, and modules from specs."""
import sys
import types
from importlib import _resolve_name
from importlib._abc import Loader
from importlib._bootstrap_external import decode_source
from importlib.machinery import ModuleSpec

from _import_hooks import module_from_spec
from _importer import find_spec as _find_spec
from _importer import spec_of_file as _spec_of_file

__all__ = ["LazyLoader", "Loader", "ModuleSpec", "cache_from_source", "decode_source", "find_spec", "module_from_spec",
           "resolve_name", "source_from_cache", "spec_from_file_location", "spec_from_loader"]


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
    """Return a module spec based on various loader methods."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if not origin and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


_unset = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    """A spec for a file; without a loader, for one that lies in the machine's folders, else None."""
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        import os

        location = os.fspath(location)
    if loader is None:
        spec = _spec_of_file(name, location)
        if spec is not None and submodule_search_locations is not _unset:
            spec.submodule_search_locations = submodule_search_locations
        return spec
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is _unset:
        if hasattr(loader, "is_package"):
            try:
                if loader.is_package(name):
                    spec.submodule_search_locations = []
            except ImportError:
                pass
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(location.rpartition("/")[0])
    return spec


def cache_from_source(path, debug_override=None, *, optimization=None):
    raise NotImplementedError("sys.implementation.cache_tag is None")


source_from_cache = cache_from_source


class _LazyModule(types.ModuleType):
    """A module that is run when an attribute of it is asked for."""

    def __getattribute__(self, attr):
        spec = object.__getattribute__(self, "__spec__")
        before = spec.loader_state["__dict__"]
        kind = spec.loader_state["__class__"]
        names = object.__getattribute__(self, "__dict__")
        changed = {key: value for key, value in names.items() if key not in before or before[key] is not value}
        object.__setattr__(self, "__class__", kind)
        spec.loader.exec_module(self)
        if spec.name in sys.modules and sys.modules[spec.name] is not self:
            raise ValueError(f"module object for {spec.name!r} substituted in sys.modules during a lazy load")
        self.__dict__.update(changed)
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)
        delattr(self, attr)


class LazyLoader(Loader):
    """A loader that creates a module which defers loading until attribute access."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {"__dict__": module.__dict__.copy(), "__class__": module.__class__}
        module.__class__ = _LazyModule
