"""The guest's memoryview: an object of ours around a host memoryview, whose memory is that of a bytes or a bytearray.

The host's own view is never handed out; host functions reach the memory through the buffer protocol. Memory that a class of
the guest lends by `__buffer__` is seen by `memoryview`, `bytes` and `bytearray`, and taken back by `release()`, not when the
view is dropped.
"""

import sys

import cython
from cython.cimports.callgate.core.call import call_found1
from cython.cimports.callgate.core.cost import pay_bytes, pay_items
from cython.cimports.callgate.core.capi import CG_PLAIN, Ref
from cython.cimports.callgate.core.object import TF_SEQUENCE, Type
from cython.cimports.callgate.core.operators import get_iter, index
from cython.cimports.callgate.core.type import lookup, type_name, type_of
from cython.cimports.callgate.objects.native import NativeFunction
from cython.cimports.cpython.buffer import Py_buffer, PyObject_CheckBuffer, PyObject_GetBuffer

from callgate.core.type import native_type

HOST = memoryview
LENDS = cython.declare(cython.bint, sys.version_info >= (3, 12))    # buffers are asked for by `__buffer__`
WRITABLE = cython.declare(cython.int, 1)
FULL_READ_ONLY = cython.declare(cython.int, 0x11C)


class MemoryView:
    def __getbuffer__(self, buffer: cython.pointer(Py_buffer), flags: cython.int):
        PyObject_GetBuffer(self.view, buffer, flags)

    def __releasebuffer__(self, buffer: cython.pointer(Py_buffer)):
        pass


def new_view_of(view, exporter):
    made: MemoryView = MemoryView.__new__(MemoryView)
    made.view = view
    made.exporter = exporter
    return made


def new(cls: Type, /, *args, **kwargs):
    if len(args) + len(kwargs) != 1 or kwargs and "object" not in kwargs:
        if not args and not kwargs:
            raise TypeError("memoryview() missing required argument 'object' (pos 1)")
        if len(args) + len(kwargs) > 1:
            raise TypeError(f"memoryview() takes at most 1 {'' if args else 'keyword '}argument ({len(args) + len(kwargs)} given)")
        raise TypeError("memoryview() missing required argument 'object' (pos 1)")
    return view_of(args[0] if args else kwargs["object"])


@cython.cfunc
def view_of(obj: object) -> MemoryView:
    if isinstance(obj, MemoryView):
        its: MemoryView = obj
        return new_view_of(HOST(its.view), its.exporter)
    lent: MemoryView = lent_view(obj)
    if lent is not None:
        return lent
    if not PyObject_CheckBuffer(obj):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type_name(obj)}'")
    return new_view_of(HOST(obj), obj)


# === lending ===
@cython.cfunc
def lent_view(obj: object) -> MemoryView:
    """What an object of the guest lends by a `__buffer__` of its class; None when that has none."""
    if not LENDS or CG_PLAIN(cython.cast(Ref, obj)):
        return None
    found: Ref = lookup(type_of(obj), "__buffer__")
    if found == cython.NULL or isinstance(cython.cast(object, found), NativeFunction):
        return None
    given: object = call_found1(found, obj, FULL_READ_ONLY)
    if not isinstance(given, MemoryView):
        raise TypeError("__buffer__ returned non-memoryview object")
    made: MemoryView = new_view_of(HOST(cython.cast(MemoryView, given).view), obj)
    made.lent = given
    return made


@cython.cfunc
def lent_bytes(obj: object) -> object:
    """A copy of what the object lends; None when it lends nothing."""
    view: MemoryView = lent_view(obj)
    if view is None:
        return None
    made: object = tobytes(view)
    release(view)
    return made


def lend(self, flags, /):
    wanted: object = index(flags)
    if not -1 << 63 <= wanted < 1 << 63:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    if not -1 << 31 <= wanted < 1 << 31:
        raise OverflowError("buffer flags too large")
    made: MemoryView = new_view_of(HOST(host_of(self)), self)
    if wanted & WRITABLE and made.view.readonly:
        raise BufferError("memoryview: underlying buffer is not writable" if isinstance(self, MemoryView) else
                          "Object is not writable.")
    return made


def take_back(self, buffer, /):
    if not isinstance(buffer, MemoryView):
        raise TypeError("expected a memoryview object")
    its: MemoryView = buffer
    if its.exporter is not self:
        raise ValueError("memoryview's buffer is not this object")
    if is_released(its):
        raise ValueError("memoryview's buffer has already been released")
    its.view.release()


