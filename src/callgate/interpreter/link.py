"""The linker: makes the executable form of a Code for one namespace, in three passes (draft.py, fuse.py).

The executable stack differs from the logical one while a call's arguments are computed (keyword names are not on it;
a method has its object beside it, which the compiler has counted) and while the right operand of an operation is,
whose left one is fetched late. Neither is ever the case at a jump target or where an exception range begins, but for
keyword names, which `Handler.depth` is corrected by.
"""
import sys

import cython
from cython.cimports.callgate.core.capi import (
    CgCache, CgExec, CgHandler, CgInstr, PyTuple_GET_ITEM, PyTypeObject, Py_TYPE, Ref, Refs,
)
from cython.cimports.callgate.core.ops import OP_DICT_MERGE, OP_LOAD_CLASSDEREF, OP_LOAD_FROM_DICT_OR_DEREF
from cython.cimports.callgate.interpreter.counting import note_function
from cython.cimports.callgate.interpreter.draft import *
from cython.cimports.callgate.interpreter.fuse import emit
from cython.cimports.callgate.objects.function import Executable
from cython.cimports.callgate.objects.namespace import Namespace, global_cell
from cython.cimports.libc.stdint import int32_t, uint8_t, uint64_t
from cython.cimports.libc.stdlib import calloc, free, malloc
from cython.cimports.libc.string import memset

from ..bytecode import code as _code
from ..bytecode import opcodes as _opcodes

CODE_TYPE = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), _code.Code))
SUPER = cython.declare(str, "super")
CLASS_CELL = cython.declare(str, "__class__")
_serial = cython.declare(uint64_t, 0)


@cython.cfunc
def make_executable(code, globals: Namespace, parent: Executable, names_are_global: cython.bint) -> Executable:
    e: Executable = Executable.__new__(Executable)
    c: cython.pointer(CgExec) = cython.address(e.c)
    varnames: tuple = code.varnames
    e.code = code
    e.globals = globals
    e.parent = parent
    e.keep = [varnames]
    e.name = code.name
    e.qualname = code.qualname
    e.doc = code.docstring
    c.owner = cython.cast(Ref, e)
    c.simple_argc = NOT_LINKED
    c.flags = code.flags
    c.argc = code.argcount
    c.posonly = code.posonlyargcount
    c.kwonly = code.kwonlyargcount
    c.nparams = c.argc + c.kwonly + (1 if c.flags & CO_VARARGS else 0) + (1 if c.flags & CO_VARKEYWORDS else 0)
    c.nvars = cython.cast(int32_t, len(varnames))
    c.ncells = cython.cast(int32_t, len(cython.cast(tuple, code.cellvars)))
    c.nlocals = c.nvars + c.ncells
    if not 0 <= c.posonly <= c.argc <= c.nparams <= c.nvars or c.kwonly < 0:
        raise SystemError("code object: parameters do not fit the variables")
    if names_are_global:
        c.flags |= NAMES_ARE_GLOBAL
    if code.hidden:
        c.flags |= HIDDEN_CODE
    return e


@cython.cfunc
def _pointers(items: tuple) -> Refs:
    """A C array of what the tuple holds; the tuple must live as long."""
    n: cython.Py_ssize_t = len(items)
    i: cython.Py_ssize_t
    array: Refs = cython.cast(Refs, malloc((n + 1) * cython.sizeof(Ref)))
    if array == cython.NULL:
        raise MemoryError
    for i in range(n):
        array[i] = PyTuple_GET_ITEM(cython.cast(Ref, items), i)
    return array


# === all of it
@cython.cfunc
@cython.exceptval(-1, check=False)
def _rare(d: cython.pointer(Draft), e: Executable, seen: cython.int, names: list) -> cython.int:
    """What few code objects need: names of cells that are looked up elsewhere first, the depth of DICT_MERGE where keyword names are dropped."""
    i: cython.int
    for i in range(d.n):
        if d.op[i] == OP_LOAD_CLASSDEREF or d.op[i] == OP_LOAD_FROM_DICT_OR_DEREF:
            name = (e.code.cellvars + e.code.freevars)[d.arg[i]]
            if name not in names:
                names.append(name)
            d.link[i] = names.index(name)
        elif d.op[i] == OP_DICT_MERGE:
            d.link[i] = merged_names(d, i)
    return 0


@cython.cfunc
def _shared(value: object) -> object:
    """Strings that look like names are one object each, as in CPython: keys of dicts are then found by identity."""
    if type(value) is str:
        text: str = value
        return sys.intern(text) if text.isascii() and text.replace("_", "a").isalnum() else text
    if type(value) is tuple:
        shared: tuple = tuple([_shared(each) for each in value])
        for one, other in zip(value, shared):
            if one is not other:
                return shared
    return value


