# protocol: A13
"""Any signature, any shape of call, any kind of callable: the fast paths, the general path and CPython agree."""

import re
import textwrap
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from differential import run_both

NAMES = ["a", "b", "c", "d", "e"]
KEYWORD_ONLY = ["k", "m"]


class Shape(NamedTuple):
    """The arguments of a call, as text and as what they amount to (None when a keyword is given twice)."""

    text: str
    packed: str | None


@st.composite
def signatures(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The text between the parentheses of a def, and the names it binds."""
    names = NAMES[:draw(st.integers(0, 5))]
    posonly = draw(st.integers(0, len(names)))
    defaults = draw(st.integers(0, len(names)))
    parts = [f"{name}='{name}0'" if i >= len(names) - defaults else name for i, name in enumerate(names)]
    if posonly:
        parts.insert(posonly, "/")
    bound = list(names)
    keyword_only = KEYWORD_ONLY[:draw(st.integers(0, 2))]
    if draw(st.booleans()):
        parts.append("*args")
        bound.append("args")
    elif keyword_only:
        parts.append("*")
    for name in keyword_only:
        parts.append(f"{name}='{name}0'" if draw(st.booleans()) else name)
    bound += keyword_only
    if draw(st.booleans()):
        parts.append("**kw")
        bound.append("kw")
    return ", ".join(parts), bound


@st.composite
def shapes(draw: st.DrawFn, keywords: list[str]) -> Shape:
    numbers = iter(range(1, 100))
    parts, args, kwargs, twice = [], [], {}, False
    for kind in draw(st.lists(st.sampled_from(["one", "one", "one", "star"]), max_size=5)):
        if kind == "one":
            args.append(next(numbers))
            parts.append(str(args[-1]))
        else:
            values = [next(numbers) for _ in range(draw(st.integers(0, 2)))]
            args += values
            parts.append(f"*{values}")
    for name in draw(st.lists(st.sampled_from(keywords), unique=True, max_size=3)):
        kwargs[name] = next(numbers)
        parts.append(f"{name}={kwargs[name]}")
    for _ in range(draw(st.integers(0, 2))):
        given = {name: next(numbers) for name in draw(st.lists(st.sampled_from(keywords), unique=True, max_size=2))}
        twice = twice or not kwargs.keys().isdisjoint(given)
        kwargs |= given
        parts.append(f"**{given}")
    return Shape(", ".join(parts), None if twice else f"*{args}, **{kwargs}")


def guest_kinds(signature: str, bound: list[str]) -> str:
    """A function of that signature, as everything that can be called in the guest."""
    result = f"({''.join(name + ', ' for name in bound)})"
    with_self = f"self, {signature}" if signature else "self"
    return textwrap.dedent(f"""
        import functools
        def function({signature}): return {result}
        def closure():
            free = 1
            def closed({signature}): return free and {result}
            return closed
        class Instance:
            def __call__({with_self}): return {result}
            def method({with_self}): return {result}
            @classmethod
            def made({with_self}): return {result}
            @staticmethod
            def static({signature}): return {result}
        class Init:
            def __init__({with_self}): self.got = {result}
            def __repr__(self): return f"Init{{self.got}}"
        class New:
            def __new__({with_self}): return {result}
        class Meta(type):
            def __call__({with_self}): return {result}
        class Called(metaclass=Meta): pass
        class Slotted(Init): __slots__ = ("got",)
        class Sub(Instance): pass
        class List(list):
            def __call__({with_self}): return {result}
        def generator({signature}): yield {result}
        instance = Instance()
        kept = instance.method
        kinds = dict(
            lambda_=lambda {signature}: {result}, closed=closure(), plain=functools.partial(Instance.method, 0),
            dunder=instance.__call__, partial=functools.partial(function), partial_more=functools.partial(function, 90),
            partial_kw=functools.partial(function, k=91), generator=lambda *a, **k: next(generator(*a, **k)),
            function_call=function.__call__, descriptor=function.__get__(0),
        )
    """)


PROGRAM = """
def show(f):
    try:
        return repr(f())
    except Exception as error:
        return f"{type(error).__name__}: {error}"
"""


def program(kinds: str, names: list[str], calls: list[Shape]) -> str:
    lines = [PROGRAM, kinds]
    for name in names:
        for shape in calls:
            direct = f"show(lambda: {name}({shape.text}))"
            general = f"show(lambda: {name}({shape.packed}))" if shape.packed else "None"
            lines.append(f"print({name!r}, {shape.text!r}, {direct}, {general})")
    return "\n".join(lines)


GUEST_KINDS = [
    "function", "instance", "instance.method", "kept", "Instance.made", "instance.made", "Instance.static", "Init",
    "New", "Called", "Slotted", "Sub()", "Sub().method", "List()", *(f"kinds[{name!r}]" for name in (
        "lambda_", "closed", "plain", "dunder", "partial", "partial_more", "partial_kw", "generator", "function_call",
        "descriptor"))
]
BUILTINS = [
    "len", "int", "str", "abs", "sorted", "dict", "list", "max", "print", "pow", "sum", "isinstance", "getattr", "zip",
    "range", "bool", "str.split", "'a b'.split", "[1].append", "[1, 2].index", "{1: 2}.get", "dict.fromkeys",
    "(1).__add__", "int.__add__", "str.format", "'{0}{a}'.format", "object", "type", "{}.update", "[3, 1].sort",
    "'abc'.replace", "chr", "divmod", "round", "repr", "int.from_bytes", "next", "enumerate",
]
NUMBERS = [Shape(", ".join("1234"[:n]), f"*{[1, 2, 3, 4][:n]}, **{{}}") for n in range(5)]


def check(text: str) -> None:
    expected, got = run_both(text)
    assert expected.error is None, expected.traceback
    assert got.error is None, got.traceback
    assert lines(got.stdout) == lines(expected.stdout)


def lines(text: str) -> list[str]:
    return re.sub(r"0x[0-9a-f]{6,}", "0x…", text).splitlines()


@given(data=st.data(), signature=signatures())
@settings(max_examples=60)
def test_guest_callables(data: st.DataObject, signature: tuple[str, list[str]]) -> None:
    calls = data.draw(st.lists(shapes([*NAMES, *KEYWORD_ONLY, "z", "self"]), min_size=1, max_size=5))
    names = data.draw(st.lists(st.sampled_from(GUEST_KINDS), unique=True, min_size=4, max_size=8))
    check(program(guest_kinds(*signature), names, calls))


@given(
    calls=st.lists(shapes(["key", "sep", "base", "default", "reverse", "a", "object"]), min_size=1, max_size=4),
    names=st.lists(st.sampled_from(BUILTINS), unique=True, min_size=3, max_size=8),
)
@example(calls=NUMBERS, names=BUILTINS)
@example(calls=[Shape("'a', key=1", "*['a'], **{'key': 1}"), Shape("a=1", "**{'a': 1}")], names=BUILTINS)
@settings(max_examples=60)
def test_builtin_callables(calls: list[Shape], names: list[str]) -> None:
    check(program("", names, calls))
