"""Bounds on a text before the host's parser sees it, because the parser's own cost is not bounded.

A tree takes up to 1 KiB for each token, and the parser joins a dotted name of an import again for every dot. How deep
parentheses, blocks and operators nest is bounded by the parser itself. All checks are linear scans.
"""

from __future__ import annotations

import codecs
import re
from encodings import aliases, normalize_encoding
from typing import NamedTuple


class Bounds(NamedTuple):
    """The limits of one text: bytes in UTF-8, tokens, names in a dotted name of an import."""

    size: int = 4 << 20
    #: Words and signs, those of comments and strings too; the default keeps the tree below 200 MiB.
    tokens: int = 200_000
    dotted_names: int = 100


DEFAULT_BOUNDS = Bounds()
#: The most characters of a dotted name in an import.
MAX_DOTTED_SIZE = 10_000

_TOKEN = re.compile(r"\w+|[^\w\s]|\n")
#: An import as far as names, dots and commas reach, over continued lines.
_IMPORT = re.compile(r"\b(?:import|from)\b(?:[^\x00-\x08\n\x0b\r-\x1f!-+\-/:-@\[-^`{-~]|\\\r?\n|\\\r)*+")
_NAME_AFTER_DOT = re.compile(r"\.[\s\\]*+[^\s.\\]")
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)")
#: Encodings that contain ASCII and whose decoders do linear work.
_ENCODINGS = re.compile(
    r"utf_8(_sig)?|ascii|latin_1|iso8859_\d+|cp\d+|koi8_\w|mac_\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|johab|tis_620"
    r"|kz1048|ptcp154|hp_roman8")


def check_source(source: str | bytes, filename: str, bounds: Bounds | None = None) -> str:
    """Return the text of a source that the parser may see.

    Raises:
        SyntaxError: it is beyond the bounds, or its encoding is unknown.
    """
    if bounds is None:
        bounds = DEFAULT_BOUNDS
    size = len(source)
    if isinstance(source, str) and size <= bounds.size < 4 * size:
        size = len(source.encode("utf-8", "surrogatepass"))
    if size > bounds.size:
        raise _error(f"callgate: source too large ({size} bytes, at most {bounds.size})", filename)
    # What cannot be decoded is left for the parser to report.
    text = source if isinstance(source, str) else source.decode(_encoding(source, filename), "replace")
    if len(text) > bounds.tokens:
        _check_tokens(text, filename, bounds.tokens)
    if text.count(".") >= min(bounds.dotted_names, MAX_DOTTED_SIZE) or len(text) > MAX_DOTTED_SIZE:
        _check_imports(text, filename, bounds.dotted_names)
    return text


def _error(message: str, filename: str, text: str = "", index: int = 0) -> SyntaxError:
    lineno = text.count("\n", 0, index) + 1
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    # The line may be as long as the text.
    line = text[start:min(len(text) if end < 0 else end, index + 200)] if index - start < 1000 else ""
    return SyntaxError(message, (filename, lineno, index - start + 1, line or None))


def _check_tokens(text: str, filename: str, limit: int) -> None:
    for count, token in enumerate(_TOKEN.finditer(text)):
        if count >= limit:
            raise _error(f"callgate: source too long (more than {limit} tokens)", filename, text, token.start())


def _check_imports(text: str, filename: str, limit: int) -> None:
    for found in _IMPORT.finditer(text):
        part = found.group()
        if part.count(".") < limit and len(part) <= MAX_DOTTED_SIZE:
            continue
        for name in part.split(","):
            dots = name.count(".")
            if dots and len(name) > MAX_DOTTED_SIZE:
                raise _error("callgate: dotted name too long", filename, text, found.start())
            if dots >= limit and len(_NAME_AFTER_DOT.findall(name)) >= limit:
                raise _error(
                    f"callgate: a dotted name of more than {limit} parts", filename, text, found.start())


def _encoding(source: bytes, filename: str) -> str:
    """Return the encoding that a source declares, by PEP 263."""
    if source.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    for line in source[:10_000].split(b"\n")[:2]:
        found = _COOKIE.match(line)
        if found is not None:
            name = found.group(1).decode("ascii", "replace")
            normal = normalize_encoding(name).lower()
            normal = aliases.aliases.get(normal, normal)
            if _ENCODINGS.fullmatch(normal) is None:
                raise _error(f"unknown encoding: {name}", filename)
            try:
                return codecs.lookup(normal).name
            except LookupError:
                raise _error(f"unknown encoding: {name}", filename) from None
        if _BLANK.match(line) is None:
            break
    return "utf-8"
