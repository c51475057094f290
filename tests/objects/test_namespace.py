"""A module's dict and the cells that linked code reads it through: they agree whoever writes."""

import gc
import weakref

import pytest

import callgate as cg
from callgate.objects.namespace import new_namespace

#: what a program may do to its globals, and what the name `x` then means
WRITES = {
    "x = 2": 2, "globals()['x'] = 2": 2, "globals().update(x=2)": 2, "globals().update({'x': 2})": 2,
    "globals().__setitem__('x', 2)": 2, "dict.__setitem__(globals(), 'x', 2)": 2, "dict.update(globals(), x=2)": 2,
    "globals().__ior__({'x': 2})": 2, "g = globals(); g |= {'x': 2}": 2, "del x; globals().setdefault('x', 2)": 2,
    "exec('x = 2')": 2, "exec('global x; x = 2', globals(), {})": 2, "vars(main)['x'] = 2": 2, "main.x = 2": 2,
    "setattr(main, 'x', 2)": 2, "main.__dict__['x'] = 2": 2, "object.__getattribute__(main, '__dict__')['x'] = 2": 2,
    "main.__setattr__('x', 2)": 2, "globals()[type('S', (str,), {})('x')] = 2": 2, "x: int = 2": 2,
    "def f():\n    global x\n    x = 2\nf()": 2, "for x in [1, 2]: pass": 2, "import sys as x; x = 2": 2,
    "class x: pass\nx = 2": 2, "(x := 2)": 2, "with_x = [x := 2 for _ in [0]]": 2,
    "del x": "gone", "del globals()['x']": "gone", "globals().pop('x')": "gone", "dict.pop(globals(), 'x')": "gone",
    "delattr(main, 'x')": "gone", "del main.x": "gone", "exec('del x')": "gone", "main.__delattr__('x')": "gone",
    "globals().__delitem__('x')": "gone", "dict.__delitem__(globals(), 'x')": "gone",
}


@pytest.mark.parametrize("write", WRITES)
def test_whoever_writes(write: str) -> None:
    program = f"""
import sys
main = sys.modules["__main__"]
x = 1
def read():
    try:
        return x
    except NameError:
        return "gone"
assert read() == 1
{write}
(read(), globals().get("x", "gone"), getattr(main, "x", "gone"))
"""
    assert cg.Machine().run(program).value == (WRITES[write],) * 3


def test_a_cleared_namespace_has_no_names() -> None:
    program = """
import m
keep = m.read
m.__dict__.clear()
try:
    keep()
except NameError as error:
    text = str(error)
m.__dict__["x"] = 5
(text, keep())
"""
    modules = {"m": "x = 1\ndef read():\n    return x\n"}
    assert cg.Machine(modules=modules).run(program).value == ("name 'x' is not defined", 5)


def test_builtins_show_through_until_they_are_hidden() -> None:
    program = """
import builtins
def read():
    return limit
def attempt():
    try:
        return read()
    except NameError:
        return None
seen = [attempt()]
builtins.limit = 1
seen.append(attempt())
limit = 2
seen.append(attempt())
builtins.limit = 3
seen.append(attempt())
del limit
seen.append(attempt())
__builtins__["limit"] = 4
seen.append(attempt())
del builtins.limit
seen.append(attempt())
seen
"""
    assert cg.Machine().run(program).value == [None, 1, 2, 2, 3, 4, None]
    assert cg.Machine().run("'limit' in dir(__import__('builtins'))").value is False


def test_calls_of_modules_can_be_switched_off() -> None:
    program = """
import m
def attempt(f):
    try:
        return f()
    except TypeError as error:
        return str(error)
(attempt(m), attempt(lambda: list(map(m, [1]))), callable(m), hasattr(m, "__call__"))
"""
    machine = cg.Machine(modules={"m": "def __call__(*args):\n    return args"})
    assert machine.run(program).value == ((), [(1,)], True, True)
    machine = cg.Machine(modules={"m": "def __call__(*args):\n    return args"}, callable_modules=False)
    refused = "'module' object is not callable"
    assert machine.run(program).value == (refused, refused, False, True)


def test_the_host_sees_a_dict() -> None:
    space = new_namespace(None)
    space["a"] = 1
    space.update({"b": 2}, c=3)
    space |= {"d": 4}
    assert space.setdefault("a", 5) == 1 and space.setdefault("e", 5) == 5
    assert space == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5} and isinstance(space, dict)
    assert space.pop("a") == 1 and space.pop("a", None) is None and space.popitem() == ("e", 5)
    with pytest.raises(KeyError):
        space.pop("a")
    with pytest.raises(KeyError):
        del space["a"]
    del space["b"]
    assert list(space) == ["c", "d"] and repr(space) == "{'c': 3, 'd': 4}"
    space.clear()
    assert not space


def test_a_machine_with_all_that_it_made_is_collected() -> None:
    class Watched:
        """Something of the host's that dies with the machine."""

        def __call__(self, text: str) -> None: ...

    out = Watched()
    reference = weakref.ref(out)
    machine = cg.Machine(stdout=out, modules={"m": "import __main__\ndef f(): return __main__"})
    machine.run("""
import m, sys
class C:
    other = None
    def __init__(self): self.me, self.all = self, globals()
    def method(self): return m.f()
C.other = C()
def g():
    yield g, sys.modules
it = g(); next(it)
try:
    1 / 0
except ZeroDivisionError as error:
    kept = error
print(C().method() is sys.modules["__main__"])
""")
    del machine, out
    for _ in range(3):
        gc.collect()
    assert reference() is None
