"""What the abc module builds on (`_abc`): registration and instance tests of abstract base classes.

Classes are remembered by weak references. A registration anywhere makes all that was found to be no subclass stale,
which a number tells (`token`), as in CPython.
"""

import weakref

import cython
from cython.cimports.callgate.core.attributes import delattr_, getattr_, getattr_or, setattr_
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.capi import Ref, Refs
from cython.cimports.callgate.core.object import TF_HEAP, TF_MAPPING, TF_SEQUENCE, Object, Type
from cython.cimports.callgate.core.operators import drain, truth
from cython.cimports.callgate.core.state import charge, check_c_stack
from cython.cimports.callgate.core.type import argument_name, issubclass_, type_of
from cython.cimports.callgate.modules.define import NativeModule, arg, arity, define_plain, fast

from callgate.core.type import native_type

CONTENTS: dict = {}
_token = cython.declare(cython.longlong, 0)


def native(function):
    name: str = function.__name__
    CONTENTS[name] = define_plain(function, name, "_abc")
    return function


class AbcData:
    pass


ABC_DATA = native_type("_abc_data", AbcData, module="_abc")


@cython.cfunc
def data_of(cls: object) -> AbcData:
    if isinstance(cls, Type):
        found: object = cython.cast(Type, cls).namespace.get("_abc_impl")
        if isinstance(found, AbcData):
            return found
    found = getattr_(cls, "_abc_impl")
    if not isinstance(found, AbcData):
        raise TypeError("_abc_impl is set to a wrong type")
    return found


@cython.cfunc
@cython.exceptval(-1)
def known(classes: set | None, cls: object) -> cython.int:
    return classes is not None and weakref.ref(cls) in classes


@cython.cfunc
def remember(classes: set | None, cls: object) -> set:
    """The set with the class in it; references to classes that died go at the same time."""
    if classes is None:
        classes = set()
    elif len(classes) > 64 and len(classes) & (len(classes) - 1) == 0:
        classes = {each for each in classes if each() is not None}
    classes.add(weakref.ref(cls))
    return classes


@native
def get_cache_token():
    return _token


@native
def _abc_init(self, /):
    if not isinstance(self, Type):
        raise TypeError(f"_abc_init() argument must be a class, not {argument_name(self)}")
    cls: Type = self
    data: AbcData = AbcData.__new__(AbcData)
    names: set = set()
    charge(len(cls.namespace))
    for name, value in list(cls.namespace.items()):
        if isinstance(value, Object) and truth(getattr_or(value, "__isabstractmethod__", False)):
            names.add(name)
    for base in cls.bases:
        inherited: object = getattr_or(base, "__abstractmethods__", None)
        if inherited is None:
            continue
        for name in drain(inherited):
            value = getattr_or(cls, name, None)
            if isinstance(value, Object) and truth(getattr_or(value, "__isabstractmethod__", False)):
                names.add(name)
    flags: object = cls.namespace.get("__abc_tpflags__")
    if flags is not None:
        set_kind(cls, flags)
        delattr_(cls, "__abc_tpflags__")
    setattr_(cls, "__abstractmethods__", frozenset(names))
    data.negative_version = _token
    setattr_(cls, "_abc_impl", data)


@cython.cfunc
def set_kind(cls: Type, flags: object) -> cython.int:
    """What patterns of match statements its instances match, from CPython's flags of types."""
    if type(flags) is int:
        if flags & 32 and flags & 64:
            raise TypeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
        if flags & 32:
            cls.flags |= TF_SEQUENCE
        elif flags & 64:
            cls.flags |= TF_MAPPING
    return 0


@cython.cfunc
def register_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    global _token
    arity("_abc_register", n, 2, 2)
    cls: object = arg(args, 0)
    subclass: object = arg(args, 1)
    if not isinstance(subclass, Type):
        raise TypeError("Can only register classes")
    if issubclass_(subclass, cls):
        return subclass
    if issubclass_(cls, subclass):
        raise RuntimeError("Refusing to create an inheritance cycle")
    data: AbcData = data_of(cls)
    data.registry = remember(data.registry, subclass)
    _token += 1
    kind: cython.long = cython.cast(Type, cls).flags & (TF_SEQUENCE | TF_MAPPING) if isinstance(cls, Type) else 0
    if kind and cython.cast(Type, subclass).flags & TF_HEAP:
        cython.cast(Type, subclass).flags = cython.cast(Type, subclass).flags & ~(TF_SEQUENCE | TF_MAPPING) | kind
    return subclass


@cython.cfunc
def instancecheck_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("_abc_instancecheck", n, 2, 2)
    cls: object = arg(args, 0)
    instance: object = arg(args, 1)
    data: AbcData = data_of(cls)
    kind: Type = type_of(instance)
    subclass: object = getattr_(instance, "__class__") if isinstance(instance, Object) else kind
    if isinstance(subclass, Type) and known(data.cache, subclass):
        return True
    if subclass is kind:
        if data.negative_version == _token and known(data.negative, subclass):
            return False
        return subclasscheck(cls, subclass)
    return subclasscheck(cls, subclass) or subclasscheck(cls, kind)


@cython.cfunc
@cython.exceptval(-1)
def subclasscheck(cls: object, subclass: object) -> cython.int:
    return truth(call_method(cls, "__subclasscheck__", (subclass,)))


@cython.cfunc
def subclasscheck_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("_abc_subclasscheck", n, 2, 2)
    if not isinstance(arg(args, 1), Type):
        raise TypeError("issubclass() arg 1 must be a class")
    return check_subclass(arg(args, 0), arg(args, 1)) != 0


@cython.cfunc
@cython.exceptval(-1)
def check_subclass(cls: object, subclass: Type) -> cython.int:
    each: object
    data: AbcData = data_of(cls)
    if known(data.cache, subclass):
        return 1
    if data.negative_version < _token:
        data.negative = None
        data.negative_version = _token
    elif known(data.negative, subclass):
        return 0
    charge(4)
    check_c_stack()
    answer: object = call_method(cls, "__subclasshook__", (subclass,))
    found: cython.bint = False
    if answer is True:
        found = True
    elif answer is False:
        data.negative = remember(data.negative, subclass)
        return 0
    elif answer is not NotImplemented:
        raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
    else:
        found = any(each is cls for each in subclass.mro)
        if not found and data.registry:
            for reference in list(data.registry):
                registered: object = reference()
                charge(1)
                if registered is not None and issubclass_(subclass, registered):
                    found = True
                    break
        if not found:
            for derived in drain(call_method(cls, "__subclasses__", ())):
                charge(1)
                if issubclass_(subclass, derived):
                    found = True
                    break
    if found:
        data.cache = remember(data.cache, subclass)
        return 1
    data.negative = remember(data.negative, subclass)
    return 0


@native
def _get_dump(self, /):
    data: AbcData = data_of(self)
    return (alive(data.registry), alive(data.cache), alive(data.negative), data.negative_version)


@cython.cfunc
def alive(references: set | None) -> set:
    return {each() for each in references or () if each() is not None}


@native
def _reset_registry(self, /):
    data_of(self).registry = None


@native
def _reset_caches(self, /):
    data: AbcData = data_of(self)
    data.cache = data.negative = None


CONTENTS.update(
    _abc_register=fast("_abc_register", register_fast, "_abc"),
    _abc_instancecheck=fast("_abc_instancecheck", instancecheck_fast, "_abc"),
    _abc_subclasscheck=fast("_abc_subclasscheck", subclasscheck_fast, "_abc"),
)
MODULE = NativeModule("_abc", CONTENTS)
