"""A guest world, put together: the VM, its builtins with the tools among them, importer, ``__main__``, meter."""

import os
from _collections_abc import Callable

import callgate.interpreter.eval  # noqa: F401  gives the VM its loop
import callgate.interpreter.generators  # noqa: F401  lets natives resume generators
import callgate.interpreter.supers  # noqa: F401  super() without arguments
import callgate.interpreter.warning  # noqa: F401  natives' warnings reach the guest
from callgate.bytecode.code import CO_COROUTINE, Code
from callgate.interpreter.crossing import Bridge
from callgate.interpreter.exporting import export_type
from callgate.interpreter.hostcall import new_tool
from callgate.interpreter.meter import Meter, Stream
from callgate.interpreter.vm import VM
from callgate.modules.builtins import new_builtins, prepare
from callgate.modules.cache import shared_cache
from callgate.modules.finders import native_module
from callgate.modules.importer import Importer
from callgate.modules.library import OWN, SHOWN

from . import tools as tools_
from .errors import Denied, GuestError
from .export import EXPORTED, iterate
from .hooks import ALLOW_TOP_LEVEL_AWAIT, Hooks
from .limits import Limits
from .module import Module
from .values import GuestFunction, GuestObject

#: names that every module has
MODULE_NAMES = frozenset({
    "__annotations__", "__builtins__", "__cached__", "__doc__", "__file__", "__loader__", "__name__", "__package__",
    "__path__", "__spec__",
})


TYPE_CHECKING = False
if TYPE_CHECKING:
    from .together import Calls


def is_async(tool: tools_.Tool) -> bool:
    """Is it a coroutine function, or an object with such a ``__call__``?"""
    for each in (tool, vars(type(tool)).get("__call__")):
        function = getattr(each, "__func__", each)
        code = getattr(function, "__code__", None)
        if code is not None and code.co_flags & CO_COROUTINE:
            return True
    return False


def tick() -> None:
    """Do nothing: entering a Python function lets the host's signals and other threads in."""


def prepare_builtins() -> None:
    """Compile, or find compiled, the builtins that are guest code. Once per process."""
    def compiler(text: str | bytes, filename: str, hidden: bool) -> Code:
        from callgate.compiler import compile_source

        return compile_source(text, filename, hidden=hidden)

    path = os.path.join(OWN, "_builtins.py")
    with open(path, "rb") as file:
        text = file.read()
    prepare(shared_cache().compile(text, f"{SHOWN}/_builtins.py", compiler, hidden=True, store=True, place=path))


