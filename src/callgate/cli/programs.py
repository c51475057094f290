"""The program that a command line names."""

import os
import sys
from _collections_abc import Sequence

from callgate.bytecode.rows import Row
from callgate.cli.status import UsageError


class Program(Row):
    """What is to run: its text, the file name in its tracebacks, its ``sys.argv``, and where its imports look first."""

    source: str | bytes
    filename: str
    argv: list[str]
    folder: str
    #: whether its lines show in tracebacks, as CPython would
    shown: bool = True


def split(args: Sequence[str], with_value: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options, and the program with its arguments: it begins at the first word that is no option."""
    i = 0
    while i < len(args):
        word = args[i]
        if word in ("-c", "-m", "-") or not word.startswith("-"):
            break
        if word == "--":
            return list(args[:i]), list(args[i + 1:])
        i += 2 if word in with_value else 1
    return list(args[:i]), list(args[i:])


def find_program(command: str, words: Sequence[str], path: Sequence[str]) -> Program:
    """Find and read the program that ``words`` begin with.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    if not words:
        raise UsageError(command, "no program: give FILE, -c CODE, -m MODULE or -")
    kind, rest = words[0], list(words[1:])
    if kind == "-c":
        if not rest:
            raise UsageError(command, "-c needs CODE")
        return Program(rest[0] + "\n", "<string>", ["-c", *rest[1:]], "", sys.version_info >= (3, 13))
    if kind == "-m":
        if not rest:
            raise UsageError(command, "-m needs MODULE")
        filename = find_module(command, rest[0], ["", *path])
        return Program(read(command, filename), filename, [filename, *rest[1:]], "")
    if kind == "-":
        return Program(sys.stdin.buffer.read(), "<stdin>", ["-", *rest], "", False)
    filename = os.path.abspath(kind)
    return Program(read(command, filename), filename, [kind, *rest], os.path.dirname(filename))


def read(command: str, filename: str) -> bytes:
    try:
        with open(filename, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(command, f"can't open file {filename!r}: [Errno {error.errno}] {error.strerror}") from None


def find_module(command: str, name: str, folders: Sequence[str]) -> str:
    """The file of a module that is to run as a program."""
    parts = os.path.join(*name.split(".")) if name.strip(".") else name
    for folder in folders:
        for candidate in (f"{parts}.py", os.path.join(parts, "__main__.py")):
            filename = os.path.abspath(os.path.join(folder, candidate))
            if os.path.isfile(filename):
                return filename
    raise UsageError(command, f"No module named {name}")
