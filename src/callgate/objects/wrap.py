"""The descriptors in the namespaces of native types: what core/type.py asks for when such a type is made.

A method of a host class becomes a method_descriptor, a dunder a slot wrapper, and so on; functions of ours in their
place take the same forms. `__new__` and `__init__` of native types are here too.
"""

import cython
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import METH_O, Ref, cg_function_flags
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import (
    AS_ATTRIBUTE, AS_DICT, AS_FIELD, AS_FUNCTION, AS_GETATTRIBUTE, AS_GETTER, AS_MEMBER, AS_NEW, AS_SLOT, AS_WEAKREF,
    full_name, instance_dict, is_subtype, set_wrapper, type_name, type_of)
from cython.cimports.callgate.objects.descriptors import StaticMethod
from cython.cimports.callgate.objects.mappingproxy import new_proxy
from cython.cimports.callgate.objects.native import (
    BUILTIN, CLASS_METHOD, GETSET, MEMBER, METHOD, WRAPPER, GetSet, Member, NativeFunction, native_function,
    native_method, new_native)

from ..core.errors import InternalError
from ..core.roots import del_dict, get_namespace, object_getattribute, set_dict, set_namespace_view
from ..core.slots import BY_NAME, KINDS

#: what a class of the host documents its __dict__ and __weakref__ by
MODEL = vars(type("Model", (), {}))
HOST_METHOD = cython.declare(object, type(list.append))
HOST_WRAPPER = cython.declare(object, type(list.__len__))


@cython.cclass
class Constructor:
    """`__new__` of a native type, as the guest calls it: checks the class, then makes the instance."""
    owner: Type

    def __call__(self, /, *args, **kwargs):
        owner: Type = self.owner
        name: str = full_name(owner)
        cls: Type
        base: Type
        if not args:
            raise TypeError(f"{name}.__new__(): not enough arguments")
        if not isinstance(args[0], Type):
            raise TypeError(f"{name}.__new__(X): X is not a type object ({type_name(args[0])})")
        cls = args[0]
        if not is_subtype(cls, owner):
            raise TypeError(f"{name}.__new__({full_name(cls)}): {full_name(cls)} is not a subtype of {name}")
        base = cls
        while base is not None and base.flags & TF_HEAP:
            base = base.base
        if base is not None and (
                base.slots.tp_new != owner.slots.tp_new or base.host is bool and owner.host is not bool):
            raise TypeError(f"{name}.__new__({full_name(cls)}) is not safe, use {full_name(base)}.__new__()")
        return owner.slots.tp_new(cls, args[1:], kwargs or None)


@cython.cclass
class Initializer:
    """`__init__` of a native type."""
    owner: Type

    def __call__(self, obj, /, *args, **kwargs):
        self.owner.slots.tp_init(obj, args, kwargs or None)


@cython.cclass
class Arity:
    """A function of ours behind a slot wrapper: the number of arguments is checked as CPython's wrapper does."""
    function: object
    name: str
    least: cython.int
    most: cython.int

    def __call__(self, /, *args, **kwargs):
        n: cython.Py_ssize_t = len(args) - 1
        if kwargs:
            raise TypeError(f"wrapper {self.name}() takes no keyword arguments")
        if n < self.least or n > self.most:
            bound: cython.int = self.least if n < self.least else self.most
            how = "" if self.least == self.most else "at least " if n < self.least else "at most "
            space = " " if self.most > 1 else ""      # as CPython has it: for a name that is not there
            raise TypeError(f"{space}expected {how}{bound} argument{'' if bound == 1 else 's'}, got {n}")
        return self.function(*args)


@cython.cfunc
def with_arity(function: object, name: str) -> object:
    least, most, _ = KINDS[BY_NAME[name].kind]
    if most is None:
        return function
    checked: Arity = Arity.__new__(Arity)
    checked.function = function
    checked.name = name
    checked.least = least
    checked.most = most
    return checked


@cython.cclass
class Alone:
    """A function of ours behind a method that takes nothing but self."""
    function: object
    qualname: str

    def __call__(self, /, obj, *args, **kwargs):
        if kwargs:
            raise TypeError(f"{self.qualname}() takes no keyword arguments")
        if args:
            raise TypeError(f"{self.qualname}() takes no arguments ({len(args)} given)")
        return self.function(obj)


@cython.cfunc
def method_function(function: object, cls: Type, name: str) -> object:
    alone: Alone
    if type(function) is not type(len) or cg_function_flags(cython.cast(Ref, function)) != METH_O:
        return function
    alone = Alone.__new__(Alone)
    alone.function = function
    alone.qualname = f"{cls.qualname}.{name}"
    return alone


@cython.cclass
class FromClass:
    """A class method of a host builtin: of a derived class it makes an instance of that from the builtin's value."""
    descr: object
    owner: Type

    def __call__(self, cls, /, *args, **kwargs):
        value = self.descr.__get__(None, self.owner.host)(*args, **kwargs)
        return value if cls is self.owner else object_call(cls, (value,), None)


@cython.cfunc
def new_static(function: object) -> StaticMethod:
    s: StaticMethod = StaticMethod.__new__(StaticMethod)
    s.func = function
    return s


@cython.cfunc
def static_function(cls: Type, host: object, name: str) -> NativeFunction:
    f: NativeFunction = native_function(host, name, None)
    f.self_ = cls
    f.qualname = f"{cls.qualname}.{name}"
    return f


