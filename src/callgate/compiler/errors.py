"""The source text being compiled, and the SyntaxErrors that point into it."""

from __future__ import annotations

import ast
from typing import NoReturn

#: So many bytes of a line CPython reads at once; of a longer line, an error shows the last piece.
PIECE = 999


class Source:
    """The text of one compilation; ``text`` is None when only a tree was given."""

    __slots__ = ("filename", "lines", "text")

    def __init__(self, filename: str, text: str | None) -> None:
        self.filename = filename
        self.text = text
        self.lines: list[str] | None = None

    def line(self, lineno: int, errors: str = "strict") -> str | None:
        """Return line ``lineno`` (from 1) as CPython finds it in the file, or None when it finds none.

        ``errors``: what becomes of a character that is not whole in the piece.
        """
        line = self.whole_line(lineno)
        if line is None or len(line) * 4 < PIECE:
            return line
        data = line.encode()
        if len(data) % PIECE == 0 and not line.endswith("\n"):
            return None  # it reads on for the line's end, and there is nothing
        try:
            return data[(len(data) - 1) // PIECE * PIECE:].decode("utf-8", errors)
        except UnicodeDecodeError:
            return None

    def whole_line(self, lineno: int) -> str | None:
        """Return line ``lineno`` (from 1) with its line end, or None when there is no such line."""
        if self.text is None:
            return None
        if self.lines is None:
            self.lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not 1 <= lineno <= len(self.lines):
            return None
        return self.lines[lineno - 1] + ("\n" if lineno < len(self.lines) else "")

    def error(self, message: str, node: ast.AST | None) -> SyntaxError:
        """Make the SyntaxError that CPython's compiler makes for ``node``: columns are bytes, counted from 1."""
        if node is None or not hasattr(node, "lineno"):
            return SyntaxError(message)
        return self.error_at(
            message, getattr(node, "lineno", 0), getattr(node, "col_offset", 0),
            getattr(node, "end_lineno", None) or 0, getattr(node, "end_col_offset", None) or 0,
        )

    def error_at(self, message: str, lineno: int, col: int, end_lineno: int, end_col: int) -> SyntaxError:
        """Make a SyntaxError for a range given in ``ast`` terms (columns from 0)."""
        return SyntaxError(
            message, (self.filename, lineno, col + 1, self.line(lineno), end_lineno, end_col + 1),
        )

    def error_line(self, message: str, node: ast.stmt) -> SyntaxError:
        """Make a SyntaxError that knows where it begins only."""
        return SyntaxError(
            message, (self.filename, node.lineno, node.col_offset + 1, self.line(node.lineno), node.lineno, None))

    def unsupported(self, what: str, node: ast.AST) -> NoReturn:
        """Refuse syntax that the host parses and the machine does not run.

        Raises:
            SyntaxError: always.
        """
        raise self.error(f"callgate: {what} is not supported yet", node)


def too_deep() -> RecursionError:
    """The error for a tree that is nested too deeply, in CPython's words."""
    return RecursionError("maximum recursion depth exceeded during compilation")
