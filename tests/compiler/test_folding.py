"""Constants are folded as by CPython, within its limits, and told apart by type and sign."""

import pytest

from callgate.bytecode.opcodes import OPS
from callgate.compiler import compile_source
from callgate.compiler.folding import clean_doc, constant_key


def folded(text: str) -> bool:
    code = compile_source(text, "<guest>", "eval")
    return [OPS[word & 0xFF].name for word in code.instructions] == ["LOAD_CONST", "RETURN_VALUE"]


@pytest.mark.parametrize("text", [
    "1 + 2", "2 * 3 - 4 / 5", "-1", "+1", "~5", "not 1", "not ()", "2 ** 10", "2 ** -1", "1 << 100", "'a' * 4096",
    "'a' + 'b'",
    "(1, 2)", "((1, 'a'), (2, 3.5))", "(1, 2) + (3,)", "(1, 2) * 3", "'abc'[1]", "(1, 2)[-1]", "7 // 2", "7 % 3",
    "-0.0", "1j * 2",
    "b'a' + b'b'", "1 | 2 ^ 3 & 4", "8 >> 1", "__debug__", "()", "not __debug__", "(1, (2, (3, (4,))))",
    "1 + 2 + 3 + 4", "10 * 'a' * 2",
])
def test_folded(text: str) -> None:
    code = compile_source(text, "<guest>", "eval")
    assert folded(text)
    expected = eval(text)
    assert code.consts[0] == expected and type(code.consts[0]) is type(expected)
    assert repr(code.consts[0]) == repr(expected)


@pytest.mark.parametrize("text", [
    "1 / 0", "2 ** 1000", "1 << 1000", "'a' * 4097", "'a' * 10 ** 9", "(1,) * 1000", "'abc'[5]", "1 + 'a'",
    "'%s' % 1", "b'%d' % 1",
    "x + 1", "[1, 2]", "-'a'", "~1.5", "'abc'[0:1]", "'abc'['a']", "1 << -1", "0.0 ** -1", "((1, 2) * 100) * 100",
    "1 @ 2", "~True",
    "1e308 ** 10", "(x, 1)", "'a' * 4096 + 'b' * 4096",
])
def test_not_folded(text: str) -> None:
    assert not folded(text)


def test_equal_constants_of_other_types_stay_apart() -> None:
    values = (
        "1, 1.0, True, 0, 0.0, -0.0, False, 'a', b'a', 1j, (1,), (1.0,), (True,), (0.0,), (-0.0,), ((1,),), ((1.0,),), "
        "None, ..."
    )
    code = compile_source(f"[x, {values}, 0j, -0j, 1, 1.0, (1,), 'a']")
    assert repr([item for item in code.consts]) == repr([*eval(f"[{values}, 0j, -0j]")])
    assert len({constant_key(item) for item in code.consts}) == len(code.consts)


@pytest.mark.parametrize("text, constant", [
    ("x in [1, 2]", (1, 2)), ("x not in {1, 2}", frozenset({1, 2})), ("x in {'a'}", frozenset({"a"})),
    ("x in (1, 2)", (1, 2)),
    ("(y for y in x if y in [1, 2])", None),
])
def test_containers_of_constants(text: str, constant: object) -> None:
    code = compile_source(text, "<guest>", "eval")
    if constant is not None:
        assert constant in code.consts and type(code.consts[code.consts.index(constant)]) is type(constant)
    assert not any(OPS[word & 0xFF].name in ("BUILD_LIST", "BUILD_SET") for word in code.instructions)


@pytest.mark.parametrize("text", [
    "if 0: x", "if not 1: x", "while 0: x", "if __debug__: pass\nelse: x", "if (): x", "if 0 and x: y",
    "assert 1, x",
    "if 1: pass\nelif x: y", "while 1: break\nelse: x",
])
def test_what_can_not_run_is_left_out(text: str) -> None:
    code = compile_source(text)
    assert not any(OPS[word & 0xFF].name == "LOAD_NAME" for word in code.instructions)


def test_optimize() -> None:
    text = "'doc'\nassert x\ny = __debug__\ndef f():\n    'doc'\n"
    names = [set(compile_source(text, optimize=level).names) for level in (0, 1, 2)]
    assert names == [{"__doc__", "x", "y", "f"}, {"__doc__", "y", "f"}, {"y", "f"}]
    assert False in compile_source(text, optimize=1).consts


@pytest.mark.parametrize("text, cleaned", [
    ("a", "a"), ("", ""), ("  a", "a"), ("a\n    b\n      c\n", "a\nb\n  c\n"), ("a\n\n    b\n  ", "a\n\nb\n"),
    ("a\n\tb", "a\nb"),
    ("a\n  b\n c", "a\n b\nc"), ("\n    a\n    ", "\na\n"),
])
def test_clean_doc(text: str, cleaned: str) -> None:
    assert clean_doc(text) == cleaned
