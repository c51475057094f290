"""The __future__ imports that a program begins with."""

from __future__ import annotations

import ast

from callgate.compiler.errors import Source

FEATURES = (
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
)


def future_features(tree: ast.mod, source: Source) -> tuple[set[str], int]:
    """Return the features that a program asks for, and the line of its last valid __future__ import.

    Raises:
        SyntaxError: there is no such feature.
    """
    features: set[str] = set()
    last = -1
    if not isinstance(tree, (ast.Module, ast.Interactive)):
        return features, last
    done, line = False, 0
    for index, node in enumerate(tree.body):
        if done and node.lineno > line:
            break
        line = node.lineno
        if isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level:
            if done:
                raise source.error_line("from __future__ imports must occur at the beginning of the file", node)
            for alias in node.names:
                if alias.name == "braces":
                    raise source.error_line("not a chance", node)
                if alias.name not in FEATURES:
                    raise source.error_line(f"future feature {alias.name} is not defined", node)
                features.add(alias.name)
            last = node.lineno
        elif not (index == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
                  and isinstance(node.value.value, str)):
            done = True
    return features, last
