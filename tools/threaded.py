"""Give each instruction of the loop its own jump to the next one.

Cython writes the chain of `if op == …` as a C switch, whose one jump all instructions share; a processor predicts a
jump by its address, and so predicts this one badly. C compilers that know labels as values (gcc, clang) can do better,
Cython's source cannot say it. So the generated C is changed: each case of the switch gets a label, and each `continue`
of the loop jumps by a table of these labels. Measured: docs/decisions/0006.

The head of the loop only runs at its start then, so that a build whose head has checks is not changed.
"""

import re
from pathlib import Path

SWITCH = "switch (__pyx_v_op) {"
CONTINUE = "goto __pyx_L3_continue;"
NEXT = "{ __pyx_v_op = __pyx_v_pc->op; __pyx_v_pc++; goto *cg_targets[__pyx_v_op]; }"


def threaded(text: str) -> str:
    """The loop's C text with a jump per instruction; ValueError: it has not the form that this knows."""
    lines = text.split("\n")
    switch = next((i for i, line in enumerate(lines) if SWITCH in line), None)
    tail = next((i for i, line in enumerate(lines) if "__pyx_L3_continue:;" in line), None)
    if switch is None or tail is None:
        raise ValueError("no switch on the instruction in a loop of its own")
    indent = " " * (len(lines[switch]) - len(lines[switch].lstrip()))
    end = next(i for i in range(switch, tail) if lines[i] == indent + "}")
    loop = max(i for i in range(switch) if lines[i].strip() == "while (1) {")
    case = re.compile(indent + r"  case (\w+_OP_(\w+)):$")
    cases: list[tuple[str, str]] = []
    for i in range(switch + 1, end):
        if found := case.match(lines[i]):
            cases.append((found[1], f"cg_on_{found[2]}"))
            lines[i] += f" {cases[-1][1]}:;"
        elif lines[i].startswith(indent + "  default:"):
            lines[i] = lines[i].replace("default:", "default: cg_on_other:")
    jumps = sum(line.strip() == CONTINUE for line in lines[switch:tail])
    if len(cases) < 100 or jumps < 100:
        raise ValueError(f"{len(cases)} cases and {jumps} jumps")
    lines[switch:tail] = [line.replace(CONTINUE, NEXT) for line in lines[switch:tail]]
    table = ", ".join(f"[{number}] = &&{label}" for number, label in cases)
    # an instruction's number beyond the table does not compile
    lines[loop] = f"static const void *const cg_targets[256] = {{[0 ... 255] = &&cg_on_other, {table}}};\n{lines[loop]}"
    return "\n".join(lines)


def thread_file(path: Path) -> Path:
    """Write the changed text beside a generated file, if that or this tool is newer; the new path."""
    made = path.with_name(f"{path.stem}.threaded.c")
    if not made.exists() or made.stat().st_mtime < max(path.stat().st_mtime, Path(__file__).stat().st_mtime):
        made.write_text(threaded(path.read_text(encoding="utf-8")), encoding="utf-8")
    return made
