"""Attribute access for the loop: what a miss of an inline cache does.

A cache entry is valid as long as the version in it is that of the object's shape, of the class object, or is the host
type itself; whatever is borrowed under it cannot go away without that version changing. Sites that see many shapes find
their entries in a second, global table.
"""

import cython
from cython.cimports.callgate.core.attributes import generic_getattr, getattr_, setattr_
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import (
    TF_GETATTR, TF_GETATTRIBUTE, TF_HEAP, TF_INSTANCE, TF_METHOD_LIKE, TF_MIRROR, TF_SETATTR, Instance, Object, Shape, Type, grow_slots,
)
from cython.cimports.callgate.core.type import TYPE, instance_set, is_subtype, lookup, type_of, type_of_raw
from cython.cimports.callgate.interpreter.calls import DONE, FAILED, PUSHED_FAILED, call_special_at
from cython.cimports.callgate.interpreter.operate import pushed_discard
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.interpreter.vm import F_DISCARD
from cython.cimports.callgate.objects.function import (
    ClassMethod, Function, Property, StaticMethod, make_super, new_bound_method,
)
from cython.cimports.callgate.objects.namespace import Module, Namespace, global_cell, module_type
from cython.cimports.callgate.objects.native import PACKED, GetSet, Member, NativeFunction
from cython.cimports.libc.stdint import uint64_t, uintptr_t


FunctionT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Function)))
InstanceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Instance)))
TypeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Type)))
ModuleT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Module)))
NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))
PropertyT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Property)))
MemberT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Member)))
GetSetT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, GetSet)))
ClassMethodT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, ClassMethod)))
StaticMethodT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, StaticMethod)))
NamespaceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Namespace)))
TYPE_P = cython.declare(Ref, cython.cast(Ref, TYPE))
S_SETATTR = cython.declare(str, "__setattr__")
S_GET = cython.declare(str, "__get__")
S_GETATTR = cython.declare(str, "__getattr__")
S_SET = cython.declare(str, "__set__")
S_DELETE = cython.declare(str, "__delete__")

# the second-level table: (kind, version, name) -> cache entry; names are owned, so that a pointer means one name
KIND_LOAD = cython.declare(cython.int, 0)
KIND_METHOD = cython.declare(cython.int, 1)
KIND_STORE = cython.declare(cython.int, 2)
table = cython.declare(CgEntry[6144])


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def entry(kind: cython.int, ver: uint64_t, name: Ref) -> cython.pointer(CgEntry):
    at: uint64_t = (ver * 0x61C88647) ^ (cython.cast(uintptr_t, name) >> 4)
    return cython.address(table[kind * 2048 + (at & 2047)])


def cached(kind: cython.int, ver: uint64_t, name: Ref, ic: cython.pointer(CgCache)):
    e: cython.pointer(CgEntry) = entry(kind, ver, name)
    if e.ver == ver and e.name == name:
        ic[0] = e.ic
        return True
    return False


@cython.cfunc
@cython.exceptval(check=False)
def remember(kind: cython.int, name: Ref, ic: cython.pointer(CgCache)) -> cython.void:
    e: cython.pointer(CgEntry) = entry(kind, ic.ver, name)
    INCREF(name)
    e.ver = ic.ver
    e.ic = ic[0]
    cg_replace(cython.address(e.name), name)


@cython.cfunc
@cython.exceptval(check=False)
def has_special(obj: Ref, name: str) -> cython.bint:
    if CG_IS_OBJECT(obj):
        return lookup(cython.cast(Object, obj).type, name) != cython.NULL
    return not CG_PLAIN(obj) and lookup(type_of(cython.cast(object, obj)), name) != cython.NULL


@cython.cfunc
@cython.exceptval(check=False)
def is_data(descr: Ref) -> cython.bint:
    """A data descriptor goes before the instance's own attributes."""
    t = Py_TYPE(descr)
    if t == FunctionT or t == NativeT or CG_PLAIN(descr) or (t == TypeT and cython.cast(Object, descr).type.flags & TF_HEAP == 0):
        return False
    if t == PropertyT or t == MemberT or t == GetSetT:
        return True
    return has_special(descr, S_SET) or has_special(descr, S_DELETE)


