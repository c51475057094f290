"""The paths of call_function, told for a callable of which the facts are known (see host.inspection)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from callgate.bytecode.code import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_VARARGS, CO_VARKEYWORDS, Code

Facts = dict[str, Any]
UNPACKED = {
    "METH_NOARGS": "it takes no arguments, so nothing is packed",
    "METH_O": "it takes one argument, which it gets as it lies on the stack",
    "METH_FASTCALL": "it gets a pointer to its arguments on the stack",
    "METH_FASTCALL | METH_KEYWORDS": "it gets a pointer to its arguments on the stack, and the names of keywords",
}


QUICK_TYPES = {"range", "int", "str", "float", "list", "tuple", "dict", "set", "frozenset"}


def describe_callable(facts: Facts) -> list[str]:
    """Its type, and what is in it."""
    kind = facts["kind"]
    shown = [f"an object of type {facts['type']}"]
    if kind in ("native", "tool"):
        shown.append(f"calling convention: {facts['convention']}")
    elif kind == "function":
        shown.append(signature(facts["code"]))
    elif kind == "class":
        shown = [f"a class, so an object of type {facts['metaclass']}"]
    elif kind == "data":
        shown.append("its type has no tp_call")
    return shown


def signature(code: Code) -> str:
    parts = [f"{code.argcount} positional"]
    if code.kwonlyargcount:
        parts.append(f"{code.kwonlyargcount} keyword-only")
    if code.flags & CO_VARARGS:
        parts.append("*args")
    if code.flags & CO_VARKEYWORDS:
        parts.append("**kwargs")
    return f"{code.qualname}, line {code.firstlineno} of {code.filename}; parameters: {', '.join(parts)}"


def describe_path(facts: Facts | None, instruction: str, operand: int) -> Iterator[tuple[str, list[str]]]:
    """Titles and lines: path, slot, frame."""
    keywords = operand >> 8 > 0 or "KW" in instruction
    star = instruction != "CALL_FUNCTION"
    lines = ["call_function looks at the callable's type:"]
    if star:
        lines = ["the star arguments are spread on the stack behind the others; then call_function looks at the type:"]
    if facts is None:
        yield "Path", [*lines, *GENERAL]
        yield "Slot", ["tp_call of the type that the callable then has; a type without one: TypeError"]
        yield "Frame", ["one if it is a function of the guest; none for native code"]
        return
    path, slot, frame = follow(facts, keywords)
    yield "Path", lines + path
    yield "Slot", slot
    yield "Frame", frame


GENERAL = [
    "fast path 1: a native function that needs no packing",
    "fast path 2: a bound method: its self goes in front of the arguments, and its function is looked at",
    "fast path 3: a function of the guest: fast_function",
    "anything else: do_call packs a tuple and a dict -> object_call -> type.slots.tp_call",
]


def follow(facts: Facts, keywords: bool) -> tuple[list[str], list[str], list[str]]:
    """Path, slot and frame of a known callable."""
    kind = facts["kind"]
    if kind == "function":
        return function(facts["code"], keywords)
    if kind == "method":
        path, slot, frame = follow(facts["inner"], keywords)
        first = "fast path 2: a bound method: its self goes in front of the arguments, no object is made"
        return [first, *path], slot, frame
    if kind in ("native", "tool"):
        return native(facts, keywords)
    if kind == "class":
        return klass(facts, keywords)
    if kind == "instance":
        path, slot, frame = follow(facts["inner"], keywords)
        first = f"an instance: __call__ of its type {facts['type']}, by MRO, with the instance in front"
        return [first, *path], [f"{facts['type']}.tp_call, which is __call__ of the class", *slot], frame
    if kind == "module":
        if facts["inner"] is None:
            return (["a module without __call__ in its namespace: its __getattr__ is asked"],
                    ["module.tp_call: __call__ of the module, else TypeError"], ["decided at run time"])
        path, slot, frame = follow(facts["inner"], keywords)
        return ["a module: its __call__ takes its place (PEP 713)", *path], ["module.tp_call", *slot], frame
    return (["do_call -> object_call: the type has no tp_call"],
            [f"none: TypeError: '{facts['type']}' object is not callable"], ["none"])


def function(code: Code, keywords: bool) -> tuple[list[str], list[str], list[str]]:
    path = ["fast path 3: a function of the guest: fast_function pushes a frame, the loop goes on in it"]
    if keywords or code.kwonlyargcount or code.flags & (CO_VARARGS | CO_VARKEYWORDS):
        path.append("its arguments are put in the order of the parameters on the stack, by the plan of this call site")
    else:
        path.append("its arguments stay where they lie: they are the first locals of the new frame")
    slot = ["function.tp_call is not asked; it would start a run of its own, as for calls from native code"]
    count = len(code.varnames) + len(code.cellvars)
    frame = [f"{code.qualname}: {count} locals, at most {code.stacksize} values on its stack"]
    if code.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR):
        frame.append("moved into a generator before its first instruction; the call's result is that generator")
    return path, slot, frame


def native(facts: Facts, keywords: bool) -> tuple[list[str], list[str], list[str]]:
    convention = facts["convention"]
    slot = [f"{facts['type']}.tp_call is not asked"]
    frame = ["none: native code" if facts["kind"] == "native" else "none: a tool of the host"]
    if "code" in facts:
        path, _, frame = function(facts["code"], keywords)
        return ["written in guest code: that function takes its place", *path], slot, frame
    if convention == "the loop itself":
        return ["the loop does it itself"], slot, frame
    if convention in UNPACKED and (not keywords or "KEYWORDS" in convention):
        return [f"fast path 1: a native function, {convention}: {UNPACKED[convention]}"], slot, frame
    why = "keyword arguments" if keywords else f"its convention is {convention}"
    return ([f"do_call, because of {why}: packs a tuple and a dict -> object_call"] if keywords else
            [f"do_call, because {why}: packs a tuple and a dict -> object_call"]), [
        f"{facts['type']}.tp_call: call_native"], frame


def klass(facts: Facts, keywords: bool) -> tuple[list[str], list[str], list[str]]:
    own = facts["__call__"]
    if own["kind"] == "function":
        path, slot, frame = function(own["code"], keywords)
        first = f"a class whose metaclass {facts['metaclass']} has a __call__ of its own: the class goes in front"
        return [first, *path], [f"{facts['metaclass']}.tp_call, which is that __call__", *slot], frame
    made = facts["__new__"] if facts["__new__"] and facts["__new__"]["kind"] == "function" else None
    init = facts["__init__"] if facts["__init__"] and facts["__init__"]["kind"] == "function" else None
    slot = [f"{facts['metaclass']}.tp_call = type.__call__: __new__, then __init__"]
    path, frame = [], []
    for name, part in (("__new__", made), ("__init__", init)):
        if part is None:
            path.append(f"{name} is native")
        else:
            path.append(f"{name} is a function of the guest: its frame is pushed, the loop goes on in it")
            frame += function(part["code"], keywords)[2]
    if not facts["guest"]:
        general = "else do_call packs a tuple and a dict -> object_call"
        if keywords or facts["name"] not in QUICK_TYPES:
            return ["a builtin class: do_call packs a tuple and a dict -> object_call"], slot, ["none: native code"]
        return [f"a builtin class: from small plain values the loop makes it without packing; {general}"], slot, [
            "none: native code"]
    return ["a class of the guest: the loop does what type.__call__ does", *path], slot, frame or ["none: native code"]
