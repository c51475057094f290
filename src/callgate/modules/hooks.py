"""sys.excepthook and sys.unraisablehook: where exceptions end that nothing in the guest handles."""

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or
from cython.cimports.callgate.core.call import call1, call_method, object_call
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.operators import repr_
from cython.cimports.callgate.core.type import type_name, type_of
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import arg, arity, fast, fast_kw, one
from cython.cimports.callgate.modules.streams import write_to
from cython.cimports.callgate.objects.exception import ExceptionObject, Traceback, to_guest_exception

from callgate.core.errors import GuestRaise
from callgate.core.object import set_unraisable
from callgate.modules.sequences import struct_sequence
from callgate.modules.streams import STDERR
from callgate.objects.traceback import format_exception, format_unraisable

_args_type, new_args = struct_sequence(
    "UnraisableHookArgs", "sys", "exc_type exc_value exc_traceback err_msg object", "",
    "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.", constructor=False)


@cython.cfunc
def current_stderr(vm: VM) -> object:
    """sys.stderr as the guest has it now; None: nothing is to be shown."""
    names: object = vm.data.get("sys")
    return STDERR if names is None else names.get("stderr")


@cython.cfunc
def show(vm: VM, text: str) -> object:
    file: object = current_stderr(vm)
    if file is not None:
        write_to(vm, file, [text])
    return None


@cython.cfunc
def excepthook_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("excepthook", n, 3, 3)
    vm: VM = current_vm()
    value: object = arg(args, 1)
    if not isinstance(value, ExceptionObject):
        show(vm, f"TypeError: print_exception(): Exception expected for value, {type_name(value)} found\n")
        return None
    exc: ExceptionObject = value
    if exc.traceback is None and isinstance(arg(args, 2), Traceback):
        exc.traceback = arg(args, 2)
    show(vm, format_exception(exc, vm.importer.sources, vm.modules))
    return None


@cython.cfunc
def unraisablehook_fast(self: Ref, unraisable: object) -> object:
    vm: VM = current_vm()
    if type_of(unraisable) is not _args_type:
        raise TypeError("sys.unraisablehook argument type must be UnraisableHookArgs")
    tell(vm, unraisable[1], unraisable[3], unraisable[4])
    return None


@cython.cfunc
def tell(vm: VM, exc: object, message: object, what: object) -> object:
    head: str = ""
    if what is not None:
        try:
            shown = repr_(what)
        except (Exception, GuestRaise):
            shown = "<object repr() failed>"
        head = f"{'Exception ignored in' if message is None else message}: {shown}\n"
    elif message is not None:
        head = f"{message}:\n"
    return show(vm, head + ("" if exc is None else format_unraisable(exc, vm.importer.sources)))


def report(error, what):
    """An error that nothing can raise: the guest's hook is told."""
    vm: VM = current_vm()
    exc: ExceptionObject = to_guest_exception(error)
    names: object = vm.data.get("sys")
    hook: object = None if names is None else names.get("unraisablehook")
    if hook is None:
        tell(vm, exc, None, what)
        return
    try:
        call1(hook, new_args((type_of(exc), exc, exc.traceback, None, what)))
    except Exception as failed:
        tell(vm, to_guest_exception(failed), "Exception ignored in sys.unraisablehook", hook)


set_unraisable(report)


@cython.cfunc
def audit_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    """There are no audit hooks in here, so nobody is told."""
    if n < 1:
        raise TypeError("audit() missing 1 required positional argument: 'event'")
    return None


@cython.cfunc
def call_with(function: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    values: list = []
    named: dict = None
    for i in range(n):
        values.append(cython.cast(object, args[i]))
    if kwnames != cython.NULL:
        named = {}
        for i, name in enumerate(cython.cast(tuple, cython.cast(object, kwnames))):
            named[name] = cython.cast(object, args[n + i])
    return object_call(function, tuple(values), named)


@cython.cfunc
def breakpointhook_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    """What the guest's $PYTHONBREAKPOINT names, or pdb.set_trace."""
    vm: VM = current_vm()
    environ: object = None
    if "os" in vm.modules:
        environ = getattr_or(vm.modules["os"], "environ", None)
    where: object = None if environ is None else call_method(environ, "get", ("PYTHONBREAKPOINT",))
    if not isinstance(where, str) or not where:
        where = "pdb.set_trace"
    elif where == "0":
        return None
    module, dot, name = str.rpartition(where, ".")
    try:
        found = vm.importer.import_name(vm, module or "builtins", {}, (name,), 0)
        hook = getattr_(found, name)
    except (ImportError, AttributeError):
        warn("RuntimeWarning", f'Ignoring unimportable $PYTHONBREAKPOINT: "{where}"')
        return None
    return call_with(hook, args, n, kwnames)


@cython.cfunc
def breakpoint_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    vm: VM = current_vm()
    names: object = vm.data.get("sys")
    hook: object = HOOKS["breakpointhook"] if names is None else names.get("breakpointhook")
    if hook is None:
        raise RuntimeError("lost sys.breakpointhook")
    return call_with(hook, args, n, kwnames)


BREAKPOINT = fast_kw("breakpoint", breakpoint_fast, "builtins")
HOOKS = {
    "breakpointhook": fast_kw("breakpointhook", breakpointhook_fast, "sys"),
    "excepthook": fast("excepthook", excepthook_fast, "sys"),
    "unraisablehook": one("unraisablehook", unraisablehook_fast, "sys"),
    "audit": fast("audit", audit_fast, "sys"),
    "UnraisableHookArgs": _args_type,
}
