"""The builtin functions, and the table that a machine's namespace of builtins is made of.

A trailing underscore is dropped from a function's name. What calls back into guest code for every item is guest code
(stdlib/_builtins.py, modules/folding.py). `help` does not exist: it means a person at a terminal. `id` is the host's address: scrambling it would cost more than it
hides, since the guest has no way to use an address.
"""

import builtins as host
import sys

import cython
from cython.cimports.callgate.core.attributes import delattr_, getattr_, getattr_or, setattr_
from cython.cimports.callgate.core.call import call_method, call_special, is_callable, object_call
from cython.cimports.callgate.core.capi import (
    CG_COMPACT, CG_IS_INT, CG_IS_STR, DECREF, CgFrame, Py_None, PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR, Ref, Refs,
    cg_int_value,
)
from cython.cimports.callgate.core.cost import pay_digits
from cython.cimports.callgate.core.object import Object, Type, new_instance
from cython.cimports.callgate.core.operators import (
    absolute, divmod_, drain, format_, get_iter, hash_, index, length, power, str_, truth,
)
from cython.cimports.callgate.core.state import charge_memory
from cython.cimports.callgate.core.text import repr_object
from cython.cimports.callgate.core.type import (
    OBJECT, argument_name, isinstance_, issubclass_, lookup_special, subclasses_of, type_name,
)
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.classes import build_class
from cython.cimports.callgate.modules.folding import HELPERS, QUICK
from cython.cimports.callgate.modules.define import Keywords, arg, arity, define_plain, fast, fast_kw
from cython.cimports.callgate.modules.frames import (
    caller_frame, compile_, eval_, exec_, frame_globals, frame_locals,
)
from cython.cimports.callgate.modules.streams import current_stdout, write_to
from cython.cimports.callgate.objects.async_generator import anext_default
from cython.cimports.callgate.objects.iterators import new_callable_iterator
from cython.cimports.callgate.objects.namespace import Module, Namespace, new_module, new_namespace
from cython.cimports.callgate.objects.native import (
    GUEST, LOOP, LOOP_BUILD_CLASS, LOOP_GLOBALS, LOOP_ITER, LOOP_LEN, LOOP_LOCALS, LOOP_NEXT, LOOP_REPR,
    NativeFunction,
)

import callgate.core.roots
# Each makes types of the guest when it is loaded.
import callgate.objects.async_generator
import callgate.objects.bool
import callgate.objects.bytearray
import callgate.objects.bytes
import callgate.objects.code
import callgate.objects.complex
import callgate.objects.coroutine
import callgate.objects.descriptors
import callgate.objects.dict
import callgate.objects.exception
import callgate.objects.exception_group
import callgate.objects.float
import callgate.objects.frozenset
import callgate.objects.function
import callgate.objects.genericalias
import callgate.objects.generator
import callgate.objects.int
import callgate.objects.lazy
import callgate.objects.list
import callgate.objects.mappingproxy
import callgate.objects.memoryview
import callgate.objects.range
import callgate.objects.set
import callgate.objects.singletons
import callgate.objects.slice
import callgate.objects.str
from callgate.modules.hooks import BREAKPOINT
from callgate.modules.streams import STDIN, quitter
import callgate.objects.tuple
import callgate.objects.views  # noqa: F401

from callgate.interpreter.construct import set_exception_class
from callgate.interpreter.eval import set_list_append
from callgate.interpreter.intrinsics import set_loader

#: What the builtins module holds beside types and exceptions: name -> guest value.
FUNCTIONS: dict = {}
NEW_KEYWORDS: bool = sys.version_info >= (3, 13)
MISSING = object()


def builtin(function):
    name = function.__name__.removesuffix("_")
    function = define_plain(function, name, "builtins")
    FUNCTIONS[name] = function
    return function


@cython.cfunc
def register(function: NativeFunction, special: cython.int = 0) -> cython.void:
    """`special`: the loop does it itself, and this is for calls from elsewhere."""
    if special:
        function.kind = LOOP
        function.special = special
    FUNCTIONS[function.name] = function


@cython.cfunc
def loop_knows(name: str, special: cython.int) -> cython.void:
    """Of a plain instance the loop pushes the frame of the special method that the function asks."""
    function: NativeFunction = FUNCTIONS[name]
    function.special = special


@cython.cfunc
def attribute_name(name: object) -> str:
    if type(name) is str:
        return name
    if isinstance(name, str):
        return str.__str__(name)
    raise TypeError(f"attribute name must be string, not '{type_name(name)}'")


