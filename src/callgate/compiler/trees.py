"""Syntax trees as rows of plain data, which is how they cross between the host and the guest's own ``ast``.

A row is a node after all that is in it: its class, its fields, its attributes. A value is ``[0, constant]``,
``[1, number of a row before]``, or ``[2, list of values]``.
"""

from __future__ import annotations

import ast
from typing import Any, TypeAlias

Row: TypeAlias = tuple[str, list[Any], list[Any]]
CONSTANT, NODE, LIST = 0, 1, 2


def rows_of(tree: ast.AST) -> list[Row]:
    """The tree as rows; its own is the last one. Without recursion: a sum may be as long as the text."""
    rows: list[Row] = []
    numbers: dict[int, int] = {}
    waiting = [tree]
    while waiting:
        node = waiting[-1]
        if id(node) in numbers:
            waiting.pop()
            continue
        missing = [child for child in ast.iter_child_nodes(node) if id(child) not in numbers]
        if missing:
            waiting.extend(reversed(missing))
            continue
        waiting.pop()
        numbers[id(node)] = len(rows)
        rows.append((
            type(node).__name__, [_value(getattr(node, field, None), numbers) for field in node._fields],
            [getattr(node, name, None) for name in node._attributes],
        ))
    return rows


def _value(value: object, numbers: dict[int, int]) -> list[Any]:
    if isinstance(value, ast.AST):
        return [NODE, numbers[id(value)]]
    if isinstance(value, list):
        return [LIST, [_value(item, numbers) for item in value]]
    return [CONSTANT, value]


def tree_of(rows: list[Row]) -> Any:
    """The tree of rows in which the guest's ``ast`` has checked classes and types of fields."""
    nodes: list[ast.AST] = []
    for name, fields, places in rows:
        cls = getattr(ast, name)
        node = cls(*[_object(value, nodes) for value in fields])
        if isinstance(node, ast.ImportFrom) and node.level is None:
            node.level = 0
        for attribute, place in zip(cls._attributes, places):
            if place is not None:
                setattr(node, attribute, place)
            elif not attribute.startswith("end_"):
                setattr(node, attribute, 0)
            elif attribute == "end_lineno":
                node.end_lineno = node.lineno
            else:
                node.end_col_offset = node.col_offset
        nodes.append(node)
    return nodes[-1]


def _object(value: list[Any], nodes: list[ast.AST]) -> Any:
    kind, content = value
    if kind == NODE:
        return nodes[content]
    return [_object(item, nodes) for item in content] if kind == LIST else content
