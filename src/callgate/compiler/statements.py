"""Statements: control flow, and the bodies they stand in."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from typing import Any

from callgate.bytecode.code import Code
from callgate.compiler.assemble import assemble
from callgate.compiler.effects import (
    FOR_ITER,
    GET_AITER,
    GET_ITER,
    JUMP,
    LOAD_ASSERTION_ERROR,
    NOP,
    POP_TOP,
    PRINT_EXPR,
    RAISE_VARARGS,
    RETURN_VALUE,
    SETUP_ANNOTATIONS,
)
from callgate.compiler.emitter import NOWHERE, Label
from callgate.compiler.errors import too_deep
from callgate.compiler.expressions import MAX_NESTING
from callgate.compiler.folding import NOT_CONSTANT, constant_set
from callgate.compiler.handlers import FOR_LOOP, WHILE_LOOP
from callgate.compiler.patterns import Patterns
from callgate.compiler.scopes import CLASS, GLOBAL_EXPLICIT
from callgate.compiler.versions import ASSERT_PLACES, ITEM_PLACES, TEST_PLACES


class AllGlobal(dict[str, int]):
    """The kinds of names in a program that is a coroutine: its frame has no namespace but the globals."""

    def get(self, name: str, default: int = GLOBAL_EXPLICIT) -> int:  # type: ignore[override]
        return GLOBAL_EXPLICIT


class Statements(Patterns):
    """Emits every statement; the finished code generator."""

    #: of the module of an interactive text: expression statements print their value
    interactive = False

    def body(self, statements: list[Any]) -> None:
        job = self.job
        job.statements -= len(statements)
        nesting = self.nesting + 1
        if nesting > MAX_NESTING:
            raise too_deep()
        if job.statements < 0:
            raise job.source.error("callgate: too many copies of nested finally clauses", statements[0])
        self.nesting = nesting
        for statement in statements:
            STATEMENTS[type(statement)](self, statement)
        self.nesting = nesting - 1

    def finish(self) -> Code:
        if not self.dead:
            where = self.where[-1] if self.where else NOWHERE
            if self.ends_with_nop():
                self.code.pop()
                self.where.pop()
            self.const(None, where)
            self.emit_last(RETURN_VALUE, 0, -1, where)
        return assemble(self)

    # === modules and classes

    def module(self, tree: ast.mod, result: bool) -> Code:
        """Emit a whole program; with ``result`` it returns the value of its last expression statement."""
        if self.scope.is_async and self.scope.coroutine:
            self.kinds = AllGlobal()
        if isinstance(tree, ast.Expression):
            self.expr(tree.body)
            self.emit_last(RETURN_VALUE, 0, -1, tree.body)
            return self.finish()
        if not isinstance(tree, (ast.Module, ast.Interactive)):
            raise TypeError(f"expected a module, an expression or an interactive statement, got {type(tree).__name__}")
        body = tree.body
        self.interactive = isinstance(tree, ast.Interactive)
        last = body[-1] if body else None
        if result and isinstance(last, ast.Expr):
            self.module_body(body[:-1], docstring=isinstance(tree, ast.Module), whole=body)
            self.expr(last.value)
            self.emit_last(RETURN_VALUE, 0, -1, last)
        else:
            self.module_body(body, docstring=isinstance(tree, ast.Module), whole=body)
        return self.finish()

    def module_body(
        self, body: list[ast.stmt], docstring: bool = True, whole: list[ast.stmt] | None = None,
    ) -> None:
        if has_annotations(body):
            self.emit(SETUP_ANNOTATIONS, 0, body[0])
        first = body if whole is None else whole
        doc = self.doc_of(first) if docstring and self.job.optimize < 2 else None
        if doc is not None:
            self.docstring = doc
            self.const(doc, first[0])
            self.store("__doc__", first[0])
        self.body(body)

    # === simple statements

    def _expression(self, node: ast.Expr) -> None:
        if self.interactive:
            self.expr(node.value)
            self.emit(PRINT_EXPR, 0, node)
            return
        if type(node.value) is ast.Constant:
            return
        self.expr(node.value)
        self.emit(POP_TOP, 0, node)

    def _pass(self, node: ast.Pass) -> None:
        # It has an instruction, so that whoever follows the lines sees it.
        self.emit(NOP, 0, node)

    def _declaration(self, node: ast.Global | ast.Nonlocal) -> None:
        """Nothing to do at run time."""

    def _return(self, node: ast.Return) -> None:
        if self.scope.kind <= CLASS:
            raise self.job.source.error("'return' outside function", node)
        value = node.value
        if value is not None and self.scope.generator and self.scope.coroutine:
            raise self.job.source.error("'return' with value in async generator", node)
        constant = None if value is None else self.job.folder.constant(value)
        keep = constant is NOT_CONSTANT
        if keep and value is not None:
            self.expr(value)
        if self.blocks:
            _, left = self.leave(False, keep, node if keep or value is None or value.lineno != node.lineno else value)
        else:
            left = []
        if not keep:
            self.const(constant, node if value is None else value)
        self.emit_last(RETURN_VALUE, 0, -1, node)
        if left:
            self.reenter(left)

    def _break(self, node: ast.Break) -> None:
        loop, left = self.leave(True, False, node)
        if loop is None:
            raise self.job.source.error("'break' outside loop", node)
        # A for loop leaves its iterator behind.
        if loop.kind == FOR_LOOP:
            self.emit(POP_TOP, 0, node)
        self.jump(JUMP, loop.end, node)
        self.reenter(left)

    def _continue(self, node: ast.Continue) -> None:
        loop, left = self.leave(True, False, node)
        if loop is None:
            raise self.job.source.error("'continue' not properly in loop", node)
        self.jump(JUMP, loop.again, node)
        self.reenter(left)

    def _raise(self, node: ast.Raise) -> None:
        count = 0
        for part in (node.exc, node.cause):
            if part is not None:
                self.expr(part)
                count += 1
        self.emit_last(RAISE_VARARGS, count, -count, node)

    def _assert(self, node: ast.Assert) -> None:
        self.job.notices.asserted(node)
        if self.job.optimize:
            return
        end = Label()
        self.jump_if(node.test, end, True, node)
        self.emit(LOAD_ASSERTION_ERROR, 0, node)
        if node.msg is not None:
            self.expr(node.msg)
            self.call_plain(1, node)
        # Up to 3.12 a comparison leaves its place behind for what follows.
        place = node.test if ASSERT_PLACES or isinstance(node.test, ast.Compare) and not TEST_PLACES else node
        self.emit_last(RAISE_VARARGS, 1, -1, place)
        self.place(end)

    # === control flow

    def _if(self, node: ast.If) -> None:
        end = Label()
        while True:
            orelse = Label()
            self.jump_if(node.test, orelse, False, node)
            self.body(node.body)
            following = node.orelse
            if following:
                self.jump(JUMP, end, node)
            self.place(orelse)
            if len(following) == 1 and isinstance(following[0], ast.If):
                node = following[0]
            else:
                self.body(following)
                self.place(end)
                return

    def _while(self, node: ast.While) -> None:
        start, otherwise = Label(), Label()
        block = self.push_block(WHILE_LOOP, node)
        block.again, block.end = Label(), Label()
        self.jump_if(node.test, otherwise, False, node)
        self.place(start)
        self.body(node.body)
        # The test stands again at the end, which saves a jump in every round.
        self.place(block.again)
        self.jump_if(node.test, start, True, node)
        self.blocks.pop()
        self.place(otherwise)
        self.body(node.orelse)
        self.place(block.end)

    def _for(self, node: ast.For) -> None:
        start, otherwise = Label(), Label()
        where = node.iter if ITEM_PLACES else node
        self._iterable(node.iter, where)
        block = self.push_block(FOR_LOOP, node)
        block.again, block.end = start, Label()
        self.place(start)
        self.jump(FOR_ITER, otherwise, where)
        self.assign(node.target)
        self.body(node.body)
        self.jump(JUMP, start, node)
        self.blocks.pop()
        self.place(otherwise)
        self.body(node.orelse)
        self.place(block.end)

    def _async_for(self, node: ast.AsyncFor) -> None:
        if not self.scope.is_async:
            raise self.job.source.error("'async for' outside async function", node)
        self.expr(node.iter)
        self.emit(GET_AITER, 0, node.iter if ITEM_PLACES else node)
        block = self.push_block(FOR_LOOP, node)
        block.end = Label()

        def body(again: Label) -> None:
            block.again = again
            self.assign(node.target)
            self.body(node.body)

        self.async_loop(body, node, node.iter)
        self.blocks.pop()
        self.body(node.orelse)
        self.place(block.end)

    def _iterable(self, node: ast.expr, where: ast.AST) -> None:
        constants = self.constant_elements(node.elts) if isinstance(node, (ast.List, ast.Set)) else None
        if constants is None:
            self.expr(node)
        else:
            self.const(constants if isinstance(node, ast.List) else constant_set(constants), node)
        self.emit(GET_ITER, 0, where)


def has_annotations(body: list[ast.stmt]) -> bool:
    """Tell whether a module or class body has annotated names, outside of functions and classes."""
    pending: list[ast.stmt] = list(body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.AnnAssign):
            return True
        if isinstance(node, (ast.If, ast.For, ast.AsyncFor, ast.While)):
            pending += node.body
            pending += node.orelse
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            pending += node.body
        elif isinstance(node, (ast.Try, ast.TryStar)):
            pending += node.body
            pending += node.orelse
            pending += node.finalbody
            for handler in node.handlers:
                pending += handler.body
        elif isinstance(node, ast.Match):
            for case in node.cases:
                pending += case.body
    return False


STATEMENTS: dict[type[ast.stmt], Callable[[Statements, Any], None]] = {
    ast.Expr: Statements._expression, ast.Assign: Statements._assign, ast.AugAssign: Statements._augmented,
    ast.AnnAssign: Statements._annotated, ast.Delete: Statements._delete, ast.Return: Statements._return,
    ast.Raise: Statements._raise, ast.Assert: Statements._assert, ast.If: Statements._if,
    ast.While: Statements._while, ast.For: Statements._for, ast.With: Statements._with, ast.Try: Statements._try,
    ast.Import: Statements._import, ast.ImportFrom: Statements._import_from, ast.Global: Statements._declaration,
    ast.Nonlocal: Statements._declaration, ast.Pass: Statements._pass, ast.Break: Statements._break,
    ast.Continue: Statements._continue, ast.FunctionDef: Statements.function, ast.ClassDef: Statements.class_,
    ast.Match: Statements._match, ast.AsyncFunctionDef: Statements.function, ast.AsyncFor: Statements._async_for,
    ast.AsyncWith: Statements._with, ast.TryStar: Statements._try,
}
if sys.version_info >= (3, 12):
    STATEMENTS[ast.TypeAlias] = Statements._type_alias
