"""Builds the scopes of a tree: which names each block binds, uses and declares.

Expressions are walked with an explicit stack, so that long chains cost no recursion; only new scopes and nested
statements recurse, counted by ``_enter``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Sequence
from typing import Any

from callgate.compiler.errors import Source, too_deep
from callgate.compiler.scopes import (
    ALIAS,
    ANNOTATED,
    ANNOTATION,
    ASSIGNED,
    CLASS,
    COMP_TARGET,
    COMPREHENSION,
    DEFAULT,
    DELETED,
    FUNCTION,
    GENERIC,
    GLOBAL,
    IMPORTED,
    LAMBDA,
    MODULE,
    NONLOCAL,
    PARAM,
    PARAMETERS,
    TYPE_PARAM,
    USED,
    Scope,
    mangle,
    resolve,
)
from callgate.compiler.versions import (
    ANNOTATION_MESSAGE,
    CLASS_ANNOTATION_FUNCTIONS,
    INLINED_COMPREHENSIONS,
    MANGLED_PARAMETERS,
)

#: How deep scopes may nest; CPython's own limit is of this order.
MAX_SCOPES = 200

COMPREHENSION_NAMES = {
    ast.ListComp: ("<listcomp>", "list comprehension"),
    ast.SetComp: ("<setcomp>", "set comprehension"),
    ast.DictComp: ("<dictcomp>", "dict comprehension"),
    ast.GeneratorExp: ("<genexpr>", "generator expression"),
}


class SymbolTable:
    """The scopes of one compilation; ``scopes`` finds a block's scope by its node."""

    def __init__(self, source: Source, future_annotations: bool) -> None:
        self.source = source
        self.future_annotations = future_annotations
        self.scopes: dict[object, Scope] = {}
        self.order: list[Scope] = []
        self.scope = Scope(MODULE, "<module>", None, None)
        self.depth = 0
        #: Statements of the whole tree.
        self.statements = 0

    def build(self, tree: ast.mod) -> None:
        """Visit the whole tree and resolve every name.

        Raises:
            SyntaxError: what CPython's symbol table refuses, with its text and place.
            RecursionError: scopes nested too deeply.
        """
        self.scopes[tree] = self.scope
        self.order.append(self.scope)
        if isinstance(tree, ast.Expression):
            self.expression(tree.body)
        elif isinstance(tree, (ast.Module, ast.Interactive)):
            self.body(tree.body)
        resolve(self.order, self.source)

    # === scopes and names

    def _enter(self, kind: int, name: str, key: object, private: str | None = None) -> Scope:
        self.depth += 1
        if self.depth > MAX_SCOPES:
            raise too_deep()
        outer = self.scope
        scope = Scope(kind, name, outer, private or outer.private)
        self.scopes[key] = scope
        self.order.append(scope)
        self.scope = scope
        return outer

    def _leave(self, outer: Scope) -> None:
        self.depth -= 1
        self.scope = outer

    def _add(self, name: str, flag: int, node: ast.AST, scope: Scope | None = None) -> None:
        current = self.scope
        if scope is None:
            scope = current
        if name.startswith("__"):
            name = current.mangle(name)
        flags = scope.symbols.get(name, 0)
        if flag & PARAM and flags & PARAM:
            raise self.source.error(f"duplicate argument '{name}' in function definition", node)
        if flag & TYPE_PARAM and flags & TYPE_PARAM:
            raise self.source.error(f"duplicate type parameter '{name}'", node)
        if current.comp_target:
            if flags & (GLOBAL | NONLOCAL):
                raise self.source.error(
                    f"comprehension inner loop cannot rebind assignment expression target '{name}'", node)
            flags |= COMP_TARGET
        scope.symbols[name] = flags | flag

    # === expressions

    def expression(self, root: ast.expr) -> None:
        """Record the names of an expression."""
        scope = self.scope
        symbols = scope.symbols
        stack: list[ast.expr] = [root]
        pop = stack.pop
        push = stack.append
        extend = stack.extend
        while stack:
            node = pop()
            kind = type(node)
            if kind is ast.Name:
                name: str = node.id  # type: ignore[attr-defined]
                if type(node.ctx) is ast.Load:  # type: ignore[attr-defined]
                    if name.startswith("__"):
                        name = scope.mangle(name)
                    symbols[name] = symbols.get(name, 0) | USED
                    if name == "super" and scope.kind > CLASS:
                        symbols["__class__"] = symbols.get("__class__", 0) | USED
                elif type(node.ctx) is ast.Del:  # type: ignore[attr-defined]
                    self._add(name, ASSIGNED | DELETED, node)
                else:
                    self._add(name, ASSIGNED, node)
            elif kind is ast.Constant:
                pass
            elif kind is ast.Attribute or kind is ast.Starred:
                push(node.value)  # type: ignore[attr-defined]
            elif kind is ast.Call:
                for keyword in reversed(node.keywords):  # type: ignore[attr-defined]
                    push(keyword.value)
                extend(node.args[::-1])  # type: ignore[attr-defined]
                push(node.func)  # type: ignore[attr-defined]
            else:
                CHILDREN[kind](self, node, stack)

    def _binary(self, node: ast.BinOp, stack: list[ast.expr]) -> None:
        stack.append(node.right)
        stack.append(node.left)

    def _unary(self, node: ast.UnaryOp, stack: list[ast.expr]) -> None:
        stack.append(node.operand)

    def _boolean(self, node: ast.BoolOp, stack: list[ast.expr]) -> None:
        stack.extend(node.values[::-1])

    def _compare(self, node: ast.Compare, stack: list[ast.expr]) -> None:
        stack.extend(node.comparators[::-1])
        stack.append(node.left)

    def _subscript(self, node: ast.Subscript, stack: list[ast.expr]) -> None:
        stack.append(node.slice)
        stack.append(node.value)

    def _slice(self, node: ast.Slice, stack: list[ast.expr]) -> None:
        for part in (node.step, node.upper, node.lower):
            if part is not None:
                stack.append(part)

    def _elements(self, node: ast.Tuple | ast.List | ast.Set, stack: list[ast.expr]) -> None:
        stack.extend(node.elts[::-1])

    def _dict(self, node: ast.Dict, stack: list[ast.expr]) -> None:
        stack.extend(node.values[::-1])
        stack.extend([key for key in reversed(node.keys) if key is not None])

    def _conditional(self, node: ast.IfExp, stack: list[ast.expr]) -> None:
        stack.append(node.orelse)
        stack.append(node.body)
        stack.append(node.test)

    def _joined(self, node: ast.JoinedStr, stack: list[ast.expr]) -> None:
        stack.extend(node.values[::-1])

    def _formatted(self, node: ast.FormattedValue, stack: list[ast.expr]) -> None:
        if node.format_spec is not None:
            stack.append(node.format_spec)
        stack.append(node.value)

    def _not_in_annotation(self, what: str, node: ast.expr) -> None:
        if self.scope.kind == ANNOTATION:
            raise self.source.error(f"{what} cannot be used within {self.scope.info}", node)

    def _yield(self, node: ast.Yield | ast.YieldFrom, stack: list[ast.expr]) -> None:
        self._not_in_annotation("yield expression", node)
        scope = self.scope
        if scope.comprehension:
            raise self.source.error(f"'yield' inside {scope.comprehension}", node)
        scope.generator = True
        if node.value is not None:
            stack.append(node.value)

    def _await(self, node: ast.Await, stack: list[ast.expr]) -> None:
        self._not_in_annotation("await expression", node)
        self.scope.coroutine = True
        stack.append(node.value)

    def _named(self, node: ast.NamedExpr, stack: list[ast.expr]) -> None:
        self._not_in_annotation("named expression", node)
        scope = self.scope
        if scope.comp_iter:
            raise self.source.error(
                "assignment expression cannot be used in a comprehension iterable expression", node)
        if scope.comprehension:
            self._extend_named(node)
        stack.append(node.target)
        stack.append(node.value)

    def _extend_named(self, node: ast.NamedExpr) -> None:
        """Bind the target of := in a comprehension in the function or module around it (PEP 572)."""
        name = mangle(self.scope.private, node.target.id)
        target = node.target
        owner: Scope | None = self.scope
        while owner is not None:
            flags = owner.symbols.get(name, 0)
            if owner.comprehension:
                if flags & COMP_TARGET and flags & (ASSIGNED | GLOBAL):
                    raise self.source.error(
                        f"assignment expression cannot rebind comprehension iteration variable '{name}'", target)
            elif owner.kind == CLASS:
                raise self.source.error(
                    "assignment expression within a comprehension cannot be used in a class body", target)
            elif owner.kind == ANNOTATION:
                where = f"in {owner.info}" if owner.info != GENERIC else f"within {GENERIC}"
                where = where if not owner.info.startswith("a T") else "in a TypeVar bound"
                raise self.source.error(
                    f"assignment expression within a comprehension cannot be used {where}", target)
            else:
                declared = GLOBAL if owner.kind == MODULE or flags & GLOBAL else NONLOCAL
                self._add(name, declared, target)
                self.scope.directives[name] = target
                self._add(name, GLOBAL if owner.kind == MODULE else ASSIGNED, target, owner)
                return
            owner = owner.parent

    def _not_in_class_annotation(self, what: str, node: ast.expr) -> None:
        if self.scope.class_scope is not None and not CLASS_ANNOTATION_FUNCTIONS:
            raise self.source.error(f"Cannot use {what} in annotation scope within class scope", node)

    def _lambda(self, node: ast.Lambda, stack: list[ast.expr]) -> None:
        self._not_in_class_annotation("lambda", node)
        self._defaults(node.args)
        outer = self._enter(LAMBDA, "<lambda>", node)
        self._parameters(node.args)
        self.expression(node.body)
        self._leave(outer)

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, stack: list[ast.expr],
    ) -> None:
        self._not_in_class_annotation("comprehension", node)
        name, description = COMPREHENSION_NAMES[type(node)]
        first = node.generators[0]
        self.scope.comp_iter += 1
        self.expression(first.iter)
        self.scope.comp_iter -= 1
        outer = self._enter(COMPREHENSION, name, node)
        scope = self.scope
        scope.comprehension = description
        scope.generator = type(node) is ast.GeneratorExp
        scope.coroutine = any(generator.is_async for generator in node.generators)
        if INLINED_COMPREHENSIONS and not scope.generator and outer.class_scope is None:
            scope.home = outer.home or outer
            scope.level = outer.level + 1
        else:
            scope.symbols[".0"] = PARAM
        for generator in node.generators:
            scope.comp_target = True
            self.expression(generator.target)
            scope.comp_target = False
            if generator is not first:
                scope.comp_iter += 1
                self.expression(generator.iter)
                scope.comp_iter -= 1
            for test in generator.ifs:
                self.expression(test)
        if isinstance(node, ast.DictComp):
            self.expression(node.value)
            self.expression(node.key)
        else:
            self.expression(node.elt)
        self._leave(outer)
        if scope.coroutine and not scope.generator:
            outer.coroutine = True

    # === statements

    def body(self, statements: Sequence[ast.stmt]) -> None:
        """Record the names of a sequence of statements."""
        self.statements += len(statements)
        for statement in statements:
            STATEMENTS[type(statement)](self, statement)

    def _expression_statement(self, node: ast.Expr) -> None:
        self.expression(node.value)

    def _assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self.expression(target)
        self.expression(node.value)

    def _augmented(self, node: ast.AugAssign) -> None:
        self.expression(node.target)
        self.expression(node.value)

    def _annotated(self, node: ast.AnnAssign) -> None:
        target = node.target
        if isinstance(target, ast.Name):
            scope = self.scope
            flags = scope.symbols.get(mangle(scope.private, target.id), 0)
            if flags & (GLOBAL | NONLOCAL) and scope.kind != MODULE and node.simple:
                declared = "global" if flags & GLOBAL else "nonlocal"
                raise self.source.error(f"annotated name '{target.id}' can't be {declared}", node)
            if node.simple:
                self._add(target.id, ANNOTATED | ASSIGNED, target)
            elif node.value is not None:
                self._add(target.id, ASSIGNED, target)
        else:
            self.expression(target)
        self._annotation(node.annotation)
        if node.value is not None:
            self.expression(node.value)

    def _annotation(self, node: ast.expr | None) -> None:
        if node is None:
            return
        if not self.future_annotations:
            self.expression(node)
            return
        # A string later, so its names bind nothing; only what cannot be such a string is refused.
        for part in ast.walk(node):
            what = FORBIDDEN_IN_ANNOTATIONS.get(type(part))
            if what is not None:
                raise self.source.error(ANNOTATION_MESSAGE.format(what), part)

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            self.expression(target)

    def _return(self, node: ast.Return) -> None:
        if node.value is not None:
            self.expression(node.value)

    def _raise(self, node: ast.Raise) -> None:
        if node.exc is not None:
            self.expression(node.exc)
            if node.cause is not None:
                self.expression(node.cause)

    def _assert(self, node: ast.Assert) -> None:
        self.expression(node.test)
        if node.msg is not None:
            self.expression(node.msg)

    def _if(self, node: ast.If) -> None:
        while True:
            self.expression(node.test)
            self.body(node.body)
            orelse = node.orelse
            if len(orelse) == 1 and isinstance(orelse[0], ast.If):
                node = orelse[0]
            else:
                self.body(orelse)
                return

    def _while(self, node: ast.While) -> None:
        self.expression(node.test)
        self.body(node.body)
        self.body(node.orelse)

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        if isinstance(node, ast.AsyncFor):
            self.scope.coroutine = True
        self.expression(node.target)
        self.expression(node.iter)
        self.body(node.body)
        self.body(node.orelse)

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        if isinstance(node, ast.AsyncWith):
            self.scope.coroutine = True
        for item in node.items:
            self.expression(item.context_expr)
            if item.optional_vars is not None:
                self.expression(item.optional_vars)
        self.body(node.body)

    def _try(self, node: ast.Try | ast.TryStar) -> None:
        self.body(node.body)
        self.body(node.orelse)
        for handler in node.handlers:
            if handler.type is not None:
                self.expression(handler.type)
            if handler.name is not None:
                self._add(handler.name, ASSIGNED | DELETED, handler)
            self.body(handler.body)
        self.body(node.finalbody)

    def _match(self, node: ast.Match) -> None:
        self.expression(node.subject)
        for case in node.cases:
            self._pattern(case.pattern)
            if case.guard is not None:
                self.expression(case.guard)
            self.body(case.body)

    def _pattern(self, node: ast.pattern) -> None:
        for name in (getattr(node, "name", None), getattr(node, "rest", None)):
            if name is not None:
                self._add(name, ASSIGNED, node)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.pattern):
                self._pattern(child)
            elif isinstance(child, ast.expr):
                self.expression(child)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            name = alias.asname or alias.name
            if name == "*":
                if self.scope.kind != MODULE:
                    raise self.source.error("import * only allowed at module level", alias)
            else:
                self._add(name if alias.asname else name.partition(".")[0], IMPORTED, alias)

    def _declaration(self, node: ast.Global | ast.Nonlocal) -> None:
        word, flag = ("global", GLOBAL) if isinstance(node, ast.Global) else ("nonlocal", NONLOCAL)
        scope = self.scope
        for name in node.names:
            mangled = mangle(scope.private, name)
            flags = scope.symbols.get(mangled, 0)
            if flags & (PARAM | ASSIGNED | USED | ANNOTATED):
                if flags & PARAM:
                    message = f"name '{name}' is parameter and {word}"
                elif flags & USED:
                    message = f"name '{name}' is used prior to {word} declaration"
                elif flags & ANNOTATED:
                    message = f"annotated name '{name}' can't be {word}"
                else:
                    message = f"name '{name}' is assigned to before {word} declaration"
                raise self.source.error(message, node)
            self._add(name, flag, node)
            scope.directives.setdefault(mangled, node)
            if flag == GLOBAL and scope.kind != MODULE:
                # The module's own code then binds it as a global, too, which differs where its names are not globals.
                module = scope
                while module.parent is not None:
                    module = module.parent
                module.symbols[mangled] = module.symbols.get(mangled, 0) | GLOBAL

    def _nothing(self, node: ast.stmt) -> None:
        """Break, continue, pass."""

    def _defaults(self, args: ast.arguments) -> None:
        for default in args.defaults:
            self.expression(default)
        for kw_default in args.kw_defaults:
            if kw_default is not None:
                self.expression(kw_default)

    def _parameters(self, args: ast.arguments) -> None:
        for group in (args.posonlyargs, args.args, args.kwonlyargs):
            for arg in group:
                self._add(arg.arg, PARAM, arg)
        if args.vararg is not None:
            self._add(args.vararg.arg, PARAM, args.vararg)
        if args.kwarg is not None:
            self._add(args.kwarg.arg, PARAM, args.kwarg)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._add(node.name, ASSIGNED, node)
        args = node.args
        self._defaults(args)
        for decorator in node.decorator_list:
            self.expression(decorator)
        around = self._type_params(node)
        if around is not None:
            for given, name in ((args.defaults, ".defaults"), (any(args.kw_defaults), ".kwdefaults")):
                if given:
                    self._add(name, PARAM, node)
        for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs):
            self._annotation(arg.annotation)
        if args.vararg is not None:
            self._annotation(args.vararg.annotation)
        if args.kwarg is not None:
            self._annotation(args.kwarg.annotation)
        self._annotation(node.returns)
        outer = self._enter(FUNCTION, node.name, node)
        self.scope.is_async = self.scope.coroutine = isinstance(node, ast.AsyncFunctionDef)
        self._parameters(args)
        self.body(node.body)
        self._leave(outer)
        if around is not None:
            self._leave(around)

    def _class(self, node: ast.ClassDef) -> None:
        self._add(node.name, ASSIGNED, node)
        for decorator in node.decorator_list:
            self.expression(decorator)
        around = self._type_params(node)
        for base in node.bases:
            self.expression(base)
        for keyword in node.keywords:
            self.expression(keyword.value)
        outer = self._enter(CLASS, node.name, node, node.name)
        if around is not None:
            self._add("__type_params__", ASSIGNED, node)
            self._add(".type_params", USED, node)
        self.body(node.body)
        self._leave(outer)
        if around is not None:
            self._leave(around)

    # === type parameters (3.12)

    def _annotation_scope(self, name: str, key: object, info: str, private: str | None = None) -> Scope:
        """Begin a scope that sees the names of a class directly around it."""
        outer = self._enter(ANNOTATION, name, key, private)
        scope = self.scope
        scope.info = info
        scope.class_scope = outer if outer.kind == CLASS else outer.class_scope
        if scope.class_scope is not None:
            scope.symbols["__classdict__"] = USED
        return outer

    def _type_params(self, node: Any) -> Scope | None:
        """Begin the scope of a statement's type parameters; None when it has none."""
        params = getattr(node, "type_params", None)
        if not params:
            return None
        is_class = isinstance(node, ast.ClassDef)
        name = node.name if isinstance(node.name, str) else node.name.id
        outer = self._annotation_scope(
            f"<generic parameters of {name}>", (node, PARAMETERS), GENERIC, node.name if is_class else None)
        if is_class:
            for own in (".type_params", ".generic_base"):
                self.scope.symbols[own] = ASSIGNED | USED
            if MANGLED_PARAMETERS:
                self.scope.mangled = {param.name for param in params}
        for param in params:
            self._type_param(param)
        return outer

    def _type_param(self, param: Any) -> None:
        self._add(param.name, ASSIGNED | TYPE_PARAM, param)
        kind = type(param).__name__
        bound = getattr(param, "bound", None)
        if bound is not None:
            info = "a TypeVar constraint" if MANGLED_PARAMETERS and isinstance(bound, ast.Tuple) else "a TypeVar bound"
            self._evaluated(bound, param.name, param, info)
        default = getattr(param, "default_value", None)
        if default is not None:
            self._evaluated(default, param.name, (param, DEFAULT), f"a {kind} default")

    def _evaluated(self, value: ast.expr, name: str, key: object, info: str) -> None:
        outer = self._annotation_scope(name, key, info)
        self.expression(value)
        self._leave(outer)

    def _type_alias(self, node: Any) -> None:
        self.expression(node.name)
        around = self._type_params(node)
        self._evaluated(node.value, node.name.id, node, ALIAS)
        if around is not None:
            self._leave(around)


