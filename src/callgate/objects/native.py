"""Functions that the host implements, in the forms that CPython has for them, and the descriptors of native types.

A NativeFunction is one of: builtin_function_or_method (`len`, `[].append`), method_descriptor (`list.append`),
wrapper_descriptor (`int.__add__`), method-wrapper (`(1).__add__`), classmethod_descriptor (`dict.fromkeys`). `kind` and
`meth` let the loop call the host's C function without packing; the general path calls `host`, which checks the number
and kinds of its arguments itself.
"""

import sys
from sys import intern

import cython
from cython.cimports.callgate.core.attributes import attribute_error
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import *
from cython.cimports.callgate.core.type import (
    full_name, is_subtype, type_name, type_of)
from cython.cimports.callgate.objects.iterators import builtin_function
from cython.cimports.callgate.objects.namespace import Namespace, resync
from cython.cimports.libc.string import strcmp

from ..core.errors import InternalError
from ..core.object import refused_hosts
from ..core.roots import host_twin
from ..core.slots import BY_NAME, KINDS
from ..core.type import native_type
from .rewording import reworded

MISS = object()
NATIVES: list = [None]      # by number; 0 stands for the tools of the host, which count for themselves


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

    # the host class that defines one comparison inherits none; these note who was refused, for the message
    def __lt__(self, other):
        return Object.__lt__(self, other)

    def __le__(self, other):
        return Object.__le__(self, other)

    def __gt__(self, other):
        return Object.__gt__(self, other)

    def __ge__(self, other):
        return Object.__ge__(self, other)

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
    if flags == METH_VARARGS:
        return VARARGS
    return PACKED


def new_native(kind, host, name, objclass):
    f: NativeFunction = NativeFunction.__new__(NativeFunction)
    f.type = kind
    f.kind = PACKED
    f.host = host
    f.name = intern(name)
    f.qualname = f.name
    f.number = cython.cast(cython.int, len(NATIVES))
    NATIVES.append(f)
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
    return len(NATIVES)


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
    if f.kind < FAST_KW or f.kind == LOOP:
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
        if kwargs:
            error = cg_fetch_exception()
            args = (*args, *kwargs.values())
            cg_restore_exception(error)
        if len(args):
            fix_arguments(cython.cast(cython.pointer(PyTupleObject), cython.cast(Ref, args)).ob_item, len(args))
        reraise(f)
    result = cython.cast(object, packed)
    DECREF(packed)
    return result


@cython.cfunc
def shown_name(f: NativeFunction) -> str:
    """A bound method is named after the class that it was found by."""
    cls: Type
    if f.is_bound and f.type is BUILTIN:
        cls = f.self_ if isinstance(f.self_, Type) else type_of(f.self_)
        return f"{cls.qualname}.{f.name}"
    return f.qualname


@cython.cfunc
def check_count(f: NativeFunction, n: cython.Py_ssize_t, kwargs: object) -> object:
    """Of the simple conventions; the names in the text are the guest's."""
    how: str
    kind: cython.int = f.kind
    if type(f.host) is not _builtin_host and (f.type is WRAPPER or f.type is METHOD_WRAPPER):
        return None         # wrappers check for themselves
    if kind == LOOP:
        if type(f.host) is not _builtin_host:
            return None
        kind = convention(cg_function_flags(cython.cast(Ref, f.host)))
        if kind > FAST:
            return None
    if kwargs:
        how = "takes no keyword arguments"
    elif kind == NOARGS and n != 0:
        how = f"takes no arguments ({n} given)"
    elif kind == ONE and n != 1:
        how = f"takes exactly one argument ({n} given)"
    else:
        return None
    if isinstance(f.module, str) and f.module != "builtins":
        raise TypeError(f"{f.module}.{f.qualname}() {how}")
    raise TypeError(f"{shown_name(f)}() {how}")


@cython.cfunc
def reraise(f: NativeFunction) -> object:
    """Goes on with the pending host error; what a function of ours says of its arguments is reworded."""
    error: Ref = cg_fetch_exception()
    if error == cython.NULL:
        raise SystemError("error return without exception set")
    held: object = cython.cast(object, error)
    DECREF(error)
    reword(held, f)
    raise held


