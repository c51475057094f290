"""Functions that the host implements, in the forms that CPython has for them, and the descriptors of native types.

A NativeFunction is one of: builtin_function_or_method (`len`, `[].append`), method_descriptor (`list.append`),
wrapper_descriptor (`int.__add__`), method-wrapper (`(1).__add__`), classmethod_descriptor (`dict.fromkeys`). `kind` and
`meth` let the loop call the host's C function without packing; the general path calls `host`, which checks the number
and kinds of its arguments itself.

This module gives core/type.py the maker of descriptors for the namespaces of native types.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import attribute_error
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import (
    TYPE, full_name, instance_dict, is_subtype, native_init, type_name, type_of, type_of_raw)
from cython.cimports.callgate.objects.descriptors import StaticMethod
from cython.cimports.callgate.objects.mappingproxy import new_proxy
from cython.cimports.callgate.objects.namespace import Namespace, resync

from ..core.errors import InternalError
from ..core.roots import del_dict, set_dict, set_namespace_view
from ..core.slots import BY_NAME, KINDS
from ..core.type import native_type, set_wrapper
from . import code as code

MISS = object()
_count = cython.declare(cython.int, 0)
HIDDEN = "slot\t"       # where a mirror keeps the members of __slots__ in its host dict


class NativeFunction:
    def __eq__(self, other):
        mine: NativeFunction = self
        its: NativeFunction
        if not isinstance(other, NativeFunction):
            return NotImplemented
        its = other
        if mine is its:
            return True
        return mine.is_bound and its.is_bound and mine.self_ is its.self_ and mine.number == its.number

    def __hash__(self):
        if self.is_bound:
            return CG_HASH_POINTER(cython.cast(cython.p_void, cython.cast(Ref, self.self_))) ^ self.number
        return CG_HASH_POINTER(cython.cast(cython.p_void, cython.cast(Ref, self)))

    def __repr__(self):
        return native_repr(self)


class GetSet:
    pass


class Member:
    pass


# === making them ===
@cython.cfunc
@cython.exceptval(check=False)
def convention(flags: cython.int) -> cython.int:
    """Which of our kinds a host function's flags are; everything unusual is called with a tuple and a dict."""
    flags &= ~(METH_CLASS | METH_STATIC | 0x40)          # 0x40: METH_COEXIST
    if flags == METH_NOARGS:
        return NOARGS
    if flags == METH_O:
        return ONE
    if flags == METH_FASTCALL:
        return FAST
    if flags == METH_FASTCALL | METH_KEYWORDS:
        return FAST_KW
    return PACKED


def new_native(kind, host, name, objclass):
    global _count
    f: NativeFunction = NativeFunction.__new__(NativeFunction)
    f.type = kind
    f.kind = PACKED
    f.host = host
    f.name = sys.intern(name)
    f.qualname = f.name
    _count += 1
    f.number = _count
    if objclass is not None:
        f.objclass = objclass
        f.qualname = f"{objclass.qualname}.{name}"
        f.is_method = True
        f.owner = objclass.layout
    return f


_builtin_host = cython.declare(object, type(len))
_method_host = cython.declare(object, type(list.append))


def native_function(host, name, module):
    f: NativeFunction = new_native(BUILTIN, host, name, None)
    f.module = module
    if type(host) is _builtin_host:
        f.kind = convention(cg_function_flags(cython.cast(Ref, host)))
        f.meth = cg_function_pointer(cython.cast(Ref, host))
        f.mself = cg_function_self(cython.cast(Ref, host))
    return f


def native_method(descr, objclass, name):
    f: NativeFunction = new_native(METHOD, descr, name, objclass)
    if type(descr) is _method_host:
        f.kind = convention(cg_method_flags(cython.cast(Ref, descr)))
        f.meth = cg_method_pointer(cython.cast(Ref, descr))
    return f


def bind_native(f, self_):
    b: NativeFunction = NativeFunction.__new__(NativeFunction)
    b.type = METHOD_WRAPPER if f.type is WRAPPER else BUILTIN
    b.kind = f.kind
    b.special = f.special
    b.number = f.number
    b.meth = f.meth
    b.mself = f.mself
    b.owner = f.owner
    b.host = f.host
    b.self_ = self_
    b.is_bound = True
    b.guest = f.guest
    b.name = f.name
    b.qualname = f.qualname
    b.objclass = f.objclass
    b.doc = f.doc
    b.text_signature = f.text_signature
    return b