FORBIDDEN_IN_ANNOTATIONS: dict[type[ast.AST], str] = {
    ast.Yield: "yield expression", ast.YieldFrom: "yield expression", ast.NamedExpr: "named expression",
    ast.Await: "await expression",
}

Visit = Callable[[SymbolTable, Any, list[ast.expr]], None]

CHILDREN: dict[type[ast.expr], Visit] = {
    ast.BinOp: SymbolTable._binary, ast.UnaryOp: SymbolTable._unary, ast.BoolOp: SymbolTable._boolean,
    ast.Compare: SymbolTable._compare, ast.Subscript: SymbolTable._subscript, ast.Slice: SymbolTable._slice,
    ast.Tuple: SymbolTable._elements, ast.List: SymbolTable._elements, ast.Set: SymbolTable._elements,
    ast.Dict: SymbolTable._dict, ast.IfExp: SymbolTable._conditional, ast.JoinedStr: SymbolTable._joined,
    ast.FormattedValue: SymbolTable._formatted, ast.Yield: SymbolTable._yield, ast.YieldFrom: SymbolTable._yield,
    ast.Await: SymbolTable._await, ast.NamedExpr: SymbolTable._named, ast.Lambda: SymbolTable._lambda,
    ast.ListComp: SymbolTable._comprehension, ast.SetComp: SymbolTable._comprehension,
    ast.DictComp: SymbolTable._comprehension, ast.GeneratorExp: SymbolTable._comprehension,
}

