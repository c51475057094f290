"""``callgate explain``: the way that one call takes, from the syntax tree to the frame."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import callgate as cg
from callgate.bytecode.code import Code
from callgate.bytecode.dis import Instruction, instructions
from callgate.bytecode.opcodes import NUMBER, OPS
from callgate.cli.paths import describe_callable, describe_path
from callgate.cli.programs import find_program
from callgate.cli.status import OK, RAISED, UsageError
from callgate.compiler import compile_source
from callgate.host.inspection import facts

COMMAND = "callgate explain"
HELP = """\
usage: callgate explain 'EXPR'
       callgate explain FILE:LINE

Show the way that a call takes: its node of the syntax tree, its instructions, what is called, which path the machine
takes, whose tp_call it ends in, and the frame. With FILE:LINE the program is run first, under limits and without its
output, so that its globals are known.
"""
PLACE = re.compile(r"(?P<file>.+):(?P<line>\d+)", re.S)
#: what looking at a callable may cost
#: Newer hosts leave out what is empty.
SHOW_EMPTY: dict[str, Any] = {"show_empty": True} if sys.version_info >= (3, 13) else {}
LIMITS = cg.Limits(fuel=10_000_000, seconds=5.0, memory="256 MiB", output="16 MiB")


class Site(NamedTuple):
    """One call: its node, the code object that has its instructions, and the name of the function that it stands in."""

    node: ast.Call
    code: Code
    function: str


def main(args: Sequence[str]) -> int:
    if len(args) != 1 or args[0] in ("-h", "--help"):
        if args and args[0] in ("-h", "--help"):
            print(HELP, end="")
            return OK
        raise UsageError(COMMAND, "one EXPR or FILE:LINE; see `callgate explain --help`")
    place = PLACE.fullmatch(args[0])
    try:
        if place and is_file(place["file"]):
            texts = explain_place(place["file"], int(place["line"]))
        else:
            texts = explain_text(args[0])
        print("\n\n".join(texts))
    except SyntaxError as error:
        import sys
        import traceback
        sys.stderr.write("".join(traceback.format_exception_only(error)))
        return RAISED
    return OK


def is_file(name: str) -> bool:
    import os
    return os.path.isfile(name)


def explain_text(text: str) -> Iterator[str]:
    """The outermost call of an expression."""
    tree = ast.parse(text, "<expression>", "eval")
    node = next((found for found in ast.walk(tree) if isinstance(found, ast.Call)), None)
    if node is None:
        raise UsageError(COMMAND, f"no call in {text!r}")
    code = compile_source(text, "<expression>", "eval")
    machine = cg.Machine(limits=LIMITS)
    yield "\n\n".join(sections(Site(node, code, ""), machine, None))


def explain_place(filename: str, line: int) -> Iterator[str]:
    """All calls that begin on a line of a file, from left to right."""
    program = find_program(COMMAND, [filename], ())
    source = program.source if isinstance(program.source, bytes) else program.source.encode()
    tree = ast.parse(source, program.filename)
    nodes = [found for found in ast.walk(tree) if isinstance(found, ast.Call) and found.lineno == line]
    if not nodes:
        raise UsageError(COMMAND, f"no call begins on line {line} of {filename}")
    code = compile_source(source, program.filename, "exec")
    machine = cg.Machine(limits=LIMITS, path=[program.folder])
    ended = run_quietly(machine, source, program.filename)
    for node in sorted(nodes, key=lambda found: (found.end_lineno or 0, found.end_col_offset or 0)):
        site = find_site(node, code)
        if site is not None:
            yield "\n\n".join(sections(site, machine, ended))


def run_quietly(machine: cg.Machine, source: bytes, filename: str) -> str | None:
    """Run a program for its globals; how it ended, None when it came to its end."""
    try:
        machine.run(source, filename=filename)
    except (cg.GuestError, cg.LimitExceeded) as error:
        return str(error)
    return None


# === the call in the code


def span(node: ast.AST) -> tuple[int, int, int, int]:
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]


def find_site(node: ast.Call, code: Code) -> Site | None:
    """The code object with the instructions of a call: the innermost that has a call instruction there."""
    for inner in code.consts:
        if isinstance(inner, Code):
            found = find_site(node, inner)
            if found is not None:
                return found
    calls = [row for row in instructions(code) if row.name.startswith("CALL_FUNCTION")]
    if any(within(row, node) and at_end(row, node) for row in calls):
        return Site(node, code, "" if code.name == "<module>" else code.qualname)
    return None


def within(row: Instruction, node: ast.Call) -> bool:
    at = row.position
    line, col, end_line, end_col = span(node)
    return (line, col) <= (at.lineno, at.col) and (at.end_lineno, at.end_col) <= (end_line, end_col)


def at_end(row: Instruction, node: ast.Call) -> bool:
    """Whether an instruction is the call's own, and not of a call among its arguments."""
    _, _, end_line, end_col = span(node)
    return (row.position.end_lineno, row.position.end_col) == (end_line, end_col)


