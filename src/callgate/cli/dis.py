"""``callgate dis``: the bytecode of a program with its source lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from callgate.bytecode.dis import disassemble
from callgate.cli.programs import Program, find_program, split
from callgate.cli.status import OK, RAISED, UsageError
from callgate.compiler import compile_source

COMMAND = "callgate dis"
HELP = """\
usage: callgate dis (FILE | -c CODE | -m MODULE | -)

Show the bytecode of a program: line, jump target (>>), offset, name, operand, what the operand means.
"""


def main(args: Sequence[str]) -> int:
    if any(word in ("-h", "--help") for word in args[:1]):
        print(HELP, end="")
        return OK
    options, words = split(args, ())
    if options:
        raise UsageError(COMMAND, f"no option {options[0]!r}; see `callgate dis --help`")
    program = find_program(COMMAND, words, ())
    if len(program.argv) > 1:
        raise UsageError(COMMAND, f"one program at a time; what is {program.argv[1]!r}?")
    try:
        code = compile_source(program.source, program.filename, "exec")
    except (SyntaxError, ValueError, RecursionError) as error:
        print(explain_failure(error, program), file=sys.stderr)
        return RAISED
    print(disassemble(code), end="")
    return OK


def explain_failure(error: Exception, program: Program) -> str:
    """Why a program does not compile: as CPython shows a SyntaxError."""
    import traceback
    return "".join(traceback.format_exception_only(error)).rstrip("\n")
