"""The native module `_importer`: what the guest's importlib asks of the machine's importer."""

import os

import cython

from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.object import TF_HEAP, Type
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import type_name as name_of_type
from cython.cimports.callgate.interpreter.vm import current_vm
from cython.cimports.callgate.objects.function import Function
from cython.cimports.callgate.objects.native import GUEST, NativeFunction, bind_native, native_function
from cython.cimports.callgate.objects.namespace import namespace_set, Module

from callgate.core.type import show_with_module
from callgate.modules.finders import register_native
from callgate.modules.spec import loader_type, spec_type


def reload(module, /):
    """Reload the module and return it. The module must have been successfully imported before."""
    return current_vm().importer.reload(module)


def find_spec(name, /):
    """The spec of the module of that absolute name, or None."""
    if not isinstance(name, str):
        raise TypeError("module name must be a string")
    return current_vm().importer.find_spec(name)


def module_from_spec(spec, /):
    """A new module with the spec's name and attributes, which nothing has run in yet."""
    name = getattr_or(spec, "name", None)
    if not isinstance(name, str):
        raise TypeError("the spec has no name")
    module: Module = current_vm().importer.new_module(str(name))
    locations = getattr_or(spec, "submodule_search_locations", None)
    facts = {"__spec__": spec, "__loader__": getattr_or(spec, "loader", None),
             "__package__": getattr_or(spec, "parent", None)}
    if locations is not None:
        facts["__path__"] = locations
    if getattr_or(spec, "has_location", False) is True:
        facts["__file__"] = getattr_or(spec, "origin", None)
    for key, value in facts.items():
        namespace_set(module.namespace, key, value)
    return module


def spec_of_file(name, place, /):
    """The spec of a module that lies in that file of the machine's folders, or None."""
    if not isinstance(name, str) or not isinstance(place, str):
        raise TypeError("module name and place must be strings")
    return current_vm().importer.spec_of_file(str(name), str(place))


def source(filename, /):
    """The text of a file that has been run or imported, or None."""
    return current_vm().importer.sources.get(filename) if isinstance(filename, str) else None


def read_file(place, /):
    """The bytes of a file that belongs to a package of the machine's folders; None where the guest has no files."""
    return current_vm().importer.read_file(place) if isinstance(place, str) else None


def stat_file(place, /):
    """(is it a folder, its size) of such a file or folder, or None."""
    full = current_vm().importer.folders.readable(str(place)) if isinstance(place, str) else None
    if full is None:
        return None
    charge(10)
    if os.path.isdir(full):
        return True, 0
    if not os.path.isfile(full):
        raise FileNotFoundError(2, "No such file or directory", place)
    return False, os.path.getsize(full)


def list_files(place, /):
    """The names in such a folder, or None."""
    folders = current_vm().importer.folders
    full = folders.readable(str(place)) if isinstance(place, str) else None
    if full is None:
        return None
    if not os.path.isdir(full):
        if os.path.isfile(full):
            raise NotADirectoryError(20, "Not a directory", place)
        raise FileNotFoundError(2, "No such file or directory", place)
    names = folders.entries(str(place))
    charge(10 * len(names) + 10)
    return names


def shown_with_module(cls, /):
    """For a class of the library that is native in CPython: messages name its module, too."""
    if not isinstance(cls, Type) or not cython.cast(Type, cls).flags & TF_HEAP:
        raise TypeError("shown_with_module() needs a class of the guest's library")
    show_with_module(cls)


def in_guest_code(*args, **kwargs):     # documented by the host's function
    raise SystemError("this is done by guest code")


#: these, by module and name; each counts its calls for all machines
BUILTINS = {name: native_function(in_guest_code, name.partition(".")[2], name.partition(".")[0]) for name in ("_functools.cmp_to_key",)}


def as_builtin(function, /):
    """The builtin function of that name, which binds to nothing, and does what the guest's function does."""
    name = f"{getattr_or(function, '__module__', None)}.{getattr_or(function, '__name__', None)}"
    if type(function) is not Function or name not in BUILTINS:
        raise TypeError("as_builtin() needs a function of the guest's library")
    made: NativeFunction = bind_native(BUILTINS[name], None)
    made.is_bound = False
    made.kind = GUEST
    made.meth = cython.NULL
    made.module = cython.cast(NativeFunction, BUILTINS[name]).module
    made.guest = function
    return made


def type_name(value, /):
    """What messages call the type of the value."""
    return name_of_type(value)


class MODULE:
    """The module `_importer`."""

    name = "_importer"
    doc = None
    setup = None
    contents = {
        **{function.__name__: native_function(function, function.__name__, "importlib")
           for function in (reload, find_spec, module_from_spec, source, read_file, stat_file, list_files,
                            spec_of_file, shown_with_module, as_builtin, type_name)},
        "ModuleSpec": spec_type, "SourceFileLoader": loader_type,
    }


register_native(MODULE.name, MODULE)
