"""Run a program that a language model wrote, against a real database, and show all that it did: `make demo`."""

import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tools import load, make_tools  # noqa: E402

import callgate as cg  # noqa: E402

PROGRAM = Path(__file__).with_name("program.py")
LIMITS = cg.Limits(fuel=5_000_000, seconds=10.0, memory="64 MiB", output="64 KiB", tool_calls=2_000)


def main() -> None:
    with closing(load()) as database:
        machine = cg.Machine(tools=make_tools(database), limits=LIMITS)
        result = machine.run(PROGRAM.read_text(encoding="utf-8"), filename=PROGRAM.name)
    print(result.stdout)
    print(f"Its answer, as data of the host: {result.value}\n")
    print("Every call it made:\n")
    print(result.ledger)
    print(f"\nWhat it used: {result.usage}")


if __name__ == "__main__":
    main()
