# protocol: A14 B7
"""The benchmark runs, its programs check their answers, and its tables show what the protocol asks for."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def bench(tmp_path: Path, *options: str) -> tuple[str, dict[str, Any]]:
    results = tmp_path / "results.json"
    command = [sys.executable, ROOT / "bench/run.py", "--json", results, *options]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, json.loads(results.read_text())


def test_every_program_runs_and_gives_its_answer(tmp_path: Path) -> None:
    text, results = bench(tmp_path, "--passes", "1", "--rows", "call,program,extra")
    assert {path.stem for path in (ROOT / "bench/programs").glob("*.py")} > results["rows"].keys()
    assert len(results["rows"]) > 45
    assert "geometric mean" in text and all(results["means"].values())
    again, _ = bench(tmp_path, "--passes", "1", "--rows", "fib", "--compare", str(tmp_path / "results.json"))
    assert "change" in again


def test_keyword_arguments_of_a_builtin_on_small_and_large_input(tmp_path: Path) -> None:
    _, results = bench(tmp_path, "--passes", "2", "--rows", "A14")
    assert results["rows"].keys() == {
        f"split_{how}_{size}" for how in ("positional", "keyword") for size in ("small", "large")}
    assert all(row["ratio"] for row in results["rows"].values())


def test_a_callable_module_beside_what_was_used_instead(tmp_path: Path) -> None:
    _, results = bench(tmp_path, "--passes", "5", "--rows", "B7")
    cost = {name: row["callgate_ns"] for name, row in results["rows"].items()}
    assert cost.keys() == {"module_call", "module_attribute", "module_replaced", "module_class"}
    # At most what calling through the module attribute costs plus one look-up, of some tens of nanoseconds; doubled,
    # because a test machine may be busy.
    assert cost["module_call"] < 2 * (cost["module_attribute"] + 50)
