"""What weakref builds on (`_weakref`): references and proxies over host weak references to the guest's objects.

Without a callback an object has one reference, which is made once. A callback runs only in the machine that made its
reference, and only while that machine may run guest code; what it raises goes to sys.unraisablehook.
"""

import _weakref as host
import weakref

import cython
from cython.cimports.callgate.core.attributes import delattr_, getattr_, setattr_
from cython.cimports.callgate.core.call import call1, call_special, is_callable, object_call
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.object import TF_WEAKREF, Type, object_finalize, report_unraisable
from cython.cimports.callgate.core.operators import (
    absolute, binary_op, compare_op, contains, delete_subscript, divmod_, get_iter, hash_, index, iter_next, length,
    set_subscript, str_, subscript, truth, unary_op,
)
from cython.cimports.callgate.core.state import birth, current_world, finalized, in_collector, may_finalize, put_off, stop_later, waits
from cython.cimports.callgate.core.type import lookup_special, type_name, type_of
from cython.cimports.callgate.interpreter.settling import set_notify
from cython.cimports.callgate.interpreter.vm import current_vm
from cython.cimports.callgate.modules.define import NativeModule, arg, arity, define_plain, fast

from callgate.core.errors import Trap
from callgate.core.type import native_type
from callgate.objects.genericalias import class_getitem

EQUAL = cython.declare(cython.int, 2)
NOT_EQUAL = cython.declare(cython.int, 5)
#: Every live reference of the guest's, by the id of its host reference, which it keeps alive.
_all = cython.declare(object, weakref.WeakValueDictionary())
#: Proxies without a callback, of which an object has one, by the id of the object.
_proxies = cython.declare(object, weakref.WeakValueDictionary())
CONTENTS: dict = {}


class Reference:
    def __del__(self):
        if self.born:
            if waits(cython.cast(Ref, self), self.vm.state.world, self.born):
                return
            if self.vm.state.world == current_world():  # else the machine that runs has not counted it
                finalized(self.born, True)
            self.born = 0
        object_finalize(cython.cast(Ref, self))


class Proxy:
    pass


def referent(self):
    return self.target()


@cython.cfunc
def notifier(self: Reference) -> object:
    """What the host calls when the object is gone; it does not keep the reference alive."""
    own = weakref.ref(self)

    def gone(target):
        found = own()
        if found is not None:
            notify(found)

    return gone


@cython.cfunc
def notify(self: Reference) -> object:
    if self.callback is None:
        return None
    if in_collector():
        self.due = True
        put_off(cython.cast(Ref, self), self.vm.state.world, self.born)
        return None
    return call_back(self)


@cython.cfunc
@cython.exceptval(-1, check=False)
def settle(reference: object) -> cython.int:
    self: Reference = reference
    if self.due:
        self.due = False
        call_back(self)
    return 0


set_notify(Reference, settle)


@cython.cfunc
def call_back(self: Reference) -> object:
    finalized(self.born, True)
    self.born = 0
    if self.callback is None or not may_finalize(self.vm.state.world):
        return None
    callback: object = self.callback
    self.callback = None
    try:
        try:
            call1(callback, self)
        except Exception as error:
            report_unraisable(error, callback)
    except Trap as trap:            # of the callback, or of the report, which prints
        stop_later(trap)
    return None


@cython.cfunc
def make(cls: Type, obj: object, callback: object, proxy: cython.bint) -> Reference:
    kind: Type = type_of(obj)
    if not kind.flags & TF_WEAKREF:
        raise TypeError(f"cannot create weak reference to '{type_name(obj)}' object")
    if callback is None and not proxy and cls is REFERENCE:
        try:
            plain: object = weakref.ref(obj)
        except TypeError:
            raise TypeError(f"cannot create weak reference to '{type_name(obj)}' object") from None
        known: object = _all.get(id(plain))
        if known is not None:
            return known
    if callback is None and proxy:
        known = _proxies.get(id(obj))
        if known is not None and cython.cast(Reference, known).target() is obj:
            return known
    made: Reference = Proxy.__new__(Proxy) if proxy else Reference.__new__(Reference)
    made.type = cls
    made.callback = callback
    made.vm = current_vm()
    if callback is not None:
        made.born = birth(True)
    try:
        # only the host's plain reference is one per object: any other kind gets a reference of its own
        shared: cython.bint = callback is None and not proxy and cls is REFERENCE
        made.target = weakref.ref(obj) if shared else weakref.ref(obj, notifier(made))
    except TypeError:
        raise TypeError(f"cannot create weak reference to '{type_name(obj)}' object") from None
    _all[id(made.target)] = made
    if callback is None and proxy:
        _proxies[id(obj)] = made
    return made


