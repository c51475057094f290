"""Constant folding: the values CPython computes at compile time, with its limits on their size.

Nothing but literals is ever evaluated, and only with the operators below, so a program cannot make the compiler run
anything. Beyond CPython's limits there is a budget for a whole compilation, because many folded constants of the
largest allowed size could together fill the memory.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable
from typing import Any

#: CPython's limits (ast_opt.c): bits of an integer, items of a collection, length of a string, items of a tuple tree.
MAX_INT_SIZE, MAX_COLLECTION_SIZE, MAX_STR_SIZE, MAX_TOTAL_ITEMS = 128, 256, 4096, 1024
#: How deep a folded expression may nest.
MAX_DEPTH = 100
#: Bits of an integer operand: dividing the longest literals takes quadratic time.
MAX_OPERAND_SIZE = 1 << 14
#: Characters and items that all folded strings and tuples of one compilation may have.
FOLD_BUDGET = 1 << 20


class NotConstant:
    """The type of NOT_CONSTANT, the answer for what is no constant."""


NOT_CONSTANT = NotConstant()

BINARY: dict[type[ast.operator], Callable[[Any, Any], object]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow, ast.LShift: operator.lshift,
    ast.RShift: operator.rshift, ast.BitOr: operator.or_, ast.BitXor: operator.xor, ast.BitAnd: operator.and_,
}
UNARY: dict[type[ast.unaryop], Callable[[Any], object]] = {
    ast.UAdd: operator.pos, ast.USub: operator.neg, ast.Invert: operator.invert, ast.Not: operator.not_,
}
_ATOMS = (int, float, complex, bool, str, bytes)


class Folder:
    """Finds the constant value of expressions; remembers its answers, so that asking again costs nothing."""

    def __init__(self, debug: bool) -> None:
        self.debug = debug
        self.known: dict[ast.expr, object] = {}
        self.budget = FOLD_BUDGET
        self.depth = 0

    def constant(self, node: ast.expr) -> object:
        """Return the value of a constant expression, or NOT_CONSTANT."""
        kind = type(node)
        if kind is ast.Constant:
            return node.value  # type: ignore[attr-defined]
        if kind is ast.Name:
            return self.debug if node.id == "__debug__" else NOT_CONSTANT  # type: ignore[attr-defined]
        handler = FOLDERS.get(kind)
        if handler is None:
            return NOT_CONSTANT
        value = self.known.get(node, self)
        if value is self:
            self.known[node] = NOT_CONSTANT
            if self.depth >= MAX_DEPTH:
                return NOT_CONSTANT
            self.depth += 1
            value = self.known[node] = handler(self, node)
            self.depth -= 1
        return value

    def _chain(self, node: ast.BinOp | ast.Subscript) -> object:
        """Fold a + b + c from its left end, without recursion along the chain."""
        chain: list[ast.BinOp | ast.Subscript] = []
        base: ast.expr = node
        while isinstance(base, (ast.BinOp, ast.Subscript)):
            chain.append(base)
            base = base.left if isinstance(base, ast.BinOp) else base.value
        value = self.constant(base)
        while chain and value is not NOT_CONSTANT:
            value = self.step(chain.pop(), value)
        return value

    def step(self, node: ast.BinOp | ast.Subscript, left: object) -> object:
        """Fold one operation whose left operand has the value ``left``."""
        if isinstance(node, ast.BinOp):
            right = self.constant(node.right)
            return NOT_CONSTANT if right is NOT_CONSTANT else self.binary(type(node.op), left, right)
        if type(node.ctx) is not ast.Load:
            return NOT_CONSTANT
        index = self.constant(node.slice)
        if type(left) not in (str, bytes, tuple) or type(index) is not int:
            return NOT_CONSTANT
        try:
            return left[index]  # type: ignore[index]
        except IndexError:
            return NOT_CONSTANT

    def _unary(self, node: ast.UnaryOp) -> object:
        value = self.constant(node.operand)
        if value is NOT_CONSTANT:
            return value
        if type(node.op) is not ast.Not and type(value) not in (int, float, complex, bool):
            return NOT_CONSTANT
        if type(node.op) is ast.Invert and type(value) is bool:
            return NOT_CONSTANT
        try:
            return UNARY[type(node.op)](value)
        except TypeError:
            return NOT_CONSTANT

    def _tuple(self, node: ast.Tuple) -> object:
        if type(node.ctx) is not ast.Load:
            return NOT_CONSTANT
        values = []
        for element in node.elts:
            value = self.constant(element)
            if value is NOT_CONSTANT:
                return NOT_CONSTANT
            values.append(value)
        return tuple(values)

    def binary(self, op: type[ast.operator], left: object, right: object) -> object:
        """Fold ``left op right``; NOT_CONSTANT when it raises or would be too big."""
        function = BINARY.get(op)
        if function is None or not _safe(op, left, right):
            return NOT_CONSTANT
        try:
            value = function(left, right)
        except (ArithmeticError, TypeError, ValueError):
            return NOT_CONSTANT
        if isinstance(value, (str, bytes, tuple)):
            # Sums have no limit in CPython; a long chain of them is quadratic there.
            if len(value) > MAX_STR_SIZE or len(value) > self.budget:
                return NOT_CONSTANT
            self.budget -= len(value)
        return value


def _safe(op: type[ast.operator], left: Any, right: Any) -> bool:
    """CPython's guards against big results, and none but atoms and tuples as operands."""
    kinds = (type(left), type(right))
    if op is ast.Mult:
        return _safe_multiply(left, right)
    if tuple in kinds:
        return op is ast.Add and kinds[0] is kinds[1]
    if kinds[0] not in _ATOMS or kinds[1] not in _ATOMS:
        return False
    integers = isinstance(left, int) and isinstance(right, int)
    if integers and max(left.bit_length(), right.bit_length()) > MAX_OPERAND_SIZE:
        return False
    if op is ast.Pow:
        if integers and right > 0:
            return bool(right <= MAX_INT_SIZE and left.bit_length() * right <= MAX_INT_SIZE)
        return True
    if op is ast.LShift:
        if integers and right and left:
            return bool(0 <= right <= MAX_INT_SIZE and left.bit_length() <= MAX_INT_SIZE - right)
        return True
    if op is ast.Mod:
        return kinds[0] not in (str, bytes)
    return True


