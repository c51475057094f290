"""``callgate repl``: one machine, statement by statement."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence

import callgate as cg
from callgate.cli.lines import Reader, make_reader
from callgate.cli.programs import Program
from callgate.cli.run import Options, exit_status, make_machine, parse, report
from callgate.cli.status import OK

COMMAND = "callgate repl"
FILENAME = "<stdin>"
#: ast.parse's flags, and the one that makes the host's parser tell what is unfinished from what is wrong
PARSE = ast.PyCF_ONLY_AST | 0x4000 | 0x200
BANNER = "callgate: Python {version} in a machine of its own. Leave with exit() or Ctrl-D.\n"


def main(args: Sequence[str]) -> int:
    """Read, run and print until the end of input or SystemExit, whose status it gives."""
    options = parse(args, COMMAND) if args else Options(cg.Limits())
    if options is None:
        return OK
    session = Session(options)
    sys.stdout.write(BANNER.format(version=".".join(map(str, sys.version_info[:2]))))
    return session.loop(make_reader(session.complete))


class Session:
    """A machine at a prompt."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.machine = make_machine(Program("", FILENAME, [""], ""), options, COMMAND)
        self.machine.run("", inputs=dict(options.inputs))
        self.machine._world.offer_exit()

    def loop(self, reader: Reader) -> int:
        lines: list[str] = []
        while True:
            try:
                lines.append(reader("... " if lines else ">>> "))
            except EOFError:
                sys.stdout.write("\n")
                return OK
            except KeyboardInterrupt:
                sys.stdout.write("\nKeyboardInterrupt\n")
                lines.clear()
                continue
            text = "\n".join(lines)
            if text and unfinished(text):
                continue
            lines.clear()
            status = self.run(text + "\n")
            if status is not None:
                return status

    def run(self, text: str) -> int | None:
        """Run one statement; an exit status when the session is over."""
        if not text.strip():
            return None
        try:
            self.machine._run(text, None, FILENAME, shown=False, display=True)
        except cg.GuestError as error:
            if error.type_name == "SystemExit":
                report(error)
                return exit_status(error)
            sys.stderr.write(error.traceback)
        except cg.LimitExceeded as error:
            sys.stderr.write(f"callgate: {error}\n")
        if self.options.ledger:
            sys.stderr.write(f"{self.machine.last.ledger}\n")
        sys.stdout.flush()
        return None

    def complete(self, text: str) -> list[str]:
        """Names that ``text``, a dotted name that is being typed, can become."""
        owner, dot, start = text.rpartition(".")
        if not all(part.isidentifier() for part in owner.split(".")) and owner:
            return []
        names = self.names_of(owner)
        shown = [name for name in names if start.startswith("_") or not name.startswith("_")]
        return sorted(f"{owner}{dot}{name}" for name in shown if name.startswith(start))


    def names_of(self, owner: str) -> list[str]:
        """Attributes of what a dotted name stands for; without one, all names at top level."""
        text = f"dir({owner})" if owner else "[*globals(), *__import__('builtins').__dict__]"
        try:
            found = self.machine.run(text, filename="<completion>").value
        except (cg.GuestError, cg.LimitExceeded):
            return []
        return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def unfinished(text: str) -> bool:
    """Whether more lines are wanted: inside of brackets and strings, and after the line of a block until an empty one.

    Only the parser of the host sees the text. As in the standard library's codeop: what is wrong as it is, but right or
    unfinished with one more line end, goes on.
    """
    for attempt in (text, text + "\n"):
        try:
            compile(attempt, FILENAME, "single", PARSE)
        except SyntaxError as error:
            unfinished = "incomplete input" in str(error)
        except (ValueError, OverflowError, RecursionError, MemoryError):
            return False
        else:
            return attempt is not text
    return unfinished
