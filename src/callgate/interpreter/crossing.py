"""What crosses between host and guest: plain data, copied deeply; handles of guest objects; what is exported.

No host object reaches the guest except through `to_guest`, no guest object the host except through `to_host`. Both are
iterative, run no code of either side, keep what is shared within one value shared, and refuse a value that contains
itself, or is more than a million items bigger when written out because of what it shares.
"""

from _weakref import ref

import cython
from cython.cimports.callgate.core.call import is_callable
from cython.cimports.callgate.core.capi import (
    Py_None, Py_TYPE, PyBool_Type, PyFloat_Type, PyLong_Type, PyUnicode_Type, Ref,
)
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import str_
from cython.cimports.callgate.core.state import charge, charge_memory, enter, leave
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.interpreter.meter import Meter
from cython.cimports.callgate.interpreter.settling import unsettled
from cython.cimports.callgate.interpreter.vm import VM, call_guest
from cython.cimports.callgate.objects.exception import ExceptionObject, to_guest_exception
from cython.cimports.callgate.objects.function import BoundMethod, Function
from cython.cimports.callgate.objects.namespace import Module, Namespace
from cython.cimports.callgate.objects.native import NativeFunction
from cython.cimports.cpython.pythread import PyThread_get_thread_ident

#: immutable types whose values stand for themselves on both sides
SCALARS = frozenset({
    type(None), bool, int, float, complex, str, bytes, range, type(Ellipsis), type(NotImplemented),
})
OPEN = object()
DEEPEST = cython.declare(cython.Py_ssize_t, 500)      # levels of what leaves the guest: the host's own repr() and comparison recurse
MAX_SHARED = cython.declare(cython.longlong, 1_000_000)
LIST = cython.declare(cython.int, 1)
TUPLE = cython.declare(cython.int, 2)
DICT = cython.declare(cython.int, 3)
SET = cython.declare(cython.int, 4)
FROZENSET = cython.declare(cython.int, 5)
BYTEARRAY = cython.declare(cython.int, 6)


class Bridge:
    """All that a crossing needs to know of one machine. Made by host/machine.py."""

    def __init__(self, vm: VM, meter: Meter):
        self.vm = vm
        self.meter = meter
        self.tools = []
        self.counts = {}
        self.exports = {}
        self.instances = {}

    def to_host(self, value):
        """A guest value as plain data and handles. ValueError: it contains itself, or is too big written out."""
        return value_to_host(self, value)

    def to_guest(self, value):
        """Host data as a guest value. TypeError: no plain data. ValueError: as `to_host`."""
        return value_to_guest(self, value)

    def handle(self, value):
        """A handle, also of a value that is plain data."""
        return new_handle(self, value)

    def describe(self, raised: ExceptionObject):
        """A guest exception as (class name, text, args as plain data, native fields). Runs the guest's `__str__`."""
        try:
            text = str_(raised)
        except Exception:
            text = "<exception str() failed>"
        data: list = []
        for value in raised.args:
            try:
                data.append(value_to_host(self, value))
            except ValueError as error:
                data.append(f"<{error}>")
        return type_name(raised), text, tuple(data), dict(raised.extra) if raised.extra is not None else {}

    def enter(self):
        """Count the calling thread in; False when another thread is inside."""
        return begin(self) == 1

    def leave(self):
        end(self)

    def charge(self, units: cython.longlong):
        """Count work that the host does for the running guest; free outside of a run."""
        charge(units)

    def available(self):
        """Whether the calling thread may enter."""
        return self.owner == 0 or self.owner == PyThread_get_thread_ident()

    def inside(self, function, *args):
        """Call a host function that may run guest code, as part of this machine's run."""
        previous = enter(cython.address(self.vm.state))
        try:
            return function(*args)
        finally:
            leave(previous)

    def call(self, value, args: tuple, kwargs: dict):
        """Call a guest value with host data, from the host."""
        return call_from_host(self, value, args, kwargs)


@cython.cfunc
@cython.exceptval(-1, check=False)
def begin(bridge: Bridge) -> cython.int:
    me: cython.ulong = PyThread_get_thread_ident()
    if bridge.owner != me:
        if bridge.owner:
            return 0
        bridge.owner = me
    bridge.entries += 1
    return 1


@cython.cfunc
@cython.exceptval(-1, check=False)
def end(bridge: Bridge) -> cython.int:
    bridge.entries -= 1
    if bridge.entries == 0:
        bridge.owner = 0
    return 0


def guest_exception(error):
    """The guest's exception for one of the host that natives raised."""
    return to_guest_exception(error)


class Handle:
    """A guest value in the host's hands. Only its machine can do anything with it."""

    def __init__(self):
        raise TypeError(f"cannot create '{type(self).__name__}' instances")

    @property
    def type_name(self) -> str:
        """Name of the guest object's class."""
        return type_name(self.value)

    def __eq__(self, other):
        if not isinstance(other, Handle):
            return NotImplemented
        return self.value is cython.cast(Handle, other).value

    def __hash__(self):
        return hash(cython.cast(cython.Py_ssize_t, cython.cast(Ref, self.value)) >> 4)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object: it lives in its machine")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class CallableHandle(Handle):
    """A handle that the host may call."""

    def __call__(self, *args, **kwargs):
        return call_from_host(self.bridge, self.value, args, kwargs)

    @property
    def name(self):
        """Name of the function or class; None when the object has none of its own."""
        return name_of(self.value)


