"""Write the files that are made from the instruction table: the loop's enum and the reference page."""
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from callgate.bytecode.opcodes import EXECUTABLE, OPS  # noqa: E402


def ops_pxd() -> str:
    rows = "\n".join(f"    OP_{name} = {number}" for name, number in EXECUTABLE.items())
    return f"# Made by tools/gen.py from bytecode/opcodes.py: do not edit.\ncdef enum:\n{rows}\n"


def opcodes_md() -> str:
    head = "# Instructions\n\nMade by `make gen` from `bytecode/opcodes.py`. The right-most item of a stack picture is the top.\n\n"
    rows = "\n".join(f"| {op.number} | `{op.name}` | {op.operand} | `{op.stack}` | {op.meaning} |".replace("|=", "\\|=") for op in OPS)
    return f"{head}| number | instruction | operand | stack | meaning |\n| --: | --- | --- | --- | --- |\n{rows}\n"


FILES = {"src/callgate/core/ops.pxd": ops_pxd, "docs/internals/opcodes.md": opcodes_md}

if __name__ == "__main__":
    for name, make in FILES.items():
        (ROOT / name).write_text(make())
