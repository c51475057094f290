"""The linker: what single statements become, and that executable code means what the logical code means."""

import argparse
import ast
import bisect
import calendar
import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from callgate import compiler
from callgate.bytecode.code import CallSite, Code, Handler
from callgate.bytecode.opcodes import BINARY_OPS, JUMP, NUMBER, OPS
from callgate.compiler.effects import stack_effect
from callgate.interpreter.link import describe, dump, linked
from callgate.objects.namespace import Namespace

PARAMETERS = "a, b, c, d, e"
LOCALS = {name: index for index, name in enumerate("abcde")}


def function_code(body: str, name: str = "f") -> Code:
    module = compiler.compile_source(f"def {name}({PARAMETERS}):\n{textwrap.indent(body, ' ')}\n")
    return next(const for const in module.consts if isinstance(const, Code))


def text(executable: Any) -> list[str]:
    return [" ".join(map(str, row[1:])) for row in dump(executable)]


# === single forms: "NAME d a b c"; e, the last parameter, is what each function returns, so that the end is RETURN_FAST
FORMS = {
    "e = a + b": ["ADD_FF_ST 0 0 1 4"],
    "e = a - 5": ["SUB_FK_ST 1 0 K 4"],
    "e = 5 * a": ["MUL_KF_ST 2 K 0 4"],
    "e += a": ["ADD_FF_ST 16 4 0 4"],
    "e -= 1": ["SUB_FK_ST 17 4 K 4"],
    "e = a / b": ["BINARY_FF 3 0 1 0", "STORE_FAST 0 4 0 0"],
    "e //= 2": ["BINARY_FK 20 4 K 0", "STORE_FAST 0 4 0 0"],
    "e = 2 ** a": ["LOAD_CONST 0 K 0 0", "BINARY_SF 6 0 0 0", "STORE_FAST 0 4 0 0"],
    "e = a + b.x": ["FAST_ATTR 0 1 N 0", "ADD_FS_ST 0 0 0 4"],
    "e = 3 - b.x": ["FAST_ATTR 0 1 N 0", "SUB_KS_ST 1 K 0 4"],
    "e = a.x * b": ["FAST_ATTR 0 0 N 0", "MUL_SF_ST 2 0 1 4"],
    "e = a.x * 7": ["FAST_ATTR 0 0 N 0", "MUL_SK_ST 2 0 K 4"],
    "e = a.x + b.x": ["FAST_ATTR 0 0 N 0", "FAST_ATTR 0 1 N 1", "ADD_SS_ST 0 0 0 4"],
    "e = a + b + c": ["ADD_FF 0 0 1 0", "ADD_SF_ST 0 0 2 4"],
    "e = a + (b + c)": ["ADD_FF 0 1 2 0", "ADD_FS_ST 0 0 0 4"],
    "e = a - (b - (c - d))": ["SUB_FF 1 2 3 0", "SUB_FS 1 1 0 0", "SUB_FS_ST 1 0 0 4"],
    "a.x = b": ["LOAD_FAST 0 1 0 0", "FAST_STORE_ATTR 0 0 N 0"],
    "a.x += 1": ["LOAD_FAST 0 0 0 0", "DUP_TOP 0 0 0 0", "LOAD_ATTR 0 0 N 0", "ADD_SK 16 0 K 0", "ROT_TWO 0 0 0 0",
                 "STORE_ATTR 0 0 N 1"],
    "e = a[b]": ["SUBSCR_FF 0 0 1 0", "STORE_FAST 0 4 0 0"],
    "e = a[0]": ["SUBSCR_FK 0 0 K 0", "STORE_FAST 0 4 0 0"],
    "e = a.x[b]": ["FAST_ATTR 0 0 N 0", "SUBSCR_SF 0 0 1 0", "STORE_FAST 0 4 0 0"],
    "e = a.x[0]": ["FAST_ATTR 0 0 N 0", "SUBSCR_SK 0 0 K 0", "STORE_FAST 0 4 0 0"],
    "a[b] = c": ["LOAD_FAST 0 2 0 0", "STORE_SUBSCR_FF 0 0 1 0"],
    "a[0] = c": ["LOAD_FAST 0 2 0 0", "STORE_SUBSCR_FK 0 0 K 0"],
    "a.x[b] = c": ["LOAD_FAST 0 2 0 0", "FAST_ATTR 0 0 N 0", "LOAD_FAST 0 1 0 0", "STORE_SUBSCR 0 0 0 0"],
    "e = a(b)": ["LOAD_FAST2 0 0 1 0", "CALL 0 1 0 0", "STORE_FAST 0 4 0 0"],
    "e = a(1, b)": ["LOAD_FAST_CONST 0 0 K 0", "LOAD_FAST 0 1 0 0", "CALL 0 2 0 0", "STORE_FAST 0 4 0 0"],
    "e = a(b, c, d)": ["LOAD_FAST2 0 0 1 0", "LOAD_FAST2 0 2 3 0", "CALL 0 3 0 0", "STORE_FAST 0 4 0 0"],
    "e = a(b, c + d)": ["LOAD_FAST2 0 0 1 0", "ADD_FF 0 2 3 0", "CALL 0 2 0 0", "STORE_FAST 0 4 0 0"],
    "e = a(b, c.x)": ["LOAD_FAST2 0 0 1 0", "FAST_ATTR 0 2 N 0", "CALL 0 2 0 1", "STORE_FAST 0 4 0 0"],
    "e = a(b, x=c)": ["LOAD_FAST2 0 0 1 0", "LOAD_FAST 0 2 0 0", "CALL_KW 0 2 K 0", "STORE_FAST 0 4 0 0"],
    "e = a.m(b)": ["FAST_METHOD 0 0 N 0", "LOAD_FAST 0 1 0 0", "CALL_METHOD 0 1 0 1", "STORE_FAST 0 4 0 0"],
    "e = a.x.m(y=b)": ["FAST_ATTR 0 0 N 0", "LOAD_METHOD 0 0 N 1", "LOAD_FAST 0 1 0 0", "CALL_METHOD_KW 0 1 K 2",
                       "STORE_FAST 0 4 0 0"],
    "e = a(*b)": ["LOAD_FAST2 0 0 1 0", "CALL_EX 1 0 -1 0", "STORE_FAST 0 4 0 0"],
    "e = a(b, x=c, **d, **e)": [
        "LOAD_FAST2 0 0 1 0", "LOAD_CONST 0 K 0 0", "LOAD_FAST 0 2 0 0", "BUILD_MAP 0 1 0 0", "LOAD_FAST 0 3 0 0",
        "DICT_MERGE 0 4 0 0", "LOAD_FAST 0 4 0 0", "DICT_MERGE 0 4 0 0", "CALL_EX 2 1 -1 0", "STORE_FAST 0 4 0 0"],
    "e = a(x=b if c else d, y=e, **d(x=c, **b))": [
        "LOAD_FAST 0 0 0 0", "FAST_JUMP_IF_FALSE 0 2 0 4", "LOAD_FAST 0 1 0 0", "JUMP 0 0 0 5", "LOAD_FAST 0 3 0 0",
        "LOAD_FAST2 0 4 3 0", "LOAD_FAST2 0 2 1 0", "CALL_EX 2 1 K 0", "CALL_EX 2 2 K 0", "STORE_FAST 0 4 0 0"],
    "if a < b: return c": ["CMPJ_FF 1 0 1 2", "RETURN_FAST 0 2 0 0"],
    "if a == 1: return c": ["CMPJ_FK 2 0 K 2", "RETURN_FAST 0 2 0 0"],
    "if 1 < a: return c": ["LOAD_CONST 0 K 0 0", "CMPJ_SF 1 0 0 3", "RETURN_FAST 0 2 0 0"],
    "if a.x < b.x: return c": ["FAST_ATTR 0 0 N 0", "FAST_ATTR 0 1 N 1", "CMPJ_SS 1 0 0 4", "RETURN_FAST 0 2 0 0"],
    "if not a < b: return c": ["CMPJ_FF 9 0 1 2", "RETURN_FAST 0 2 0 0"],
    "if a: return c": ["FAST_JUMP_IF_FALSE 0 0 0 2", "RETURN_FAST 0 2 0 0"],
    "if not a: return c": ["FAST_JUMP_IF_TRUE 0 0 0 2", "RETURN_FAST 0 2 0 0"],
    "if a is b: return c": ["LOAD_FAST2 0 0 1 0", "IS_JUMP 0 0 0 3", "RETURN_FAST 0 2 0 0"],
    "if a is not None: return 5": ["LOAD_FAST_CONST 0 0 K 0", "IS_JUMP 1 0 0 3", "RETURN_CONST 0 K 0 0"],
    "e = a < b": ["LOAD_FAST2 0 0 1 0", "COMPARE_OP 1 0 0 0", "STORE_FAST 0 4 0 0"],
    "e = a < b and c": ["LOAD_FAST2 0 0 1 0", "COMPARE_OP 1 0 0 0", "JUMP_IF_FALSE_OR_POP 0 0 0 4", "LOAD_FAST 0 2 0 0",
                        "STORE_FAST 0 4 0 0"],
    "while a < b: a += 1": ["CMPJ_FF 1 0 1 3", "ADD_FK_ST 16 0 K 0", "CMPJ_FF 25 0 1 1"],
    "while a: a = b": ["FAST_JUMP_IF_FALSE 0 0 0 4", "LOAD_FAST 0 1 0 0", "STORE_FAST 0 0 0 0",
                       "FAST_JUMP_IF_TRUE 1 0 0 1"],
    "while a is b: a = c": ["LOAD_FAST2 0 0 1 0", "IS_JUMP 0 0 0 6", "LOAD_FAST 0 2 0 0", "STORE_FAST 0 0 0 0",
                            "LOAD_FAST2 0 0 1 0", "IS_JUMP 24 0 0 2"],
    "while True: a()": ["LOAD_FAST 0 0 0 0", "CALL 0 0 0 0", "POP_TOP 0 0 0 0", "JUMP_BACK 1 0 0 0"],
    "for e in a: pass": ["LOAD_FAST 0 0 0 0", "GET_ITER 0 0 0 0", "FOR_ITER_ST 0 4 0 4", "JUMP_BACK 1 0 0 2"],
    "for d, e in a: pass": ["LOAD_FAST 0 0 0 0", "GET_ITER 0 0 0 0", "FOR_ITER 0 0 0 7", "UNPACK_SEQUENCE 0 2 0 0",
                            "STORE_FAST 0 3 0 0", "STORE_FAST 0 4 0 0", "JUMP_BACK 1 0 0 2"],
    # the local is rebound between the place of the load and the operation
    "e = a + (a := b)": ["LOAD_FAST2 0 0 1 0", "DUP_TOP 0 0 0 0", "STORE_FAST 0 0 0 0", "ADD_SS_ST 0 0 0 4"],
    # a jump leads into the right operand
    "e = a + (b and c)": ["LOAD_FAST2 0 0 1 0", "JUMP_IF_FALSE_OR_POP 0 0 0 3", "LOAD_FAST 0 2 0 0",
                          "ADD_SS_ST 0 0 0 4"],
}