@cython.cfunc
@cython.exceptval(-1, check=False)
def _constants(e: Executable, consts: tuple, more: list) -> cython.int:
    """e.consts: nested code as executables, then the keyword names of calls."""
    i: cython.Py_ssize_t
    changed: list = None
    for i in range(len(consts)):
        if Py_TYPE(PyTuple_GET_ITEM(cython.cast(Ref, consts), i)) == CODE_TYPE:
            if changed is None:
                changed = list(consts)
            changed[i] = make_executable(consts[i], e.globals, e, False)
        else:
            shared = _shared(consts[i])
            if shared is not consts[i]:
                if changed is None:
                    changed = list(consts)
                changed[i] = shared
    if changed is not None:
        consts = tuple(changed)
    e.consts = consts + tuple(more) if more else consts
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def _finish(d: cython.pointer(Draft), e: Executable, handlers: tuple) -> cython.int:
    """Jump targets, exception ranges, caches and cells; fills e.c. What is allocated is in e.c at once."""
    global _serial
    c: cython.pointer(CgExec) = cython.address(e.c)
    ins: cython.pointer(CgInstr)
    table: cython.pointer(CgHandler)
    i: cython.int
    k: cython.int
    start: cython.int
    for i in range(d.nins):
        ins = d.ins + i
        if IS_TARGET[ins.op]:
            ins.c = d.where[ins.c]
    c.consts = _pointers(e.consts)
    c.names = _pointers(e.names)
    c.caches = cython.cast(cython.pointer(CgCache),
                           calloc(cython.cast(cython.size_t, d.ncaches) + 1, cython.sizeof(CgCache)))
    c.gcells = cython.cast(Refs, malloc((cython.cast(cython.size_t, d.ngcells) + 1) * cython.sizeof(Ref)))
    c.handlers = cython.cast(cython.pointer(CgHandler), malloc((len(handlers) + 1) * cython.sizeof(CgHandler)))
    if c.caches == cython.NULL or c.gcells == cython.NULL or c.handlers == cython.NULL:
        raise MemoryError
    _serial += 1
    c.caches[d.ncaches].ver = _serial
    if d.ngcells:
        for i in range(cython.cast(cython.int, len(e.names))):
            k = d.gcell[i]
            if k >= 0:
                cell = global_cell(e.globals, e.names[i])       # the namespace keeps it
                c.gcells[k] = cython.cast(Ref, cell)
    k = 0
    for handler in handlers:
        start = handler[0]
        table = c.handlers + k
        table.start = d.where[start]
        table.end = d.where[cython.cast(cython.int, handler[1])]
        table.target = d.where[cython.cast(cython.int, handler[2])]
        table.depth = cython.cast(cython.int, handler[3]) - d.missing[start]
        if table.start < table.end:
            k += 1
    c.nhandlers = k
    c.ncaches = d.ncaches
    c.nins = d.nins
    c.ins = d.ins
    c.origin = d.origin
    d.ins = cython.NULL
    d.origin = cython.NULL
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def _clear(c: cython.pointer(CgExec)) -> cython.int:
    """After a failure: link() may be called again."""
    free(c.consts)
    free(c.names)
    free(c.caches)
    free(c.gcells)
    free(c.handlers)
    free(c.cell_args)
    c.consts = c.names = c.gcells = cython.NULL
    c.caches = cython.NULL
    c.handlers = cython.NULL
    c.cell_args = cython.NULL
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def _link(e: Executable, d: cython.pointer(Draft), code) -> cython.int:
    c: cython.pointer(CgExec) = cython.address(e.c)
    instructions: tuple = code.instructions
    consts: tuple = code.consts
    names: tuple = interned(code.names)
    varnames: tuple = interned(e.keep[0])
    cellvars: tuple = code.cellvars
    freevars: tuple = code.freevars
    handlers: tuple = code.handlers
    calls: tuple = code.calls
    more: list = []
    all_names: list
    limits: int32_t[6]
    n: cython.size_t = len(instructions)
    nnames: cython.size_t = len(names) + len(freevars) + len(cellvars)
    block: cython.pointer(int32_t)
    i: cython.Py_ssize_t
    seen: cython.int
    stacksize: cython.int = code.stacksize
    if n > 1 << 24 or not 0 <= stacksize < 1 << 24:
        raise SystemError("code object: too large")
    # one block: arg, link (n each), where, missing (n + 1), last_store (nvars), gcell (nnames), then bytes: op, mark
    block = cython.cast(cython.pointer(int32_t), malloc(
        (4 * n + 2 + c.nvars + nnames) * cython.sizeof(int32_t) + 2 * (n + 1)))
    d.arg = block                           # freed by link(), which looks here
    d.ins = cython.cast(cython.pointer(CgInstr), malloc((n + 1) * cython.sizeof(CgInstr)))
    d.origin = cython.cast(cython.pointer(int32_t), malloc((n + 1) * cython.sizeof(int32_t)))
    c.cell_args = cython.cast(cython.pointer(int32_t),
                              malloc((cython.cast(cython.size_t, c.ncells) + 1) * cython.sizeof(int32_t)))
    if block == cython.NULL or d.ins == cython.NULL or d.origin == cython.NULL or c.cell_args == cython.NULL:
        raise MemoryError
    d.n = cython.cast(cython.int, n)
    d.nvars = c.nvars
    d.ncells = c.ncells
    d.nins = d.ncaches = d.ngcells = d.npending = 0
    d.link = d.arg + n
    d.where = d.link + n
    d.missing = d.where + n + 1
    last_store: cython.pointer(int32_t) = d.missing + n + 1
    d.gcell = last_store + c.nvars
    d.op = cython.cast(cython.pointer(uint8_t), d.gcell + nnames)
    d.mark = d.op + n
    memset(d.link, 0, n * cython.sizeof(int32_t))
    memset(d.gcell, 255, nnames * cython.sizeof(int32_t))
    memset(d.mark, 0, n + 1)
    limits[KIND_OTHER] = 0
    limits[KIND_CONST] = cython.cast(cython.int, len(consts))
    limits[KIND_LOCAL] = c.nvars
    limits[KIND_DEREF] = c.ncells + cython.cast(cython.int, len(freevars))
    limits[KIND_NAME] = cython.cast(cython.int, len(names))
    limits[KIND_JUMP] = d.n
    seen = decode(d, instructions, limits)
    if handlers:
        mark_handlers(d, handlers)
    if calls:
        mark_calls(d, calls, consts, more)
    if seen & SEEN_ARITHMETIC:
        memset(last_store, 255, c.nvars * cython.sizeof(int32_t))
        find_late(d, last_store)
    if seen & SEEN_RARE:
        all_names = list(names)
        _rare(d, e, seen, all_names)
        names = interned(tuple(all_names))
    for i in range(c.ncells):
        c.cell_args[i] = -1
        if cellvars[i] in varnames:
            seen_at = varnames.index(cellvars[i])
            if seen_at < c.nparams:
                c.cell_args[i] = seen_at
    d.class_free = d.super_name = -1
    if (c.argc > 0 and not seen & SEEN_FIRST_REBOUND and CLASS_CELL in freevars and SUPER in names
            and varnames[0] not in cellvars):
        d.class_free = freevars.index(CLASS_CELL)
        d.super_name = names.index(SUPER)
    emit(d, c.cell_args, c.flags & NAMES_ARE_GLOBAL)
    e.names = names
    e.keep[0] = varnames
    _constants(e, consts, more)
    c.framesize = c.nlocals + stacksize + 8
    _finish(d, e, handlers)
    if c.kwonly == 0 and not c.flags & (CO_VARARGS | CO_VARKEYWORDS | CO_ANY_GENERATOR):
        c.simple_argc = c.argc
    else:
        c.simple_argc = -1
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def link(e: Executable) -> cython.int:
    d: Draft
    if e.c.simple_argc != NOT_LINKED:
        return 0
    d.arg = d.origin = cython.NULL
    d.ins = cython.NULL
    try:
        _link(e, cython.address(d), e.code)
    except:  # noqa: E722  whatever it is: nothing half done stays
        _clear(cython.address(e.c))
        free(d.ins)
        free(d.origin)
        raise
    finally:
        free(d.arg)
    note_function(e)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def logical_index(cc: cython.pointer(CgExec), pc: cython.pointer(CgInstr)) -> cython.int:
    i: cython.Py_ssize_t = pc - cc.ins
    return cc.origin[0 if i < 0 else i if i < cc.nins else cc.nins - 1]


