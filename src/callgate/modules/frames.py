"""What natives see of running frames: names and values, the code to run in them.

Frames of callgate's own guest library (hidden code) are not there for the guest. Text of the guest reaches a compiler
only through the host's hook (`vm.host.compile`), which bounds it first.
"""

import sys

import cython
from cython.cimports.callgate.core.capi import CG_CELL_VALUE, CgFrame, Ref
from cython.cimports.callgate.core.ops import OP_RETURN_CONST, OP_RETURN_FAST, OP_RETURN_VALUE
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import is_subtype, lookup_special, type_name, type_of
from cython.cimports.callgate.interpreter.link import make_executable
from cython.cimports.callgate.interpreter.vm import VM, run_in
from cython.cimports.callgate.objects.function import Cell, CodeObject, Executable, Function, new_function
from cython.cimports.callgate.objects.namespace import Namespace, namespace_set
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

#: compile()'s flags that the guest may give: those of `from __future__`, and ours to pass on.
FUTURES = 0x1FF0000
NAMESPACE_IS_SEEN = sys.version_info < (3, 13)
#: what `from __future__ import nested_scopes` was
OBSOLETE = 0x10
DONT_IMPLY, ALLOW_AWAIT, ONLY_AST, TYPE_COMMENTS, INCOMPLETE = 0x200, 0x2000, 0x400, 0x1000, 0x4000


def caller_frame(vm, up):
    frame: cython.pointer(CgFrame) = vm.fp
    while frame > vm.frames:
        if not frame_code(frame).code.hidden:
            if up <= 0:
                return frame
            up -= 1
        frame -= 1
    return cython.NULL


def frame_code(frame):
    return cython.cast(Executable, frame.cc.owner)


def frame_globals(frame):
    function: Function = cython.cast(Function, frame.func)
    return function.globals if function.globals_dict is None else function.globals_dict


def frame_locals(frame):
    if frame.locals != cython.NULL:
        if frame.cc.nvars and frame.fast != cython.NULL:
            return inner_locals(frame)
        return cython.cast(object, frame.locals)
    if is_returning(frame):
        return {}
    return locals_of(cython.cast(Function, frame.func), frame.cc, frame.fast)


@cython.cfunc
def inner_locals(frame: cython.pointer(CgFrame)) -> object:
    """Within a comprehension of a module's or class's code: its variables; 3.12 adds them to a copy of the namespace."""
    found: dict = locals_of(cython.cast(Function, frame.func), frame.cc, frame.fast)
    if not found:
        return cython.cast(object, frame.locals)
    if NAMESPACE_IS_SEEN:
        copy: dict = dict(cython.cast(object, frame.locals))
        copy.update(found)
        return copy
    return found


def locals_of(function, cc, fast):
    i: cython.Py_ssize_t
    value: Ref
    found: dict = {}
    code: object = cython.cast(Executable, cc.owner).code
    inner: dict = {}
    charge(cc.nlocals)
    for i in range(cc.nvars):
        value = fast[i]
        if value != cython.NULL:
            put_variable(found, inner, code.varnames[i], value)
    for i in range(cc.ncells):
        name = code.cellvars[i]
        if "." not in name:
            put_cell(found, name, fast[cc.nvars + i])
        elif fast[cc.nvars + i] != cython.NULL and CG_CELL_VALUE(fast[cc.nvars + i])[0] != cython.NULL:
            put_variable(found, inner, name, CG_CELL_VALUE(fast[cc.nvars + i])[0])
    if function.closure is not None:
        for i in range(len(function.closure)):
            # a class body's own __class__ cell and the like are no variables of the frame
            put_cell(found, code.freevars[i], cython.cast(Ref, function.closure[i]))
    for name, (level, item) in inner.items():
        found[name] = item
    return found


@cython.cfunc
def put_variable(found: dict, inner: dict, name: str, value: Ref) -> cython.void:
    """Variables of inlined comprehensions, the innermost ones, hide others of their name."""
    at: cython.Py_ssize_t = name.find(".")
    if at > 0:
        visible: str = name[:at]
        level: str = name[at:].rstrip("c")
        found.setdefault(visible, None)
        if visible not in inner or len(inner[visible][0]) < len(level) or inner[visible][0] < level:
            inner[visible] = level, cython.cast(object, value)
    else:
        found[name] = cython.cast(object, value)


@cython.cfunc
@cython.exceptval(check=False)
def is_returning(frame: cython.pointer(CgFrame)) -> cython.bint:
    """A destructor that a return has set off sees a frame whose locals are gone."""
    op: cython.int = frame.pc[-1].op if frame.pc > frame.cc.ins else 0
    return op == OP_RETURN_VALUE or op == OP_RETURN_FAST or op == OP_RETURN_CONST


@cython.cfunc
def put_cell(found: dict, name: object, cell: Ref) -> cython.void:
    if cell != cython.NULL:
        value: Ref = CG_CELL_VALUE(cell)[0]
        if value != cython.NULL:
            found[name] = cython.cast(object, value)
        else:
            found.pop(name, None)


