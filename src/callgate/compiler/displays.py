"""Displays and f-strings: expressions that build one value of many."""

from __future__ import annotations

import ast

from callgate.bytecode.opcodes import FORMAT_SPEC
from callgate.compiler.effects import (
    BUILD_LIST,
    BUILD_MAP,
    BUILD_SET,
    BUILD_SLICE,
    BUILD_STRING,
    BUILD_TUPLE,
    DICT_UPDATE,
    FORMAT_VALUE,
    LIST_APPEND,
    LIST_EXTEND,
    LIST_TO_TUPLE,
    MAP_ADD,
    SET_ADD,
    SET_UPDATE,
)
from callgate.compiler.emitter import Emitter
from callgate.compiler.folding import NOT_CONSTANT, constant_set

#: Longer displays are built item by item, so that they do not need a deep stack.
STACK_GUIDELINE = 30
CONVERSIONS = {-1: 0, ord("s"): 1, ord("r"): 2, ord("a"): 3}


class Displays(Emitter):
    """Emits displays, slices and f-strings."""

    def constant_elements(self, elements: list[ast.expr]) -> tuple[object, ...] | None:
        """Return the items of a display of constants, else None."""
        values = []
        for element in elements:
            value = self.job.folder.constant(element)
            if value is NOT_CONSTANT:
                return None
            values.append(value)
        return tuple(values)

    def _tuple(self, node: ast.Tuple) -> None:
        value = self.job.folder.constant(node)
        if value is not NOT_CONSTANT:
            self.const(value, node)
        else:
            self.sequence(node.elts, BUILD_TUPLE, node)

    def _list(self, node: ast.List) -> None:
        self.sequence(node.elts, BUILD_LIST, node)

    def _set(self, node: ast.Set) -> None:
        self.sequence(node.elts, BUILD_SET, node)

    def sequence(self, elements: list[ast.expr], build: int, where: ast.expr) -> None:
        """Push a tuple, list or set of the elements, among them stars."""
        count = len(elements)
        if count > 2 and build != BUILD_TUPLE:
            constants = self.constant_elements(elements)
            if constants is not None:
                self.emit_effect(build, 0, 1, where)
                self.const(constants if build == BUILD_LIST else constant_set(constants), where)
                self.emit(LIST_EXTEND if build == BUILD_LIST else SET_UPDATE, 1, where)
                return
        starred = False
        for element in elements:
            if type(element) is ast.Starred:
                starred = True
                break
        if not starred and count <= STACK_GUIDELINE:
            for element in elements:
                self.expr(element)
            self.emit_effect(build, count, 1 - count, where)
            return
        add, extend = (SET_ADD, SET_UPDATE) if build == BUILD_SET else (LIST_APPEND, LIST_EXTEND)
        container = BUILD_SET if build == BUILD_SET else BUILD_LIST
        built = count > STACK_GUIDELINE
        if built:
            self.emit_effect(container, 0, 1, where)
        for index, element in enumerate(elements):
            if isinstance(element, ast.Starred):
                if not built:
                    self.emit_effect(container, index, 1 - index, where)
                    built = True
                self.expr(element.value)
                self.emit(extend, 1, where)
            else:
                self.expr(element)
                if built:
                    self.emit(add, 1, where)
        if build == BUILD_TUPLE:
            self.emit(LIST_TO_TUPLE, 0, where)

    def _dict(self, node: ast.Dict) -> None:
        if len(node.keys) * 2 > STACK_GUIDELINE:
            self._long_dict(node)
            return
        pairs = 0
        have_dict = False
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                self.expr(key)
                self.expr(value)
                pairs += 1
                continue
            if pairs or not have_dict:
                self._build_map(pairs, have_dict, node)
            pairs = 0
            have_dict = True
            self.expr(value)
            self.emit(DICT_UPDATE, 1, node)
        if pairs or not have_dict:
            self._build_map(pairs, have_dict, node)

    def _build_map(self, pairs: int, update: bool, node: ast.Dict) -> None:
        self.emit_effect(BUILD_MAP, pairs, 1 - 2 * pairs, node)
        if update:
            self.emit(DICT_UPDATE, 1, node)

    def _long_dict(self, node: ast.Dict) -> None:
        self.emit_effect(BUILD_MAP, 0, 1, node)
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                self.expr(value)
                self.emit(DICT_UPDATE, 1, node)
            else:
                self.expr(key)
                self.expr(value)
                self.emit(MAP_ADD, 1, node)

    def _slice(self, node: ast.Slice) -> None:
        for part in (node.lower, node.upper):
            if part is None:
                self.const(None, node)
            else:
                self.expr(part)
        if node.step is None:
            self.emit_effect(BUILD_SLICE, 2, -1, node)
        else:
            self.expr(node.step)
            self.emit_effect(BUILD_SLICE, 3, -2, node)

    def _joined(self, node: ast.JoinedStr) -> None:
        count = 0
        for value in node.values:
            self.expr(value)
            count += 1
            if count > STACK_GUIDELINE:
                self.emit_effect(BUILD_STRING, count, 1 - count, node)
                count = 1
        if len(node.values) != 1:
            self.emit_effect(BUILD_STRING, count, 1 - count, node)

    def _formatted(self, node: ast.FormattedValue) -> None:
        self.expr(node.value)
        operand = CONVERSIONS[node.conversion]
        if node.format_spec is None:
            self.emit_effect(FORMAT_VALUE, operand, 0, node)
        else:
            self.expr(node.format_spec)
            self.emit_effect(FORMAT_VALUE, operand | FORMAT_SPEC, -1, node)