@cython.cfunc
@cython.exceptval(-1, check=False)
def exec_index(e: Executable, logical: cython.int) -> cython.int:
    link(e)
    low: cython.int = 0
    high: cython.int = e.c.nins
    middle: cython.int
    while low < high:
        middle = (low + high) >> 1
        if e.c.origin[middle] < logical:
            low = middle + 1
        else:
            high = middle
    if low >= e.c.nins:
        raise SystemError("no such instruction")
    return low


# === for people
_NAMES = cython.declare(list, list(_opcodes.EXECUTABLE))


def dump(executable: Executable) -> list[tuple[int, str, int, int, int, int]]:
    """The executable instructions: (index, name, d, a, b, c)."""
    i: cython.int
    link(executable)
    rows: list = []
    for i in range(executable.c.nins):
        ins: CgInstr = executable.c.ins[i]
        rows.append((i, _NAMES[ins.op], ins.d, ins.a, ins.b, ins.c))
    return rows


def describe(executable: Executable) -> dict[str, object]:
    """The tables beside the instructions, and the numbers that calls go by."""
    i: cython.int
    link(executable)
    c: cython.pointer(CgExec) = cython.address(executable.c)
    handlers: list = []
    for i in range(c.nhandlers):
        handlers.append((c.handlers[i].start, c.handlers[i].end, c.handlers[i].target, c.handlers[i].depth))
    return {
        "origin": [c.origin[i] for i in range(c.nins)],
        "handlers": handlers,
        "cell_args": [c.cell_args[i] for i in range(c.ncells)],
        "consts": executable.consts, "names": executable.names, "ncaches": c.ncaches,
        "simple_argc": c.simple_argc, "framesize": c.framesize, "nlocals": c.nlocals, "nparams": c.nparams,
    }


def linked(code, globals: Namespace, names_are_global: bool = False) -> Executable:
    """An executable of a code object, linked: what tests and tools look at."""
    e: Executable = make_executable(code, globals, None, names_are_global)
    link(e)
    return e
