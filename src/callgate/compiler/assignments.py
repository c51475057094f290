"""Assignments, deletions and imports: whatever binds or unbinds targets."""

from __future__ import annotations

import ast

from callgate.bytecode.opcodes import INPLACE
from callgate.compiler.annotations import unparse
from callgate.compiler.effects import (
    BINARY_OP,
    BINARY_SUBSCR,
    DELETE_ATTR,
    DELETE_SUBSCR,
    DUP_TOP,
    DUP_TOP_TWO,
    IMPORT_FROM,
    IMPORT_NAME,
    IMPORT_STAR,
    LOAD_ATTR,
    POP_TOP,
    ROT_THREE,
    ROT_TWO,
    STORE_ATTR,
    STORE_SUBSCR,
    SWAP,
    UNPACK_EX,
    UNPACK_SEQUENCE,
)
from callgate.compiler.emitter import Where
from callgate.compiler.expressions import BINARY_NUMBER
from callgate.compiler.functions import Functions

#: The most targets before a starred one that UNPACK_EX counts.
MAX_BEFORE_STAR = 255


class Assignments(Functions):
    """Emits statements that bind names, attributes and items."""

    def _assign(self, node: ast.Assign) -> None:
        targets = node.targets
        if len(targets) == 1 and self._swap(targets[0], node.value, node):
            return
        self.expr(node.value)
        for target in targets[:-1]:
            self.emit(DUP_TOP, 0, node)
            self.assign(target)
        self.assign(targets[-1])

    def _swap(self, target: ast.expr, value: ast.expr, node: ast.Assign) -> bool:
        """Assign ``a, b = c, d`` without building a tuple; False when it is not of that form."""
        if not isinstance(target, (ast.Tuple, ast.List)) or not isinstance(value, ast.Tuple):
            return False
        count = len(target.elts)
        if not 1 <= count <= 3 or len(value.elts) != count:
            return False
        for element in (*target.elts, *value.elts):
            if type(element) is ast.Starred:
                return False
        for element in value.elts:
            self.expr(element)
        if count == 2:
            self.emit(ROT_TWO, 0, node)
        elif count == 3:
            self.emit(SWAP, 3, node)
        for element in target.elts:
            self.assign(element)
        return True

    def assign(self, target: ast.expr) -> None:
        kind = type(target)
        if kind is ast.Name:
            self.store(target.id, target)  # type: ignore[attr-defined]
        elif isinstance(target, ast.Attribute):
            self.expr(target.value)
            self._check_attribute(target, target)
            self.note_self_attribute(target)
            self.emit(STORE_ATTR, self.name_index(target.attr), self.attribute_place(target))
        elif isinstance(target, ast.Subscript):
            self.expr(target.value)
            self.expr(target.slice)
            self.emit(STORE_SUBSCR, 0, target)
        elif isinstance(target, (ast.Tuple, ast.List)):
            self._unpack(target)
        elif isinstance(target, ast.Starred):
            raise self.job.source.error("starred assignment target must be in a list or tuple", target)
        else:
            raise self.job.source.error("cannot assign to expression", target)

    def _unpack(self, target: ast.Tuple | ast.List) -> None:
        elements = target.elts
        count = len(elements)
        star = -1
        for index, element in enumerate(elements):
            if type(element) is ast.Starred:
                if star >= 0:
                    raise self.job.source.error("multiple starred expressions in assignment", target)
                if index > MAX_BEFORE_STAR:
                    raise self.job.source.error("too many expressions in star-unpacking assignment", target)
                star = index
        if star < 0:
            self.emit_effect(UNPACK_SEQUENCE, count, count - 1, target)
        else:
            self.emit_effect(UNPACK_EX, star | (count - star - 1) << 8, count - 1, target)
        for element in elements:
            self.assign(element.value if isinstance(element, ast.Starred) else element)

    def _check_attribute(self, target: ast.Attribute, where: ast.AST) -> None:
        if target.attr == "__debug__":
            raise self.job.source.error("cannot assign to __debug__", where)

    def _augmented(self, node: ast.AugAssign) -> None:
        target = node.target
        operand = BINARY_NUMBER[type(node.op)] | INPLACE
        if isinstance(target, ast.Name):
            self.load(target.id, target)
            self.expr(node.value)
            self.emit(BINARY_OP, operand, node)
            self.store(target.id, target)
        elif isinstance(target, ast.Attribute):
            place = self.attribute_place(target)
            self.expr(target.value)
            self.emit(DUP_TOP, 0, target)
            self.emit(LOAD_ATTR, self.name_index(target.attr), place)
            self.expr(node.value)
            self.emit(BINARY_OP, operand, node)
            self.emit(ROT_TWO, 0, target)
            self.emit(STORE_ATTR, self.name_index(target.attr), place)
        else:
            self.expr(target.value)
            self.expr(target.slice)
            self.emit(DUP_TOP_TWO, 0, target)
            self.emit(BINARY_SUBSCR, 0, target)
            self.expr(node.value)
            self.emit(BINARY_OP, operand, node)
            self.emit(ROT_THREE, 0, target)
            self.emit(STORE_SUBSCR, 0, target)

    def _annotated(self, node: ast.AnnAssign) -> None:
        target = node.target
        if node.value is not None:
            self.expr(node.value)
            self.assign(target)
        stored = node.simple and not self.fast
        if isinstance(target, ast.Name):
            if target.id == "__debug__":
                raise self.job.source.error("cannot assign to __debug__", node)
            if stored:
                self._annotation_value(node.annotation)
                self.load("__annotations__", node)
                self.const(self.mangled(target.id), node)
                self.emit(STORE_SUBSCR, 0, node)
        elif node.value is None:
            # The parts of the target are evaluated, nothing is stored.
            if isinstance(target, ast.Attribute):
                self._check_attribute(target, node)
                self._evaluate(target.value)
            elif isinstance(target, ast.Subscript):
                self._evaluate(target.value)
                self._evaluate_slice(target.slice)
        if not stored and not self.fast and not self.job.future_annotations:
            self._evaluate(node.annotation)

    def _annotation_value(self, annotation: ast.expr) -> None:
        if self.job.future_annotations:
            self.const(unparse(annotation), annotation)
        else:
            self.expr(annotation)

    def _evaluate(self, node: ast.expr) -> None:
        self.expr(node)
        self.emit(POP_TOP, 0, node)

    def _evaluate_slice(self, node: ast.expr) -> None:
        if isinstance(node, ast.Slice):
            for part in (node.lower, node.upper, node.step):
                if part is not None:
                    self._evaluate(part)
        elif isinstance(node, ast.Tuple):
            for element in node.elts:
                self._evaluate_slice(element)
        else:
            self._evaluate(node)

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            self._delete_target(target)

    def _delete_target(self, target: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.delete(target.id, target)
        elif isinstance(target, ast.Attribute):
            self.expr(target.value)
            self.emit(DELETE_ATTR, self.name_index(target.attr), self.attribute_place(target))
        elif isinstance(target, ast.Subscript):
            self.expr(target.value)
            self.expr(target.slice)
            self.emit(DELETE_SUBSCR, 0, target)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self._delete_target(element)
        else:
            raise self.job.source.error("cannot delete expression", target)

    # === imports

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.const(0, node)
            self.const(None, node)
            self.emit(IMPORT_NAME, self.name_index(alias.name), node)
            first, *others = alias.name.split(".")
            if alias.asname is None:
                self.store(first, node)
            elif others:
                # import a.b.c as d: c is what the attributes lead to, not the module a.
                for index, name in enumerate(others):
                    if index:
                        self._drop_below(node)
                    self.emit(IMPORT_FROM, self.name_index(name), node)
                self.store(alias.asname, node)
                self.emit(POP_TOP, 0, node)
            else:
                self.store(alias.asname, node)

    def _drop_below(self, where: Where) -> None:
        self.emit(ROT_TWO, 0, where)
        self.emit(POP_TOP, 0, where)

    def _import_from(self, node: ast.ImportFrom) -> None:
        if node.module == "__future__" and not node.level and node.lineno > self.job.last_future:
            raise self.job.source.error("from __future__ imports must occur at the beginning of the file", node)
        self.const(node.level, node)
        self.const(tuple([alias.name for alias in node.names]), node)
        self.emit(IMPORT_NAME, self.name_index(node.module or ""), node)
        if node.names[0].name == "*":
            self.emit(IMPORT_STAR, 0, node)
            return
        for alias in node.names:
            self.emit(IMPORT_FROM, self.name_index(alias.name), node)
            self.store(alias.asname or alias.name, node)
        self.emit(POP_TOP, 0, node)
