"""Tools: how they are named, called, counted and stopped, and what their exceptions become."""

import functools
import keyword
import math
import threading
import time
from typing import Any

import pytest

import callgate as cg
from callgate.host.tools import KEYWORDS


def add(a: int, b: int = 1, *, c: int = 0) -> int:
    return a + b + c


def caught(machine: cg.Machine, source: str) -> tuple[str, str]:
    with pytest.raises(cg.GuestError) as error:
        machine.run(source)
    return error.value.type_name, error.value.message


def test_any_way_to_pass_arguments() -> None:
    machine = cg.Machine(tools={"add": add, "collect": lambda *args, **kwargs: [list(args), kwargs]})
    assert machine.run("""
[add(1), add(1, 2), add(1, c=5), add(b=3, a=4), add(*[1, 2], **{'c': 3}), list(map(add, [1, 2], [3, 4])),
 collect(*range(12), x=1), collect(1, [2], (3,), k={4}, j=None)]
""").value == [
        2, 3, 7, 7, 6, [4, 6], [list(range(12)), {"x": 1}], [[1, [2], (3,)], {"k": {4}, "j": None}]]


def test_a_tool_is_a_builtin_for_the_guest() -> None:
    machine = cg.Machine(tools=[add])
    assert machine.run("[type(add) is type(len), repr(add), add.__name__, callable(add), add is __import__('builtins').add]"
                       ).value == [True, "<built-in function add>", "add", True, True]
    for name in ("__globals__", "__code__", "__closure__", "__defaults__", "__kwdefaults__", "__dict__", "__wrapped__"):
        assert caught(machine, f"add.{name}")[0] == "AttributeError"
    assert machine.run("[add.__self__ is len.__self__, add.__doc__, add.__module__]").value == [True, None, "builtins"]
    assert caught(machine, "add.x = 1")[0] == "AttributeError"


def test_errors_in_the_number_of_arguments_are_the_hosts() -> None:
    assert caught(cg.Machine(tools=[add]), "add()") == ("TypeError", "add() missing 1 required positional argument: 'a'")


@pytest.mark.parametrize("tool", [math.sqrt, functools.partial(pow, 2), "x".join, type("Callable", (), {
    "__call__": lambda self, x: ("called", x)})()], ids=["builtin", "partial", "method", "instance"])
def test_any_host_callable(tool: Any) -> None:
    argument: Any = ["a", "b"] if tool == "x".join else 4
    assert cg.Machine(tools={"tool": tool}).run("tool(given)", inputs={"given": argument}).value == tool(argument)


class Fails:
    """Raises what it is told."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self) -> None:
        raise self.error


class Own(ValueError):
    pass


class Worded(Exception):
    def __str__(self) -> str:
        return "its own words"


class Secret:
    def __repr__(self) -> str:
        raise AssertionError("the guest sees what the host's objects say")


@pytest.mark.parametrize(("error", "expected"), [
    (ValueError("no"), ("ValueError", "no", "('no',)")),
    (KeyError("k"), ("KeyError", "'k'", "('k',)")),
    (KeyError(), ("KeyError", "", "()")),
    (ValueError("a", 1, [2]), ("ValueError", "('a', 1, [2])", "('a', 1, [2])")),
    (ZeroDivisionError("z"), ("ZeroDivisionError", "z", "('z',)")),
    (StopIteration(3), ("StopIteration", "3", "(3,)")),
    (RecursionError("deep"), ("RecursionError", "deep", "('deep',)")),
    (FileNotFoundError(2, "No such file", "x.txt"),
     ("FileNotFoundError", "[Errno 2] No such file: 'x.txt'", "(2, 'No such file')")),
    (OSError(5, "bad"), ("OSError", "[Errno 5] bad", "(5, 'bad')")),
    (UnicodeDecodeError("utf-8", b"x", 0, 1, "why"),
     ("UnicodeDecodeError", "'utf-8' codec can't decode byte 0x78 in position 0: why", "('utf-8', b'x', 0, 1, 'why')")),
    (Own("mine"), ("RuntimeError", "Own: mine", "('Own: mine',)")),
    (Own(), ("RuntimeError", "Own", "('Own',)")),
    (Worded("x"), ("RuntimeError", "Worded: its own words", "('Worded: its own words',)")),
    (ValueError(Secret()), ("ValueError", "<Secret>", "('<Secret>',)")),
    (Own("a", Secret()), ("RuntimeError", "Own: a, <Secret>", "('Own: a, <Secret>',)")),
    (SystemExit(3), ("RuntimeError", "SystemExit: 3", "('SystemExit: 3',)")),
    (GeneratorExit(), ("RuntimeError", "GeneratorExit", "('GeneratorExit',)")),
    (cg.Denied("not now"), ("PermissionError", "not now", "('not now',)")),
    (cg.Denied(), ("PermissionError", "tool() is not allowed", "('tool() is not allowed',)")),
], ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "")
def test_exceptions(error: BaseException, expected: tuple[str, str, str]) -> None:
    machine = cg.Machine(tools={"tool": Fails(error)})
    assert machine.run("""