@cython.cfunc
@cython.exceptval(check=False)
def is_plain(descr: Ref) -> cython.bint:
    """Not a descriptor at all: reading it from the class gives itself."""
    return CG_PLAIN(descr) or not has_special(descr, S_GET)


def load_attr(vm: VM, at: Refs, obj: Ref, name: Ref, ic: cython.pointer(CgCache), owned: cython.int):
    t = Py_TYPE(obj)
    descr: Ref
    found: Ref
    shape: Shape
    cls: Type
    value: Ref = cython.NULL
    slot: cython.int
    if t == InstanceT:
        cls = cython.cast(Object, obj).type
        shape = cython.cast(Shape, cython.cast(Instance, obj).shape)
        if ic.ver == shape.ver and ic.slot == C_PROPERTY:
            if not owned:
                INCREF(obj)
            return call_special_at(vm, at, ic.value, obj, cython.NULL, cython.NULL, 0)
        if ic.ver == shape.ver and ic.slot == C_BOUND:
            value = cython.cast(raw_two, cython.cast(cython.p_void, new_bound_method))(ic.value, obj)
            if value == cython.NULL:
                return FAILED
        elif not cls.flags & TF_GETATTRIBUTE:
            descr = lookup(cls, cython.cast(str, name))
            if descr == cython.NULL or not is_data(descr):
                if not shape.is_dict:
                    found = PyDict_GetItemWithError(cython.cast(Ref, shape.index), name)
                    if found != cython.NULL:
                        slot = cython.cast(cython.int, cython.cast(object, found))
                        fill(ic, shape.ver, slot, cython.NULL)
                        remember(KIND_LOAD, name, ic)
                        value = cg_newref(cython.cast(Instance, obj).slots[slot])
                    elif descr != cython.NULL and is_plain(descr):
                        fill(ic, shape.ver, C_CLASS_VALUE, descr)
                        remember(KIND_LOAD, name, ic)
                        value = cg_newref(descr)
                    elif descr != cython.NULL and Py_TYPE(descr) == FunctionT:
                        fill(ic, shape.ver, C_BOUND, descr)
                        remember(KIND_LOAD, name, ic)
                        value = cython.cast(raw_two, cython.cast(cython.p_void, new_bound_method))(descr, obj)
                        if value == cython.NULL:
                            return FAILED
                    elif descr == cython.NULL and cls.flags & TF_GETATTR:
                        found = lookup(cls, S_GETATTR)
                        if found != cython.NULL and Py_TYPE(found) == FunctionT:
                            if not owned:
                                INCREF(obj)
                            return call_special_at(vm, at, found, obj, cg_newref(name), cython.NULL, 0)
            elif Py_TYPE(descr) == PropertyT and cython.cast(Object, descr).type.flags & TF_HEAP == 0 \
                    and not cls.flags & TF_GETATTR:     # which is asked when the getter raises AttributeError
                found = cython.cast(Ref, cython.cast(Property, descr).fget)
                if Py_TYPE(found) == FunctionT:
                    if not shape.is_dict:
                        fill(ic, shape.ver, C_PROPERTY, found)
                        remember(KIND_LOAD, name, ic)
                    if not owned:
                        INCREF(obj)
                    return call_special_at(vm, at, found, obj, cython.NULL, cython.NULL, 0)
            elif Py_TYPE(descr) == MemberT and cython.cast(Member, descr).objclass.flags & TF_INSTANCE \
                    and is_subtype(cls, cython.cast(Member, descr).objclass):       # it may have been lent to another class
                slot = cython.cast(Member, descr).slot
                value = cython.cast(Instance, obj).slots[slot]
                if value != cython.NULL:
                    if not shape.is_dict:
                        fill(ic, shape.ver, slot, cython.NULL)
                        remember(KIND_LOAD, name, ic)
                    INCREF(value)
    elif t == TypeT:
        cls = cython.cast(Type, obj)
        if not cls.type.flags & TF_GETATTRIBUTE and lookup(cls.type, cython.cast(str, name)) == cython.NULL:
            descr = lookup(cls, cython.cast(str, name))
            if descr != cython.NULL and (Py_TYPE(descr) == FunctionT or is_plain(descr)):
                fill(ic, cls.version, C_TYPE_VALUE, descr)
                value = cg_newref(descr)
    elif t == ModuleT:
        cls = cython.cast(Object, obj).type
        if cls is module_type and lookup(cls, cython.cast(str, name)) == cython.NULL:
            value = module_value(cython.cast(Module, obj), name, ic)
            if value == cython.NULL and PyErr_Pending():
                return FAILED
    if value == cython.NULL:
        value = cython.cast(raw_two, cython.cast(cython.p_void, getattr_))(obj, name)
        if value == cython.NULL:
            return FAILED
    at[0] = value
    if owned:
        DECREF(obj)
    vm.sp = at + 1
    return DONE


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def fill(ic: cython.pointer(CgCache), ver: uint64_t, slot: cython.int, value: Ref) -> cython.void:
    ic.ver = ver
    ic.slot = slot
    ic.value = value