@cython.cfunc
def reword(held: object, f: NativeFunction) -> object:
    if type(held) is not TypeError or len(held.args) != 1 or type(held.args[0]) is not str or "()" not in held.args[0]:
        return None
    name: object = getattr(f.host, "__name__", None)
    text: object = None
    own_class: cython.bint = type(f.host) is _method_host       # whose self the host does not count
    if name is not None and (issubclass(f.host.__objclass__, Object) if own_class else
                             str(getattr(f.host, "__module__", "")).startswith("callgate.")):
        text = reworded(held.args[0], name, shown_name(f), (f.is_method or f.is_bound) and not own_class, f.type is WRAPPER)
        if text is not None:
            held.args = (text,)
    elif f.is_bound and f.type is BUILTIN and cython.cast(str, held.args[0]).startswith(f.qualname + "() "):
        text = held.args[0]
        where: str = shown_name(f)
        if text.endswith(" takes no keyword arguments"):
            own = model(f)
            if type(own) is _method_host and cg_method_flags(cython.cast(Ref, own)) & ~0x40 == METH_VARARGS:
                where = f.name      # the host then has no more than the function's name
        held.args = (where + cython.cast(str, text)[len(f.qualname):],)
    return None


def reword_pending(f):
    error: Ref = cg_fetch_exception()
    if error == cython.NULL:
        return 0
    held: object = cython.cast(object, error)
    try:
        reword(held, f)
    except Exception:
        pass
    cg_restore_exception(error)
    return 0


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
        raise TypeError(f"descriptor {f.name!r} for type {full_name(owner)!r} needs a type, not a "
                        f"{type_name(args[0])!r} as arg 2")
    if not is_subtype(args[0], owner):
        raise TypeError(f"descriptor {f.name!r} requires a subtype of {full_name(owner)!r} but received "
                        f"{full_name(args[0])!r}")
    return None


@cython.cfunc
def wrong_self(name: str, owner: Type, obj: object) -> object:
    return TypeError(f"descriptor {name!r} for {full_name(owner)!r} objects doesn't apply to a "
                     f"{type_name(obj)!r} object")


# === names in messages ===
NO_ORDER = "' not supported between instances of '"
_token_bytes: bytes = INSTANCE_TOKEN.encode()
token = cython.declare(cython.p_char, _token_bytes)


def fix_message(culprit):
    return fix_arguments(cython.address(culprit), 1)


def fix_arguments(args, n):
    error: Ref = cg_fetch_exception()
    culprit: Ref
    if error == cython.NULL:
        return 0
    if names_instance(cython.cast(object, error)):
        culprit = find_culprit(args, n, told_place(cython.cast(object, error)))
        fixed: Ref = cython.cast(raw2, cython.cast(cython.p_void, fix_text))(
            error, Py_None if culprit == cython.NULL else culprit)
        if fixed == cython.NULL:
            PyErr_Clear()
        else:
            DECREF(fixed)
    cg_restore_exception(error)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def names_instance(error: object) -> cython.bint:
    """Does the error's text name the host class of our instances?"""
    if not isinstance(error, BaseException):
        return False
    values = error.args
    if type(values) is not tuple or len(values) == 0:
        return False
    first = values[0]
    return type(first) is str and (INSTANCE_TOKEN in cython.cast(str, first) or NO_ORDER in cython.cast(str, first))


@cython.cfunc
@cython.exceptval(check=False)
def told_place(error: object) -> cython.Py_ssize_t:
    """Which argument the text says it is, from 1; 0 when it does not say. What is no instance is before the first as self."""
    rest: str = cython.cast(str, error.args[0]).partition(" argument ")[2]
    if rest.startswith("'byteorder' "):
        return 2
    return ord(rest[0]) - 48 if len(rest) > 1 and "0" < rest[0] <= "9" and rest[1] == " " else 0


@cython.cfunc
@cython.exceptval(check=False)
def find_culprit(args: Refs, n: cython.Py_ssize_t, place: cython.Py_ssize_t) -> Ref:
    """The argument at the place; the first that is an instance, or the first in a list or tuple among them."""
    i: cython.Py_ssize_t
    inner: Ref
    if place > 0 and n > 0:
        i = place - 1 if args[0] != cython.NULL and is_instance(args[0]) else place
        i = min(i, n - 1)
        if args[i] != cython.NULL and is_instance(args[i]):
            return args[i]
    for i in range(n):
        if args[i] != cython.NULL and is_instance(args[i]):
            return args[i]
    for i in range(n):
        inner = cython.NULL
        if args[i] == cython.NULL:
            continue
        if PyList_CheckExact(args[i]):
            for j in range(PyList_GET_SIZE(args[i])):
                if is_instance(PyList_GET_ITEM(args[i], j)):
                    return PyList_GET_ITEM(args[i], j)
        elif PyTuple_CheckExact(args[i]):
            for j in range(PyTuple_GET_SIZE(args[i])):
                if is_instance(PyTuple_GET_ITEM(args[i], j)):
                    return PyTuple_GET_ITEM(args[i], j)
    return cython.NULL


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_instance(value: Ref) -> cython.bint:
    return CG_IS_OBJECT(value) and strcmp(Py_TYPE(value).tp_name, token) == 0