# === the text


def sections(site: Site, machine: cg.Machine, ended: str | None) -> Iterator[str]:
    rows = [row for row in instructions(site.code) if within(row, site.node)]
    last = max(i for i, row in enumerate(rows) if row.name.startswith("CALL_FUNCTION"))
    rows, call = rows[:last + 1], rows[last]
    yield ast.unparse(site.node) + (f"    in {site.function}" if site.function else "")
    yield section("AST node", ast.dump(site.node, indent=2, **SHOW_EMPTY).split("\n"))
    yield section("Instructions, and what each does to the stack", listing(rows))
    yield section("On the stack at the call, from the bottom", [" | ".join(stack(site.node, call)) + "  --  result"])
    known, text = look(site, machine)
    if ended is not None:
        text.append(f"(the program ended early: {ended})")
    yield section("Callable", text)
    yield from (section(title, lines) for title, lines in describe_path(known, call.name, call.operand))


def section(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, *[f"  {line}" for line in lines]])


def listing(rows: Sequence[Instruction]) -> list[str]:
    left = [f"{row.offset:>4} {row.name:<20} {operand(row)}".rstrip() for row in rows]
    width = max(map(len, left))
    return [f"{text:<{width}}  {OPS[NUMBER[row.name]].stack}" for text, row in zip(left, rows)]


def operand(row: Instruction) -> str:
    if OPS[NUMBER[row.name]].operand == "none":
        return ""
    return f"{row.operand} ({row.meaning})" if row.meaning else str(row.operand)


def stack(node: ast.Call, call: Instruction) -> list[str]:
    """What the items are that the call instruction pops; the general form when arguments were gathered first."""
    positional, keywords = call.operand & 0xFF, call.operand >> 8
    plain = [arg for arg in node.args if not isinstance(arg, ast.Starred)]
    named = [keyword for keyword in node.keywords if keyword.arg is not None]
    items = [f"({ast.unparse(node.func)})" if isinstance(node.func, ast.Lambda) else ast.unparse(node.func)]
    items += [ast.unparse(arg) for arg in plain[:positional]]
    if keywords == len(named):
        items += [text for keyword in named for text in (repr(keyword.arg), ast.unparse(keyword.value))]
    else:
        items += ["name", "value"] * keywords
    if "VAR" in call.name:
        items.append("*args")
    if call.name.endswith("KW"):
        items.append("**kwargs")
    return items


# === what is called


def look(site: Site, machine: cg.Machine) -> tuple[dict[str, Any] | None, list[str]]:
    """Facts of the callable where it can be known before the call, and what to say about it."""
    text = ast.unparse(site.node.func)
    local = sorted({
        name.id for name in ast.walk(site.node.func) if isinstance(name, ast.Name)
        and site.function and name.id in {*site.code.varnames, *site.code.cellvars, *site.code.freevars}
    })
    if local:
        return None, [f"{text}: decided at run time, since {local[0]} is a local variable of {site.function}"]
    try:
        value = machine.run(text, filename="<callable>").value
    except cg.GuestError as error:
        return None, [f"{text}: decided at run time; as it is now: {error}"]
    except cg.LimitExceeded as error:
        return None, [f"{text}: decided at run time; looking was stopped: {error}"]
    known = facts(value)
    return known, [f"{text}: {line}" if i == 0 else line for i, line in enumerate(describe_callable(known))]
