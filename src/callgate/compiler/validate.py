"""What CPython demands of a tree that no parser made: the rules of its Python/ast.c, with its words."""

from __future__ import annotations

import ast
from collections.abc import Sequence

Nodes = Sequence[ast.AST | None]


def validate(tree: ast.AST) -> None:
    """Check a tree whose classes and types of fields are right.

    Raises:
        ValueError, TypeError, SystemError: it is none that text could have made.
    """
    if isinstance(tree, ast.Expression):
        expression(tree.body, "Load")
    else:
        assert isinstance(tree, ast.Module | ast.Interactive)
        statements(tree.body)


def place(node: ast.AST) -> None:
    line, end_line = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    column, end_column = getattr(node, "col_offset", None), getattr(node, "end_col_offset", None)
    if line is None or end_line is None or column is None or end_column is None:
        return
    if line > end_line:
        raise ValueError(f"AST node line range ({line}, {end_line}) is not valid")
    if line < 0 and end_line != line or column < 0 and end_column != column:
        raise ValueError(f"AST node column range ({column}, {end_column}) for line range ({line}, {end_line}) is not valid")
    if line == end_line and column > end_column:
        raise ValueError(f"line {line}, column {column}-{end_column} is not a valid range")


def name(text: str) -> None:
    if text in ("None", "True", "False"):
        raise ValueError(f"identifier field can't represent '{text}' constant")


def nonempty(items: Nodes, what: str, owner: str) -> None:
    if not items:
        raise ValueError(f"empty {what} on {owner}")


def statements(body: Nodes) -> None:
    for node in body:
        if node is None:
            raise ValueError("None disallowed in statement list")
        statement(node)


def block(body: Nodes, owner: str) -> None:
    nonempty(body, "body", owner)
    statements(body)


def expressions(items: Nodes, context: str, none_allowed: bool = False) -> None:
    for node in items:
        if node is not None:
            expression(node, context)
        elif not none_allowed:
            raise ValueError("None disallowed in expression list")


def optional(node: ast.AST | None) -> None:
    if node is not None:
        expression(node, "Load")


def assigned(items: Nodes, context: str) -> None:
    nonempty(items, "targets", "Delete" if context == "Del" else "Assign")
    expressions(items, context)


def arguments(node: ast.arguments) -> None:
    for each in (*node.posonlyargs, *node.args, node.vararg, *node.kwonlyargs, node.kwarg):
        if each is not None:
            place(each)
            optional(each.annotation)
    if len(node.defaults) > len(node.posonlyargs) + len(node.args):
        raise ValueError("more positional defaults than args on arguments")
    if len(node.kw_defaults) != len(node.kwonlyargs):
        raise ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")
    expressions(node.defaults, "Load")
    expressions(node.kw_defaults, "Load", True)


def comprehensions(generators: Sequence[ast.comprehension]) -> None:
    if not generators:
        raise ValueError("comprehension with no generators")
    for each in generators:
        expression(each.target, "Store")
        expression(each.iter, "Load")
        expressions(each.ifs, "Load")


def type_parameters(node: ast.AST) -> None:
    for each in getattr(node, "type_params", ()):
        name(each.name)
        optional(getattr(each, "bound", None))
        optional(getattr(each, "default_value", None))


def function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    block(node.body, type(node).__name__)
    type_parameters(node)
    arguments(node.args)
    expressions(node.decorator_list, "Load")
    optional(node.returns)


