"""Struct sequences: tuples with named fields, as sys.version_info and time.struct_time are.

Each is a host subclass of tuple of its own that stands for the guest's type; its items are plain values.
"""

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import drain, repr_
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.core.type import full_name, type_of

from callgate.core.text import joined
from callgate.core.type import native_type


def field(i):
    return lambda self: tuple.__getitem__(self, i)


def hidden_field(i):
    """A field beyond those that the tuple shows."""
    return lambda self: self.more[i]


@cython.binding(True)   # a method of host classes
def shown(self):
    cls: Type = type_of(self)
    pairs = zip(cls.namespace["__match_args__"], tuple.__iter__(self))
    check_c_stack()
    return f"{full_name(cls)}({joined(', ', (f'{name}={repr_(value)}' for name, value in pairs))})"


def reduced(self):
    extra = {name: self.more[i] for i, name in enumerate(type_of(self).namespace["_more"])}
    return type_of(self), (tuple(tuple.__iter__(self)), extra)


def struct_sequence(name, module, fields, more=(), doc=None, constructor=True):
    """A type with `fields` in the tuple and `more` as attributes only; and what makes instances of (items, more)."""
    fields = tuple(fields.split())
    more = tuple(more.split()) if more else ()
    # host code asks the host class for its text
    host = type(name, (tuple,), {"more": (None,) * len(more), "__repr__": shown})
    least, most = len(fields), len(fields) + len(more)

    def new(cls, /, *args, **kwargs):
        if len(args) + len(kwargs) < 1:
            raise TypeError("structseq() missing required argument 'sequence' (pos 1)")
        items = drain(args[0] if args else kwargs["sequence"])
        if not least <= len(items) <= most:
            bound = f"a {least}-sequence" if least == most else \
                f"an at least {least}-sequence" if len(items) < least else f"an at most {most}-sequence"
            raise TypeError(f"{full_name(cls)}() takes {bound} ({len(items)}-sequence given)")
        extra = (args[1] if len(args) > 1 else kwargs.get("dict")) or {}
        if not isinstance(extra, dict):
            raise TypeError(f"{full_name(cls)}() takes a dict as second arg, if any")
        rest = items[least:]
        rest += [extra.get(name) for name in more[len(rest):]]
        return make(items[:least], tuple(rest))

    def make(items, rest=()):
        made = tuple.__new__(host, items)
        if rest:
            made.more = rest
        return made

    getters = {field_name: field(i) for i, field_name in enumerate(fields)}
    getters.update({field_name: hidden_field(i) for i, field_name in enumerate(more)})
    made_type = native_type(
        name, host, base=type_of(()), module=module, doc=doc, getters=getters,
        functions={"__repr__": shown, "__reduce__": reduced}, new=new if constructor else None,
        values={"n_fields": most, "n_sequence_fields": least, "n_unnamed_fields": 0, "__match_args__": fields,
                "_more": more})
    return made_type, make
