"""What crosses: plain data both ways, handles, and what is refused."""

import enum
import gc
import pickle
import threading
from collections import OrderedDict, namedtuple
from typing import Any

import pytest

import callgate as cg

PLAIN: list[Any] = [
    None, True, 0, -1 << 70, 1.5, float("inf"), 2 + 3j, "", "é\0\ud800", b"\xff\0", bytearray(b"ab"), (), (1, (2, "x")), [],
    [1, [2, [3]]], {}, {"k": {1: (2,)}, (1, 2): None, None: [b""]}, set(), {1, "a", (2,)}, frozenset({3}), range(2, 9, 3), ...,
]


def echo(value: Any) -> Any:
    return value


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_data_stays_what_it_is(value: Any) -> None:
    machine = cg.Machine(tools=[echo])
    result = machine.run("echo(given)", inputs={"given": value}).value
    assert result == value and type(result) is type(value)
    assert machine.globals["given"] == value
    assert machine.run("type(given).__name__").value == type(value).__name__


def test_copies_are_deep_in_both_directions() -> None:
    kept: list[Any] = []

    def change(value: list[Any]) -> list[Any]:
        kept.append(value)
        value[0]["a"].append("host")
        return value

    given = [{"a": [1]}]
    machine = cg.Machine(tools=[change])
    result = machine.run("back = change(given)\nback[0]['a'].append('guest')\n[given, back]", inputs={"given": given})
    assert result.value == [[{"a": [1]}], [{"a": [1, "host", "guest"]}]]
    assert given == [{"a": [1]}] and kept == [[{"a": [1, "host"]}]]


def test_what_is_shared_within_a_value_stays_shared() -> None:
    result = cg.run("x = []\n[x, x, (x,)]").value
    assert result[0] is result[1] is result[2][0]  # type: ignore[index]
    assert cg.run("given[0] is given[1]", inputs={"given": [[1]] * 2}).value is True


def test_sixty_levels_of_sharing_are_refused_quickly() -> None:
    machine = cg.Machine(tools=[echo])
    source = "x = [1]\nfor _ in range(60):\n    x = [x, x]\n"
    with pytest.raises(cg.GuestError) as caught:
        machine.run(source + "echo(x)")
    text = "because of what it shares it is more than a million items bigger when written out"
    assert (caught.value.type_name, caught.value.message) == ("ValueError", f"argument 1 of echo(): {text}")
    result = machine.run(source + "x")
    with pytest.raises(ValueError, match=f"^the value of main.py is no plain data: {text}$"):
        _ = result.value
    shared: Any = [1]
    for _ in range(60):
        shared = [shared, shared]
    with pytest.raises(ValueError, match=rf"^inputs\['x'\] must be plain data, not \[\[.*: {text}$"):
        machine.run("1", inputs={"x": shared[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]})


@pytest.mark.parametrize("made", ["x = []; x.append(x)", "x = {}; x[1] = [x]", "x = ([],); x[0].append({1: x})"])
def test_a_value_that_contains_itself(made: str) -> None:
    machine = cg.Machine(tools=[echo])
    with pytest.raises(cg.GuestError) as caught:
        machine.run(f"{made}\necho(1, value=x)" if made.startswith("x = {}") else f"{made}\necho(x)")
    assert caught.value.type_name == "ValueError"
    assert caught.value.message.endswith("of echo(): it contains itself")
    with pytest.raises(ValueError, match=r"^the guest's 'x' is no plain data: it contains itself$"):
        _ = machine.globals["x"]
    assert machine.run("1").value == 1


def test_levels() -> None:
    program = "x = []\nfor _ in range({}):\n    x = [x]\nx"
    deep = cg.run(program.format(400)).value
    assert repr(deep) == "[" * 401 + "]" * 401
    machine = cg.Machine()
    result = machine.run(program.format(100_000))
    with pytest.raises(ValueError, match="it is nested more than 500 levels deep$"):
        _ = result.value
    with pytest.raises(ValueError, match="it is nested more than 500 levels deep$"):
        _ = machine.globals["x"]


def test_a_hundred_thousand_levels_in() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    program = "depth = 0\nwhile x: x, depth = x[0], depth + 1\ndepth"
    assert cg.run(program, inputs={"x": deep}).value == 100_000


class Point(namedtuple("Point", "x y")):
    pass


class Text(str):
    pass


class Colour(enum.IntEnum):
    RED = 1