# === numbers and texts ===
@builtin
def abs_(x, /):
    number: Ref = cython.cast(Ref, x)
    if CG_IS_INT(number) and CG_COMPACT(number):
        return x if cg_int_value(number) >= 0 else -cg_int_value(number)
    return absolute(x)


@builtin
def ascii_(obj, /):
    text = repr_object(obj)
    return text if text.isascii() else text.encode("ascii", "backslashreplace").decode("ascii")


@builtin
def bin_(number, /):
    n = index(number)
    charge_memory(n.bit_length())
    return host.bin(n)


@builtin
def chr_(i, /):
    return host.chr(i)


@cython.cfunc
def divmod_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("divmod", n, 2, 2)
    return divmod_(arg(args, 0), arg(args, 1))


register(fast("divmod", divmod_fast, "builtins"))


@cython.cfunc
def format_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("format", n, 1, 2)
    if n == 1:
        return format_(arg(args, 0), "")
    spec: object = arg(args, 1)
    if not isinstance(spec, str):
        raise TypeError(f"format() argument 2 must be str, not {argument_name(spec)}")
    return format_(arg(args, 0), str.__str__(spec))


register(fast("format", format_fast, "builtins"))


@builtin
def hash(obj, /):  # noqa: A001  its own name, so that `hash_` stays the operator's
    return hash_(obj)


