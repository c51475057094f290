"""Where the compiled modules come from: one library that holds them all (core/bundle.c).

What each start needs is made in advance, in order (`load`): asking importlib for 130 modules one by one takes longer than
what is in them. The modules are what importlib would have made, and it can reload them. Any other one, and any doubt, is
left to importlib. The bytecode of the Python modules among them is kept together in one file beside Python's own; it
holds for a module as long as the module's source has not changed.
"""

import os
import sys
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from _imp import _fix_co_filename  # type: ignore[attr-defined]
from marshal import dumps, loads

try:
    from callgate import _bundle
except ImportError:     # built module by module
    _bundle = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType
else:
    ModuleSpec = type(sys.__spec__)
    ModuleType = type(sys)

#: What Python modules import while `import callgate` runs, each after what it needs itself; a package stands where its
#: body runs. What compiled modules import from one another is made on the way. tests/test_startup.py sees what is missing.
START = """
callgate.host callgate.bytecode callgate.bytecode.rows callgate.host.errors callgate.host.arguments
callgate.host.export callgate.host.limits callgate.core.object callgate.core callgate.objects.wrap
callgate.objects.bool callgate.objects.bytearray callgate.objects.code callgate.objects.complex callgate.objects.dict
callgate.objects.frozenset callgate.objects.lazy callgate.objects.list callgate.objects.range
callgate.objects.singletons callgate.objects.slice callgate.objects.str callgate.objects.tuple callgate.objects.views
callgate.objects.quick callgate.objects callgate.objects.suggestions callgate.bytecode.opcodes
callgate.interpreter.running callgate.host.module
callgate.host.tools callgate.objects.traceback callgate.interpreter.eval callgate.interpreter.generators
callgate.interpreter.supers callgate.interpreter.warning callgate.interpreter.exporting callgate.modules.builtins
callgate.modules.cache callgate.modules.library callgate.modules.finders callgate.modules.importer callgate.host.hooks
callgate.host.values callgate.host.world callgate.host.failures callgate.host.result callgate.host.machine
"""
HERE = os.path.dirname(os.path.abspath(__file__))
#: Where the bytecode of all of these is kept.
TOGETHER = os.path.join(HERE, "__pycache__", f"together.{sys.implementation.cache_tag}.bin")


class Finder:
    """The finder and loader of the modules in the library."""

    def __init__(self, library: str, numbers: dict[str, int]) -> None:
        self.library = library
        self.numbers = numbers

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name not in self.numbers:
            return None
        spec = ModuleSpec(name, self, origin=self.library)  # type: ignore[arg-type]
        spec.has_location = True
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _bundle.create(self.numbers[spec.name], spec)

    def exec_module(self, module: ModuleType) -> None:
        _bundle.execute(module)


