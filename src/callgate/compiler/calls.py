"""Calls: the forms of CALL_FUNCTION and the call sites that the machine's linker needs.

Without stars a call pushes its positionals and (name, value) pairs. With a ``*``, everything from the first star on
becomes one tuple (a single star its iterable), and all keywords go into a dict, because CPython evaluates the stars
before the keywords. With only a ``**``, at the end, the keywords before it stay pairs; with more, all become a dict.
More than 255 of either kind do not fit the operand and take the star forms.
"""

from __future__ import annotations

import ast

from callgate.bytecode.code import CallSite
from callgate.compiler.displays import STACK_GUIDELINE
from callgate.compiler.effects import (
    BUILD_LIST,
    BUILD_MAP,
    CALL_FUNCTION,
    CALL_FUNCTION_KW,
    CALL_FUNCTION_VAR,
    CALL_FUNCTION_VAR_KW,
    DICT_MERGE,
    LIST_APPEND,
    LIST_EXTEND,
    LIST_TO_TUPLE,
    LOAD_ATTR,
    MAP_ADD,
)
from callgate.compiler.emitter import Where
from callgate.compiler.expressions import Expressions
from callgate.compiler.versions import ARGUMENT_PLACES

#: The most positionals, and keywords, that an operand counts.
MAX_COUNT = 255


