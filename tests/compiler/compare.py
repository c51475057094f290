"""Run a text as the host compiles it and as the compiler does, in the reference interpreter."""

from __future__ import annotations

import contextlib
import gc
import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from callgate.bytecode.code import Code
from callgate.compiler import compile_source
from compiler.reference import HANDLED, positions_of, run_code
from compiler.verify import verify

FILENAME = "<guest>"


def snippets(text: str) -> list[str]:
    """Split a text at its lines of dashes."""
    return [part.strip("\n") for part in text.split("---\n") if part.strip()]


class Outcome(NamedTuple):
    """What a program printed, how it ended, and where the exception passed, outermost first."""

    output: str
    error: BaseException | None
    places: list[tuple[str, tuple[int | None, ...]]]


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """The collector does not come while a program runs: generators that only cycles hold say nothing."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def host(text: str) -> Outcome:
    """Run a text in the host."""
    error: BaseException | None = None
    places: list[tuple[str, tuple[int | None, ...]]] = []
    output = io.StringIO()
    with uncollected(), contextlib.redirect_stdout(output):
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
    with uncollected(), contextlib.redirect_stdout(output):
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


# === syntax errors

def error_of(compiler: Callable[[str], object], text: str) -> SyntaxError | None:
    """Return the SyntaxError that a compiler raises."""
    try:
        compiler(text)
    except SyntaxError as error:
        return error
    return None


def compile_by_host(text: str) -> None:
    compile(text, FILENAME, "exec", dont_inherit=True)


def compile_by_us(text: str) -> None:
    compile_source(text, FILENAME)


def check_error(text: str) -> None:
    """Assert that both compilers refuse a text in the same words and point at the same place, or both accept it."""
    wanted, got = error_of(compile_by_host, text), error_of(compile_by_us, text)
    if wanted is None:
        assert got is None
        return
    assert got is not None, wanted
    assert type(got) is type(wanted)
    fields = ("msg", "filename", "lineno", "offset", "end_lineno", "end_offset")
    assert [getattr(got, field) for field in fields] == [getattr(wanted, field) for field in fields]


# === places of exceptions

def check_places(text: str) -> None:
    """Assert that a program fails in both in the same way, at the same places of the text."""
    wanted, got = host(text), guest(text)
    assert wanted.error is not None
    assert type(got.error) is type(wanted.error), got.error
    assert got.output == wanted.output
    assert got.places == wanted.places
