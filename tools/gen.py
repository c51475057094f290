"""Write the files that are made from tables, or with --check say which are out of date.

src/callgate/core/ops.pxd          the instruction numbers as a C enum, for the loop's switch
docs/internals/opcodes.md          the instruction set for people
docs/differences.md                what is not as in CPython, from the guest programs that show it and docs/conformance.md
"""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parent.parent
# Run as a file: the package cannot be imported before it is built, and building needs what is made here.
opcodes = SimpleNamespace(**runpy.run_path(str(ROOT / "src/callgate/bytecode/opcodes.py")))

NOTE = "made by tools/gen.py from bytecode/opcodes.py; change that, then `make gen`"


def ops_pxd() -> str:
    """Compile-time constants: with variables there is no switch, and the loop is 2.6 times slower."""
    rows = "".join(f"    OP_{name} = {number}\n" for name, number in opcodes.EXECUTABLE.items())
    return f"# {NOTE}\n\ncdef enum:\n{rows}"


def differences_md() -> str:
    """One section for each program of tests/guest that prints something else than under CPython, on purpose."""
    sections = []
    for program in sorted((ROOT / "tests/guest").rglob("*.py")):
        said = dict(re.findall(r"^# (difference|because|instead): *(.+)$", program.read_text(encoding="utf-8"), re.M))
        if said:
            where = program.relative_to(ROOT).as_posix()
            sections.append(
                f"## {said['difference']}\n\nWhy: {said['because']}.\n\nInstead: {said['instead']}.\n\n"
                f"Shown by [{where}](../{where}).\n")
    failing = re.search(r"^\| unit \|.*?\n(?=\n)", (ROOT / "docs/conformance.md").read_text(encoding="utf-8"), re.M | re.S)
    assert failing
    return (
        "<!-- made by tools/gen.py from the directives in tests/guest and the table of docs/conformance.md; change those,\n"
        "then `make gen` -->\n"
        "# Differences from CPython\n\n"
        "A guest program's output, exceptions and messages are those of the CPython version that callgate runs on.\n"
        "What follows is different on purpose; each is shown by a program that the tests run. Any other difference is\n"
        "a bug.\n\n"
        + "\n".join(sections)
        + "\n## CPython's own tests that fail\n\n"
        "On 3.11, and on 3.13 where it says so; [conformance.md](conformance.md) has the counts. What is not on purpose\n"
        "above is a limit of the machine, not a promise.\n\n"
        + failing[0]
    )


def opcodes_md() -> str:
    def cell(text: str) -> str:
        return text.replace("|", "\\|")

    rows = "".join(
        f"| {row.number} | `{row.name}` | {row.operand} | `{cell(row.stack)}` | {cell(row.meaning)} |\n"
        for row in opcodes.OPS
    )
    return (
        f"<!-- {NOTE} -->\n"
        "# Instructions\n\n"
        "What the compiler emits, `callgate dis` shows and a stored pause holds. The right-most item of a stack\n"
        "picture is the top of the stack. The machine runs an executable form of these, which fuses some of them and\n"
        "never leaves the process.\n\n"
        "| number | name | operand | stack | meaning |\n| --: | --- | --- | --- | --- |\n"
        f"{rows}"
    )


FILES = {
    ROOT / "src/callgate/core/ops.pxd": ops_pxd,
    ROOT / "docs/internals/opcodes.md": opcodes_md,
    ROOT / "docs/differences.md": differences_md,
}


def outdated() -> list[Path]:
    return [path for path, make in FILES.items() if not path.exists() or path.read_text(encoding="utf-8") != make()]


def main() -> int:
    paths = outdated()
    for path in paths:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(FILES[path](), encoding="utf-8")
    return 1 if paths and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
