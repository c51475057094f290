"""Exported host classes: the guest's type for each. It has what was named, and nothing else of the class.

The types are made once per process, like those of builtin values, and hold no state of a machine: an instance knows its
machine, constructors and static methods ask for the running one.
"""

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.interpreter.crossing import Bridge, HostInstance
from cython.cimports.callgate.interpreter.hostcall import argument_to_host, call_host, fail, succeed
from cython.cimports.callgate.interpreter.vm import current_vm
from cython.cimports.cpython.time import monotonic

from callgate.core.type import native_type

#: (host class, names) -> Type
TYPES: dict = {}


def export_type(cls: type, names: tuple) -> Type:
    """The guest's type for a host class of which ``names`` are exported."""
    found = TYPES.get((cls, names))
    if found is None:
        found = TYPES[cls, names] = make_type(cls, names)
    return found


@cython.cfunc
def make_type(cls: type, names: tuple) -> object:
    functions: dict = {}
    getters: dict = {}
    for name in names:
        raw = own_attribute(cls, name)
        if isinstance(raw, (staticmethod, classmethod)):
            functions[name] = staticmethod(new_part(Static, cls, name))
        elif callable(raw) and not isinstance(raw, type):
            functions[name] = new_part(Method, cls, name)
        else:
            getters[name] = (new_part(Getter, cls, name), new_part(Setter, cls, name), None)
    return native_type(
        cls.__name__, HostInstance, functions=functions, getters=getters, new=new_part(Constructor, cls, None))


@cython.cfunc
def own_attribute(cls: type, name: str) -> object:
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


@cython.cfunc
def new_part(kind: object, cls: type, name: object) -> object:
    part: Part = kind.__new__(kind)
    part.cls = cls
    part.name = name
    part.shown = cls.__name__ if name is None else f"{cls.__name__}.{name}"
    return part


@cython.cfunc
def running_bridge() -> Bridge:
    return current_vm().host.bridge


@cython.cfunc
def own_instance(part: Part, value: object) -> HostInstance:
    """`self` of a method or attribute, checked: the guest may call a descriptor with anything."""
    if not isinstance(value, HostInstance) or type(cython.cast(HostInstance, value).host) is not part.cls:
        raise TypeError(f"descriptor '{part.name}' for '{part.cls.__name__}' objects doesn't apply to this object")
    return value


class Part:
    """One thing of an exported class that the guest may use: what the guest's descriptor for it calls."""


class Constructor(Part):
    def __call__(self, cls: Type, *args, **kwargs):
        bridge: Bridge = running_bridge()
        return call_host(bridge, self.shown, self.cls, None, list(args), kwargs)


class Method(Part):
    def __call__(self, *args, **kwargs):
        values: list = list(args)
        if not values:
            raise TypeError(f"unbound method {self.shown}() needs an argument")
        instance: HostInstance = own_instance(self, values[0])
        if self.name == "__iter__":     # an iterator of the host, which the guest may have in a wrapping
            return call_host(instance.bridge, self.shown, instance.bridge.iterate, None, values, kwargs)
        return call_host(instance.bridge, self.shown, instance.host, self.name, values[1:], kwargs)


class Static(Part):
    def __call__(self, *args, **kwargs):
        return call_host(running_bridge(), self.shown, self.cls, self.name, list(args), kwargs)


class Getter(Part):
    def __call__(self, value):
        instance: HostInstance = own_instance(self, value)
        bridge: Bridge = instance.bridge
        before: cython.double = monotonic()
        bridge.meter.in_tool += 1
        try:
            result = getattr(instance.host, self.name)
        except BaseException as raised:
            error = raised
        else:
            return succeed(bridge, self.shown, result, before)
        return fail(bridge, self.shown, error, before)


class Setter(Part):
    def __call__(self, value, new):
        instance: HostInstance = own_instance(self, value)
        bridge: Bridge = instance.bridge
        given = argument_to_host(bridge, self.shown, "value", new)
        before: cython.double = monotonic()
        bridge.meter.in_tool += 1
        try:
            setattr(instance.host, self.name, given)
        except BaseException as raised:
            error = raised
        else:
            return succeed(bridge, self.shown, None, before)
        return fail(bridge, self.shown, error, before)