def matches(row: str, wanted: str) -> bool:
    """K and N stand for the number of some constant, some name."""
    return all(one == two or (two in "KN" and one.isdigit()) for one, two in zip(row.split(), wanted.split()))


@pytest.mark.parametrize("body", FORMS)
def test_form(body: str) -> None:
    rows = text(linked(function_code(body + "\nreturn e"), Namespace()))
    wanted = FORMS[body]
    while rows and rows[-1] != "RETURN_FAST 0 4 0 0" and len(rows) > len(wanted):
        rows.pop()
    assert len(rows) in (len(wanted), len(wanted) + 1), rows
    assert all(map(matches, rows, wanted)), rows


def test_names_and_cells() -> None:
    module = linked(compiler.compile_source("x = y\ndel x\n"), Namespace(), True)
    assert text(module)[:3] == ["LOAD_GLOBAL 0 0 0 0", "STORE_GLOBAL 0 1 1 0", "DELETE_GLOBAL 0 1 1 0"]
    module = linked(compiler.compile_source("x = y\n"), Namespace(), False)
    assert text(module)[:2] == ["LOAD_NAME 0 0 0 0", "STORE_NAME 0 1 1 0"]
    code = function_code("def g(): return (a, z)\nz = b\nreturn g")
    outer = linked(code, Namespace())
    info = describe(outer)
    assert info["nlocals"] == len(code.varnames) + 2 and sorted(info["cell_args"]) == [-1, 0]
    first = len(code.varnames)
    cells = [row for row in text(outer) if "CELL" in row or "CLOSURE" in row]
    assert cells[:2] == [f"MAKE_CELL 0 {first + i} {info['cell_args'][i]} 0" for i in range(2)]
    assert f"STORE_CELL 0 {first + code.cellvars.index('z')} 0 0" in cells
    inner = next(const for const in info["consts"] if type(const).__name__ == "Executable")
    assert sorted(row for row in text(inner) if "FREE" in row) == ["LOAD_FREE 0 0 0 0", "LOAD_FREE 0 1 0 0"]
    source = "def f(x):\n class C:\n  y = x\n"
    outer_code = next(const for const in compiler.compile_source(source).consts if isinstance(const, Code))
    outer = linked(outer_code, Namespace())
    body = next(const for const in describe(outer)["consts"] if type(const).__name__ == "Executable")
    row = next(row for row in dump(body) if row[1] == "LOAD_CLASSDEREF")
    assert row[2:4] == (1, 0) and describe(body)["names"][row[4]] == "x"