def number_of_natives():
    """How many natives have a call count of their own."""
    return _count + 1


# === calls ===
def native_call(f, args, kwargs):
    return call_native(f, args, kwargs)


def call_native(f, args, kwargs):
    result: object
    self_: object = None
    culprit: Ref
    if f.kind == GUEST:
        if f.is_bound:
            args = (f.self_, *args)
        if f.meth != cython.NULL:
            result = f.host(*args) if kwargs is None else f.host(*args, **kwargs)
            if result is not MISS:
                return result
        return object_call(f.guest, args, kwargs)
    if f.is_bound:
        self_ = f.self_
        args = (self_, *args)
    elif f.is_method:
        if f.type is CLASS_METHOD:
            check_class(f, args)
        else:
            check_self(f, args)
        self_ = args[0]
    if f.kind < FAST_KW:
        check_count(f, cython.cast(cython.Py_ssize_t, len(args)) - (1 if f.is_bound or f.is_method else 0), kwargs)
    if f.host is None:
        raise InternalError(f"{f.name} has no general form")
    error: Ref = cython.NULL
    packed: Ref = PyObject_Call(cython.cast(Ref, f.host), cython.cast(Ref, args),
                                cython.NULL if kwargs is None else cython.cast(Ref, kwargs))
    if self_ is not None and type(self_) is Namespace:
        if packed == cython.NULL:
            error = cg_fetch_exception()
        resync(self_)
        if packed == cython.NULL:
            cg_restore_exception(error)
    if packed == cython.NULL:
        for each in args:
            if CG_IS_OBJECT(cython.cast(Ref, each)) or is_mirror(each):
                fix_message(cython.cast(Ref, each))
        reraise()
    result = cython.cast(object, packed)
    DECREF(packed)
    return result


@cython.cfunc
def check_count(f: NativeFunction, n: cython.Py_ssize_t, kwargs: object) -> object:
    """Of the simple conventions; the names in the text are the guest's."""
    how: str
    if kwargs:
        how = "takes no keyword arguments"
    elif f.kind == NOARGS and n != 0:
        how = f"takes no arguments ({n} given)"
    elif f.kind == ONE and n != 1:
        how = f"takes exactly one argument ({n} given)"
    else:
        return None
    if isinstance(f.module, str) and f.module != "builtins":
        raise TypeError(f"{f.module}.{f.qualname}() {how}")
    raise TypeError(f"{f.qualname}() {how}")


@cython.cfunc
def reraise() -> object:
    """Goes on with the pending host error."""
    error: Ref = cg_fetch_exception()
    if error == cython.NULL:
        raise SystemError("error return without exception set")
    held: object = cython.cast(object, error)
    DECREF(error)
    raise held


@cython.cfunc
def is_mirror(value: object) -> cython.bint:
    cls: Ref = type_of_raw(cython.cast(Ref, value))
    return cls != cython.NULL and cython.cast(Type, cls).flags & TF_MIRROR != 0


@cython.cfunc
def check_self(f: NativeFunction, args: tuple) -> object:
    owner: Type = f.objclass
    if not args:
        if f.type is WRAPPER:
            raise TypeError(f"descriptor {f.name!r} of {full_name(owner)!r} object needs an argument")
        raise TypeError(f"unbound method {f.qualname}() needs an argument")
    if not is_subtype(type_of(args[0]), owner):
        if f.type is WRAPPER:
            raise TypeError(f"descriptor {f.name!r} requires a {full_name(owner)!r} object but received a "
                            f"{type_name(args[0])!r}")
        raise wrong_self(f.name, owner, args[0])
    return None


@cython.cfunc
def check_class(f: NativeFunction, args: tuple) -> object:
    owner: Type = f.objclass
    if not args:
        raise TypeError(f"descriptor {f.name!r} of {full_name(owner)!r} object needs an argument")
    if not isinstance(args[0], Type):
        raise TypeError(f"descriptor {f.name!r} requires a type but received a {type_name(args[0])!r} instance")
    if not is_subtype(args[0], owner):
        raise TypeError(f"descriptor {f.name!r} requires a subtype of {full_name(owner)!r} but received "
                        f"{full_name(args[0])!r}")
    return None


