"""Machine: one guest world, and the ways into it."""

import os
from _collections_abc import Callable, Iterable, Iterator, Mapping
from os import PathLike

from callgate.interpreter.running import begin_run, end_run, settle

from . import limits as limits_
from . import module as module_
from . import tools as tools_
from .arguments import describe, short, wrong_value
from .errors import GuestError, MachineBusy
from .failures import explain
from .limits import Limits
from .module import Module
from .result import Result, Usage
from .tools import Policy, Tool
from .values import GuestFunction
from .world import MODULE_NAMES, World

Text = Callable[[str], object]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias
    _Measured: TypeAlias = tuple[tuple[int, float, int, int, int, int, float, int], list[tuple[str, str, int]], str, str]
    _Ended: TypeAlias = tuple[object, Exception | None, _Measured]


class Machine:
    """A guest world with its own modules, globals and limits. Machines of one process share nothing that can change.

    Args:
        tools: host callables that the guest sees as builtins: an iterable of named ones, or name -> callable.
        modules: importable modules: name -> source text, or a Module of host callables.
        path: folders from which the guest may import ``.py`` files and packages.
        limits: what each run may use.
        defer: names of tools that pause the machine instead of running.
        on_call: asked before each call of a tool, with a Call: returns None to allow it, or raises Denied.
        stdout: called with each text printed; None collects it for ``Result.stdout``. The guest's ``flush`` flushes the
            file when this is a file's ``write``.
        stderr: the same for the guest's ``sys.stderr``.
        argv: the guest's ``sys.argv``.
        seed, clock: with both given, a run depends on its source, inputs and tools alone. ``clock`` gives seconds.
        interrupts: who gets a Ctrl-C during a run: "host" (the machine's caller), or "guest", as under ``python``.
        callable_modules: whether modules with ``__call__`` are callable (PEP 713); without, they are as in CPython.

    Raises:
        TypeError, ValueError: naming the argument, its value and what is accepted.
    """

    def __init__(
        self, *, tools: Iterable[Tool] | Mapping[str, Tool] | None = None,
        modules: Mapping[str, str | Module] | None = None, path: Iterable[str | PathLike[str]] = (),
        limits: Limits | None = None, defer: Iterable[str] = (), on_call: Policy | None = None,
        stdout: Text | None = None, stderr: Text | None = None, argv: Iterable[str] = ("",),
        seed: int | str | bytes | None = None, clock: Callable[[], float] | None = None, interrupts: str = "host",
        callable_modules: bool = True,
    ) -> None:
        if texts("defer", defer):
            raise NotImplementedError("defer: this version of callgate cannot pause a machine")
        for name, value in (("stdout", stdout), ("stderr", stderr), ("clock", clock)):
            if value is not None and not callable(value):
                raise TypeError(f"{name} must be a callable or None, not {describe(value)}")
        if seed is not None and (isinstance(seed, bool) or not isinstance(seed, int | str | bytes)):
            raise TypeError(f"seed must be an int, a text, bytes or None, not {describe(seed)}")
        if interrupts not in ("host", "guest"):
            raise wrong_value("interrupts", interrupts, "'host' or 'guest'")
        self.limits = limits_.checked(limits)
        self._world = World(
            tools=tools_.named(tools), modules=module_.checked(modules), path=folders(path), argv=texts("argv", argv),
            limits=self.limits, policy=tools_.policy(on_call), stdout=stdout, stderr=stderr, seed=seed, clock=clock,
            guest_interrupts=interrupts == "guest",
        )
        self._world.vm.callable_modules = bool(callable_modules)
        self._bridge = self._world.bridge
        self._bridge.machine = self
        self._ended: Result | _Ended = Result()

    def run(
        self, source: str | bytes, *, inputs: Mapping[str, object] | None = None, filename: str = "main.py",
    ) -> Result:
        """Run a program in the machine's globals, which are kept for the next run.

        Args:
            source: its text, or bytes in the encoding that it declares (else UTF-8).
            inputs: globals to set before it runs, plain data.
            filename: its name in tracebacks.

        Raises:
            GuestSyntaxError: it is not valid; nothing ran.
            GuestError: it raised; SystemExit is no exception to that.
            LimitExceeded: it was stopped.
            MachineBusy: the machine runs in another thread.
            TypeError, ValueError: an argument is wrong; nothing ran.
        """
        return self._run(source, inputs, filename, shown=True)

    async def run_async(
        self, source: str | bytes, *, inputs: Mapping[str, object] | None = None, filename: str = "main.py",
    ) -> Result:
        """As ``run``, with tools that are coroutine functions: those that the guest waits for together run together.

        The guest runs in a thread, the tools in the caller's event loop. When the caller is cancelled, so is the run.
        """
        from callgate.host.together import run_together

        calls = self._world.calls
        if calls is not None and calls.loop is not None:
            raise self._busy()
        return await run_together(
            lambda: self.run(source, inputs=inputs, filename=filename), calls, self._bridge.meter)

    def call(self, function: str | GuestFunction, /, *args: object, **kwargs: object) -> object:
        """Call a guest function, by the name of a global or builtin or as it was handed out; its value as plain data.

        Raises:
            ValueError: there is no such name.
            others: as ``run``.
        """
        if isinstance(function, GuestFunction):
            return function(*args, **kwargs)
        if not isinstance(function, str):
            raise TypeError(f"function must be a name or a callgate.GuestFunction, not {describe(function)}")
        if not self._bridge.available():
            raise self._busy()
        for namespace in (self._world.globals, self._world.vm.builtins):
            if function in namespace:
                return self._bridge.call(namespace[function], args, kwargs)
        raise wrong_value("function", function, "a name that the guest has defined, or a tool's")

    @property
    def globals(self) -> Mapping[str, object]:
        """The guest's top-level names, without those that every module has: read-only, converted when asked for.

        Asking for a value raises ValueError when it cannot be plain data (it contains itself, is nested more than
        500 levels deep), and MachineBusy when the
        machine runs in another thread.
        """
        return Globals(self)

    @property
    def last(self) -> Result:
        """Of the last outermost run or call that has ended, also of one that failed, which then has no value."""
        ended = self._ended
        if not isinstance(ended, Result):   # made when asked for: most calls from the host have theirs unread
            value, failure, (usage, rows, stdout, stderr) = ended
            ended = self._ended = Result(value, stdout, stderr, Usage(*usage), rows, failure)
        return ended

    def __repr__(self) -> str:
        return f"<callgate.Machine with {len(self._world.bridge.tools)} tools, {self.limits!r}>"

    # === a run, step by step; the bridge takes the same steps for calls

    def _run(
        self, source: str | bytes, inputs: Mapping[str, object] | None, filename: str, *, shown: bool,
        file: bool = False, display: bool = False,
    ) -> Result:
        """``shown``: its lines show in tracebacks. ``file``: it is the user's own file of that
        name, which the guest finds in ``__file__``; its code is kept between processes. ``display``: the
        value of an expression is printed, as at a prompt.
        """
        if not isinstance(source, str | bytes):
            raise TypeError(f"source must be a text or bytes, not {describe(source)}")
        if not isinstance(filename, str):
            raise TypeError(f"filename must be a text, not {describe(filename)}")
        bridge = self._bridge
        if not bridge.enter():
            raise self._busy()
        try:
            given = self._inputs(inputs)
            if file:
                given["__file__"] = filename
                given["__cached__"] = None
            nested = bridge.entries > 1
            if not nested:
                self._begin()
            elif bridge.meter.stopped is not None:
                raise self._explain(bridge.meter.stopped)
            value, kept, failure = None, None, None
            try:
                try:
                    value = self._world.run(source, filename, given, shown, display, file)
                except BaseException as error:
                    failure = explain(self._world, error, nested=nested)
                else:
                    try:
                        value = bridge.to_host(value)
                    except ValueError as error:
                        value, kept = None, ValueError(f"the value of {filename} is no plain data: {error}")
                if not nested:
                    failure = self._settle(failure)
                    if failure is not None:
                        value = None
            finally:
                if not nested:
                    self._finish(value, kept)
            if failure is not None:
                raise failure
            return Result(value, failure=kept) if nested else self.last
        finally:
            bridge.leave()

    def _inputs(self, inputs: Mapping[str, object] | None) -> dict[str, object]:
        """The inputs as guest values."""
        if inputs is None:
            return {}
        if not isinstance(inputs, Mapping):
            raise TypeError(f"inputs must be a mapping of names to plain data, not {describe(inputs)}")
        given: dict[str, object] = {}
        for name, value in inputs.items():
            if not isinstance(name, str):
                raise TypeError(f"a name in inputs must be a text, not {describe(name)}")
            if not name.isidentifier():
                raise wrong_value("a name in inputs", name, "an identifier")
            try:
                given[name] = self._bridge.to_guest(value)
            except (TypeError, ValueError) as error:
                raise type(error)(f"inputs[{name!r}] must be plain data, not {short(value)}: {error}") from None
        return given

    def _begin(self) -> None:
        """An outermost run begins."""
        world = self._world
        begin_run(self._bridge, world.stdout, world.stderr)

    def _settle(self, failure: BaseException | None) -> BaseException | None:
        """An outermost run ends: what it dropped is finalized as part of it. Gives what the caller gets, if anything."""
        if failure is None or isinstance(failure, GuestError):
            try:
                settle(self._bridge)
            except BaseException as error:
                return failure or self._explain(error)
        return failure

    def _finish(self, value: object = None, failure: Exception | None = None) -> None:
        """An outermost run has ended: keep its result in ``last``."""
        world = self._world
        self._ended = value, failure, end_run(self._bridge, world.stdout, world.stderr)

    def _explain(self, error: BaseException) -> BaseException:
        """What the host gets instead of an error of the machine's."""
        return explain(self._world, error, nested=self._bridge.entries > 1)

    def _busy(self) -> MachineBusy:
        return MachineBusy("the machine is running in another thread; a machine runs in one thread at a time")


