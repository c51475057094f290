"""The instructions of one block of code while it is being written.

Invariants: ``depth`` is the exact depth of the machine's stack after the last instruction; while ``dead`` (after a
return, raise or jump, until a label that something jumps to) nothing is emitted, so no unreachable code exists and
every instruction has one depth. ``bound`` is the set of locals (a bit mask) that are certainly bound here: names that
the block deletes anywhere never enter it, so the set only grows along every path, and one pass in program order is
exact enough even for loops.
"""

from __future__ import annotations

import ast
from typing import Any, TypeAlias

from callgate.bytecode.code import CallSite, Position
from callgate.compiler.effects import (
    DELETE_DEREF,
    DELETE_FAST,
    DELETE_GLOBAL,
    DELETE_NAME,
    EFFECT,
    FOR_ITER,
    JUMP,
    JUMP_IF_FALSE_OR_POP,
    JUMP_IF_TRUE_OR_POP,
    LOAD_CLASSDEREF,
    LOAD_CONST,
    LOAD_DEREF,
    LOAD_FAST,
    LOAD_FAST_CHECK,
    LOAD_FROM_DICT_OR_DEREF,
    LOAD_FROM_DICT_OR_GLOBALS,
    LOAD_GLOBAL,
    LOAD_NAME,
    NOP,
    STORE_DEREF,
    STORE_FAST,
    STORE_GLOBAL,
    STORE_NAME,
)
from callgate.compiler.errors import Source
from callgate.compiler.folding import Folder, constant_key
from callgate.compiler.notices import Notice, Notices
from callgate.compiler.scopes import (
    ALIAS,
    ANNOTATION,
    CELL,
    CLASS,
    COMPREHENSION,
    DELETED,
    FREE,
    GLOBAL_EXPLICIT,
    GLOBAL_IMPLICIT,
    INNER,
    LOCAL,
    MODULE,
    Scope,
    mangle,
)

Where: TypeAlias = ast.AST | Position

#: The place of instructions that stand for no text.
NOWHERE = Position(-1, -1, -1, -1)


class Label:
    """A place in the code: its index, once placed, and depth and bound locals of those who jump there."""

    __slots__ = ("bound", "depth", "index")

    def __init__(self) -> None:
        self.index = -1
        self.depth = -1
        self.bound = 0


class Job:
    """What all blocks of one compilation share."""

    __slots__ = ("constants", "filename", "folder", "future_annotations", "hidden", "last_future", "notices", "optimize",
                 "scopes", "source", "statements")

    def __init__(
        self, source: Source, scopes: dict[object, Scope], future_annotations: bool, hidden: bool, optimize: int,
        statements: int, notices: list[Notice],
    ) -> None:
        self.source = source
        self.filename = source.filename
        self.scopes = scopes
        self.future_annotations = future_annotations
        self.hidden = hidden
        self.optimize = optimize
        self.folder = Folder(debug=optimize == 0)
        self.notices = Notices(source, self.folder, notices)
        #: Line of the last valid __future__ import.
        self.last_future = -1
        #: Statements that may still be compiled, counting the copies of finally bodies, which multiply when nested.
        self.statements = statements * 4 + 20_000
        #: Equal constants of all blocks are one: the order in which a set was written first is that of all others.
        self.constants: dict[object, object] = {}

    def shared(self, key: object, value: object) -> object:
        """Return the first constant that was equal to this one, which its items are too."""
        found = self.constants.setdefault(key, value)
        if found is value and type(value) is tuple:
            items = [self.shared(constant_key(item), item) for item in value]
            if any(old is not new for old, new in zip(value, items)):
                found = self.constants[key] = tuple(items)
        return found