class HostInstance:
    """Stands in the guest for an instance of an exported class."""


@cython.cfunc
def name_of(value: object) -> object:
    if isinstance(value, BoundMethod):
        value = cython.cast(BoundMethod, value).func
    if isinstance(value, Function):
        return cython.cast(Function, value).name
    if isinstance(value, NativeFunction):
        return cython.cast(NativeFunction, value).name
    if isinstance(value, Type):
        return cython.cast(Type, value).name
    return None


@cython.cfunc
def new_handle(bridge: Bridge, value: object) -> object:
    callable_: cython.bint
    if isinstance(value, Module):       # asking its __getattr__ would run guest code
        callable_ = "__call__" in cython.cast(Module, value).namespace
    else:
        callable_ = is_callable(value)
    cls = bridge.function_handle if callable_ else bridge.object_handle
    handle: Handle = cls.__new__(cls)
    handle.bridge = bridge
    handle.value = value
    return handle


@cython.cfunc
def call_from_host(bridge: Bridge, value: object, args: tuple, kwargs: dict) -> object:
    """Host calls guest: the outermost call is a run of its own, any other is part of the run it is in."""
    if begin(bridge) == 0:
        raise bridge.machine._busy()
    try:
        given: tuple = arguments_to_guest(bridge, value, args)
        named: dict = keywords_to_guest(bridge, value, kwargs) if kwargs else None
        outermost: cython.bint = bridge.entries == 1
        if outermost:
            bridge.machine._begin()
        elif bridge.meter.stopped is not None:
            raise bridge.machine._explain(bridge.meter.stopped)
        result = failure = None
        try:
            try:
                result = value_to_host(bridge, call_guest(bridge.vm, value, given, named))
            except BaseException as error:
                failure = bridge.machine._explain(error)
            if outermost and unsettled(bridge.vm):
                failure = bridge.machine._settle(failure)
            if failure is not None:
                result = None
                raise failure
            return result
        finally:
            if outermost:
                bridge.machine._finish(result)
    finally:
        end(bridge)


@cython.cfunc
def arguments_to_guest(bridge: Bridge, function: object, args: tuple) -> tuple:
    i: cython.Py_ssize_t
    given = list(args)
    for i in range(len(given)):
        if not is_scalar(cython.cast(Ref, given[i])):
            try:
                given[i] = value_to_guest(bridge, given[i])
            except (TypeError, ValueError) as error:
                raise type(error)(f"argument {i + 1} of {name_of(function) or 'the call'}(): {error}") from None
    return tuple(given)


@cython.cfunc
def keywords_to_guest(bridge: Bridge, function: object, kwargs: dict) -> dict:
    given: dict = {}
    for name, value in kwargs.items():
        try:
            given[name] = value_to_guest(bridge, value)
        except (TypeError, ValueError) as error:
            raise type(error)(f"argument {name} of {name_of(function) or 'the call'}(): {error}") from None
    return given


# === conversion


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_scalar(value: Ref) -> cython.bint:
    cls = Py_TYPE(value)
    if cls == cython.address(PyLong_Type) or cls == cython.address(PyUnicode_Type):
        return True
    if cls == cython.address(PyFloat_Type) or cls == cython.address(PyBool_Type) or value == Py_None:
        return True
    return type(cython.cast(object, value)) in SCALARS


@cython.cfunc
@cython.exceptval(check=False)
def container_kind(value: object) -> cython.int:
    cls = type(value)
    if cls is list:
        return LIST
    if cls is dict or cls is Namespace:
        return DICT
    if cls is tuple:
        return TUPLE
    if cls is set:
        return SET
    if cls is frozenset:
        return FROZENSET
    if cls is bytearray:
        return BYTEARRAY
    return 0


@cython.cfunc
def value_to_host(bridge: Bridge, value: object) -> object:
    if is_scalar(cython.cast(Ref, value)):
        return value
    if container_kind(value):
        return copy(bridge, value, True)
    return leaf_to_host(bridge, value)


@cython.cfunc
def value_to_guest(bridge: Bridge, value: object) -> object:
    if is_scalar(cython.cast(Ref, value)):
        if type(value) is str or type(value) is bytes:
            charge_memory(len(value))
        return value
    if container_kind(value):
        return copy(bridge, value, False)
    return leaf_to_guest(bridge, value)


@cython.cfunc
def leaf_to_host(bridge: Bridge, value: object) -> object:
    if isinstance(value, HostInstance):
        return cython.cast(HostInstance, value).host
    if isinstance(value, Type):
        for cls, exported in bridge.exports.items():
            if exported is value:
                return cls
    return new_handle(bridge, value)