class World:
    """What a Machine drives. All arguments have been checked."""

    def __init__(
        self, *, tools: dict[str, tools_.Tool], modules: dict[str, str | Module], path: list[str], argv: list[str],
        limits: Limits, policy: Callable[[str, tuple[object, ...], dict[str, object]], None] | None,
        stdout: Callable[[str], object] | None, stderr: Callable[[str], object] | None,
        seed: int | str | bytes | None, clock: Callable[[], float] | None, guest_interrupts: bool,
    ) -> None:
        vm = self.vm = VM(limits.depth)
        meter = self.meter = Meter(vm, tick)
        set_limits(meter, limits)
        meter.guest_interrupts = guest_interrupts
        self.stdout, self.stderr = Stream(meter, stdout), Stream(meter, stderr)
        bridge = self.bridge = Bridge(vm, meter)
        bridge.policy = policy
        bridge.guest_error, bridge.denied = GuestError, Denied
        bridge.object_handle, bridge.function_handle = GuestObject, GuestFunction
        bridge.registry, bridge.export_type, bridge.iterate = EXPORTED, export_type, iterate
        self.hooks = Hooks(vm, bridge, limits.memory, seed, clock)
        vm.host = self.hooks
        vm.breaker, vm.stdout, vm.stderr = meter, self.stdout, self.stderr
        if limits.memory is not None:
            vm.set_memory_limit(limits.memory)
        vm.data["sys.argv"], vm.data["sys.path"] = argv, list(path)
        new_builtins(vm)
        self.calls: Calls | None = None
        self._async_tools: dict[str, object] | None = None
        asynchronous = {name: tool for name, tool in tools.items() if is_async(tool)}
        for name, tool in tools.items():
            if name not in asynchronous:
                self.offer(name, tool)
        self.importer = vm.importer = Importer(vm, self.hooks.compile_module, modules, path, self.provide)
        main = self.importer.new_module("__main__")
        vm.modules["__main__"] = main
        self.globals = self.importer.namespace(main)
        builtins = self.globals.pop("__builtins__")
        self.globals.update(__annotations__={}, __builtins__=builtins)      # in CPython's order
        if asynchronous:
            self.offer_async(asynchronous)

    # === what the host offers

    def offer(self, name: str, tool: tools_.Tool) -> None:
        self.vm.builtins[name] = self.guest_callable(name, tool)

    def offer_async(self, tools: dict[str, tools_.Tool]) -> None:
        """Coroutine functions: the guest gets coroutine functions."""
        from callgate.host.together import Calls, new_calls

        self.calls = Calls()
        own = self.async_tools()
        calls = self.vm.call(own["Calls"], new_calls(self.bridge, self.calls))
        for name, tool in tools.items():
            start = new_tool(self.bridge, name, self.calls.starter(name, tool))
            doc = tool.__doc__ if isinstance(tool.__doc__, str) else None
            self.vm.builtins[name] = self.vm.call(own["tool"], (name, doc, start, calls))

    def async_tools(self) -> dict[str, object]:
        """The guest's part of all this: the names of its module ``_async_tools``."""
        if self._async_tools is None:
            self.vm.modules.pop("_async_tools", None)
            self._async_tools = self.importer.namespace(self.importer.load("_async_tools"))
        return self._async_tools

    def guest_callable(self, name: str, function: tools_.Tool) -> object:
        if isinstance(function, type) and function in EXPORTED:
            return self.bridge.to_guest(function)
        if type(function) in EXPORTED:
            return self.bridge.to_guest(function)
        return new_tool(self.bridge, name, function)

    def provide(self, name: str, module: Module) -> tuple[dict[str, object], str | None]:
        """What a module of the host holds, as guest values; the importer asks once, when it is imported first."""
        content: dict[str, object] = {}
        for member, value in module.members.items():
            if callable(value) and not isinstance(value, GuestObject) and type(value) not in EXPORTED:
                content[member] = self.guest_callable(f"{name}.{member}", value)
                continue
            try:
                content[member] = self.bridge.to_guest(value)
            except (TypeError, ValueError) as error:
                raise type(error)(f"{member} of module {name}: {error}") from None
        return content, module.doc

    # === running

    def run(
        self, source: str | bytes, filename: str, given: dict[str, object], shown: bool, display: bool = False,
        stored: bool = False,
    ) -> object:
        """Compile and run a program in ``__main__``; gives the guest's value of its last statement, or displays it."""
        if shown:
            self.importer.sources.add(filename, source)
        flags = 0 if stored or display else ALLOW_TOP_LEVEL_AWAIT
        code = self.hooks.compile(source, filename, "exec", flags, result=True, stored=stored)
        for name, value in given.items():
            self.globals[name] = value
        if self.bridge.entries == 1 and "asyncio._loop" in self.vm.modules:
            self.vm.call(self.async_tools()["begin"], ())
        value = self.vm.run_code(code, self.globals)
        if code.flags & CO_COROUTINE:
            value = self.vm.call(self.async_tools()["run_program"], (value,))
        if display:
            self.vm.call(native_module("sys").contents["displayhook"], (value,))
            return None
        return value

    def offer_exit(self) -> None:
        """At a prompt there are exit() and quit()."""
        for name in ("exit", "quit"):
            self.vm.builtins[name] = native_module("sys").contents["exit"]


def set_limits(meter: Meter, limits: Limits) -> None:
    """Give the meter the numbers; -1 and infinity: no limit."""
    meter.max_fuel = -1 if limits.fuel is None else limits.fuel
    meter.max_calls = -1 if limits.tool_calls is None else limits.tool_calls
    meter.max_output = -1 if limits.output is None else limits.output
    meter.max_memory = -1 if limits.memory is None else limits.memory
    meter.max_seconds = float("inf") if limits.seconds is None else limits.seconds


prepare_builtins()
