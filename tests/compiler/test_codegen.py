"""The shape of the code: call sites, definite assignment, handlers, modes."""

import ast

import pytest

from callgate.bytecode.code import CO_FUTURE_ANNOTATIONS, CO_GENERATOR, CO_NESTED, Code
from callgate.bytecode.opcodes import OPS
from callgate.compiler import compile_ast, compile_source
from compiler.reference import run_code
from compiler.verify import verify


def names(code: Code) -> list[str]:
    return [OPS[word & 0xFF].name for word in code.instructions]


def inner(text: str, name: str = "f") -> Code:
    code = compile_source(text, "<guest>")
    pending = [code]
    while pending:
        code = pending.pop()
        verify(code)
        if code.name == name:
            return code
        pending += [item for item in code.consts if isinstance(item, Code)]
    raise LookupError(name)


# === calls

@pytest.mark.parametrize("text, method, keywords", [
    ("f(1)", -1, ()), ("o.m(1)", 1, ()), ("o.m(1, k=2)", 1, (3,)), ("f(a, k=1, j=2)", -1, (2, 4)), ("o.m(*a)", -1, ()),
    ("o.m(**a)", -1, ()), ("o.m(k=1, **a)", -1, (2,)), ("o.a.m()", 2, ()), ("o[m]()", -1, ()), ("(o.m)(1)", 1, ()),
    ("f(*a, k=1)", -1, ()), ("'{}'.format(1)", 1, ()), ("(x + y).m()", 3, ()),
])
def test_call_sites(text: str, method: int, keywords: tuple[int, ...]) -> None:
    code = compile_source(text, "<guest>", "eval")
    verify(code)
    assert code.calls[-1].method == method and code.calls[-1].keywords == keywords


def test_every_call_has_a_site() -> None:
    text = "@d\ndef f(): pass\n@d\nclass A(b): pass\nassert x, y\nwith z: (i for i in j)\n"
    code = compile_source(text)
    calls = [index for index, name in enumerate(names(code)) if name.startswith("CALL_FUNCTION")]
    assert [site.call for site in code.calls] == calls and len(calls) == 6


def test_stack_of_a_method_call_has_one_more() -> None:
    assert compile_source("f(1)", "<guest>", "eval").stacksize == 2
    assert compile_source("o.m(1)", "<guest>", "eval").stacksize == 3
    assert compile_source("o.m(p.n(1))", "<guest>", "eval").stacksize == 5
    assert compile_source("o.m(*a)", "<guest>", "eval").stacksize == 2


@pytest.mark.parametrize("text, depth", [
    ("f(**d, z=1)", 3), ("f(1, **d, z=1)", 4), ("f(1, k=2, **d, z=1)", 4), ("f(*a, k=2, **d)", 4),
    ("f(1, *a, k=2, **d)", 5),
])
def test_merge_knows_where_the_callable_is(text: str, depth: int) -> None:
    code = compile_source(text, "<guest>", "eval")
    assert [word >> 8 for word in code.instructions if OPS[word & 0xFF].name == "DICT_MERGE"][:1] == [depth]


@pytest.mark.parametrize("text", ["f(*a)", "f(1, *a)", "f(**d)", "f(*a, **d)", "f(k=1, **d)"])
def test_a_single_star_is_pushed_as_it_is(text: str) -> None:
    names = {OPS[word & 0xFF].name for word in compile_source(text, "<guest>", "eval").instructions}
    assert not names & {"BUILD_LIST", "BUILD_MAP", "LIST_EXTEND", "DICT_MERGE", "LIST_TO_TUPLE"}


