"""Comprehensions that are no functions of their own (PEP 709): loops in the code around them.

Their variables are locals, or cells, that no other variable of that code is; what ``inner_name`` calls them tells them
apart, and what the guest sees is ``visible_names``. They are unbound again when the comprehension ends, by its value or
by an exception.
"""

from __future__ import annotations

import ast

from callgate.compiler.effects import DELETE_FAST, JUMP, MAKE_CELL, RERAISE, ROT_TWO, STORE_FAST
from callgate.compiler.emitter import Label
from callgate.compiler.functions import DISPLAYS
from callgate.compiler.handlers import TRY, Block, Handlers
from callgate.compiler.scopes import CELL, CLASS, INNER, Scope, inner_name


class Inlining(Handlers):
    """Emits comprehensions in place."""

    def inlined(self, node: ast.expr, scope: Scope) -> None:
        depth = self.depth
        self._first_iterator(node)
        outer = self.kinds, self.cells, self.inner, self.fast
        # What is inside of a class body does not see the names of the class.
        around = {} if scope.parent is not None and scope.parent.kind == CLASS else self.kinds
        self.kinds = {**around, **scope.kinds}
        self.fast = self.fast or self.scope.kind == CLASS
        names = {name: inner_name(scope, name) for name, kind in scope.kinds.items() if kind in (CELL, INNER)}
        fast = [self.local(own) for name, own in names.items() if scope.kinds[name] == INNER]
        cells = [self.cells[own] for name, own in names.items() if scope.kinds[name] == CELL]
        self.inner = {**self.inner, **names}
        self.cells = {**self.cells, **{name: self.cells[own] for name, own in names.items() if scope.kinds[name] == CELL}}
        block = Block(TRY, node)
        if names:
            self.protect(block, depth)
        self.emit_effect(DISPLAYS[type(node)], 0, 1, node)
        self.emit(ROT_TWO, 0, node)
        self._generators(node, 0, 1)
        for index in fast:
            self.bound &= ~(1 << index)
        if names:
            end = Label()
            self.suspend(block)
            self._forget(fast, cells, node)
            self.jump(JUMP, end, node)
            block.bound &= self.bound
            if self.enter_target(block):
                self._forget(fast, cells, node)
                self.emit_last(RERAISE, 0, -1, node)
            self.place(end)
        self.kinds, self.cells, self.inner, self.fast = outer

    def _forget(self, fast: list[int], cells: list[int], node: ast.expr) -> None:
        for index in cells:
            self.emit(MAKE_CELL, index, node)
        for index in fast:
            self.const(None, node)
            self.emit(STORE_FAST, index, node)
            self.emit(DELETE_FAST, index, node)
