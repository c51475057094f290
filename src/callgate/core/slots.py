# plain
"""The table of special methods: what each dunder is to the host and to the guest.

One row per dunder. `kind` says how its slot wrapper takes arguments and, by that, what `int.__add__.__text_signature__`
shows; `bridge` says that a mirror's host class gets a bridge for it when a guest class defines it.
"""

from callgate.bytecode.rows import Row


class Slot(Row):
    """One special method: its name, the C slot it stands for in CPython, its kind, and whether mirrors bridge it."""

    name: str
    slot: str
    kind: str
    doc: str = ""
    bridge: bool = True


#: kind -> (least, most number of arguments after self; most None: any), text signature
KINDS: dict[str, tuple[int, int | None, str]] = {
    "unary": (0, 0, "($self, /)"),
    "binary": (1, 1, "($self, value, /)"),
    "power": (1, 2, "($self, value, mod=None, /)"),
    "compare": (1, 1, "($self, value, /)"),
    "item": (1, 1, "($self, key, /)"),
    "set_item": (2, 2, "($self, key, value, /)"),
    "call": (0, None, "($self, /, *args, **kwargs)"),
    "get": (1, 2, "($self, instance, owner=None, /)"),
    "set": (2, 2, "($self, instance, value, /)"),
    "delete": (1, 1, "($self, instance, /)"),
    "attribute": (1, 1, "($self, name, /)"),
    "set_attribute": (2, 2, "($self, name, value, /)"),
    "buffer": (1, 1, "($self, flags, /)"),
    "release": (1, 1, "($self, buffer, /)"),
}

_BINARY = "add sub mul matmul truediv floordiv mod divmod lshift rshift and xor or"
_SYMBOLS = dict(zip(
    (*_BINARY.split(), "pow"), ("+", "-", "*", "@", "/", "//", "%", "divmod", "<<", ">>", "&", "^", "|", "pow"),
))


def _text(name: str, left: str, right: str) -> str:
    symbol = _SYMBOLS[name]
    return f"Return {symbol}({left}, {right})." if symbol.isalpha() else f"Return {left}{symbol}{right}."


SLOTS: tuple[Slot, ...] = (
    Slot("__repr__", "tp_repr", "unary", "Return repr(self)."),
    Slot("__hash__", "tp_hash", "unary", "Return hash(self)."),
    Slot("__call__", "tp_call", "call", "Call self as a function."),
    Slot("__str__", "tp_str", "unary", "Return str(self)."),
    Slot("__getattribute__", "tp_getattro", "attribute", bridge=False, doc="Return getattr(self, name)."),
    Slot("__getattr__", "tp_getattro", "attribute", bridge=False),
    Slot("__setattr__", "tp_setattro", "set_attribute", bridge=False, doc="Implement setattr(self, name, value)."),
    Slot("__delattr__", "tp_setattro", "attribute", bridge=False, doc="Implement delattr(self, name)."),
    Slot("__lt__", "tp_richcompare", "compare", "Return self<value."),
    Slot("__le__", "tp_richcompare", "compare", "Return self<=value."),
    Slot("__eq__", "tp_richcompare", "compare", "Return self==value."),
    Slot("__ne__", "tp_richcompare", "compare", "Return self!=value."),
    Slot("__gt__", "tp_richcompare", "compare", "Return self>value."),
    Slot("__ge__", "tp_richcompare", "compare", "Return self>=value."),
    Slot("__iter__", "tp_iter", "unary", "Implement iter(self)."),
    Slot("__next__", "tp_iternext", "unary", "Implement next(self)."),
    Slot("__await__", "am_await", "unary", bridge=False, doc="Return an iterator to be used in await expression."),
    Slot("__aiter__", "am_aiter", "unary", bridge=False,
         doc="Return an awaitable, that resolves in asynchronous iterator."),
    Slot("__anext__", "am_anext", "unary", bridge=False, doc="Return a value or raise StopAsyncIteration."),
    Slot("__get__", "tp_descr_get", "get", bridge=False,
         doc="Return an attribute of instance, which is of type owner."),
    Slot("__set__", "tp_descr_set", "set", bridge=False, doc="Set an attribute of instance to value."),
    Slot("__delete__", "tp_descr_set", "delete", bridge=False, doc="Delete an attribute of instance."),
    Slot("__init__", "tp_init", "call", bridge=False,
         doc="Initialize self.  See help(type(self)) for accurate signature."),
    Slot("__new__", "tp_new", "call", bridge=False,
         doc="Create and return a new object.  See help(type) for accurate signature."),
    Slot("__del__", "tp_finalize", "unary", bridge=False),
    Slot("__buffer__", "bf_getbuffer", "buffer", bridge=False,
         doc="Return a buffer object that exposes the underlying memory of the object."),
    Slot("__release_buffer__", "bf_releasebuffer", "release", bridge=False,
         doc="Release the buffer object that exposes the underlying memory of the object."),
    *(Slot(f"__{name}__", f"nb_{name}", "binary", _text(name, "self", "value"))
      for name in _BINARY.split()),
    *(Slot(f"__r{name}__", f"nb_{name}", "binary", _text(name, "value", "self"))
      for name in _BINARY.split()),
    *(Slot(f"__i{name}__", f"nb_inplace_{name}", "binary", f"Return self{_SYMBOLS[name]}=value.")
      for name in _BINARY.split() if name != "divmod"),
    Slot("__pow__", "nb_power", "power", "Return pow(self, value, mod)."),
    Slot("__rpow__", "nb_power", "power", "Return pow(value, self, mod)."),
    Slot("__ipow__", "nb_inplace_power", "binary", "Return self**=value."),
    Slot("__neg__", "nb_negative", "unary", "-self"),
    Slot("__pos__", "nb_positive", "unary", "+self"),
    Slot("__abs__", "nb_absolute", "unary", "abs(self)"),
    Slot("__bool__", "nb_bool", "unary", "True if self else False"),
    Slot("__invert__", "nb_invert", "unary", "~self"),
    Slot("__int__", "nb_int", "unary", "int(self)"),
    Slot("__float__", "nb_float", "unary", "float(self)"),
    Slot("__index__", "nb_index", "unary", "Return self converted to an integer, if self is suitable for use as "
         "an index into a list."),
    Slot("__len__", "mp_length", "unary", "Return len(self)."),
    Slot("__getitem__", "mp_subscript", "item", "Return self[key]."),
    Slot("__setitem__", "mp_ass_subscript", "set_item", "Set self[key] to value."),
    Slot("__delitem__", "mp_ass_subscript", "item", "Delete self[key]."),
    Slot("__contains__", "sq_contains", "item", "Return key in self."),
)

#: Not slots in CPython, but asked for by host C code by name.
METHODS_ASKED_FOR = (
    "__format__", "__reversed__", "__length_hint__", "__missing__", "__round__", "__trunc__", "__floor__", "__ceil__",
    "__complex__", "__bytes__", "keys",
)

BY_NAME: dict[str, Slot] = {row.name: row for row in SLOTS}
BRIDGED: tuple[str, ...] = (*(row.name for row in SLOTS if row.bridge), *METHODS_ASKED_FOR)
