"""The command line: ``main`` picks the command; a command loads only what it needs, so that ``run`` starts fast."""

import gc
import os
import sys
from _collections_abc import Sequence

from callgate.bundle import load

load("callgate.cli.status")

from callgate.cli.status import OK, USAGE, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

HELP = """\
usage: callgate [COMMAND] ...

commands:
  run      run a guest program (callgate run --help)
  dis      show the bytecode of a program with its source lines
  explain  show the way that one call takes
  repl     an interactive session, also without a command

options:
  -h, --help     show this text
  -V, --version  show the version
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status. ``argv`` is without the program's name; None: ``sys.argv``."""
    given = list(sys.argv[1:] if argv is None else argv)
    command, rest = (given[0], given[1:]) if given else ("repl", [])
    try:
        if command == "run":
            load("callgate.cli.programs callgate.cli.run")
            from callgate.cli import run
            return run.main(rest)
        if command == "dis":
            from callgate.cli import dis
            return dis.main(rest)
        if command == "explain":
            from callgate.cli import explain
            return explain.main(rest)
        if command == "repl":
            from callgate.cli import repl
            return repl.main(rest)
        if command in ("-h", "--help"):
            print(HELP, end="")
            return OK
        if command in ("-V", "--version"):
            import callgate
            print(f"callgate {callgate.__version__}")
            return OK
        raise UsageError("callgate", f"no command {command!r}; there are run, dis, explain and repl")
    except UsageError as error:
        print(f"{error.command}: {error}", file=sys.stderr)
        return USAGE


def console() -> "NoReturn":
    """The command in a process of its own, which ends with it."""
    if sys.argv[1:2] != ["run"]:    # which enables it when the machine is made
        gc.freeze()
        gc.enable()
    status = main()
    if sys.argv[1:2] != ["run"] or "threading" in sys.modules:
        sys.exit(status)
    import atexit
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(status)    # Python says what it says about output that cannot be written
    os._exit(status)    # taking the process apart piece by piece would take as long as a small program does
