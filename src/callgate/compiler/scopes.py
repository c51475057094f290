"""Scopes: for each block of code, whether a name is local, in a cell, free or global.

``symbols.py`` fills one Scope per block with flags; ``resolve`` turns the flags into kinds. Parents are resolved before
their children, and a child that uses a name of an outer function marks it there as a cell, so one pass is enough and
its cost is (uses of free names) x (nesting), with no sets handed down.
"""

from __future__ import annotations

import ast

from callgate.compiler.errors import Source

#: Flags of a symbol.
GLOBAL, ASSIGNED, PARAM, NONLOCAL, USED, ANNOTATED, COMP_TARGET, DELETED, IMPORTED, TYPE_PARAM = (
    1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
BOUND = ASSIGNED | PARAM | IMPORTED

#: Kinds of a name in a scope, after ``resolve``. A name that is not listed is an implicit global.
GLOBAL_IMPLICIT, GLOBAL_EXPLICIT, LOCAL, CELL, FREE = 0, 1, 2, 3, 4
#: A variable of an inlined comprehension: a local of the code around it, whatever that is.
INNER = 5

#: Kinds of scopes; all above CLASS are functions.
MODULE, CLASS, FUNCTION, LAMBDA, COMPREHENSION, ANNOTATION = 0, 1, 2, 3, 4, 5

#: With a node, the key of its scope of type parameters, and of a type parameter's default.
PARAMETERS, DEFAULT = "type parameters", "default"
#: What annotation scopes are in messages.
GENERIC, ALIAS = "the definition of a generic", "a type alias"


class Scope:
    """One block: module, class body, function, lambda, comprehension or annotation scope (of type parameters)."""

    __slots__ = (
        "cellvars", "class_scope", "comp_iter", "comp_target", "comprehension", "coroutine", "directives", "free",
        "freevars", "generator", "home", "info", "is_async", "kind", "kinds", "level", "mangled", "name", "needs_class",
        "needs_classdict", "nested", "parent", "private", "symbols",
    )

    def __init__(self, kind: int, name: str, parent: Scope | None, private: str | None) -> None:
        self.kind = kind
        self.name = name
        self.parent = parent
        #: Name of the innermost class, for mangling.
        self.private = private
        self.nested: bool = parent is not None and (parent.nested or parent.kind > CLASS)
        self.symbols: dict[str, int] = {}
        #: Where a name was declared global or nonlocal, for messages.
        self.directives: dict[str, ast.AST] = {}
        self.generator = False
        #: Whether something is awaited in it, or could be.
        self.coroutine = False
        #: A function that "async def" makes.
        self.is_async = False
        #: What a comprehension is called in messages, else "".
        self.comprehension = ""
        #: Of a comprehension that is no function of its own: the block whose code it is part of, and how many such
        #: comprehensions are around its variables, with itself.
        self.home: Scope | None = None
        self.level = 0
        #: Depth of comprehension iterables being visited, where := is not allowed.
        self.comp_iter: int = parent.comp_iter if parent is not None else 0
        self.comp_target = False
        #: A class body whose methods use __class__ or super().
        self.needs_class = False
        #: A class body with annotation scopes, which see its names.
        self.needs_classdict = False
        #: Of an annotation scope: the class whose names it sees, and what it is in messages.
        self.class_scope: Scope | None = None
        self.info = ""
        #: The only names that are mangled in it, None: all.
        self.mangled: set[str] | None = None
        self.kinds: dict[str, int] = {}
        self.cellvars: list[str] = []
        self.freevars: list[str] = []
        self.free: set[str] = set()

    def mangle(self, name: str) -> str:
        """Return the name as it is in this block."""
        return mangle(self.private, name) if self.mangled is None or name in self.mangled else name


def mangle(private: str | None, name: str) -> str:
    """Return the name that ``__x`` has inside class ``private``; other names are returned as they are."""
    if private is None or not name.startswith("__") or name.endswith("__") or "." in name:
        return name
    stripped = private.lstrip("_")
    return f"_{stripped}{name}" if stripped else name


def resolve(scopes: list[Scope], source: Source) -> None:
    """Give every name of every scope its kind; ``scopes`` lists parents before their children.

    Raises:
        SyntaxError: a nonlocal declaration without a binding, or a name that is nonlocal and global.
    """
    for scope in reversed(scopes):
        if scope.home is not None and scope.home.kind != CLASS:
            _hand_up(scope)
    for scope in scopes:
        if scope.home is not None:
            _resolve_inlined(scope, scope.home)
        else:
            _resolve_scope(scope, source)
    for scope in scopes:
        if scope.home is not None:
            _add_inner_cells(scope, scope.home)
            continue
        cells = [name for name, kind in scope.kinds.items() if kind == CELL]
        # As in CPython: parameters first, in their order.
        parameters = [name for name in cells if scope.symbols[name] & PARAM]
        scope.cellvars = parameters + sorted(name for name in cells if not scope.symbols[name] & PARAM)
        if scope.needs_class:
            scope.cellvars.append("__class__")
        if scope.needs_classdict:
            scope.cellvars.append("__classdict__")
        scope.freevars = sorted(scope.free)


def inner_name(scope: Scope, name: str) -> str:
    """Return what a variable of an inlined comprehension is called among the locals and cells of the code around it."""
    return f"{name}.{scope.level}{'c' if scope.kinds[name] == CELL else ''}"


def _hand_up(scope: Scope) -> None:
    """The block around an inlined comprehension uses the names that it does not bind itself."""
    assert scope.parent is not None
    symbols = scope.parent.symbols
    for name, flags in scope.symbols.items():
        if not flags & GLOBAL and (flags & NONLOCAL or not flags & BOUND):
            symbols[name] = symbols.get(name, 0) | USED


def _resolve_inlined(scope: Scope, home: Scope) -> None:
    kinds = scope.kinds
    for name, flags in scope.symbols.items():
        if flags & GLOBAL:
            kinds[name] = GLOBAL_EXPLICIT
        elif flags & BOUND and not flags & NONLOCAL:
            kinds[name] = INNER
        elif home.kind == CLASS and name != "__class__" and not _bound_around(scope, name):
            # The names of the class itself are not seen.
            _capture(scope, name)


def _bound_around(scope: Scope, name: str) -> bool:
    """Tell whether a name is a variable of an inlined comprehension around this one."""
    outer = scope.parent
    while outer is not None and outer.home is not None:
        if outer.symbols.get(name, 0) & BOUND:
            return True
        outer = outer.parent
    return False


def _add_inner_cells(scope: Scope, home: Scope) -> None:
    for name, kind in scope.kinds.items():
        if kind == CELL:
            cell = inner_name(scope, name)
            if cell not in home.cellvars:
                home.cellvars.append(cell)


def _resolve_scope(scope: Scope, source: Source) -> None:
    kinds = scope.kinds
    outer = scope.parent is not None and scope.parent.kind != MODULE
    for name, flags in scope.symbols.items():
        if flags & GLOBAL:
            if flags & NONLOCAL:
                raise source.error(f"name '{name}' is nonlocal and global", scope.directives.get(name))
            kinds[name] = GLOBAL_EXPLICIT
        elif flags & NONLOCAL:
            if scope.kind == MODULE:
                raise source.error("nonlocal declaration not allowed at module level", scope.directives.get(name))
            if not _capture(scope, name):
                raise source.error(f"no binding for nonlocal '{name}' found", scope.directives.get(name))
            if _is_type_param(scope, name):
                raise source.error(
                    f"nonlocal binding not allowed for type parameter '{name}'", scope.directives.get(name))
        elif flags & BOUND:
            kinds[name] = LOCAL
        elif scope.class_scope is not None and scope.class_scope.symbols.get(name, 0) & (GLOBAL | BOUND) and not (
                scope.class_scope.symbols[name] & NONLOCAL):
            # Looked up in the class's namespace, then as a global.
            kinds[name] = GLOBAL_EXPLICIT if scope.class_scope.symbols[name] & GLOBAL else GLOBAL_IMPLICIT
        elif outer:
            _capture(scope, name)


def _is_type_param(scope: Scope, name: str) -> bool:
    """Tell whether the nearest binding of a captured name is a type parameter."""
    owner = scope.parent
    while owner is not None:
        flags = owner.symbols.get(name, 0)
        if owner.kind > CLASS and flags & BOUND and not flags & NONLOCAL:
            return flags & TYPE_PARAM != 0
        owner = owner.parent
    return False


def _capture(scope: Scope, name: str) -> bool:
    """Find the function (for __class__: the class) that binds ``name``; make it a cell there and free on the way."""
    path = [scope]
    owner = scope.parent
    while owner is not None:
        if owner.kind == CLASS:
            if name == "__class__":
                owner.needs_class = True
                break
            if name == "__classdict__":
                owner.needs_classdict = True
                break
        elif owner.kind != MODULE:
            flags = owner.symbols.get(name, 0)
            if flags & GLOBAL:
                return False
            if flags & BOUND and not flags & NONLOCAL:
                owner.kinds[name] = CELL
                break
        path.append(owner)
        owner = owner.parent
    if owner is None:
        return False
    for inner in path:
        if inner.home is not None and inner.home.kind != CLASS:
            # What its code is part of has the name.
            continue
        inner.free.add(name)
        # A class body that binds the name itself still hands the outer cell to its methods.
        if not inner.symbols.get(name, 0) & (BOUND | GLOBAL) or inner.symbols[name] & NONLOCAL:
            inner.kinds[name] = FREE
    return True
