"""Time the programs of bench/programs on callgate and on the host's CPython, in one run.

Every pass times each program once or more on both sides, host and machine in turn; a row is the minimum over all passes
of this thread's CPU time. A ratio below 1 means that callgate is faster. A single row moves by several per cent from
one build to the next for reasons of code layout alone: judge a change by the means.

The guest measures nothing: the runner calls the guest function `run(n)` of a program, and on the host the same
function of the same text. A program checks its own answer.
"""

import argparse
import ast
import fnmatch
import gc
import json
import math
import platform
import sys
import time
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import hosted  # noqa: E402

import callgate as cg  # noqa: E402

try:
    from rich.console import Console
    from rich.table import Table
except ImportError:  # the table is plain text then
    Console = Table = None

SCORED = ("call", "program")
TITLES = {
    "call": "calls", "program": "programs", "extra": "more programs (not in the means)",
    "host": "the machine in its host",
    "A14": "positional against keyword arguments of a builtin", "B7": "callable modules, and what was used instead",
}
#: Metering is on, as it is in use.
LIMITS = {"fuel": 10**15, "memory": "8 GiB", "seconds": 100_000}


@dataclass
class Row:
    name: str
    title: str
    category: str
    units: int
    machine: Callable[[], object]
    host: Callable[[], object] | None
    clock: Callable[[], float] = time.thread_time
    repeat: int = 3
    times: dict[str, float] = field(default_factory=dict)

    def measure(self) -> None:
        for _ in range(self.repeat):
            for side, action in (("host", self.host), ("callgate", self.machine)):
                if action is not None:
                    start = self.clock()
                    action()
                    self.times[side] = min(self.times.get(side, math.inf), self.clock() - start)

    @property
    def ratio(self) -> float | None:
        return self.times["callgate"] / self.times["host"] if self.host else None

    def nanoseconds(self, side: str) -> float | None:
        return self.times[side] / self.units * 1e9 if side in self.times else None


def host_run(source: str, name: str, modules: dict[str, str]) -> Callable[[int], object]:
    for module_name, text in modules.items():
        module = sys.modules[module_name] = types.ModuleType(module_name)
        exec(compile(text, f"{module_name}.py", "exec"), module.__dict__)
    namespace = {"__name__": name}
    sys.modules[name] = types.ModuleType(name)  # dataclasses look their module up
    try:
        exec(compile(source, f"{name}.py", "exec"), namespace)
    finally:
        for module_name in modules:
            del sys.modules[module_name]
    return namespace["run"]


def machine_run(source: str, name: str, modules: dict[str, str]) -> Callable[[int], object]:
    machine = cg.Machine(modules=modules, limits=cg.Limits(**LIMITS))
    machine.run(source, filename=f"{name}.py")
    return lambda n: machine.call("run", n)


def settings(source: str) -> dict[str, object]:
    """The constants at the top of a program: CATEGORY, N; UNITS (per turn; 0: the whole is one), MODULES, HOST."""
    tree = ast.parse(source)
    names: dict[str, object] = {"UNITS": 1, "MODULES": {}, "HOST": True, "TITLE": ast.get_docstring(tree)}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            targets = target.elts if isinstance(target, ast.Tuple) else [target]
            keys = [key.id for key in targets if isinstance(key, ast.Name)]
            if {"CATEGORY", *names}.intersection(keys):
                value = ast.literal_eval(node.value)
                names |= zip(keys, value) if isinstance(target, ast.Tuple) else {keys[0]: value}
    return names


def program_row(path: Path, failures: list[str]) -> Row | None:
    source = path.read_text(encoding="utf-8")
    given = settings(source)
    n, modules = given["N"], given["MODULES"]
    assert isinstance(n, int) and isinstance(modules, dict)
    try:
        on_machine = machine_run(source, path.stem, modules)
        on_machine(n)
    except Exception as error:  # a program that does not run yet must not hide the others
        failures.append(f"{path.stem}: {type(error).__name__}: {error}")
        return None
    on_host = host_run(source, path.stem, modules) if given["HOST"] else None
    return Row(
        path.stem, str(given["TITLE"]), str(given["CATEGORY"]), n * int(given["UNITS"]) or 1,  # type: ignore[call-overload]
        lambda: on_machine(n), (lambda: on_host(n)) if on_host else None,
    )


