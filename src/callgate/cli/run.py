"""``callgate run``: a guest program as ``python`` would run it, with tools, inputs and limits on request."""

import gc
import os
import sys
from _collections_abc import Callable, Sequence

import callgate as cg
from callgate.bytecode.rows import Row
from callgate.cli.programs import Program, find_program, split
from callgate.cli.status import INTERRUPTED, LIMIT, OK, RAISED, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

COMMAND = "callgate run"
WITH_VALUE = ("--tools", "--path", "--input", "--fuel", "--seconds", "--memory", "--depth", "--output")
EPILOG = """\
Without limits it behaves like `python FILE`: no limit but a depth of 1000 frames. Exit status: 0 done, 1 the guest
raised (SystemExit: its own status), 2 bad usage or unreadable input, 3 a limit."""


class Options(Row):
    """What stands before the program on the command line."""

    limits: cg.Limits
    tools: str | None = None
    path: tuple[str, ...] = ()
    inputs: tuple[tuple[str, object], ...] = ()
    ledger: bool = False
    json: bool = False


def main(args: Sequence[str]) -> int:
    """Run the program that the words name and give the exit status."""
    before, words = split(args, WITH_VALUE)
    options = parse(before) if before else Options(cg.Limits())
    if options is None:
        return OK
    return run(find_program(COMMAND, words, options.path), options)


def run(program: Program, options: Options) -> int:
    machine = make_machine(program, options)
    gc.freeze()     # what is loaded by now stays; collecting at exit, Python would look at it all
    gc.enable()
    failure: cg.GuestError | cg.LimitExceeded | None = None
    try:
        machine._run(
            program.source, dict(options.inputs), program.filename, shown=program.shown, file=bool(program.folder))
    except (cg.GuestError, cg.LimitExceeded) as error:
        failure = error
    except KeyboardInterrupt:
        print("KeyboardInterrupt", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        close_output()
        print(f"{COMMAND}: nobody reads the output", file=sys.stderr)
        return RAISED
    flush()
    if options.json:
        from callgate.cli.jsontext import outcome
        print(outcome(machine.last, failure))
        flush()
    elif failure is not None:
        report(failure)
    if options.ledger and not options.json:
        print(machine.last.ledger, file=sys.stderr)
    return exit_status(failure)


def make_machine(program: Program, options: Options, command: str = COMMAND) -> cg.Machine:
    tools: dict[str, Callable[..., object]] = {"input": read_line}
    if options.tools is not None:
        from callgate.cli.hostfile import load_tools
        tools |= load_tools(command, options.tools)
    try:
        return cg.Machine(
            tools=tools, path=[program.folder or os.getcwd(), *options.path], limits=options.limits,
            stdout=None if options.json else sys.stdout.write, stderr=None if options.json else sys.stderr.write,
            argv=program.argv, interrupts="guest",
        )
    except (TypeError, ValueError) as error:
        raise UsageError(command, str(error)) from None


def read_line(prompt: object = "", /) -> str:
    """The guest's ``input``, which only a program of the command line has."""
    flush()
    return input(prompt)


def flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        close_output()


def close_output() -> None:
    """Nobody reads any more: what is left in the buffer goes nowhere, without a second error at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# === how it ended


def report(failure: cg.GuestError | cg.LimitExceeded) -> None:
    """Say on stderr why the program ended, as ``python`` does."""
    if isinstance(failure, cg.LimitExceeded):
        print(f"{COMMAND}: {failure}", file=sys.stderr)
    elif failure.type_name != "SystemExit":
        sys.stderr.write(failure.traceback)
    elif not isinstance(asked_status(failure), int | None):
        print(failure.message, file=sys.stderr)


def asked_status(error: cg.GuestError) -> object:
    """The argument of SystemExit."""
    return error.data[0] if len(error.data) == 1 else error.data or None


def exit_status(failure: cg.GuestError | cg.LimitExceeded | None) -> int:
    if failure is None:
        return OK
    if isinstance(failure, cg.LimitExceeded):
        return LIMIT
    if failure.type_name != "SystemExit":
        return INTERRUPTED if failure.type_name == "KeyboardInterrupt" else RAISED
    asked = asked_status(failure)
    return OK if asked is None else asked & 0xFF if isinstance(asked, int) else RAISED


# === options


def parser(command: str) -> "argparse.ArgumentParser":
    import argparse

    running = command == COMMAND
    made = argparse.ArgumentParser(
        prog=command, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=f"{command} [options]" + (" (FILE | -c CODE | -m MODULE | -) [ARG ...]" if running else ""),
        description="Run a guest program." if running else "An interactive session. Limits hold for each statement.",
        epilog=EPILOG if running else None,
    )
    add = made.add_argument
    add("--tools", metavar="FILE.py", help="offer the public functions and exported classes of a Python file")
    add("--path", metavar="DIR", action="append", default=[],
        help=f"folders to import from, separated by '{os.pathsep}'; may be repeated")
    add("--input", metavar="NAME=JSON", action="append", default=[], help="a global of the program; may be repeated")
    add("--fuel", metavar="N", help="stop after N units of work")
    add("--seconds", metavar="S", help="stop after S seconds")
    add("--memory", metavar="SIZE", help="stop when more is allocated: 64MiB, 500kB, 1000000")
    add("--depth", metavar="N", help="guest frames before RecursionError (1000)")
    add("--output", metavar="SIZE", help="stop when more is printed")
    add("--ledger", action="store_true", help="print at the end, on stderr, what was called how often")
    if running:
        add("--json", action="store_true", help="print one JSON object: value, stdout, stderr, usage, ledger, error")
    return made


def parse(words: Sequence[str], command: str = COMMAND) -> Options | None:
    """The options; None when only help was asked for."""
    try:
        found = parser(command).parse_args(words)
    except SystemExit as stop:
        if not stop.code:
            return None
        raise UsageError(command, f"see `{command} --help`") from None
    limits: dict[str, object] = {
        "fuel": number(found.fuel, int), "seconds": number(found.seconds, float), "memory": found.memory,
        "output": found.output,
    }
    if found.depth is not None:
        limits["depth"] = number(found.depth, int)
    try:
        made = cg.Limits(**limits)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise UsageError(command, f"--{error}") from None
    path = [folder for text in found.path for folder in text.split(os.pathsep) if folder]
    inputs = tuple(read_input(command, text) for text in found.input)
    return Options(made, found.tools, tuple(path), inputs, found.ledger, getattr(found, "json", False))


def number(text: str | None, kind: type[int] | type[float]) -> object:
    """The number that a text is, or the text, for Limits to refuse by name."""
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError:
        return text


def read_input(command: str, text: str) -> tuple[str, object]:
    import json

    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise UsageError(command, f"--input must be NAME=JSON, not {text!r}")
    try:
        return name, json.loads(value)
    except ValueError as error:
        raise UsageError(command, f"--input {name}: no JSON: {error}") from None
