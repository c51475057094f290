"""What stopped a run, as the host sees it: guest exceptions, Traps and host exceptions become errors of the API."""

from callgate.core.errors import GuestRaise, InternalError, Trap
from callgate.interpreter.crossing import guest_exception
from callgate.objects.traceback import format_exception, frames

from .errors import Frame, GuestError, GuestSyntaxError, LimitExceeded
from .world import World

LIMITS = frozenset({"fuel", "seconds", "memory", "output", "tool_calls"})


def explain(world: World, error: BaseException, *, nested: bool) -> BaseException:
    """The error that the machine's caller gets. ``nested``: that caller is a tool of the same machine.

    A limit inside a nested call is remembered, so that the run ends with it whatever the tool does about the error.
    """
    if isinstance(error, Trap):
        return stopped(world, error, nested=nested)
    if isinstance(error, GuestRaise):
        raised = error.value
    elif isinstance(error, InternalError) or not isinstance(error, Exception):
        return error
    else:
        raised = guest_exception(error)
    try:
        # A SyntaxError of the host's own class comes from compiling the program; the guest's travels as a GuestRaise.
        syntax = isinstance(error, SyntaxError) and not isinstance(error, GuestRaise)
        found: GuestError = world.bridge.inside(guest_error, world, raised, syntax)
        return found
    except Trap as trap:
        return stopped(world, trap, nested=nested)


def stopped(world: World, trap: Trap, *, nested: bool) -> BaseException:
    meter = world.meter
    if nested and meter.stopped is None:
        meter.stopped = trap
    if meter.escaped is not None:
        return meter.escaped
    if trap.limit not in LIMITS:
        return InternalError(f"the machine stopped without a reason: {trap.limit}, {trap.message}")
    return LimitExceeded(trap.limit, trap.message)


def guest_error(world: World, raised: object, syntax: bool) -> GuestError:
    """Describe a guest exception. Its texts may be the work of guest code, so this is part of the run."""
    text = format_exception(raised, world.importer.sources, world.vm.modules)
    type_name, message, data, fields = world.bridge.describe(raised)
    entries = tuple([
        Frame(filename, lineno or 0, name, source_line(world, filename, lineno))
        for filename, lineno, name in frames(raised)
    ])
    error: GuestError
    if syntax:
        error = GuestSyntaxError(
            type_name, message, text, entries, data, fields.get("lineno"), fields.get("offset"), fields.get("text"))
    else:
        error = GuestError(type_name, message, text, entries, data)
    error._raised = world.bridge.handle(raised)
    return error


def source_line(world: World, filename: str, lineno: int | None) -> str:
    text = world.importer.sources.get(filename)
    lines = text.split("\n") if text and lineno else []
    return lines[lineno - 1].strip() if lineno and lineno <= len(lines) else ""