try:
    tool()
except BaseException as error:
    e = error
[type(e).__name__, str(e), repr(e.args)]
""").value == list(expected)
    assert machine.run("""
[e.__cause__, e.__context__, getattr(e, '__notes__', None), e.__dict__, e.__traceback__.tb_next is None]
""").value == [None, None, None, {}, True]
    assert caught(machine, "tool()") == expected[:2]


def test_the_hosts_chain_notes_and_attributes_stay_outside() -> None:
    def failing() -> None:
        try:
            raise LookupError("inner")
        except LookupError as inner:
            error = ValueError("outer")
            error.add_note("secret note")
            error.detail = "secret"  # type: ignore[attr-defined]
            raise error from inner

    with pytest.raises(cg.GuestError) as error:
        cg.Machine(tools=[failing]).run("failing()")
    assert error.value.traceback.splitlines()[-1] == "ValueError: outer"
    assert "secret" not in error.value.traceback and "inner" not in error.value.traceback
    assert [frame.name for frame in error.value.frames] == ["<module>"]


def test_a_guest_exception_passes_through_the_host_unchanged() -> None:
    def call(f: cg.GuestFunction) -> object:
        return f()

    def rewrite(f: cg.GuestFunction) -> object:
        try:
            return f()
        except cg.GuestError as error:
            return [error.type_name, error.message, error.data, [frame.name for frame in error.frames]]

    machine = cg.Machine(tools=[call, rewrite])
    assert machine.run("""
class Mine(Exception):
    pass
mine = Mine('a', 1)
def boom():
    raise mine
try:
    call(boom)
except Mine as error:
    seen = error is mine
def again():
    raise Mine('a', 1)
[seen, rewrite(again)]
""").value == [True, ["Mine", "('a', 1)", ("a", 1), ["again"]]]


def test_an_error_of_another_machine_is_an_error_of_the_tool() -> None:
    inner = cg.Machine()
    machine = cg.Machine(tools={"tool": lambda: inner.run("1 / 0")})
    assert caught(machine, "tool()") == ("RuntimeError", "GuestError: ZeroDivisionError: division by zero")


def test_keyboard_interrupt_leaves_the_machine() -> None:
    interrupt = KeyboardInterrupt()
    machine = cg.Machine(tools={"tool": Fails(interrupt)})
    with pytest.raises(KeyboardInterrupt) as error:
        machine.run("try:\n    tool()\nexcept BaseException:\n    caught = 1\nfinally:\n    after = 1")
    assert error.value is interrupt
    assert not {"caught", "after"} & set(machine.globals)
    assert machine.run("1 + 1").value == 2


class TestNames:
    @pytest.mark.parametrize(("tools", "error", "text"), [
        (3, TypeError, "tools must be callables with a __name__, or a mapping of names to callables, not 3 (int)"),
        ("abc", TypeError, "tools must be callables with a __name__, or a mapping of names to callables, not 'abc' (str)"),
        ([3], TypeError, "a tool must be callable, not 3 (int)"),
        ({"f": 3}, TypeError, "tool 'f' must be callable, not 3 (int)"),
        ({3: len}, TypeError, "a name in tools must be a text, not 3 (int)"),
        ({"a b": len}, ValueError, "a tool's name must be an identifier; give one with {'name': callable}, not 'a b'"),
        ({"for": len}, ValueError, "a tool's name must be an identifier; give one with {'name': callable}, not 'for'"),
        ([lambda: 1], ValueError,
         "a tool's name must be an identifier; give one with {'name': callable}, not '<lambda>'"),
        ([add, add], ValueError, "two tools are named 'add'; give them names with {'name': callable}"),
    ])
    def test_refused(self, tools: Any, error: type[Exception], text: str) -> None:
        with pytest.raises(error) as raised:
            cg.Machine(tools=tools)
        assert str(raised.value) == text

    def test_without_a_name(self) -> None:
        with pytest.raises(ValueError, match=r"^a tool needs a name, which functools.partial\(.*\) \(partial\) has not"):
            cg.Machine(tools=[functools.partial(add)])


class TestPolicy:
    def test_it_sees_each_call_and_may_refuse(self) -> None:
        seen: list[cg.Call] = []

        def policy(call: cg.Call) -> None:
            seen.append(call)
            if call.args and call.args[0] == "secret":
                raise cg.Denied(f"{call.name} of a secret")

        ran: list[Any] = []
        machine = cg.Machine(tools={"tool": lambda *a, **k: ran.append((a, k))}, on_call=policy)
        assert machine.run("""