def statement(node: ast.AST) -> None:
    place(node)
    kind = type(node).__name__
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            function(node)
        case ast.ClassDef():
            block(node.body, kind)
            type_parameters(node)
            expressions(node.bases, "Load")
            for keyword in node.keywords:
                expression(keyword.value, "Load")
            expressions(node.decorator_list, "Load")
        case ast.Return():
            optional(node.value)
        case ast.Delete():
            assigned(node.targets, "Del")
        case ast.Assign():
            assigned(node.targets, "Store")
            expression(node.value, "Load")
        case ast.AugAssign():
            expression(node.target, "Store")
            if isinstance(node.target, ast.Starred | ast.List | ast.Tuple):
                kind_number = {ast.Starred: 23, ast.List: 25, ast.Tuple: 26}[type(node.target)]
                raise SystemError(f"invalid node type ({kind_number}) for augmented assignment")
            expression(node.value, "Load")
        case ast.AnnAssign():
            if not isinstance(node.target, ast.Name) and node.simple:
                raise TypeError("AnnAssign with simple non-Name target")
            expression(node.target, "Store")
            optional(node.value)
            expression(node.annotation, "Load")
        case ast.For() | ast.AsyncFor():
            expression(node.target, "Store")
            expression(node.iter, "Load")
            block(node.body, kind)
            statements(node.orelse)
        case ast.While():
            expression(node.test, "Load")
            block(node.body, kind)
            statements(node.orelse)
        case ast.If():
            expression(node.test, "Load")
            block(node.body, kind)
            statements(node.orelse)
        case ast.With() | ast.AsyncWith():
            nonempty(node.items, "items", kind)
            for item in node.items:
                expression(item.context_expr, "Load")
                if item.optional_vars is not None:
                    expression(item.optional_vars, "Store")
            block(node.body, kind)
        case ast.Match():
            expression(node.subject, "Load")
            nonempty(node.cases, "cases", kind)
            for case_ in node.cases:
                pattern(case_.pattern, False)
                optional(case_.guard)
                block(case_.body, "match_case")
        case ast.Raise():
            if node.exc is not None:
                expression(node.exc, "Load")
                optional(node.cause)
            elif node.cause is not None:
                raise ValueError("Raise with cause but no exception")
        case ast.Try():
            handled(node.body, node.handlers, node.orelse, node.finalbody, kind)
        case ast.TryStar():
            handled(node.body, node.handlers, node.orelse, node.finalbody, kind)
        case ast.Assert():
            expression(node.test, "Load")
            optional(node.msg)
        case ast.Import():
            nonempty(node.names, "names", kind)
        case ast.ImportFrom():
            if node.level is not None and node.level < 0:
                raise ValueError("Negative ImportFrom level")
            nonempty(node.names, "names", kind)
        case ast.Global() | ast.Nonlocal():
            nonempty(node.names, "names", kind)  # type: ignore[arg-type]
        case ast.Expr():
            expression(node.value, "Load")
        case _ if kind == "TypeAlias":
            assert isinstance(node, ast.stmt)
            target = getattr(node, "name")  # noqa: B009  not in every version
            if not isinstance(target, ast.Name):
                raise TypeError("TypeAlias with non-Name name")
            expression(target, "Store")
            type_parameters(node)
            expression(getattr(node, "value"), "Load")  # noqa: B009


def handled(
    body: Nodes, handlers: Sequence[ast.ExceptHandler], orelse: Nodes, finalbody: Nodes, kind: str,
) -> None:
    block(body, kind)
    if not handlers and not finalbody:
        raise ValueError(f"{kind} has neither except handlers nor finalbody")
    if not handlers and orelse:
        raise ValueError(f"{kind} has orelse but no except handlers")
    for handler in handlers:
        place(handler)
        optional(handler.type)
        block(handler.body, "ExceptHandler")
    statements(finalbody)
    statements(orelse)


#: classes of expressions that may be bound or deleted
CONTEXTS = (ast.Attribute, ast.Subscript, ast.Starred, ast.Name, ast.List, ast.Tuple)


