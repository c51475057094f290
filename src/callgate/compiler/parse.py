"""Text -> ast, by the host's parser, which is all of the host that sees guest text."""

from __future__ import annotations

import ast
import warnings
from typing import cast

#: The name under which the parser knows every guest text, so that one filter silences its warnings and no others.
#: Saving and restoring the filters around each parse would not be safe in a host with several threads.
GUEST = "<callgate guest>"

_FilterRow = tuple[str, str | None, type[Warning], str | None, int]
_SILENT: _FilterRow = ("ignore", None, Warning, GUEST, 0)


def parse(source: str | bytes, filename: str, mode: str) -> ast.Module | ast.Expression | ast.Interactive:
    """Return the tree of a text that ``check_source`` let pass.

    Raises:
        SyntaxError: the text is no Python, with the place in ``filename``.
        ValueError: the text has null bytes or lone surrogates.
        RecursionError, MemoryError: the text is nested too deeply.
    """
    silence()
    try:
        return cast("ast.Module | ast.Expression | ast.Interactive", ast.parse(source, GUEST, mode))
    except SyntaxError as error:
        if error.filename == GUEST:
            error.filename = filename
            message, place = error.args
            error.args = (message, (filename, *place[1:]))
        raise


def silence() -> None:
    """Let the warnings filter for guest texts be the first one."""
    filters = cast(list[_FilterRow], warnings.filters)
    if not filters or filters[0] is not _SILENT:
        if _SILENT in filters:
            filters.remove(_SILENT)
        filters.insert(0, _SILENT)


silence()