@cython.cfunc
def wrong_self(name: str, owner: Type, obj: object) -> object:
    return TypeError(f"descriptor {name!r} for {full_name(owner)!r} objects doesn't apply to a {type_name(obj)!r} object")


def fix_message(culprit):
    error: Ref = cg_fetch_exception()
    if error == cython.NULL:
        return 0
    fixed: Ref = cython.cast(raw2, cython.cast(cython.p_void, fix_text))(error, culprit)
    if fixed == cython.NULL:
        PyErr_Clear()
    else:
        DECREF(fixed)
    cg_restore_exception(error)
    return 0


@cython.cfunc
def fix_text(error: object, culprit: object) -> object:
    values = error.args
    if values and type(values[0]) is str:
        token: str = INSTANCE_TOKEN
        text: str = values[0]
        if token in text:
            error.args = (text.replace(token, type_name(culprit), 1), *values[1:])
    return None


def fix_rest(error):
    """Where a host error still names our instances' host class, puts in the type whose slot refused last."""
    values = error.args
    if values and type(values[0]) is str and INSTANCE_TOKEN in values[0]:
        error.args = (values[0].replace(INSTANCE_TOKEN, refused), *values[1:])
    return error


# === binding ===
@cython.cfunc
def native_get(descr: object, obj: Ref, owner: object) -> object:
    f: NativeFunction = descr
    cls: object
    if f.type is CLASS_METHOD:
        cls = owner if owner is not None else type_of(cython.cast(object, obj))
        if not isinstance(cls, Type):
            raise TypeError(f"descriptor {f.name!r} for type {full_name(f.objclass)!r} needs a type, not a "
                            f"{type_name(cls)!r} as arg 2")
        if not is_subtype(cls, f.objclass):
            raise TypeError(f"descriptor {f.name!r} requires a subtype of {full_name(f.objclass)!r} but received "
                            f"{full_name(cls)!r}")
        return bind_native(f, cls)
    if obj == cython.NULL:
        return descr
    if not is_subtype(type_of(cython.cast(object, obj)), f.objclass):
        raise wrong_self(f.name, f.objclass, cython.cast(object, obj))
    return bind_native(f, cython.cast(object, obj))


@cython.cfunc
def getset_get(descr: object, obj: Ref, owner: object) -> object:
    g: GetSet = descr
    if obj == cython.NULL:
        return descr
    if not is_subtype(type_of(cython.cast(object, obj)), g.objclass):
        raise wrong_self(g.name, g.objclass, cython.cast(object, obj))
    if g.getter is None:
        raise AttributeError(f"attribute {g.name!r} of {full_name(g.objclass)!r} objects is not readable")
    return g.getter(cython.cast(object, obj))


@cython.cfunc
@cython.exceptval(-1, check=False)
def getset_set(descr: object, obj: object, value: Ref) -> cython.int:
    g: GetSet = descr
    if not is_subtype(type_of(obj), g.objclass):
        raise wrong_self(g.name, g.objclass, obj)
    if g.setter is None:
        if g.type is MEMBER:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"attribute {g.name!r} of {full_name(g.objclass)!r} objects is not writable")
    if value != cython.NULL:
        g.setter(obj, cython.cast(object, value))
    elif g.deleter is None:
        raise TypeError(f"cannot delete {g.name} attribute")
    else:
        g.deleter(obj)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def member_place(m: Member, obj: object) -> Refs:
    """Where an instance keeps it; NULL: in a dict, under a hidden name."""
    if m.objclass.flags & TF_INSTANCE:
        return cython.address(cython.cast(Instance, obj).slots[m.slot])
    return cython.NULL


@cython.cfunc
def hidden_dict(obj: object) -> dict:
    if not CG_IS_OBJECT(cython.cast(Ref, obj)):
        return obj.__dict__
    if cython.cast(Object, obj).attrs is None:
        cython.cast(Object, obj).attrs = {}
    return cython.cast(Object, obj).attrs