class Emitter:
    """Buffers, labels, constants and names of one block."""

    def __init__(self, job: Job, scope: Scope, parent: Emitter | None, firstlineno: int) -> None:
        self.job = job
        self.scope = scope
        self.parent = parent
        self.name = scope.name
        self.firstlineno = firstlineno
        self.qualname = self._qualname()
        self.private = scope.private
        self.kinds = scope.kinds
        self.fast = scope.kind > CLASS
        self.nesting: int = 0 if parent is None else parent.nesting
        self.code: list[int] = []
        self.where: list[Where] = []
        self.depth = 0
        self.max_depth = 0
        self.dead = False
        self.bound = 0
        self.jumps: list[tuple[int, Label]] = []
        #: Labels placed at the end of the code so far, which is at here_index.
        self.here: list[Label] = []
        self.here_index = -1
        self.handlers: list[tuple[Label, Label, Label, int]] = []
        self.calls: list[CallSite] = []
        self.consts: list[object] = []
        self.const_index: dict[object, int] = {}
        self.names: dict[str, int] = {}
        self.varnames: dict[str, int] = {}
        #: Names of the variables of the inlined comprehensions that are open -> names of the locals that they are.
        self.inner: dict[str, str] = {}
        self.cells = {name: index for index, name in [*enumerate(scope.cellvars + scope.freevars)][::-1]}

    def _place(self, name: str) -> int:
        """Of a variable in a cell. `__class__` in a class body is that of what is around, beside its methods' cell."""
        if name == "__class__" and name in self.scope.freevars:
            return len(self.scope.cellvars) + self.scope.freevars.index(name)
        return self.cells[name]

    def _qualname(self) -> str:
        parent = self.parent
        if parent is not None and parent.scope.kind == ANNOTATION and parent.scope.info != ALIAS:
            parent = parent.parent
        if parent is None or parent.scope.kind == MODULE:
            return self.name
        if self.scope.kind < COMPREHENSION:
            mangled = mangle(parent.scope.private, self.name)
            if parent.scope.kinds.get(mangled) == GLOBAL_EXPLICIT:
                return self.name
        if parent.scope.kind in (CLASS, COMPREHENSION) or parent.scope.kind == ANNOTATION and parent.scope.info != ALIAS:
            return f"{parent.qualname}.{self.name}"
        return f"{parent.qualname}.<locals>.{self.name}"

    # === instructions

    def emit(self, number: int, operand: int, where: Where) -> None:
        """Append an instruction whose effect on the depth is fixed."""
        if self.dead:
            return
        self.code.append(number | operand << 8)
        self.where.append(where)
        depth = self.depth + EFFECT[number]
        self.depth = depth
        if depth > self.max_depth:
            self.max_depth = depth

    def emit_effect(self, number: int, operand: int, effect: int, where: Where) -> None:
        """Append an instruction that changes the depth by ``effect``."""
        if self.dead:
            return
        self.code.append(number | operand << 8)
        self.where.append(where)
        depth = self.depth + effect
        self.depth = depth
        if depth > self.max_depth:
            self.max_depth = depth

    def emit_last(self, number: int, operand: int, effect: int, where: Where) -> None:
        """Append an instruction after which the code does not go on."""
        self.emit_effect(number, operand, effect, where)
        self.dead = True

    def jump(self, number: int, label: Label, where: Where) -> None:
        """Append a jump; ``label`` may be placed already or later."""
        if self.dead:
            return
        code = self.code
        if number == JUMP and self.ends_with_nop():
            # The jump takes the place of a pass.
            code.pop()
            where = self.where.pop()
        self.jumps.append((len(code), label))
        code.append(number)
        self.where.append(where)
        depth = self.depth
        if number == JUMP:
            self.dead = True
        elif number == FOR_ITER:
            self.depth = depth + 1
            if depth >= self.max_depth:
                self.max_depth = depth + 1
            depth -= 1
        elif number == JUMP_IF_FALSE_OR_POP or number == JUMP_IF_TRUE_OR_POP:
            self.depth = depth - 1
        else:
            depth -= 1
            self.depth = depth
        if label.depth < 0:
            label.depth = depth
            label.bound = self.bound
        else:
            label.bound &= self.bound

    def ends_with_nop(self) -> bool:
        """Tell whether the last instruction is a NOP that nothing jumps behind."""
        code = self.code
        return bool(code) and code[-1] == NOP and self.here_index != len(code)

    def place(self, label: Label) -> None:
        """Let ``label`` be the next instruction; the code is alive again if something jumps there."""
        index = len(self.code)
        if self.jumps and self.jumps[-1] == (index - 1, label) and self.code[-1] & 0xFF == JUMP:
            # A jump to the next instruction is none.
            self.jumps.pop()
            self.code.pop()
            self.where.pop()
            if self.here_index == index:
                for other in self.here:
                    other.index = index - 1
                self.here_index = index - 1
            index -= 1
        if label.depth >= 0:
            if self.dead:
                self.dead = False
                self.depth = label.depth
                self.bound = label.bound
            else:
                self.bound &= label.bound
        elif not self.dead:
            label.depth = self.depth
        label.bound = self.bound
        self._register(label, index)

    def mark(self) -> Label:
        """Return a label for the next instruction that nothing jumps to."""
        label = Label()
        self._register(label, len(self.code))
        return label

    def _register(self, label: Label, index: int) -> None:
        label.index = index
        if self.here_index == index:
            self.here.append(label)
        else:
            self.here_index = index
            self.here = [label]

    # === constants and names

    def const(self, value: object, where: Where) -> None:
        """Push a constant."""
        if self.dead:
            if type(value) is frozenset:  # no instruction pushes it, and still equal ones lie as it does
                self.job.shared(constant_key(value), value)
            return
        key = value if type(value) is str else constant_key(value)
        index = self.const_index.get(key)
        if index is None:
            index = self.const_index[key] = len(self.consts)
            self.consts.append(self.job.shared(key, value))
        self.emit(LOAD_CONST, index, where)

    def name_index(self, name: str) -> int:
        """Return the number of a name of a global, attribute or module, mangled inside a class."""
        if self.private is not None and name.startswith("__"):
            name = self.scope.mangle(name)
        index = self.names.get(name)
        if index is None:
            index = self.names[name] = len(self.names)
        return index

    def local(self, name: str) -> int:
        """Return the number of a local variable."""
        index = self.varnames.get(name)
        if index is None:
            index = self.varnames[name] = len(self.varnames)
        return index

    def load(self, name: str, where: Where) -> None:
        """Push the value of a name."""
        if self.private is not None and name.startswith("__"):
            name = self.scope.mangle(name)
        kind = self.kinds.get(name, GLOBAL_IMPLICIT)
        if kind == LOCAL and self.fast:
            index = self.local(name)
            if self.bound >> index & 1:
                self.emit(LOAD_FAST, index, where)
            else:
                self.emit(LOAD_FAST_CHECK, index, where)
                self._bind(name, index)
        elif kind == INNER:
            index = self.local(self.inner[name])
            self.emit(LOAD_FAST if self.bound >> index & 1 else LOAD_FAST_CHECK, index, where)
            self.bound |= 1 << index
        elif kind == CELL or kind == FREE:
            number = LOAD_CLASSDEREF if not self.fast and self.scope.kind == CLASS else LOAD_DEREF
            if self.scope.class_scope is not None:
                self.emit(LOAD_DEREF, self.cells["__classdict__"], where)
                number = LOAD_FROM_DICT_OR_DEREF
            self.emit(number, self._place(name), where)
        elif kind == GLOBAL_IMPLICIT and self.scope.class_scope is not None:
            self.emit(LOAD_DEREF, self.cells["__classdict__"], where)
            self.emit(LOAD_FROM_DICT_OR_GLOBALS, self.name_index(name), where)
        elif kind == GLOBAL_EXPLICIT or (kind == GLOBAL_IMPLICIT and self.fast):
            self.emit(LOAD_GLOBAL, self.name_index(name), where)
        else:
            self.emit(LOAD_NAME, self.name_index(name), where)

    def store(self, name: str, where: Where) -> None:
        """Pop a value and bind it to a name."""
        if name == "__debug__":
            raise self.job.source.error("cannot assign to __debug__", self.node_of(where))
        if self.private is not None and name.startswith("__"):
            name = self.scope.mangle(name)
        kind = self.kinds.get(name, GLOBAL_IMPLICIT)
        if kind == LOCAL and self.fast:
            index = self.local(name)
            self.emit(STORE_FAST, index, where)
            self._bind(name, index)
        elif kind == INNER:
            index = self.local(self.inner[name])
            self.emit(STORE_FAST, index, where)
            self.bound |= 1 << index
        elif kind == CELL or kind == FREE:
            self.emit(STORE_DEREF, self._place(name), where)
        elif kind == GLOBAL_EXPLICIT or (kind == GLOBAL_IMPLICIT and self.fast):
            self.emit(STORE_GLOBAL, self.name_index(name), where)
        else:
            self.emit(STORE_NAME, self.name_index(name), where)

    def delete(self, name: str, where: Where) -> None:
        """Unbind a name."""
        if name == "__debug__":
            raise self.job.source.error("cannot delete __debug__", self.node_of(where))
        if self.private is not None and name.startswith("__"):
            name = self.scope.mangle(name)
        kind = self.kinds.get(name, GLOBAL_IMPLICIT)
        if kind == LOCAL and self.fast:
            self.emit(DELETE_FAST, self.local(name), where)
        elif kind == CELL or kind == FREE:
            self.emit(DELETE_DEREF, self._place(name), where)
        elif kind == GLOBAL_EXPLICIT or (kind == GLOBAL_IMPLICIT and self.fast):
            self.emit(DELETE_GLOBAL, self.name_index(name), where)
        else:
            self.emit(DELETE_NAME, self.name_index(name), where)

    def _bind(self, name: str, index: int) -> None:
        if not self.scope.symbols.get(name, 0) & DELETED:
            self.bound |= 1 << index

    def mangled(self, name: str) -> str:
        """Return the name as it is inside this class."""
        return self.scope.mangle(name)

    def node_of(self, where: Where) -> ast.AST | None:
        """Return ``where`` when it is a node of the tree."""
        return where if isinstance(where, ast.AST) else None

    # === what the families of syntax give each other

    def expr(self, node: ast.expr) -> None:
        """Push the value of an expression."""
        raise NotImplementedError

    def body(self, statements: list[Any]) -> None:
        """Run a sequence of statements."""
        raise NotImplementedError