SUPER = """
class C(B):
    def plain(self, x): return super().m(x)
    def stored(self): self = 1; return super().m()
    def cell(self): return (lambda: self, super().m())
    def stars(*self): return super().m()
    def value(self): return super().m
    def given(self): return super(C, self).m()
    def named(self): return super().m(x=super().y(1))
"""


def test_super() -> None:
    module = linked(compiler.compile_source(SUPER), Namespace(), True)
    body = next(const for const in describe(module)["consts"] if type(const).__name__ == "Executable")
    methods = {const.code.name: dump(const) for const in describe(body)["consts"]
               if type(const).__name__ == "Executable"}
    fused = {name: [row[1] for row in rows].count("SUPER_METHOD") for name, rows in methods.items()}
    assert fused == {"plain": 1, "stored": 0, "cell": 0, "stars": 0, "value": 0, "given": 0, "named": 2}
    names = [row[1] for row in methods["plain"]]
    assert names == ["SUPER_METHOD", "EXTEND", "LOAD_FAST", "CALL_METHOD", "RETURN_VALUE"]


def test_simple_argc() -> None:
    for parameters, expected in {"": 0, "a, b": 2, "a, b=1": 2, "a, /": 1, "*a": -1, "**a": -1, "*, k": -1}.items():
        code = next(const for const in compiler.compile_source(f"def f({parameters}): pass").consts
                    if isinstance(const, Code))
        assert describe(linked(code, Namespace()))["simple_argc"] == expected
    generator = next(const for const in compiler.compile_source("def f(): yield").consts if isinstance(const, Code))
    assert describe(linked(generator, Namespace()))["simple_argc"] == -1


