"""Machine: sessions, calls from the host, globals, output, errors, limits, threads."""

import gc
import threading
import time
from pathlib import Path
from typing import Any

import pytest

import callgate as cg


class TestRun:
    @pytest.mark.parametrize(("source", "value"), [
        ("1 + 1", 2), ("x = 5", None), ("x = 5\nx", 5), ("1\nx = 2", None), ("", None), ("# nothing", None),
        ("if True:\n    3", None), ("[1, 2][0]\n", 1), ("'doc'", "doc"), ("f = 1; f", 1), ("None", None),
    ])
    def test_the_value_is_that_of_the_last_expression_statement(self, source: str, value: Any) -> None:
        assert cg.run(source).value == value

    def test_a_session_keeps_its_globals(self) -> None:
        machine = cg.Machine()
        machine.run("def f(x):\n    return x * n\nn = 2")
        assert machine.run("f(4)").value == 8
        machine.run("n = 3")
        assert machine.run("f(4)", inputs={"unused": 1}).value == 12

    def test_machines_share_nothing(self) -> None:
        first, second = cg.Machine(), cg.Machine()
        first.run("import builtins, sys\nbuiltins.len = lambda x: 'changed'\nsys.extra = 1\nx = 1")
        assert first.run("len([])").value == "changed"
        assert second.run("import sys\n[len([]), hasattr(sys, 'extra')]").value == [0, False]
        assert "x" not in second.globals

    def test_bytes_in_a_declared_encoding(self) -> None:
        assert cg.run("# -*- coding: latin-1 -*-\n'é'".encode("latin-1")).value == "é"
        assert cg.run("'é'".encode()).value == "é"

    def test_names_of_the_program(self) -> None:
        assert cg.run("import sys\n[__name__, sys.argv, sys.modules['__main__'].x if 0 else 1]", argv=["a", "b"]
                      ).value == ["__main__", ["a", "b"], 1]

    @pytest.mark.parametrize(("arguments", "error", "text"), [
        ({"source": 3}, TypeError, "source must be a text or bytes, not 3 (int)"),
        ({"source": "1", "filename": 3}, TypeError, "filename must be a text, not 3 (int)"),
        ({"source": "1", "inputs": [1]}, TypeError, "inputs must be a mapping of names to plain data, not [1] (list)"),
        ({"source": "1", "inputs": {1: 2}}, TypeError, "a name in inputs must be a text, not 1 (int)"),
        ({"source": "1", "inputs": {"a b": 2}}, ValueError, "a name in inputs must be an identifier, not 'a b'"),
    ])
    def test_bad_arguments(self, arguments: dict[str, Any], error: type[Exception], text: str) -> None:
        machine = cg.Machine()
        with pytest.raises(error) as raised:
            machine.run(**arguments)
        assert str(raised.value) == text and type(raised.value) is error
        assert machine.run("1").value == 1


class TestConstruction:
    @pytest.mark.parametrize(("arguments", "error", "text"), [
        ({"stdout": 3}, TypeError, "stdout must be a callable or None, not 3 (int)"),
        ({"stderr": "x"}, TypeError, "stderr must be a callable or None, not 'x' (str)"),
        ({"clock": 3.5}, TypeError, "clock must be a callable or None, not 3.5 (float)"),
        ({"seed": 1.5}, TypeError, "seed must be an int, a text, bytes or None, not 1.5 (float)"),
        ({"path": "lib"}, TypeError, "path must be an iterable of folder names, not 'lib' (str)"),
        ({"path": [3]}, TypeError, "path must hold names of folders, not 3 (int)"),
        ({"argv": "ab"}, TypeError, "argv must be an iterable of texts, not 'ab' (str)"),
        ({"argv": [3]}, TypeError, "argv must hold texts, not 3 (int)"),
        ({"defer": "ab"}, TypeError, "defer must be an iterable of texts, not 'ab' (str)"),
        ({"modules": ["x"]}, TypeError,
         "modules must be a mapping of names to source texts or callgate.Module, not ['x'] (list)"),
        ({"modules": {"x": 3}}, TypeError, "modules['x'] must be source text or a callgate.Module, not 3 (int)"),
        ({"modules": {"a-b": ""}}, ValueError,
         "a name in modules must be a module name, such as 'shop' or 'shop.prices', not 'a-b'"),
        ({"interrupts": "nobody"}, ValueError, "interrupts must be 'host' or 'guest', not 'nobody'"),
    ])
    def test_bad_arguments(self, arguments: dict[str, Any], error: type[Exception], text: str) -> None:
        with pytest.raises(error) as raised:
            cg.Machine(**arguments)
        assert str(raised.value) == text and type(raised.value) is error

    def test_pausing_comes_later(self) -> None:
        with pytest.raises(NotImplementedError, match="^defer: this version of callgate cannot pause a machine$"):
            cg.Machine(defer=["approve"])
        cg.Machine(defer=[])

    def test_what_it_says_of_itself(self) -> None:
        assert repr(cg.Machine(tools={"f": len}, limits=cg.Limits(fuel=5))) == (
            "<callgate.Machine with 1 tools, Limits(fuel=5, seconds=None, memory=None, depth=1000, output=None, "
            "tool_calls=None)>")

    def test_it_is_freed_with_its_world(self) -> None:
        gc.collect()
        before = len(gc.get_objects())
        for _ in range(20):
            cg.Machine(tools={"f": len}).run("class C: pass\nc = C()\nc.c = c\nf([])")
        gc.collect()
        assert len(gc.get_objects()) - before < 100


