"""Names get the kinds that the host's symbol table gives them."""

import ast
import symtable

import pytest

from callgate.compiler.errors import Source
from callgate.compiler.scopes import CELL, CLASS, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL, Scope, mangle
from callgate.compiler.symbols import SymbolTable
from callgate.compiler.versions import INLINED_COMPREHENSIONS

TEXTS = [
    "x = 1\ndef f(): return x",
    "def f():\n    x = 1\n    def g(): return x\n    return g",
    "def f():\n    x = 1\n    def g():\n        def h(): return x\n        return h",
    "def f(x):\n    def g():\n        nonlocal x\n        x = 2",
    "def f():\n    x = 1\n    def g():\n        global x\n        def h(): return x",
    "def f():\n    x = 1\n    class A:\n        x = x\n        def g(self): return x",
    "def f():\n    x = 1\n    class A:\n        y = x\n        def g(self): return y",
    "class A:\n    def f(self): return __class__\n    def g(self): return super().g()",
    "class A:\n    class B:\n        x = __class__\n    def f(self): return __class__",
    "class A:\n    __x = 1\n    def f(self, __y): return self.__x, __y, __z__",
    "class A:\n    global x\n    x = 1\n    def f(self): return x",
    "def f(a, /, b, *c, d, **e):\n    return lambda: (a, b, c, d, e)",
    "def f():\n    try: pass\n    except E as e: return lambda: e",
    "def f():\n    import a.b, c as d\n    from e import g\n    return lambda: (a, d, g)",
    "def f():\n    for i in x: pass\n    with y as (z, w): pass\n    return lambda: i",
    "def f():\n    del q\n    r: int\n    (s): int = 3\n    return lambda: s",
    "def f(x=y, *, z: w = 1) -> v: pass",
    "@d\ndef f(): pass\n@d\nclass C(b, k=m): pass",
    "def f():\n    global x\n    def x(): pass\n    class A:\n        nonlocal_ = 1",
    "def f():\n    def g(): return h()\n    def h(): return g()",
    "lambda x: lambda y: x + y + z",
    "def f(): return (lambda: super().x)",
]


def host_kinds(table: symtable.SymbolTable, found: dict[tuple[str, int], list[dict[str, int]]]) -> None:
    kinds = {}
    for symbol in table.get_symbols():
        name = symbol.get_name()
        if table.get_type() == "module":
            kinds[name] = GLOBAL_EXPLICIT if symbol.is_declared_global() else \
                LOCAL if symbol.is_assigned() or symbol.is_imported() else GLOBAL_IMPLICIT
        elif symbol.is_declared_global():
            kinds[name] = GLOBAL_EXPLICIT
        elif symbol.is_global():
            kinds[name] = GLOBAL_IMPLICIT
        elif symbol.is_free():
            kinds[name] = FREE
        elif any(name in {free.get_name() for free in child.get_symbols() if free.is_free()}
                 for child in functions(table)) and table.get_type() == "function":
            kinds[name] = CELL
        else:
            kinds[name] = LOCAL
    found.setdefault((table.get_name(), table.get_lineno()), []).append(kinds)
    for child in table.get_children():
        host_kinds(child, found)


def functions(table: symtable.SymbolTable) -> list[symtable.SymbolTable]:
    return [item for child in table.get_children() for item in (child, *functions(child))]


def guest_scopes(text: str) -> list[tuple[ast.AST, Scope]]:
    tree = ast.parse(text)
    table = SymbolTable(Source("<guest>", text), False)
    table.build(tree)
    return list(table.scopes.items())


@pytest.mark.parametrize("text", TEXTS)
def test_same_kinds(text: str) -> None:
    found: dict[tuple[str, int], list[dict[str, int]]] = {}
    host_kinds(symtable.symtable(text, "<guest>", "exec"), found)
    names = {"<module>": "top", "<lambda>": "lambda"}
    for node, scope in guest_scopes(text):
        line = getattr(node, "lineno", 0)
        wanted = found[names.get(scope.name, scope.name), line].pop(0)
        got = {name: scope.kinds.get(name, GLOBAL_IMPLICIT) for name in {*scope.symbols, *scope.kinds}}
        # The host lists names that are declared global in functions in the module too, and __class__ in the class.
        wanted = {name: kind for name, kind in wanted.items() if name in got or scope.kind > CLASS}
        assert got == wanted, scope.name


def scope_named(text: str, name: str) -> Scope:
    return next(scope for _, scope in guest_scopes(text) if scope.name == name)


def test_class_cell() -> None:
    scope = scope_named("class A:\n    def f(self): return super()", "A")
    assert scope.needs_class and scope.cellvars == ["__class__"] and scope.freevars == []
    assert scope_named("class A:\n    def f(self): return super()", "f").freevars == ["__class__"]
    assert not scope_named("class A:\n    def f(self): return 1", "A").needs_class


def test_class_hands_cells_through() -> None:
    text = "def f():\n    x = 1\n    class A:\n        x = 2\n        def g(self): return x"
    scope = scope_named(text, "A")
    assert scope.kinds["x"] == LOCAL and scope.freevars == ["x"]


def test_order_of_cells() -> None:
    scope = scope_named("def f(b, a):\n    d = c = 1\n    return lambda: (a, b, c, d)", "f")
    assert scope.cellvars == ["b", "a", "c", "d"]


@pytest.mark.parametrize("text, owner", [
    ("def f():\n    return [y := x for x in z]", "f"),
    ("def f():\n    return [[y := x for x in z] for w in v]", "f"),
    ("f = lambda: [y := x for x in z]", "<lambda>"),
])
def test_walrus_binds_in_the_function(text: str, owner: str) -> None:
    if INLINED_COMPREHENSIONS:
        assert scope_named(text, owner).kinds["y"] == LOCAL
        assert "y" not in scope_named(text, "<listcomp>").kinds
    else:
        assert scope_named(text, owner).kinds["y"] == CELL
        assert scope_named(text, "<listcomp>").kinds["y"] == FREE


def test_walrus_binds_in_the_module() -> None:
    text = "[y := x for x in z]"
    assert scope_named(text, "<listcomp>").kinds["y"] == GLOBAL_EXPLICIT


@pytest.mark.parametrize("private, name, mangled", [
    ("A", "__x", "_A__x"), ("_A", "__x", "_A__x"), ("__", "__x", "__x"), ("A", "__x__", "__x__"), ("A", "_x", "_x"),
    ("A", "__x.y", "__x.y"), (None, "__x", "__x"), ("A", "__", "__"), ("A", "___", "___"),
])
def test_mangle(private: str | None, name: str, mangled: str) -> None:
    assert mangle(private, name) == mangled


def test_long_chains_cost_no_recursion() -> None:
    for text in ("x" + ".y" * 900, "x" + "()" * 900, "x" + "+y" * 900, "x" + "[y]" * 900):
        assert scope_named(text, "<module>").symbols["x"]
