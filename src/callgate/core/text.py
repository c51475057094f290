"""repr, str and format of any guest value: the guest's own methods where there are any, else the host's, at a price.

* Texts of containers are put together here, not by the host, since shared parts can make them exponentially long.
* A container inside itself is cut short as in CPython ("[...]"); `active` holds those whose repr is being made.
"""

import cython
from cython.cimports.cpython.dict import PyDict_Check, PyDict_Next
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.object import PyObject_Format, PyObject_Repr
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.cpython.unicode import PyUnicode_Check, PyUnicode_KIND
from cython.cimports.callgate.core.call import call_found0, call_found1
from cython.cimports.callgate.core.capi import (
    CG_IS_STR, CG_PLAIN, PyList_GET_ITEM, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyUnicode_GET_LENGTH, Py_SIZE, Ref,
)
from cython.cimports.callgate.core.cost import data_size, pay_bytes, pay_digits, pay_spec, size_of
from cython.cimports.callgate.core.state import charge, charge_memory, check_c_stack
from cython.cimports.callgate.core.type import OBJECT, lookup, type_name, type_of

active = cython.declare(set, set())


def repr_enter(value):
    number = cython.cast(cython.size_t, cython.cast(Ref, value))
    if number in active:
        return False
    check_c_stack()
    active.add(number)
    return True


def repr_leave(value):
    active.discard(cython.cast(cython.size_t, cython.cast(Ref, value)))


@cython.cclass
class Parts:
    """Texts to be joined; each doubling of their length asks for the memory."""

    parts: list
    size: cython.Py_ssize_t
    paid: cython.Py_ssize_t

    def __cinit__(self):
        self.parts = []
        self.size = 0
        self.paid = 4096

    @cython.cfunc
    def add(self, text: object) -> cython.int:
        self.parts.append(text)
        self.size += PyUnicode_GET_LENGTH(cython.cast(Ref, text)) + 2
        if self.size > self.paid:
            self.paid = 2 * self.size
            charge_memory(2 * self.size)
            charge(self.size >> 8)
        return 0


def joined(separator, texts):
    """What an iterator gives, joined; paid for while it grows."""
    made = Parts()
    for text in texts:
        made.add(text)
    charge(8 + (len(made.parts) >> 2))
    return separator.join(made.parts)


def repr_items(left, items, right):
    texts = Parts()
    o: Ref = cython.cast(Ref, items)
    i: cython.Py_ssize_t = 0
    is_list: cython.bint = PyList_Check(items)
    while i < Py_SIZE(o):  # a list may change while its items' own __repr__ run
        item = cython.cast(object, PyList_GET_ITEM(o, i) if is_list else PyTuple_GET_ITEM(o, i))
        texts.add(repr_object(item))
        i += 1
    charge(8 + (i >> 2))        # a container shared by others is written as often as it is met
    return left + ", ".join(texts.parts) + right


@cython.cfunc
def repr_dict(value: object) -> str:
    texts = Parts()
    position: cython.Py_ssize_t = 0
    k: Ref = cython.NULL
    v: Ref = cython.NULL
    while PyDict_Next(value, cython.address(position), cython.address(k), cython.address(v)):
        key = cython.cast(object, k)
        item = cython.cast(object, v)
        text = repr_object(key) + ": "
        texts.add(text + repr_object(item))
    charge(8 + (len(texts.parts) >> 1))
    return "{" + ", ".join(texts.parts) + "}"


@cython.cfunc
def repr_set(value: object) -> object:
    exact_set: cython.bint = type(value) is set
    name = "" if exact_set else type_name(value)
    if not size_of(value):
        return "set()" if exact_set else name + "()"
    pay_bytes(8.0 * size_of(value))
    items = list(set.__iter__(value)) if isinstance(value, set) else list(frozenset.__iter__(value))
    return repr_items("{", items, "}") if exact_set else repr_items(name + "({", items, "})")


@cython.cfunc
def repr_container(value: object) -> object:
    if PyList_Check(value):
        return repr_items("[", value, "]")
    if PyTuple_Check(value):
        if PyTuple_GET_SIZE(cython.cast(Ref, value)) == 1:
            return repr_items("(", value, ",)")
        return repr_items("(", value, ")")
    if PyDict_Check(value):
        return repr_dict(value)
    return repr_set(value)


