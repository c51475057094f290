"""Expressions: operators, attributes, subscripts, conditions.

The left spine of an expression (``a.b(c)[d] + e``) is walked by a loop, so that long chains cost no recursion;
everything else recurses, counted by ``expr``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from callgate.bytecode.code import Position
from callgate.bytecode.opcodes import BINARY_OPS, COMPARE_OPS, UNARY_OPS
from callgate.compiler.displays import Displays
from callgate.compiler.effects import (
    ASYNC_GEN_WRAP,
    BINARY_OP,
    BINARY_SUBSCR,
    COMPARE_OP,
    CONTAINS_OP,
    DUP_TOP,
    GET_AWAITABLE,
    GET_YIELD_FROM_ITER,
    IS_OP,
    JUMP,
    JUMP_IF_FALSE_OR_POP,
    JUMP_IF_TRUE_OR_POP,
    LOAD_ATTR,
    POP_JUMP_IF_FALSE,
    POP_JUMP_IF_TRUE,
    POP_TOP,
    ROT_THREE,
    ROT_TWO,
    UNARY_OP,
    YIELD_FROM,
    YIELD_VALUE,
)
from callgate.compiler.emitter import Label, Where
from callgate.compiler.errors import too_deep
from callgate.compiler.folding import NOT_CONSTANT, constant_set
from callgate.compiler.scopes import CLASS
from callgate.compiler.versions import NOT_PLACES, TEST_PLACES, YIELD_FROM_MESSAGE

#: How deep expressions, conditions and statements may nest, all together. Spines and elif chains do not count.
MAX_NESTING = 400

_BINARY_NUMBERS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.MatMult: "@",
}
BINARY_NUMBER: dict[type[ast.operator], int] = {kind: BINARY_OPS.index(sign) for kind, sign in _BINARY_NUMBERS.items()}
UNARY_NUMBER: dict[type[ast.unaryop], int] = {
    ast.USub: UNARY_OPS.index("-"), ast.Not: UNARY_OPS.index("not"), ast.UAdd: UNARY_OPS.index("+"),
    ast.Invert: UNARY_OPS.index("~"),
}
#: Comparison -> (instruction, operand).
COMPARISON: dict[type[ast.cmpop], tuple[int, int]] = {
    ast.Lt: (COMPARE_OP, COMPARE_OPS["<"]), ast.LtE: (COMPARE_OP, COMPARE_OPS["<="]),
    ast.Eq: (COMPARE_OP, COMPARE_OPS["=="]), ast.NotEq: (COMPARE_OP, COMPARE_OPS["!="]),
    ast.Gt: (COMPARE_OP, COMPARE_OPS[">"]), ast.GtE: (COMPARE_OP, COMPARE_OPS[">="]),
    ast.Is: (IS_OP, 0), ast.IsNot: (IS_OP, 1), ast.In: (CONTAINS_OP, 0), ast.NotIn: (CONTAINS_OP, 1),
}


class Expressions(Displays):
    """Emits expressions."""

    def expr(self, node: ast.expr) -> None:
        kind = type(node)
        if kind is ast.Name:
            if node.id == "__debug__":  # type: ignore[attr-defined]
                self.const(self.job.optimize == 0, node)
            else:
                self.load(node.id, node)  # type: ignore[attr-defined]
        elif kind is ast.Constant:
            self.const(node.value, node)  # type: ignore[attr-defined]
        else:
            nesting = self.nesting + 1
            if nesting > MAX_NESTING:
                raise too_deep()
            self.nesting = nesting
            EXPRESSIONS[kind](self, node)
            self.nesting = nesting - 1

    # === spines

    def _spine(self, node: ast.expr) -> None:
        chain = [node]
        while True:
            kind = type(node)
            if kind is ast.Call:
                node = node.func  # type: ignore[attr-defined]
            elif kind is ast.BinOp:
                node = node.left  # type: ignore[attr-defined]
            else:
                node = node.value  # type: ignore[attr-defined]
            if type(node) not in SPINE:
                break
            chain.append(node)
        folder = self.job.folder
        value = NOT_CONSTANT if type(node) is ast.Name else folder.constant(node)
        if value is NOT_CONSTANT:
            self.expr(node)
        else:
            while chain and isinstance(chain[-1], (ast.BinOp, ast.Subscript)):
                folded = folder.step(chain[-1], value)
                if folded is NOT_CONSTANT:
                    break
                node = chain.pop()
                value = folded
            self.const(value, node)
        while chain:
            part = chain.pop()
            kind = type(part)
            if kind is ast.Call:
                self.call(part)  # type: ignore[arg-type]
            elif kind is ast.Attribute and chain and type(chain[-1]) is ast.Call:
                self.method_call(part, chain.pop())  # type: ignore[arg-type]
            else:
                SPINE[kind](self, part)

    def method_call(self, attribute: ast.Attribute, call: ast.Call) -> None:
        """Load the attribute of the object on top and call it."""
        raise NotImplementedError

    def call(self, node: ast.Call) -> None:
        """Call the object on top."""
        raise NotImplementedError

    def _attribute(self, node: ast.Attribute) -> None:
        self.emit(LOAD_ATTR, self.name_index(node.attr), self.attribute_place(node))

    def attribute_place(self, node: ast.Attribute) -> Where:
        """Where an attribute instruction is: on several lines at the name, as in CPython's tracebacks."""
        return node if node.lineno == node.end_lineno else self.name_place(node, node)

    def name_place(self, node: ast.expr, attribute: ast.Attribute) -> Position:
        """Where ``node``, an attribute or a call of it, is when it begins at the attribute's name."""
        end_line = attribute.end_lineno or attribute.lineno
        end_col = attribute.end_col_offset or 0
        width = len(attribute.attr)
        if width > end_col:
            return Position(end_line, node.end_lineno or end_line, -1, -1)
        return Position(end_line, node.end_lineno or end_line, end_col - width, node.end_col_offset or end_col)

    def _binary(self, node: ast.BinOp) -> None:
        self.expr(node.right)
        self.emit(BINARY_OP, BINARY_NUMBER[type(node.op)], node)

    def _subscript(self, node: ast.Subscript) -> None:
        self.job.notices.subscript(node)
        self.expr(node.slice)
        self.emit(BINARY_SUBSCR, 0, node)

    # === operators

    def _unary(self, node: ast.UnaryOp) -> None:
        value = self.job.folder.constant(node)
        if value is not NOT_CONSTANT:
            self.const(value, node)
            return
        operand = node.operand
        if type(node.op) is ast.Not and isinstance(operand, ast.Compare) and len(operand.ops) == 1:
            number, negated = COMPARISON[type(operand.ops[0])]
            if number != COMPARE_OP:
                self.job.notices.negated = operand
                self.job.notices.compare(operand)
                self._operands(operand)
                self.emit(number, 1 - negated, operand)
                return
            if NOT_PLACES:
                self._operands(operand)
                self.emit(number, negated, node)
                self.emit(UNARY_OP, UNARY_NUMBER[ast.Not], node)
                return
        self.expr(operand)
        self.emit(UNARY_OP, UNARY_NUMBER[type(node.op)], node)

    def _boolean(self, node: ast.BoolOp) -> None:
        number = JUMP_IF_FALSE_OR_POP if type(node.op) is ast.And else JUMP_IF_TRUE_OR_POP
        end = Label()
        for value in node.values[:-1]:
            self.expr(value)
            self.jump(number, end, node)
        self.expr(node.values[-1])
        self.place(end)

    def _operands(self, node: ast.Compare) -> None:
        self.expr(node.left)
        self._comparator(node.ops[0], node.comparators[0], node)

    def _comparator(self, op: ast.cmpop, right: ast.expr, node: ast.Compare) -> None:
        """Push the right operand; for ``in`` a display of constants becomes one constant."""
        if type(op) in (ast.In, ast.NotIn) and isinstance(right, (ast.List, ast.Set)) and len(node.ops) == 1:
            value = self.constant_elements(right.elts)
            if value is not None:
                self.const(value if isinstance(right, ast.List) else constant_set(value), right)
                return
        self.expr(right)

    def _compare(self, node: ast.Compare) -> None:
        self.job.notices.compare(node)
        if len(node.ops) == 1:
            self._operands(node)
            number, operand = COMPARISON[type(node.ops[0])]
            self.emit(number, operand, node)
            return
        cleanup = Label()
        end = Label()
        self._chained(node, cleanup, JUMP_IF_FALSE_OR_POP)
        self.jump(JUMP, end, node)
        self.place(cleanup)
        self.emit(ROT_TWO, 0, node)
        self.emit(POP_TOP, 0, node)
        self.place(end)

    def _chained(self, node: ast.Compare, cleanup: Label, jump: int) -> None:
        """Compare all operands; at ``cleanup`` the right operand of the failed comparison is still there."""
        self.expr(node.left)
        last = len(node.ops) - 1
        for index, (op, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
            self.expr(right)
            if index < last:
                self.emit(DUP_TOP, 0, node)
                self.emit(ROT_THREE, 0, node)
            number, operand = COMPARISON[type(op)]
            self.emit(number, operand, node)
            if index < last:
                self.jump(jump, cleanup, node)

    def _conditional(self, node: ast.IfExp) -> None:
        end = Label()
        while True:
            orelse = Label()
            self.jump_if(node.test, orelse, False, node)
            self.expr(node.body)
            self.jump(JUMP, end, node)
            self.place(orelse)
            if not isinstance(node.orelse, ast.IfExp):
                break
            node = node.orelse
        self.expr(node.orelse)
        self.place(end)

    def jump_if(self, node: ast.expr, label: Label, condition: bool, where: ast.AST) -> None:
        """Jump to ``label`` when the truth of the expression is ``condition``, else go on; ``where`` asks for it."""
        odd = False
        while isinstance(node, ast.UnaryOp) and type(node.op) is ast.Not:
            node = node.operand
            condition = not condition
            odd = not odd
        if odd and type(node) is ast.Compare and len(node.ops) == 1:
            self.job.notices.negated = node
        nesting = self.nesting + 1
        if nesting > MAX_NESTING:
            raise too_deep()
        self.nesting = nesting
        if isinstance(node, ast.BoolOp):
            self._jump_if_boolean(node, label, condition, where)
        elif isinstance(node, ast.IfExp):
            end, orelse = Label(), Label()
            self.jump_if(node.test, orelse, False, where)
            self.jump_if(node.body, label, condition, where)
            self.jump(JUMP, end, node)
            self.place(orelse)
            self.jump_if(node.orelse, label, condition, where)
            self.place(end)
        elif isinstance(node, ast.Compare) and len(node.ops) > 1:
            cleanup, end = Label(), Label()
            self.job.notices.compare(node)
            self._chained(node, cleanup, POP_JUMP_IF_FALSE)
            self.jump(POP_JUMP_IF_TRUE if condition else POP_JUMP_IF_FALSE, label, node)
            self.jump(JUMP, end, node)
            self.place(cleanup)
            self.emit(POP_TOP, 0, node)
            if not condition:
                self.jump(JUMP, label, node)
            self.place(end)
        else:
            value = self.job.folder.constant(node)
            if value is NOT_CONSTANT:
                self.expr(node)
                place = node if TEST_PLACES or isinstance(node, ast.Compare) else where
                self.jump(POP_JUMP_IF_TRUE if condition else POP_JUMP_IF_FALSE, label, place)
            elif bool(value) == condition:
                self.jump(JUMP, label, node)
        self.nesting = nesting - 1

    def _jump_if_boolean(self, node: ast.BoolOp, label: Label, condition: bool, where: ast.AST) -> None:
        early = type(node.op) is ast.Or
        target = label if early == condition else Label()
        for value in node.values[:-1]:
            self.jump_if(value, target, early, where)
        self.jump_if(node.values[-1], label, condition, where)
        if target is not label:
            self.place(target)

    def _starred(self, node: ast.Starred) -> None:
        if type(node.ctx) is ast.Store:
            raise self.job.source.error("starred assignment target must be in a list or tuple", node)
        raise self.job.source.error("can't use starred expression here", node)



    # === others

    def _named(self, node: ast.NamedExpr) -> None:
        self.expr(node.value)
        self.emit(DUP_TOP, 0, node)
        self.store(node.target.id, node.target)

    def _yield(self, node: ast.Yield) -> None:
        self._inside_function(node, "'yield' outside function")
        if node.value is None:
            self.const(None, node)
        else:
            self.expr(node.value)
        if self.scope.coroutine:
            self.emit(ASYNC_GEN_WRAP, 0, node)
        self.emit(YIELD_VALUE, 0, node)

    def _yield_from(self, node: ast.YieldFrom) -> None:
        self._inside_function(node, YIELD_FROM_MESSAGE)
        if self.scope.is_async:
            raise self.job.source.error("'yield from' inside async function", node)
        self.expr(node.value)
        self.emit(GET_YIELD_FROM_ITER, 0, node)
        self.const(None, node)
        self.emit(YIELD_FROM, 0, node)

    def _await(self, node: ast.Await) -> None:
        if not self.scope.is_async:
            self._inside_function(node, "'await' outside function")
        if not self.scope.is_async and not self.scope.comprehension:
            raise self.job.source.error("'await' outside async function", node)
        self.expr(node.value)
        self.await_top(0, node)

    def await_top(self, source: int, where: Where) -> None:
        """Wait for the value on top; ``source`` (of AWAITED) says where it comes from."""
        self.emit(GET_AWAITABLE, source, where)
        self.const(None, where)
        self.emit(YIELD_FROM, 0, where)

    def _inside_function(self, node: ast.expr, message: str) -> None:
        if self.scope.kind <= CLASS:
            raise self.job.source.error(message, node)

    def _lambda(self, node: ast.Lambda) -> None:
        self.make_lambda(node)

    def make_lambda(self, node: ast.Lambda) -> None:
        """Push a function made of a lambda expression."""
        raise NotImplementedError

    def _comprehension(self, node: Any) -> None:
        self.comprehension(node)

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        """Push the value of a comprehension."""
        raise NotImplementedError


#: Parts of a left spine: what to do when what they apply to is on the stack.
SPINE: dict[type[ast.expr], Callable[[Expressions, Any], None]] = {
    ast.Attribute: Expressions._attribute, ast.BinOp: Expressions._binary, ast.Subscript: Expressions._subscript,
    ast.Call: Expressions.call,
}

EXPRESSIONS: dict[type[ast.expr], Callable[[Expressions, Any], None]] = {
    **dict.fromkeys(SPINE, Expressions._spine), ast.UnaryOp: Expressions._unary, ast.BoolOp: Expressions._boolean,
    ast.Compare: Expressions._compare, ast.IfExp: Expressions._conditional, ast.Tuple: Expressions._tuple,
    ast.List: Expressions._list, ast.Set: Expressions._set, ast.Dict: Expressions._dict,
    ast.Slice: Expressions._slice, ast.Starred: Expressions._starred, ast.JoinedStr: Expressions._joined,
    ast.FormattedValue: Expressions._formatted, ast.NamedExpr: Expressions._named, ast.Yield: Expressions._yield,
    ast.YieldFrom: Expressions._yield_from, ast.Await: Expressions._await, ast.Lambda: Expressions._lambda,
    ast.ListComp: Expressions._comprehension, ast.SetComp: Expressions._comprehension,
    ast.DictComp: Expressions._comprehension, ast.GeneratorExp: Expressions._comprehension,
}