# === references ===
def new_reference(cls, /, *args, **kwargs):
    if not 1 <= len(args) <= 2:
        how = "at least 1 argument" if not args else "at most 2 arguments"
        raise TypeError(f"__new__ expected {how}, got {len(args)}")
    return make(cls, args[0], args[1] if len(args) == 2 else None, False)


def init_reference(self, /, *args, **kwargs):
    if kwargs:
        raise TypeError("ref() takes no keyword arguments")


def call_reference(self: Reference, /, *args, **kwargs):
    if kwargs:
        raise TypeError("weakref() takes no keyword arguments")
    if args:
        raise TypeError(f"weakref expected 0 arguments, got {len(args)}")
    return self.target()


def hash_reference(self: Reference):
    if not self.has_hash:
        obj: object = self.target()
        if obj is None:
            raise TypeError("weak object has gone away")
        self.hashed = hash_(obj)
        self.has_hash = True
    return self.hashed


@cython.cfunc
def compare(mask: cython.int, self: Reference, other: object) -> object:
    if not isinstance(other, Reference):
        return NotImplemented
    mine: object = self.target()
    its: object = cython.cast(Reference, other).target()
    if mine is None or its is None:
        return (self is other) == (mask == EQUAL)
    return compare_op(mask, mine, its)


def equal(self, other, /):
    return compare(EQUAL, self, other)


def not_equal(self, other, /):
    return compare(NOT_EQUAL, self, other)


@cython.cfunc
def at(value: object) -> str:
    return f"0x{cython.cast(cython.size_t, cython.cast(Ref, value)):x}"


def show_reference(self: Reference):
    obj: object = self.target()
    if obj is None:
        return f"<weakref at {at(self)}; dead>"
    name = getattr(obj, "__name__", None)
    named = f" ({name})" if isinstance(name, str) else ""
    return f"<weakref at {at(self)}; to '{type_name(obj)}' at {at(obj)}{named}>"


def get_callback(self: Reference):
    return self.callback


REFERENCE = cython.declare(Type, native_type(
    "ReferenceType", Reference, module="weakref", doc=weakref.ref.__doc__, new=new_reference, init=init_reference,
    basetype=True, weakref=False, getters={"__callback__": get_callback}, functions={
        "__call__": call_reference, "__hash__": hash_reference, "__eq__": equal, "__ne__": not_equal,
        "__repr__": show_reference, "__class_getitem__": classmethod(class_getitem)}))


# === proxies ===
@cython.cfunc
def live(self: object) -> object:
    obj: object = cython.cast(Reference, self).target()
    if obj is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return obj


@cython.cfunc
def plain(value: object) -> object:
    return live(value) if isinstance(value, Proxy) else value


def binary(which, swapped=False):
    def operator(self, other, /):
        a, b = live(self), plain(other)
        return binary_op(which, b, a) if swapped else binary_op(which, a, b)
    return operator


def comparison(mask):
    def operator(self, other, /):
        return compare_op(mask, live(self), plain(other))
    return operator


def unary(which):
    def operator(self, /):
        return unary_op(which, live(self))
    return operator


def special(name):
    def method(self, /, *args):
        return call_special(live(self), name, args)
    return method


def proxy_getattribute(self, name, /):
    return getattr_(live(self), name)


def proxy_setattr(self, name, value, /):
    setattr_(live(self), name, value)


def proxy_delattr(self, name, /):
    delattr_(live(self), name)


def proxy_str(self, /):
    return str_(live(self))


def proxy_repr(self: Proxy, /):
    obj: object = self.target()
    return f"<weakproxy at {at(self)} to {'NoneType' if obj is None else type_name(obj)} at {at(obj)}>"


