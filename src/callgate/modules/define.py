"""How native modules are declared: functions over C functions of ours, argument checks, module tables.

A function that takes one argument is a plain `def f(x, /)`, none a plain `def f()`: Cython makes the host function with
METH_O and METH_NOARGS, and the guest's function checks the count. Any other shape is a C function of the convention
METH_FASTCALL, wrapped by `fast` or `fast_kw`, since Cython's own argument errors do not read as CPython's.
Documentation and text signatures come from the host's function of the same name where there is one.
"""

import sys

import cython
from cython.cimports.callgate.core.capi import (
    METH_FASTCALL, METH_KEYWORDS, METH_O, PyTuple_GET_ITEM, PyTuple_GET_SIZE, Ref, cg_function_flags,
    cg_function_pointer, cg_new_function,
)
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.objects.native import NativeFunction, native_function

from ..objects.suggestions import nearest

#: The texts that host functions of ours point at.
TEXTS: list = []
ABSENT = object()
NEW_TEXT = sys.version_info >= (3, 13)


def host_module(name: str) -> object:
    """A module of the host's, imported."""
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


@cython.cfunc
def new_function(name: str, meth: cython.p_void, flags: cython.int, module: str, bound: object) -> NativeFunction:
    text: bytes = name.encode()
    TEXTS.append(text)
    return native_function(cg_new_function(text, meth, flags, cython.NULL, cython.cast(Ref, bound)), name, module)


def define_plain(function, name, module):
    """A native of a `def` of ours, whose host function gets the guest's name for complaints about arguments."""
    raw: Ref = cython.cast(Ref, function)
    flags: cython.int = cg_function_flags(raw)
    return new_function(name, cg_function_pointer(raw), flags, module, function.__self__)


def one(name, function, module, bound=None):
    return new_function(name, cython.cast(cython.p_void, function), METH_O, module, bound)


def fast(name, function, module, bound=None):
    return new_function(name, cython.cast(cython.p_void, function), METH_FASTCALL, module, bound)


def fast_kw(name, function, module, bound=None):
    return new_function(name, cython.cast(cython.p_void, function), METH_FASTCALL | METH_KEYWORDS, module, bound)


def host_functions(module, names):
    """Functions of a host module that are safe as they are, by name; those that this host lacks are left out."""
    source: object = host_module(module)
    found: dict = {}
    for name in names.split():
        if hasattr(source, name):
            found[name] = native_function(getattr(source, name), name, module)
    return found


def arity(name, n, low, high):
    """The count of positional arguments; high -1: any."""
    if n >= low and (n <= high or high < 0):
        return 0
    bound: cython.Py_ssize_t = low if n < low else high
    how: str = "" if low == high else "at least " if n < low else "at most "
    raise TypeError(f"{name} expected {how}{bound} argument{'' if bound == 1 else 's'}, got {n}")


def positional(name, args, kwargs, low, high):
    """A constructor that takes only positional arguments."""
    no_keywords(name, kwargs)
    return arity(name, len(args), low, high)


def no_keywords(name, kwargs):
    if kwargs:
        raise TypeError(f"{name}() takes no keyword arguments")
    return 0


#: Containers whose text is being made, which may hold themselves.
_busy = cython.declare(list, [])


def repr_enter(value):
    for each in _busy:
        if each is value:
            return False
    check_c_stack()
    _busy.append(value)
    return True


def repr_leave():
    _busy.pop()
    return 0


class Keywords:
    def __init__(self, name: str, names: str, required: int = 0, posonly: int = 0, maxpos: int = -1) -> None:
        self.name = name
        self.names = tuple(sys.intern(part) for part in names.split())
        self.count = len(self.names)
        self.posonly = posonly
        self.required = required
        self.maxpos = self.count if maxpos < 0 else maxpos

    def parse(self, args, n, kwnames, out):
        i: cython.Py_ssize_t
        j: cython.Py_ssize_t
        nkw: cython.Py_ssize_t = 0 if kwnames == cython.NULL else PyTuple_GET_SIZE(kwnames)
        if n + nkw > self.count or n > self.maxpos or n < min(self.posonly, self.required):
            self.wrong_count(n, nkw)
        for i in range(self.count):
            out[i] = args[i] if i < n else cython.NULL
        found: cython.Py_ssize_t = 0
        for j in range(nkw):
            key: object = cython.cast(object, PyTuple_GET_ITEM(kwnames, j))
            for i in range(self.posonly, self.count):
                if key == self.names[i]:
                    if i < n:
                        self.missing(n, out)
                        raise TypeError(f"argument for {self.name}() given by name ('{key}') and position ({i + 1})")
                    out[i] = args[n + j]
                    found += 1
                    break
        self.missing(n, out)
        if found < nkw:
            for j in range(nkw):
                key = cython.cast(object, PyTuple_GET_ITEM(kwnames, j))
                if key not in self.names[self.posonly:]:
                    self.unexpected(key)
        return 0

    def missing(self, n, out):
        i: cython.Py_ssize_t
        for i in range(n, self.required):
            if out[i] == cython.NULL:
                raise TypeError(f"{self.name}() missing required argument '{self.names[i]}' (pos {i + 1})")
        return 0

    def unexpected(self, key) -> None:
        if NEW_TEXT:
            meant = nearest(str(key), list(self.names[self.posonly:]))
            raise TypeError(f"{self.name}() got an unexpected keyword argument '{key}'"
                            + (f". Did you mean '{meant}'?" if meant is not None else ""))
        raise TypeError(f"'{key}' is an invalid keyword argument for {self.name}()")

    def wrong_count(self, n: int, nkw: int) -> None:
        least = min(self.posonly, self.required)
        if n + nkw > self.count:
            kind = "keyword " if n == 0 else ""
            how, bound, given = "at most", self.count, n + nkw
        elif n > self.maxpos:
            if self.maxpos == 0:
                raise TypeError(f"{self.name}() takes no positional arguments")
            kind, bound, given = "positional ", self.maxpos, n
            how = "at most" if self.required < self.maxpos else "exactly"
        else:
            kind, how, bound, given = "positional ", "at least" if least < self.maxpos else "exactly", least, n
        raise TypeError(f"{self.name}() takes {how} {bound} {kind}argument{'' if bound == 1 else 's'} ({given} given)")

    def unpack(self, args, kwargs):
        i: cython.Py_ssize_t
        n: cython.Py_ssize_t = len(args)
        nkw: cython.Py_ssize_t = len(kwargs) if kwargs else 0
        if n + nkw > self.count or n > self.maxpos or n < min(self.posonly, self.required):
            self.wrong_count(n, nkw)
        out: list = list(args) + [ABSENT] * (self.count - n)
        for i in range(self.posonly, self.count):
            if nkw and self.names[i] in kwargs:
                if i < n:
                    raise TypeError(
                        f"argument for {self.name}() given by name ('{self.names[i]}') and position ({i + 1})")
                out[i] = kwargs[self.names[i]]
                nkw -= 1
            elif i >= n and i < self.required:
                raise TypeError(f"{self.name}() missing required argument '{self.names[i]}' (pos {i + 1})")
        if nkw:
            for key in kwargs:
                if key not in self.names[self.posonly:]:
                    self.unexpected(key)
        return out


class NativeModule:
    """What the guest finds in a native module: each machine gets a copy of `contents`."""

    def __init__(self, name: str, contents: dict, doc: object = None, setup: object = None) -> None:
        self.name = name
        self.contents = contents
        self.doc = doc if doc is not None else getattr(sys.modules.get(name), "__doc__", None)
        self.setup = setup
