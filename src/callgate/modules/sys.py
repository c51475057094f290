"""The sys module: what a program may know of its machine; a module of each machine's own.

Nothing of the host's own state is here or can be changed through it: no paths, no hooks, no threads, no reference to
frames of the host. Limits are the machine's.
"""

import sys as host

import cython
from cython.cimports.callgate.core.call import is_callable
from cython.cimports.callgate.core.capi import CgExcItem, Ref, Refs
from cython.cimports.callgate.core.object import Object
from cython.cimports.callgate.core.operators import index, repr_
from cython.cimports.callgate.core.type import argument_name, type_name, type_of
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import Keywords, NativeModule, arg, arity, define_plain, fast, fast_kw
from cython.cimports.callgate.modules.frame_objects import frame_object, globals_of
from cython.cimports.callgate.modules.namespaces import new_simple_namespace
from cython.cimports.callgate.modules.streams import current_stdout, write_to
from cython.cimports.callgate.objects.exception import ExceptionObject
from cython.cimports.callgate.objects.namespace import Namespace

from callgate.modules.hooks import HOOKS
from callgate.modules.sequences import struct_sequence
from callgate.objects.async_generator import set_hooks
from callgate.modules.streams import STDERR, STDIN, STDOUT

CONTENTS: dict = {}
#: What an object of ours takes, roughly: header, type, attributes, a few slots.
OBJECT_SIZE = 64


def native(function):
    name: str = function.__name__.removesuffix("_function")
    CONTENTS[name] = define_plain(function, name, "sys")
    return function


# === the exception that is being handled ===
@cython.cfunc
def handled() -> object:
    vm: VM = current_vm()
    item: cython.pointer(CgExcItem) = vm.exc
    while item != cython.NULL:
        if item.value != cython.NULL:
            return cython.cast(object, item.value)
        item = item.previous
    return None


@native
def exc_info():
    exc: object = handled()
    if exc is None:
        return None, None, None
    return type_of(exc), exc, cython.cast(ExceptionObject, exc).traceback


@native
def exception():
    return handled()


@cython.cfunc
def exit_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("exit", n, 0, 1)
    raise SystemExit(*([arg(args, 0)] if n else []))


@native
def displayhook(obj, /):
    if obj is None:
        return
    vm: VM = current_vm()
    space: Namespace = vm.builtins
    space["_"] = None
    file: object = current_stdout(vm)
    if file is not None:
        write_to(vm, file, [repr_(obj), "\n"])
    space["_"] = obj


# === frames and limits ===
@cython.cfunc
def getframe_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("_getframe", n, 0, 1)
    found: object = frame_object(current_vm(), index(arg(args, 0)) if n else 0)
    if found is None:
        raise ValueError("call stack is not deep enough")
    return found


MODULE_NAME = cython.declare(Keywords, Keywords("_getframemodulename", "depth"))


@cython.cfunc
def getframemodulename_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[1]
    MODULE_NAME.parse(args, n, kwnames, out)
    frame: object = frame_object(current_vm(), 0 if out[0] == cython.NULL else index(cython.cast(object, out[0])))
    return None if frame is None else globals_of(frame).get("__name__")


@native
def getrecursionlimit():
    vm: VM = current_vm()
    return vm.data["sys.recursionlimit"]


@native
def setrecursionlimit(limit, /):
    vm: VM = current_vm()
    number: object = index(limit)
    if number < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    if number <= vm.depth():
        raise RecursionError(f"cannot set the recursion limit to {number} at the recursion depth {vm.depth()}: "
                             "the limit is too low")
    # more than the machine's own depth is granted in name only
    vm.set_depth(min(number, vm.data["sys.depth"]))
    vm.data["sys.recursionlimit"] = number


# === asynchronous generators ===
_, new_asyncgen_hooks = struct_sequence(
    "asyncgen_hooks", "builtins", "firstiter finalizer", "", type(host.get_asyncgen_hooks()).__doc__, constructor=False)


def machine_hooks():
    """(firstiter, finalizer) of the running machine."""
    vm: VM = current_vm()
    return vm.data.get("sys.asyncgen_hooks", (None, None))


set_hooks(machine_hooks)


@native
def get_asyncgen_hooks():
    return new_asyncgen_hooks(machine_hooks())


SET_HOOKS = cython.declare(Keywords, Keywords("set_asyncgen_hooks", "firstiter finalizer"))


@cython.cfunc
def set_asyncgen_hooks_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[2]
    i: cython.int
    SET_HOOKS.parse(args, n, kwnames, out)
    hooks: list = list(machine_hooks())
    for i in range(2):
        if out[i] != cython.NULL:
            hook: object = cython.cast(object, out[i])
            if hook is not None and not is_callable(hook):
                name: str = "finalizer" if i else "firstiter"
                raise TypeError(f"callable {name} expected, got {type_name(hook)}")
            hooks[i] = hook
    vm: VM = current_vm()
    vm.data["sys.asyncgen_hooks"] = tuple(hooks)
    return None


@native
def get_coroutine_origin_tracking_depth():
    return current_vm().data.get("sys.origin_depth", 0)


@native
def set_coroutine_origin_tracking_depth(depth, /):
    """Kept for who asks; coroutines remember no origin."""
    wanted: object = index(depth)
    if wanted < 0:
        raise ValueError("depth must be >= 0")
    current_vm().data["sys.origin_depth"] = wanted