@cython.cfunc
def is_host_name(name: str, host: object) -> cython.bint:
    """Is that the class of ours that the guest's type has its instances of?"""
    return host is not None and (name == host.__name__ or name.endswith("." + host.__name__))


@cython.cfunc
def fix_text(error: object, culprit: object) -> object:
    values = error.args
    text: str = values[0]
    if NO_ORDER in text:
        start, _, names = text.partition(NO_ORDER)
        left, _, right = names[:-1].partition("' and '")
        if is_host_name(right, refused_hosts[1]):
            right = refused
            if is_host_name(left, refused_hosts[0]):
                left = refused_before
        elif is_host_name(left, refused_hosts[1]):
            left = refused
        text = f"{start}{NO_ORDER}{left}' and '{right}'"
        refused_hosts[:] = None, None       # the next such error may be one of our own, which names the guest's types already
    elif culprit is None or "unsupported operand" in text:
        if text.count(INSTANCE_TOKEN) > 1:
            text = text.replace(INSTANCE_TOKEN, refused_before, 1)
        text = text.replace(INSTANCE_TOKEN, refused)
    else:
        text = text.replace(INSTANCE_TOKEN, type_name(culprit))
    error.args = (text, *values[1:])
    return None


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
    """Where an instance keeps it; NULL: in a dict, by its number."""
    if m.objclass.flags & TF_INSTANCE:
        return cython.address(cython.cast(Instance, obj).slots[m.slot])
    return cython.NULL


@cython.cfunc
def hidden_dict(obj: object) -> object:
    if not CG_IS_OBJECT(cython.cast(Ref, obj)):
        member: object = type(obj).cg_members
        try:
            return member.__get__(obj)
        except AttributeError:
            member.__set__(obj, {})
            return member.__get__(obj)
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
        kept = hidden_dict(value)
        if m.slot in kept:
            return kept[m.slot]
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
        kept = hidden_dict(obj)
        if value != cython.NULL:
            kept[m.slot] = cython.cast(object, value)
        elif kept.pop(m.slot, MISS) is MISS:
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
        return shown_name(f)
    owner: Type = get_objclass(obj)
    return f"{owner.qualname}.{get_name(obj)}"


def get_objclass(obj):
    if isinstance(obj, NativeFunction):
        return cython.cast(NativeFunction, obj).objclass
    if isinstance(obj, Member):
        return cython.cast(Member, obj).objclass
    return cython.cast(GetSet, obj).objclass


_module = cython.declare(object, None)


def set_module_finder(function):
    """function(name) -> the running machine's module of that name, or None: what `len.__self__` is."""
    global _module
    _module = function


def get_self(obj):
    f: NativeFunction = obj
    if f.self_ is None and isinstance(f.module, str) and _module is not None:
        return _module(f.module)
    if isinstance(f.self_, Type) and not f.is_bound and f.name != "__new__":
        return None                          # a static method's
    return f.self_


def get_module(obj):
    return cython.cast(NativeFunction, obj).module


def set_module(obj, value):
    get_doc(obj)        # the host's module tells them
    get_text_signature(obj)
    cython.cast(NativeFunction, obj).module = value


@cython.cfunc
def twin_member(cls: Type, name: str) -> object:
    """What the host's own class has under the name, or None."""
    twin = host_twin(cls)
    for each in () if twin is None else twin.__mro__:
        if name in each.__dict__:
            found = each.__dict__[name]
            return found.__func__ if isinstance(found, staticmethod) else found
    return None


@cython.cfunc
def model(f: NativeFunction) -> object:
    """The host's own function of that name, which ours documents itself by."""
    owner: object = f.objclass
    if owner is None and isinstance(f.self_, Type):
        owner = f.self_
    if owner is not None:
        return twin_member(owner, f.name)
    if isinstance(f.module, str):
        if f.module not in sys.modules and f.module in sys.stdlib_module_names:
            __import__(f.module)
        return getattr(sys.modules.get(f.module), f.name, None)
    return None


