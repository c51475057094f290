"""Type parameters and the type statement (3.12): annotation scopes, and functions that are evaluated when asked for.

A generic function or class is made inside a function of its own, whose locals are the type parameters and which is
called at once. Bounds, constraints, defaults and the values of aliases are functions that the machine's type
parameters call when they are asked for them.
"""

from __future__ import annotations

import ast
from typing import Any

from callgate.bytecode.code import Code
from callgate.bytecode.opcodes import INTRINSICS_1, INTRINSICS_2, MAKE_DEFAULTS, MAKE_KWDEFAULTS
from callgate.compiler.assignments import Assignments
from callgate.compiler.effects import (
    BUILD_TUPLE,
    CALL_INTRINSIC_1,
    CALL_INTRINSIC_2,
    DUP_TOP,
    LOAD_BUILD_CLASS,
    RETURN_VALUE,
    ROT_THREE,
    ROT_TWO,
    UNPACK_SEQUENCE,
)
from callgate.compiler.scopes import DEFAULT, PARAMETERS

#: Kinds of type parameters, by the names of their nodes, which 3.11 does not have.
INTRINSICS = {"TypeVar": "TYPEVAR", "ParamSpec": "PARAMSPEC", "TypeVarTuple": "TYPEVARTUPLE"}


class Generics(Assignments):
    """Emits what has type parameters."""

    def generic_function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, params: list[Any], flags: int, firstlineno: int,
    ) -> None:
        """Push a generic function; its defaults are on the stack."""
        unit: Any = self.child((node, PARAMETERS), firstlineno)
        names = [name for flag, name in ((MAKE_DEFAULTS, ".defaults"), (MAKE_KWDEFAULTS, ".kwdefaults")) if flags & flag]
        unit.argcount = len(names)
        for name in names:
            unit._parameter(name)
        unit._type_params(params)
        for name in names:
            unit.load(name, node)
        unit.function_of(node, flags, firstlineno)
        unit.emit(ROT_TWO, 0, node)
        unit.emit(CALL_INTRINSIC_2, INTRINSICS_2.index("SET_FUNCTION_TYPE_PARAMS"), node)
        unit.emit_last(RETURN_VALUE, 0, -1, node)
        self._make_function(unit.finish(), 0, node)
        if names:
            self.emit(ROT_TWO if len(names) == 1 else ROT_THREE, 0, node)
        self.call_plain(len(names), node)

    def generic_class(self, node: ast.ClassDef, params: list[Any], firstlineno: int) -> None:
        unit: Any = self.child((node, PARAMETERS), firstlineno)
        unit._type_params(params)
        unit.store(".type_params", node)
        body: Code = unit._class_code(node, firstlineno)
        unit.load(".type_params", node)
        unit.emit(CALL_INTRINSIC_1, INTRINSICS_1.index("SUBSCRIPT_GENERIC"), node)
        unit.store(".generic_base", node)
        base = ast.copy_location(ast.Name(".generic_base", ast.Load()), node)
        unit.emit(LOAD_BUILD_CLASS, 0, node)
        unit._make_function(body, 0, node)
        unit.const(node.name, node)
        unit.arguments(2, [*node.bases, base], node.keywords, node)
        unit.emit_last(RETURN_VALUE, 0, -1, node)
        self._make_function(unit.finish(), 0, node)
        self.call_plain(0, node)

    def _type_alias(self, node: Any) -> None:
        name: str = node.name.id
        params = node.type_params
        unit: Any = self.child((node, PARAMETERS), node.lineno) if params else self
        unit.const(name, node)
        if params:
            unit._type_params(params)
        else:
            unit.const(None, node)
        unit._evaluated(node, node.value, node.lineno, node)
        unit.emit_effect(BUILD_TUPLE, 3, -2, node)
        unit.emit(CALL_INTRINSIC_1, INTRINSICS_1.index("TYPEALIAS"), node)
        if params:
            unit.emit_last(RETURN_VALUE, 0, -1, node)
            self._make_function(unit.finish(), 0, node)
            self.call_plain(0, node)
        self.store(name, node)

    def _evaluated(self, key: object, value: ast.expr, firstlineno: int, where: Any) -> None:
        """Push a function that gives the value of an expression."""
        unit = self.child(key, firstlineno)
        if isinstance(value, ast.Starred):
            unit.expr(value.value)
            unit.emit_effect(UNPACK_SEQUENCE, 1, 0, where)
        else:
            unit.expr(value)
        unit.emit_last(RETURN_VALUE, 0, -1, value)
        self._make_function(unit.finish(), 0, where)

    def _type_params(self, params: list[Any]) -> None:
        """Bind the type parameters and push the tuple of them."""
        defaults = False
        for param in params:
            kind = INTRINSICS[type(param).__name__]
            self.const(param.name, param)
            bound = getattr(param, "bound", None)
            if bound is None:
                self.emit(CALL_INTRINSIC_1, INTRINSICS_1.index(kind), param)
            else:
                self._evaluated(param, bound, bound.lineno, param)
                made = "TYPEVAR_WITH_CONSTRAINTS" if isinstance(bound, ast.Tuple) else "TYPEVAR_WITH_BOUND"
                self.emit(CALL_INTRINSIC_2, INTRINSICS_2.index(made), param)
            default = getattr(param, "default_value", None)
            if default is not None:
                defaults = True
                self._evaluated((param, DEFAULT), default, default.lineno, param)
                self.emit(CALL_INTRINSIC_2, INTRINSICS_2.index("SET_TYPEPARAM_DEFAULT"), param)
            elif defaults:
                raise self.job.source.error(
                    f"non-default type parameter '{param.name}' follows default type parameter", param)
            self.emit(DUP_TOP, 0, param)
            self.store(param.name, param)
        self.emit_effect(BUILD_TUPLE, len(params), 1 - len(params), params[0])