@pytest.mark.parametrize("count", [255, 256, 300, 1000])
def test_many_arguments(count: int) -> None:
    text = f"a = f({', '.join(map(str, range(count)))})\nb = f({', '.join(f'k{i}={i}' for i in range(count))})\n"
    text += f"c = f({', '.join(map(str, range(count)))}, {', '.join(f'k{i}={i}' for i in range(count))})\n"
    text += f"d = f({', '.join(f'k{i}={i}' for i in range(count))}, **m, z=1)\n"
    text += f"e = f({', '.join(map(str, range(count)))}, *m, 1)\n"
    space: dict[str, object] = {"f": lambda *args, **kwargs: (args, kwargs), "m": {"y": 1}}
    code = compile_source(text)
    verify(code)
    run_code(code, space)
    keywords = {f"k{i}": i for i in range(count)}
    assert space["a"] == (tuple(range(count)), {}) and space["b"] == ((), keywords)
    assert space["c"] == (tuple(range(count)), keywords) and space["d"] == ((), {**keywords, "y": 1, "z": 1})
    assert space["e"] == ((*range(count), "y", 1), {})
    assert code.stacksize < 800


# === locals that are certainly bound

@pytest.mark.parametrize("body, checked", [
    ("return a", False), ("x = 1\n return x", False), ("if a: x = 1\n return x", True),
    ("if a: x = 1\n else: x = 2\n return x", False), ("for x in a: pass\n return x", True),
    ("for x in a: x\n return a", False), ("while a: x = 1\n return x", True), ("x = 1\n while a: x\n return x", False),
    ("while (x := a): x\n return x", False), ("try: x = 1\n except E: return 1\n return x", False),
    ("try: x = a()\n except E: pass\n return x", True), ("try: x = 1\n finally: x", True),
    ("x = 1\n try: a()\n finally: x", False), ("with a: x = 1\n return x", True), ("with a as x: x", False),
    ("del a\n return a", True), ("x = 1\n del x\n return x", True),
    ("for x in a:\n  if x: break\n else: return 1\n return x", False),
    ("while 1:\n  x = 1\n  break\n return x", False), ("a or (x := 1)\n return x", True),
    ("return [a for a in a]", False),
    ("x = 1 if a else 2\n return x", False), ("assert (x := a)\n return x", False), ("return x\n x = 1", True),
    ("if a: return 1\n else: x = 1\n return x", False), ("while a:\n  x = 1\n  if a: continue\n  x\n return a", False),
    ("try: raise E\n except E as e: return e", True), ("x: int\n return x", True),
])
def test_definite_assignment(body: str, checked: bool) -> None:
    assert ("LOAD_FAST_CHECK" in names(inner(f"def f(a):\n {body}\n"))) is checked


def test_one_check_is_enough() -> None:
    assert names(inner("def f(a):\n if a: x = 1\n return x + x")).count("LOAD_FAST_CHECK") == 1


# === shape

def test_no_code_that_nothing_reaches() -> None:
    code = inner("def f(a):\n return 1\n print(a)\n while a: pass\n for b in a: pass\n try: a\n finally: b\n with a: b")
    assert names(code) == ["LOAD_CONST", "RETURN_VALUE"] and code.handlers == ()
    code = inner("def f(a):\n for x in a:\n  try:\n   if x: continue\n   elif a: raise\n   else: return\n  finally: b")
    assert names(code)


def test_while_tests_at_its_end() -> None:
    code = inner("def f(n):\n while n: n -= 1")
    assert names(code).count("JUMP") == 0 and names(code).count("POP_JUMP_IF_TRUE") == 1


def test_swap_builds_no_tuple() -> None:
    assert "BUILD_TUPLE" not in names(inner("def f(a, b, c):\n a, b = b, a\n a, b, c = c, b, a\n (a,) = (b,)"))
    assert "BUILD_TUPLE" in names(inner("def f(a, b):\n x = a, b = b, a"))


def test_inner_handlers_come_first() -> None:
    code = inner("def f():\n try:\n  try: a\n  except B: b\n finally: c")
    covering = [handler for handler in code.handlers if handler.start <= 0 < handler.end]
    assert len(covering) == 2 and covering[0].end - covering[0].start <= covering[1].end - covering[1].start