@cython.cfunc
def member_get(descr: object, obj: Ref, owner: object) -> object:
    place: Refs
    if obj == cython.NULL:
        return descr
    if isinstance(descr, GetSet):
        return getset_get(descr, obj, owner)
    m: Member = descr
    value: object = cython.cast(object, obj)
    if not is_subtype(type_of(value), m.objclass):
        raise wrong_self(m.name, m.objclass, value)
    place = member_place(m, value)
    if place == cython.NULL:
        kept: dict = hidden_dict(value)
        if HIDDEN + m.name in kept:
            return kept[HIDDEN + m.name]
    elif place[0] != cython.NULL:
        return cython.cast(object, place[0])
    raise attribute_error(value, m.name)


@cython.cfunc
@cython.exceptval(-1, check=False)
def member_set(descr: object, obj: object, value: Ref) -> cython.int:
    place: Refs
    if isinstance(descr, GetSet):
        return getset_set(descr, obj, value)
    m: Member = descr
    if not is_subtype(type_of(obj), m.objclass):
        raise wrong_self(m.name, m.objclass, obj)
    place = member_place(m, obj)
    if place == cython.NULL:
        kept: dict = hidden_dict(obj)
        if value != cython.NULL:
            kept[HIDDEN + m.name] = cython.cast(object, value)
        elif kept.pop(HIDDEN + m.name, MISS) is MISS:
            raise AttributeError(m.name)
        return 0
    if value == cython.NULL and place[0] == cython.NULL:
        raise AttributeError(m.name)
    XINCREF(value)
    cg_replace(place, value)
    return 0


# === reprs and attributes ===
@cython.cfunc
def address(obj: object) -> str:
    return f"{cython.cast(cython.size_t, cython.cast(Ref, obj)):#x}"


@cython.cfunc
def native_repr(f: NativeFunction) -> str:
    if f.type is METHOD or f.type is CLASS_METHOD:
        return f"<method {f.name!r} of {full_name(f.objclass)!r} objects>"
    if f.type is WRAPPER:
        return f"<slot wrapper {f.name!r} of {full_name(f.objclass)!r} objects>"
    if f.type is METHOD_WRAPPER:
        return f"<method-wrapper {f.name!r} of {type_name(f.self_)} object at {address(f.self_)}>"
    if f.self_ is not None:
        return f"<built-in method {f.name} of {type_name(f.self_)} object at {address(f.self_)}>"
    return f"<built-in function {f.name}>"


def get_repr(obj):
    if isinstance(obj, NativeFunction):
        return native_repr(obj)
    if isinstance(obj, Member):
        return f"<member {cython.cast(Member, obj).name!r} of {full_name(cython.cast(Member, obj).objclass)!r} objects>"
    g: GetSet = obj
    what = "member" if g.type is MEMBER else "attribute"
    return f"<{what} {g.name!r} of {full_name(g.objclass)!r} objects>"


def get_name(obj):
    if isinstance(obj, NativeFunction):
        return cython.cast(NativeFunction, obj).name
    if isinstance(obj, Member):
        return cython.cast(Member, obj).name
    return cython.cast(GetSet, obj).name


def get_qualname(obj):
    if isinstance(obj, NativeFunction):
        f: NativeFunction = obj
        if isinstance(f.self_, Type) and f.objclass is None:
            return f"{cython.cast(Type, f.self_).qualname}.{f.name}"
        return f.qualname
    return f"{get_objclass(obj).qualname}.{get_name(obj)}"


def get_objclass(obj) -> Type:
    if isinstance(obj, NativeFunction):
        return cython.cast(NativeFunction, obj).objclass
    if isinstance(obj, Member):
        return cython.cast(Member, obj).objclass
    return cython.cast(GetSet, obj).objclass


def get_self(obj):
    return cython.cast(NativeFunction, obj).self_


def get_module(obj):
    return cython.cast(NativeFunction, obj).module


def set_module(obj, value):
    cython.cast(NativeFunction, obj).module = value


def get_doc(obj):
    if isinstance(obj, NativeFunction):
        f: NativeFunction = obj
        if f.doc is None:
            if f.name in BY_NAME and (f.type is WRAPPER or f.type is METHOD_WRAPPER):
                f.doc = BY_NAME[f.name].doc
            elif f.host is not None:
                f.doc = getattr(f.host, "__doc__", None)
        return f.doc if isinstance(f.doc, str) else None
    if isinstance(obj, GetSet):
        return cython.cast(GetSet, obj).doc
    return None