@cython.cfunc
@cython.exceptval(check=False)
def module_value(module: Module, name: Ref, ic: cython.pointer(CgCache)) -> Ref:
    """What a plain module has under a name: a new reference, or NULL. The name gets a cell, which later look-ups read."""
    value: Ref = PyDict_GetItemWithError(cython.cast(Ref, module.namespace), name)
    cell: Ref
    XINCREF(value)
    if value != cython.NULL and CG_INTERNED(name):
        cell = cython.cast(raw_two, cython.cast(cython.p_void, global_cell))(cython.cast(Ref, module.namespace), name)
        if cell == cython.NULL:
            DECREF(value)
            return cython.NULL
        DECREF(cell)        # the namespace keeps it
        fill(ic, module.namespace.serial, C_MODULE, cell)
    return value


def load_method(vm: VM, at: Refs, obj: Ref, name: Ref, ic: cython.pointer(CgCache), owned: cython.int):
    t = Py_TYPE(obj)
    descr: Ref
    func: Ref
    self_: Ref
    own: Ref
    shape: Shape
    cls: Type
    value: Ref
    if t == InstanceT:
        cls = cython.cast(Object, obj).type
        shape = cython.cast(Shape, cython.cast(Instance, obj).shape)
        if not cls.flags & TF_GETATTRIBUTE and not shape.is_dict:
            descr = lookup(cls, cython.cast(str, name))
            if descr != cython.NULL and Py_TYPE(descr) == FunctionT:
                if PyDict_GetItemWithError(cython.cast(Ref, shape.index), name) == cython.NULL:
                    fill(ic, shape.ver, C_METHOD, descr)
                    remember(KIND_METHOD, name, ic)
                    return two(vm, at, cg_newref(descr), obj, owned)
            elif descr != cython.NULL and (Py_TYPE(descr) == ClassMethodT or Py_TYPE(descr) == StaticMethodT) \
                    and cython.cast(Object, descr).type.flags & TF_HEAP == 0 \
                    and PyDict_GetItemWithError(cython.cast(Ref, shape.index), name) == cython.NULL:
                if Py_TYPE(descr) == StaticMethodT:
                    return alone(vm, at, cg_newref(cython.cast(Ref, cython.cast(StaticMethod, descr).func)), obj, owned)
                func = cython.cast(Ref, cython.cast(ClassMethod, descr).func)
                if Py_TYPE(func) == FunctionT:
                    self_ = cg_newref(cython.cast(Ref, cls))
                    if owned:
                        DECREF(obj)
                    return two(vm, at, cg_newref(func), self_, 1)
    elif t == TypeT:
        cls = cython.cast(Type, obj)
        if not cls.type.flags & TF_GETATTRIBUTE and lookup(cls.type, cython.cast(str, name)) == cython.NULL:
            descr = lookup(cls, cython.cast(str, name))
            if descr != cython.NULL:
                if Py_TYPE(descr) == ClassMethodT and cython.cast(Object, descr).type.flags & TF_HEAP == 0 \
                        and Py_TYPE(cython.cast(Ref, cython.cast(ClassMethod, descr).func)) == FunctionT:
                    func = cython.cast(Ref, cython.cast(ClassMethod, descr).func)
                    fill(ic, cls.version, C_CLASSMETHOD, func)
                    return two(vm, at, cg_newref(func), obj, owned)
                func = cython.NULL
                if Py_TYPE(descr) == FunctionT or Py_TYPE(descr) == TypeT:
                    func = descr
                elif Py_TYPE(descr) == StaticMethodT and cython.cast(Object, descr).type.flags & TF_HEAP == 0:
                    func = cython.cast(Ref, cython.cast(StaticMethod, descr).func)
                if func != cython.NULL:
                    fill(ic, cls.version, C_STATIC, func)
                    return alone(vm, at, cg_newref(func), obj, owned)
    elif t == ModuleT:
        cls = cython.cast(Object, obj).type
        if cls is module_type and lookup(cls, cython.cast(str, name)) == cython.NULL:
            value = module_value(cython.cast(Module, obj), name, ic)
            if value != cython.NULL:
                return alone(vm, at, value, obj, owned)
            if PyErr_Pending():
                return FAILED
    elif CG_IS_OBJECT(obj):
        cls = cython.cast(Object, obj).type
        if ic.ver == cls.version and ic.slot == C_NATIVE_OBJECT:
            return two(vm, at, cg_newref(ic.value), obj, owned)
        if not cls.flags & TF_HEAP and cls.slots.tp_getattro == generic_getattr:
            descr = lookup(cls, cython.cast(str, name))
            if descr != cython.NULL and Py_TYPE(descr) == NativeT and cython.cast(Object, descr).type.flags & TF_METHOD_LIKE \
                    and cython.cast(NativeFunction, descr).owner == t and cython.cast(Ref, cython.cast(Object, obj).attrs) == Py_None:
                fill(ic, cls.version, C_NATIVE_OBJECT, descr)
                return two(vm, at, cg_newref(descr), obj, owned)
            if descr != cython.NULL and is_general(descr) and cython.cast(Ref, cython.cast(Object, obj).attrs) == Py_None:
                return two(vm, at, cg_newref(descr), obj, owned)
    elif t != NamespaceT:
        value = type_of_raw(obj)
        if value == cython.NULL:            # no guest value: this says so
            value = cython.cast(raw_one, cython.cast(cython.p_void, type_of))(obj)
            return FAILED
        cls = cython.cast(Type, value)
        if ic.ver == ~cls.version and ic.slot == C_MIRROR:
            own = cg_own_dict(obj)
            if own == cython.NULL or PyDict_GetItemWithError(own, name) == cython.NULL:
                return two(vm, at, cg_newref(ic.value), obj, owned)
        descr = lookup(cls, cython.cast(str, name))
        if descr != cython.NULL and Py_TYPE(descr) == NativeT and cython.cast(Object, descr).type.flags & TF_METHOD_LIKE:
            if cython.cast(NativeFunction, descr).owner == t:
                fill(ic, cython.cast(uint64_t, cython.cast(uintptr_t, t)), C_NATIVE, descr)
                return two(vm, at, cg_newref(descr), obj, owned)
            if (is_general(descr) or cython.cast(NativeFunction, descr).owner != cython.NULL
                    and PyType_IsSubtype(t, cython.cast(NativeFunction, descr).owner)) and (
                    not cls.flags & TF_MIRROR or mirror_has_only_class(cls, obj, name)):
                if cls.flags & TF_MIRROR:
                    fill(ic, ~cls.version, C_MIRROR, descr)
                return two(vm, at, cg_newref(descr), obj, owned)
        elif descr != cython.NULL and Py_TYPE(descr) == FunctionT and mirror_has_only_class(cls, obj, name):
            fill(ic, ~cls.version, C_MIRROR, descr)
            return two(vm, at, cg_newref(descr), obj, owned)
    value = cython.cast(raw_two, cython.cast(cython.p_void, getattr_))(obj, name)
    return FAILED if value == cython.NULL else alone(vm, at, value, obj, owned)


