# protocol: C3 C4 C5 C6
"""Callables of the host: re-entered by the guest, left half-way, shared by threads."""

import gc
import threading
from collections.abc import Callable
from typing import Any

import pytest

import callgate as cg


class Counter:
    """Counts, then calls what it wraps. The lock is never held across the call."""

    def __init__(self, wraps: Callable[..., Any]) -> None:
        self.wraps = wraps
        self.count = 0
        self._lock = threading.Lock()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with self._lock:
            self.count += 1
        return self.wraps(*args, **kwargs)


COUNTER = cg.export(Counter, names=["__call__", "count"])


def run(source: str, **options: Any) -> Any:
    return cg.Machine(tools=[COUNTER], **options).run(source).value


def test_the_constructor_does_not_check_that_it_wraps_a_callable() -> None:
    assert run("""
wrong, seen = Counter(3), []
for args in ((), (1, 2)):
    try:
        wrong(*args)
    except TypeError as error:
        seen.append((str(error), wrong.count))
seen
""") == [("'int' object is not callable", 1), ("'int' object is not callable", 2)]


@pytest.mark.parametrize("name", ["wraps", "_lock", "__dict__", "__init__.__globals__", "wraps.__globals__"])
def test_nothing_else_is_visible(name: str) -> None:
    with pytest.raises(cg.GuestError) as caught:
        run(f"c = Counter(len)\nc.{name}")
    assert caught.value.type_name == "AttributeError"


def test_the_wrapped_function_reads_the_count_and_calls_itself_through_the_counter() -> None:
    assert run("""
@Counter
def countdown(n):
    seen.append((n, countdown.count))
    return countdown(n - 1) if n else "done"

seen = []
[countdown(3), seen, countdown.count]
""") == ["done", [(3, 1), (2, 2), (1, 3), (0, 4)], 4]


def test_the_depth_limit_is_the_only_bound_of_re_entrance() -> None:
    machine = cg.Machine(tools=[COUNTER])
    assert machine.run("""
@Counter
def endless(n):
    global deepest
    deepest = n
    return endless(n + 1)

try:
    endless(0)
except RecursionError as error:
    ended = str(error)
[ended[:32], deepest > 20, endless.count - deepest in (1, 2)]     # the last call may be counted and then not begin
""").value == ["maximum recursion depth exceeded", True, True]
    assert machine.run("""
@Counter
def down(n):
    return down(n - 1) + 1 if n else 0
[down(20), down(20), down.count]
""").value == [20, 20, 42]


def test_keywords_and_any_signature_pass_through() -> None:
    assert run("""
@Counter
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
messages = []
for call in (lambda: f(), lambda: f(1, a=2, d=3), lambda: f(1)):
    try:
        messages.append(call())
    except TypeError as error:
        messages.append(str(error))
[f(1, d=4), f(1, 2, 3, 4, d=5, z=6), messages, f.count]
""") == [
        (1, 2, 3, (), 4, 5, {}), (1, 2, 3, (4,), 5, 5, {"z": 6}),
        ["f() missing 1 required positional argument: 'a'", (1, 2, 3, (), 3, 5, {"a": 2}),
         "f() missing 1 required keyword-only argument: 'd'"], 5,
    ]


def test_threads_that_share_a_counter_lose_no_count() -> None:
    counter = Counter(lambda x: x + 1)
    results: list[Any] = []

    def work() -> None:
        machine = cg.Machine(tools={"tick": counter})
        results.append(machine.run("n = 0\nfor _ in range(500):\n    n = tick(n)\nn").value)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [500] * 4
    assert counter.count == 2000


def test_one_machine_entered_from_two_threads() -> None:
    inside, leave, errors = threading.Event(), threading.Event(), []

    def wait() -> None:
        inside.set()
        leave.wait(10)

    machine = cg.Machine(tools=[wait])
    thread = threading.Thread(target=lambda: machine.run("x = 1\nwait()\ny = 2"))
    thread.start()
    assert inside.wait(10)
    for enter in (lambda: machine.run("x = 5"), lambda: machine.call("wait")):
        with pytest.raises(cg.MachineBusy) as caught:
            enter()
        errors.append(str(caught.value))
    leave.set()
    thread.join(10)
    assert machine.run("[x, y]").value == [1, 2]
    assert all(errors)


def test_left_by_an_exception() -> None:
    def failing(x: int) -> int:
        raise ValueError(f"no {x}")

    machine = cg.Machine(tools=[COUNTER, failing])
    assert machine.run("""
seen = []

@Counter
def f(x):
    try:
        return failing(x)
    finally:
        seen.append(f.count)

for i in range(3):
    try:
        f(i)
    except ValueError as error:
        seen.append(str(error))
seen
""").value == [1, "no 0", 2, "no 1", 3, "no 2"]
    with pytest.raises(cg.GuestError, match="no 7"):
        machine.run("f(7)")
    assert machine.run("f.count").value == 4


def test_left_by_a_limit_which_the_host_callable_cannot_swallow() -> None:
    ran = []

    def apply(f: Callable[[], Any]) -> Any:
        try:
            return f()
        except Exception:
            return "swallowed"
        finally:
            ran.append("host")

    machine = cg.Machine(tools=[apply], limits=cg.Limits(fuel=100_000))
    with pytest.raises(cg.LimitExceeded) as caught:
        machine.run("""
def endless():
    try:
        while True:
            pass
    finally:
        apply(lambda: None)
apply(endless)
after = True
""")
    assert (caught.value.limit, ran) == ("fuel", ["host"])
    assert "after" not in machine.globals
    assert machine.run("apply(lambda: 1 + 1)").value == 2




def test_a_destructor_that_calls_the_callable_again() -> None:
    kept: list[Any] = []

    def hold(x: Any) -> int:
        kept.append(x)
        return len(kept)

    def drop() -> int:
        kept.clear()
        gc.collect()
        return 0

    machine = cg.Machine(tools=[COUNTER, hold, drop])
    assert machine.run("""
log = []

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        log.append((self.name, tick(self.name)))

@Counter
def tick(x):
    return tick.count

@Counter
def temporary(x):
    del x
    return tick("inside")

temporary(Noisy("argument"))
hold(Noisy("held"))
before = len(log)
drop()
Noisy("last")
None
[before, sorted(name for name, _ in log), tick.count]
""").value == [1, ["argument", "held", "last"], 4]