def test_keyword_names_are_one_constant() -> None:
    executable = linked(function_code("return a(1, x=2, yy=3)"), Namespace())
    row = next(row for row in dump(executable) if row[1] == "CALL_KW")
    assert row[3] == 3 and describe(executable)["consts"][row[4]] == ("x", "yy")


# === any code: both forms, followed by a symbolic stack, do the same in the same order
Term = tuple[Any, ...]
UNDER: Term = ("whatever was there",)
RESETS = {"DUP_TOP", "DUP_TOP_TWO", "ROT_TWO", "ROT_THREE", "ROT_FOUR", "COPY", "SWAP"}


class Walk:
    """Runs one stretch of code on symbols; `trace` is all that others could notice, in order."""

    def __init__(self, code: Code, names: tuple[str, ...], consts: tuple[Any, ...]) -> None:
        self.code, self.names, self.consts = code, names, consts
        self.stack: list[Term] = []
        self.trace: list[Term] = []
        self.versions: dict[int, int] = {}

    def pop(self) -> Term:
        return self.stack.pop() if self.stack else UNDER

    def local(self, index: int) -> Term:
        return "local", index, self.versions.get(index, 0)

    def const(self, index: int) -> Term:
        value = self.consts[index]
        return "const", value.code if type(value).__name__ == "Executable" else value

    def store(self, index: int, value: Term) -> None:
        self.versions[index] = self.versions.get(index, 0) + 1
        self.trace.append(("store", index, value))

    def act(self, name: str, operand: Any, *items: Term) -> Term:
        self.trace.append((name, operand, *items))
        return "result", len(self.trace)

    def jump_if(self, truth: bool, value: Term, target: int) -> None:
        while self.trace and self.trace[-1][:2] == ("UNARY_OP", 1) and value == ("result", len(self.trace)):
            value = self.trace.pop()[2]
            truth = not truth
        self.trace.append(("jump", truth, value, target))

    def plain(self, name: str, operand: int) -> None:
        """An instruction that is the same in both forms."""
        number = NUMBER[name]
        if name in RESETS:
            self.shuffle(name, operand)
            return
        if name == "FOR_ITER":
            self.trace.append(("for", self.pop(), operand))
            self.stack += [UNDER, ("item", len(self.trace))]
            return
        pushes, pops = counts(number, operand)
        items = [self.pop() for _ in range(pops)]
        result = self.act(name, operand, *items)
        self.stack += [(*result, index) for index in range(pushes)]

    def shuffle(self, name: str, operand: int) -> None:
        depth = {"DUP_TOP": 1, "ROT_TWO": 2, "DUP_TOP_TWO": 2, "ROT_THREE": 3, "ROT_FOUR": 4}.get(name, operand)
        items = [self.pop() for _ in range(depth)][::-1]
        if name.startswith("ROT"):
            items = [items[-1], *items[:-1]]
        elif name.startswith("DUP"):
            items = items * 2
        elif name == "COPY":
            items = [*items, items[0]]
        else:
            items[0], items[-1] = items[-1], items[0]
        self.stack += items


