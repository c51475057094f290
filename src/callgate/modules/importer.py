"""The guest's import system: names are resolved, found, loaded and bound as by importlib, and nothing of the host is.

A module is looked for among: the machine's own modules, the machine's folders, native modules, callgate's library in
guest code, the listed part of the host's library. What none of them has does not exist. `vm.modules` is the guest's
sys.modules: the guest may change it as it likes. Module bodies run nested in the import that asked for them.
"""

import os

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or, setattr_
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.object import Object
from cython.cimports.callgate.core.operators import get_iter, iter_next, repr_, truth
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.objects.namespace import Module, namespace_set, new_module, set_builtins

import callgate.modules.frame_objects  # noqa: F401  gives tracebacks their tb_frame
from callgate.modules.cache import shared_cache
from callgate.modules.finders import Folders, Found, native_module
from callgate.modules.library import OUTSIDE, library_file, library_text
from callgate.modules.spec import new_loader, new_spec

#: modules of the library that modules/twins.py changes
TWINS = frozenset({"datetime", "_pydatetime", "_pydecimal"})
_ABSENT = cython.declare(object, object())


class Importer:
    """One machine's modules.

    compile    host callable(text or bytes, filename, hidden=bool) -> Code, the compiler's
    modules    name -> source text, or anything that `provide` understands
    path       folders that the guest may import from
    provide    host callable(name, what) -> (dict of guest values, doc), for `modules` that are not text
    """

    def __init__(self, vm, compile, modules=None, path=(), provide=None, cache=None):
        self.vm = vm
        self.compile = compile
        self.texts = dict(modules or {})
        self.folders = Folders(path)
        self.provide = provide
        self.cache = cache or shared_cache()
        self.sources = Sources()

    # ---- what the embedder does with it

    def new_module(self, name: str, doc=None):
        """A module of the guest, ready to run code in; not yet among its modules."""
        module: Module = new_module(name, doc)
        set_builtins(module.namespace, self.vm.builtins)
        namespace_set(module.namespace, "__builtins__", self.vm.builtins)
        return module

    def namespace(self, module):
        """The dict of a module, which is what code runs in."""
        return cython.cast(Module, module).namespace

    def builtins_module(self):
        """The module `builtins`, whose dict every other module falls back to."""
        module: Module = new_module("builtins", None)
        module.namespace = self.vm.builtins
        module.attrs = self.vm.builtins
        return module

    # ---- the import statement

    def import_name(self, vm, name, globals=None, fromlist=None, level=0):
        """`__import__`: the package that `name` begins with, or, with a fromlist, the module itself."""
        if not isinstance(name, str):
            raise TypeError("module name must be a string")
        name = str.__str__(name)
        if level < 0:
            raise ValueError("level must be >= 0")
        absolute = name
        if level > 0:
            absolute = _resolve(name, _package(globals), level)
        elif not name:
            raise ValueError("Empty module name")
        module = self.load(absolute)
        if fromlist is not None and truth(fromlist):
            if getattr_or(module, "__path__", _ABSENT) is not _ABSENT:
                self.load_listed(module, fromlist, False)
            return module
        first, dot, _ = name.partition(".")
        if level == 0:
            return self.load(first) if dot else module
        if not dot:
            return module
        return self.vm.modules[absolute[:len(absolute) - len(name) + len(first)]]

    def import_from(self, vm, module, name: str):
        """`from module import name`: an attribute, else a submodule that is being imported in a circle."""
        found = getattr_or(module, name, _ABSENT)
        if found is not _ABSENT:
            return found
        package = getattr_or(module, "__name__", _ABSENT)
        if isinstance(package, str):
            found = self.vm.modules.get(f"{package}.{name}", _ABSENT)
            if found is not _ABSENT:
                return found
        raise _cannot_import(module, package, name)

    def star_items(self, vm, module):
        """(name, value) of each name that `from module import *` binds."""
        public = False
        listed = getattr_or(module, "__all__", _ABSENT)
        owner = "__all__"
        if listed is _ABSENT:
            namespace = getattr_or(module, "__dict__", _ABSENT)
            if namespace is _ABSENT:
                raise ImportError("from-import-* object has no __dict__ and no __all__")
            listed, owner, public = list(namespace), "__dict__", True
        items: list = []
        for name in _items(listed):
            if not isinstance(name, str):
                raise TypeError(f"{'Key' if public else 'Item'} in {_name_for_star(module)}.{owner} must be str, "
                                f"not {type_name(name)}")
            if not (public and name.startswith("_")):
                items.append((str.__str__(name), getattr_(module, str.__str__(name))))
        return items

    # ---- finding and loading

    def load(self, name: str):
        """The module of that name, from the guest's modules or loaded now, its packages first."""
        known = self.vm.modules.get(name, _ABSENT)
        if known is not _ABSENT:
            if known is None:
                raise ModuleNotFoundError(f"import of {name} halted; None in sys.modules", name=name)
            return known
        charge(len(name) + 10)
        package, _, child = name.rpartition(".")
        if not package:
            return self.load_found(name, self.find(name, None))
        self.load(package)
        if name in self.vm.modules:
            return self.vm.modules[name]
        parent = self.vm.modules[package]
        path = getattr_or(parent, "__path__", _ABSENT)
        if path is _ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}; {package!r} is not a package", name=name)
        module = self.load_child(name, child, parent, path)
        try:
            setattr_(parent, child, module)
        except AttributeError:
            pass    # importlib warns here; the import has worked
        return module

    def load_child(self, name: str, child: str, parent, path):
        """Load a submodule; meanwhile its package knows that it is on its way."""
        loading = getattr_or(getattr_or(parent, "__spec__", None), "_uninitialized_submodules", None)
        found = self.find(name, path)
        if type(loading) is not list:
            return self.load_found(name, found, path)
        loading.append(child)
        try:
            return self.load_found(name, found, path)
        finally:
            loading.remove(child)

    def load_listed(self, module, names, nested):
        """importlib's _handle_fromlist: what is listed and no attribute may be a submodule."""
        package = getattr_(module, "__name__")
        for name in _items(names):
            if not isinstance(name, str):
                where = f"{package}.__all__" if nested else "``from list''"
                raise TypeError(f"Item in {where} must be str, not {type_name(name)}")
            if name == "*":
                if not nested:
                    everything = getattr_or(module, "__all__", _ABSENT)
                    if everything is not _ABSENT:
                        self.load_listed(module, everything, True)
            elif getattr_or(module, str.__str__(name), _ABSENT) is _ABSENT:
                wanted = f"{package}.{str.__str__(name)}"
                try:
                    self.load(wanted)
                except ModuleNotFoundError as error:
                    # the from clause will say what is missing, unless it is something that the submodule imports
                    if missing_name(error) != wanted or self.vm.modules.get(wanted, _ABSENT) is None:
                        raise

    def find(self, name: str, path):
        """Where a module comes from, a Found; None when there is none. `path`: its package's __path__, or None."""
        if name in self.texts:
            what = self.texts[name]
            is_package = any(other.startswith(f"{name}.") for other in self.texts)
            if isinstance(what, str):
                return Found(name, text=what, package=is_package)
            return Found(name, provided=what, package=is_package)
        found = self.folders.find(name, None if path is None else list(_items(path)))
        if found is not None:
            return found
        if name == "builtins" or native_module(name) is not None:
            return Found(name, native=True)
        place = library_file(name)
        if place is not None:
            return Found(name, file=place[0], shown=place[1], package=place[2], library=True)
        return None

    def load_found(self, name: str, found, path=None):
        if found is None:
            told = self.ask_finders(name, path)
            if told is not None:
                return self.load_spec(told)
            if name.partition(".")[0] in OUTSIDE:
                raise ModuleNotFoundError(
                    f"No module named {name!r}: it would reach outside of this program; what is needed of it can be a tool "
                    "of the program's host", name=name)
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        module: Module = self.builtins_module() if name == "builtins" else self.new_module(name)
        spec: Object = self.describe(module, found)
        self.vm.modules[name] = module
        spec.attrs["_initializing"] = True
        try:
            self.execute(module, found)
        except BaseException:
            self.vm.modules.pop(name, None)
            raise
        finally:
            spec.attrs["_initializing"] = False
        if name not in self.vm.modules:
            raise KeyError(name)
        # the body may have put something else in its place; and the last one to be loaded stands last
        self.vm.modules[name] = self.vm.modules.pop(name)
        return self.vm.modules[name]

    def describe(self, module: Module, found):
        """Gives a module __spec__, __loader__, __package__, and __file__ and __path__ where it has them."""
        name = found.name
        loader = new_loader(name, found)
        spec = new_spec(name, loader, "built-in" if found.native else found.shown, found.locations(),
                        found.shown is not None)
        facts = {"__spec__": spec, "__loader__": loader,
                 "__package__": name if found.package else name.rpartition(".")[0]}
        if found.shown is not None:
            facts["__file__"] = found.shown
        if found.package:
            facts["__path__"] = found.locations()
        for key, value in facts.items():
            namespace_set(module.namespace, key, value)
        return spec

    def execute(self, module: Module, found):
        """Fill a new module."""
        if found.native:
            if found.name != "builtins":
                self.fill(module, native_module(found.name))
            return
        if found.text is None and found.file is None:
            names, doc = self.provide(found.name, found.provided)
            namespace_set(module.namespace, "__doc__", doc)
            for key, value in names.items():
                namespace_set(module.namespace, key, value)
            return
        self.vm.run_code(self.code_of(found), module.namespace)

    def fill(self, module: Module, native):
        namespace_set(module.namespace, "__doc__", native.doc)
        for key, value in native.contents.items():
            namespace_set(module.namespace, key, value)
        if native.setup is not None:
            native.setup(self.vm, module.namespace)

    def code_of(self, found):
        """Its text, compiled; what was compiled before is taken from the cache.

        Fuel must not tell whether it was: a module of the library costs nothing but its run, any other its length.
        """
        shown = found.shown or f"{found.name}.py"
        if found.file is None:
            self.sources.add(shown, found.text)
            charge(len(found.text))
            return self.cache.compile(found.text, shown, self.compile)
        with open(found.file, "rb") as file:
            data = file.read()
        if found.library and found.name in TWINS:
            from callgate.modules.twins import changed

            data = changed(found.name, data)
        if not found.library:
            self.sources.add(shown, data)
            charge(len(data))
        return self.cache.compile(data, shown, self.compile, hidden=found.is_own(), store=True, place=found.file)

    def reload(self, module):
        """importlib.reload: runs the module's text again in the module as it is."""
        name = getattr_or(getattr_or(module, "__spec__", None), "name", _ABSENT)
        if name is _ABSENT:
            name = getattr_or(module, "__name__", _ABSENT)
        if not isinstance(module, Module) or not isinstance(name, str):
            raise TypeError("reload() argument must be a module")
        if self.vm.modules.get(name) is not module:
            raise ImportError(f"module {name} not in sys.modules", name=name)
        package = str.__str__(name).rpartition(".")[0]
        path = None
        if package:
            parent = self.vm.modules.get(package)
            if parent is None:
                raise ImportError(f"parent {package!r} not in sys.modules", name=package)
            path = getattr_or(parent, "__path__", None)
        found = self.find(name, path)
        if found is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        self.describe(module, found)
        self.execute(module, found)
        return self.vm.modules[name]

    def find_spec(self, name):
        """importlib.util.find_spec, of an absolute name: a spec or None; the packages above it are loaded."""
        name = str.__str__(name)
        if name in self.vm.modules:
            module = self.vm.modules[name]
            spec = getattr_or(module, "__spec__", None)
            if module is not None and spec is None:
                raise ValueError(f"{name}.__spec__ is {'None' if module is not None else 'not set'}")
            return spec
        package = name.rpartition(".")[0]
        path = None
        if package:
            parent = self.load(package)
            path = getattr_or(parent, "__path__", _ABSENT)
            if path is _ABSENT:
                raise ModuleNotFoundError(
                    f"__path__ attribute not found on {package!r} while trying to find {name!r}", name=name)
        found = self.find(name, path)
        if found is None:
            return self.ask_finders(name, path)
        return self.describe(self.new_module(name), found)

    # ---- finders of the guest's own

    def ask_finders(self, name: str, path):
        """The spec that a finder in the guest's sys.meta_path gives; None when there is none, or none that knows."""
        space = self.vm.data.get("sys")     # set when sys is imported; nothing can be in meta_path before
        finders = space["meta_path"] if space is not None and "meta_path" in space else None
        if type(finders) is not list or not finders:
            return None
        hooks = self.namespace(self.load("_import_hooks"))
        return object_call(hooks["find"], (list(finders), name, path), None)

    def load_spec(self, spec):
        """The module that the loader of such a spec makes."""
        return object_call(self.namespace(self.load("_import_hooks"))["load"], (spec,), None)

    # ---- files of packages

    def read_file(self, place: str):
        """The bytes of a file that belongs to a package of the machine's folders; None where the guest has no files."""
        full = self.folders.readable(str.__str__(place))
        if full is None:
            return None
        if os.path.isdir(full):
            raise IsADirectoryError(21, "Is a directory", place)
        if not os.path.isfile(full):
            raise FileNotFoundError(2, "No such file or directory", place)
        size = os.path.getsize(full)
        charge_memory(size)
        charge(size // 64 + 10)
        with open(full, "rb") as file:
            return file.read(size)

    def spec_of_file(self, name: str, place: str):
        """importlib.util.spec_from_file_location for a file that the guest may import."""
        if not self.folders.allows(place) or not place.endswith(".py"):
            return None
        package = place.endswith("__init__.py")
        found = Found(name, file=os.path.abspath(place), shown=place, package=package)
        return self.describe(self.new_module(name), found)


class Sources:
    """File name -> text, for tracebacks: what was imported; library texts are read when one is asked for."""

    def __init__(self):
        self.texts = {}

    def add(self, filename: str, text):
        self.texts[filename] = text

    def get(self, filename: str, default=None):
        found = self.texts.get(filename)
        if found is None:
            found = library_text(filename)
            if found is None:
                return default
        if isinstance(found, bytes):
            found = found.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        self.texts[filename] = found
        return found


# ---- names


@cython.cfunc
def _package(globals) -> str:
    """The package that relative names in code with these globals start from."""
    if globals is None:
        raise KeyError("'__name__' not in globals")
    if not isinstance(globals, dict):
        raise TypeError("globals must be a dict")
    package = globals.get("__package__")
    spec = globals.get("__spec__")
    if package is not None:
        if not isinstance(package, str):
            raise TypeError("package must be a string")
    elif spec is not None:
        package = getattr_(spec, "parent")
        if not isinstance(package, str):
            raise TypeError("__spec__.parent must be a string")
    else:
        package = globals.get("__name__")
        if package is None:
            raise KeyError("'__name__' not in globals")
        if not isinstance(package, str):
            raise TypeError("__name__ must be a string")
        if "__path__" not in globals:
            package = str.__str__(package).rpartition(".")[0]
    if not package:
        raise ImportError("attempted relative import with no known parent package")
    return str.__str__(package)


@cython.cfunc
def _resolve(name: str, package: str, level: cython.long) -> str:
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name}" if name else parts[0]


