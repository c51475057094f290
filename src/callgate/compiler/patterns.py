"""match: patterns against a subject.

While a pattern is tried, the stack holds (from the bottom) what the statement keeps, then the values captured so far,
the first one uppermost, then what the pattern in hand still needs: ``on_top`` items. Names are bound only when the
whole pattern has matched. A test that fails jumps to the label that drops as many items as lie there; these labels
stand in a row behind the case, each dropping one item more than the next.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from callgate.bytecode.opcodes import BINARY_OPS, COMPARE_OPS
from callgate.compiler.effects import (
    BINARY_OP,
    BINARY_SUBSCR,
    BUILD_MAP,
    BUILD_TUPLE,
    COMPARE_OP,
    COPY,
    DELETE_SUBSCR,
    DICT_UPDATE,
    DUP_TOP,
    GET_LEN,
    IS_OP,
    JUMP,
    MATCH_CLASS,
    MATCH_KEYS,
    MATCH_MAPPING,
    MATCH_SEQUENCE,
    NOP,
    POP_JUMP_IF_FALSE,
    POP_TOP,
    ROT_N,
    ROT_TWO,
    SWAP,
    UNPACK_EX,
    UNPACK_SEQUENCE,
)
from callgate.compiler.emitter import Label
from callgate.compiler.errors import too_deep
from callgate.compiler.expressions import MAX_NESTING
from callgate.compiler.folding import NOT_CONSTANT
from callgate.compiler.inlining import Inlining
from callgate.compiler.versions import PATTERN_PLACES

#: The most sub-patterns before a starred one that UNPACK_EX counts.
MAX_BEFORE_STAR = 255


class Attempt:
    """The state of one pattern that is tried: a case, or one alternative."""

    __slots__ = ("failures", "may_match_all", "on_top", "stores")

    def __init__(self, may_match_all: bool) -> None:
        #: Captured names -> their pattern, in the order of capture.
        self.stores: dict[str, ast.pattern] = {}
        #: Whether a pattern that matches everything may stand here.
        self.may_match_all = may_match_all
        self.on_top = 0
        #: Where to go when the match fails, by the number of items to drop.
        self.failures: list[Label] = []

    def failure(self, items: int) -> Label:
        """Return where to go to drop ``items`` and fail."""
        while len(self.failures) <= items:
            self.failures.append(Label())
        return self.failures[items]


class Patterns(Inlining):
    """Emits match statements."""

    #: The pattern that the text is at.
    at: ast.AST = ast.Pass()

    def _match(self, node: ast.Match) -> None:
        self.expr(node.subject)
        end = Label()
        cases = node.cases
        # A last "case _" needs no subject.
        default = cases[-1] if len(cases) > 1 and is_wildcard(cases[-1].pattern) else None
        tried = cases if default is None else cases[:-1]
        for case in tried:
            last = case is tried[-1]
            if not last:
                self.emit(DUP_TOP, 0, node)
            attempt = Attempt(case.guard is not None or case is cases[-1])
            self._pattern(case.pattern, attempt)
            for name, place in attempt.stores.items():
                self.store(name, place)
            if case.guard is not None:
                self.jump_if(case.guard, attempt.failure(0), False, self.at)
            if not last:
                self.emit(POP_TOP, 0, node)
            self.body(case.body)
            self.jump(JUMP, end, node)
            self._place_failures(attempt, case.pattern)
        if default is not None:
            # It has an instruction, so that whoever follows the lines sees it.
            self.emit(NOP, 0, default.pattern)
            if default.guard is not None:
                self.jump_if(default.guard, end, False, default.pattern)
            self.body(default.body)
        self.place(end)

    # === failing

    def _fail(self, attempt: Attempt, number: int, where: ast.pattern) -> None:
        """Emit a jump to where the match fails from here."""
        label = attempt.failure(attempt.on_top + len(attempt.stores))
        self.jump(number, label, where)

    def _place_failures(self, attempt: Attempt, where: ast.pattern) -> None:
        for label in reversed(attempt.failures[1:]):
            self.place(label)
            self.emit(POP_TOP, 0, where)
        if attempt.failures:
            self.place(attempt.failures[0])

    def _error(self, message: str, node: ast.AST) -> SyntaxError:
        return self.job.source.error(message, node)

    # === patterns: each takes the subject off the stack, or fails

    def _pattern(self, node: ast.pattern, attempt: Attempt) -> None:
        nesting = self.nesting + 1
        if nesting > MAX_NESTING:
            raise too_deep()
        self.nesting = nesting
        outer, self.at = self.at, node
        PATTERNS[type(node)](self, node, attempt)
        if PATTERN_PLACES:
            self.at = outer
        self.nesting = nesting - 1

    def _part(self, node: ast.pattern, attempt: Attempt) -> None:
        """A pattern within another one, which may match everything."""
        outer = attempt.may_match_all
        attempt.may_match_all = True
        self._pattern(node, attempt)
        attempt.may_match_all = outer

    def _value_pattern(self, node: ast.MatchValue, attempt: Attempt) -> None:
        if self.job.folder.constant(node.value) is NOT_CONSTANT and not isinstance(node.value, ast.Attribute):
            raise self._error("patterns may only match literals and attribute lookups", node)
        self.expr(node.value)
        self.emit(COMPARE_OP, COMPARE_OPS["=="], node)
        self._fail(attempt, POP_JUMP_IF_FALSE, node)

    def _singleton_pattern(self, node: ast.MatchSingleton, attempt: Attempt) -> None:
        self.const(node.value, node)
        self.emit(IS_OP, 0, node)
        self._fail(attempt, POP_JUMP_IF_FALSE, node)

    def _as_pattern(self, node: ast.MatchAs, attempt: Attempt) -> None:
        if node.pattern is None:
            if not attempt.may_match_all:
                what = "wildcard" if node.name is None else f"name capture {node.name!r}"
                raise self._error(f"{what} makes remaining patterns unreachable", node)
            self._capture(node.name, node, attempt)
            return
        attempt.on_top += 1
        self.emit(DUP_TOP, 0, node)
        self._pattern(node.pattern, attempt)
        attempt.on_top -= 1
        self._capture(node.name, node, attempt)

    def _star_pattern(self, node: ast.MatchStar, attempt: Attempt) -> None:
        self._capture(node.name, node, attempt)

    def _capture(self, name: str | None, node: ast.pattern, attempt: Attempt) -> None:
        """Put the top under the values captured before and what else lies there, to be bound to ``name`` later."""
        if name is None:
            self.emit(POP_TOP, 0, node)
            return
        self._add_store(name, node, attempt)
        self._rotate(attempt.on_top + len(attempt.stores), node)

    def _add_store(self, name: str, node: ast.pattern, attempt: Attempt) -> None:
        if name == "__debug__":
            raise self._error("cannot assign to __debug__", node)
        if name in attempt.stores:
            raise self._error(f"multiple assignments to name {name!r} in pattern", self.at)
        attempt.stores[name] = node

    def _rotate(self, count: int, where: ast.pattern) -> None:
        """Move the top under the ``count - 1`` items below it."""
        if count == 2:
            self.emit(ROT_TWO, 0, where)
        elif count > 2:
            self.emit(ROT_N, count, where)

    # === sequences

    def _sequence_pattern(self, node: ast.MatchSequence, attempt: Attempt) -> None:
        patterns = node.patterns
        size = len(patterns)
        star = -1
        for index, pattern in enumerate(patterns):
            if isinstance(pattern, ast.MatchStar):
                if star >= 0:
                    raise self._error("multiple starred names in sequence pattern", node)
                star = index
        attempt.on_top += 1
        self.emit(MATCH_SEQUENCE, 0, node)
        self._fail(attempt, POP_JUMP_IF_FALSE, node)
        if star < 0 or size > 1:
            self.emit(GET_LEN, 0, node)
            self.const(size if star < 0 else size - 1, node)
            self.emit(COMPARE_OP, COMPARE_OPS["==" if star < 0 else ">="], node)
            self._fail(attempt, POP_JUMP_IF_FALSE, node)
        attempt.on_top -= 1
        if all(is_wildcard(pattern) for pattern in patterns):
            self.emit(POP_TOP, 0, node)
        elif star >= 0 and is_wildcard(patterns[star]):
            self._items_by_index(node, star, attempt)
        else:
            self._unpacked(node, star, attempt)

    def _items_by_index(self, node: ast.MatchSequence, star: int, attempt: Attempt) -> None:
        """With a ``*_`` the other items are asked for one by one."""
        size = len(node.patterns)
        attempt.on_top += 1
        for index, pattern in enumerate(node.patterns):
            if is_wildcard(pattern):
                continue
            self.emit(DUP_TOP, 0, self.at)
            if index < star:
                self.const(index, self.at)
            else:
                # A sequence need not know negative indices.
                self.emit(GET_LEN, 0, self.at)
                self.const(size - index, self.at)
                self.emit(BINARY_OP, BINARY_OPS.index("-"), self.at)
            self.emit(BINARY_SUBSCR, 0, self.at)
            self._part(pattern, attempt)
        attempt.on_top -= 1
        self.emit(POP_TOP, 0, node)

    def _unpacked(self, node: ast.MatchSequence, star: int, attempt: Attempt) -> None:
        size = len(node.patterns)
        if star > MAX_BEFORE_STAR:
            raise self._error("too many expressions in star-unpacking sequence pattern", node)
        if star < 0:
            self.emit_effect(UNPACK_SEQUENCE, size, size - 1, node)
        else:
            self.emit_effect(UNPACK_EX, star | (size - star - 1) << 8, size - 1, node)
        self._parts(node.patterns, attempt)

    def _parts(self, patterns: list[ast.pattern], attempt: Attempt) -> None:
        """Try patterns against as many values, the first one on top."""
        attempt.on_top += len(patterns)
        for pattern in patterns:
            attempt.on_top -= 1
            self._part(pattern, attempt)

    # === mappings

    def _mapping_pattern(self, node: ast.MatchMapping, attempt: Attempt) -> None:
        size = len(node.keys)
        attempt.on_top += 1
        self.emit(MATCH_MAPPING, 0, node)
        self._fail(attempt, POP_JUMP_IF_FALSE, node)
        if not size and node.rest is None:
            attempt.on_top -= 1
            self.emit(POP_TOP, 0, node)
            return
        if size:
            self.emit(GET_LEN, 0, node)
            self.const(size, node)
            self.emit(COMPARE_OP, COMPARE_OPS[">="], node)
            self._fail(attempt, POP_JUMP_IF_FALSE, node)
        self._keys(node)
        self.emit(MATCH_KEYS, 0, node)
        attempt.on_top += 2
        self._unless_none(attempt, node)
        self.emit_effect(UNPACK_SEQUENCE, size, size - 1, node)
        attempt.on_top -= 1
        self._parts(node.patterns, attempt)
        # What is left are the subject and the tuple of keys.
        attempt.on_top -= 2
        if node.rest is None:
            self.emit(POP_TOP, 0, node)
            self.emit(POP_TOP, 0, node)
        else:
            self._rest_of_mapping(size, self.at)
            self._capture(node.rest, node, attempt)

    def _keys(self, node: ast.MatchMapping) -> None:
        """Push the tuple of keys; literals must differ, and nothing but names with dots may be computed."""
        seen = set()
        for key in node.keys:
            value = self.job.folder.constant(key)
            if value is not NOT_CONSTANT:
                if value in seen:
                    raise self._error(f"mapping pattern checks duplicate key ({value!r})", node)
                seen.add(value)
            elif not isinstance(key, ast.Attribute):
                raise self._error("mapping pattern keys may only match literals and attribute lookups", node)
            self.expr(key)
        self.emit_effect(BUILD_TUPLE, len(node.keys), 1 - len(node.keys), node)

    def _rest_of_mapping(self, size: int, where: ast.AST) -> None:
        """[subject keys]: a dict of the subject without the keys."""
        self.emit_effect(BUILD_MAP, 0, 1, where)
        self.emit(SWAP, 3, where)
        self.emit(DICT_UPDATE, 2, where)
        self.emit_effect(UNPACK_SEQUENCE, size, size - 1, where)
        for left in range(size, 0, -1):
            self.emit(COPY, left + 1, where)
            self.emit(ROT_TWO, 0, where)
            self.emit(DELETE_SUBSCR, 0, where)

    def _unless_none(self, attempt: Attempt, where: ast.pattern) -> None:
        """Fail when the top, which stays, is None."""
        self.emit(DUP_TOP, 0, where)
        self.const(None, where)
        self.emit(IS_OP, 1, where)
        self._fail(attempt, POP_JUMP_IF_FALSE, where)

    # === classes

    def _class_pattern(self, node: ast.MatchClass, attempt: Attempt) -> None:
        names = node.kwd_attrs
        seen = set()
        for name, pattern in zip(names, node.kwd_patterns, strict=True):
            if name == "__debug__":
                raise self._error("cannot assign to __debug__", pattern)
            if name in seen:
                raise self._error(f"attribute name repeated in class pattern: {name}", pattern)
            seen.add(name)
        self.expr(node.cls)
        self.const(tuple(names), node)
        self.emit(MATCH_CLASS, len(node.patterns), node)
        attempt.on_top += 1
        self._unless_none(attempt, node)
        patterns = [*node.patterns, *node.kwd_patterns]
        self.emit_effect(UNPACK_SEQUENCE, len(patterns), len(patterns) - 1, node)
        attempt.on_top -= 1
        self._parts(patterns, attempt)

    # === alternatives

    def _or_pattern(self, node: ast.MatchOr, attempt: Attempt) -> None:
        end = Label()
        names: list[str] = []
        for index, pattern in enumerate(node.patterns):
            inner = Attempt(attempt.may_match_all and index == len(node.patterns) - 1)
            self.emit(DUP_TOP, 0, pattern)
            self._pattern(pattern, inner)
            if not index:
                names = list(inner.stores)
            elif inner.stores.keys() != set(names):
                raise self._error("alternative patterns bind different names", self.at)
            else:
                self._reorder(list(inner.stores), names, pattern)
            self.jump(JUMP, end, pattern)
            self._place_failures(inner, pattern)
        self.emit(POP_TOP, 0, node)
        self._fail(attempt, JUMP, node)
        self.place(end)
        # The subject lies under the values captured here, they go under all that was there before.
        count = len(names) + 1 + attempt.on_top + len(attempt.stores)
        for name in names:
            self._rotate(count, node)
            self._add_store(name, node, attempt)
        self.emit(POP_TOP, 0, node)

    def _reorder(self, found: list[str], wanted: list[str], where: ast.pattern) -> None:
        """Bring captured values, the first one on top, into another order."""
        places = {name: index for index, name in enumerate(found)}
        for index in range(len(wanted) - 1, 0, -1):
            name = wanted[index]
            place = places[name]
            if place == index:
                continue
            for other in (place, index):
                # Swap the top with that one.
                if other:
                    found[0], found[other] = found[other], found[0]
                    places[found[0]], places[found[other]] = 0, other
                    self.emit(SWAP, other + 1, where)


def is_wildcard(pattern: ast.pattern) -> bool:
    """Tell whether a pattern is ``_`` or ``*_``."""
    if isinstance(pattern, ast.MatchAs):
        return pattern.name is None
    return isinstance(pattern, ast.MatchStar) and pattern.name is None


PATTERNS: dict[type[ast.pattern], Callable[[Patterns, Any, Attempt], None]] = {
    ast.MatchValue: Patterns._value_pattern, ast.MatchSingleton: Patterns._singleton_pattern,
    ast.MatchSequence: Patterns._sequence_pattern, ast.MatchMapping: Patterns._mapping_pattern,
    ast.MatchClass: Patterns._class_pattern, ast.MatchStar: Patterns._star_pattern,
    ast.MatchAs: Patterns._as_pattern, ast.MatchOr: Patterns._or_pattern,
}