def expression(node: ast.AST, context: str) -> None:
    place(node)
    kind = type(node).__name__
    actual = "Load"
    if isinstance(node, CONTEXTS):
        actual = type(node.ctx).__name__
        if isinstance(node, ast.Name):
            name(node.id)
        if actual != context:
            raise ValueError(f"expression must have {context} context but has {actual} instead")
    elif context != "Load":
        raise ValueError(f"expression which can't be assigned to in {context} context")
    match node:
        case ast.BoolOp():
            if len(node.values) < 2:
                raise ValueError("BoolOp with less than 2 values")
            expressions(node.values, "Load")
        case ast.BinOp():
            expression(node.left, "Load")
            expression(node.right, "Load")
        case ast.UnaryOp():
            expression(node.operand, "Load")
        case ast.Lambda():
            arguments(node.args)
            expression(node.body, "Load")
        case ast.IfExp():
            expression(node.test, "Load")
            expression(node.body, "Load")
            expression(node.orelse, "Load")
        case ast.Dict():
            if len(node.keys) != len(node.values):
                raise ValueError("Dict doesn't have the same number of keys as values")
            expressions(node.keys, "Load", True)
            expressions(node.values, "Load")
        case ast.Set():
            expressions(node.elts, "Load")
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            comprehensions(node.generators)
            expression(node.elt, "Load")
        case ast.DictComp():
            comprehensions(node.generators)
            expression(node.key, "Load")
            expression(node.value, "Load")
        case ast.Yield():
            optional(node.value)
        case ast.YieldFrom() | ast.Await():
            expression(node.value, "Load")
        case ast.Compare():
            if not node.comparators:
                raise ValueError("Compare with no comparators")
            if len(node.comparators) != len(node.ops):
                raise ValueError("Compare has a different number of comparators and operands")
            expressions(node.comparators, "Load")
            expression(node.left, "Load")
        case ast.Call():
            expression(node.func, "Load")
            expressions(node.args, "Load")
            for keyword in node.keywords:
                expression(keyword.value, "Load")
        case ast.JoinedStr():
            expressions(node.values, "Load")
        case ast.FormattedValue():
            if node.conversion not in (-1, 97, 114, 115):
                raise SystemError(f"Unrecognized conversion character {node.conversion}")
            expression(node.value, "Load")
            optional(node.format_spec)
        case ast.Attribute():
            expression(node.value, "Load")
        case ast.Subscript():
            expression(node.slice, "Load")
            expression(node.value, "Load")
        case ast.Starred():
            expression(node.value, context)
        case ast.Slice():
            optional(node.lower)
            optional(node.upper)
            optional(node.step)
        case ast.List() | ast.Tuple():
            expressions(node.elts, context)
        case ast.NamedExpr():
            if not isinstance(node.target, ast.Name):
                raise TypeError("NamedExpr target must be a Name")
            expression(node.value, "Load")
        case ast.Constant() | ast.Name():
            pass
        case _:
            raise ValueError(f"unexpected expression {kind}")


# === patterns


def capture(text: str) -> None:
    if text == "_":
        raise ValueError("can't capture name '_' in patterns")
    name(text)


def patterns(items: Nodes, star_allowed: bool) -> None:
    for node in items:
        if node is None:
            raise ValueError("None disallowed in pattern list")
        pattern(node, star_allowed)


def pattern_value(node: ast.expr) -> None:
    place(node)
    match node:
        case ast.Constant():
            if node.value is not None and not isinstance(node.value, int | float | complex | bytes | str) or isinstance(
                    node.value, bool):
                raise ValueError("unexpected constant inside of a literal pattern")
        case ast.Attribute() | ast.JoinedStr():
            expression(node, "Load")
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float())):
            expression(node, "Load")
        case ast.BinOp(op=ast.Add() | ast.Sub(), left=left, right=ast.Constant(value=complex())) if (
                isinstance(left, ast.Constant | ast.UnaryOp)):
            expression(node, "Load")
        case _:
            raise ValueError("patterns may only match literals and attribute lookups")


def pattern(node: ast.AST, star_allowed: bool) -> None:
    place(node)
    match node:
        case ast.MatchValue():
            pattern_value(node.value)
        case ast.MatchSingleton():
            if node.value is not None and not isinstance(node.value, bool):
                raise ValueError("MatchSingleton can only contain True, False and None")
        case ast.MatchSequence():
            patterns(node.patterns, True)
        case ast.MatchMapping():
            if len(node.keys) != len(node.patterns):
                raise ValueError("MatchMapping doesn't have the same number of keys as patterns")
            if node.rest is not None:
                capture(node.rest)
            for key in node.keys:
                if not (isinstance(key, ast.Constant) and (key.value is None or isinstance(key.value, bool))):
                    pattern_value(key)
            patterns(node.patterns, False)
        case ast.MatchClass():
            if len(node.kwd_attrs) != len(node.kwd_patterns):
                raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")
            expression(node.cls, "Load")
            cls: ast.expr = node.cls
            while isinstance(cls, ast.Attribute):
                cls = cls.value
            if not isinstance(cls, ast.Name):
                raise ValueError("MatchClass cls field can only contain Name or Attribute nodes.")
            for text in node.kwd_attrs:
                name(text)
            patterns(node.patterns, False)
            patterns(node.kwd_patterns, False)
        case ast.MatchStar():
            if not star_allowed:
                raise ValueError("can't use MatchStar here")
            if node.name is not None:
                capture(node.name)
        case ast.MatchAs():
            if node.name is not None:
                capture(node.name)
            if node.pattern is not None:
                if node.name is None:
                    raise ValueError("MatchAs must specify a target name if a pattern is given")
                pattern(node.pattern, False)
        case ast.MatchOr():
            if len(node.patterns) < 2:
                raise ValueError("MatchOr requires at least 2 patterns")
            patterns(node.patterns, False)
