"""The operator module: the guest's operators as functions, and itemgetter, attrgetter, methodcaller.

One C function serves all operators of a kind: its `self` is the operator's number. In the guest, `operator` and
`_operator` are this same module.
"""

import _operator as natives
import operator as host
import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call_method, object_call
from cython.cimports.callgate.core.capi import DECREF, PyTuple_GET_SIZE, Ref, Refs
from cython.cimports.callgate.core.operators import (
    absolute, binary_op, compare_op, contains, delete_subscript, get_iter, index, length_hint, repr_, set_subscript,
    subscript, truth, unary_op,
)
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.text import repr_items
from cython.cimports.callgate.core.type import lookup_special, type_name
from cython.cimports.callgate.interpreter.vm import current_vm
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.callgate.modules.define import NativeModule, arg, arity, define_plain, fast, fast_kw, one, pull

from callgate.core.text import joined
from callgate.core.type import native_type

CONTENTS: dict = {}
ADD = cython.declare(cython.int, 0)
EQUAL = cython.declare(cython.int, 2)
INPLACE = cython.declare(cython.int, 16)


# === operators ===
@cython.cfunc
def binary(which: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    number: cython.int = cython.cast(object, which)
    if n != 2:
        arity(BINARY[number & 15] if number < INPLACE else "i" + BINARY[number & 15].rstrip("_"), n, 2, 2)
    return binary_op(number, arg(args, 0), arg(args, 1))


@cython.cfunc
def compare(which: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    mask: cython.int = cython.cast(object, which)
    if n != 2:
        arity(COMPARE[mask], n, 2, 2)
    return compare_op(mask, arg(args, 0), arg(args, 1))


@cython.cfunc
def unary(which: Ref, value: object) -> object:
    return unary_op(cython.cast(object, which), value)


BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "or_", "xor", "and_", "matmul")
COMPARE = {1: "lt", 2: "eq", 3: "le", 4: "gt", 5: "ne", 6: "ge"}
UNARY = {"neg": 0, "pos": 2, "invert": 3, "inv": 3}


def truth_(a, /):
    return truth(a)


def not_(a, /):
    return not truth(a)


def abs_(a, /):
    return absolute(a)


def index_(a, /):
    return index(a)


@cython.cfunc
def is_fast(negated: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("is_not" if cython.cast(object, negated) else "is_", n, 2, 2)
    return (args[0] == args[1]) != cython.cast(object, negated)


# === containers ===
@cython.cfunc
def concat_fast(which: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    number: cython.int = cython.cast(object, which)
    arity("iconcat" if number else "concat", n, 2, 2)
    if not isinstance(arg(args, 0), (str, list, tuple, bytes, bytearray)):       # they say themselves what is wrong
        for i in range(2):
            if isinstance(arg(args, i), dict) or lookup_special(arg(args, i), "__getitem__") is None:
                raise TypeError(f"'{type_name(arg(args, 0))}' object can't be concatenated")
    return binary_op(number, arg(args, 0), arg(args, 1))


@cython.cfunc
def contains_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("contains", n, 2, 2)
    return contains(arg(args, 0), arg(args, 1))


@cython.cfunc
def getitem_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("getitem", n, 2, 2)
    return subscript(arg(args, 0), arg(args, 1))


@cython.cfunc
def setitem_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("setitem", n, 3, 3)
    set_subscript(arg(args, 0), arg(args, 1), arg(args, 2))
    return None


@cython.cfunc
def delitem_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("delitem", n, 2, 2)
    delete_subscript(arg(args, 0), arg(args, 1))
    return None


@cython.cfunc
@cython.exceptval(-1)
def equal(a: object, b: object) -> cython.int:
    return a is b or truth(compare_op(EQUAL, a, b))


@cython.cfunc
def items_of(sequence: object) -> object:
    it: object = None
    try:
        it = get_iter(sequence)
    except TypeError:
        pass
    if it is None:
        raise TypeError(f"argument of type '{type_name(sequence)}' is not iterable")
    return it


@cython.cfunc
def count_of_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("countOf", n, 2, 2)
    it: object = items_of(arg(args, 0))
    count: cython.Py_ssize_t = 0
    while True:
        item: Ref = pull(it)
        if item == cython.NULL:
            return count
        value: object = cython.cast(object, item)
        DECREF(item)
        if equal(value, arg(args, 1)):
            count += 1


@cython.cfunc
def index_of_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("indexOf", n, 2, 2)
    it: object = items_of(arg(args, 0))
    position: cython.Py_ssize_t = 0
    while True:
        item: Ref = pull(it)
        if item == cython.NULL:
            raise ValueError("sequence.index(x): x not in sequence")
        value: object = cython.cast(object, item)
        DECREF(item)
        if equal(value, arg(args, 1)):
            return position
        position += 1


@cython.cfunc
def length_hint_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("length_hint", n, 1, 2)
    default: object = arg(args, 1) if n == 2 else 0
    default = index(default)
    if not -1 << 63 <= default < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    hint: cython.Py_ssize_t = length_hint(arg(args, 0), -2)     # -1 would be an error
    return default if hint < 0 else hint


@cython.cfunc
def call_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    i: cython.Py_ssize_t
    if n == 0:
        raise TypeError("call expected at least 1 argument, got 0")
    kwargs: dict = None
    if kwnames != cython.NULL and PyTuple_GET_SIZE(kwnames):
        names: tuple = cython.cast(object, kwnames)
        kwargs = {names[i]: arg(args, n + i) for i in range(len(names))}
    return object_call(arg(args, 0), tuple([arg(args, i) for i in range(1, n)]), kwargs)


@cython.cfunc
def compare_digest_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("_compare_digest", n, 2, 2)
    a: object = arg(args, 0)
    b: object = arg(args, 1)
    if isinstance(a, str) and isinstance(b, str):
        charge((len(a) + len(b)) // 64)
        return natives._compare_digest(str.__str__(a), str.__str__(b))      # which refuses what is not ASCII
    if not PyObject_CheckBuffer(a) or not PyObject_CheckBuffer(b):
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type_name(a)}' and '{type_name(b)}'")
    charge((memoryview(a).nbytes + memoryview(b).nbytes) // 64)
    return natives._compare_digest(a, b)


# === callables ===
def new_itemgetter(cls, /, *args, **kwargs):
    if kwargs:
        raise TypeError("itemgetter() takes no keyword arguments")
    if not args:
        raise TypeError("itemgetter expected 1 argument, got 0")
    self: ItemGetter = ItemGetter.__new__(ItemGetter)
    self.type = cls
    self.items = args
    return self


@cython.cfunc
def single(name: str, args: tuple, kwargs: dict) -> object:
    if kwargs:
        raise TypeError(f"{name}() takes no keyword arguments")
    if len(args) != 1:
        raise TypeError(f"{name} expected 1 argument, got {len(args)}")
    return args[0]


class ItemGetter:
    def __call__(self, *args, **kwargs):
        obj: object = single("itemgetter", args, kwargs)
        if len(self.items) == 1:
            return subscript(obj, self.items[0])
        return tuple([subscript(obj, item) for item in self.items])

    def __repr__(self):
        return repr_items("operator.itemgetter(", list(self.items), ")")

    def __reduce__(self):
        return self.type, self.items


def new_attrgetter(cls, /, *args, **kwargs):
    if kwargs:
        raise TypeError("attrgetter() takes no keyword arguments")
    if not args:
        raise TypeError("attrgetter expected 1 argument, got 0")
    for name in args:
        if not isinstance(name, str):
            raise TypeError("attribute name must be a string")
    self: AttrGetter = AttrGetter.__new__(AttrGetter)
    self.type = cls
    self.names = tuple([str.__str__(name) for name in args])
    self.paths = tuple([tuple([sys.intern(part) for part in name.split(".")]) for name in self.names])
    return self


@cython.cfunc
def follow(obj: object, path: tuple) -> object:
    for name in path:
        obj = getattr_(obj, name)
    return obj


class AttrGetter:
    def __call__(self, *args, **kwargs):
        obj: object = single("attrgetter", args, kwargs)
        if len(self.paths) == 1:
            return follow(obj, self.paths[0])
        return tuple([follow(obj, path) for path in self.paths])

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr_(name) for name in self.names])})"

    def __reduce__(self):
        return self.type, self.names


