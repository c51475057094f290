"""The guest's builtin exception classes beside the host's, and how exceptions are made, linked and freed."""

import builtins
import gc
import subprocess
import sys
import textwrap

import pytest

import callgate.objects.native  # noqa: F401  makes the methods of native types
from callgate.objects.exception import builtin_exceptions

GUEST = builtin_exceptions()
ARGUMENTS = [
    (), (1,), ("text",), (1, 2), ("a", 2, "c"), (2, "No such file", "name"), (2, "x", None), (2, "x", "f", 0, "g"),
    (2, "x", "f", None, None), (1, 2, 3, 4, 5, 6), (11, "busy", 7), ("m", ("f", 1, 2, "t")),
    ("m", ("/a/b.py", 1, 2, "t", 1, 3)), ("m", ("f", None, None, None)), ("m", (None, 3, None, None)), ("m", (1, 2)),
    ("m", 3), (None,), ((1, 2),), ("utf8", b"abc", 0, 1, "r"), ("utf8", b"abc", 0, 3, "r"),
    ("ascii", "a\xe9", 1, 2, "r"), ("ascii", "\u1234\U00012345", 0, 2, "r"), ("a\u1234", 1, 2, "r"),
    ("utf8", b"abc", 7, 9, "r"), ("utf8", "abc", "x", 1, 2),
]
KEYWORDS = [
    {"name": "n"}, {"name": "n", "path": "p"}, {"name": "n", "obj": 3}, {"code": 1}, {"value": 1}, {"name_from": "x"},
    {"path": None}, {"other": 1},
]
FIELDS = (
    "args", "value", "code", "name", "obj", "msg", "path", "errno", "strerror", "filename", "filename2",
    "characters_written", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "encoding",
    "object", "start", "end", "reason", "message", "__cause__", "__context__", "__suppress_context__", "__traceback__",
)
MISSING = "missing"


def outcome(cls, args, kwargs):  # type: ignore[no-untyped-def]
    try:
        made = cls(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)
    return str(made), repr(made), {name: getattr(made, name, MISSING) for name in FIELDS}


@pytest.mark.parametrize("name", sorted(set(GUEST) - {"BaseExceptionGroup", "ExceptionGroup"}))
def test_as_the_host_does(name: str) -> None:
    host = getattr(builtins, name)
    for args in ARGUMENTS:
        assert outcome(GUEST[name], args, {}) == outcome(host, args, {}), args
    for kwargs in KEYWORDS:
        assert outcome(GUEST[name], ("m",), kwargs) == outcome(host, ("m",), kwargs), kwargs


def test_the_hierarchy_is_the_hosts() -> None:
    host = {name: value for name, value in vars(builtins).items()
            if isinstance(value, type) and issubclass(value, BaseException)}
    assert GUEST.keys() == host.keys()
    for name, cls in GUEST.items():
        assert [base.__name__ for base in cls.__mro__] == [base.__name__ for base in host[name].__mro__]
        assert GUEST[cls.__name__] is cls


def in_a_process(program: str) -> str:
    """What a program prints: memory is looked at in a process of its own, and a crash is an answer."""
    text = textwrap.dedent(
        """
        import callgate.objects.native
        from callgate.objects.exception import builtin_exceptions
        ValueError_ = builtin_exceptions()["ValueError"]
        def put(exc, **attributes):
            exc.__setstate__(attributes)
            return exc
        """) + textwrap.dedent(program)
    done = subprocess.run([sys.executable, "-X", "faulthandler", "-c", text], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("link", ["__context__", "__cause__", "args", "attribute"])
def test_long_chains_are_freed_without_recursion(link: str) -> None:
    assert in_a_process(f"""
        last = None
        for i in range(150_000):
            last = put(ValueError_(i), {link}=(last,) if "{link}" == "args" else last)
        last = None
        print("freed")
    """) == "freed"


def test_cycles_are_collected() -> None:
    value = GUEST["ValueError"]
    gc.collect()
    a, b = value(), value()
    a.__setstate__({"__context__": b, "extra": [a]})
    b.__setstate__({"args": (a,), "__cause__": b})
    del a, b
    assert gc.collect() >= 3


def test_what_is_used_again_is_as_new() -> None:
    value = GUEST["ValueError"]
    for _ in range(300):
        used = value(1, 2)
        used.__setstate__({"own": [1], "__cause__": value()})
        used.add_note("note")
        del used
        fresh = value("new")
        assert (fresh.args, fresh.__cause__, fresh.__suppress_context__, fresh.__dict__) == (("new",), None, False, {})
        del fresh


def test_groups() -> None:
    group, base, value = GUEST["ExceptionGroup"], GUEST["BaseExceptionGroup"], GUEST["ValueError"]
    made = base("m", [value(1), GUEST["TypeError"](2)])
    assert repr(made).startswith("ExceptionGroup('m', [ValueError(1)")
    assert str(made) == "m (2 sub-exceptions)"
    assert repr(made.subgroup(value)) == "ExceptionGroup('m', [ValueError(1)])"
    matching, rest = made.split((value, GUEST["KeyError"]))
    assert repr(matching) == "ExceptionGroup('m', [ValueError(1)])"
    assert repr(rest) == "ExceptionGroup('m', [TypeError(2)])"
    assert made.split(GUEST["OSError"])[0] is None and made.subgroup(GUEST["Exception"]) is made
    for args in ((), ("m",), (1, []), ("m", []), ("m", 3), ("m", [3]), ("m", {1: 2})):
        assert outcome(group, args, {}) == outcome(ExceptionGroup, args, {}), args
    assert repr(base("m", [GUEST["KeyboardInterrupt"]()])).startswith("BaseExceptionGroup")
    with pytest.raises(TypeError, match="Cannot nest BaseExceptions in an ExceptionGroup"):
        group("m", [GUEST["KeyboardInterrupt"]()])
    with pytest.raises(TypeError, match="expected a function, exception type or tuple of exception types"):
        made.subgroup(3)
