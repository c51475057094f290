"""python -m fuzz [COUNT] [SEED]: so many programs under both engines; ends with 1 and the smallest programs when they differ."""

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .compare import check, program

COUNT, SEED = 20_000, 1
BATCH = 50


def main() -> int:
    count, seed = (int(each) for each in (*sys.argv[1:], *(COUNT, SEED)[len(sys.argv) - 1:]))
    folder = Path("build/fuzz")
    folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    first = seed * 1_000_000
    batches = [range(each, min(each + BATCH, first + count)) for each in range(first, first + count, BATCH)]
    cases = done = 0
    with ProcessPoolExecutor(os.cpu_count(), max_tasks_per_child=40) as pool:
        for batch, found in zip(batches, pool.map(check, batches)):
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
        os.execv(sys.executable, [sys.executable, "-W", "ignore", "-m", "fuzz", *sys.argv[1:]])
    sys.exit(main())