@pytest.mark.parametrize(("value", "said"), [
    (object(), "an object is not plain data; export its class with callgate.export()"),
    (Text("x"), "a Text is not plain data; convert it with str()"),
    (Point(1, 2), "a Point is not plain data; convert it with tuple()"),
    (OrderedDict(a=1), "an OrderedDict is not plain data; convert it with dict()"),
    (Colour.RED, "a Colour is not plain data; convert it with int()"),
    (int, "the class int is not plain data; export it with callgate.export()"),
    (len, "a builtin_function_or_method is not plain data; export its class with callgate.export()"),
    (iter([]), "a list_iterator is not plain data; export its class with callgate.export()"),
    (memoryview(b""), "a memoryview is not plain data; export its class with callgate.export()"),
    (ValueError("x"), "a ValueError is not plain data; export its class with callgate.export()"),
], ids=lambda value: type(value).__name__ if not isinstance(value, str) else "")
def test_other_host_objects_are_refused(value: Any, said: str) -> None:
    def give() -> Any:
        return value

    machine = cg.Machine(tools={"give": give, "nested": lambda: {"a": [value]}})
    for call in ("give()", "nested()"):
        with pytest.raises(cg.GuestError) as caught:
            machine.run(call)
        assert (caught.value.type_name, caught.value.message) == ("TypeError", f"result of {call}: {said}")
    with pytest.raises(TypeError) as refused:
        machine.run("x = 1", inputs={"x": [value]})
    assert str(refused.value).startswith("inputs['x'] must be plain data, not [")
    assert str(refused.value).endswith(said)
    assert "x" not in machine.globals


def test_guest_objects_are_handles_that_do_nothing() -> None:
    machine = cg.Machine(tools=[echo])
    thing = machine.run("""
class Thing:
    def __init__(self): self.x = 1
    def __getattr__(self, name): raise SystemExit
    __len__ = __iter__ = __bool__ = __eq__ = __hash__ = __repr__ = __str__ = lambda *a: 1 / 0
thing = Thing()
thing
""").value
    assert type(thing) is cg.GuestObject and thing.type_name == "Thing"
    assert repr(thing) == str(thing) == "<callgate.GuestObject of type 'Thing'>"
    assert thing and thing == machine.globals["thing"] and len({thing, machine.globals["thing"]}) == 1
    assert not hasattr(thing, "x") and not callable(thing)
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(thing)
    with pytest.raises(TypeError):
        len(thing)  # type: ignore[arg-type]
    assert machine.run("given is thing", inputs={"given": thing}).value is True
    assert machine.run("echo([thing])[0] is thing").value is True


@pytest.mark.parametrize(("made", "name"), [
    ("def f(): return 5", "f"), ("f = lambda: 5", "<lambda>"), ("class f:\n  def __new__(cls): return 5", "f"),
    ("class C:\n  def m(self): return 5\nf = C().m", "m"), ("f = [5].pop", "pop"),
    ("class C:\n  def __call__(self): return 5\nf = C()", None),
])
def test_callables_are_functions_for_the_host(made: str, name: str | None) -> None:
    machine = cg.Machine()
    function = machine.run(f"{made}\nf").value
    assert type(function) is cg.GuestFunction and isinstance(function, cg.GuestObject)
    assert getattr(function, "__name__", None) == name
    assert repr(function) == f"""<callgate.GuestFunction {name or "of type 'C'"}>"""
    assert function() == machine.call(function) == 5 if "pop" not in made else function() == 5


def test_instances_of_guest_subclasses_of_plain_types_are_handles() -> None:
    result = cg.run("class S(str): pass\nclass D(dict): pass\n[S('x'), D(a=1), 'x']").value
    assert [type(item) for item in result] == [cg.GuestObject, cg.GuestObject, str]  # type: ignore[attr-defined]


def test_a_handle_belongs_to_its_machine() -> None:
    thing = cg.run("object()").value
    with pytest.raises(TypeError, match=r"^inputs\['x'\] must be plain data, not .*: <.*> belongs to another machine$"):
        cg.run("x", inputs={"x": thing})


def test_handles_cannot_be_made() -> None:
    for kind in (cg.GuestObject, cg.GuestFunction):
        with pytest.raises(TypeError, match=f"^cannot create '{kind.__name__}' instances$"):
            kind()


def test_a_tool_that_comes_back_is_the_same_object_in_the_guest() -> None:
    assert cg.Machine(tools=[echo]).run("[echo(echo) is echo, echo({'k': [echo]})['k'][0] is echo]").value == [True, True]


def test_a_value_given_by_another_thread_that_changes_it_is_copied_without_damage() -> None:
    stop, data = threading.Event(), [[i] for i in range(200)]

    def churn() -> None:
        while not stop.is_set():
            data.append([len(data)])
            del data[0]

    thread = threading.Thread(target=churn)
    thread.start()
    try:
        for _ in range(50):
            assert cg.run("all(type(x) is list for x in given)", inputs={"given": data}).value is True
    finally:
        stop.set()
        thread.join()


def test_handles_keep_nothing_alive_after_they_are_gone() -> None:
    machine = cg.Machine(tools={"hold": lambda x: None})
    assert machine.run("import weakref\nclass C: pass\nc = C()\nr = weakref.ref(c)\nhold(c)\ndel c\nr() is None").value is True
    gc.collect()