def test_flags() -> None:
    assert inner("def f(): yield").flags & CO_GENERATOR
    assert inner("def g():\n def f(): pass").flags & CO_NESTED
    assert inner("f = (x for x in y)", "<genexpr>").flags & CO_GENERATOR
    assert compile_source("from __future__ import annotations").flags & CO_FUTURE_ANNOTATIONS
    assert compile_source("x", future_annotations=True).flags & CO_FUTURE_ANNOTATIONS
    assert compile_source("x").flags == 0


def test_names_of_code() -> None:
    text = "class A:\n def f(self):\n  def g(): return [lambda: 0 for x in (y for y in z)]\n"
    assert inner(text, "g").qualname == "A.f.<locals>.g"
    assert inner(text, "<genexpr>").qualname == "A.f.<locals>.g.<locals>.<genexpr>"
    assert inner("@a\n@b\ndef f(): pass").firstlineno == 1


# === modes

def value(text: str | bytes, mode: str = "exec", result: bool = False) -> object:
    code = compile_source(text, "<guest>", mode, result=result)
    verify(code)
    return run_code(code, {"__name__": "guest"})


def test_modes(capsys: pytest.CaptureFixture[str]) -> None:
    assert value("1 + 2", "eval") == 3
    assert value("x = 3\nx + 1") is None
    assert value("x = 3\nx + 1", result=True) == 4
    assert value("x = 3", result=True) is None
    assert value("'text'", result=True) == "text"
    assert value("5", "single") is None
    assert value("x = 5\n", "single") is None
    assert capsys.readouterr().out == "5\n"
    assert value("", result=True) is None
    assert value("x = 1\nif x: 5", result=True) is None
    assert value("x = 1; x: int; x", result=True) == 1
    assert value(b"# coding: latin-1\n'\xe9'", result=True) == "é"
    with pytest.raises(ValueError, match="mode must be"):
        compile_source("x", "<guest>", "other")


def test_module_docstring() -> None:
    space: dict[str, object] = {}
    run_code(compile_source("'doc'\nx = 1", result=True), space)
    assert space == {"__doc__": "doc", "x": 1}
    space = {}
    assert run_code(compile_source("'doc'", result=True), space) == "doc" and space == {"__doc__": "doc"}


def test_tree() -> None:
    code = compile_ast(ast.parse("x + 1", mode="eval"), "<guest>", "eval")
    assert run_code(code, {"x": 2}) == 3
    with pytest.raises(TypeError):
        compile_ast(ast.FunctionType([], ast.Constant(1)))


def test_hidden() -> None:
    code = compile_source("def f(): return [x for x in y]", hidden=True)
    assert code.hidden and all(item.hidden for item in code.consts if isinstance(item, Code))
    assert not compile_source("x").hidden


@pytest.mark.parametrize("annotation", [
    "int", "a.b.c", "None", "'text'", "a | b | None", "dict[str, int]", "list[int] | None", "Callable[[int], str]",
    "x[1:2]",
    "(a, b)", "tuple[int, ...]", "tuple[()]", "tuple[int,]", "a | (b | c)", "a if b else c", "-1", "x[a, b][c]",
    "f(x)", "Literal['a', 1]",
    "a + b", "lambda: x", "True", "x[(1, 2)]", "x[*y]", "not a",
])
def test_annotations_as_text(annotation: str) -> None:
    text = f"from __future__ import annotations\ndef f(a: {annotation}) -> {annotation}: pass\nx: {annotation}\n"
    text += "r = f.__annotations__"
    ours: dict[str, object] = {"__name__": "guest"}
    host: dict[str, object] = {"__name__": "guest"}
    run_code(compile_source(text), ours)
    exec(compile(text, "<guest>", "exec", dont_inherit=True), host)
    assert ours["r"] == host["r"] and ours["__annotations__"] == host["__annotations__"]
