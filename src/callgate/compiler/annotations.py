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
    if isinstance(node, ast.Constant):
        if node.kind is not None:
            return None
        return repr(node.value) if node.value is None or type(node.value) in (str, bool) else None
    if isinstance(node, ast.Subscript):
        return _subscript(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) and not isinstance(node.right, ast.BinOp):
        left, right = _simple(node.left), _simple(node.right)
        return None if left is None or right is None else f"{left} | {right}"
    return None


def _subscript(node: ast.Subscript) -> str | None:
    base = _simple(node.value) if isinstance(node.value, (ast.Name, ast.Attribute)) else None
    items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    texts = [_simple(item) for item in items]
    if base is None or not texts or isinstance(node.slice, ast.Tuple) and len(texts) == 1:
        return None
    known = [text for text in texts if text is not None]
    return f"{base}[{', '.join(known)}]" if len(known) == len(texts) else None