def get_doc(obj):
    if isinstance(obj, NativeFunction):
        f: NativeFunction = obj
        if f.doc is not None and not isinstance(f.doc, str):
            f.doc = f.doc.__doc__       # what it is documented by, asked now
        if f.doc is None:
            if f.name in BY_NAME and (f.type is WRAPPER or f.type is METHOD_WRAPPER):
                f.doc = BY_NAME[f.name].doc
            else:
                like = model(f)
                if like is None:        # it has documentation too
                    like = f.host
                f.doc = getattr(like, "__doc__", None)
                if f.doc is type(like).__doc__:
                    f.doc = None
        return f.doc if isinstance(f.doc, str) else None
    if isinstance(obj, GetSet):
        g: GetSet = obj
        if g.doc is None:
            like = twin_member(g.objclass, g.name)
            found = getattr(like, "__doc__", None)
            if isinstance(found, str) and found is not type(like).__doc__:
                g.doc = found
        return g.doc
    return None


def get_text_signature(obj):
    f: NativeFunction = obj
    if f.text_signature is not None and not isinstance(f.text_signature, str):
        f.text_signature = getattr(f.text_signature, "__text_signature__", None)
    if f.text_signature is None:
        if (f.type is WRAPPER or f.type is METHOD_WRAPPER) and f.name in BY_NAME:
            f.text_signature = KINDS[BY_NAME[f.name].kind][2]
        elif f.host is not None and not str(getattr(f.host, "__module__", "") or "callgate.").startswith("callgate."):    # hosts make some up for ours
            f.text_signature = getattr(f.host, "__text_signature__", None)
        if f.text_signature is None:
            f.text_signature = getattr(model(f), "__text_signature__", None)
    return f.text_signature if isinstance(f.text_signature, str) else None


def do_call(obj, /, *args, **kwargs):
    return call_native(obj, args, kwargs or None)


@cython.cfunc
def do_get(descr: object, args: tuple) -> object:
    """`__get__` called by the guest."""
    if not 1 <= len(args) <= 2:
        raise TypeError(f" expected {'at least 1 argument' if not args else 'at most 2 arguments'}, got {len(args)}")
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
    if f.type is METHOD or f.type is WRAPPER:
        return builtin_function("getattr"), (f.objclass, f.name)
    return f.qualname if f.self_ is None else (builtin_function("getattr"), (f.self_, f.name))


# === the types ===
COMMON = {"__name__": get_name, "__qualname__": get_qualname, "__doc__": get_doc,
          "__text_signature__": get_text_signature}
BOUND = {**COMMON, "__self__": get_self}
UNBOUND = COMMON
OF_CLASS = {"__objclass__": get_objclass}
PLAIN = {name: getter for name, getter in COMMON.items() if name != "__text_signature__"}
CALLED = {"__call__": do_call, "__repr__": get_repr, "__reduce__": native_reduce}
DESCRIPTOR = {"__repr__": get_repr, "__get__": descr_get}

COMPARED = ("__eq__", "__ne__", "__hash__")
SETTING = {**DESCRIPTOR, "__set__": descr_set, "__delete__": descr_delete}

BUILTIN = native_type(
    "builtin_function_or_method", NativeFunction, functions=CALLED, slots=COMPARED,
    getters={**BOUND, "__module__": (get_module, set_module, None)})
METHOD = native_type(
    "method_descriptor", NativeFunction, weakref=False, functions={**CALLED, **DESCRIPTOR}, getters=UNBOUND, members=OF_CLASS,
    method_like=True)
WRAPPER = native_type(
    "wrapper_descriptor", NativeFunction, weakref=False, functions={**CALLED, **DESCRIPTOR}, getters=UNBOUND, members=OF_CLASS,
    method_like=True)
METHOD_WRAPPER = native_type(
    "method-wrapper", NativeFunction, weakref=False, functions=CALLED, slots=COMPARED, getters={**BOUND, **OF_CLASS})
CLASS_METHOD = native_type(
    "classmethod_descriptor", NativeFunction, weakref=False, functions={**CALLED, **DESCRIPTOR}, getters=UNBOUND, members=OF_CLASS)
GETSET = native_type("getset_descriptor", GetSet, functions=SETTING, getters=PLAIN, members=OF_CLASS)
MEMBER = native_type("member_descriptor", Member, functions=SETTING, getters=PLAIN, members=OF_CLASS)


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


fill_slots()