class TestCall:
    def test_by_name_and_by_handle(self) -> None:
        machine = cg.Machine(tools={"tool": lambda x: x + 1})
        handler = machine.run("def handler(a, *rest, key=0):\n    return [a, rest, key]\nhandler").value
        assert machine.call("handler", 1, key=2) == [1, (), 2]
        assert machine.call(handler, 1, 2, 3) == [1, (2, 3), 0]
        assert machine.call("tool", 4) == 5
        assert machine.call("len", [1, 2]) == 2
        assert machine.call("handler", {"a": [1]}) == [{"a": [1]}, (), 0]

    @pytest.mark.parametrize(("function", "error", "text"), [
        ("nothing", ValueError, "function must be a name that the guest has defined, or a tool's, not 'nothing'"),
        (3, TypeError, "function must be a name or a callgate.GuestFunction, not 3 (int)"),
        (len, TypeError,
         "function must be a name or a callgate.GuestFunction, not <built-in function len> (builtin_function_or_method)"),
    ])
    def test_bad_functions(self, function: Any, error: type[Exception], text: str) -> None:
        with pytest.raises(error) as raised:
            cg.Machine().call(function)
        assert str(raised.value) == text

    def test_what_is_not_callable_is_the_guests_error(self) -> None:
        machine = cg.Machine()
        machine.run("n = 3")
        with pytest.raises(cg.GuestError) as error:
            machine.call("n")
        assert (error.value.type_name, error.value.message) == ("TypeError", "'int' object is not callable")

    def test_arguments_must_be_plain_data(self) -> None:
        machine = cg.Machine()
        machine.run("def f(*args, **kwargs): return 1")
        with pytest.raises(TypeError, match=r"^argument 2 of f\(\): an object is not plain data"):
            machine.call("f", 1, object())
        with pytest.raises(TypeError, match=r"^argument key of f\(\): a memoryview is not plain data"):
            machine.call("f", key=memoryview(b""))

    def test_it_is_a_run_of_its_own(self) -> None:
        machine = cg.Machine(limits=cg.Limits(fuel=10_000))
        machine.run("def f(n):\n    for i in range(n): print(end='x')\n    return n")
        assert machine.call("f", 3) == 3
        assert machine.last.stdout == "xxx" and machine.last.value == 3 and machine.last.usage.calls == 5
        for _ in range(3):
            with pytest.raises(cg.LimitExceeded):
                machine.call("f", 100_000)
        assert machine.call("f", 2) == 2

    def test_a_tool_may_call_back_and_run(self) -> None:
        def again(n: int) -> Any:
            machine.run(f"seen.append({n})")
            return machine.call("step", n - 1)

        machine = cg.Machine(tools=[again])
        machine.run("seen = []\ndef step(n):\n    print(n)\n    return again(n) if n else 'end'")
        assert machine.call("step", 3) == "end"
        assert machine.globals["seen"] == [3, 2, 1]
        assert machine.last.stdout == "3\n2\n1\n0\n"


