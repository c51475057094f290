"""Argument binding against the host: for every shape and call the same parameters, or the same message."""

import contextlib
import inspect
import itertools
import sys
from typing import Any

import hypothesis
import hypothesis.strategies as st
import pytest

from callgate import compiler
from callgate.interpreter.bind import bind_for_test, function_for_test
from callgate.interpreter.link import linked
from callgate.objects.namespace import Namespace

SHAPES = [
    "", "a", "a, b", "a, b=2", "a=1, b=2", "a, b, c", "a, b, c=3, d=4", "a, /", "a, /, b", "a, b=2, /, c=3",
    "a, b, c, /, d",
    "*args", "a, *args", "a, b=2, *args", "**kw", "a, **kw", "a, /, **kw", "a, b, /, c=3, **kw", "*args, **kw",
    "*, k", "*, k=5", "a, *, k, l", "a, *, k=5, l", "a=1, *, j, k, l", "a, b=2, *args, k, l=6, **kw", "*args, k",
    "*args, k=5",
    ", ".join(f"p{i}" for i in range(20)), "a, b, c, d, e, f=6",
    "a, b, " + ", ".join(f"k{i}={i}" for i in range(14)),
]


def both(shape: str) -> tuple[Any, Any]:
    """The host's function of these parameters and ours."""
    source = f"def f({shape}): return locals()"
    space: dict[str, Any] = {}
    exec(source, space)
    host = space["f"]
    module = linked(compiler.compile_source(source), Namespace(), True)
    executable = next(item for item in module.consts if type(item).__name__ == "Executable")
    kwdefaults = dict(host.__kwdefaults__) if host.__kwdefaults__ else None
    return host, function_for_test(executable, Namespace(), host.__defaults__, kwdefaults, "f")


def expected(host: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    code = host.__code__
    stars = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    names = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount + stars]
    try:
        given = host(*args, **kwargs)
    except TypeError as error:
        return str(error)
    return [given[name] for name in names]


def ours(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any], how: str = "bind") -> Any:
    try:
        return bind_for_test(function, (*args, *kwargs.values()), tuple(kwargs) if kwargs else None, how)
    except TypeError as error:
        return str(error)


def calls() -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    names = ["a", "b", "c", "k", "l", "x", "args"]
    orders: list[tuple[str, ...]] = [(), *itertools.permutations(names, 2), *itertools.combinations(names, 3)]
    orders += [(name,) for name in names]
    keywords = [{name: 100 + number for number, name in enumerate(order)} for order in orders]
    return [(tuple(range(10, 10 + count)), keyword) for count in (0, 1, 2, 3, 5, 20) for keyword in keywords]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_call_binds_as_in_the_host(shape: str) -> None:
    host, function = both(shape)
    for args, kwargs in calls():
        assert ours(function, args, kwargs) == expected(host, args, kwargs), (args, kwargs)


@pytest.mark.parametrize("shape", SHAPES)
def test_quick_forms_agree_or_decline(shape: str) -> None:
    host, function = both(shape)
    took = 0
    for args, kwargs in calls():
        quick = ours(function, args, kwargs, "plan" if kwargs else "defaults")
        if quick is not None:
            took += 1
            assert quick == expected(host, args, kwargs), (args, kwargs)
    assert took or "*" in shape or "=" not in shape or shape == "a, b=2, /, c=3"


def test_plans_cover_plain_functions() -> None:
    _, function = both("a, b, c=3, *, d=4, e")
    assert ours(function, (1,), {"e": 5, "b": 2}, "plan") == [1, 2, 3, 4, 5]
    assert ours(function, (1, 2), {"e": 5}, "plan") == [1, 2, 3, 4, 5]
    assert ours(function, (), {"e": 5, "c": 3, "a": 1, "b": 2, "d": 0}, "plan") == [1, 2, 3, 0, 5]
    assert ours(function, (1, 2), {"b": 5, "e": 1}, "plan") is None
    assert ours(function, (1, 2), {"x": 5, "e": 1}, "plan") is None
    assert ours(function, (1, 2), {"d": 5}, "plan") is None
    _, function = both("a, b, c=3")
    assert ours(function, (1,), {"b": 2}, "plan") == [1, 2, 3]
    assert ours(function, (1,), {"c": 2}, "plan") is None


def test_references_are_given_back() -> None:
    things = [object() for _ in range(40)]
    given = [(0, ()), (1, ("a",)), (2, ("k", "x")), (3, ()), (1, ("b", "k", "l")), (20, ("zz",)),
             (0, tuple(f"n{i}" for i in range(18)))]
    for shape in SHAPES:
        _, function = both(shape)
        for count, keywords in given:
            for how in ("bind", "plan" if keywords else "defaults"):
                before = [sys.getrefcount(thing) for thing in things]
                for _ in range(3):
                    with contextlib.suppress(TypeError):
                        bind_for_test(function, tuple(things[:count + len(keywords)]), keywords or None, how)
                assert before == [sys.getrefcount(thing) for thing in things], (shape, count, keywords, how)


def test_keywords_that_are_no_strings() -> None:
    for shape in ("a", "**kw"):
        host, function = both(shape)
        with pytest.raises(TypeError, match=r"^f\(\) keywords must be strings$"):
            bind_for_test(function, (1,), (3,), "bind")


def test_a_name_that_only_equals_binds() -> None:
    name = "".join(["lon", "g_name"])
    assert name is not sys.intern("long_name")
    _, function = both("long_name, b=2")
    assert bind_for_test(function, (1,), (name,), "bind") == [1, 2]


@hypothesis.given(st.data())
def test_any_signature_any_call(data: st.DataObject) -> None:
    names = list("abcdefgh")
    counts = [data.draw(st.integers(0, 3)) for _ in range(3)]
    defaults = data.draw(st.integers(0, counts[0] + counts[1]))
    parts: list[str] = []
    for index in range(counts[0] + counts[1]):
        parts.append(names[index] + (f"={index}" if index >= counts[0] + counts[1] - defaults else ""))
        if index == counts[0] - 1:
            parts.append("/")
    star = data.draw(st.booleans())
    if star or counts[2]:
        parts.append("*args" if star else "*")
    for index in range(counts[2]):
        parts.append(f"k{index}" + (f"={index}" if data.draw(st.booleans()) else ""))
    if data.draw(st.booleans()):
        parts.append("**kw")
    host, function = both(", ".join(parts))
    for _ in range(8):
        args = tuple(range(data.draw(st.integers(0, 7))))
        chosen = data.draw(st.lists(st.sampled_from([*names, "k0", "k1", "k2", "args", "kw"]), unique=True, max_size=6))
        kwargs = {name: 50 + number for number, name in enumerate(chosen)}
        result = expected(host, args, kwargs)
        assert ours(function, args, kwargs) == result
        quick = ours(function, args, kwargs, "plan" if kwargs else "defaults")
        assert quick is None or quick == result
