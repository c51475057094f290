"""What the machine would do with a callable: facts for `callgate explain`, read off the object without calling it."""

import cython
from cython.cimports.callgate.core.capi import Ref
from cython.cimports.callgate.core.object import TF_HEAP, Type
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.interpreter.crossing import Handle, HostInstance
from cython.cimports.callgate.interpreter.hostcall import HostTool
from cython.cimports.callgate.objects.function import BoundMethod, Function
from cython.cimports.callgate.objects.namespace import Module
from cython.cimports.callgate.objects.native import FAST, FAST_KW, GUEST, LOOP, NOARGS, ONE, PACKED, NativeFunction

CONVENTIONS = {
    NOARGS: "METH_NOARGS", ONE: "METH_O", FAST: "METH_FASTCALL", FAST_KW: "METH_FASTCALL | METH_KEYWORDS",
    PACKED: "METH_VARARGS | METH_KEYWORDS", GUEST: "guest code", LOOP: "the loop itself",
}


def facts(handle) -> dict:
    """Facts of what a handle stands for, or of plain data: `type`; `kind` (function native tool method class instance
    module data); and what that kind has: `convention`, `code` (of the function that would run), `metaclass`, `inner`.
    """
    if not isinstance(handle, Handle):
        return facts_of(handle)
    return facts_of(cython.cast(Handle, handle).value)


@cython.cfunc
def facts_of(value: object) -> dict:
    found: dict = {"type": type_name(value), "kind": "data"}
    if isinstance(value, Function):
        found["kind"] = "function"
        found["code"] = cython.cast(Function, value).executable.code
    elif isinstance(value, BoundMethod):
        found["kind"] = "method"
        found["inner"] = facts_of(cython.cast(BoundMethod, value).func)
    elif isinstance(value, NativeFunction):
        native: NativeFunction = value
        found["kind"] = "tool" if isinstance(native.host, HostTool) else "native"
        found["convention"] = CONVENTIONS[native.kind]
        found["name"] = native.name
        if native.kind == GUEST and isinstance(native.guest, Function):
            found["code"] = cython.cast(Function, native.guest).executable.code
    elif isinstance(value, Type):
        cls: Type = value
        found["kind"] = "class"
        found["metaclass"] = type_name(cls)
        found["name"] = cls.name
        found["guest"] = cls.flags & TF_HEAP != 0
        for name in ("__new__", "__init__"):
            part: Ref = lookup(cls, name)
            found[name] = facts_of(cython.cast(object, part)) if part != cython.NULL else None
        call: Ref = lookup(cls.type, "__call__")
        found["__call__"] = facts_of(cython.cast(object, call))
    elif isinstance(value, Module):
        found["kind"] = "module"
        inner = cython.cast(Module, value).namespace.get("__call__")
        found["inner"] = facts_of(inner) if inner is not None else None
    else:
        special: Ref = lookup(type_of(value), "__call__")
        if special != cython.NULL:
            found["kind"] = "instance"
            found["exported"] = isinstance(value, HostInstance)
            found["inner"] = facts_of(cython.cast(object, special))
    return found