tool(1, [2], k={3})
try:
    tool('secret')
except PermissionError as error:
    said = str(error)
said
""").value == "tool of a secret"
        assert seen == [("tool", (1, [2]), {"k": {3}}), ("tool", ("secret",), {})]
        assert seen[0].name == "tool" and seen[0].kwargs == {"k": {3}}
        assert ran == [((1, [2]), {"k": {3}})]
        assert machine.last.ledger.of("tool") == {"tool": 1}

    def test_a_policy_that_fails_ends_the_run(self) -> None:
        def policy(call: cg.Call) -> None:
            raise LookupError("broken")

        machine = cg.Machine(tools=[add], on_call=policy)
        with pytest.raises(LookupError, match="^broken$"):
            machine.run("try:\n    add(1)\nexcept BaseException:\n    pass\nafter = 1")
        assert "after" not in machine.globals

    def test_a_policy_that_answers_is_refused(self) -> None:
        machine = cg.Machine(tools=[add], on_call=lambda call: True)  # type: ignore[arg-type,return-value]
        with pytest.raises(TypeError) as error:
            machine.run("add(1)")
        accepted = "return None to allow a call, or raise callgate.Denied"
        assert str(error.value) == f"on_call must {accepted}, not return True (bool)"

    def test_it_must_be_callable(self) -> None:
        with pytest.raises(TypeError, match=r"^on_call must be a callable taking a callgate.Call, or None, not 3 \(int\)$"):
            cg.Machine(on_call=3)  # type: ignore[arg-type]


class TestLimits:
    def test_number_of_calls(self) -> None:
        calls: list[int] = []
        machine = cg.Machine(tools={"tool": calls.append}, limits=cg.Limits(tool_calls=3))
        with pytest.raises(cg.LimitExceeded, match="^the run made more than 3 tool calls$") as error:
            machine.run("i = 0\nwhile True:\n    try:\n        tool(i)\n    except BaseException:\n        pass\n    i += 1")
        assert error.value.limit == "tool_calls" and calls == [0, 1, 2]
        assert machine.run("tool(5)").usage.tool_calls == 1

    def test_time_in_tools_counts(self) -> None:
        machine = cg.Machine(tools={"nap": lambda: time.sleep(0.02)}, limits=cg.Limits(seconds=0.1))
        started = time.monotonic()
        with pytest.raises(cg.LimitExceeded) as error:
            machine.run("while True:\n    nap()")
        assert error.value.limit == "seconds" and time.monotonic() - started < 1
        assert machine.last.usage.tool_seconds > 0.08

    def test_what_a_tool_gives_is_memory_of_the_guest(self) -> None:
        machine = cg.Machine(tools={"big": lambda n: "x" * n, "many": lambda n: [0] * n}, limits=cg.Limits(memory="1 MiB"))
        for call in ("big(2 << 20)", "many(1 << 20)"):
            with pytest.raises(cg.LimitExceeded) as error:
                machine.run(call)
            assert error.value.limit == "memory"
        assert machine.run("len(big(1000))").value == 1000


def test_two_machines_share_a_tool_in_two_threads() -> None:
    lock, total = threading.Lock(), 0

    def count() -> int:
        nonlocal total
        with lock:
            total += 1
            return total

    def work() -> None:
        cg.Machine(tools=[count]).run("for _ in range(300): count()")

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total == 900


def test_no_tool_has_a_name_that_cannot_be_assigned_to() -> None:
    assert {*keyword.kwlist, "__debug__"} == KEYWORDS
    for name in ("lambda", "None", "__debug__"):
        with pytest.raises(ValueError, match=f"a tool's name must be an identifier.*, not '{name}'"):
            cg.Machine(tools={name: len})
    assert cg.Machine(tools={"match": lambda: 3}).run("match()").value == 3