def get_text_signature(obj):
    f: NativeFunction = obj
    if f.text_signature is None:
        if (f.type is WRAPPER or f.type is METHOD_WRAPPER) and f.name in BY_NAME:
            f.text_signature = KINDS[BY_NAME[f.name].kind][2]
        elif f.host is not None:
            f.text_signature = getattr(f.host, "__text_signature__", None)
    return f.text_signature if isinstance(f.text_signature, str) else None


def do_call(obj, /, *args, **kwargs):
    return call_native(obj, args, kwargs or None)


@cython.cfunc
def do_get(descr: object, args: tuple) -> object:
    """`__get__` called by the guest."""
    if not 1 <= len(args) <= 2:
        raise TypeError(f"expected {'at least 1 argument' if not args else 'at most 2 arguments'}, got {len(args)}")
    obj = args[0]
    owner = args[1] if len(args) == 2 else None
    if obj is None and owner is None:
        raise TypeError("__get__(None, None) is invalid")
    its: Type = type_of(descr)
    return its.slots.tp_descr_get(descr, cython.NULL if obj is None else cython.cast(Ref, obj), owner)


def descr_get(descr, /, *args):
    return do_get(descr, args)


def descr_set(descr, obj, value, /):
    type_of(descr).slots.tp_descr_set(descr, obj, cython.cast(Ref, value))


def descr_delete(descr, obj, /):
    type_of(descr).slots.tp_descr_set(descr, obj, cython.NULL)


def native_reduce(obj):
    f: NativeFunction = obj
    if f.self_ is None or f.type is METHOD or f.type is WRAPPER:
        return f.qualname
    raise TypeError(f"cannot pickle {type_name(obj)!r} object")


# === descriptors of native types ===
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
        if base is not None and base.slots.tp_new != owner.slots.tp_new:
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
    least: cython.int
    most: cython.int

    def __call__(self, /, *args, **kwargs):
        n: cython.Py_ssize_t = len(args) - 1
        if kwargs:
            raise TypeError(f"wrapper {self.function.__name__.strip('_')}() takes no keyword arguments")
        if n < self.least or n > self.most:
            bound: cython.int = self.least if n < self.least else self.most
            how = "" if self.least == self.most else "at least " if n < self.least else "at most "
            raise TypeError(f"expected {how}{bound} argument{'' if bound == 1 else 's'}, got {n}")
        return self.function(*args)


@cython.cfunc
def with_arity(function: object, name: str) -> object:
    least, most, _ = KINDS[BY_NAME[name].kind]
    if most is None:
        return function
    checked: Arity = Arity.__new__(Arity)
    checked.function = function
    checked.least = least
    checked.most = most
    return checked


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
def new_getset(kind: Type, cls: Type, name: str, getter: object, setter: object, deleter: object, doc: object) -> GetSet:
    g: GetSet = GetSet.__new__(GetSet)
    g.type = kind
    g.getter = getter
    g.setter = setter
    g.deleter = deleter
    g.name = sys.intern(name)
    g.objclass = cls
    g.doc = doc if isinstance(doc, str) else None
    g.owner = cls.layout
    return g


@cython.cfunc
def from_host(cls: Type, name: str, thing: object) -> object:
    """What the guest sees of a host class's method, slot or attribute."""
    kind: str = type(thing).__name__
    f: NativeFunction
    if kind == "method_descriptor" or kind == "cython_function_or_method":
        return native_method(thing, cls, name)
    if kind == "wrapper_descriptor":
        return new_native(WRAPPER, thing, name, cls)
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
        return new_static(native_function(thing.__func__, name, None))
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
    return instance_dict(obj)


def get_weakref(obj):
    return None