# === compile, eval, exec ===
def compile_(vm, source, filename, mode, flags, inherit, optimize):
    if flags & ~(FUTURES | OBSOLETE | DONT_IMPLY | ALLOW_AWAIT | ONLY_AST | TYPE_COMMENTS | INCOMPLETE):
        raise ValueError("compile(): unrecognised flags")
    if not -1 <= optimize <= 2:
        raise ValueError("compile(): invalid optimize value")
    if mode not in ("exec", "eval", "single"):
        if mode != "func_type":
            raise ValueError("compile() mode must be 'exec', 'eval'"
                             + (", 'single' or 'func_type'" if flags & ONLY_AST else " or 'single'"))
        if not flags & ONLY_AST:
            raise ValueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
    trees: object = vm.modules.get("_ast")
    if trees is not None and is_subtype(type_of(source), getattr_(trees, "AST")):
        if flags & ONLY_AST:
            return source
        return code_object(vm.host.compile_rows(
            call_method(trees, "_rows", (source, mode)), filename, mode, flags & (FUTURES | ALLOW_AWAIT | INCOMPLETE) | inherited(vm, inherit),
            optimize))
    text: object = text_of("compile", source)
    if flags & ONLY_AST:
        rows: object = vm.host.parse(text, filename, mode, bool(flags & TYPE_COMMENTS))
        charge(len(rows))
        return call_method(vm.importer.load("_ast"), "_build", (rows,))
    return code_object(vm.host.compile(text, filename, mode, flags & (FUTURES | ALLOW_AWAIT | INCOMPLETE) | inherited(vm, inherit), optimize))


@cython.cfunc
def inherited(vm: VM, inherit: object) -> object:
    """The `from __future__` flags of the code that asks."""
    frame: cython.pointer(CgFrame) = caller_frame(vm, 0)
    return frame_code(frame).code.flags & FUTURES if inherit and frame != cython.NULL else 0


@cython.cfunc
def code_object(code: object) -> CodeObject:
    made: CodeObject = CodeObject.__new__(CodeObject)
    made.code = code
    return made


@cython.cfunc
def text_of(what: str, source: object) -> object:
    if isinstance(source, (str, bytes)):
        return source
    if PyObject_CheckBuffer(source):
        charge_memory(memoryview(source).nbytes)
        return memoryview(source).tobytes()
    kind: str = "string, bytes or AST object" if what == "compile" else "string, bytes or code object"
    raise TypeError(f"{what}() arg 1 must be a {kind}")


@cython.cfunc
def code_to_run(vm: VM, what: str, source: object) -> object:
    if isinstance(source, CodeObject):
        code: object = cython.cast(CodeObject, source).code
        if code.freevars and what == "eval":
            raise TypeError("code object passed to eval() may not contain free variables")
        return code
    text: object = text_of(what, source)
    if what == "eval":
        text = text.lstrip(" \t") if isinstance(text, str) else text.lstrip(b" \t")
    return vm.host.compile(text, "<string>", what, inherited(vm, True))


@cython.cfunc
def is_mapping(value: object) -> cython.bint:
    return lookup_special(value, "__getitem__") is not None


@cython.cfunc
def current_namespaces(vm: VM, globals: object, locals: object, what: str) -> tuple:
    """What None stands for."""
    frame: cython.pointer(CgFrame)
    if globals is None:
        frame = caller_frame(vm, 0)
        if frame == cython.NULL:
            raise TypeError(f"{what} must be given globals and locals when called without a frame")
        globals = frame_globals(frame)
        if locals is None:
            locals = frame_locals(frame)
    elif locals is None:
        locals = globals
    return globals, locals


def eval_(vm, source, globals, locals):
    if locals is not None and not is_mapping(locals):
        raise TypeError("locals must be a mapping")
    if globals is not None and not isinstance(globals, dict):
        raise TypeError("globals must be a real dict; try eval(code, {}, mapping)" if is_mapping(globals) else
                        "globals must be a dict")
    spaces: tuple = current_namespaces(vm, globals, locals, "eval")
    code: object = code_to_run(vm, "eval", source)
    return run_there(vm, code, spaces[0], spaces[1])


def exec_(vm, source, globals, locals, closure):
    if globals is not None and not isinstance(globals, dict):
        raise TypeError(f"exec() globals must be a dict, not {type_name(globals)}")
    if locals is not None and not is_mapping(locals):
        raise TypeError(f"locals must be a mapping or None, not {type_name(locals)}")
    spaces: tuple = current_namespaces(vm, globals, locals, "exec")
    code: object = code_to_run(vm, "exec", source)
    if not isinstance(source, CodeObject):
        if closure is not None:
            raise TypeError("closure can only be used when source is a code object")
    elif not code.freevars:
        if closure is not None:
            raise TypeError("cannot use a closure with this code object")
    else:
        if type(closure) is not tuple or len(closure) != len(code.freevars) or not all(
                [isinstance(each, Cell) for each in closure]):
            raise TypeError(f"code object requires a closure of exactly length {len(code.freevars)}")
        run_closure(vm, code, spaces[0], closure)
        return None
    run_there(vm, code, spaces[0], spaces[1])
    return None


@cython.cfunc
def run_there(vm: VM, code: object, globals: object, locals: object) -> object:
    give_builtins(vm, globals)
    return run_in(vm, code, globals, locals)


@cython.cfunc
def give_builtins(vm: VM, globals: object) -> object:
    if not dict.__contains__(globals, "__builtins__"):
        if type(globals) is Namespace:
            namespace_set(globals, "__builtins__", vm.builtins)
        else:
            dict.__setitem__(globals, "__builtins__", vm.builtins)
    return None


@cython.cfunc
def run_closure(vm: VM, code: object, globals: object, cells: tuple) -> object:
    """exec of a function's code with cells for its free variables."""
    give_builtins(vm, globals)
    plain: cython.bint = type(globals) is not Namespace
    executable: Executable = make_executable(code, Namespace() if plain else globals, None, False)
    function: Function = new_function(executable, executable.globals)
    if plain:
        function.globals_dict = globals
    function.closure = cells
    return vm.call(function, ())