@cython.cfunc
@cython.exceptval(check=False)
def is_general(descr: Ref) -> cython.bint:
    """A native of a base, which is called by its packed form; it need not be bound, and is named after the base when it fails."""
    return Py_TYPE(descr) == NativeT and cython.cast(Object, descr).type.flags & TF_METHOD_LIKE != 0 \
        and cython.cast(NativeFunction, descr).kind == PACKED


@cython.cfunc
@cython.exceptval(check=False)
def mirror_has_only_class(cls: Type, obj: Ref, name: Ref) -> cython.bint:
    """Does the class alone say what obj.name is? Of an instance of a class that derives from a builtin."""
    if cls.flags & (TF_MIRROR | TF_GETATTRIBUTE) != TF_MIRROR:
        return False
    own: Ref = cg_own_dict(obj)
    return own == cython.NULL or PyDict_GetItemWithError(own, name) == cython.NULL


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def two(vm: VM, at: Refs, func: Ref, self_: Ref, owned: cython.int) -> cython.int:
    if not owned:
        INCREF(self_)
    at[0] = func
    at[1] = self_
    vm.sp = at + 2
    return DONE


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def alone(vm: VM, at: Refs, func: Ref, obj: Ref, owned: cython.int) -> cython.int:
    """`func` (owned) is called without the object that it was found by."""
    if owned:
        DECREF(obj)
    at[0] = cython.NULL
    at[1] = func
    vm.sp = at + 2
    return DONE


