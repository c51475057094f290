"""The guest's code objects: a view of the compiler's Code, with the attributes that CPython's have.

A guest may copy one with another name, file or first line; what the loop trusts (instructions, counts, tables) cannot
be changed.
"""

import sys

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.iteration import get_iter
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import argument_name
from cython.cimports.callgate.objects.function import CodeObject, Executable, make_code

from ..bytecode.code import CO_GENERATOR, CO_ITERABLE_COROUTINE, OPARG_SHIFT, Code, visible_names
from ..core.type import native_type

FIELDS = {
    "co_argcount": "argcount", "co_posonlyargcount": "posonlyargcount", "co_kwonlyargcount": "kwonlyargcount",
    "co_flags": "flags", "co_stacksize": "stacksize", "co_names": "names", "co_freevars": "freevars", "co_filename": "filename", "co_name": "name",
    "co_qualname": "qualname", "co_firstlineno": "firstlineno",
}
FREE = ("co_filename", "co_name", "co_qualname", "co_firstlineno")


def reader(field: str):
    def read(obj: CodeObject):
        return getattr(obj.code, field)
    return read


def co_varnames(obj: CodeObject):
    return visible_names((*obj.code.varnames, *[name for name in obj.code.cellvars if "." in name]))


def co_cellvars(obj: CodeObject):
    return visible_names(obj.code.cellvars)


def co_nlocals(obj: CodeObject):
    return len(co_varnames(obj))


def co_consts(obj: CodeObject):
    """Constants; nested code as code objects."""
    found: list = []
    linked: tuple = obj.executable.consts if obj.executable is not None else None
    for i, value in enumerate(obj.code.consts):
        if not isinstance(value, Code):
            found.append(value)
        elif linked is not None and isinstance(linked[i], Executable):
            found.append(make_code(linked[i]))
        else:
            found.append(view(value))
    if obj.code.docstring is not None and (not found or found[0] != obj.code.docstring):
        found.insert(0, obj.code.docstring)
    return tuple(found)


@cython.cfunc
def view(code: object) -> CodeObject:
    made: CodeObject = CodeObject.__new__(CodeObject)
    made.code = code
    return made


def co_code(obj: CodeObject):
    """Two bytes for each instruction: number and low byte of the operand."""
    packed = bytearray()
    for each in obj.code.instructions:
        packed.append(each & 255)
        packed.append(each >> OPARG_SHIFT & 255)
    return bytes(packed)


def co_lnotab(obj: CodeObject):
    return b""


def co_lines(obj: CodeObject, /):
    rows: list = []
    start: int = 0
    line = None
    n: int = 0
    for position in obj.code.positions:
        its = position[0] if position[0] > 0 else None
        if n and its != line:
            rows.append((start, n * 2, line))
            start = n * 2
        line = its
        n += 1
    if n:
        rows.append((start, n * 2, line))
    return get_iter(rows)


def co_positions(obj: CodeObject, /):
    return get_iter([tuple([each if each >= 0 else None for each in position]) for position in obj.code.positions])


def replace_fields(obj: CodeObject, /, **changes):
    code = obj.code
    kept: dict = {name: getattr(code, name) for name in Code.__slots__}
    for name, value in changes.items():
        if name in FREE:
            wanted = int if name == "co_firstlineno" else str
            if not isinstance(value, wanted):
                raise TypeError(f"replace() argument {name!r} must be {wanted.__name__}, not {argument_name(value)}")
            kept[FIELDS[name]] = value
        elif (name == "co_flags" and code.flags & CO_GENERATOR and type(value) is int
              and value | CO_ITERABLE_COROUTINE == code.flags | CO_ITERABLE_COROUTINE):
            kept["flags"] = value       # types.coroutine
        elif name in FIELDS:
            if value != getattr(code, FIELDS[name]):
                raise ValueError(f"code: {name} cannot be changed")
        elif name in COMPUTED:
            if value != COMPUTED[name](obj):
                raise ValueError(f"code: {name} cannot be changed")
        else:
            raise TypeError(f"replace() got an unexpected keyword argument {name!r}" if sys.version_info >= (3, 13) else
                            f"{name!r} is an invalid keyword argument for replace()")
    return view(Code(**kept))


def varname_from_oparg(obj: CodeObject, i, /):
    return (*co_varnames(obj), *co_cellvars(obj), *obj.code.freevars)[i]


def code_repr(obj: CodeObject, /):
    code = obj.code
    return (f"<code object {code.name} at {cython.cast(cython.size_t, cython.cast(Ref, obj)):#x}, "
            f"file \"{code.filename}\", line {code.firstlineno}>")


COMPUTED = {"co_varnames": co_varnames, "co_cellvars": co_cellvars, "co_nlocals": co_nlocals, "co_consts": co_consts,
            "co_code": co_code}

native_type(
    "code", CodeObject, slots=("__eq__", "__ne__", "__hash__"),
    functions={"co_lines": co_lines, "co_positions": co_positions, "replace": replace_fields, "__replace__": replace_fields,
               "_varname_from_oparg": varname_from_oparg, "__repr__": code_repr},
    members={**{name: reader(field) for name, field in FIELDS.items()}, **COMPUTED, "_co_code_adaptive": co_code, "co_lnotab": co_lnotab,
             "co_linetable": co_lnotab,
             "co_exceptiontable": co_lnotab})
