"""The walk that tells how much memory a machine's guest holds: everything that can be reached from its stacks, modules and tables.

Host values are freed without telling anybody, so nothing can be counted as it comes and goes. What is shared by all machines
(builtin types, natives, code) does not count. No code of the guest or of the host's interpreter runs during a walk, nothing is created.
"""

import _collections

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import TF_HEAP, Shape, Type
from cython.cimports.callgate.core.state import Kept
from cython.cimports.callgate.interpreter.vm import F_ENTRY, F_SEEN, VM
from cython.cimports.callgate.objects.foreign import Foreign
from cython.cimports.callgate.objects.native import NativeFunction
from cython.cimports.cpython.dict import PyDict_Check
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.cpython.unicode import PyUnicode_Check, PyUnicode_KIND
from cython.cimports.libc.stdint import uintptr_t
from cython.cimports.libc.stdlib import calloc, free, realloc

from ..bytecode import code as _code

NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))
DequeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, _collections.deque)))

#: the guest's code objects are these themselves; functions lead to theirs by what is no value, and share them with other machines
CodeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, _code.Code)))

#: the host's array.array, once the guest has it: set_array_type()
_array_type = cython.declare(cython.pointer(PyTypeObject), cython.NULL)

#: a host class that is no guest type, and holds guest values none the less: set_own_type()
_own_type = cython.declare(cython.pointer(PyTypeObject), cython.NULL)


def set_own_type(host):
    global _own_type
    _own_type = cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, host))


def set_array_type(host):
    global _array_type
    _array_type = cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, host))


Walk = cython.struct(
    todo=Refs, ntodo=cython.size_t, room=cython.size_t,     # found, not looked into
    seen=Refs, used=cython.size_t, mask=cython.size_t,      # a hash table of addresses
    size=cython.longlong, most=cython.longlong, failed=cython.bint)
WalkP = cython.typedef(cython.pointer(Walk))


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def place(walk: WalkP, o: Ref) -> cython.size_t:
    """Where the address is in the table, or belongs."""
    h: cython.size_t = cython.cast(uintptr_t, o) >> 4
    i: cython.size_t = (h ^ h >> 15) * 0x9E3779B97F4A7C15 >> 20 & walk.mask
    while walk.seen[i] != cython.NULL and walk.seen[i] != o:
        i = i + 1 & walk.mask
    return i


@cython.cfunc
@cython.exceptval(check=False)
def grow(walk: WalkP) -> cython.void:
    old: Refs = walk.seen
    n: cython.size_t = walk.mask + 1
    i: cython.size_t
    more: Refs = cython.cast(Refs, calloc(2 * n, cython.sizeof(Ref)))
    if more == cython.NULL:
        walk.failed = True
        return
    walk.seen = more
    walk.mask = 2 * n - 1
    for i in range(n):
        if old[i] != cython.NULL:
            walk.seen[place(walk, old[i])] = old[i]
    free(old)


@cython.cfunc
@cython.exceptval(check=False)
def visit(o: Ref, arg: cython.p_void) -> cython.int:
    walk: WalkP = cython.cast(WalkP, arg)
    i: cython.size_t
    more: Refs
    if o == cython.NULL:
        return 0
    if walk.failed or walk.size > walk.most:
        return 1
    if Py_REFCNT(o) > 1:        # else nobody else leads here
        i = place(walk, o)
        if walk.seen[i] == o:
            return 0
        walk.seen[i] = o
        walk.used += 1
        if 2 * walk.used > walk.mask:
            grow(walk)
    if CG_IS_INT(o):
        walk.size += 24 + 4 * cg_int_digits(o)
        return 0
    if CG_IS_FLOAT(o):
        walk.size += 24
        return 0
    if walk.ntodo == walk.room:
        more = cython.cast(Refs, realloc(walk.todo, 2 * walk.room * cython.sizeof(Ref)))
        if more == cython.NULL:
            walk.failed = True
            return 0
        walk.todo = more
        walk.room *= 2
    walk.todo[walk.ntodo] = o
    walk.ntodo += 1
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def table_size(used: cython.longlong, entry: cython.int) -> cython.longlong:
    """Of a hash table with so many entries, as the host makes them."""
    room: cython.longlong = 8
    while room * 2 < used * 3:
        room *= 2
    return room * entry


@cython.cfunc
@cython.exceptval(check=False)
def visit_names(walk: WalkP, o: Ref) -> cython.void:
    """The keys of a dict that has nothing but texts: its type's own walk leaves those out."""
    pos: cython.Py_ssize_t = 0
    key: Ref
    while PyDict_Next(o, cython.address(pos), cython.address(key), cython.NULL):
        if not CG_IS_STR(key):
            return
    pos = 0
    while PyDict_Next(o, cython.address(pos), cython.address(key), cython.NULL):
        visit(key, walk)


@cython.cfunc
@cython.exceptval(check=False)
def look_at_class(walk: WalkP, cls: Type) -> cython.void:
    """Its shapes, each of which has a name that the one before has not."""
    i: cython.int
    shape: Shape
    visit(cython.cast(Ref, cls.name), walk)
    visit(cython.cast(Ref, cls.qualname), walk)
    for i in range(cls.nshapes):
        shape = cython.cast(Shape, cls.shapes[i])
        walk.size += 200
        if shape.names:
            visit(PyTuple_GET_ITEM(cython.cast(Ref, shape.names), PyTuple_GET_SIZE(cython.cast(Ref, shape.names)) - 1), walk)