def chosen(patterns: Iterable[str]) -> tuple[list[Row], list[str]]:
    def wanted(name: str, category: str) -> bool:
        return not patterns or any(fnmatch.fnmatch(name, p) or p == category for p in patterns)

    failures: list[str] = []
    rows = []
    for path in sorted((HERE / "programs").glob("*.py")):
        if wanted(path.stem, str(settings(path.read_text(encoding="utf-8"))["CATEGORY"])):
            row = program_row(path, failures)
            rows += [row] if row else []
    for name, make in hosted.ROWS.items():
        if wanted(name, "host"):
            try:
                measured = make()
                rows.append(Row(name, str(make.__doc__), "host", 1, *measured))
            except Exception as error:
                failures.append(f"{name}: {type(error).__name__}: {error}")
    return sorted(rows, key=lambda row: list(TITLES).index(row.category)), failures


def mean(rows: Iterable[Row]) -> float | None:
    logs = [math.log(row.ratio) for row in rows if row.ratio]
    return math.exp(sum(logs) / len(logs)) if logs else None


def means(rows: list[Row]) -> dict[str, float | None]:
    by_category = {category: mean(row for row in rows if row.category == category) for category in SCORED}
    return by_category | {"all": mean(row for row in rows if row.category in SCORED)}


def amount(nanoseconds: float | None) -> str:
    if nanoseconds is None:
        return "-"
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.2f} {unit}"
    return f"{nanoseconds:.1f} ns"


def show(rows: list[Row], before: dict[str, dict[str, float]]) -> None:
    columns = ["", "CPython", "callgate", "ratio", *(["was", "change"] if before else [])]
    for category, title in TITLES.items():
        table = []
        for row in rows:
            if row.category == category:
                cells = [row.title, amount(row.nanoseconds("host")), amount(row.nanoseconds("callgate")),
                         f"{row.ratio:.2f}" if row.ratio else "-"]
                if before:
                    was = before.get(row.name, {}).get("callgate_ns")
                    now = row.nanoseconds("callgate") or 0
                    cells += [amount(was), f"{(now / was - 1) * 100:+.0f} %" if was else "-"]
                table.append(cells)
        if table:
            print_table(title, columns, table)


def print_table(title: str, columns: list[str], rows: list[list[str]]) -> None:
    if Table is not None and sys.stdout.isatty():
        table = Table(title=title, title_justify="left")
        for i, column in enumerate(columns):
            table.add_column(column, justify="right" if i else "left")
        for row in rows:
            table.add_row(*row)
        Console().print(table)
        return
    print(f"\n{title}")
    widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]
    for row in [columns, *rows]:
        print("  " + "  ".join(cell.rjust(width) if i else cell.ljust(width)
                               for i, (cell, width) in enumerate(zip(row, widths))).rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default="", help="names (with * and ?) or categories, separated by commas")
    parser.add_argument("--passes", type=int, default=10)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="an earlier result to compare with")
    options = parser.parse_args()
    before = json.loads(options.compare.read_text(encoding="utf-8"))["rows"] if options.compare else {}

    rows, failures = chosen(list(filter(None, options.rows.split(","))))
    gc.collect()
    gc.freeze()
    for _ in range(options.passes):
        for row in rows:
            row.measure()
    host = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"callgate against {host}, {options.passes} passes; per call or per turn of the loop where a row has one")
    show(rows, before)
    scores = means(rows)
    listed = ", ".join(f"{name} {value:.3f}" for name, value in scores.items() if value)
    print(f"\ngeometric mean of the ratios: {listed}")
    for failure in failures:
        print("did not run:", failure)
    if options.json:
        options.json.write_text(json.dumps({
            "host": host, "means": scores,
            "rows": {row.name: {"category": row.category, "callgate_ns": row.nanoseconds("callgate"),
                                "host_ns": row.nanoseconds("host"), "ratio": row.ratio} for row in rows},
        }, indent=1) + "\n", encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
