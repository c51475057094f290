"""Functions, lambdas, classes and comprehensions: code inside code."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from callgate.bytecode.code import CO_VARARGS, CO_VARKEYWORDS, Code, Position
from callgate.bytecode.opcodes import MAKE_ANNOTATIONS, MAKE_CLOSURE, MAKE_DEFAULTS, MAKE_KWDEFAULTS
from callgate.compiler.annotations import unparse
from callgate.compiler.calls import Calls
from callgate.compiler.effects import (
    ASYNC_GEN_WRAP,
    BUILD_LIST,
    BUILD_MAP,
    BUILD_SET,
    BUILD_TUPLE,
    DUP_TOP,
    FOR_ITER,
    GET_AITER,
    GET_ITER,
    JUMP,
    LIST_APPEND,
    LOAD_BUILD_CLASS,
    LOAD_CLOSURE,
    LOAD_FAST,
    LOAD_LOCALS,
    MAKE_CELL,
    MAKE_FUNCTION,
    MAP_ADD,
    POP_TOP,
    RETURN_VALUE,
    SET_ADD,
    STORE_DEREF,
    STORE_NAME,
    UNPACK_SEQUENCE,
    YIELD_VALUE,
)
from callgate.compiler.emitter import NOWHERE, Emitter, Job, Label, Where
from callgate.compiler.errors import too_deep
from callgate.compiler.expressions import MAX_NESTING
from callgate.compiler.folding import clean_doc
from callgate.compiler.scopes import CELL, CLASS, DELETED, Scope, mangle
from callgate.compiler.versions import ARGUMENT_PLACES, CLASS_FACTS, CLEAN_DOCS, ELEMENT_PLACES, ITEM_PLACES


class Functions(Calls):
    """Emits everything that makes a code object of its own."""

    def __init__(self, job: Job, scope: Scope, parent: Emitter | None, firstlineno: int) -> None:
        super().__init__(job, scope, parent, firstlineno)
        self.argcount = self.posonlyargcount = self.kwonlyargcount = self.flags = 0
        self.docstring: str | None = None
        #: Names assigned through ``self`` in the methods of this class body.
        self.static_attributes: dict[str, None] = {}
        for name in scope.cellvars:
            self.emit(MAKE_CELL, self.cells[name], NOWHERE)

    def child(self, key: object, firstlineno: int) -> Functions:
        """Begin the code of a block inside this one; ``key`` is its node, or what its scope is known by."""
        return type(self)(self.job, self.job.scopes[key], self, firstlineno)

    def finish(self) -> Code:
        """Return the code of this block."""
        raise NotImplementedError

    def assign(self, target: ast.expr) -> None:
        """Bind a target to the value on top."""
        raise NotImplementedError

    # === signatures

    def _parameters(self, args: ast.arguments) -> None:
        """Number the parameters; those that nothing unbinds are bound from the start."""
        self.posonlyargcount = len(args.posonlyargs)
        self.argcount = len(args.posonlyargs) + len(args.args)
        self.kwonlyargcount = len(args.kwonlyargs)
        names = [arg.arg for group in (args.posonlyargs, args.args, args.kwonlyargs) for arg in group]
        if args.vararg is not None:
            names.append(args.vararg.arg)
            self.flags |= CO_VARARGS
        if args.kwarg is not None:
            names.append(args.kwarg.arg)
            self.flags |= CO_VARKEYWORDS
        for name in names:
            self._parameter(mangle(self.private, name))

    def _parameter(self, name: str) -> None:
        index = self.local(name)
        if self.kinds.get(name) != CELL and not self.scope.symbols[name] & DELETED:
            self.bound |= 1 << index

    def _check_parameters(self, args: ast.arguments, node: ast.AST) -> None:
        for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg):
            if arg is not None and arg.arg == "__debug__":
                raise self.job.source.error("cannot assign to __debug__", arg if ARGUMENT_PLACES else node)

    def _defaults(self, args: ast.arguments, node: ast.AST) -> int:
        """Push defaults and keyword defaults; return the flags for MAKE_FUNCTION."""
        flags = 0
        if args.defaults:
            flags |= MAKE_DEFAULTS
            constants = self.constant_elements(args.defaults)
            if constants is not None:
                self.const(constants, node)
            else:
                for default in args.defaults:
                    self.expr(default)
                count = len(args.defaults)
                self.emit_effect(BUILD_TUPLE, count, 1 - count, node)
        count = 0
        for arg, kw_default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
            if kw_default is not None:
                self.const(mangle(self.private, arg.arg), node)
                self.expr(kw_default)
                count += 1
        if count:
            flags |= MAKE_KWDEFAULTS
            self.emit_effect(BUILD_MAP, count, 1 - 2 * count, node)
        return flags

    def _annotations(self, args: ast.arguments, returns: ast.expr | None, node: ast.AST) -> int:
        """Push the tuple of names and annotations; return the flags for MAKE_FUNCTION."""
        annotated = [(arg.arg, arg.annotation) for arg in (*args.args, *args.posonlyargs)]
        if args.vararg is not None:
            annotated.append((args.vararg.arg, args.vararg.annotation))
        annotated.extend((arg.arg, arg.annotation) for arg in args.kwonlyargs)
        if args.kwarg is not None:
            annotated.append((args.kwarg.arg, args.kwarg.annotation))
        annotated.append(("return", returns))
        pairs = [(mangle(self.private, name), annotation) for name, annotation in annotated if annotation is not None]
        if not pairs:
            return 0
        if self.job.future_annotations:
            self.const(tuple([item for name, annotation in pairs for item in (name, unparse(annotation))]), node)
            return MAKE_ANNOTATIONS
        for name, annotation in pairs:
            self.const(name, node)
            if isinstance(annotation, ast.Starred):
                # def f(*args: *Ts)
                self.expr(annotation.value)
                self.emit_effect(UNPACK_SEQUENCE, 1, 0, annotation)
            else:
                self.expr(annotation)
        self.emit_effect(BUILD_TUPLE, 2 * len(pairs), 1 - 2 * len(pairs), node)
        return MAKE_ANNOTATIONS

    def _make_function(self, code: Code, flags: int, where: Where) -> None:
        """Push a function of ``code``; what the flags stand for is on the stack, all but the closure."""
        if code.freevars:
            flags |= MAKE_CLOSURE
            for name in code.freevars:
                self.emit(LOAD_CLOSURE, self.cells[name], where)
            count = len(code.freevars)
            self.emit_effect(BUILD_TUPLE, count, 1 - count, where)
        self.const(code, where)
        self.emit_effect(MAKE_FUNCTION, flags, -flags.bit_count(), where)

    # === def and lambda

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Define a function and bind its name."""
        for decorator in node.decorator_list:
            self.expr(decorator)
        firstlineno = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        self._check_parameters(node.args, node)
        flags = self._defaults(node.args, node)
        params = getattr(node, "type_params", None)
        if params:
            self.generic_function(node, params, flags, firstlineno)
        else:
            self.function_of(node, flags, firstlineno)
        self.decorate(node.decorator_list)
        self.store(node.name, node)

    def generic_function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, params: list[Any], flags: int, firstlineno: int,
    ) -> None:
        """Push a function with type parameters."""
        raise NotImplementedError

    def generic_class(self, node: ast.ClassDef, params: list[Any], firstlineno: int) -> None:
        """Push a class with type parameters."""
        raise NotImplementedError

    def function_of(self, node: ast.FunctionDef | ast.AsyncFunctionDef, flags: int, firstlineno: int) -> None:
        """Push the function that a def makes; its defaults, which the flags tell of, are on the stack."""
        flags |= self._annotations(node.args, node.returns, node)
        child = self.child(node, firstlineno)
        child._parameters(node.args)
        body = node.body
        doc = self.doc_of(body)
        if doc is not None:
            child.docstring = doc if self.job.optimize < 2 else None
            body = body[1:]
        child.body(body)
        self._make_function(child.finish(), flags, node)

    def decorate(self, decorators: list[ast.expr]) -> None:
        """Call the decorators that lie under the top, innermost first."""
        for decorator in reversed(decorators):
            self.call_plain(1, decorator)

    def doc_of(self, body: list[ast.stmt]) -> str | None:
        """Return the docstring that a body begins with."""
        if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            value = body[0].value.value
            if isinstance(value, str):
                return clean_doc(value) if CLEAN_DOCS else value
        return None

    def make_lambda(self, node: ast.Lambda) -> None:
        self._check_parameters(node.args, node)
        flags = self._defaults(node.args, node)
        child = self.child(node, node.lineno)
        child._parameters(node.args)
        child.expr(node.body)
        child.emit_last(RETURN_VALUE, 0, -1, node.body)
        self._make_function(child.finish(), flags, node)

    # === class

    def class_(self, node: ast.ClassDef) -> None:
        """Define a class and bind its name."""
        for decorator in node.decorator_list:
            self.expr(decorator)
        firstlineno = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        params = getattr(node, "type_params", None)
        if params:
            self.generic_class(node, params, firstlineno)
        else:
            self.emit(LOAD_BUILD_CLASS, 0, node)
            self._make_function(self._class_code(node, firstlineno), 0, node)
            self.const(node.name, node)
            self.arguments(2, node.bases, node.keywords, node)
        self.decorate(node.decorator_list)
        self.store(node.name, node)

    def _class_code(self, node: ast.ClassDef, firstlineno: int) -> Code:
        child = self.child(node, firstlineno)
        if child.scope.needs_classdict:
            child.emit(LOAD_LOCALS, 0, node)
            child.emit(STORE_DEREF, child.cells["__classdict__"], node)
        child.load("__name__", node)
        child.store("__module__", node)
        child.const(child.qualname, node)
        child.store("__qualname__", node)
        if getattr(node, "type_params", None):
            child.load(".type_params", node)
            child.store("__type_params__", node)
        if CLASS_FACTS:
            child.const(firstlineno, node)
            child.store("__firstlineno__", node)
        child.module_body(node.body)
        if CLASS_FACTS:
            child.const(tuple(sorted(child.static_attributes)), node)
            child.store("__static_attributes__", node)
        if child.scope.needs_classdict:
            child.emit(LOAD_CLOSURE, child.cells["__classdict__"], node)
            child.emit(STORE_NAME, child.name_index("__classdictcell__"), node)
        if child.scope.needs_class:
            child.emit(LOAD_CLOSURE, child.cells["__class__"], node)
            child.emit(DUP_TOP, 0, node)
            child.emit(STORE_NAME, child.name_index("__classcell__"), node)
        else:
            child.const(None, node)
        child.emit_last(RETURN_VALUE, 0, -1, node)
        return child.finish()

    def module_body(self, body: list[ast.stmt]) -> None:
        """Run the body of a module or class: annotations, docstring, statements."""
        raise NotImplementedError

    def note_self_attribute(self, node: ast.Attribute) -> None:
        """Record an assignment to ``self.name`` for the class around this method."""
        if CLASS_FACTS and isinstance(node.value, ast.Name) and node.value.id == "self":
            unit: Emitter | None = self
            while unit is not None:
                if unit.scope.kind == CLASS and isinstance(unit, Functions):
                    unit.static_attributes[node.attr] = None
                    return
                unit = unit.parent

    # === comprehensions

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        scope = self.job.scopes[node]
        awaited = scope.coroutine and not scope.generator
        if awaited and not self.scope.is_async and not self.scope.comprehension:
            raise self.job.source.error("asynchronous comprehension outside of an asynchronous function", node)
        if scope.home is not None:
            self.inlined(node, scope)
            return
        child = self.child(node, node.lineno)
        child.argcount = 1
        child._parameter(".0")
        build = DISPLAYS.get(type(node))
        if build is not None:
            child.emit_effect(build, 0, 1, node)
        child._generators(node, 0, 1)
        if build is None:
            child.const(None, node)
        child.emit_last(RETURN_VALUE, 0, -1, node)
        self._make_function(child.finish(), 0, node)
        self._first_iterator(node)
        self.call_plain(1, node)
        if awaited:
            self.await_top(0, node)

    def _first_iterator(self, node: Any) -> None:
        first: ast.comprehension = node.generators[0]
        self.expr(first.iter)
        self.emit(GET_AITER if first.is_async else GET_ITER, 0, first.iter if ITEM_PLACES else node)

    def inlined(self, node: ast.expr, scope: Scope) -> None:
        """Push the value of a comprehension that is no function of its own; see ``Inlining``."""
        raise NotImplementedError

    def _generators(self, node: Any, index: int, depth: int) -> None:
        """Emit the loops from number ``index`` on; ``depth`` is that of the container below their iterators."""
        generators: list[ast.comprehension] = node.generators
        if index == len(generators):
            self._element(node, depth)
            return
        if self.nesting + index > MAX_NESTING:
            raise too_deep()
        generator = generators[index]
        if generator.is_async:
            self._async_generator(node, index, depth)
            return
        start, again, end = Label(), Label(), Label()
        loops = True
        where = generator.iter if ITEM_PLACES else node
        if index == 0:
            self._given_iterator(node)
        else:
            single = single_item(generator.iter)
            if single is not None:
                # for x in [value]: an assignment.
                loops = False
                self.expr(single)
            else:
                self.expr(generator.iter)
                self.emit(GET_ITER, 0, where)
        if loops:
            depth += 1
            self.place(start)
            self.jump(FOR_ITER, end, where)
        self.assign(generator.target)
        for test in generator.ifs:
            self.jump_if(test, again, False, node)
        self._generators(node, index + 1, depth)
        self.place(again)
        if loops:
            self.jump(JUMP, start, where)
            self.place(end)

    def _given_iterator(self, node: Any) -> None:
        if self.job.scopes[node].home is None:
            self.emit(LOAD_FAST, self.local(".0"), node.generators[0].iter)

    def _async_generator(self, node: Any, index: int, depth: int) -> None:
        generator: ast.comprehension = node.generators[index]
        if index == 0:
            self._given_iterator(node)
        else:
            self.expr(generator.iter)
            self.emit(GET_AITER, 0, generator.iter if ITEM_PLACES else node)

        def body(again: Label) -> None:
            self.assign(generator.target)
            for test in generator.ifs:
                self.jump_if(test, again, False, node)
            self._generators(node, index + 1, depth + 1)

        self.async_loop(body, node, node)

    def async_loop(self, body: Callable[[Label], None], where: ast.AST, end: ast.AST) -> None:
        """Run the asynchronous iterator on top through a body, which is given the label of the next round."""
        raise NotImplementedError

    def _element(self, node: Any, depth: int) -> None:
        if isinstance(node, ast.DictComp):
            self.expr(node.key)
            self.expr(node.value)
            place = span(node.key, node.value) if ELEMENT_PLACES else node
            self.emit(MAP_ADD, depth, place)
            return
        self.expr(node.elt)
        if isinstance(node, ast.GeneratorExp):
            if self.scope.coroutine:
                self.emit(ASYNC_GEN_WRAP, 0, node.elt)
            self.emit(YIELD_VALUE, 0, node.elt)
            self.emit(POP_TOP, 0, node.elt)
        else:
            place = node.elt if ELEMENT_PLACES else node
            self.emit(LIST_APPEND if isinstance(node, ast.ListComp) else SET_ADD, depth, place)


def span(first: ast.expr, last: ast.expr) -> Position:
    """Return the place from the beginning of one expression to the end of another."""
    end_lineno = last.end_lineno or last.lineno
    return Position(first.lineno, end_lineno, first.col_offset, last.end_col_offset or last.col_offset)


def single_item(node: ast.expr) -> ast.expr | None:
    """Return the only item of a list or tuple display, else None."""
    if isinstance(node, (ast.List, ast.Tuple)) and len(node.elts) == 1 and not isinstance(node.elts[0], ast.Starred):
        return node.elts[0]
    return None


#: What a comprehension collects into; a generator expression collects nothing.
DISPLAYS: dict[type[ast.AST], int] = {ast.ListComp: BUILD_LIST, ast.SetComp: BUILD_SET, ast.DictComp: BUILD_MAP}
