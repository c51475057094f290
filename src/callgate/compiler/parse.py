"""Text -> ast, by the host's parser, which is all of the host that sees guest text."""

from __future__ import annotations
import __future__

import ast
import threading
import warnings
from typing import Any, cast

from callgate.compiler.errors import Source
from callgate.compiler.notices import Notice
from callgate.compiler.versions import ESCAPE_WARNING, PYTHON_312

#: The name under which the parser knows every guest text, so that our filters see its warnings and no others.
#: Saving and restoring the filters around each parse would not be safe in a host with several threads.
GUEST = "<callgate guest>"
#: flags of the host's parser that codeop asks for
ALLOW_INCOMPLETE_INPUT, DONT_IMPLY_DEDENT = 0x4000, 0x200
#: The future feature that changes the grammar.
BARRY = __future__.barry_as_FLUFL.compiler_flag
#: How the scanner's complaints begin.
SCANNED = (
    "closing parenthesis ", "invalid binary ", "invalid character ", "invalid decimal ", "invalid digit ",
    "invalid hexadecimal ", "invalid imaginary ", "invalid non-printable ", "invalid octal ", "leading zeros ",
    "too many nested ", "unmatched ", "unterminated ",
    *(("f-string: expecting '}'", "f-string: single '}'", "f-string: expressions nested") if PYTHON_312 else ()),
)
#: How many warnings of one text are reported: to find the place of each takes one more parse.
MOST_WARNINGS = 20


class _State(threading.local):
    """What the parse in this thread has warned about, and which warning is to end it as an error."""

    def __init__(self) -> None:
        self.message = ""
        self.found: list[str] = []
        self.wanted = -1


class _Message:
    """Stands in a filter where a pattern for the message does."""

    def match(self, text: str) -> bool:
        _state.message = text
        return True


class _Wanted:
    """Stands in a filter where a pattern for the module does: the warning that is to become an error."""

    def match(self, module: str) -> bool:
        return module == GUEST and len(_state.found) == _state.wanted


class _Any:
    """Stands in a filter where a pattern for the module does: notes each warning."""

    def match(self, module: str) -> bool:
        if module != GUEST:
            return False
        _state.found.append(_state.message)
        return True


_state = _State()
_FilterRow = tuple[str, Any, type[Warning], Any, int]
#: The parser asks for the message of a row before its module, for one row after the other.
_FILTERS: list[_FilterRow] = [
    ("error", _Message(), Warning, _Wanted(), 0),
    ("ignore", _Message(), Warning, _Any(), 0),
]


def parse(
    source: str | bytes, filename: str, mode: str, notices: list[Notice] | None = None, type_comments: bool = False,
    unfinished: bool = False, *, flags: int = 0, found: Source | None = None,
) -> ast.Module | ast.Expression | ast.Interactive:
    """Return the tree of a text that ``check_source`` let pass (``flags``: CO_FUTURE_…).

    What the parser warns about is added to ``notices``.

    ``unfinished``: the text may be the beginning of one, which is a SyntaxError "incomplete input" then. ``found``: what is
    found under the file's name, from where CPython takes the lines of errors.

    Raises:
        SyntaxError: the text is no Python, with the place in ``filename``.
        ValueError: the text has null bytes or lone surrogates.
        RecursionError, MemoryError: the text is nested too deeply.
    """
    install()
    flags &= BARRY
    if type_comments:
        flags |= ast.PyCF_TYPE_COMMENTS
    if unfinished:
        flags |= ALLOW_INCOMPLETE_INPUT | DONT_IMPLY_DEDENT
    _state.found = []
    _state.wanted = -1
    try:
        tree = _parse(source, mode, flags)
        return cast("ast.Module | ast.Expression | ast.Interactive", tree)
    except SyntaxError as error:
        _rename(error, filename)
        if found is not None and mode == "exec":
            _show_found(error, found)
        raise
    finally:
        if notices is not None and _state.found:
            notices.extend(_places(source, filename, mode, flags))
        _state.found = []


def _parse(source: str | bytes, mode: str, flags: int) -> ast.AST:
    """ast.parse, with the flags that it does not pass on."""
    tree: ast.AST = compile(source, GUEST, mode, ast.PyCF_ONLY_AST | flags, dont_inherit=True)
    return tree


def _places(source: str | bytes, filename: str, mode: str, flags: int) -> list[Notice]:
    """Parse again for each warning, which is made an error: only an error has a place."""
    notices = []
    messages = _state.found[:MOST_WARNINGS]
    for number, message in enumerate(messages):
        error = place = _error(source, mode, flags, number)
        if error is not None and error.msg != message and isinstance(source, str):
            # what is wrong with a token goes before all warnings; without that token there is the place
            lines = source.split("\n")[:error.lineno]
            cut = "\n".join([*lines[:-1], lines[-1][:max(0, (error.offset or 0) - 1)]])
            place = _error(cut, mode, flags, number)
        if error is not None and place is not None and place.msg == message:
            _rename(error, filename)
            category = ESCAPE_WARNING if " escape " in message else "SyntaxWarning"
            notices.append(Notice(category, place.lineno or 0, error.args, message))
    return notices


def _error(source: str | bytes, mode: str, flags: int, wanted: int) -> SyntaxError | None:
    """The error of a text of which one warning is an error."""
    _state.found = []
    _state.wanted = wanted
    try:
        _parse(source, mode, flags)
    except SyntaxError as error:
        return error
    finally:
        _state.wanted = -1
    return None


def _rename(error: SyntaxError, filename: str) -> None:
    if error.filename == GUEST:
        error.filename = filename
        message, place = error.args
        error.args = (message, (filename, *place[1:]))


def _show_found(error: SyntaxError, found: Source) -> None:
    """Let an error of the grammar have its line as it is in the file; those of the scanner have what was scanned."""
    lineno, text = error.lineno or 0, error.text or ""
    whole, line = found.whole_line(lineno), found.line(lineno, "replace")
    if whole is None or line is None or text.rstrip("\n") != whole.rstrip("\n") or error.msg.startswith(SCANNED):
        return
    offset, end = error.offset, error.end_offset
    if line != whole:
        offset = _column(offset, whole, line)
        end = _column(end, whole, line)
    message, place = error.args
    error.text, error.offset, error.end_offset = line, offset, end
    error.args = (message, (place[0], lineno, offset, line, place[4], end))


def _column(offset: int | None, whole: str, line: str) -> int | None:
    """CPython counts the bytes up to a place, and then how many characters so many bytes of the line's last piece are."""
    if offset is None or offset <= 0:
        return offset
    count = len(whole[:offset - 1].encode()) + 1
    return len((line.encode() + b"\0")[:count].decode("utf-8", "replace"))


def install() -> None:
    """Let the warnings filters for guest texts be the first ones."""
    filters = cast(list[_FilterRow], warnings.filters)
    if filters[:2] != _FILTERS:
        for row in _FILTERS:
            if row in filters:
                filters.remove(row)
        filters[:0] = _FILTERS


install()
