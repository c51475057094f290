"""Module specs and loaders as the guest sees them: plain attribute holders, with nothing of the host behind them."""

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.object import Object, Type
from cython.cimports.callgate.core.operators import repr_
from cython.cimports.callgate.interpreter.vm import current_vm
from cython.cimports.callgate.objects.namespace import Module

from callgate.core.type import native_type


@cython.final
@cython.cclass
class ModuleSpec(Object):
    """Guest type ModuleSpec: its attributes are in Object.attrs."""


@cython.final
@cython.cclass
class Loader(Object):
    """Guest type SourceFileLoader: `name` and `path` in Object.attrs, and where the module was found."""


def new_spec(name, loader, origin=None, locations=None, has_location=False):
    spec: ModuleSpec = ModuleSpec.__new__(ModuleSpec)
    spec.type = spec_type
    spec.attrs = {
        "name": name, "loader": loader, "origin": origin, "submodule_search_locations": locations,
        "loader_state": None, "_set_fileattr": has_location, "_initializing": False, "_uninitialized_submodules": [],
    }
    return spec


def new_loader(name, found):
    loader: Loader = Loader.__new__(Loader)
    loader.type = loader_type
    loader.attrs = {"name": name, "path": found.shown}
    loader.found = found
    return loader


def _make_spec(cls: Type, name, loader, *, origin=None, loader_state=None, is_package=None):
    spec: ModuleSpec = new_spec(name, loader, origin, [] if is_package else None)
    spec.attrs["loader_state"] = loader_state
    return spec


def _spec_text(self: ModuleSpec):
    parts = [f"name={repr_(self.attrs.get('name'))}", f"loader={repr_(self.attrs.get('loader'))}"]
    if self.attrs.get("origin") is not None:
        parts.append(f"origin={repr_(self.attrs['origin'])}")
    if self.attrs.get("submodule_search_locations") is not None:
        parts.append(f"submodule_search_locations={repr_(self.attrs['submodule_search_locations'])}")
    return f"ModuleSpec({', '.join(parts)})"


def _parent(self: ModuleSpec):
    name = self.attrs.get("name")
    return name if self.attrs.get("submodule_search_locations") is not None else name.rpartition(".")[0]


def _has_location(self: ModuleSpec):
    return self.attrs.get("_set_fileattr") is True


def _set_has_location(self: ModuleSpec, value):
    self.attrs["_set_fileattr"] = value is True


def _cached(self):
    return None     # compiled code is the machine's own affair


def _get_source(self: Loader, fullname=None):
    return self.found.read_text()


def _is_package(self: Loader, fullname=None):
    return bool(self.found.package)


def _get_data(self: Loader, path, /):
    """A file of a package."""
    data = current_vm().importer.read_file(path) if isinstance(path, str) else None
    if data is None:
        raise PermissionError(1, "this program has no files but those of the packages that it may import", path)
    return data


def _create_module(self: Loader, spec, /):
    return None


def _exec_module(self: Loader, module, /):
    if not isinstance(module, Module):
        raise TypeError("exec_module() needs a module of importlib.util.module_from_spec()")
    current_vm().importer.execute(module, self.found)


def _get_resource_reader(self: Loader, name, /):
    if not self.found.package or not self.attrs.get("path"):
        return None
    readers = current_vm().importer.load("importlib.readers")
    return object_call(getattr_(readers, "FileReader"), (self,), None)


def _get_filename(self: Loader, fullname=None):
    path = getattr_or(self, "path", None)
    if path is None:
        raise ImportError("the module has no file", name=fullname)
    return path


spec_type = native_type(
    "ModuleSpec", ModuleSpec, module="_frozen_importlib", has_dict=True, basetype=False, new=_make_spec,
    functions={"__repr__": _spec_text},
    getters={"parent": _parent, "has_location": (_has_location, _set_has_location, None), "cached": _cached})
loader_type = native_type(
    "SourceFileLoader", Loader, module="_frozen_importlib_external", has_dict=True,
    functions={"get_source": _get_source, "is_package": _is_package, "get_filename": _get_filename,
               "get_data": _get_data, "create_module": _create_module, "exec_module": _exec_module,
               "get_resource_reader": _get_resource_reader})
