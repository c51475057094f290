"""types.SimpleNamespace: an object that is its attributes."""

import sys
import types as host

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import compare_op, repr_
from cython.cimports.callgate.core.type import instance_dict
from cython.cimports.callgate.objects.dict import merge, update_table
from cython.cimports.callgate.modules.define import repr_enter, repr_leave

from callgate.core.text import joined
from callgate.core.type import native_type

EQUAL = cython.declare(cython.int, 2)
NOT_EQUAL = cython.declare(cython.int, 5)


class SimpleNamespace:
    pass


def new_simple_namespace(attributes):
    made: SimpleNamespace = SimpleNamespace.__new__(SimpleNamespace)
    made.attrs = attributes
    return made


def new(cls, /, *args, **kwargs):
    made: SimpleNamespace = SimpleNamespace.__new__(SimpleNamespace)
    made.type = cls
    made.attrs = {}
    return made


def init(self, /, *args, **kwargs):
    if len(args) > 1:
        raise TypeError(f"SimpleNamespace expected at most 1 argument, got {len(args)}")
    if args and not TAKES_MAPPING:
        raise TypeError("no positional arguments expected")
    if args:
        merge(instance_dict(self), args[0], "update")
    update_table(instance_dict(self), kwargs)


TAKES_MAPPING = sys.version_info >= (3, 13)


def shown(self: SimpleNamespace):
    cls: Type = self.type
    name: str = "namespace" if cls is NAMESPACE else cls.name
    if not repr_enter(self):
        return f"{name}(...)"
    try:
        items = [item for item in instance_dict(self).items() if isinstance(item[0], str) and item[0]]
        return f"{name}({joined(', ', (f'{key}={repr_(value)}' for key, value in items))})"
    finally:
        repr_leave()


@cython.cfunc
def compare(mask: cython.int, self: object, other: object) -> object:
    if not isinstance(other, SimpleNamespace):
        return NotImplemented
    return compare_op(mask, instance_dict(self), instance_dict(other))


def equal(self, other):
    return compare(EQUAL, self, other)


def not_equal(self, other):
    return compare(NOT_EQUAL, self, other)


def reduced(self: SimpleNamespace):
    return self.type, (), instance_dict(self)


def replaced(self: SimpleNamespace, /, **changes):
    made: SimpleNamespace = new(self.type)
    made.attrs = {**instance_dict(self), **changes}
    return made


FUNCTIONS = {"__repr__": shown, "__eq__": equal, "__ne__": not_equal, "__reduce__": reduced}
if hasattr(host.SimpleNamespace, "__replace__"):
    FUNCTIONS["__replace__"] = replaced
NAMESPACE = cython.declare(Type, native_type(
    "SimpleNamespace", SimpleNamespace, weakref=False, module="types", doc=host.SimpleNamespace.__doc__, functions=FUNCTIONS, new=new,
    init=init, basetype=True, has_dict=True))