def from_flags(cls, *args, **kwargs):
    given: dict = dict(zip(("object", "flags"), args)) | kwargs
    if len(args) > 2 or len(given) != len(args) + len(kwargs) or given.keys() != {"object", "flags"}:
        HOST._from_flags(*args, **kwargs)       # which says what is wrong
    return lend(given["object"], given["flags"])


#: What types that lend have for it; those that can be changed take back, too.
LENDING: dict = {"__buffer__": lend} if LENDS else {}
TAKING: dict = LENDING | ({"__release_buffer__": take_back} if LENDS else {})


@cython.cfunc
def host_of(value: object) -> object:
    return cython.cast(MemoryView, value).view if isinstance(value, MemoryView) else value


# === methods ===
def tobytes(self: MemoryView, /, order="C"):
    pay_bytes(self.view.nbytes)
    return self.view.tobytes(order)


def tolist(self: MemoryView, /):
    pay_bytes(self.view.nbytes * 8)
    return self.view.tolist()


def release(self: MemoryView, /):
    self.view.release()
    if self.lent is None:
        return
    lent: MemoryView = self.lent
    self.lent = None
    found: Ref = lookup(type_of(self.exporter), "__release_buffer__")
    if found != cython.NULL:
        call_found1(found, self.exporter, lent)
    lent.view.release()


def cast(self: MemoryView, /, *args, **kwargs):
    return new_view_of(self.view.cast(*args, **kwargs), self.exporter)


def toreadonly(self: MemoryView, /):
    return new_view_of(self.view.toreadonly(), self.exporter)


def hexed(self: MemoryView, /, *args, **kwargs):
    pay_bytes(self.view.nbytes * 3)
    return self.view.hex(*args, **kwargs)


def enter(self: MemoryView, /):
    self.view.__enter__()
    return self


def leave(self: MemoryView, /, *details):
    release(self)


def getitem(self: MemoryView, key, /):
    found = self.view[key]
    return new_view_of(found, self.exporter) if type(found) is HOST else found


def setitem(self: MemoryView, key, value, /):
    self.view[key] = host_of(value)


def delitem(self: MemoryView, key, /):
    del self.view[key]


def length(self: MemoryView):
    return len(self.view)


@cython.cfunc
def is_released(self: MemoryView) -> cython.bint:
    try:
        self.view.nbytes  # noqa: B018  raises
    except ValueError:
        return True
    return False


def equal(self: MemoryView, other, /):
    if is_released(self) or isinstance(other, MemoryView) and is_released(other):
        return self is other
    if not PyObject_CheckBuffer(other):
        return NotImplemented
    pay_items(self.view.nbytes >> 3)
    return self.view == host_of(other)


def not_equal(self, other, /):
    result = equal(self, other)
    return result if result is NotImplemented else not result


def hashed(self: MemoryView):
    if not is_released(self):       # the host's view knows it when it was asked before
        pay_items(self.view.nbytes >> 3)
    return hash(self.view)


def contains(self: MemoryView, item, /):
    pay_items(len(self.view))
    return item in self.view


def iterate(self: MemoryView):
    return get_iter(tolist(self))


def shown(self: MemoryView):
    try:
        self.view.nbytes  # noqa: B018  raises when the view was released
    except ValueError:
        return f"<released memory at 0x{cython.cast(cython.size_t, cython.cast(Ref, self)):x}>"
    return f"<memory at 0x{cython.cast(cython.size_t, cython.cast(Ref, self)):x}>"


def get_obj(self: MemoryView):
    self.view.nbytes  # noqa: B018
    return self.exporter


def host_attribute(name):
    def get(self: MemoryView):
        return getattr(self.view, name)
    return get


ATTRIBUTES = ("nbytes", "readonly", "itemsize", "format", "ndim", "shape", "strides", "suboffsets", "c_contiguous",
              "f_contiguous", "contiguous")
MEMORYVIEW = native_type(
    "memoryview", MemoryView, doc=HOST.__doc__, new=new, items=True,
    getters={"obj": get_obj, **{name: host_attribute(name) for name in ATTRIBUTES}}, functions={
        "tobytes": tobytes, "tolist": tolist, "release": release, "cast": cast, "toreadonly": toreadonly, "hex": hexed,
        "__enter__": enter, "__exit__": leave, "__getitem__": getitem, "__setitem__": setitem, "__delitem__": delitem,
        "__len__": length, "__eq__": equal, "__ne__": not_equal, "__hash__": hashed, "__contains__": contains,
        "__iter__": iterate, "__repr__": shown, **TAKING,
        **({"_from_flags": classmethod(from_flags)} if LENDS else {})})
cython.cast(Type, MEMORYVIEW).flags |= TF_SEQUENCE