def make_descriptor(cls: Type, kind: str, name: str, thing):
    f: NativeFunction
    m: Member
    if kind == "method" or kind == "slot" or kind == "attribute":
        return from_host(cls, name, thing)
    if kind == "function":
        if isinstance(thing, NativeFunction):
            return thing
        if isinstance(thing, classmethod):
            return class_method(cls, name, thing.__func__, True)
        if isinstance(thing, staticmethod):
            return new_static(native_function(thing.__func__, name, None))
        if name in BY_NAME:
            return new_native(WRAPPER, with_arity(thing, name), name, cls)
        return new_native(METHOD, thing, name, cls)
    if kind == "getter" or kind == "field":
        getter, setter, deleter = thing if isinstance(thing, tuple) else (thing, None, None)
        return new_getset(GETSET if kind == "getter" else MEMBER, cls, name, getter, setter, deleter, None)
    if kind == "member":
        m = Member.__new__(Member)
        m.name = name
        m.slot = thing
        m.objclass = cls
        return m
    if kind == "dict":
        return new_getset(GETSET, cls, name, get_dict, set_dict, del_dict, "dictionary for instance variables (if defined)")
    if kind == "weakref":
        return new_getset(GETSET, cls, name, get_weakref, None, None, "list of weak references to the object (if defined)")
    if kind == "builtin":
        f = native_function(thing[0], name, thing[1])
        return f
    if kind == "new":
        maker: Constructor = Constructor.__new__(Constructor)
        maker.owner = cls
        f = new_native(BUILTIN, maker, name, None)
        f.self_ = cls
        f.doc = BY_NAME[name].doc
        f.text_signature = "($type, *args, **kwargs)"
        return f
    if kind == "init":
        starter: Initializer = Initializer.__new__(Initializer)
        starter.owner = cls
        return new_native(WRAPPER, starter, name, cls)
    raise InternalError(kind)


COMMON = {"__name__": get_name, "__qualname__": get_qualname, "__doc__": get_doc, "__text_signature__": get_text_signature}
BOUND = {**COMMON, "__self__": get_self}
UNBOUND = COMMON
OF_CLASS = {"__objclass__": get_objclass}
PLAIN = {name: getter for name, getter in COMMON.items() if name != "__text_signature__"}
CALLED = {"__call__": do_call, "__repr__": get_repr, "__reduce__": native_reduce}
DESCRIPTOR = {"__repr__": get_repr, "__get__": descr_get}

BUILTIN = native_type("builtin_function_or_method", NativeFunction, functions=CALLED,
                      slots=("__eq__", "__ne__", "__hash__"), getters={**BOUND, "__module__": (get_module, set_module, None)})
METHOD = native_type("method_descriptor", NativeFunction, functions={**CALLED, **DESCRIPTOR}, getters=UNBOUND, members=OF_CLASS,
                     method_like=True)
WRAPPER = native_type("wrapper_descriptor", NativeFunction, functions={**CALLED, **DESCRIPTOR}, getters=UNBOUND, members=OF_CLASS,
                      method_like=True)
METHOD_WRAPPER = native_type("method-wrapper", NativeFunction, functions=CALLED, slots=("__eq__", "__ne__", "__hash__"),
                             getters={**BOUND, **OF_CLASS})
CLASS_METHOD = native_type("classmethod_descriptor", NativeFunction, functions={**CALLED, **DESCRIPTOR}, getters=UNBOUND,
                            members=OF_CLASS)
GETSET = native_type("getset_descriptor", GetSet, functions={**DESCRIPTOR, "__set__": descr_set, "__delete__": descr_delete},
                     getters=PLAIN, members=OF_CLASS)
MEMBER = native_type("member_descriptor", Member, functions={**DESCRIPTOR, "__set__": descr_set, "__delete__": descr_delete},
                     getters=PLAIN, members=OF_CLASS)


@cython.cfunc
def fill_slots() -> object:
    cls: Type
    for cls in (BUILTIN, METHOD, WRAPPER, METHOD_WRAPPER, CLASS_METHOD):
        cls.slots.tp_call = native_call
    for cls in (METHOD, WRAPPER, CLASS_METHOD):
        cls.slots.tp_descr_get = native_get
    BUILTIN.slots.tp_descr_get = cython.NULL
    METHOD_WRAPPER.slots.tp_descr_get = cython.NULL
    GETSET.slots.tp_descr_get = getset_get
    GETSET.slots.tp_descr_set = getset_set
    MEMBER.slots.tp_descr_get = member_get
    MEMBER.slots.tp_descr_set = member_set
    return None


def namespace_view(namespace: dict):
    return new_proxy(namespace)


fill_slots()
set_wrapper(make_descriptor)
set_namespace_view(namespace_view)
