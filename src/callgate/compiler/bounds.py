"""Bounds on a text before the host's parser sees it."""

from __future__ import annotations

from typing import NamedTuple


class Bounds(NamedTuple):
    """Limits of one text."""

    size: int = 4 << 20


def check_source(source: str | bytes, filename: str, bounds: Bounds | None = None) -> str:
    return source if isinstance(source, str) else source.decode()