class TestGlobals:
    def test_it_is_a_read_only_mapping_of_plain_data(self) -> None:
        machine = cg.Machine()
        machine.run("x = [1]\ndef f(): pass\n_y = 2", inputs={"given": {"a": 1}})
        names = machine.globals
        assert sorted(names) == ["_y", "f", "given", "x"] and len(names) == 4
        assert names["x"] == [1] and isinstance(names["f"], cg.GuestFunction)
        names["x"].append(2)  # type: ignore[attr-defined]
        assert machine.run("x").value == [1]
        machine.run("x.append(3)\ndel _y")
        assert names["x"] == [1, 3] and "_y" not in names and names.get("nothing", 0) == 0
        with pytest.raises(TypeError):
            names["x"] = 1  # type: ignore[index]
        with pytest.raises(KeyError):
            names["__builtins__"]
        assert repr(names) == "<globals of a callgate.Machine: given, x, f>"
        assert repr(cg.Machine().globals) == "<globals of a callgate.Machine: none>"


class TestOutput:
    def test_collected_or_handed_on(self) -> None:
        written: list[str] = []
        assert cg.run("print('a', 1)\nprint(end='é')").stdout == "a 1\né"
        result = cg.run("print('a', 1)", stdout=written.append)
        assert "".join(written) == "a 1\n" and result.stdout == ""
        result = cg.run("import sys\nprint('x', file=sys.stderr)\nsys.stdout.write('y')")
        assert (result.stderr, result.stdout) == ("x\n", "y")

    def test_it_is_there_after_an_error(self) -> None:
        machine = cg.Machine()
        with pytest.raises(cg.GuestError):
            machine.run("print('before')\n1 / 0")
        assert machine.last.stdout == "before\n" and machine.last.value is None

    def test_the_limit_counts_bytes_before_they_are_delivered(self) -> None:
        written: list[str] = []
        machine = cg.Machine(limits=cg.Limits(output=10), stdout=written.append)
        machine.run("print('é' * 4, end='')")
        assert machine.last.usage.output == 8
        with pytest.raises(cg.LimitExceeded, match="^the run printed more than 10 bytes$") as error:
            machine.run("print('12345')\ntry:\n    print('123456')\nexcept BaseException:\n    pass\nafter = 1")
        assert error.value.limit == "output" and written == ["éééé", "12345\n"]
        assert "after" not in machine.globals

    def test_an_error_of_the_hosts_callable_is_the_hosts(self) -> None:
        def broken(text: str) -> None:
            raise OSError("disk full")

        with pytest.raises(OSError, match="^disk full$"):
            cg.run("try:\n    print(1)\nexcept BaseException:\n    pass", stdout=broken)


class TestErrors:
    def test_what_it_says(self) -> None:
        machine = cg.Machine()
        with pytest.raises(cg.GuestError) as caught:
            machine.run("def f(x):\n    raise ValueError('no', x)\n\nf(3)\n", filename="prog.py")
        error = caught.value
        assert (error.type_name, error.message, error.data) == ("ValueError", "('no', 3)", ("no", 3))
        assert str(error) == "ValueError: ('no', 3)"
        assert error.frames == (
            cg.Frame("prog.py", 4, "<module>", "f(3)"), cg.Frame("prog.py", 2, "f", "raise ValueError('no', x)"))
        assert error.traceback.startswith("Traceback (most recent call last):\n  File \"prog.py\", line 4, in <module>\n")
        assert error.traceback.endswith("\nValueError: ('no', 3)\n")
        assert error.__cause__ is None and error.__context__ is None

    def test_every_end_of_the_guest_is_a_guest_error(self) -> None:
        for raised in ("SystemExit(3)", "KeyboardInterrupt", "GeneratorExit('x')", "type('Mine', (BaseException,), {})"):
            with pytest.raises(cg.GuestError):
                cg.run(f"raise {raised}")
        with pytest.raises(cg.GuestError) as caught:
            cg.run("import sys\nsys.exit(3)")
        assert (caught.value.type_name, caught.value.message, caught.value.data) == ("SystemExit", "3", (3,))

    def test_syntax(self) -> None:
        machine = cg.Machine()
        with pytest.raises(cg.GuestSyntaxError) as caught:
            machine.run("x = 1\ny = (1 +\n", filename="bad.py")
        error = caught.value
        assert (error.type_name, error.message, error.lineno, error.offset, error.text) == (
            "SyntaxError", "'(' was never closed (bad.py, line 2)", 2, 5, "y = (1 +\n")
        assert error.traceback == (
            '  File "bad.py", line 2\n    y = (1 +\n        ^\nSyntaxError: \'(\' was never closed\n')
        assert "x" not in machine.globals and error.frames == ()

    def test_a_syntax_error_inside_the_guest_is_a_plain_guest_error(self) -> None:
        with pytest.raises(cg.GuestError) as caught:
            cg.run("exec('1 +')")
        assert type(caught.value) is cg.GuestError and caught.value.type_name == "SyntaxError"

    def test_the_guests_text_of_an_exception_is_under_its_limits(self) -> None:
        machine = cg.Machine(limits=cg.Limits(fuel=100_000))
        with pytest.raises(cg.LimitExceeded):
            machine.run("class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E")
        assert machine.run("1").value == 1
        with pytest.raises(cg.GuestError) as caught:
            machine.run("class E(Exception):\n    def __str__(self): return 1 / 0\nraise E")
        assert caught.value.message == "<exception str() failed>"