@cython.cfunc
@cython.exceptval(check=False)
def look(walk: WalkP, o: Ref) -> cython.void:
    """Count an object; what it holds is looked at next."""
    t: cython.pointer(PyTypeObject) = Py_TYPE(o)
    v: object = cython.cast(object, o)
    size: cython.longlong = cg_basic_size(t)
    i: cython.int
    if CG_IS_OBJECT(o):
        if t == NativeT and not cython.cast(NativeFunction, v).is_bound:
            return
        if isinstance(v, Type) and not cython.cast(Type, v).flags & TF_HEAP:
            return
        walk.size += size + 64      # and what it has beside itself: slots, a shape
        if isinstance(v, Type):
            look_at_class(walk, v)
        elif isinstance(v, Foreign):
            walk.size += cython.cast(Foreign, v).weight
    elif PyUnicode_Check(v):
        walk.size += size + PyUnicode_GET_LENGTH(o) * PyUnicode_KIND(v)
        return
    elif PyList_Check(v):
        walk.size += size + 16 + 9 * PyList_GET_SIZE(o)
    elif PyDict_Check(v):
        walk.size += size + 16 + table_size(PyDict_GET_SIZE(o), 20)
        visit_names(walk, o)
    elif isinstance(v, (set, frozenset)):
        walk.size += size + 16 + table_size(PySet_GET_SIZE(o), 20)
    elif PyTuple_Check(v):
        walk.size += size + 16 + 8 * PyTuple_GET_SIZE(o)
    elif CG_IS_INT(o) or isinstance(v, int):
        walk.size += size + 4 * cg_int_digits(o)
        return
    elif isinstance(v, (bytes, bytearray)):
        walk.size += size + Py_SIZE(o)
        return
    elif isinstance(v, range):
        walk.size += size
        for i in range(2, 5):       # words of the host's range: header (2), start, stop, step, length
            visit(cython.cast(Refs, o)[i], walk)
        return
    elif CG_PLAIN(o) and not PyObject_IS_GC(o):
        walk.size += size           # float, complex
        return
    elif cg_derives(t, DequeT):
        walk.size += size + 16 + 8 * Py_SIZE(o)
    elif cg_is_slice(o):
        walk.size += size
    elif t == _own_type or t == CodeT:
        walk.size += size
    elif _array_type != cython.NULL and cg_derives(t, _array_type):
        # words of the host's array: header (3), items, room, what describes an item, whose second word is the size
        walk.size += size + cython.cast(cython.p_longlong, o)[4] * \
            cython.cast(cython.p_int, cython.cast(Refs, o)[5])[1]
    else:
        walk.size += size           # of the host
        return
    if PyObject_IS_GC(o) and t.tp_traverse != cython.NULL and walk.size <= walk.most:
        t.tp_traverse(o, visit, walk)


@cython.cfunc
@cython.exceptval(check=False)
def visit_stack(vm: VM, walk: WalkP, whole: cython.bint) -> cython.void:
    """What frames hold. Of a frame below another run only the locals are known: the host's C code is in the middle of its stack."""
    fp: cython.pointer(CgFrame) = vm.frames + 1
    p: Refs
    end: Refs
    while fp <= vm.fp:
        end = fp.fast + fp.cc.nlocals
        if fp == vm.fp:
            if whole and vm.sp > end:
                end = vm.sp
        elif not fp[1].flags & F_ENTRY and fp[1].ret > end:
            end = fp[1].ret
        p = fp.ret
        while p < end:
            visit(p[0], walk)
            p += 1
        visit(fp.func, walk)
        visit(fp.locals, walk)
        visit(fp.extra, walk)
        if fp.flags & F_SEEN:
            visit(fp.guest, walk)
        fp += 1


def measure(vm, most, whole):
    walk: Walk
    item: cython.pointer(CgExcItem) = vm.exc
    kept: cython.pointer(Kept) = vm.state.kept
    walk.room = walk.mask = 1024
    walk.mask -= 1
    walk.todo = cython.cast(Refs, calloc(walk.room, cython.sizeof(Ref)))
    walk.seen = cython.cast(Refs, calloc(walk.room, cython.sizeof(Ref)))
    walk.ntodo = walk.used = 0
    walk.size = 0
    walk.most = most
    walk.failed = walk.todo == cython.NULL or walk.seen == cython.NULL
    visit_stack(vm, cython.address(walk), whole)
    visit(cython.cast(Ref, vm.builtins), cython.address(walk))
    visit(cython.cast(Ref, vm.modules), cython.address(walk))
    visit(cython.cast(Ref, vm.data), cython.address(walk))
    visit(vm.pending, cython.address(walk))
    while kept != cython.NULL:
        visit(kept.what, cython.address(walk))
        kept = kept.next
    visit(cython.cast(Ref, vm.put_off), cython.address(walk))
    while item != cython.NULL:
        visit(item.value, cython.address(walk))
        item = item.previous
    while walk.ntodo and walk.size <= most and not walk.failed:
        walk.ntodo -= 1
        look(cython.address(walk), walk.todo[walk.ntodo])
    free(walk.todo)
    free(walk.seen)
    return -1 if walk.failed else walk.size


def resident():
    return cg_resident()