@cython.cfunc
def _cannot_import(module, package, name: str):
    shown = repr_(package) if isinstance(package, str) else "'<unknown module name>'"
    known = package if isinstance(package, str) else None
    file = getattr_or(module, "__file__", None) if isinstance(module, Module) else None
    if not isinstance(file, str):
        made = ImportError(f"cannot import name {name!r} from {shown} (unknown location)", name=known)
    else:
        spec = getattr_or(module, "__spec__", None)
        started = spec is not None and truth(getattr_or(spec, "_initializing", False))
        place = (f"partially initialized module {shown} (most likely due to a circular import)" if started else shown)
        made = ImportError(f"cannot import name {name!r} from {place} ({file})", name=known, path=file)
    if hasattr(made, "name_from"):      # 3.12 and later: what a suggestion starts from
        made.name_from = name
    return made


def missing_name(error):
    """The name that a ModuleNotFoundError, the host's or the guest's, is about."""
    return error.name if type(error) is ModuleNotFoundError else getattr_or(error.value, "name", None)


@cython.cfunc
def _name_for_star(module) -> str:
    name = getattr_or(module, "__name__", None)
    if not isinstance(name, str):
        raise TypeError(f"module __name__ must be a string, not {type_name(name)}")
    return name


def _items(value):
    """The items of any iterable of the guest."""
    if type(value) in (list, tuple):
        yield from list(value)
        return
    iterator = get_iter(value)
    while True:
        try:
            item = iter_next(iterator)
        except StopIteration:
            return
        yield item