def counts(number: int, operand: int) -> tuple[int, int]:
    """Pushed and popped, where the instruction goes on at the next one."""
    name, before = OPS[number].name, OPS[number].stack.partition("--")[0].split()
    net = stack_effect(number, operand)
    if "[" in OPS[number].stack or "..." in OPS[number].stack:
        if name in ("UNPACK_SEQUENCE", "UNPACK_EX", "JUMP_IF_FALSE_OR_POP", "JUMP_IF_TRUE_OR_POP"):
            return net + 1, 1
        return (0, -net) if net < 0 and name.endswith(("APPEND", "ADD", "EXTEND", "UPDATE", "MERGE", "VARARGS")) else (
            1, 1 - net)
    return net + len(before), len(before)


def logical(code: Code, start: int, end: int, walk: Walk) -> None:
    names = {index: site for site in code.calls for index in site.keywords}
    methods = {site.method for site in code.calls if site.method >= 0}
    sites = {site.call: site for site in code.calls}
    for index in range(start, end):
        name, operand = OPS[code.instructions[index] & 255].name, code.instructions[index] >> 8
        if name in ("LOAD_FAST", "LOAD_CONST"):
            if index not in names:
                walk.stack.append(walk.local(operand) if name == "LOAD_FAST" else walk.const(operand))
        elif name == "STORE_FAST":
            walk.store(operand, walk.pop())
        elif name in ("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE"):
            walk.jump_if(name.endswith("TRUE"), walk.pop(), operand)
        elif name == "RETURN_VALUE":
            walk.act("return", None, walk.pop())
        elif name == "LOAD_ATTR":
            result = walk.act(name, code.names[operand], walk.pop())
            walk.stack += [("method",), result] if index in methods else [result]
        elif name in ("STORE_ATTR", "DELETE_ATTR"):
            walk.act(name, code.names[operand], *[walk.pop() for _ in range(2 if name == "STORE_ATTR" else 1)])
        elif name.startswith("CALL_FUNCTION"):
            site = sites[index]
            keywords = tuple(code.consts[code.instructions[k] >> 8] for k in site.keywords)
            call(walk, name, (operand & 255) + len(keywords), keywords, site.method >= 0)
        elif name == "DICT_MERGE":
            walk.act(name, None, walk.pop())        # the depth differs by the keyword names; see FORMS
        elif name == "DELETE_FAST":
            walk.versions[operand] = walk.versions.get(operand, 0) + 1
            walk.plain(name, operand)
        elif name != "NOP":
            walk.plain(name, operand)


def call(walk: Walk, name: str, count: int, keywords: tuple[str, ...], method: bool) -> None:
    items = [walk.pop() for _ in range(count + len(name.partition("CALL_FUNCTION")[2].split("_")) - 1 + 1 + method)]
    walk.stack.append(walk.act(name, (count, keywords), *items))