@cython.cfunc
def cut_short(value: object) -> object:
    if PyList_Check(value):
        return "[...]"
    if PyTuple_Check(value):
        return "(...)"
    if PyDict_Check(value):
        return "{...}"
    return type_name(value) + "(...)"


def repr_plain(value):
    o: Ref = cython.cast(Ref, value)
    if PyUnicode_Check(value):
        length: cython.double = PyUnicode_GET_LENGTH(o)
        if length > 128:
            # each character may need an escape: two to ten characters as wide as the widest
            pay_bytes(length * (2 if length < 65536 else 4 if PyUnicode_KIND(value) == 1 else 12))
        return str.__repr__(value)
    if isinstance(value, int):
        pay_digits(value)
        return PyObject_Repr(value) if CG_PLAIN(o) else int.__repr__(value)
    if PyList_Check(value) or PyTuple_Check(value) or PyDict_Check(value) or isinstance(value, (set, frozenset)):
        if not repr_enter(value):
            return cut_short(value)
        try:
            return repr_container(value)
        finally:
            repr_leave(value)
    if isinstance(value, (bytes, bytearray)):
        pay_bytes(4 * data_size(value))
        return bytes.__repr__(value) if isinstance(value, bytes) else bytearray.__repr__(value)
    if isinstance(value, slice):
        return repr_items("slice(", (value.start, value.stop, value.step), ")")
    if isinstance(value, range):
        if value.step == 1:
            return repr_items("range(", (value.start, value.stop), ")")
        return repr_items("range(", (value.start, value.stop, value.step), ")")
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, complex):
        return complex.__repr__(value)
    return PyObject_Repr(value)


def repr_object(value):
    o: Ref = cython.cast(Ref, value)
    if CG_PLAIN(o):
        return repr_plain(value)
    found: Ref = lookup(type_of(value), "__repr__")
    if found == cython.NULL:
        return f"<{type_name(value)} object>"
    check_c_stack()
    result = call_found0(found, value)
    if not PyUnicode_Check(result):
        raise TypeError(f"__repr__ returned non-string (type {type_name(result)})")
    return result


def str_object(value):
    o: Ref = cython.cast(Ref, value)
    if CG_IS_STR(o):
        return value
    if CG_PLAIN(o):
        return repr_plain(value)
    found: Ref = lookup(type_of(value), "__str__")
    if found == cython.NULL:
        return repr_object(value)
    check_c_stack()
    if found == lookup(OBJECT, "__str__"):      # it is the type's __repr__, whose result is looked at below
        found = lookup(type_of(value), "__repr__")
    result = call_found0(found, value)
    if not PyUnicode_Check(result):
        raise TypeError(f"__str__ returned non-string (type {type_name(result)})")
    return result


def ascii_object(value):
    text = repr_object(value)
    if str.isascii(text):
        return text
    pay_bytes(10.0 * PyUnicode_GET_LENGTH(cython.cast(Ref, text)))
    return str.encode(text, "ascii", "backslashreplace").decode("ascii")


def format_plain(value, spec):
    if not PyUnicode_GET_LENGTH(cython.cast(Ref, spec)):
        return str_object(value)
    if PyUnicode_Check(value) or isinstance(value, (int, float, complex)):
        plain: str = spec if CG_IS_STR(cython.cast(Ref, spec)) else str.__str__(spec)
        pay_spec(plain)
        if PyUnicode_Check(value):
            pay_bytes(data_size(value))
            return str.__format__(value, plain)
        if isinstance(value, int):
            pay_digits(value)
            # a mirror of an int is formatted by its value; its name stands in the messages
            return PyObject_Format(value, plain) if type(value) is bool else int.__format__(value, plain)
        if isinstance(value, float):
            return float.__format__(value, plain)
        return complex.__format__(value, plain)
    raise TypeError(f"unsupported format string passed to {type_name(value)}.__format__")


def format_object(value, spec):
    o: Ref = cython.cast(Ref, value)
    if CG_PLAIN(o):
        return format_plain(value, spec)
    found: Ref = lookup(type_of(value), "__format__")
    if found == cython.NULL:
        raise TypeError(f"Type {type_name(value)} doesn't define __format__")
    check_c_stack()
    result = call_found1(found, value, spec)
    if not PyUnicode_Check(result):
        raise TypeError(f"__format__ must return a str, not {type_name(result)}")
    return result