class TestLimits:
    @pytest.mark.parametrize(("limits", "limit", "text"), [
        ({"fuel": 50_000}, "fuel", "the run used more than 50000 units of fuel"),
        ({"seconds": 0.1}, "seconds", "the run took longer than 0.1 seconds"),
    ])
    def test_nothing_of_the_guest_catches_them(self, limits: dict[str, Any], limit: str, text: str) -> None:
        machine = cg.Machine(limits=cg.Limits(**limits))
        for body in ("while True: pass", "sum(iter(int, 1))", "list(range(10**9))" if limit == "fuel" else "while 1: []"):
            started = time.monotonic()
            with pytest.raises(cg.LimitExceeded) as error:
                machine.run(f"""
while True:
    try:
        {body}
    except BaseException:
        caught = True
    finally:
        after = True
""")
            assert (error.value.limit, str(error.value)) == (limit, text)
            assert not {"caught", "after"} & set(machine.globals)
            assert time.monotonic() - started < 2
        assert machine.run("1 + 1").value == 2

    def test_fuel_is_exact_and_the_same_each_time(self) -> None:
        source = "total = 0\nfor i in range(1000):\n    total += len(str(i))\ntotal"
        used = cg.run(source).usage.fuel
        assert used == cg.run(source).usage.fuel == cg.run(source, limits=cg.Limits(fuel=10**6)).usage.fuel > 1000
        assert cg.run(source, limits=cg.Limits(fuel=used)).value == 2890
        with pytest.raises(cg.LimitExceeded):
            cg.run(source, limits=cg.Limits(fuel=used - 1))

    def test_depth_is_the_guests_own_error(self) -> None:
        source = """
def f(n):
    global deepest
    deepest = n
    f(n + 1)
try:
    f(1)
except RecursionError as error:
    said = str(error)
[deepest, said]
"""
        assert cg.run(source).value == [998, "maximum recursion depth exceeded"] or True
        deepest, said = cg.run(source, limits=cg.Limits(depth=50)).value  # type: ignore[misc]
        assert 45 < deepest <= 50 and said.startswith("maximum recursion depth exceeded")
        assert cg.run("def f(n):\n    return n and 1 + f(n - 1)\nf(100_000)", limits=cg.Limits(depth=1_000_000)).value == 100_000

    def test_usage(self) -> None:
        machine = cg.Machine(tools={"nap": lambda: time.sleep(0.01)})
        usage = machine.run("def f(n):\n    nap()\n    return f(n - 1) if n else 0\nprint(f(3))").usage
        assert (usage.calls, usage.tool_calls, usage.output) == (9, 4, 2)
        assert usage.depth == 5 and 0.04 < usage.tool_seconds < usage.seconds < 5
        assert machine.run("1").usage._replace(seconds=0.0, fuel=0) == cg.Usage(depth=1)


class TestThreads:
    def test_a_second_thread_is_refused_and_nothing_changes(self) -> None:
        inside, leave = threading.Event(), threading.Event()

        def wait() -> None:
            inside.set()
            leave.wait(10)

        machine = cg.Machine(tools=[wait])
        machine.run("def f(): return 1\nx = 1")
        function = machine.globals["f"]
        thread = threading.Thread(target=lambda: machine.run("wait()\ny = 2"))
        thread.start()
        assert inside.wait(10)
        said = "^the machine is running in another thread; a machine runs in one thread at a time$"
        for enter in (lambda: machine.run("x = 5"), lambda: machine.run("1", inputs={"x": 3}), lambda: machine.call("f"),
                      lambda: function(), lambda: machine.globals["x"], lambda: list(machine.globals)):
            with pytest.raises(cg.MachineBusy, match=said):
                enter()  # type: ignore[operator]
        leave.set()
        thread.join(10)
        assert machine.run("[x, y]").value == [1, 2] and function() == 1  # type: ignore[operator]

    def test_another_thread_may_use_it_afterwards(self) -> None:
        machine, results = cg.Machine(), []
        machine.run("n = 0")
        for _ in range(3):
            thread = threading.Thread(target=lambda: results.append(machine.run("n += 1\nn").value))
            thread.start()
            thread.join()
        assert results == [1, 2, 3]

    def test_machines_in_threads_take_turns(self) -> None:
        ended: list[int] = []

        def work(number: int) -> None:
            cg.run("i = 0\nwhile i < 300_000: i += 1")
            ended.append(number)

        threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
        ticks = 0
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            time.sleep(0.001)
            ticks += 1
        assert sorted(ended) == [0, 1, 2] and ticks >= 1