def executable(code: Code, rows: list[tuple[int, str, int, int, int, int]], walk: Walk, target: Any) -> None:
    """`target` gives the logical index for a jump target."""
    which = {"ADD": 0, "SUB": 1, "MUL": 2}
    for position, (_, name, d, a, b, c) in enumerate(rows):
        base, _, mode = name.partition("_")
        if name in ("LOAD_FAST", "LOAD_CONST"):
            walk.stack.append(walk.local(a) if name == "LOAD_FAST" else walk.const(a))
        elif name in ("LOAD_FAST2", "LOAD_FAST_CONST"):
            walk.stack += [walk.local(a), walk.local(b) if name == "LOAD_FAST2" else walk.const(b)]
        elif name == "STORE_FAST":
            walk.store(a, walk.pop())
        elif base in which or base == "BINARY" and mode in ("FF", "FK", "SF", "SK"):
            assert base not in which or d & 15 == which[base]
            left, right = operands(walk, mode[:2], a, b)
            result = walk.act("BINARY_OP", d, right, left)
            walk.store(c, (*result, 0)) if mode.endswith("_ST") else walk.stack.append((*result, 0))
        elif base == "CMPJ":
            left, right = operands(walk, mode, a, b)
            walk.act("COMPARE_OP", d & 7, right, left)
            walk.jump_if(bool(d & 8), ("result", len(walk.trace), 0), target(c))
        elif name == "IS_JUMP":
            right, left = walk.pop(), walk.pop()
            walk.act("IS_OP", d & 1, right, left)
            walk.jump_if(bool(d & 8), ("result", len(walk.trace), 0), target(c))
        elif name.startswith(("POP_JUMP", "FAST_JUMP")):
            walk.jump_if(name.endswith("TRUE"), walk.local(a) if base == "FAST" else walk.pop(), target(c))
        elif name.startswith("SUBSCR"):
            left, right = operands(walk, mode, a, b)
            walk.stack.append((*walk.act("BINARY_SUBSCR", 0, right, left), 0))
        elif name.startswith("STORE_SUBSCR_"):
            container, key = operands(walk, mode[-2:], a, b)
            walk.act("STORE_SUBSCR", 0, key, container, walk.pop())
        elif name.startswith("RETURN"):
            value = walk.local(a) if mode == "FAST" else walk.const(a) if mode == "CONST" else walk.pop()
            walk.act("return", None, value)
        elif name in ("LOAD_ATTR", "LOAD_METHOD", "FAST_ATTR", "FAST_METHOD"):
            result = walk.act("LOAD_ATTR", walk.names[b], walk.local(a) if base == "FAST" else walk.pop())
            walk.stack += [("method",), result] if mode == "METHOD" else [result]
        elif name == "SUPER_METHOD":
            assert rows[position + 1][1] == "EXTEND" and code.freevars[d] == "__class__" and a == 0
            found = walk.act("LOAD_GLOBAL", "super")
            found = walk.act("CALL_FUNCTION", (0, ()), (*found, 0))
            walk.stack += [("method",), walk.act("LOAD_ATTR", walk.names[b], found)]
        elif name in ("STORE_ATTR", "DELETE_ATTR", "FAST_STORE_ATTR"):
            items = [walk.local(a) if base == "FAST" else walk.pop()]
            walk.act("DELETE_ATTR" if base == "DELETE" else "STORE_ATTR", walk.names[b],
                     *items, *([] if base == "DELETE" else [walk.pop()]))
        elif name in ("CALL", "CALL_METHOD", "CALL_KW", "CALL_METHOD_KW"):
            call(walk, "CALL_FUNCTION", a, walk.consts[b] if name.endswith("KW") else (), "METHOD" in name)
        elif name == "CALL_EX":
            full = "CALL_FUNCTION" + ("_VAR" if d & 1 else "") + ("_KW" if d & 2 else "")
            call(walk, full, a, walk.consts[b] if b >= 0 else (), False)
        elif name == "FOR_ITER_ST":
            walk.plain("FOR_ITER", target(c))
            walk.store(a, walk.pop())
        elif name in ("JUMP_BACK", "JUMP", "FOR_ITER", "JUMP_IF_FALSE_OR_POP", "JUMP_IF_TRUE_OR_POP"):
            walk.plain("JUMP" if name == "JUMP_BACK" else name, target(c))
        elif base in ("LOAD", "STORE", "DELETE") and mode in ("CELL", "FREE"):
            walk.plain(f"{base}_DEREF", a - len(code.varnames) if mode == "CELL" else a + len(code.cellvars))
        elif name in ("LOAD_CLOSURE", "LOAD_CLASSDEREF"):
            walk.plain(name, a + len(code.cellvars) if d else a - len(code.varnames))
        elif name == "MAKE_CELL":
            walk.plain(name, a - len(code.varnames))
        elif mode in ("NAME", "GLOBAL") or name == "IMPORT_FROM":
            pushes, pops = counts(NUMBER[name], b)
            result = walk.act(name, walk.names[b], *[walk.pop() for _ in range(pops)])
            walk.stack += [(*result, index) for index in range(pushes)]
        elif name == "DICT_MERGE":
            walk.act(name, None, walk.pop())
        elif name == "DELETE_FAST":
            walk.versions[a] = walk.versions.get(a, 0) + 1
            walk.plain(name, a)
        elif name in ("BINARY_OP", "COMPARE_OP", "UNARY_OP"):
            walk.plain(name, d)
        elif name != "EXTEND":
            walk.plain(name, a)


def operands(walk: Walk, mode: str, a: int, b: int) -> tuple[Term, Term]:
    right = walk.pop() if mode[1] == "S" else walk.local(b) if mode[1] == "F" else walk.const(b)
    left = walk.pop() if mode[0] == "S" else walk.local(a) if mode[0] == "F" else walk.const(a)
    return left, right


class Named(Walk):
    """The same for logical code, whose name operands are written out."""

    def plain(self, name: str, operand: int) -> None:
        if name.endswith(("_NAME", "_GLOBAL", "IMPORT_FROM")):
            pushes, pops = counts(NUMBER[name], operand)
            result = self.act(name, self.code.names[operand], *[self.pop() for _ in range(pops)])
            self.stack += [(*result, index) for index in range(pushes)]
        else:
            super().plain(name, operand)


