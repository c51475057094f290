"""try, with, and leaving them: the exception table and the code that runs on the way out.

A Block is one construct that a return, break or continue may have to leave. Ranges of the exception table are open
*segments*: leaving a block early closes its segment, emits its way out (the copy of a finally body, the call of
``__exit__``), and opens it again behind the jump. Rows are written when a construct ends, so inner ones come first.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from callgate.bytecode.opcodes import AWAITED
from callgate.compiler.effects import (
    BEFORE_ASYNC_WITH,
    BEFORE_WITH,
    BUILD_LIST,
    CHECK_EG_MATCH,
    CHECK_EXC_MATCH,
    COPY,
    DUP_TOP,
    END_ASYNC_FOR,
    GET_ANEXT,
    IS_OP,
    JUMP,
    LIST_APPEND,
    POP_EXCEPT,
    POP_JUMP_IF_FALSE,
    POP_JUMP_IF_TRUE,
    POP_TOP,
    PREP_RERAISE_STAR,
    PUSH_EXC_INFO,
    RERAISE,
    ROT_TWO,
    WITH_EXCEPT_START,
    YIELD_FROM,
)
from callgate.compiler.emitter import Emitter, Job, Label, Where
from callgate.compiler.generics import Generics
from callgate.compiler.scopes import Scope
from callgate.compiler.versions import ITEM_PLACES, MAX_BLOCKS

#: Kinds of blocks.
WHILE_LOOP, FOR_LOOP, TRY, FINALLY_TRY, FINALLY_END, WITH, ASYNC_WITH, HANDLERS, HANDLER, STAR_HANDLER, VALUE = range(11)


class Block:
    """One open construct; ``target`` is where an exception inside it goes."""

    __slots__ = ("again", "bound", "depth", "end", "finalbody", "kind", "name", "node", "segment", "segments", "target")

    def __init__(self, kind: int, node: Where) -> None:
        self.kind = kind
        self.node = node
        #: Of loops: where continue and break go.
        self.again = self.end = Label()
        #: Of handlers: the name to delete.
        self.name: str | None = None
        self.finalbody: list[ast.stmt] = []
        self.target: Label | None = None
        self.depth = 0
        self.bound = 0
        self.segment: Label | None = None
        self.segments: list[tuple[Label, Label]] = []


class Handlers(Generics):
    """Emits try and with."""

    def __init__(self, job: Job, scope: Scope, parent: Emitter | None, firstlineno: int) -> None:
        super().__init__(job, scope, parent, firstlineno)
        self.blocks: list[Block] = []

    # === blocks

    def push_block(self, kind: int, node: Where) -> Block:
        """Open a construct."""
        if len(self.blocks) >= MAX_BLOCKS:
            raise self.job.source.error("too many statically nested blocks", self.node_of(node))
        block = Block(kind, node)
        self.blocks.append(block)
        return block

    def protect(self, block: Block, depth: int) -> None:
        """Begin the range of a block: exceptions cut the stack to ``depth`` items and go to its target."""
        block.target = Label()
        block.depth = depth
        block.bound = self.bound
        block.segment = self.mark()

    def suspend(self, block: Block) -> None:
        """End the current segment of a block's range, if one is open."""
        if block.segment is not None:
            end = self.mark()
            if end.index > block.segment.index:
                block.segments.append((block.segment, end))
            block.segment = None

    def resume(self, block: Block) -> None:
        """Open a segment again behind an early exit."""
        if block.target is not None:
            block.segment = self.mark()

    def enter_target(self, block: Block) -> bool:
        """Write the rows of a block and go on at its target; False when nothing in its range can be reached."""
        self.suspend(block)
        target = block.target
        if target is None or not block.segments:
            return False
        for start, end in block.segments:
            self.handlers.append((start, end, target, block.depth))
        target.depth = block.depth + 1
        target.bound = block.bound
        self.place(target)
        self.max_depth = max(self.max_depth, self.depth)
        return True

    def leave(self, to_loop: bool, keep: bool, where: Where) -> tuple[Block | None, list[Block]]:
        """Emit the way out of all blocks, or of those inside the innermost loop; ``keep`` a value on top.

        Returns the loop, if it was looked for and is there, and what ``reenter`` needs.
        """
        left: list[Block] = []
        while self.blocks:
            block = self.blocks[-1]
            if to_loop and block.kind in (WHILE_LOOP, FOR_LOOP):
                return block, left
            self.blocks.pop()
            left.append(block)
            self._leave_block(block, keep, where)
        return None, left

    def reenter(self, left: list[Block]) -> None:
        """Undo ``leave`` for the code that follows the jump or return."""
        for block in reversed(left):
            self.blocks.append(block)
            self.resume(block)

    def _leave_block(self, block: Block, keep: bool, where: Where) -> None:
        kind = block.kind
        if kind in (FOR_LOOP, VALUE):
            self._drop(keep, where)
        elif kind == TRY or kind == HANDLERS:
            self.suspend(block)
        elif kind == FINALLY_TRY:
            self.suspend(block)
            if keep:
                self.push_block(VALUE, where)
            self.body(block.finalbody)
            if keep:
                self.blocks.pop()
        elif kind == FINALLY_END:
            self._drop(keep, where)
            self._end_handler(block, keep, where)
        elif kind == HANDLER:
            self.suspend(block)
            self._end_handler(self.blocks[-1], keep, where)
            if block.name is not None:
                self._unbind(block.name, where)
        elif kind == STAR_HANDLER:
            raise self.job.source.error(
                "'break', 'continue' and 'return' cannot appear in an except* block", self.node_of(where))
        elif kind in (WITH, ASYNC_WITH):
            self.suspend(block)
            if keep:
                self.emit(ROT_TWO, 0, block.node)
            self._call_exit(kind, block.node)

    def _drop(self, keep: bool, where: Where) -> None:
        if keep:
            self.emit(ROT_TWO, 0, where)
        self.emit(POP_TOP, 0, where)

    def _end_handler(self, block: Block, keep: bool, where: Where) -> None:
        """Stop handling: the range of the handler ends, the exception handled before is back."""
        self.suspend(block)
        if keep:
            self.emit(ROT_TWO, 0, where)
        self.emit(POP_EXCEPT, 0, where)

    def _unbind(self, name: str, where: Where) -> None:
        self.const(None, where)
        self.store(name, where)
        self.delete(name, where)

    def _cleanup(self, block: Block, where: Where) -> None:
        """The end of a handler's range: an exception raised inside it ends it and goes on."""
        if self.enter_target(block):
            self.emit(ROT_TWO, 0, where)
            self.emit(POP_EXCEPT, 0, where)
            self.emit_last(RERAISE, 0, -1, where)

    # === try

    def _try(self, node: ast.Try | ast.TryStar) -> None:
        if node.finalbody:
            self._try_finally(node)
        else:
            self._try_except(node)

    def _try_finally(self, node: ast.Try | ast.TryStar) -> None:
        end = Label()
        depth = self.depth
        block = self.push_block(FINALLY_TRY, node)
        block.finalbody = node.finalbody
        self.protect(block, depth)
        if node.handlers:
            self._try_except(node)
        else:
            self.body(node.body)
        self.suspend(block)
        self.blocks.pop()
        self.body(node.finalbody)
        self.jump(JUMP, end, node.finalbody[-1])
        live = self.enter_target(block)
        # Emitted even when nothing reaches it: its errors must be found.
        where = node.finalbody[0]
        self.emit(PUSH_EXC_INFO, 0, where)
        handling = self.push_block(FINALLY_END, where)
        self.protect(handling, depth + 1)
        self.body(node.finalbody)
        self.blocks.pop()
        if live:
            self.emit_last(RERAISE, 0, -1, where)
        self._cleanup(handling, where)
        self.place(end)

    def _try_except(self, node: ast.Try | ast.TryStar) -> None:
        end = Label()
        depth = self.depth
        block = self.push_block(TRY, node)
        self.protect(block, depth)
        self.body(node.body)
        self.suspend(block)
        self.blocks.pop()
        self.body(node.orelse)
        self.jump(JUMP, end, node)
        self.enter_target(block)
        self.emit(PUSH_EXC_INFO, 0, node)
        handlers = self.push_block(HANDLERS, node)
        self.protect(handlers, depth + 1)
        if isinstance(node, ast.TryStar):
            self._star_handlers(node, handlers, end)
        else:
            for index, handler in enumerate(node.handlers):
                if handler.type is None and index < len(node.handlers) - 1:
                    raise self.job.source.error("default 'except:' must be last", handler)
                self._handler(handler, handlers, end)
            self.emit_last(RERAISE, 0, -1, node.handlers[-1])
        self.blocks.pop()
        self._cleanup(handlers, node)
        self.place(end)

    def _handler(self, node: ast.ExceptHandler, handlers: Block, end: Label) -> None:
        following = Label()
        if node.type is not None:
            self.expr(node.type)
            self.emit(CHECK_EXC_MATCH, 0, node)
            self.jump(POP_JUMP_IF_FALSE, following, node)
        depth = self.depth - 2
        if node.name is None:
            self.emit(POP_TOP, 0, node)
        else:
            self.store(node.name, node)
        block = self.push_block(HANDLER, node)
        if node.name is not None:
            block.name = node.name
            self.protect(block, depth + 1)
        self.body(node.body)
        self.suspend(block)
        self.blocks.pop()
        self._end_handler(handlers, False, node)
        if node.name is not None:
            self._unbind(node.name, node)
        self.jump(JUMP, end, node)
        self.resume(handlers)
        if node.name is not None and self.enter_target(block):
            self._unbind(node.name, node)
            self.emit_last(RERAISE, 0, -1, node)
        self.place(following)

    # === except*

    def _star_handlers(self, node: ast.TryStar, handlers: Block, end: Label) -> None:
        """[previous exception]: divide the exception among the clauses; raise again what they raise or leave.

        Meanwhile the stack holds previous, exception, list of what was raised, rest of the exception.
        """
        again = Label()
        self.emit_effect(BUILD_LIST, 0, 1, node)
        self.emit(COPY, 2, node)
        for handler in node.handlers:
            self._star_handler(handler)
        self.emit(LIST_APPEND, 1, node)
        self.emit(PREP_RERAISE_STAR, 0, node)
        self._is_not_none(node)
        self.jump(POP_JUMP_IF_TRUE, again, node)
        self.emit(POP_TOP, 0, node)
        self._end_handler(handlers, False, node)
        self.jump(JUMP, end, node)
        self.place(again)
        self.emit(ROT_TWO, 0, node)
        self.emit(POP_EXCEPT, 0, node)
        self.emit_last(RERAISE, 0, -1, node)

    def _star_handler(self, node: ast.ExceptHandler) -> None:
        no_match, following = Label(), Label()
        if node.type is not None:
            self.expr(node.type)
        self.emit(CHECK_EG_MATCH, 0, node)
        self._is_not_none(node)
        self.jump(POP_JUMP_IF_FALSE, no_match, node)
        if node.name is None:
            self.emit(POP_TOP, 0, node)
        else:
            self.store(node.name, node)
        block = self.push_block(STAR_HANDLER, node)
        self.protect(block, self.depth)
        self.body(node.body)
        self.suspend(block)
        self.blocks.pop()
        if node.name is not None:
            self._unbind(node.name, node)
        self.jump(JUMP, following, node)
        if self.enter_target(block):
            if node.name is not None:
                self._unbind(node.name, node)
            self.emit(LIST_APPEND, 2, node)
            self.jump(JUMP, following, node)
        self.place(no_match)
        self.emit(POP_TOP, 0, node)
        self.place(following)

    def _is_not_none(self, where: Where) -> None:
        """Push whether the top, which stays, is not None."""
        self.emit(DUP_TOP, 0, where)
        self.const(None, where)
        self.emit(IS_OP, 1, where)

    # === async for

    def async_loop(self, body: Callable[[Label], None], where: ast.AST, end: ast.AST) -> None:
        start = Label()
        self.place(start)
        waiting = Block(TRY, where)
        self.protect(waiting, self.depth)
        self.emit(GET_ANEXT, 0, where)
        self.const(None, where)
        self.emit(YIELD_FROM, 0, where)
        self.suspend(waiting)
        body(start)
        self.jump(JUMP, start, where)
        if self.enter_target(waiting):
            self.emit(END_ASYNC_FOR, 0, end)

    # === with

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        if isinstance(node, ast.AsyncWith) and not self.scope.is_async:
            raise self.job.source.error("'async with' outside async function", node)
        self._with_item(node, 0)

    def _with_item(self, node: ast.With | ast.AsyncWith, index: int) -> None:
        if index == len(node.items):
            self.body(node.body)
            return
        item = node.items[index]
        where: ast.AST = item.context_expr if ITEM_PLACES else node
        end, suppress = Label(), Label()
        self.expr(item.context_expr)
        if isinstance(node, ast.With):
            kind = WITH
            self.emit(BEFORE_WITH, 0, where)
        else:
            kind = ASYNC_WITH
            self.emit(BEFORE_ASYNC_WITH, 0, where)
            self.await_top(AWAITED.index("__aenter__"), where)
        depth = self.depth - 1
        block = self.push_block(kind, where)
        self.protect(block, depth)
        if item.optional_vars is None:
            self.emit(POP_TOP, 0, where)
        else:
            self.assign(item.optional_vars)
        self._with_item(node, index + 1)
        self.suspend(block)
        self.blocks.pop()
        self._call_exit(kind, where)
        self.jump(JUMP, end, where)
        if self.enter_target(block):
            self.emit(PUSH_EXC_INFO, 0, where)
            handling = Block(HANDLERS, where)
            self.protect(handling, depth + 1)
            self.emit(WITH_EXCEPT_START, 0, where)
            if kind == ASYNC_WITH:
                self.await_top(AWAITED.index("__aexit__"), where)
            self.jump(POP_JUMP_IF_TRUE, suppress, where)
            self.emit_last(RERAISE, 0, -1, where)
            self.suspend(handling)
            self.place(suppress)
            self.emit(POP_TOP, 0, where)
            self.emit(POP_EXCEPT, 0, where)
            self.emit(POP_TOP, 0, where)
            self.jump(JUMP, end, where)
            self._cleanup(handling, where)
        self.place(end)

    def _call_exit(self, kind: int, where: Where) -> None:
        for _ in range(3):
            self.const(None, where)
        self.call_plain(3, where)
        if kind == ASYNC_WITH:
            self.await_top(AWAITED.index("__aexit__"), where)
        self.emit(POP_TOP, 0, where)