class Ahead:
    """Makes modules of this package as importlib would, without asking it."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.begun: dict[str, tuple[ModuleType, CodeType]] = {}     # packages whose body has not run yet, and their code
        self.kept: dict[str, tuple[int, CodeType]] | None = None    # what TOGETHER has, with the stamps of the sources
        self.changed = False

    def load(self, names: list[str]) -> None:
        """Import these, in this order, as far as that can be done."""
        _bundle.set_maker(self.make)
        try:
            for name in names:
                if name in self.begun:
                    self.execute(*self.begun.pop(name))
                elif name not in sys.modules:
                    self.make(name)
            while self.begun:
                self.execute(*self.begun.pop(next(iter(self.begun))))
        finally:
            _bundle.set_maker(None)
            while self.begun:
                del sys.modules[self.begun.popitem()[0]]
        if self.changed:
            self.changed = False
            self.keep()

    def make(self, name: str) -> None:
        """Import one of ours that is not there yet."""
        if name in self.finder.numbers:
            self.compiled(name)
        elif name.startswith("callgate."):
            self.plain(name)

    def parent(self, name: str) -> ModuleType | None:
        """The package that a module is in; its body runs when its turn comes."""
        package = name.rpartition(".")[0]
        if package not in sys.modules:
            self.begin(package)
        return sys.modules.get(package)

    def compiled(self, name: str) -> None:
        parent = self.parent(name)
        spec = self.finder.find_spec(name)
        if parent is None or spec is None:
            return
        module = self.finder.create_module(spec)
        module.__file__ = spec.origin
        self.enter(module, spec)
        try:
            self.finder.exec_module(module)
        except BaseException:
            sys.modules.pop(name, None)
            raise
        setattr(parent, name.rpartition(".")[2], module)

    def plain(self, name: str) -> None:
        if self.parent(name) is not None:
            self.begin(name)
        if name in self.begun:
            self.execute(*self.begun.pop(name))

    def begin(self, name: str) -> None:
        """Make the module of a Python file whose bytecode is there and up to date, or nothing."""
        _, group, *rest = name.split(".")
        if rest[1:]:
            return
        package = not rest
        folder = os.path.join(HERE, group)
        stem = rest[0] if rest else "__init__"
        source = os.path.join(folder, f"{stem}.py")
        cached = os.path.join(folder, "__pycache__", f"{stem}.{sys.implementation.cache_tag}.pyc")
        code = self.code(name, source, cached)
        if code is None:
            return
        spec = ModuleSpec(name, SourceFileLoader(name, source), origin=source, is_package=package)
        spec.has_location = True
        spec.cached = cached
        module = ModuleType(name)
        module.__file__ = source
        module.__cached__ = cached  # type: ignore[attr-defined]
        if package:
            spec.submodule_search_locations = [folder]
            module.__path__ = spec.submodule_search_locations
        self.enter(module, spec)
        self.begun[name] = module, code

    def code(self, name: str, source: str, cached: str) -> "CodeType | None":
        """The bytecode of a module, if it is up to date."""
        try:
            found = os.stat(source)
            stamp = (int(found.st_mtime) & 0xFFFFFFFF) | (found.st_size & 0xFFFFFFFF) << 32
            if self.kept is None:
                self.kept = self.read_kept()
            kept = self.kept.get(name)
            if kept is not None and kept[0] == stamp:
                return kept[1]
            data = read(cached)
        except OSError:
            return None
        if data[:16] != MAGIC_NUMBER + bytes(4) + stamp.to_bytes(8, "little"):
            return None
        code: CodeType = loads(memoryview(data)[16:])
        self.kept[name] = stamp, code
        self.changed = True
        return code

    def read_kept(self) -> "dict[str, tuple[int, CodeType]]":
        try:
            data = read(TOGETHER)
            found = loads(memoryview(data)[len(MAGIC_NUMBER):]) if data.startswith(MAGIC_NUMBER) else None
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return found if type(found) is dict else {}

    def keep(self) -> None:
        """For the next start. Where it cannot be written, each start reads file by file."""
        if sys.dont_write_bytecode:
            return
        place = f"{TOGETHER}.{os.getpid()}"
        try:
            with open(place, "xb") as file:
                file.write(MAGIC_NUMBER + dumps(self.kept))
            os.replace(place, TOGETHER)
        except OSError:
            pass

    def enter(self, module: ModuleType, spec: ModuleSpec) -> None:
        module.__spec__ = spec
        module.__loader__ = spec.loader
        module.__package__ = spec.parent
        # asked at each import of the module; an absent one costs an error
        spec._initializing = False  # type: ignore[attr-defined]
        sys.modules[spec.name] = module

    def execute(self, module: ModuleType, code: "CodeType") -> None:
        """Run the body of a Python module."""
        package, _, last = module.__name__.rpartition(".")
        try:
            _fix_co_filename(code, module.__file__)
            exec(code, module.__dict__)
        except BaseException:
            sys.modules.pop(module.__name__, None)
            raise
        setattr(sys.modules[package], last, module)


def read(file: str) -> bytes:
    opened = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        return os.read(opened, os.fstat(opened).st_size)
    finally:
        os.close(opened)


_ahead: Ahead | None = None


def install() -> None:
    """Let the modules of the library be found."""
    global _ahead
    if _bundle is None:
        return
    finder = Finder(_bundle.__file__ or "", _bundle.names())
    sys.meta_path.insert(0, finder)
    if not (sys.flags.optimize or sys.pycache_prefix):
        _ahead = Ahead(finder)


def load(names: str) -> None:
    """Import modules of this package in this order, faster, where that is possible."""
    if _ahead is not None:
        _ahead.load(names.split())