def check(exe: Any) -> int:
    """Both forms of one code object; returns the number of stretches."""
    code, info, rows = exe.code, describe(exe), dump(exe)
    origin, count = info["origin"], len(code.instructions)
    assert all(one < two or rows[i + 1][1] == "EXTEND" for i, (one, two) in enumerate(zip(origin, origin[1:])))

    def place(index: int) -> int:
        return bisect.bisect_left(origin, index)

    bounds = {0, count}
    for word in code.instructions:
        if OPS[word & 255].operand == JUMP:
            bounds.add(word >> 8)
    for handler in code.handlers:
        bounds |= {handler.start, handler.end, handler.target}
    places: dict[int, int] = {}
    for bound in sorted(bounds):
        places.setdefault(place(bound), bound)      # several, where what lies between was dropped
    # CPython's positions, fuel, and what lies on the stack at a handler
    assert [(place(h.start), place(h.end), place(h.target), h.depth) for h in code.handlers
            if place(h.start) < place(h.end)] == info["handlers"]
    caches = [row[5] for row in rows if "ATTR" in row[1] or "METHOD" in row[1] or row[1] in ("CALL", "CALL_KW")]
    assert caches == list(range(info["ncaches"]))
    assert info["framesize"] == len(code.varnames) + len(code.cellvars) + code.stacksize + 8
    logical_back = [i for i, word in enumerate(code.instructions)
                    if OPS[word & 255].operand == JUMP and OPS[word & 255].name != "FOR_ITER" and word >> 8 <= i]
    back = [row for row in rows if row[1] == "JUMP_BACK" or "JUMP_IF" in row[1] and row[2] & 1
            or row[1].startswith(("CMPJ", "IS_JUMP")) and row[2] & 16]
    assert len(back) == len(logical_back) and all(row[5] <= row[0] for row in back)
    assert sum(OPS[word & 255].name.startswith("CALL_FUNCTION") for word in code.instructions) == sum(
        row[1].startswith("CALL") or row[1] == "SUPER_METHOD" for row in rows)

    ordered = sorted(bounds)
    for start, end in zip(ordered, ordered[1:]):
        one, two = Named(code, code.names, code.consts), Walk(code, info["names"], info["consts"])
        logical(code, start, end, one)
        executable(code, rows[place(start):place(end)], two, places.__getitem__)
        for walk in (one, two):
            for index, entry in enumerate(walk.trace):
                if entry[0] in ("jump", "for", "JUMP", "JUMP_IF_FALSE_OR_POP", "JUMP_IF_TRUE_OR_POP"):
                    walk.trace[index] = tuple(
                        places[place(item)] if isinstance(item, int) and not isinstance(item, bool) else item
                        for item in entry)
        assert one.trace == two.trace, (code.qualname, start, end)
        assert one.stack == two.stack, (code.qualname, start, end)
    return len(ordered) - 1


def all_of(exe: Any) -> Iterator[Any]:
    yield exe
    for const in describe(exe)["consts"]:
        if type(const).__name__ == "Executable":
            yield from all_of(const)


@pytest.mark.parametrize("module", [argparse, ast, bisect, calendar, inspect, textwrap], ids=lambda m: m.__name__)
def test_both_forms_do_the_same(module: ModuleType) -> None:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    assert sum(map(check, all_of(linked(compiler.compile_source(source), Namespace())))) > 20


@pytest.mark.parametrize("body", FORMS)
def test_both_forms_of_each_form(body: str) -> None:
    check(linked(function_code(body + "\nreturn e"), Namespace()))


# === exception ranges, and code that no compiler made
def raw(simple: list[tuple[str, int]], **changes: Any) -> Code:
    fields: dict[str, Any] = {
        "name": "f", "qualname": "f", "filename": "<test>", "firstlineno": 1, "flags": 3, "argcount": 2,
        "posonlyargcount": 0, "kwonlyargcount": 0, "stacksize": 8, "consts": (None, "x", 5), "names": ("n", "m"),
        "varnames": ("a", "b", "c"), "cellvars": (), "freevars": (),
        "instructions": [NUMBER[name] | operand << 8 for name, operand in simple],
    }
    return Code(**{**fields, **changes})


ADD = [("LOAD_FAST", 0), ("LOAD_FAST", 1), ("BINARY_OP", BINARY_OPS.index("+")), ("STORE_FAST", 2), ("LOAD_FAST", 2),
       ("RETURN_VALUE", 0)]