class Globals(Mapping[str, object]):
    """The live top-level names of a guest, read-only."""

    __slots__ = ("_machine",)

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def _names(self) -> dict[str, object]:
        if not self._machine._bridge.available():
            raise self._machine._busy()
        return self._machine._world.globals

    def __getitem__(self, name: str) -> object:
        if name in MODULE_NAMES:
            raise KeyError(name)
        value = self._names()[name]
        try:
            return self._machine._bridge.to_host(value)
        except ValueError as error:
            raise ValueError(f"the guest's {name!r} is no plain data: {error}") from None

    def __iter__(self) -> Iterator[str]:
        return iter([name for name in self._names() if isinstance(name, str) and name not in MODULE_NAMES])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return name not in MODULE_NAMES and name in self._names()

    def __repr__(self) -> str:
        return f"<globals of a callgate.Machine: {', '.join(self) or 'none'}>"


def run(
    source: str | bytes, *, inputs: Mapping[str, object] | None = None, filename: str = "main.py", **options: object,
) -> Result:
    """Run a program in a machine of its own. ``options``: the arguments of Machine."""
    machine = Machine(**options)  # type: ignore[arg-type]
    return machine.run(source, inputs=inputs, filename=filename)


def texts(name: str, value: object) -> list[str]:
    """A list of texts, from an iterable of them that is no text itself."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise TypeError(f"{name} must be an iterable of texts, not {describe(value)}")
    found = list(value)
    for item in found:
        if not isinstance(item, str):
            raise TypeError(f"{name} must hold texts, not {describe(item)}")
    return found


def folders(path: object) -> list[str]:
    """The folders to import from, as absolute names."""
    if isinstance(path, str | bytes | PathLike) or not isinstance(path, Iterable):
        raise TypeError(f"path must be an iterable of folder names, not {describe(path)}")
    found = []
    for folder in path:
        if not isinstance(folder, str | PathLike):
            raise TypeError(f"path must hold names of folders, not {describe(folder)}")
        found.append(os.path.abspath(os.fspath(folder)))
    return found
