"""Rows that are measured from the host: what it costs to have a machine. Each gives the two actions to compare."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import callgate as cg
from callgate import compiler

Measured = tuple[Callable[[], object], Callable[[], object] | None]
Processes = tuple[Callable[[], object], Callable[[], object] | None, Callable[[], float], int]

COMMAND = Path(__file__).parent.parent / "tools" / "callgate"    # the script that is installed
TOOL_LOOP = """
def run(n):
    total = 0
    for i in range(n):
        total = add(total, i)
    assert total == n * (n - 1) // 2
"""
SNIPPET = '''
class Account{i}:
    """A thing with a balance."""

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount, *, note=None):
        if amount <= 0:
            raise ValueError(f"not an amount: {{amount!r}}")
        self.balance += amount
        return [line for line in (note, self.owner) if line]


def total{i}(accounts):
    result = {{}}
    for key, account in sorted(accounts.items()):
        try:
            result[key] = sum(x.balance for x in account) / len(account)
        except (ZeroDivisionError, TypeError) as error:
            result[key] = str(error)
    return result
'''


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def python(*words: str) -> Callable[[], object]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path[:2])}
    return lambda: subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL, env=environment)


def add(a: int, b: int) -> int:
    return a + b


def tool_call() -> Measured:
    """a tool of the host, called with two ints, 1,000 times"""
    machine = cg.Machine(tools=[add])
    machine.run(TOOL_LOOP)
    namespace: dict[str, Any] = {"add": add}
    exec(TOOL_LOOP, namespace)
    return lambda: machine.call("run", 1_000), lambda: namespace["run"](1_000)


def machine_and_run() -> Measured:
    """Machine() and run("1+1"), against eval("1+1", {})"""
    return lambda: cg.Machine().run("1+1"), lambda: eval("1+1", {})


def run_again() -> Measured:
    """run("1+1") in a machine that is there"""
    machine, namespace = cg.Machine(), {}
    return lambda: machine.run("1+1"), lambda: eval("1+1", namespace)


def host_calls_guest() -> Measured:
    """machine.call("f", 1)"""
    machine = cg.Machine()
    machine.run("def f(x):\n    return x")
    return lambda: machine.call("f", 1), lambda: add(1, 1)


def compile_module() -> Measured:
    """compile a module of 1,000 lines"""
    source = "".join(SNIPPET.format(i=i) for i in range(42))
    source += "\n" * (1_000 - source.count("\n"))
    return lambda: compiler.compile_source(source, "module.py", "exec"), lambda: compile(source, "module.py", "exec")


def import_callgate() -> Processes:
    """python -c "import callgate", against python -c "pass\""""
    return python("-c", "import callgate"), python("-c", "pass"), children, 1


def run_hello() -> Processes:
    """callgate run hello.py, against python hello.py"""
    folder = tempfile.mkdtemp()
    hello = Path(folder) / "hello.py"
    hello.write_text("print('hello')\n", encoding="utf-8")
    return python(str(COMMAND), "run", str(hello)), python(str(hello)), children, 1


ROWS: dict[str, Callable[[], Any]] = {
    make.__name__: make
    for make in (tool_call, machine_and_run, run_again, host_calls_guest, compile_module, import_callgate, run_hello)
}