def test_nothing_is_fused_across_a_boundary() -> None:
    assert text(linked(raw(ADD), Namespace())) == ["ADD_FF_ST 0 0 1 2", "RETURN_FAST 0 2 0 0"]
    for place, expected in {
        1: ["LOAD_FAST 0 0 0 0", "ADD_SF_ST 0 0 1 2"],
        2: ["LOAD_FAST2 0 0 1 0", "ADD_SS_ST 0 0 0 2"],
        3: ["ADD_FF 0 0 1 0", "STORE_FAST 0 2 0 0"],
        4: ["ADD_FF_ST 0 0 1 2"],
        5: ["ADD_FF_ST 0 0 1 2"],
    }.items():
        for handler in (Handler(0, place, 5, 0), Handler(place, 6, 5, 0)):
            exe = linked(raw(ADD, handlers=(handler,)), Namespace())
            rows = text(exe)
            assert rows[-2:] == ["LOAD_FAST 0 2 0 0", "RETURN_VALUE 0 0 0 0"]       # 5 is the handler
            assert rows[:-2] == expected
            start, end, target, depth = describe(exe)["handlers"][0]
            origin = describe(exe)["origin"]
            assert (start == 0 or origin[start - 1] < handler.start <= origin[start]) and depth == 0
            assert origin[end - 1] < handler.end and origin[target] == 5


def test_a_handler_inside_keyword_arguments_does_not_count_names() -> None:
    code = raw([("LOAD_FAST", 0), ("LOAD_CONST", 1), ("NOP", 0), ("LOAD_GLOBAL", 0), ("CALL_FUNCTION", 1 << 8),
                ("RETURN_VALUE", 0), ("RERAISE", 0)],
               calls=(CallSite(4, -1, (1,)),), handlers=(Handler(3, 4, 6, 2),))
    exe = linked(code, Namespace())
    assert text(exe) == ["LOAD_FAST 0 0 0 0", "LOAD_GLOBAL 0 0 0 0", "CALL_KW 0 1 3 0", "RETURN_VALUE 0 0 0 0",
                         "RERAISE 0 0 0 0"]
    assert describe(exe)["handlers"] == [(1, 2, 4, 1)]


@pytest.mark.parametrize("changes", [
    {"instructions": []}, {"instructions": [NUMBER["LOAD_CONST"]]}, {"instructions": [200]}, {"instructions": [-1]},
    {"instructions": ["x"]}, {"instructions": [1 << 40]}, {"instructions": [NUMBER["JUMP"] | 1 << 8]},
    {"instructions": [NUMBER["LOAD_FAST"] | 3 << 8, NUMBER["RETURN_VALUE"]]},
    {"instructions": [NUMBER["LOAD_CONST"] | 3 << 8, NUMBER["RETURN_VALUE"]]},
    {"instructions": [NUMBER["LOAD_GLOBAL"] | 2 << 8, NUMBER["RETURN_VALUE"]]},
    {"instructions": [NUMBER["LOAD_DEREF"], NUMBER["RETURN_VALUE"]]},
    {"instructions": [NUMBER["MAKE_CELL"], NUMBER["RETURN_VALUE"]], "freevars": ("q",)},
    {"instructions": [NUMBER["BINARY_OP"] | 13 << 8, NUMBER["RETURN_VALUE"]]},
    {"handlers": (Handler(0, 7, 5, 0),)}, {"handlers": (Handler(3, 2, 5, 0),)}, {"handlers": (Handler(0, 2, 6, 0),)},
    {"calls": (CallSite(2, -1, ()),)}, {"calls": (CallSite(9, -1, ()),)}, {"calls": (CallSite(-1, -1, ()),)},
    {"instructions": [NUMBER["CALL_FUNCTION"] | 1 << 16, NUMBER["RETURN_VALUE"]]},
    {"instructions": [NUMBER["LOAD_CONST"], NUMBER["CALL_FUNCTION"] | 1 << 16, NUMBER["RETURN_VALUE"]],
     "calls": (CallSite(1, -1, (0,)),)},
    {"argcount": 4}, {"argcount": -1}, {"posonlyargcount": 3}, {"kwonlyargcount": 2}, {"stacksize": -1},
    {"names": ("n", 3)}, {"varnames": ("a", "b", None)},
    {"instructions": [NUMBER["DICT_MERGE"], NUMBER["RETURN_VALUE"]]},
], ids=str)
def test_nonsense_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(SystemError, match="^code object: "):
        linked(raw(ADD, **changes), Namespace())