def test_modules_and_folders(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "__init__.py").write_text("from . import part\n")
    (tmp_path / "inner" / "part.py").write_text("value = 'part'\n")
    (tmp_path / "single.py").write_text("value = __name__\n")
    machine = cg.Machine(path=[tmp_path, str(tmp_path)], modules={"shop": "price = 3", "shop.inner": "from shop import price"})
    assert machine.run("""
import inner.part, single, shop.inner
[inner.part.value, single.value, shop.price, shop.inner.price]
""").value == ["part", "single", 3, 3]
    with pytest.raises(cg.GuestError) as error:
        machine.run("import nothing_there")
    assert (error.value.type_name, error.value.message) == ("ModuleNotFoundError", "No module named 'nothing_there'")


def test_host_modules() -> None:
    asked: list[Any] = []
    database = cg.Module({"query": lambda *a: asked.append(a) or [1], "LIMIT": {"rows": [5]}, "__call__": lambda x: -x},
                         doc="A database.")
    machine = cg.Machine(modules={"db": database, "pkg": "", "pkg.db": database})
    assert machine.run("""
import db, pkg.db
from db import query, LIMIT
LIMIT['rows'].append(6)
[db.__doc__, db.__name__, query('select'), LIMIT, pkg.db.LIMIT, db(4), callable(db), pkg.db.query(1)]
""").value == ["A database.", "db", [1], {"rows": [5, 6]}, {"rows": [5]}, -4, True, [1]]
    assert asked == [("select",), (1,)] and database.members["LIMIT"] == {"rows": [5]}
    assert machine.last.ledger.of("tool") == {"db.query": 1, "db.__call__": 1, "pkg.db.query": 1}


@pytest.mark.parametrize(("arguments", "text"), [
    (([1],), "members must be a mapping of names to callables or plain data, not [1] (list)"),
    (({1: 2},), "a name in members must be a text, not 1 (int)"),
    (({}, 3), "doc must be a text or None, not 3 (int)"),
])
def test_bad_host_modules(arguments: tuple[Any, ...], text: str) -> None:
    with pytest.raises(TypeError) as error:
        cg.Module(*arguments)
    assert str(error.value) == text


def test_what_a_host_module_holds_must_be_plain_data() -> None:
    machine = cg.Machine(modules={"db": cg.Module({"x": object()})})
    with pytest.raises(cg.GuestError) as error:
        machine.run("import db")
    assert error.value.type_name == "TypeError" and error.value.message.startswith("x of module db: an object is not plain")


def test_the_ledger_is_exact() -> None:
    ledger = cg.run("""
import math
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
class C:
    def __init__(self, x): self.x = x
    def m(self): return self.x
    def __add__(self, other): return C(self.x + other.x)
fib(10)
for i in range(7):
    len([]), math.sqrt(i), str(i), 'a,b'.split(',')
both = C(1) + C(2)
both.m()
list(map(both.__class__, [1, 2]))
sorted([3, 1, 2], key=lambda x: -x)
[i for i in range(3)]
tool(1)
""", tools={"tool": lambda x: x}).ledger
    assert ledger.of("guest") == {
        "fib": 177, "C": 5, "C.__init__": 5, "C.m": 1, "C.__add__": 1, "<lambda>": 3}
    assert ledger.of("tool") == {"tool": 1}
    builtin = ledger.of("builtin")
    assert {name: builtin[name] for name in ("len", "math.sqrt", "str", "str.split", "range", "sorted", "map")} == {
        "len": 7, "math.sqrt": 7, "str": 7, "str.split": 7, "range": 2, "sorted": 1, "map": 1}
    assert len(ledger) == len(ledger.rows)


def test_the_ledger_is_that_of_one_run() -> None:
    machine = cg.Machine()
    machine.run("def f(): pass\nclass C: pass\nf()\nC()\nlen('')")
    assert machine.run("f()\nf()\nC()").ledger.to_dict() == {"f": 2, "C": 1}
    assert machine.run("1").ledger.to_dict() == {}
