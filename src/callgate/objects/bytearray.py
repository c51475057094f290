"""The guest's `bytearray`: the host's, with sizes paid for and sources asked by the guest."""

import cython
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import CG_IS_OBJECT, CG_PLAIN, Ref
from cython.cimports.callgate.core.cost import pay_bytes, pay_items, size_of
from cython.cimports.callgate.core.iteration import ask_hint, byte_numbers, get_iter, has_special, is_iterable
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import host_delete_subscript, host_set_subscript, index, stand_in
from cython.cimports.callgate.core.type import instance_dict, type_of
from cython.cimports.callgate.objects.bytes import byte_functions, content_of
from cython.cimports.callgate.objects.guard import ENDS, STRIPS, WHOLE, pay_for, checked, paid_slot, size_argument, with_size

from ..core.type import native_type
from .bytes import LOOKING, SHARED, SLOTS
from .guard import finish
from .memoryview import TAKING


def bytearray_new(cls: Type, *args, **kwargs):
    return bytearray() if cls is bytearray_type else bytearray.__new__(cls.host)


def bytearray_init(value, *args, **kwargs):
    content = content_of(args, kwargs, "bytearray")
    bytearray.__init__(value, content)


def bytearray_setitem(value, key, item):
    host_set_subscript(value, key, item)


def bytearray_iadd(value, other):
    if CG_IS_OBJECT(cython.cast(Ref, other)):
        if not PyObject_CheckBuffer(other):
            other = stand_in(other)
        else:
            pay_bytes(cython.cast(cython.double, size_of(value)) + memoryview(other).nbytes)
    elif isinstance(other, (bytes, bytearray)):
        pay_bytes(cython.cast(cython.double, size_of(value)) + size_of(other))
    return bytearray.__iadd__(value, other)


def bytearray_delitem(value, key):
    host_delete_subscript(value, key)


def bytearray_extend(value, *args):
    if len(args) != 1:
        return bytearray.extend(value, *args)
    if isinstance(args[0], str) or not is_iterable(args[0]):
        if isinstance(args[0], str):
            ask_hint(args[0])
        return bytearray.extend(value, str.__str__(args[0]) if isinstance(args[0], str) else stand_in(args[0]))  # the host says what is wrong
    if isinstance(args[0], (bytes, bytearray)):
        content = args[0]
    elif PyObject_CheckBuffer(args[0]):
        content = content_of(args, {}, "bytearray")
    else:
        it: object = None
        try:
            it = get_iter(args[0])
        except TypeError:
            pass
        if it is None:
            return bytearray.extend(value, stand_in(args[0]))
        ask_hint(args[0])
        content = byte_numbers(it, "bytearray")
    pay_bytes(cython.cast(cython.double, size_of(value)) + size_of(content))
    bytearray.extend(value, content)


@cython.cfunc
def check_number(value: object, args: tuple, kwargs: dict) -> tuple:
    return args if len(args) != 1 else number_first(value, args, kwargs)     # what is one too many is told first


@cython.cfunc
def number_first(value: object, args: tuple, kwargs: dict) -> tuple:
    number = size_argument(args, kwargs, 0, None)
    pay_items(size_of(value) >> 6)
    return with_size(args, kwargs, 0, None, number)


@cython.cfunc
def check_insert(value: object, args: tuple, kwargs: dict) -> tuple:
    if len(args) != 2:
        return args
    args = number_first(value, args, kwargs)
    return with_size(args, kwargs, 1, None, size_argument(args, kwargs, 1, None))


@cython.cfunc
def check_copy(value: object, args: tuple, kwargs: dict) -> tuple:
    pay_bytes(size_of(value))
    return args


def bytearray_reduce(value):
    return reduced(value, 2)


def bytearray_reduce_ex(value, protocol=0):
    return reduced(value, index(protocol))


@cython.cfunc
def reduced(value: object, protocol: object) -> tuple:
    cls: Type = type_of(value)
    state = instance_dict(value) if cls is not bytearray_type and not CG_PLAIN(cython.cast(Ref, value)) and (
        has_special(value, "__dict__")) else None
    content = bytes(bytearray.copy(value))
    if protocol < 3:
        return cls, (content.decode("latin-1"), "latin-1") if content else (), state
    return cls, (content,) if content else (), state


METHODS = (*SHARED, "__alloc__", "__sizeof__", "append", "clear", "reverse")
FUNCTIONS = byte_functions(bytearray) | {
    "__setitem__": bytearray_setitem, "__delitem__": bytearray_delitem,
    "__iadd__": bytearray_iadd,
    "extend": bytearray_extend, "append": checked(bytearray.append, check_number),
    "insert": checked(bytearray.insert, check_insert), "pop": checked(bytearray.pop, check_number),
    "remove": checked(bytearray.remove, check_number), "copy": checked(bytearray.copy, check_copy),
    "__reduce__": bytearray_reduce, "__reduce_ex__": bytearray_reduce_ex,
}


def bytearray_fromhex(cls: Type, *args):
    if len(args) != 1:
        raise TypeError(f"{cls.name}.fromhex() takes exactly one argument ({len(args)} given)")
    if args and isinstance(args[0], str):
        pay_bytes(size_of(args[0]))
    value = bytearray.fromhex(*args)
    return value if cls is bytearray_type else object_call(cls, (value,), None)


bytearray_type = finish(native_type(
    "bytearray", bytearray, slots=SLOTS, methods=[name for name in METHODS if name not in FUNCTIONS],
    functions=FUNCTIONS | TAKING | {"fromhex": classmethod(bytearray_fromhex)}, values={"__hash__": None},
    new=bytearray_new, init=bytearray_init, mirror=True), bytearray, {
        "__mul__": paid_slot(bytearray.__mul__, 2, False), "__rmul__": paid_slot(bytearray.__rmul__, 2, False),
        "__imul__": paid_slot(bytearray.__imul__, 2, False)}, ("decode", "translate"))
pay_for(bytearray_type, LOOKING, WHOLE)
pay_for(bytearray_type, ("startswith", "endswith", "removeprefix", "removesuffix"), ENDS)
pay_for(bytearray_type, ("strip", "lstrip", "rstrip"), STRIPS)
