"""Annotations as text, for ``from __future__ import annotations``."""

from __future__ import annotations

import ast


def unparse(node: ast.expr) -> str:
    """Return the source text of an annotation, as CPython spells it."""
    # The usual forms are answered here, because ast.unparse costs more than the rest of a function's compilation.
    text = _simple(node)
    return ast.unparse(node) if text is None else text


def _simple(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = _simple(node.value) if isinstance(node.value, (ast.Name, ast.Attribute)) else None
        return None if base is None else f"{base}.{node.attr}"
    if isinstance(node, ast.Constant) and node.value is None:
        return "None"
    return None
