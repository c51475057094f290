"""The smallest program that can be found which still differs: statements and parts of expressions are taken away one by one."""

import ast
from collections.abc import Callable, Iterator

#: tries per program
MOST = 400


def smaller(tree: ast.Module) -> Iterator[ast.Module]:
    """The tree with one thing less, from large things to small ones; each has to be used before the next is asked for."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases", "decorator_list"):
            items = getattr(node, field, None)
            if not isinstance(items, list):
                continue
            size = len(items)
            while size:
                for start in range(0, len(items), size):
                    kept = items[start:start + size]
                    items[start:start + size] = [] if len(items) > len(kept) or field != "body" else [ast.Pass()]
                    if kept and not (len(kept) == 1 and isinstance(kept[0], ast.Pass)):
                        yield tree
                    items[start:start + (0 if len(items) > 1 or not isinstance(items[0] if items else None, ast.Pass) else 1)] = kept
                size //= 2
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.stmt) or field in ("ctx", "op", "body") and isinstance(node, ast.Module):
                continue
            if isinstance(value, list) and value and not isinstance(value[0], ast.stmt):
                for at in range(len(value)):
                    kept = value.pop(at)
                    yield tree
                    value.insert(at, kept)
            values = list(enumerate(value)) if isinstance(value, list) else [(-1, value)]
            for at, each in values:
                if not isinstance(each, ast.expr) or isinstance(each, ast.Constant | ast.Name):
                    continue
                parts = [part for part in ast.iter_child_nodes(each) if isinstance(part, ast.expr) and not isinstance(getattr(part, "ctx", None), ast.Store)]
                for other in (*parts, ast.Constant(1)):
                    put(node, field, at, other)
                    yield tree
                put(node, field, at, each)


def put(node: ast.AST, field: str, at: int, value: ast.expr) -> None:
    if at < 0:
        setattr(node, field, value)
    else:
        getattr(node, field)[at] = value


def lines_less(source: str, differs: Callable[[str], bool]) -> str:
    """For what has no tree."""
    lines = source.split("\n")
    size = len(lines) // 2
    while size:
        start = 0
        while start < len(lines):
            fewer = lines[:start] + lines[start + size:]
            if differs("\n".join(fewer)):
                lines = fewer
            else:
                start += size
        size //= 2
    return "\n".join(lines)


def shrunk(source: str, differs: Callable[[str], bool]) -> str:
    source = lines_less(source, differs)
    tries = 0
    progress = True
    while progress and tries < MOST:
        progress = False
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            return source
        for changed in smaller(tree):
            tries += 1
            if tries > MOST:
                break
            try:
                text = ast.unparse(ast.fix_missing_locations(changed))
            except Exception:
                continue
            if len(text) < len(source) and differs(text):
                source, progress = text, True
                break
    return source
