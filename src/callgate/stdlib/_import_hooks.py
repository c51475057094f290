"""Finders and loaders of the guest's own: what sys.meta_path holds is asked for modules that the machine does not have."""

import sys

from _importer import module_from_spec as _empty_module


def find(finders, name, path):
    for finder in finders:
        find_spec = getattr(finder, "find_spec", None)
        if find_spec is not None:
            spec = find_spec(name, path, None)
            if spec is not None:
                return spec
    return None


def module_from_spec(spec):
    loader = spec.loader
    module = None
    if hasattr(loader, "create_module"):
        module = loader.create_module(spec)
    elif hasattr(loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        return _empty_module(spec)
    facts = {"__name__": spec.name, "__loader__": loader, "__package__": spec.parent, "__spec__": spec}
    if spec.submodule_search_locations is not None:
        facts["__path__"] = spec.submodule_search_locations
    if spec.has_location:
        facts["__file__"] = spec.origin
    for name, value in facts.items():
        if name == "__spec__" or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass
    return module


def load(spec):
    loader = spec.loader
    name = spec.name
    if loader is not None and not hasattr(loader, "exec_module"):
        loader.load_module(name)
    else:
        module = module_from_spec(spec)
        spec._initializing = True
        try:
            sys.modules[name] = module
            try:
                if loader is not None:
                    loader.exec_module(module)
                elif spec.submodule_search_locations is None:
                    raise ImportError("missing loader", name=name)
            except BaseException:
                sys.modules.pop(name, None)
                raise
        finally:
            spec._initializing = False
    module = sys.modules.pop(name)
    sys.modules[name] = module
    return module