@cython.cfunc
def leaf_to_guest(bridge: Bridge, value: object) -> object:
    if isinstance(value, Handle):
        if cython.cast(Handle, value).bridge is not bridge:
            raise TypeError(f"{value!r} belongs to another machine")
        return cython.cast(Handle, value).value
    cls = type(value)
    exported = exported_type(bridge, cls)
    if exported is not None:
        found = bridge.instances.get(id(value))
        if found is not None:
            found = found()
        if found is not None:
            return found
        return new_host_instance(bridge, exported, value)
    if isinstance(value, type):
        exported = exported_type(bridge, value)
        if exported is not None:
            return exported
        raise TypeError(f"the class {value.__qualname__} is not plain data; export it with callgate.export()")
    for base in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset):
        if isinstance(value, base):
            raise TypeError(f"{article(cls.__qualname__)} is not plain data; convert it with {base.__name__}()")
    raise TypeError(f"{article(cls.__qualname__)} is not plain data; export its class with callgate.export()")


def new_host_instance(bridge, cls, host):
    instance: HostInstance = HostInstance.__new__(HostInstance)
    instance.type = cls
    instance.bridge = bridge
    instance.host = host
    remember(bridge.instances, id(host), instance)
    return instance


def remember(instances: dict, key, instance):
    """Keep a weak reference under the key, as long as there is what it refers to."""
    def forget(dead):
        if instances.get(key) is dead:
            del instances[key]
    instances[key] = ref(instance, forget)


@cython.cfunc
def exported_type(bridge: Bridge, cls: object) -> object:
    """The guest's class for an exported host class, or None."""
    found = bridge.exports.get(cls)
    if found is None:
        names = bridge.registry.get(cls)
        if names is None:
            return None
        found = bridge.export_type(cls, names)
        bridge.exports[cls] = found
    return found


@cython.cfunc
def article(name: str) -> str:
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"


@cython.cfunc
def copy(bridge: Bridge, root: object, outward: cython.bint) -> object:
    """Copy a container deeply, without recursion. ``outward``: guest to host."""
    memo: dict = {id(root): OPEN}
    keep: list = [root]             # keeps ids valid when another thread of the host changes the value meanwhile
    shared: cython.longlong = 0     # items that are there twice or more when the value is written out
    weight: cython.longlong = 0     # bytes
    kind: cython.int
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t
    level: Level = new_level(root)
    levels: list = []               # those that wait for one of their items, which `index` points at
    while True:
        items: list = level.items
        n = len(items)
        i = level.index
        while i < n:
            value = items[i]
            if is_scalar(cython.cast(Ref, value)):
                if type(value) is str or type(value) is bytes:
                    weight += len(value)
                i += 1
                continue
            kind = container_kind(value)
            if kind == 0:
                items[i] = leaf_to_host(bridge, value) if outward else leaf_to_guest(bridge, value)
                i += 1
                continue
            known = memo.get(id(value))
            if known is None:
                if outward and len(levels) == DEEPEST:
                    raise ValueError(f"it is nested more than {DEEPEST} levels deep")
                memo[id(value)] = OPEN
                keep.append(value)
                level.index = i
                levels.append(level)
                level = new_level(value)
                break
            if known is OPEN:
                raise ValueError("it contains itself")
            level.size += known[1]
            shared += known[1]
            if shared > MAX_SHARED:
                raise ValueError("because of what it shares it is more than a million items bigger when written out")
            items[i] = known[0]
            i += 1
        else:
            level.size += n + 1
            weight += 16 * n + 56
            done = build(level)
            if not levels:
                charge(weight >> 4)
                charge_memory(weight)
                return done
            memo[id(level.source)] = (done, level.size)
            outer: Level = levels.pop()
            outer.items[outer.index] = done
            outer.index += 1
            outer.size += level.size
            level = outer


@cython.cclass
class Level:
    """A container that is being copied."""

    source: object
    items: list             # its items (a dict's keys, then its values); copies replace them from the front
    index: cython.Py_ssize_t
    size: cython.longlong   # items when written out


@cython.cfunc
def new_level(source: object) -> object:
    level: Level = Level.__new__(Level)
    kind: cython.int = container_kind(source)
    level.source = source
    if kind == DICT:
        level.items = list(cython.cast(dict, source).keys())
        level.items.extend(cython.cast(dict, source).values())
    elif kind == BYTEARRAY:
        level.items = []
        level.size = len(source) >> 3
    else:
        level.items = list(source)
    return level


@cython.cfunc
def build(level: Level) -> object:
    kind: cython.int = container_kind(level.source)
    items: list = level.items
    half: cython.Py_ssize_t
    if kind == LIST:
        return items
    if kind == TUPLE:
        return tuple(items)
    if kind == DICT:
        half = len(items) // 2
        return dict(zip(items[:half], items[half:]))
    if kind == SET:
        return set(items)
    if kind == FROZENSET:
        return frozenset(items)
    return bytearray(level.source)