class Calls(Expressions):
    """Emits calls."""

    def call(self, node: ast.Call) -> None:
        args, keywords = node.args, node.keywords
        self.job.notices.call(node)
        if keywords or self.takes_star_form(args, keywords):
            self.arguments(0, args, keywords, node)
            return
        # The usual call, with as few host frames as possible for each level of nesting.
        for arg in args:
            self.expr(arg)
        self._call_instruction(CALL_FUNCTION, len(args), -len(args), node, -1, ())

    def method_call(self, attribute: ast.Attribute, call: ast.Call) -> None:
        place = self.attribute_place(attribute)
        where = call if attribute.lineno == attribute.end_lineno else self.name_place(call, attribute)
        if self.takes_star_form(call.args, call.keywords):
            self.emit(LOAD_ATTR, self.name_index(attribute.attr), place)
            self.arguments(0, call.args, call.keywords, call)
            return
        method = len(self.code)
        self.emit(LOAD_ATTR, self.name_index(attribute.attr), place)
        if not self.dead:
            # The machine keeps the object or the method beside the callable until the call.
            self.depth += 1
            self.max_depth = max(self.max_depth, self.depth)
        args = call.args
        if call.keywords:
            self.plain_arguments(0, args, call.keywords, where, method)
            return
        for arg in args:
            self.expr(arg)
        self._call_instruction(CALL_FUNCTION, len(args), -len(args), where, method, ())

    def takes_star_form(self, args: list[ast.expr], keywords: list[ast.keyword], prefix: int = 0) -> bool:
        """Tell whether a call does not fit CALL_FUNCTION; ``prefix`` positionals are on the stack already."""
        if len(args) + prefix > MAX_COUNT or len(keywords) > MAX_COUNT:
            return True
        for arg in args:
            if type(arg) is ast.Starred:
                return True
        for keyword in keywords:
            if keyword.arg is None:
                return True
        return False

    def arguments(self, prefix: int, args: list[ast.expr], keywords: list[ast.keyword], where: ast.AST) -> None:
        """Push the arguments and call; ``prefix`` positionals lie on the callable already."""
        if not self.takes_star_form(args, keywords, prefix):
            self.plain_arguments(prefix, args, keywords, where, -1)
            return
        self._check_keywords(keywords, where)
        count = len(args)
        for index, arg in enumerate(args):
            if type(arg) is ast.Starred or index + prefix >= MAX_COUNT:
                count = index
                break
        for arg in args[:count]:
            self.expr(arg)
        positional = prefix + count
        star = count < len(args)
        pairs: list[int] = []
        if star:
            self._rest(args[count:], where, bool(positional and keywords))
        else:
            stars = [keyword.arg is None for keyword in keywords]
            # what a ** gives is merged before what comes after it is evaluated
            for keyword in keywords[:MAX_COUNT] if not any(stars[:-1]) else ():
                if keyword.arg is None:
                    break
                pairs.append(len(self.code))
                self.const(keyword.arg, where)
                self.expr(keyword.value)
        named = len(keywords) > len(pairs)
        if named:
            self._keyword_dict(keywords[len(pairs):], 3 + star + positional + 2 * len(pairs), where)
        number = CALL_FUNCTION_VAR if star else CALL_FUNCTION
        if named:
            number = CALL_FUNCTION_VAR_KW if star else CALL_FUNCTION_KW
        operand = positional | len(pairs) << 8
        self._call_instruction(number, operand, -positional - 2 * len(pairs) - star - named, where, -1, pairs)

    def plain_arguments(
        self, prefix: int, args: list[ast.expr], keywords: list[ast.keyword], where: Where, method: int,
    ) -> None:
        """Push arguments without stars and call."""
        for arg in args:
            self.expr(arg)
        positional = prefix + len(args)
        if not keywords:
            self._call_instruction(CALL_FUNCTION, positional, -positional, where, method, ())
            return
        self._check_keywords(keywords, where)
        pairs = []
        for keyword in keywords:
            pairs.append(len(self.code))
            self.const(keyword.arg, where)
            self.expr(keyword.value)
        effect = -positional - 2 * len(pairs)
        self._call_instruction(CALL_FUNCTION, positional | len(pairs) << 8, effect, where, method, pairs)

    def call_plain(self, count: int, where: Where) -> None:
        """Call with ``count`` positionals that are on the stack already."""
        self._call_instruction(CALL_FUNCTION, count, -count, where, -1, ())

    def _call_instruction(
        self, number: int, operand: int, effect: int, where: Where, method: int, pairs: list[int] | tuple[int, ...],
    ) -> None:
        if self.dead:
            return
        if method >= 0:
            self.depth -= 1
        self.calls.append(CallSite(len(self.code), method, tuple(pairs)))
        self.emit_effect(number, operand, effect, where)

    def _rest(self, args: list[ast.expr], where: Where, at_once: bool) -> None:
        """Push the arguments from the first star on: one tuple, or, for a single star, its iterable as it is.

        ``at_once``: it is iterated here, before what comes after it in the call.
        """
        if len(args) == 1 and isinstance(args[0], ast.Starred) and not at_once:
            self.expr(args[0].value)
            return
        self.emit_effect(BUILD_LIST, 0, 1, where)
        for arg in args:
            if isinstance(arg, ast.Starred):
                self.expr(arg.value)
                self.emit(LIST_EXTEND, 1, where)
            else:
                self.expr(arg)
                self.emit(LIST_APPEND, 1, where)
        self.emit(LIST_TO_TUPLE, 0, where)

    def _keyword_dict(self, keywords: list[ast.keyword], callable_depth: int, where: Where) -> None:
        """Push one dict of keywords; DICT_MERGE names the callable, ``callable_depth`` items down, in its error.

        A single ``**`` is its mapping as it is.
        """
        if len(keywords) == 1 and keywords[0].arg is None:
            self.expr(keywords[0].value)
            return
        have_dict = False
        start = 0
        while start < len(keywords):
            end = start
            while end < len(keywords) and keywords[end].arg is not None:
                end += 1
            if end > start or not have_dict:
                self._named_group(keywords[start:end], where)
                if have_dict:
                    self.emit(DICT_MERGE, callable_depth, where)
                have_dict = True
            if end < len(keywords):
                self.expr(keywords[end].value)
                self.emit(DICT_MERGE, callable_depth, where)
            start = end + 1

    def _named_group(self, keywords: list[ast.keyword], where: Where) -> None:
        count = len(keywords)
        big = count * 2 > STACK_GUIDELINE
        if big:
            self.emit_effect(BUILD_MAP, 0, 1, where)
        for keyword in keywords:
            self.const(keyword.arg, where)
            self.expr(keyword.value)
            if big:
                self.emit(MAP_ADD, 1, where)
        if not big:
            self.emit_effect(BUILD_MAP, count, 1 - 2 * count, where)

    def _check_keywords(self, keywords: list[ast.keyword], where: Where) -> None:
        seen = set()
        for keyword in keywords:
            if keyword.arg is None:
                continue
            if keyword.arg == "__debug__":
                place = keyword if ARGUMENT_PLACES else self.node_of(where)
                raise self.job.source.error("cannot assign to __debug__", place)
            if keyword.arg in seen:
                raise self.job.source.error(f"keyword argument repeated: {keyword.arg}", keyword)
            seen.add(keyword.arg)
