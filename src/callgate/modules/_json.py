"""The fast halves of the json package (`_json`): the host's scanner, and an encoder of our own.

The host's scanner makes only plain values; hooks of the guest that it calls run nested. What it complains about becomes
the guest's JSONDecodeError. The encoder writes plain data at once and asks the guest only for what is not plain.
"""

import _json as host
import json
import json.decoder
import types

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call1, call_method, object_call
from cython.cimports.callgate.core.capi import PyUnicode_GET_LENGTH, Ref, Refs
from cython.cimports.callgate.core.cost import pay_bytes, pay_digits
from cython.cimports.callgate.core.operators import drain, index, truth
from cython.cimports.callgate.core.state import Kept, charge, charge_memory, check_c_stack, keep, let_go
from cython.cimports.callgate.core.type import argument_name, type_name, type_of
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import Keywords, NativeModule, arg, arity, fast, host_functions
from cython.cimports.callgate.objects.exception import to_host_exception
from cython.cimports.cpython.unicode import PyUnicode_KIND

from callgate.core.type import native_type

CONTENTS: dict = host_functions("_json", "encode_basestring encode_basestring_ascii")
FLOAT = cython.declare(object, type_of(0.0))
INT = cython.declare(object, type_of(0))


@cython.cfunc
def nan_complaint(value: object) -> object:
    """As the host words it for this very number."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError as error:
        return error
    return None


# === reading ===
@cython.cfunc
def decode_error(error: object) -> object:
    """The guest's JSONDecodeError for the host's."""
    vm: VM = current_vm()
    module: object = vm.importer.import_name(vm, "json.decoder", None, ("JSONDecodeError",), 0)
    cls: object = getattr_(module, "JSONDecodeError")
    return to_host_exception(object_call(cls, (error.msg, error.doc, error.pos), None))


@cython.cfunc
def scanstring_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("scanstring", n, 2, 3)
    text: object = arg(args, 0)
    start: object = index(arg(args, 1))
    if not isinstance(text, str):
        raise TypeError(f"first argument must be a string, not {type_name(text)}")
    try:
        found: tuple = host.scanstring(text, start, n < 3 or truth(arg(args, 2)))
    except json.JSONDecodeError as error:
        raise decode_error(error)
    charge((found[1] - start) // 16)
    return found


class Scanner:
    pass


CONTEXT = ("strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant")


def new_scanner(cls, /, *args, **kwargs):
    if len(args) != 1 or kwargs:
        raise TypeError(f"make_scanner() takes exactly 1 argument ({len(args) + len(kwargs)} given)")
    made: Scanner = Scanner.__new__(Scanner)
    made.type = cls
    facts: dict = {name: getattr_(args[0], name) for name in CONTEXT}
    facts["strict"] = truth(facts["strict"])
    if facts["parse_float"] is FLOAT:
        facts["parse_float"] = float
    if facts["parse_int"] is INT:
        facts["parse_int"] = int
    made.context = facts
    made.scan = host.make_scanner(types.SimpleNamespace(**facts))
    return made


def scan(self: Scanner, /, string, idx):
    if not isinstance(string, str):
        raise TypeError(f"first argument must be a string, not {type_name(string)}")
    start: object = index(idx)
    if start < 0:
        raise ValueError("idx cannot be negative")
    check_c_stack()
    try:
        found: tuple = self.scan(str.__str__(string), start)
    except json.JSONDecodeError as error:
        charge(error.pos // 8)
        raise decode_error(error)
    charge((found[1] - start) // 8 + 1)
    return found


def context_value(name):
    def get(self: Scanner):
        value = self.context[name]
        return FLOAT if value is float else INT if value is int else value
    return get


SCANNER = native_type(
    "Scanner", Scanner, module="_json", new=new_scanner, functions={"__call__": scan},
    getters={name: context_value(name) for name in CONTEXT})

# === writing ===
MAKE = cython.declare(Keywords, Keywords(
    "make_encoder", "markers default encoder indent key_separator item_separator sort_keys skipkeys allow_nan", 9))


class Encoder:
    pass


def new_encoder(cls, /, *args, **kwargs):
    given: list = MAKE.unpack(args, kwargs)
    if given[0] is not None and not isinstance(given[0], dict):
        raise TypeError(f"make_encoder() argument 1 must be dict or None, not {argument_name(given[0])}")
    made: Encoder = Encoder.__new__(Encoder)
    made.type = cls
    made.markers = None if given[0] is None else {}
    made.default = given[1]
    made.encoder = given[2]
    made.ascii = given[2] is CONTENTS["encode_basestring_ascii"]
    made.utf8 = given[2] is CONTENTS["encode_basestring"]
    made.indent = given[3]
    made.key_separator = given[4]
    made.item_separator = given[5]
    made.sort_keys = truth(given[6])
    made.skipkeys = truth(given[7])
    made.allow_nan = truth(given[8])
    return made


def encode(self: Encoder, /, obj, _current_indent_level=0):
    out: list = []
    node: Kept
    self.level = _current_indent_level
    self.written = 0
    self.paid = 1 << 15
    keep(cython.address(node), out)
    try:
        write(self, out, obj)
    finally:
        let_go(cython.address(node))
    return ("".join(out),)


@cython.cfunc
@cython.inline
@cython.exceptval(-1)
def add(self: Encoder, out: list, text: str) -> cython.int:
    """The pieces are shorter than what they become: one may be there many times."""
    out.append(text)
    self.written += 8 + PyUnicode_GET_LENGTH(cython.cast(Ref, text)) * PyUnicode_KIND(text)
    if self.written > self.paid:
        charge_memory(self.written)
        self.paid = self.written + (self.written >> 3)
    return 0


@cython.cfunc
def string_text(self: Encoder, value: object) -> str:
    charge(len(value) // 32)
    if self.ascii:
        return host.encode_basestring_ascii(value)
    if self.utf8:
        return host.encode_basestring(value)
    text: object = call1(self.encoder, value)
    if not isinstance(text, str):
        raise TypeError(f"encoder() must return a string, not {type_name(text)}")
    return str.__str__(text)


@cython.cfunc
def float_text(self: Encoder, value: object) -> str:
    x: cython.double = value
    if x != x or x - x != 0:
        if not self.allow_nan:
            raise nan_complaint(float(value))
        return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"
    return float.__repr__(value)


@cython.cfunc
@cython.exceptval(-1)
def write(self: Encoder, out: list, obj: object) -> cython.int:
    charge(1)
    kind: object = type(obj)
    if obj is None:
        add(self, out, "null")
    elif obj is True:
        add(self, out, "true")
    elif obj is False:
        add(self, out, "false")
    elif kind is str:
        add(self, out, string_text(self, obj))
    elif isinstance(obj, int):
        pay_digits(obj)
        add(self, out, int.__repr__(obj))
    elif isinstance(obj, float):
        add(self, out, float_text(self, obj))
    elif isinstance(obj, str):
        add(self, out, string_text(self, obj))
    else:
        check_c_stack()
        key: object = id(obj)
        if self.markers is not None:
            if key in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[key] = obj
        try:
            if isinstance(obj, (list, tuple)):
                write_list(self, out, obj)
            elif isinstance(obj, dict):
                write_dict(self, out, obj)
            else:
                write(self, out, call1(self.default, obj))
        finally:
            if self.markers is not None:
                self.markers.pop(key, None)
    return 0


@cython.cfunc
def new_line(self: Encoder) -> str:
    """What comes before an item: nothing where there is no indent."""
    if self.indent is None:
        return ""
    charge(self.level * len(self.indent) // 32)
    return "\n" + self.indent * self.level


@cython.cfunc
@cython.exceptval(-1)
def write_list(self: Encoder, out: list, obj: object) -> cython.int:
    items: object = obj if type(obj) is list or type(obj) is tuple else drain(obj)
    if not items:
        add(self, out, "[]")
        return 0
    self.level += 1
    line: str = new_line(self)
    separator: str = "[" + line
    between: str = self.item_separator + line
    i: cython.Py_ssize_t = 0
    while i < len(items):
        add(self, out, separator)
        write(self, out, items[i])
        separator = between
        i += 1
    self.level -= 1
    add(self, out, new_line(self) + "]")
    pay_bytes(8 * len(items))
    return 0


@cython.cfunc
def key_text(self: Encoder, key: object) -> object:
    """A dict's key as the text that is written, None when it is to be left out."""
    if isinstance(key, str):
        return key
    if key is True:
        return "true"
    if key is False:
        return "false"
    if key is None:
        return "null"
    if isinstance(key, float):
        return float_text(self, key)
    if isinstance(key, int):
        pay_digits(key)
        return int.__repr__(key)
    if self.skipkeys:
        return None
    raise TypeError(f"keys must be str, int, float, bool or None, not {type_name(key)}")


@cython.cfunc
@cython.exceptval(-1)
def write_dict(self: Encoder, out: list, obj: object) -> cython.int:
    if not dict.__len__(obj):
        add(self, out, "{}")
        return 0
    pairs: list = list(obj.items()) if type(obj) is dict else drain(call_method(obj, "items", ()))
    if self.sort_keys:
        charge(len(pairs))
        pairs.sort()
    self.level += 1
    line: str = new_line(self)
    add(self, out, "{" + line)
    separator: str = ""
    between: str = self.item_separator + line
    for pair in pairs:
        text: object = key_text(self, pair[0])
        if text is None:
            continue
        add(self, out, separator)
        add(self, out, string_text(self, text))
        add(self, out, self.key_separator)
        write(self, out, pair[1])
        separator = between
    self.level -= 1
    add(self, out, new_line(self) + "}")
    pay_bytes(16 * len(pairs))
    return 0


ENCODER = native_type("Encoder", Encoder, module="_json", new=new_encoder, functions={"__call__": encode})
CONTENTS.update(
    scanstring=fast("scanstring", scanstring_fast, "_json"), make_scanner=SCANNER, make_encoder=ENCODER)
MODULE = NativeModule("_json", CONTENTS)