def proxy_bool(self, /):
    return truth(live(self))


def proxy_len(self, /):
    return length(live(self))


def proxy_getitem(self, key, /):
    return subscript(live(self), key)


def proxy_setitem(self, key, value, /):
    set_subscript(live(self), key, value)


def proxy_delitem(self, key, /):
    delete_subscript(live(self), key)


def proxy_contains(self, item, /):
    return contains(live(self), item)


def proxy_iter(self, /):
    return get_iter(live(self))


def proxy_next(self, /):
    obj: object = live(self)
    if lookup_special(obj, "__next__") is None:
        raise TypeError(f"Weakref proxy referenced a non-iterator '{type_name(obj)}' object")
    return iter_next(obj)


def proxy_abs(self, /):
    return absolute(live(self))


def proxy_index(self, /):
    return index(live(self))


def proxy_divmod(self, other, /):
    return divmod_(live(self), plain(other))


def proxy_call(self, /, *args, **kwargs):
    return object_call(live(self), args, kwargs or None)


OPERATORS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "matmul")
PROXY_FUNCTIONS = {
    "__getattribute__": proxy_getattribute, "__setattr__": proxy_setattr, "__delattr__": proxy_delattr,
    "__str__": proxy_str, "__repr__": proxy_repr, "__bool__": proxy_bool, "__len__": proxy_len, "__abs__": proxy_abs,
    "__getitem__": proxy_getitem, "__setitem__": proxy_setitem, "__delitem__": proxy_delitem, "__iter__": proxy_iter,
    "__contains__": proxy_contains, "__next__": proxy_next, "__index__": proxy_index, "__divmod__": proxy_divmod,
    "__neg__": unary(0), "__pos__": unary(2), "__invert__": unary(3),
    **{f"__{name}__": special(f"__{name}__") for name in ("int", "float", "bytes", "reversed")},
    **{f"__{name}__": binary(i) for i, name in enumerate(OPERATORS)},
    **{f"__r{name}__": binary(i, True) for i, name in enumerate(OPERATORS)},
    **{f"__i{name}__": binary(i + 16) for i, name in enumerate(OPERATORS)},
    **{f"__{name}__": comparison(mask + 1) for mask, name in enumerate(("lt", "eq", "le", "gt", "ne", "ge"))},
}
PROXY = native_type("ProxyType", Proxy, module="weakref", functions=PROXY_FUNCTIONS, values={"__hash__": None})
CALLABLE_PROXY = native_type(
    "CallableProxyType", Proxy, module="weakref", functions={**PROXY_FUNCTIONS, "__call__": proxy_call},
    values={"__hash__": None})


@cython.cfunc
def proxy_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("proxy", n, 1, 2)
    obj: object = arg(args, 0)
    cls: Type = CALLABLE_PROXY if is_callable(obj) else PROXY
    return make(cls, obj, arg(args, 1) if n == 2 else None, True)


# === the module ===
@cython.cfunc
def references_to(obj: object) -> list:
    found: list = [_all.get(id(each)) for each in host.getweakrefs(obj)]
    return [each for each in found if each is not None]


def getweakrefcount(obj, /):
    return len(references_to(obj))


def getweakrefs(obj, /):
    return references_to(obj)


@cython.cfunc
def remove_dead_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("_remove_dead_weakref", n, 2, 2)
    table: object = arg(args, 0)
    found: object = dict.get(table, arg(args, 1))
    if isinstance(found, Reference) and cython.cast(Reference, found).target() is None:
        dict.pop(table, arg(args, 1), None)
    return None


CONTENTS.update(
    ref=REFERENCE, ReferenceType=REFERENCE, ProxyType=PROXY, CallableProxyType=CALLABLE_PROXY,
    proxy=fast("proxy", proxy_fast, "_weakref"),
    getweakrefcount=define_plain(getweakrefcount, "getweakrefcount", "_weakref"),
    getweakrefs=define_plain(getweakrefs, "getweakrefs", "_weakref"),
    _remove_dead_weakref=fast("_remove_dead_weakref", remove_dead_fast, "_weakref"),
)
MODULE = NativeModule("_weakref", CONTENTS)