STATEMENTS: dict[type[ast.stmt], Callable[[SymbolTable, Any], None]] = {
    ast.Expr: SymbolTable._expression_statement, ast.Assign: SymbolTable._assign,
    ast.AugAssign: SymbolTable._augmented, ast.AnnAssign: SymbolTable._annotated, ast.Delete: SymbolTable._delete,
    ast.Return: SymbolTable._return, ast.Raise: SymbolTable._raise, ast.Assert: SymbolTable._assert,
    ast.If: SymbolTable._if, ast.While: SymbolTable._while, ast.For: SymbolTable._for, ast.With: SymbolTable._with,
    ast.Try: SymbolTable._try, ast.Import: SymbolTable._import, ast.ImportFrom: SymbolTable._import,
    ast.Global: SymbolTable._declaration, ast.Nonlocal: SymbolTable._declaration, ast.Pass: SymbolTable._nothing,
    ast.Break: SymbolTable._nothing, ast.Continue: SymbolTable._nothing, ast.FunctionDef: SymbolTable._function,
    ast.ClassDef: SymbolTable._class, ast.Match: SymbolTable._match,
    ast.AsyncFunctionDef: SymbolTable._function, ast.AsyncFor: SymbolTable._for, ast.AsyncWith: SymbolTable._with,
    ast.TryStar: SymbolTable._try,
}
if sys.version_info >= (3, 12):
    STATEMENTS[ast.TypeAlias] = SymbolTable._type_alias