def store_attr(vm: VM, at: Refs, obj: Ref, name: Ref, value: Ref, ic: cython.pointer(CgCache)):
    descr: Ref
    found: Ref
    cls: Type
    shape: Shape
    if Py_TYPE(obj) == InstanceT:
        shape = cython.cast(Shape, cython.cast(Instance, obj).shape)
        if shape.ver == ic.ver and ic.value != cython.NULL and ic.slot >= cython.cast(Instance, obj).cap:
            # the cache knows the way, the instance has no room
            if grow_slots(obj, ic.slot + 1) < 0:
                PyErr_NoMemory()
                return FAILED
            cython.cast(Instance, obj).slots[ic.slot] = cg_newref(value)
            cython.cast(Instance, obj).shape = ic.value
            return DONE
        cls = cython.cast(Object, obj).type
        if cls.flags & TF_SETATTR:
            found = lookup(cls, S_SETATTR)
            if found != cython.NULL and Py_TYPE(found) == FunctionT:
                return store_through(vm, at, found, obj, name, value)
        else:
            descr = lookup(cls, cython.cast(str, name))
            if descr == cython.NULL or not is_data(descr):
                shape = cython.cast(Shape, cython.cast(Instance, obj).shape)
                if not shape.is_dict:
                    return cython.cast(raw_store_new, cython.cast(cython.p_void, store_in_shape))(vm, obj, name, value, ic)
            elif Py_TYPE(descr) == MemberT:
                shape = cython.cast(Shape, cython.cast(Instance, obj).shape)
                if not shape.is_dict and cython.cast(Member, descr).objclass.flags & TF_INSTANCE \
                        and is_subtype(cls, cython.cast(Member, descr).objclass):
                    fill(ic, shape.ver, cython.cast(Member, descr).slot, cython.NULL)
                    remember(KIND_STORE, name, ic)
            elif Py_TYPE(descr) == PropertyT and cython.cast(Object, descr).type.flags & TF_HEAP == 0:
                found = cython.cast(Ref, cython.cast(Property, descr).fset)
                if Py_TYPE(found) == FunctionT:
                    return store_through(vm, at, found, obj, cython.NULL, value)
    return cython.cast(raw_set, cython.cast(cython.p_void, setattr_))(obj, name, value)