@builtin
def hex_(number, /):
    n = index(number)
    charge_memory(n.bit_length() // 4)
    return host.hex(n)


@builtin
def oct_(number, /):
    n = index(number)
    charge_memory(n.bit_length() // 3)
    return host.oct(n)


@builtin
def ord_(character, /):
    c: Ref = cython.cast(Ref, character)
    if CG_IS_STR(c) and PyUnicode_GET_LENGTH(c) == 1:
        return cython.cast(cython.long, PyUnicode_READ_CHAR(c, 0))
    return host.ord(character)


POW = cython.declare(Keywords, Keywords("pow", "base exp mod", 2))


@cython.cfunc
def pow_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[3]
    POW.parse(args, n, kwnames, out)
    return power(cython.cast(object, out[0]), cython.cast(object, out[1]),
                 None if out[2] == cython.NULL else cython.cast(object, out[2]))


register(fast_kw("pow", pow_fast, "builtins"))


@builtin
def repr(obj, /):  # noqa: A001
    return repr_object(obj)


ROUND = cython.declare(Keywords, Keywords("round", "number ndigits", 1))


@cython.cfunc
def round_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[2]
    ROUND.parse(args, n, kwnames, out)
    number: object = cython.cast(object, out[0])
    digits: object = None if out[1] == cython.NULL else cython.cast(object, out[1])
    kind: object = type(number)
    if kind is float:
        return host.round(number, digits) if digits is not None else host.round(number)
    if kind is int:
        if digits is None or index(digits) >= 0:
            return number
        # the host would raise 10 to the power first
        if -index(digits) > number.bit_length() // 3 + 1:
            return 0
        pay_digits(number)
        return host.round(number, digits)
    if lookup_special(number, "__round__") is None:
        raise TypeError(f"type {type_name(number)} doesn't define __round__ method")
    return call_special(number, "__round__", () if digits is None else (digits,))


register(fast_kw("round", round_fast, "builtins"))


# === objects ===
@builtin
def callable_(obj, /):
    return is_callable(obj)


@cython.cfunc
def delattr_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("delattr", n, 2, 2)
    delattr_(arg(args, 0), attribute_name(arg(args, 1)))
    return None


register(fast("delattr", delattr_fast, "builtins"))


@cython.cfunc
def dir_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("dir", n, 0, 1)
    if n == 0:
        return sorted_names(call_method(locals_of_caller(), "keys", ()))
    value: object = arg(args, 0)
    if lookup_special(value, "__dir__") is None:
        raise TypeError("object does not provide __dir__")
    return sorted_names(call_special(value, "__dir__", ()))


@cython.cfunc
def sorted_names(names: object) -> list:
    found: list = drain(names)
    found.sort()
    return found


register(fast("dir", dir_fast, "builtins"))


@cython.cfunc
def getattr_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("getattr", n, 2, 3)
    name: str = attribute_name(arg(args, 1))
    if n == 2:
        return getattr_(arg(args, 0), name)
    return getattr_or(arg(args, 0), name, arg(args, 2))


register(fast("getattr", getattr_fast, "builtins"))


@cython.cfunc
def hasattr_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("hasattr", n, 2, 2)
    return getattr_or(arg(args, 0), attribute_name(arg(args, 1)), MISSING) is not MISSING


register(fast("hasattr", hasattr_fast, "builtins"))


@builtin
def id_(obj, /):
    return cython.cast(cython.size_t, cython.cast(Ref, obj))


@cython.cfunc
def isinstance_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("isinstance", n, 2, 2)
    return isinstance_(arg(args, 0), arg(args, 1))


register(fast("isinstance", isinstance_fast, "builtins"))


@cython.cfunc
def issubclass_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("issubclass", n, 2, 2)
    return issubclass_(arg(args, 0), arg(args, 1))


register(fast("issubclass", issubclass_fast, "builtins"))


@builtin
def len_(obj, /):
    return length(obj)


@cython.cfunc
def setattr_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("setattr", n, 3, 3)
    setattr_(arg(args, 0), attribute_name(arg(args, 1)), arg(args, 2))
    return None


register(fast("setattr", setattr_fast, "builtins"))


@cython.cfunc
def vars_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("vars", n, 0, 1)
    if n == 0:
        return locals_of_caller()
    found: object = getattr_or(arg(args, 0), "__dict__", MISSING)
    if found is MISSING:
        raise TypeError("vars() argument must have __dict__ attribute")
    return found


register(fast("vars", vars_fast, "builtins"))


# === iterators ===
@cython.cfunc
def iter_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("iter", n, 1, 2)
    if n == 1:
        return get_iter(arg(args, 0))
    if not is_callable(arg(args, 0)):
        raise TypeError(CALLABLE_EXPECTED)
    return new_callable_iterator(arg(args, 0), arg(args, 1))


CALLABLE_EXPECTED = "iter(v, w): v must be callable"
if sys.version_info[:2] == (3, 12):
    CALLABLE_EXPECTED = "iter(object, sentinel): object must be callable"
register(fast("iter", iter_fast, "builtins"))
loop_knows("iter", LOOP_ITER)
loop_knows("len", LOOP_LEN)
loop_knows("repr", LOOP_REPR)


@cython.cfunc
def next_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("next", n, 1, 2)
    iterator: object = arg(args, 0)
    if lookup_special(iterator, "__next__") is None:
        raise TypeError(f"'{type_name(iterator)}' object is not an iterator")
    try:
        return call_special(iterator, "__next__", ())   # iter_next would lose what the StopIteration holds
    except StopIteration:
        if n == 2:
            return arg(args, 1)
        raise


register(fast("next", next_fast, "builtins"), LOOP_NEXT)


@builtin
def aiter_(async_iterable, /):
    if lookup_special(async_iterable, "__aiter__") is None:
        raise TypeError(f"'{type_name(async_iterable)}' object is not an async iterable")
    found: object = call_special(async_iterable, "__aiter__", ())
    if lookup_special(found, "__anext__") is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type_name(found)}'")
    return found


@cython.cfunc
def anext_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("anext", n, 1, 2)
    iterator: object = arg(args, 0)
    if lookup_special(iterator, "__anext__") is None:
        raise TypeError(f"'{type_name(iterator)}' object is not an async iterator")
    awaitable: object = call_special(iterator, "__anext__", ())
    return awaitable if n == 1 else anext_default(awaitable, arg(args, 1))


register(fast("anext", anext_fast, "builtins"))


# === code and frames ===
@cython.cfunc
def locals_of_caller() -> object:
    vm: VM = current_vm()
    frame: cython.pointer(CgFrame) = caller_frame(vm, 0)
    if frame == cython.NULL:
        raise SystemError("frame does not exist")
    return frame_locals(frame)


@builtin
def locals_():
    return locals_of_caller()


@builtin
def globals_():
    vm: VM = current_vm()
    frame: cython.pointer(CgFrame) = caller_frame(vm, 0)
    return None if frame == cython.NULL else frame_globals(frame)


register(FUNCTIONS["locals"], LOOP_LOCALS)
register(FUNCTIONS["globals"], LOOP_GLOBALS)
COMPILE = cython.declare(Keywords, Keywords(
    "compile", "source filename mode flags dont_inherit optimize _feature_version", 3, 0, 6))


@cython.cfunc
def compile_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[7]
    COMPILE.parse(args, n, kwnames, out)
    filename: object = cython.cast(object, out[1])
    if isinstance(filename, bytes):
        filename = filename.decode()
    if not isinstance(filename, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type_name(filename)}")
    mode: object = cython.cast(object, out[2])
    if not isinstance(mode, str):
        raise TypeError(f"compile() argument 'mode' must be str, not {argument_name(mode)}")
    return compile_(
        current_vm(), cython.cast(object, out[0]), str.__str__(filename), str.__str__(mode),
        0 if out[3] == cython.NULL else index(cython.cast(object, out[3])),
        out[4] == cython.NULL or not cython.cast(object, out[4]),
        -1 if out[5] == cython.NULL else index(cython.cast(object, out[5])))


register(fast_kw("compile", compile_fast, "builtins"))
EVAL = cython.declare(Keywords, Keywords("eval", "source globals locals", 1, 1 if NEW_KEYWORDS else 3))
EXEC = cython.declare(Keywords, Keywords("exec", "source globals locals closure", 1, 1 if NEW_KEYWORDS else 3, 3))


@cython.cfunc
def eval_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[3]
    if not NEW_KEYWORDS:
        if kwnames != cython.NULL and cython.cast(tuple, kwnames):
            raise TypeError("eval() takes no keyword arguments")
        arity("eval", n, 1, 3)
    EVAL.parse(args, n, kwnames, out)
    return eval_(current_vm(), cython.cast(object, out[0]), or_none(out[1]), or_none(out[2]))


@cython.cfunc
def exec_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[4]
    EXEC.parse(args, n, kwnames, out)
    return exec_(current_vm(), cython.cast(object, out[0]), or_none(out[1]), or_none(out[2]), or_none(out[3]))


@cython.cfunc
@cython.inline
def or_none(value: Ref) -> object:
    return None if value == cython.NULL else cython.cast(object, value)


register(fast_kw("eval", eval_fast, "builtins"))
register(fast_kw("exec", exec_fast, "builtins"))


@cython.cfunc
def build_class_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    if n < 2:
        raise TypeError("__build_class__: not enough arguments")
    kwds: dict = {}
    if kwnames != cython.NULL:
        names: tuple = cython.cast(object, kwnames)
        for i in range(len(names)):
            kwds[names[i]] = arg(args, n + i)
    bases: tuple = tuple([arg(args, i) for i in range(2, n)])
    return build_class(current_vm(), arg(args, 0), arg(args, 1), bases, kwds)


register(fast_kw("__build_class__", build_class_fast, "builtins"), LOOP_BUILD_CLASS)
IMPORT = cython.declare(Keywords, Keywords("__import__", "name globals locals fromlist level", 1))


@cython.cfunc
def import_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[5]
    IMPORT.parse(args, n, kwnames, out)
    name: object = cython.cast(object, out[0])
    if not isinstance(name, str):
        raise TypeError("module name must be a string")
    vm: VM = current_vm()
    level: object = 0 if out[4] == cython.NULL else index(cython.cast(object, out[4]))
    return vm.importer.import_name(vm, str.__str__(name), or_none(out[1]), or_none(out[3]), level)


register(fast_kw("__import__", import_fast, "builtins"))

# === print ===
PRINT = cython.declare(Keywords, Keywords("print", "sep end file flush", 0, 0, 0))
#: A print larger than this is written in parts, so that the limit on output is met before all of it is in memory.
PART = cython.declare(cython.Py_ssize_t, 1 << 16)


@cython.cfunc
def print_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[4]
    i: cython.Py_ssize_t
    PRINT.parse(args + n, 0, kwnames, out)
    sep: str = separator("sep", out[0], " ")
    end: str = separator("end", out[1], "\n")
    vm: VM = current_vm()
    file: object = current_stdout(vm) if out[2] == cython.NULL or out[2] == Py_None else cython.cast(object, out[2])
    if file is None:
        return None
    parts: list = []
    size: cython.Py_ssize_t = 0
    for i in range(n):
        value: object = arg(args, i)
        if i:
            parts.append(sep)
            size += len(sep)
        if isinstance(value, Object) and parts:
            # its __str__ may print, or raise
            write_to(vm, file, parts)
            parts = []
            size = 0
        text: str = value if type(value) is str else str_(value)
        parts.append(text)
        size += len(text)
        if size > PART:
            write_to(vm, file, parts)
            parts = []
            size = 0
    parts.append(end)
    write_to(vm, file, parts)
    if out[3] != cython.NULL and truth(cython.cast(object, out[3])):
        call_method(file, "flush", ())
    return None


@cython.cfunc
def separator(name: str, value: Ref, default: str) -> str:
    if value == cython.NULL or value == Py_None:
        return default
    text: object = cython.cast(object, value)
    if not isinstance(text, str):
        raise TypeError(f"{name} must be None or a string, not {type_name(text)}")
    return text if type(text) is str else str.__str__(text)


register(fast_kw("print", print_fast, "builtins"))


OPEN = cython.declare(Keywords, Keywords("open", "file mode buffering encoding errors newline closefd opener", 1))
OPEN_DEFAULTS = cython.declare(tuple, (None, "r", -1, None, None, None, True, None))


@cython.cfunc
def open_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    """What the guest may read are the files of packages; all else it is told that it has no files."""
    out: Ref[8]
    OPEN.parse(args, n, kwnames, out)
    opened: object = current_vm().importer.load("io")
    given: list = []
    i: cython.int
    for i in range(8):
        given.append(OPEN_DEFAULTS[i] if out[i] == cython.NULL else cython.cast(object, out[i]))
    return object_call(getattr_(opened, "_open"), tuple(given), None)


register(fast_kw("open", open_fast, "builtins"))


@cython.cfunc
def input_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("input", n, 0, 1)
    vm: VM = current_vm()
    names: object = vm.data.get("sys")
    stdin: object = STDIN
    if names is not None:
        stdin = names["stdin"] if "stdin" in names else None
    stdout: object = current_stdout(vm)
    if stdin is None or stdout is None:
        raise RuntimeError(f"input(): lost sys.{'stdin' if stdin is None else 'stdout'}")
    if n:
        write_to(vm, stdout, [str_(arg(args, 0))])
    call_method(stdout, "flush", ())
    line: object = call_method(stdin, "readline", ())
    if not isinstance(line, str):
        raise TypeError("object.readline() returned non-string")
    if not line:
        raise EOFError("EOF when reading a line")
    return str.__str__(line).removesuffix("\n")


register(fast("input", input_fast, "builtins"))


# === the namespace ===
#: All builtins, once `prepare` was called; machines get copies.
TABLE: dict = {}


def builtin_types() -> dict:
    """The native types of module `builtins` that the host knows by the same name."""
    found: dict = {}
    work: list = [OBJECT]
    each: Type
    while work:
        each = work.pop()
        if each.module == "builtins" and isinstance(getattr(host, each.name, None), type):
            found[each.name] = each
        work.extend(subclasses_of(each))
    return found


@cython.cfunc
def own_object(value: Ref) -> object:
    made: object = cython.cast(object, value)
    DECREF(value)
    return made


def prepare(code: object) -> None:
    """Fill the table, once per process. `code` is stdlib/_builtins.py, compiled as hidden code."""
    if TABLE:
        return
    everything: dict = {
        "__name__": "builtins", "__doc__": host.__doc__, "__package__": "", "__loader__": None, "__spec__": None,
        "__debug__": True, "None": None, "True": True, "False": False, "Ellipsis": ...,
        "NotImplemented": NotImplemented,
    }
    everything.update(FUNCTIONS)
    everything["breakpoint"] = BREAKPOINT
    everything["exit"], everything["quit"] = quitter("exit"), quitter("quit")
    everything.update(builtin_types())
    for alias in ("EnvironmentError", "IOError"):
        everything[alias] = everything["OSError"]
    base: Namespace = new_namespace()
    base.update(everything)
    base.update({name: function for name, function in QUICK.items() if name not in ("sort", "reduce")})
    space: Namespace = new_namespace(base)
    space.update(HELPERS)
    space["__name__"] = "builtins"
    space["missing"] = own_object(new_instance(cython.cast(Ref, OBJECT)))
    VM().run_code(code, space)
    function: NativeFunction
    for name, function in QUICK.items():
        function.kind = GUEST
        function.guest = space[name]
    TABLE.update(base)
    set_exception_class(everything["BaseException"], tuple(
        everything[name] for name in ("BaseExceptionGroup", "OSError", "SyntaxError", "ImportError", "UnicodeError")
    ))
    set_list_append(getattr_(everything["list"], "append"))


def load_typevars():
    import callgate.modules.typevars    # noqa: F401  seven types that most programs do without


set_loader(load_typevars)


def new_builtins(vm: VM) -> None:
    """Give a machine its builtins, as a namespace and as the module of that name."""
    space: Namespace = new_namespace()
    dict.update(space, TABLE)
    module: Module = new_module("builtins", None)
    module.namespace = space
    module.attrs = space
    vm.builtins = space
    vm.modules["builtins"] = module