# === values ===
@cython.cfunc
def getsizeof_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("getsizeof", n, 1, 2)
    value: object = arg(args, 0)
    return OBJECT_SIZE if isinstance(value, Object) else host.getsizeof(value)


@native
def getrefcount(obj, /):
    return 2


@native
def intern(string, /):
    if type(string) is not str:
        if isinstance(string, str):
            raise TypeError(f"can't intern {type_name(string)}")
        raise TypeError(f"intern() argument must be str, not {argument_name(string)}")
    return host.intern(string)


@native
def getdefaultencoding():
    return "utf-8"


@native
def getfilesystemencoding():
    return "utf-8"


@native
def getfilesystemencodeerrors():
    return "surrogateescape"


@native
def get_int_max_str_digits():
    vm: VM = current_vm()
    return vm.data.get("sys.digits", host.get_int_max_str_digits())


@native
def set_int_max_str_digits(maxdigits, /):
    vm: VM = current_vm()
    number: object = index(maxdigits)
    if number != 0 and number < 640:
        raise ValueError("maxdigits must be 0 or larger than 640")
    vm.data["sys.digits"] = number


@native
def is_finalizing():
    return False


@native
def _clear_type_cache():
    return None


@native
def getswitchinterval():
    return 0.005


@native
def gettrace():
    return None


@cython.cfunc
def no_tracing(name: str, function: object) -> object:
    if function is not None:
        raise PermissionError(f"sys.{name}(): this program cannot trace itself; the program's host can")
    return None


@native
def settrace(function, /):
    return no_tracing("settrace", function)


@native
def setprofile(function, /):
    return no_tracing("setprofile", function)


@native
def getprofile():
    return None


def is_gil_enabled():
    return True


def is_interned(string, /):
    if not isinstance(string, str):
        raise TypeError(f"_is_interned() argument must be str, not {argument_name(string)}")
    return host._is_interned(string)


# === the module ===
@cython.cfunc
def named(name: str, like: object, more: str = "") -> object:
    """The host's struct sequence as the guest's."""
    fields: list = [part for part in like.__match_args__]
    _, make = struct_sequence(name, "sys", " ".join(fields), more, like.__doc__, constructor=False)
    return make(tuple([getattr(like, part) for part in fields]))


_, FLAGS = struct_sequence(
    "flags", "sys", " ".join(host.flags.__match_args__), "", host.flags.__doc__, constructor=False)
SAME = ("byteorder", "maxsize", "maxunicode", "hexversion", "api_version", "float_repr_style", "stdlib_module_names",
        "platform", "copyright")


@cython.cfunc
def fill() -> cython.void:
    CONTENTS.update({name: getattr(host, name) for name in SAME})
    for name in ("version_info", "float_info", "int_info", "hash_info", "thread_info"):
        CONTENTS[name] = named(name, getattr(host, name))
    CONTENTS["flags"] = FLAGS(tuple([
        False if isinstance(getattr(host.flags, part), bool) else -1 if part == "int_max_str_digits" else
        1 if part == "utf8_mode" else 0 for part in host.flags.__match_args__]))
    CONTENTS.update(
        version=f"{host.version_info.major}.{host.version_info.minor}.{host.version_info.micro} (callgate) [callgate]",
        executable="", prefix="", exec_prefix="", base_prefix="", base_exec_prefix="", platlibdir="lib",
        dont_write_bytecode=True, pycache_prefix=None, abiflags="", _git=("callgate", "", ""), _framework="",
        exit=fast("exit", exit_fast, "sys"), **HOOKS,
        set_asyncgen_hooks=fast_kw("set_asyncgen_hooks", set_asyncgen_hooks_fast, "sys"),
        _getframe=fast("_getframe", getframe_fast, "sys"), getsizeof=fast("getsizeof", getsizeof_fast, "sys"),
    )
    if host.version_info >= (3, 13):
        CONTENTS.update(_is_gil_enabled=define_plain(is_gil_enabled, "_is_gil_enabled", "sys"),
                        _is_interned=define_plain(is_interned, "_is_interned", "sys"))
    if host.version_info >= (3, 12):
        CONTENTS["_getframemodulename"] = fast_kw("_getframemodulename", getframemodulename_fast, "sys")
    CONTENTS["__displayhook__"] = CONTENTS["displayhook"]
    CONTENTS["__excepthook__"] = CONTENTS["excepthook"]
    CONTENTS["__breakpointhook__"] = CONTENTS["breakpointhook"]
    CONTENTS["__unraisablehook__"] = CONTENTS["unraisablehook"]


def set_up(vm: VM, space: Namespace) -> None:
    """What each machine has for itself."""
    vm.data["sys"] = space
    version = CONTENTS["version_info"]
    vm.data["sys"] = space
    dict.update(
        space, modules=vm.modules, path=vm.data.setdefault("sys.path", []), argv=vm.data.setdefault("sys.argv", [""]),
        orig_argv=[], warnoptions=[], _xoptions={}, meta_path=[], path_hooks=[], path_importer_cache={},
        builtin_module_names=vm.data.get("sys.builtin_module_names", ()), stdin=STDIN, stdout=STDOUT, stderr=STDERR,
        __stdin__=STDIN, __stdout__=STDOUT, __stderr__=STDERR,
        implementation=new_simple_namespace({
            "name": "callgate", "cache_tag": None, "version": version, "hexversion": host.hexversion}),
    )
    vm.data["sys.depth"] = vm.data["sys.recursionlimit"] = vm.max_depth()


fill()
MODULE = NativeModule("sys", CONTENTS, setup=set_up)