@cython.cfunc
def new_getset(
    kind: Type, cls: Type, name: str, getter: object, setter: object, deleter: object, doc: object,
) -> GetSet:
    g: GetSet = GetSet.__new__(GetSet)
    g.type = kind
    g.getter = getter
    g.setter = setter
    g.deleter = deleter
    g.name = name
    g.objclass = cls
    g.doc = doc if isinstance(doc, str) else None
    g.owner = cls.layout
    return g


@cython.cfunc
def from_host(cls: Type, name: str, thing: object) -> object:
    """What the guest sees of a host class's method, slot or attribute."""
    f: NativeFunction
    if type(thing) is HOST_METHOD:
        return native_method(thing, cls, name)
    if type(thing) is HOST_WRAPPER:
        return new_native(WRAPPER, thing, name, cls)
    kind: str = type(thing).__name__
    if kind == "cython_function_or_method":
        return native_method(thing, cls, name)
    if kind == "classmethod_descriptor":
        if issubclass(cls.host, Object):
            return class_method(cls, name, thing.__get__(None, cls.host), False)
        through: FromClass = FromClass.__new__(FromClass)
        through.descr = thing
        through.owner = cls
        f = class_method(cls, name, through, True)
        f.doc = thing.__doc__
        f.text_signature = thing.__text_signature__
        return f
    if kind == "staticmethod":
        return new_static(static_function(cls, thing.__func__, name))
    if kind == "classmethod":
        return class_method(cls, name, thing.__func__, True)
    if kind == "getset_descriptor" or kind == "member_descriptor":
        return new_getset(MEMBER if kind == "member_descriptor" else GETSET, cls, name, thing.__get__, thing.__set__,
                          thing.__delete__, thing.__doc__)
    raise InternalError(f"{cls.name}.{name}: a host {kind} cannot be shown to the guest")


@cython.cfunc
def class_method(cls: Type, name: str, host: object, takes_class: cython.bint) -> NativeFunction:
    f: NativeFunction = new_native(CLASS_METHOD, host if takes_class else WithoutClass(host), name, cls)
    return f


class WithoutClass:
    """A class method of a host class of ours, already bound to it."""

    def __init__(self, bound):
        self.bound = bound
        self.__doc__ = bound.__doc__

    def __call__(self, cls, /, *args, **kwargs):
        return self.bound(*args, **kwargs)


def get_dict(obj):
    cls: Type = type_of(obj)
    if cls.flags & TF_METACLASS:        # a class has its own kind of dict, whatever else its metaclass derives from
        return get_namespace(obj)
    if not cls.flags & (TF_MIRROR | TF_INSTANCE) and cython.cast(Object, obj).attrs is not None:
        return cython.cast(Object, obj).attrs       # a module's is no exact dict
    return instance_dict(obj)


def get_weakref(obj):
    return None


@cython.cfunc
def make_descriptor(cls: Type, kind: cython.int, name: str, thing: object) -> object:
    f: NativeFunction
    m: Member
    if kind <= AS_ATTRIBUTE:
        made = from_host(cls, name, thing)
        if kind == AS_SLOT and isinstance(made, NativeFunction) and name in BY_NAME:
            f = made
            if f.type is METHOD:        # a class of ours has it as a method, for speed
                f.type = WRAPPER
                f.host = with_arity(thing, name)
                f.doc = BY_NAME[name].doc
        return made
    if kind == AS_FUNCTION:
        if isinstance(thing, NativeFunction):
            return thing
        if type(thing) is classmethod:
            return class_method(cls, name, thing.__func__, True)
        if type(thing) is staticmethod:
            return new_static(static_function(cls, thing.__func__, name))
        if name in BY_NAME:
            return new_native(WRAPPER, with_arity(thing, name), name, cls)
        return new_native(METHOD, method_function(thing, cls, name), name, cls)
    if kind <= AS_FIELD:
        getter, setter, deleter = thing if type(thing) is tuple else (thing, None, None)
        return new_getset(GETSET if kind == AS_GETTER else MEMBER, cls, name, getter, setter, deleter, None)
    if kind == AS_MEMBER:
        m = Member.__new__(Member)
        m.name = name
        m.slot = thing
        m.objclass = cls
        return m
    if kind == AS_DICT:
        return new_getset(GETSET, cls, name, get_dict, set_dict, del_dict,
                          MODEL["__dict__"].__doc__)
    if kind == AS_WEAKREF:
        return new_getset(GETSET, cls, name, get_weakref, None, None,
                          MODEL["__weakref__"].__doc__)
    if kind == AS_NEW:
        maker: Constructor = Constructor.__new__(Constructor)
        maker.owner = cls
        f = new_native(BUILTIN, maker, name, None)
        f.self_ = cls
        f.doc = BY_NAME[name].doc
        f.text_signature = "($type, *args, **kwargs)"
        return f
    if kind == AS_GETATTRIBUTE:
        return new_native(WRAPPER, with_arity(object_getattribute, name), name, cls)
    starter: Initializer = Initializer.__new__(Initializer)         # AS_INIT
    starter.owner = cls
    return new_native(WRAPPER, starter, name, cls)


def namespace_view(namespace: dict):
    return new_proxy(namespace)


set_wrapper(make_descriptor)
set_namespace_view(namespace_view)
