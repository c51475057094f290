"""Guest functions, bound methods, cells and code objects: what the loop makes and the guest sees of it.

A Function borrows `cc` from its Executable, and an Executable's arrays are borrowed by every frame that runs it: so
neither lets go of code when the garbage collector clears it; cycles are broken at cells, namespaces and defaults.
How a Function is called is the interpreter's matter: it sets `tp_call` of the guest's type `function`.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import (
    generic_getattr, getattr_, getattr_or)
from cython.cimports.callgate.core.call import is_callable, object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.imports import guest_module
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import argument_name, instance_dict, lookup, type_name, type_of
from cython.cimports.callgate.objects.namespace import Namespace
from cython.cimports.libc.stdlib import free

from ..core.errors import InternalError
from ..core.type import native_type

HostP = cython.typedef(cython.pointer(PyTypeObject))
NEWER = sys.version_info >= (3, 12)
BINDS = sys.version_info >= (3, 13)      # a bound method has a __get__ of its own, which gives itself
_link = cython.declare(linkfunc, cython.NULL)


def set_linker(function):
    global _link
    _link = function


@cython.final
@cython.no_gc
@cython.cclass
class Roll:
    def __cinit__(self):
        self.retired = {}

    def __dealloc__(self):
        PyMem_Free(self.items)


def enroll(roll, e, name):
    items: cython.pointer(cython.pointer(CgExec))
    if roll.n == roll.room:
        items = cython.cast(cython.pointer(cython.pointer(CgExec)), PyMem_Realloc(
            roll.items, (2 * roll.room + 64) * cython.sizeof(cython.p_void)))
        if items == cython.NULL:
            raise MemoryError
        roll.items = items
        roll.room = 2 * roll.room + 64
    roll.items[roll.n] = cython.address(e.c)
    e.place = roll.n
    e.shown = name
    e.roll = roll
    roll.n += 1
    return 0


@cython.no_gc_clear
@cython.cclass
class Executable:
    def __dealloc__(self):
        roll: Roll = self.roll
        if roll is not None:
            if self.c.calls:
                roll.retired[self.shown] = roll.retired.get(self.shown, 0) + self.c.calls
            roll.n -= 1
            roll.items[self.place] = roll.items[roll.n]
            cython.cast(Executable, roll.items[self.place].owner).place = self.place
        free(self.c.ins)
        free(self.c.consts)
        free(self.c.names)
        free(self.c.gcells)
        free(self.c.caches)
        free(self.c.handlers)
        free(self.c.origin)
        free(self.c.cell_args)


class Cell:
    def __cinit__(self):
        cg_replace(CG_CELL_VALUE(cython.cast(Ref, self)), cython.NULL)


class Function:
    pass


@cython.trashcan(True)
@cython.cclass
class BoundMethod:
    def __eq__(self, other):
        mine: BoundMethod = self
        its: BoundMethod
        if not isinstance(other, BoundMethod):
            return NotImplemented
        its = other
        return mine.self_ is its.self_ and mine.func == its.func

    def __hash__(self):
        return CG_HASH_POINTER(cython.cast(cython.p_void, cython.cast(Ref, self.self_))) ^ hash(self.func)


class CodeObject:
    def __eq__(self, other):
        if not isinstance(other, CodeObject):
            return NotImplemented
        a = cython.cast(CodeObject, self).code
        b = cython.cast(CodeObject, other).code
        return a is b or (
            a.name == b.name and a.firstlineno == b.firstlineno and a.instructions == b.instructions
            and a.names == b.names and a.varnames == b.varnames and a.freevars == b.freevars
            and a.cellvars == b.cellvars and len(a.consts) == len(b.consts) and a.flags == b.flags
            and not [1 for x, y in zip(a.consts, b.consts) if type(x) is not type(y) or x != y])

    def __hash__(self):
        return hash(self.code.name) ^ hash(self.code.instructions) ^ self.code.firstlineno


# === making them ===
def new_cell():
    return Cell.__new__(Cell)


# Methods come and go with the calls that ask for them: those that are freed are kept for the next.
_KEPT = cython.declare(cython.int, 32)
_methods = cython.declare(cython.pointer(PyObject)[32])
_method_count = cython.declare(cython.int, 0)
_METHOD = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, BoundMethod)))
_cython_method_dealloc = cython.declare(deallocproc_t, _METHOD.tp_dealloc)


@cython.cfunc
@cython.exceptval(check=False)
def _method_dealloc(o: Ref) -> cython.void:
    global _method_count
    depth: cython.int = cg_trash_enter(o)
    if depth < 0:
        return
    if PyObject_GC_IsTracked(o):
        PyObject_GC_UnTrack(o)
    if CG_WEAK_LIST(o)[0] != cython.NULL:
        PyObject_ClearWeakRefs(o)
    cython.cast(BoundMethod, o).func = None
    cython.cast(BoundMethod, o).self_ = None
    # only now: what died with its contents may have been kept as well
    if _method_count < _KEPT and Py_TYPE(o) == _METHOD and cython.cast(Ref, cython.cast(BoundMethod, o).attrs) == Py_None:
        _methods[_method_count] = o
        _method_count += 1
    else:
        PyObject_GC_Track(cython.cast(cython.p_void, o))    # as Cython's own function expects it
        _cython_method_dealloc(o)
    cg_trash_leave(depth)


_METHOD.tp_dealloc = _method_dealloc


def new_bound_method(func, self_):
    global _method_count
    m: BoundMethod
    raw: Ref
    if _method_count == 0:
        m = BoundMethod.__new__(BoundMethod)
    else:
        _method_count -= 1
        raw = _methods[_method_count]
        Py_SET_REFCNT(raw, 1)
        m = cython.cast(BoundMethod, raw)
        DECREF(raw)
        PyObject_GC_Track(cython.cast(cython.p_void, raw))
    m.func = func
    m.self_ = self_
    return m


S_NAME = cython.declare(str, "__name__")


def new_function(executable, globals):
    f: Function = Function.__new__(Function)
    module: Ref = PyDict_GetItemWithError(cython.cast(Ref, globals), cython.cast(Ref, S_NAME))
    f.executable = executable
    f.cc = cython.address(executable.c)
    f.globals = globals
    f.name = executable.name
    f.qualname = executable.qualname
    f.doc = executable.doc
    f.module = None if module == cython.NULL else cython.cast(object, module)
    return f


def make_code(executable):
    if executable.guest_code is None:
        made: CodeObject = CodeObject.__new__(CodeObject)
        made.executable = executable
        made.code = executable.code
        executable.guest_code = made
    return executable.guest_code


# === what the garbage collector may clear ===
@cython.cfunc
@cython.exceptval(check=False)
def executable_clear(o: Ref) -> cython.int:
    done: Ref = cython.cast(raw1, cython.cast(cython.p_void, break_executable))(o)
    if done == cython.NULL:
        PyErr_Clear()
    else:
        DECREF(done)
    return 0


@cython.cfunc
def break_executable(obj: object) -> object:
    """Not the constants, which running code borrows; nested code leads back only here."""
    e: Executable = obj
    e.parent = None
    e.guest_code = None
    return None


@cython.cfunc
@cython.exceptval(check=False)
def function_clear(o: Ref) -> cython.int:
    done: Ref = cython.cast(raw1, cython.cast(cython.p_void, break_function))(o)
    if done == cython.NULL:
        PyErr_Clear()
    else:
        DECREF(done)
    return 0


@cython.cfunc
def break_function(obj: object) -> object:
    f: Function = obj
    f.defaults = f.kwdefaults = f.annotations = f.doc = f.attrs = None
    return None


# === function ===
@cython.cfunc
def function_get(descr: object, obj: Ref, owner: object) -> object:
    if obj == cython.NULL:
        return descr
    return new_bound_method(descr, cython.cast(object, obj))


@cython.cfunc
def function_call(callable: object, args: tuple, kwargs: object) -> object:
    raise InternalError("no interpreter has been loaded")


ARGUMENTS = ("code", "globals", "name", "argdefs", "closure", "kwdefaults")[:6 if BINDS else 5]


@cython.cfunc
def arguments(args: tuple, kwargs: dict) -> list:
    """Of a call of `function`, in their order; None for what is not given."""
    found: list = [*args]
    if len(args) + len(kwargs) > len(ARGUMENTS):
        raise TypeError(f"function() takes at most {len(ARGUMENTS)} arguments ({len(args) + len(kwargs)} given)")
    for name in ARGUMENTS[len(args):]:
        found.append(kwargs.get(name))
    for i in range(2):
        if i >= len(args) and ARGUMENTS[i] not in kwargs:
            raise TypeError(f"function() missing required argument '{ARGUMENTS[i]}' (pos {i + 1})")
    for name in kwargs:
        if name not in ARGUMENTS:
            raise TypeError(f"function() got an unexpected keyword argument '{name}'" if BINDS else
                            f"'{name}' is an invalid keyword argument for function()")
        if name in ARGUMENTS[:len(args)]:
            raise TypeError(f"argument for function() given by name ('{name}') and position ({ARGUMENTS.index(name) + 1})")
    return found


def function_new(cls, /, *args, **kwargs):
    made: Function
    executable: Executable
    code, globals, name, argdefs, closure, *rest = arguments(args, kwargs)
    kwdefaults = rest[0] if rest else None
    if not isinstance(code, CodeObject):
        raise TypeError(f"function() argument 'code' must be code, not {argument_name(code)}")
    if not isinstance(globals, dict):
        raise TypeError(f"function() argument 'globals' must be dict, not {argument_name(globals)}")
    if name is not None and not isinstance(name, str):
        raise TypeError("arg 3 (name) must be None or string")
    if argdefs is not None and not isinstance(argdefs, tuple):
        raise TypeError("arg 4 (defaults) must be None or tuple")
    if kwdefaults is not None and not isinstance(kwdefaults, dict):
        raise TypeError("arg 6 (kwdefaults) must be None or dict")
    free_names = cython.cast(CodeObject, code).code.freevars
    if closure is None:
        if free_names:
            raise TypeError("arg 5 (closure) must be tuple")
    elif not isinstance(closure, tuple):
        raise TypeError("arg 5 (closure) must be None or tuple" if not free_names else "arg 5 (closure) must be tuple")
    if len(closure or ()) != len(free_names):
        raise ValueError(f"{cython.cast(CodeObject, code).code.name} requires closure of length {len(free_names)}, "
                         f"not {len(closure or ())}")
    for each in closure or ():
        if not isinstance(each, Cell):
            raise TypeError(f"arg 5 (closure) expected cell, found {type_name(each)}")
    executable = linked(code, globals)
    made = new_function(executable, executable.globals)
    made.globals_dict = None if type(globals) is Namespace else globals
    if name is not None:
        made.name = name
        made.qualname = name
    made.defaults = argdefs
    made.kwdefaults = kwdefaults
    made.closure = closure or None
    module = globals.get("__name__")
    made.module = module
    return made


@cython.cfunc
def linked(code: CodeObject, globals: object) -> Executable:
    """The code ready to run in `globals`."""
    if code.executable is not None and code.executable.globals is globals:
        return code.executable
    if _link == cython.NULL:
        raise InternalError("no interpreter has been loaded")
    return _link(code.code, globals)


def function_repr(f: Function):
    return f"<function {f.qualname} at {cython.cast(cython.size_t, cython.cast(Ref, f)):#x}>"


def get_name(f: Function):
    return f.name


def set_name(f: Function, value):
    if not isinstance(value, str):
        raise TypeError("__name__ must be set to a string object")
    f.name = value


def del_name(f: Function):
    raise TypeError("__name__ must be set to a string object")


def get_qualname(f: Function):
    return f.qualname


def set_qualname(f: Function, value):
    if not isinstance(value, str):
        raise TypeError("__qualname__ must be set to a string object")
    f.qualname = value


def del_qualname(f: Function):
    raise TypeError("__qualname__ must be set to a string object")


def get_module(f: Function):
    return f.module


def set_module(f: Function, value):
    f.module = value


def del_module(f: Function):
    f.module = None


def get_doc(f: Function):
    return f.doc


def set_doc(f: Function, value):
    f.doc = value


def del_doc(f: Function):
    f.doc = None


def get_defaults(f: Function):
    return f.defaults


def set_defaults(f: Function, value):
    if value is not None and not isinstance(value, tuple):
        raise TypeError("__defaults__ must be set to a tuple object")
    f.defaults = value if value is None or type(value) is tuple else tuple(value)


def del_defaults(f: Function):
    f.defaults = None


def get_kwdefaults(f: Function):
    return f.kwdefaults


def set_kwdefaults(f: Function, value):
    if value is not None and not isinstance(value, dict):
        raise TypeError("__kwdefaults__ must be set to a dict object")
    f.kwdefaults = value if value is None or type(value) is dict else dict(value)


def del_kwdefaults(f: Function):
    f.kwdefaults = None


def get_annotations(f: Function):
    if f.annotations is None:
        f.annotations = {}
    elif type(f.annotations) is tuple:       # as MAKE_FUNCTION leaves it: names and values alternate
        pairs: tuple = f.annotations
        f.annotations = dict(zip(pairs[::2], pairs[1::2]))
    return f.annotations


def set_annotations(f: Function, value):
    if value is not None and not isinstance(value, dict):
        raise TypeError("__annotations__ must be set to a dict object")
    f.annotations = value


def del_annotations(f: Function):
    f.annotations = None


def get_code(f: Function):
    return make_code(f.executable)


def set_code(f: Function, value):
    if not isinstance(value, CodeObject):
        raise TypeError("__code__ must be set to a code object")
    free_names = len(cython.cast(CodeObject, value).code.freevars)
    if len(f.closure or ()) != free_names:
        raise ValueError(f"{f.name}() requires a code object with {len(f.closure or ())} free vars, not {free_names}")
    globals = f.globals if f.globals_dict is None else f.globals_dict
    kept: Executable = f.executable
    f.executable = linked(value, globals)
    f.cc = cython.address(f.executable.c)
    if f.replaced is None:
        f.replaced = []
    if not [1 for each in f.replaced if each is kept]:
        f.replaced.append(kept)


def del_code(f: Function):
    raise TypeError("__code__ must be set to a code object")


def get_closure(f: Function):
    return f.closure


def get_globals(f: Function):
    return f.globals if f.globals_dict is None else f.globals_dict


def get_builtins(f: Function):
    own: object = (f.globals if f.globals_dict is None else f.globals_dict).get("__builtins__")
    if own is None:
        own = f.globals.builtins
        return getattr_(guest_module("builtins"), "__dict__") if own is None else own
    return own if isinstance(own, dict) else getattr_(own, "__dict__")


def get_dict(f: Function):
    return instance_dict(f)


def set_dict(f: Function, value):
    if not isinstance(value, dict):
        raise TypeError(f"__dict__ must be set to a dictionary, not a '{type_name(value)}'")
    f.attrs = value if type(value) is dict else dict(value)


def get_type_params(f: Function):
    return f.type_params or ()


def set_type_params(f: Function, value):
    if not isinstance(value, tuple):
        raise TypeError("__type_params__ must be set to a tuple")
    f.type_params = value


def no_type_params(f: Function):
    raise TypeError("__type_params__ must be set to a tuple")


def descr_get(descr, obj, owner=None, /):
    if obj is None and owner is None:
        raise TypeError("__get__(None, None) is invalid")
    return type_of(descr).slots.tp_descr_get(descr, cython.NULL if obj is None else cython.cast(Ref, obj), owner)


def call(obj, /, *args, **kwargs):
    return type_of(obj).slots.tp_call(obj, args, kwargs or None)


# === method ===
def method_new(cls, /, *args, **kwargs):
    if kwargs:
        raise TypeError("method() takes no keyword arguments")
    if len(args) != 2:
        raise TypeError(f"method expected 2 arguments, got {len(args)}")
    if not is_callable(args[0]):
        raise TypeError("first argument must be callable")
    if args[1] is None:
        raise TypeError("instance must not be None")
    return new_bound_method(args[0], args[1])


@cython.cfunc
def method_call(callable: object, args: tuple, kwargs: object) -> object:
    m: BoundMethod = callable
    return object_call(m.func, (m.self_, *args), kwargs)


@cython.cfunc
def method_get(descr: object, obj: Ref, owner: object) -> object:
    return descr


@cython.cfunc
def method_getattro(obj: object, name: str) -> object:
    """What the type has, else what the function has."""
    if lookup(METHOD, name) != cython.NULL:
        return generic_getattr(obj, name)
    return getattr_(cython.cast(BoundMethod, obj).func, name)


def method_repr(m: BoundMethod):
    name = getattr_or(m.func, "__qualname__", None)
    if not isinstance(name, str):
        name = getattr_or(m.func, "__name__", None)
    if not isinstance(name, str):
        name = "?"
    return f"<bound method {name} of {repr(m.self_)}>"


def method_func(m: BoundMethod):
    return m.func


def method_self(m: BoundMethod):
    return m.self_


def method_doc(m: BoundMethod):
    return getattr_or(m.func, "__doc__", None)


# === cell ===
@cython.cfunc
@cython.exceptval(check=False)
def content(cell: object) -> Ref:
    return CG_CELL_VALUE(cython.cast(Ref, cell))[0]


def cell_new(cls, /, *args, **kwargs):
    if kwargs:
        raise TypeError("cell() takes no keyword arguments")
    if len(args) > 1:
        raise TypeError(f"cell expected at most 1 argument, got {len(args)}")
    made: Cell = new_cell()
    if args:
        set_contents(made, args[0])
    return made


def get_contents(cell: Cell):
    if content(cell) == cython.NULL:
        raise ValueError("Cell is empty" if sys.version_info < (3, 14) else "cell is empty")
    return cython.cast(object, content(cell))


def set_contents(cell: Cell, value):
    INCREF(cython.cast(Ref, value))
    cg_replace(CG_CELL_VALUE(cython.cast(Ref, cell)), cython.cast(Ref, value))


def del_contents(cell: Cell):
    cg_replace(CG_CELL_VALUE(cython.cast(Ref, cell)), cython.NULL)


def cell_repr(cell: Cell):
    where = f"{cython.cast(cython.size_t, cython.cast(Ref, cell)):#x}"
    if content(cell) == cython.NULL:
        return f"<cell at {where}: empty>"
    value = cython.cast(object, content(cell))
    return f"<cell at {where}: {type_name(value)} object at {cython.cast(cython.size_t, cython.cast(Ref, value)):#x}>"


def cell_eq(cell: Cell, other):
    if not isinstance(other, Cell):
        return NotImplemented
    if content(cell) == cython.NULL or content(other) == cython.NULL:
        return content(cell) == content(other)
    return cython.cast(object, content(cell)) == cython.cast(object, content(other))


def cell_order(compare):
    """Empty cells come first."""
    def ordered(cell: Cell, other):
        if not isinstance(other, Cell):
            return NotImplemented
        if content(cell) == cython.NULL or content(other) == cython.NULL:
            return compare(content(cell) != cython.NULL, content(other) != cython.NULL)
        return compare(cython.cast(object, content(cell)), cython.cast(object, content(other)))
    return ordered


@cython.cfunc
def fill_slots() -> object:
    host: HostP = cython.cast(HostP, cython.cast(Ref, Function))
    host.tp_clear = function_clear
    host = cython.cast(HostP, cython.cast(Ref, Executable))
    host.tp_clear = executable_clear
    FUNCTION.slots.tp_call = function_call
    FUNCTION.slots.tp_descr_get = function_get
    METHOD.slots.tp_call = method_call
    if BINDS:
        METHOD.slots.tp_descr_get = method_get
    METHOD.slots.tp_getattro = METHOD.slots.native_getattro = method_getattro
    return None


FUNCTION = native_type(
    "function", Function, new=function_new, has_dict=True, method_like=True,
    functions={"__repr__": function_repr, "__get__": descr_get, "__call__": call},
    getters={
        "__name__": (get_name, set_name, del_name), "__qualname__": (get_qualname, set_qualname, del_qualname),
        "__defaults__": (get_defaults, set_defaults, del_defaults),
        "__kwdefaults__": (get_kwdefaults, set_kwdefaults, del_kwdefaults),
        "__annotations__": (get_annotations, set_annotations, del_annotations),
        "__code__": (get_code, set_code, del_code),
        "__dict__": (get_dict, set_dict, None),
        **({"__type_params__": (get_type_params, set_type_params, no_type_params)} if NEWER else {}),
    },
    members={
        "__module__": (get_module, set_module, del_module), "__doc__": (get_doc, set_doc, del_doc),
        "__closure__": get_closure, "__globals__": get_globals, "__builtins__": get_builtins,
    })
METHOD = native_type(
    "method", BoundMethod, new=method_new,
    functions={"__repr__": method_repr, "__call__": call, **({"__get__": descr_get} if BINDS else {})},
    slots=("__eq__", "__ne__", "__hash__"),
    members={"__func__": method_func, "__self__": method_self}, getters={"__doc__": method_doc})
CELL = native_type(
    "cell", Cell, new=cell_new, values={"__hash__": None},
    getters={"cell_contents": (get_contents, set_contents, del_contents)},
    functions={"__repr__": cell_repr, "__eq__": cell_eq, "__lt__": cell_order(lambda a, b: a < b),
               "__le__": cell_order(lambda a, b: a <= b), "__gt__": cell_order(lambda a, b: a > b),
               "__ge__": cell_order(lambda a, b: a >= b)})
fill_slots()
