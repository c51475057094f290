import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if not name.startswith("made"):
            return None
        print("asked", name, path)
        return importlib.util.spec_from_loader(name, Loader(), is_package="_" not in name)


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print("create", spec.name, spec.parent)
        return Special(spec.name) if "special" in spec.name else None

    def exec_module(self, module):
        print("exec", module.__name__, sys.modules[module.__name__] is module)
        if "bad" in module.__name__:
            raise ValueError("no")
        module.value = len(module.__name__)


class Special(types.ModuleType):
    kind = "special"


finder = Finder()
sys.meta_path.append(finder)
import made.part_a
from made import part_b, value
import made_special

print(made.part_a.value, part_b.__package__, value, type(made_special).__name__, made_special.kind, made_special.__spec__.name)
print(made.__path__, made.__spec__, type(made.__loader__).__name__)
for name in ("made_bad", "unmade", "made.unmade_", "made_special.x"):
    try:
        importlib.import_module(name)
    except Exception as error:
        print(type(error).__name__, error, name in sys.modules)
print(importlib.util.find_spec("made.part_c").name, importlib.util.find_spec("unmade"))


class Source(importlib.abc.SourceLoader):
    def get_filename(self, name):
        return f"/virtual/{name}.py"

    def get_data(self, path):
        return b"# coding: latin-1\nname = '\xe4'\nwhere = __file__\n"


class SourceFinder:
    @staticmethod
    def find_spec(name, path, target=None):
        return importlib.util.spec_from_loader(name, Source()) if name == "virtual" else None


sys.meta_path.insert(0, SourceFinder)
import virtual

print(virtual.name, virtual.where, virtual.__spec__.has_location, virtual.__loader__.get_source("virtual").splitlines()[2])


class Old:
    def load_module(self, name):
        module = sys.modules[name] = types.ModuleType(name)
        module.__loader__ = self
        module.old = True
        return module


class OldFinder:
    def find_spec(self, name, path, target=None):
        return importlib.machinery.ModuleSpec(name, LazyOld) if name == "lazily" else None


class LazyOld:
    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        print("lazily run")
        module.answer = 42


sys.meta_path.append(OldFinder())
spec = importlib.util.find_spec("lazily")
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
sys.modules["lazily"] = module
spec.loader.exec_module(module)
print("not yet")
print(module.answer, type(module).__name__)
print(issubclass(Source, importlib.abc.InspectLoader), isinstance(virtual.__loader__, importlib.abc.Loader))
