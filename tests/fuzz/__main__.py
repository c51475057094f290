"""python -m fuzz [COUNT] [SEED]: so many programs under both engines; ends with 1 and the smallest programs when they differ."""

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from .compare import check, program

COUNT, SEED = 20_000, 1
BATCH = 50
#: batches for one set of processes: not max_tasks_per_child, with which the host's executor waits for ever when all its processes end at once
BATCHES = 80


def checked(batches: list[range]) -> Iterator[tuple[range, list[tuple[int, str, str, str]]]]:
    for start in range(0, len(batches), BATCHES):
        some = batches[start:start + BATCHES]
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
            tasks = [pool.submit(check, batch) for batch in some]
            try:
                for batch, task in zip(some, tasks):
                    yield batch, task.result()
            except BrokenProcessPool:
                yield batch, [(batch[0], f"# a process died of one of the programs from {batch[0]} to {some[-1][-1]}", "", "")]


def main() -> int:
    count, seed = (int(each) for each in (*sys.argv[1:], *(COUNT, SEED)[len(sys.argv) - 1:]))
    folder = Path("build/fuzz")
    folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    first = seed * 1_000_000
    batches = [range(each, min(each + BATCH, first + count)) for each in range(first, first + count, BATCH)]
    cases = done = 0
    for batch, found in checked(batches):
        done += len(batch)
        for number, source, expected, got in found:
            cases += 1
            path = folder / f"{number}.py"
            path.write_text(source or program(number), encoding="utf-8", errors="surrogatepass")
            if source:
                print(f"=== {path}\n{source}\n--- CPython\n{expected}\n--- callgate\n{got}\n".encode("utf-8", "backslashreplace").decode(),
                      flush=True)
        if done % 2000 == 0:
            print(f"{done} programs, {cases} differ, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    print(f"{done} programs (seed {seed}), {cases} differ, {time.monotonic() - start:.0f} s")
    return 1 if cases else 0


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"  # sets of texts have one order in all processes
        os.execv(sys.executable, [sys.executable, "-W", "ignore", "-X", "faulthandler", "-m", "fuzz", *sys.argv[1:]])
    sys.exit(main())
