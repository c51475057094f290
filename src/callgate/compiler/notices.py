"""What CPython's compiler warns about, though it compiles: literals that are called, indexed or compared by identity.

A Notice is only a record. Whether it is shown, or is an error, is up to the guest's own warnings filters; the embedder
of the compiler asks them (host/hooks.py).
"""

from __future__ import annotations

import ast
from types import EllipsisType
from typing import NamedTuple

from callgate.compiler.errors import Source
from callgate.compiler.folding import NOT_CONSTANT, Folder
from callgate.compiler.versions import CALLEE_PLACES, TYPED_IS_MESSAGE


class Notice(NamedTuple):
    """One warning: ``error`` has the arguments of the SyntaxError that takes its place when it is to be an error."""

    category: str
    lineno: int
    error: tuple[object, ...]
    message: str


#: What can be called, or may be called and its type is not known here.
_NAMES = (ast.Name, ast.Attribute, ast.Call)
_TYPES: dict[type[ast.expr], str] = {
    ast.Tuple: "tuple", ast.List: "list", ast.ListComp: "list", ast.Dict: "dict", ast.DictComp: "dict",
    ast.Set: "set", ast.SetComp: "set", ast.GeneratorExp: "generator", ast.Lambda: "function", ast.JoinedStr: "str",
    ast.FormattedValue: "str",
}
_NO_ITEMS = (ast.Set, ast.SetComp, ast.GeneratorExp, ast.Lambda)
_SEQUENCES = (ast.Tuple, ast.List, ast.ListComp, ast.JoinedStr, ast.FormattedValue)


class Notices:
    """Collects the warnings of one compilation."""

    __slots__ = ("folder", "found", "negated", "source")

    def __init__(self, source: Source, folder: Folder, found: list[Notice]) -> None:
        self.source = source
        self.folder = folder
        self.found = found
        #: A comparison whose ``not`` has been made part of it.
        self.negated: ast.expr | None = None

    def add(self, message: str, node: ast.AST) -> None:
        error = self.source.error(message, node)
        self.found.append(Notice("SyntaxWarning", error.lineno or 0, error.args, message))

    def type_name(self, node: ast.expr) -> str | None:
        """The name of the type that the value of an expression certainly has, or None."""
        value = self.folder.constant(node)
        return _TYPES.get(type(node)) if value is NOT_CONSTANT else type(value).__name__

    def call(self, node: ast.Call) -> None:
        """Something that is no function is called: a comma may be missing."""
        callee = node.func
        if type(callee) in _NAMES or type(callee) is ast.Lambda:
            return
        kind = self.type_name(callee)
        if kind is not None:
            self.add(f"{kind!r} object is not callable; perhaps you missed a comma?",
                     callee if CALLEE_PLACES else node)

    def subscript(self, node: ast.Subscript) -> None:
        """Something that has no items is indexed, or a sequence by something that is no index."""
        base = node.value
        if type(base) in _NAMES:
            return
        value = self.folder.constant(base)
        place = base if CALLEE_PLACES else node
        if type(base) in _NO_ITEMS or value is None or isinstance(value, (EllipsisType, int, float, complex)):
            self.add(f"{self.type_name(base)!r} object is not subscriptable; perhaps you missed a comma?", place)
        if isinstance(value, (str, bytes, tuple)) or value is NOT_CONSTANT and type(base) in _SEQUENCES:
            index = self.type_name(node.slice)
            if index not in (None, "int", "bool"):
                self.add(f"{self.type_name(base)} indices must be integers or slices, not {index}; "
                         "perhaps you missed a comma?", place)

    def compare(self, node: ast.Compare) -> None:
        """``is`` with a literal."""
        left = node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, (ast.Is, ast.IsNot)):
                literal = self._literal(left) or self._literal(right)
                if literal is not None:
                    what = f"{literal!r} literal" if TYPED_IS_MESSAGE else "a literal"
                    same = isinstance(op, ast.Is) is not (self.negated is node)
                    self.add(f'"is" with {what}. Did you mean "=="?' if same else
                             f'"is not" with {what}. Did you mean "!="?', node)
                    return
            left = right

    def _literal(self, node: ast.expr) -> str | None:
        """The type's name of a constant that is no singleton."""
        if type(node) in _NAMES:
            return None
        value = self.folder.constant(node)
        if value is NOT_CONSTANT or value is None or value is True or value is False or value is ...:
            return None
        return type(value).__name__

    def asserted(self, node: ast.Assert) -> None:
        """``assert (test, message)`` is always true."""
        value = self.folder.constant(node.test)
        if isinstance(node.test, ast.Tuple) and node.test.elts or isinstance(value, tuple) and value:
            self.add("assertion is always true, perhaps remove parentheses?", node)
