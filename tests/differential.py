"""The same guest program under the host's CPython and under callgate."""

import atexit
import functools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import callgate as cg

WORKER = Path(__file__).parent / "cpython_worker.py"
SECONDS = 60


class Outcome(NamedTuple):
    """What a program did. `traceback` is left out of comparisons unless asked for."""

    stdout: str
    error: str | None = None
    message: str | None = None
    traceback: str | None = None

    def seen(self) -> tuple[str, str | None, str | None]:
        return self[:3]


def environment() -> dict[str, str]:
    """Nothing of what Python looks at, but the order of sets."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON") or name == "PYTHONHASHSEED"}
    return plain | {"PYTHON_COLORS": "0", "COLUMNS": "80"}


@functools.cache
def worker() -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-P", "-s", "-X", "utf8", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        encoding="utf-8", env=environment(),
    )
    atexit.register(stop, process)
    return process


def stop(process: "subprocess.Popen[str]") -> None:
    assert process.stdin
    process.stdin.close()  # it removes its folder then
    process.wait(10)


def run_cpython(
    source: str, *, filename: str = "main.py", modules: Mapping[str, str] | None = None, path: Sequence[str] = (),
    elsewhere: int = 0,
) -> Outcome:
    process = worker()
    assert process.stdin and process.stdout
    request = {"source": source, "filename": filename, "modules": dict(modules or {}), "path": list(map(str, path)),
               "elsewhere": elsewhere}
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()
    alarm = threading.Timer(SECONDS, process.kill)
    alarm.start()
    line = process.stdout.readline()
    alarm.cancel()
    if not line:
        worker.cache_clear()
        raise RuntimeError(f"CPython died of, or took more than {SECONDS} s for, this program:\n{source}")
    return Outcome(**json.loads(line))


def run_callgate(
    source: str, *, filename: str = "main.py", modules: Mapping[str, str] | None = None, path: Sequence[str] = (),
    tools: Sequence[Callable[..., object]] = (), limits: "cg.Limits | None" = None,
) -> Outcome:
    written: list[str] = []
    machine = cg.Machine(
        modules=dict(modules or {}), path=list(map(str, path)), tools=list(tools), stdout=written.append,
        limits=limits or cg.Limits(seconds=SECONDS),
    )
    try:
        machine.run(source, filename=filename)
    except cg.GuestError as error:
        return Outcome("".join(written), error.type_name, error.message, error.traceback)
    return Outcome("".join(written))


def run_both(
    source: str, *, filename: str = "main.py", modules: Mapping[str, str] | None = None, path: Sequence[str] = (),
) -> tuple[Outcome, Outcome]:
    given = {"filename": filename, "modules": modules, "path": path}
    return run_cpython(source, **given), run_callgate(source, **given)  # type: ignore[arg-type]


def same(source: str, *, traceback: bool = False, **given: object) -> Outcome:
    """Assert that both agree on output, exception type and message, and on the traceback when asked to."""
    expected, got = run_both(source, **given)  # type: ignore[arg-type]
    assert got.seen() == expected.seen()
    if traceback:
        assert got.traceback == expected.traceback
    return got