def new_methodcaller(cls, /, *args, **kwargs):
    if not args:
        raise TypeError("methodcaller needs at least one argument, the method name")
    if not isinstance(args[0], str):
        raise TypeError("method name must be a string")
    self: MethodCaller = MethodCaller.__new__(MethodCaller)
    self.type = cls
    self.name = sys.intern(str.__str__(args[0]))
    self.args = args[1:]
    self.kwargs = kwargs
    return self


class MethodCaller:
    def __call__(self, *args, **kwargs):
        obj: object = single("methodcaller", args, kwargs)
        if not self.kwargs:
            return call_method(obj, self.name, self.args)
        return object_call(getattr_(obj, self.name), self.args, self.kwargs)

    def __repr__(self):
        shown = repr_items("operator.methodcaller(", [self.name, *self.args], "")
        return shown + joined("", (f", {name}={repr_(value)}" for name, value in list(self.kwargs.items()))) + ")"

    def __reduce__(self):
        if self.kwargs:
            partial = getattr_(current_vm().importer.load("functools"), "partial")
            return object_call(partial, (self.type, self.name), self.kwargs), self.args
        return self.type, (self.name, *self.args)


# === the module ===
@cython.cfunc
def fill() -> cython.void:
    number: cython.int
    for number in range(len(BINARY)):
        name: str = BINARY[number]
        CONTENTS[name] = fast(name, binary, "_operator", number)
        CONTENTS["i" + name.rstrip("_")] = fast("i" + name.rstrip("_"), binary, "_operator", number + INPLACE)
    for mask, name in COMPARE.items():
        CONTENTS[name] = fast(name, compare, "_operator", mask)
    for name, which in UNARY.items():
        CONTENTS[name] = one(name, unary, "_operator", which)
    CONTENTS.update(
        truth=define_plain(truth_, "truth", "_operator"), not_=define_plain(not_, "not_", "_operator"),
        abs=define_plain(abs_, "abs", "_operator"), index=define_plain(index_, "index", "_operator"),
        is_=fast("is_", is_fast, "_operator", False), is_not=fast("is_not", is_fast, "_operator", True),
        concat=fast("concat", concat_fast, "_operator", ADD),
        iconcat=fast("iconcat", concat_fast, "_operator", ADD + INPLACE),
        contains=fast("contains", contains_fast, "_operator"), getitem=fast("getitem", getitem_fast, "_operator"),
        setitem=fast("setitem", setitem_fast, "_operator"), delitem=fast("delitem", delitem_fast, "_operator"),
        countOf=fast("countOf", count_of_fast, "_operator"), indexOf=fast("indexOf", index_of_fast, "_operator"),
        length_hint=fast("length_hint", length_hint_fast, "_operator"), call=fast_kw("call", call_fast, "_operator"),
        _compare_digest=fast("_compare_digest", compare_digest_fast, "_operator"),
        itemgetter=native_type(
            "itemgetter", ItemGetter, module="operator", doc=host.itemgetter.__doc__, methods=("__reduce__",),
            slots=("__call__", "__repr__"), new=new_itemgetter),
        attrgetter=native_type(
            "attrgetter", AttrGetter, module="operator", doc=host.attrgetter.__doc__, methods=("__reduce__",),
            slots=("__call__", "__repr__"), new=new_attrgetter),
        methodcaller=native_type(
            "methodcaller", MethodCaller, module="operator", doc=host.methodcaller.__doc__, methods=("__reduce__",),
            slots=("__call__", "__repr__"), new=new_methodcaller),
    )
    for name in host.__all__:
        dunder: str = f"__{name.strip('_')}__"
        if hasattr(host, dunder) and name in CONTENTS:
            CONTENTS[dunder] = CONTENTS[name]
    CONTENTS["__all__"] = [name for name in host.__all__ if name in CONTENTS]


fill()
MODULE = NativeModule("operator", {name: value for name, value in CONTENTS.items() if name != "_compare_digest"})