@cython.cfunc
@cython.exceptval(check=False)
def store_through(vm: VM, at: Refs, func: Ref, obj: Ref, name: Ref, value: Ref) -> cython.int:
    """A setter's frame takes the place of the instruction's operands."""
    INCREF(obj)
    INCREF(value)
    XINCREF(name)
    while vm.sp > at:
        vm.sp -= 1
        DECREF(vm.sp[0])
    if name == cython.NULL:
        return pushed_store(vm, call_special_at(vm, at, func, obj, value, cython.NULL, F_DISCARD))
    return pushed_store(vm, call_special_at(vm, at, func, obj, name, value, F_DISCARD))


@cython.cfunc
@cython.exceptval(check=False)
def pushed_store(vm: VM, status: cython.int) -> cython.int:
    if status == PUSHED_FAILED:
        return PUSHED_FAILED
    return pushed_discard(vm, status)


@cython.cfunc
def store_in_shape(vm: VM, obj: Instance, name: str, value: object, ic: cython.pointer(CgCache)) -> cython.int:
    """Set an attribute of an instance by its shape, and remember how."""
    shape: Shape = cython.cast(Shape, obj.shape)
    found: Ref = PyDict_GetItemWithError(cython.cast(Ref, shape.index), cython.cast(Ref, name))
    new: Shape
    if found != cython.NULL:
        fill(ic, shape.ver, cython.cast(cython.int, cython.cast(object, found)), cython.NULL)
        remember(KIND_STORE, cython.cast(Ref, name), ic)
    instance_set(obj, name, value)
    if found == cython.NULL:
        new = cython.cast(Shape, obj.shape)
        if not new.is_dict and new.nslots == shape.nslots + 1:
            fill(ic, shape.ver, shape.nslots, cython.cast(Ref, new))
            remember(KIND_STORE, cython.cast(Ref, name), ic)
    return 0


def load_super(vm: VM, at: Refs, ins: cython.pointer(CgInstr), ic: cython.pointer(CgCache)):
    return cython.cast(raw_load_super, cython.cast(cython.p_void, find_super))(vm, at, ins, ic)


@cython.cfunc
def find_super(vm: VM, at: Refs, ins: cython.pointer(CgInstr), ic: cython.pointer(CgCache)) -> cython.int:
    """super().name in a method: the class is in the frame's `__class__` cell, self its first local."""
    func: Function = cython.cast(Function, vm.fp.func)
    self_: Ref = vm.fp.fast[ins.a]
    cell: Ref = CG_CELL_VALUE(cython.cast(Ref, func.closure[ins.d]))[0]
    name: str = cython.cast(object, vm.fp.cc.names[ins.b])
    if cell == cython.NULL:
        raise RuntimeError("super(): empty __class__ cell")
    if Py_TYPE(cell) != TypeT:
        raise RuntimeError("super(): __class__ is not a type (" + str(cython.cast(object, cell)) + ")")
    start: Type = cython.cast(Type, cell)
    found: Ref
    i: cython.Py_ssize_t
    if Py_TYPE(self_) == InstanceT and name != "__class__":
        cls: Type = cython.cast(Object, self_).type
        mro: tuple = cls.mro
        n: cython.Py_ssize_t = len(mro)
        for i in range(n):
            if cython.cast(Ref, mro[i]) == cell:
                break
        else:
            n = 0
        i += 1
        while i < n:
            found = PyDict_GetItemWithError(cython.cast(Ref, cython.cast(Type, mro[i]).namespace), cython.cast(Ref, name))
            if found != cython.NULL:
                if Py_TYPE(found) != FunctionT:
                    break
                fill(ic, cython.cast(Shape, cython.cast(Instance, self_).shape).ver, C_METHOD, found)
                ic.kind = cython.cast(cython.int, start.version)
                two(vm, at, cg_newref(found), self_, 0)
                return DONE
            i += 1
    value = getattr_(make_super(start, cython.cast(object, self_)), name)
    at[0] = cython.NULL
    INCREF(cython.cast(Ref, value))
    at[1] = cython.cast(Ref, value)
    vm.sp = at + 2
    return DONE
