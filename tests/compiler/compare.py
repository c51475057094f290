"""Run a text as the host compiles it and as the compiler does, in the reference interpreter."""

from __future__ import annotations

import contextlib
import io
from typing import NamedTuple

from callgate.bytecode.code import Code
from callgate.compiler import compile_source
from compiler.reference import HANDLED, positions_of, run_code
from compiler.verify import verify

FILENAME = "<guest>"


class Outcome(NamedTuple):
    """What a program printed, how it ended, and where the exception passed, outermost first."""

    output: str
    error: BaseException | None
    places: list[tuple[str, tuple[int | None, ...]]]


def host(text: str) -> Outcome:
    """Run a text in the host."""
    error: BaseException | None = None
    places: list[tuple[str, tuple[int | None, ...]]] = []
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(text, FILENAME, "exec", dont_inherit=True), {"__name__": "guest"})
        except Exception as raised:
            error = raised
    entry = None if error is None else error.__traceback__
    while entry is not None:
        code = entry.tb_frame.f_code
        if code.co_filename == FILENAME:
            places.append((code.co_name, list(code.co_positions())[entry.tb_lasti // 2]))
        entry = entry.tb_next
    return Outcome(output.getvalue(), error, places)


def guest(text: str) -> Outcome:
    """Compile a text, check the code, and run it in the reference interpreter."""
    code = compile_checked(text)
    # A generator that another program left in a handler.
    HANDLED[:] = [None]
    error: BaseException | None = None
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            run_code(code, {"__name__": "guest"})
        except AssertionError as raised:
            if raised.__traceback__ is not None and "reference.py" in _innermost(raised):
                raise
            error = raised
        except Exception as raised:
            error = raised
    places = [] if error is None else [(name, tuple(place)) for name, place in positions_of(error)]
    return Outcome(output.getvalue(), error, places)


def compile_checked(text: str) -> Code:
    """Compile a text and check its code."""
    code = compile_source(text, FILENAME)
    verify(code)
    return code


def _innermost(error: BaseException) -> str:
    entry = error.__traceback__
    name = ""
    while entry is not None:
        name = entry.tb_frame.f_code.co_filename + ":" + entry.tb_frame.f_code.co_name
        entry = entry.tb_next
    return "" if name.endswith(":do_raise") else name