def _safe_multiply(left: Any, right: Any) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        return bool(not (left and right) or left.bit_length() + right.bit_length() <= MAX_INT_SIZE)
    if isinstance(right, (str, bytes, tuple)):
        left, right = right, left
    if isinstance(left, (str, bytes, tuple)):
        if not isinstance(right, int):
            return False
        if isinstance(left, tuple):
            if right and left:
                if not 0 <= right <= MAX_COLLECTION_SIZE // len(left):
                    return False
                return _items(left, MAX_TOTAL_ITEMS // right if right else MAX_TOTAL_ITEMS) >= 0
            return True
        return not left or 0 <= right <= MAX_STR_SIZE // len(left)
    return type(left) in _ATOMS and type(right) in _ATOMS


def _items(value: tuple[object, ...], limit: int) -> int:
    """Count down ``limit`` by the items of a tuple tree; negative when there are more."""
    limit -= len(value)
    for item in value:
        if limit < 0:
            break
        if isinstance(item, tuple):
            limit = _items(item, limit)
    return limit


FOLDERS: dict[type[ast.expr], Callable[[Folder, Any], object]] = {
    ast.BinOp: Folder._chain, ast.Subscript: Folder._chain, ast.UnaryOp: Folder._unary, ast.Tuple: Folder._tuple,
}


def constant_key(value: object) -> object:
    """Return a key that differs for constants that differ in type, sign of zero, or any item of theirs."""
    kind = type(value)
    if kind is str:
        return value
    if kind is float or kind is complex:
        return kind, repr(value)
    if kind is tuple:
        return kind, tuple([constant_key(item) for item in value])  # type: ignore[attr-defined]
    if kind is frozenset:
        return kind, frozenset([constant_key(item) for item in value])  # type: ignore[attr-defined]
    if kind in (int, bool, bytes, type(None), type(Ellipsis)):
        return kind, value
    return kind, id(value)


def constant_set(values: Iterable[object]) -> frozenset[object]:
    """Make a set in the order that CPython's has, which is made once more when constants are merged."""
    return frozenset(list(frozenset(values)))


def clean_doc(doc: str) -> str:
    """Strip the indentation of a docstring as the compiler of 3.13 does."""
    doc = doc.expandtabs()
    lines = doc.split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")]
    margin = min(margins, default=0)
    return "\n".join([lines[0].lstrip(" "), *(_unindent(line, margin) for line in lines[1:])])


def _unindent(line: str, margin: int) -> str:
    return line[min(margin, len(line) - len(line.lstrip(" "))):]
