"""call_function and its paths: any call is just an object call (protocol.md A5).

Stack law: a call owns everything from ``ret`` to ``vm.sp``; ``args[-1]`` is the callable, ``args[0:n]`` are the values, the
last ``len(kwnames)`` of them keyword values. Between ``ret`` and ``args - 1`` lies at most one slot: NULL, or the new instance of a
class call. A function's frame takes the values where they lie (A12); whatever is put in front moves them by one.
"""

import cython
from cython.cimports.callgate.core.attributes import bind
from cython.cimports.callgate.core.call import counted_call, object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Instance, Object, Type
from cython.cimports.callgate.core.state import birth
from cython.cimports.callgate.core.type import lookup, type_of
from cython.cimports.callgate.interpreter.construct import class_call
from cython.cimports.callgate.interpreter.counting import count_call
from cython.cimports.callgate.interpreter.bind import apply_plan, bind_arguments, fill_defaults, make_plan
from cython.cimports.callgate.interpreter.frames import resume_generator
from cython.cimports.callgate.interpreter.link import link
from cython.cimports.callgate.interpreter.operate import special_function
from cython.cimports.callgate.interpreter.raw import *
from cython.cimports.callgate.objects.async_generator import new_async_generator
from cython.cimports.callgate.objects.coroutine import Coroutine, new_coroutine
from cython.cimports.callgate.objects.function import BoundMethod, Function
from cython.cimports.callgate.objects.generator import GEN_CLOSED, GEN_CREATED, GEN_SUSPENDED, Generator, Resumable, new_generator
from cython.cimports.callgate.objects.namespace import Module, Namespace, module_target
from cython.cimports.callgate.objects.native import (
    FAST, FAST_KW, GUEST, LOOP, LOOP_ITER, LOOP_LEN, LOOP_NEXT, LOOP_REPR, LOOP_RESUME, LOOP_SEND, LOOP_TYPE, MISS, NOARGS, ONE, VARARGS,
    WITH_SELF, NativeFunction, fix_arguments, reword_pending,
)
from cython.cimports.callgate.interpreter.vm import F_ENTRY, F_ITER, F_LEN, F_REPR, F_SEND, F_STR, VM
from cython.cimports.libc.string import memmove


CO_GENERATOR = cython.declare(cython.int, 32)
CO_COROUTINE = cython.declare(cython.int, 128)
CO_ASYNC_GENERATOR = cython.declare(cython.int, 512)
ANY_GENERATOR = cython.declare(cython.int, CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)

FunctionT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Function)))
NativeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, NativeFunction)))
BoundT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, BoundMethod)))
TypeT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Type)))
InstanceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Instance)))
ModuleT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Module)))
NamespaceT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Namespace)))
GeneratorT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Generator)))
CoroutineT = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Coroutine)))

S_CALL = cython.declare(str, "__call__")
S_ITER = cython.declare(str, "__iter__")
S_LEN = cython.declare(str, "__len__")
S_NEXT = cython.declare(str, "__next__")
S_REPR = cython.declare(str, "__repr__")

# ------------------------------------------------------------------------------------------------ the paths


def call_function(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, flags: cython.long):
    fo: Ref
    found: Ref
    st: cython.int
    kind: cython.int
    self_: Ref
    first: Refs
    count: cython.Py_ssize_t
    nf: NativeFunction
    hops: cython.Py_ssize_t = 0      # callables that turned out to be callable by another one
    while True:
        fo = args[-1]
        t = Py_TYPE(fo)
        if t == FunctionT:
            return fast_function(vm, ret, args, n, kwnames, flags)
        if t == BoundT:
            hops += 1
            if hops > FEW_HOPS:
                return call_far(vm, ret, args, n, kwnames, flags)
            st = cython.cast(raw_unbind, cython.cast(cython.p_void, unbind))(vm, ret, args, n)
            if st == 1:          # the self went into the free slot at ret
                args = ret + 1
            n += 1
            continue
        if t == NativeT:
            nf = cython.cast(NativeFunction, fo)
            kind = nf.kind
            if vm.fp.cc != cython.NULL:
                count_native(vm, vm.fp.cc, nf.number)
            else:
                count_call(fo)
            if kind == GUEST:
                if nf.meth != cython.NULL and not nf.is_bound:
                    # the quick form: plain data needs no frame
                    count = n if kwnames == cython.NULL else n - PyTuple_GET_SIZE(kwnames)
                    found = CG_CALL_FAST_KW(nf.meth, nf.mself, args, count, kwnames)
                    if found == cython.NULL:
                        native_failed(vm, args, n)
                        return FAILED
                    if found != cython.cast(Ref, MISS):
                        vm.state.fuel -= 1
                        if vm.state.fuel < 0 and slice_over(vm) < 0:
                            DECREF(found)
                            return FAILED
                        return give(vm, ret, found)
                    DECREF(found)
                if nf.is_bound:
                    return do_call(vm, ret, args, n, kwnames)
                cg_replace(args - 1, cg_newref(cython.cast(Ref, nf.guest)))
                continue
            vm.state.fuel -= 1
            if vm.state.fuel < 0 and slice_over(vm) < 0:
                return FAILED
            if nf.special and kind != WITH_SELF:
                st = loop_native(vm, nf, ret, args, n, kwnames, flags)
                if st != -2:
                    return st
                if kind == LOOP:
                    return do_call(vm, ret, args, n, kwnames)
            if kind == WITH_SELF and not nf.is_bound and kwnames == cython.NULL and n == nf.special + 1 and is_own(args[0], nf.owner):
                found = PyObject_Vectorcall(cython.cast(Ref, nf.meth), args, n, cython.NULL)
                if found == cython.NULL:
                    native_failed(vm, args, n)
                    return FAILED
                return give(vm, ret, found)
            self_ = nf.mself
            first = args
            count = n
            if nf.is_bound:
                self_ = cython.cast(Ref, nf.self_)
                if Py_TYPE(self_) == NamespaceT:
                    return do_call(vm, ret, args, n, kwnames)
            elif nf.is_method:
                if (n == 0 or nf.owner == cython.NULL or not is_own(args[0], nf.owner)
                        or kwnames != cython.NULL and n == PyTuple_GET_SIZE(kwnames)):     # what lies there is no self then
                    return do_call(vm, ret, args, n, kwnames)
                self_ = args[0]
                first = args + 1
                count = n - 1
            if kind == FAST_KW:
                if kwnames != cython.NULL:
                    count -= PyTuple_GET_SIZE(kwnames)
                found = CG_CALL_FAST_KW(nf.meth, self_, first, count, kwnames)
            elif kwnames != cython.NULL:
                return do_call(vm, ret, args, n, kwnames)
            elif kind == ONE and count == 1:
                found = CG_CALL_O(nf.meth, self_, first[0])
            elif kind == NOARGS and count == 0:
                found = CG_CALL_NOARGS(nf.meth, self_)
            elif kind == FAST:
                found = CG_CALL_FAST(nf.meth, self_, first, count)
            elif kind == VARARGS:
                found = cg_call_varargs(nf.meth, self_, first, count)
            else:
                return do_call(vm, ret, args, n, kwnames)
            if found == cython.NULL:
                native_failed(vm, args, n)
                return FAILED
            return give(vm, ret, found)
        if t == TypeT:
            st = class_call(vm, ret, args, n, kwnames, flags)
            if st == -2:          # a metaclass's own __call__ was put in front
                n += 1
                if ret[0] == cython.NULL or args == ret + 2:
                    args = ret + 1
                continue
            return st
        if t == ModuleT:
            found = cython.cast(raw_callable, cython.cast(cython.p_void, module_callable))(vm, fo)
            if found == cython.NULL:
                return FAILED
            cg_replace(args - 1, found)
            hops += 1
            if hops > FEW_HOPS:
                return call_far(vm, ret, args, n, kwnames, flags)
            continue
        if CG_IS_OBJECT(fo):
            # an instance: __call__ of its type, never its own
            found = lookup(cython.cast(Object, fo).type, S_CALL)
            if found != cython.NULL and (Py_TYPE(found) == FunctionT):
                INCREF(found)
                if args == ret + 2 and ret[0] == cython.NULL:
                    ret[0] = found
                    args = ret + 1
                else:
                    memmove(args + 1, args, n * cython.sizeof(Ref))
                    args[0] = fo
                    args[-1] = found
                    vm.sp += 1
                n += 1
                continue
            if found != cython.NULL and t == InstanceT:
                found = cython.cast(raw_callable, cython.cast(cython.p_void, bound_call))(vm, fo)
                if found == cython.NULL:
                    return FAILED
                cg_replace(args - 1, found)
                hops += 1
                if hops > FEW_HOPS:
                    return call_far(vm, ret, args, n, kwnames, flags)
                continue
        return do_call(vm, ret, args, n, kwnames)


#: so much of what lies in front of the arguments a frame has room for
FEW_HOPS = cython.declare(cython.Py_ssize_t, 2)


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_own(value: Ref, owner: cython.pointer(PyTypeObject)) -> cython.bint:
    """May the host's method of `owner` be asked of the value? Of mirrors as well: they are host values of a derived class."""
    t = Py_TYPE(value)
    return t == owner or (not CG_IS_OBJECT(value) and t != NamespaceT and PyType_IsSubtype(t, owner))


@cython.cfunc
@cython.exceptval(check=False)
def call_far(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, flags: cython.long) -> cython.int:
    """A callable whose `__call__` is a callable whose …: what they put in front may pass the running frame's bound."""
    above: Refs = vm.claimed
    status: cython.int
    if vm.sp + 64 > vm.stack_end or CG_STACK_POINTER() < cg_stack_floor():
        PyErr_SetString(PyExc_RecursionError, "maximum recursion depth exceeded while calling a Python object")
        return FAILED
    vm.state.fuel -= n >> 6         # each of them moves the arguments
    if vm.state.fuel < 0 and slice_over(vm) < 0:
        return FAILED
    if above < vm.sp + 8:
        vm.claimed = vm.sp + 8
    status = call_function(vm, ret, args, n, kwnames, flags)
    vm.claimed = above
    return status


def give(vm: VM, ret: Refs, value: Ref):
    """The call came to `value`: drop what it owned, leave the value in its place."""
    p: Refs = vm.sp
    while p > ret:
        p -= 1
        XDECREF(p[0])
    ret[0] = value
    vm.sp = ret + 1
    return DONE


@cython.cfunc
def unbind(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t) -> cython.int:
    """A bound method: its function and self take its place (A11). 1: they fit into the free slot below."""
    m: BoundMethod = cython.cast(BoundMethod, args[-1])
    func: Ref = cg_newref(cython.cast(Ref, m.func))
    self_: Ref = cg_newref(cython.cast(Ref, m.self_))
    old: Ref = args[-1]
    if args == ret + 2 and ret[0] == cython.NULL:
        ret[0] = func
        ret[1] = self_
        DECREF(old)
        return 1
    memmove(args + 1, args, n * cython.sizeof(Ref))
    args[-1] = func
    args[0] = self_
    vm.sp += 1
    DECREF(old)
    return 0


@cython.cfunc
def bound_call(vm: VM, fo: object) -> object:
    """`__call__` of an instance's type that is no plain function: through the descriptor protocol."""
    cls: Type = type_of(fo)
    return bind(cython.cast(object, lookup(cls, S_CALL)), cython.cast(Ref, fo), cls)


@cython.cfunc
def module_callable(vm: VM, module: Module) -> object:
    """PEP 713 (B1): `__call__` of a ModuleType subclass (B6), of the module's namespace, or of its `__getattr__`."""
    cls: Type = module.type
    found: Ref = lookup(cls, S_CALL)
    if found != cython.NULL:
        return bind(cython.cast(object, found), cython.cast(Ref, module), cls)
    return module_target(module)


def do_call(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref):
    """The general path (A13): pack a tuple and a dict, ask the type's tp_call."""
    value: Ref = cython.cast(raw_packed, cython.cast(cython.p_void, packed_call))(vm, args, n, kwnames)
    if value == cython.NULL:
        return FAILED
    return give(vm, ret, value)


@cython.cfunc
def packed_call(vm: VM, args: Refs, n: cython.Py_ssize_t, kwnames: object) -> object:
    nk: cython.Py_ssize_t = 0
    i: cython.Py_ssize_t
    kwargs: dict = None
    names: tuple
    if cython.cast(Ref, kwnames) != cython.NULL:
        names = kwnames
        nk = len(names)
        kwargs = {}
        for i in range(nk):
            kwargs[names[i]] = cython.cast(object, args[n - nk + i])
    packed = PyTuple_New(n - nk)
    for i in range(n - nk):
        INCREF(args[i])
        PyTuple_SET_ITEM(packed, i, args[i])
    values: tuple = cython.cast(object, packed)
    DECREF(packed)
    callable = cython.cast(object, args[-1])
    if Py_TYPE(args[-1]) == NativeT:
        return counted_call(callable, values, kwargs)
    return object_call(callable, values, kwargs)


def native_failed(vm: VM, args: Refs, n: cython.Py_ssize_t):
    """A host function failed: where its message names the host class of a guest object, put the guest's name."""
    fix_arguments(args, n)
    if Py_TYPE(args[-1]) == NativeT:
        reword_pending(cython.cast(object, args[-1]))


def slice_over(vm: VM):
    return cython.cast(raw_vm, cython.cast(cython.p_void, ask_breaker))(vm)


def ask_breaker(vm: VM):
    if vm.state.due != cython.NULL:
        raise cython.cast(object, vm.state.due)
    if vm.breaker is None:
        vm.state.fuel = 1 << 62
        return 0
    vm.breaker(vm)
    return 0


# ------------------------------------------------------------------------------------------------ functions


def fast_function(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, flags: cython.long):
    fo: Ref = args[-1]
    cc: cython.pointer(CgExec) = cython.cast(Function, fo).cc
    fp: cython.pointer(CgFrame)
    p: Refs
    end: Refs
    st: cython.int
    if cc.simple_argc == -2 and cython.cast(raw_link, cython.cast(cython.p_void, link))(cc.owner) < 0:
        return FAILED
    if vm.fp + 1 >= vm.frames_end or args + n + cc.framesize + 64 > vm.stack_end:
        PyErr_SetString(PyExc_RecursionError, "maximum recursion depth exceeded")
        return FAILED
    if cc.simple_argc != n or kwnames != cython.NULL:
        if kwnames != cython.NULL or not fill_defaults(cython.cast(Function, fo), args, n):
            # comparing names, and what dies, may run code of the guest's: not on top of the parameters, though
            # they may pass the running frame's bound
            p = vm.claimed
            end = args + (n if n > cc.nparams else cc.nparams)
            if p < end:
                vm.claimed = end
            st = cython.cast(raw_bind, cython.cast(cython.p_void, bind_arguments))(fo, args, n, kwnames)
            vm.claimed = p
            if st != 0:
                return FAILED
    p = args + cc.nparams
    end = args + cc.nlocals
    while p < end:
        p[0] = cython.NULL
        p += 1
    cc.calls += 1
    vm.sp = end
    if cc.flags & ANY_GENERATOR:
        return cython.cast(raw_generator, cython.cast(cython.p_void, start_generator))(vm, ret, args)
    fp = vm.fp + 1
    fp.pc = cc.ins
    fp.fast = args
    fp.ret = ret
    fp.cc = cc
    fp.func = fo
    fp.locals = cython.NULL
    fp.extra = cython.NULL
    fp.flags = flags
    vm.fp = fp
    vm.state.fuel -= 1
    if vm.state.fuel < 0 and slice_over(vm) < 0:
        return PUSHED_FAILED
    return PUSHED


@cython.cfunc
def start_generator(vm: VM, ret: Refs, args: Refs) -> cython.int:
    """A generator function was called: its bound locals move to the heap."""
    fo: Ref = args[-1]
    f: Function = cython.cast(Function, fo)
    gen: Resumable
    i: cython.int
    if f.cc.flags & CO_GENERATOR:
        gen = new_generator()
    elif f.cc.flags & CO_COROUTINE:
        gen = new_coroutine()
    else:
        gen = new_async_generator()
    gen.cc = f.cc
    if gen.cap < gen.cc.framesize:
        PyMem_Free(gen.slots)
        gen.cap = 0
        gen.slots = cython.cast(Refs, PyMem_Malloc(gen.cc.framesize * cython.sizeof(Ref)))
        if gen.slots == cython.NULL:
            raise MemoryError
        gen.cap = gen.cc.framesize
    gen.nslots = gen.cc.nlocals
    for i in range(gen.nslots):
        gen.slots[i] = args[i]
    gen.pc = gen.cc.ins
    gen.state = GEN_CREATED
    if gen.cc.nhandlers or not f.cc.flags & CO_GENERATOR:
        gen.born = birth(False)
    gen.name = f.name
    gen.qualname = f.qualname
    gen.func = fo                       # the reference of args[-1] moves
    if ret < args - 1:
        XDECREF(ret[0])
    INCREF(cython.cast(Ref, gen))
    ret[0] = cython.cast(Ref, gen)
    vm.sp = ret + 1
    return DONE


def call_special_at(vm: VM, at: Refs, function: Ref, a: Ref, b: Ref, c: Ref, flags: cython.long):
    """Push `function` (borrowed) and its arguments (owned, NULL: none) at `at` and call it there."""
    n: cython.Py_ssize_t = 1
    at[0] = cg_newref(function)
    at[1] = a
    if b != cython.NULL:
        at[2] = b
        n = 2
        if c != cython.NULL:
            at[3] = c
            n = 3
    vm.sp = at + 1 + n
    return call_function(vm, at, at + 1, n, cython.NULL, flags)


# ------------------------------------------------------------------------------------------------ keywords and stars


def call_keywords(vm: VM, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref, ic: cython.pointer(CgCache)):
    """A call with keyword names: by the binding plan of the call site where the callee is a plain function."""
    fo: Ref = args[-1]
    cc: cython.pointer(CgExec)
    if Py_TYPE(fo) == BoundT:
        if cython.cast(raw_unbind, cython.cast(cython.p_void, unbind))(vm, ret, args, n) == 1:
            args = ret + 1
        n += 1
        fo = args[-1]
    if Py_TYPE(fo) == FunctionT:
        cc = cython.cast(Function, fo).cc
        if cc.simple_argc != -2 and args + n + cc.framesize + 64 < vm.stack_end:
            if cython.cast(Ref, cc) == ic.value or make_plan(cc, kwnames, n, ic):
                if apply_plan(cython.cast(Function, fo), args, n, ic):
                    return push_bound(vm, ret, args, cc)
    return call_function(vm, ret, args, n, kwnames, 0)


def push_bound(vm: VM, ret: Refs, args: Refs, cc: cython.pointer(CgExec)):
    fp: cython.pointer(CgFrame) = vm.fp + 1
    p: Refs = args + cc.nparams
    end: Refs = args + cc.nlocals
    if fp >= vm.frames_end:
        vm.sp = p
        PyErr_SetString(PyExc_RecursionError, "maximum recursion depth exceeded")
        return FAILED
    while p < end:
        p[0] = cython.NULL
        p += 1
    cc.calls += 1
    vm.sp = end
    if cc.flags & ANY_GENERATOR:
        return cython.cast(raw_generator, cython.cast(cython.p_void, start_generator))(vm, ret, args)
    fp.pc = cc.ins
    fp.fast = args
    fp.ret = ret
    fp.cc = cc
    fp.func = args[-1]
    fp.locals = cython.NULL
    fp.extra = cython.NULL
    fp.flags = 0
    vm.fp = fp
    vm.state.fuel -= 1
    if vm.state.fuel < 0 and slice_over(vm) < 0:
        return PUSHED_FAILED
    return PUSHED


# ------------------------------------------------------------------------------------------------ natives of the loop


@cython.cfunc
@cython.exceptval(check=False)
def loop_native(vm: VM, nf: NativeFunction, ret: Refs, args: Refs, n: cython.Py_ssize_t, kwnames: Ref,
                flags: cython.long) -> cython.int:
    """Natives that the loop does itself, without a nested run; -2: the general path does it."""
    found: Ref
    obj: Ref
    if kwnames != cython.NULL:
        return -2
    if nf.special == LOOP_TYPE:
        if n != 1:
            return -2
        found = cython.cast(raw_one, cython.cast(cython.p_void, type_of))(args[0])
        return FAILED if found == cython.NULL else give(vm, ret, found)
    if nf.special == LOOP_SEND or nf.special == LOOP_RESUME:
        return send_to(vm, nf, ret, args, n, flags)
    if nf.special == LOOP_NEXT and n == 1:
        obj = args[0]
        if Py_TYPE(obj) == GeneratorT and cython.cast(Generator, obj).state != GEN_CLOSED:
            # [next | gen] : the generator's frame goes above, its value to ret
            return resume_generator(vm, obj, ret, vm.sp, cg_newref(Py_None), flags | F_SEND)
        return in_its_place(vm, ret, args, S_NEXT, flags)
    if n == 1 and not nf.is_bound:
        if nf.special == LOOP_LEN:
            return in_its_place(vm, ret, args, S_LEN, flags | F_LEN)
        if nf.special == LOOP_ITER:
            return in_its_place(vm, ret, args, S_ITER, flags | F_ITER)
        if nf.special == LOOP_REPR:
            return in_its_place(vm, ret, args, S_REPR, flags | F_STR | F_REPR)
    return -2


@cython.cfunc
@cython.exceptval(check=False)
def send_to(vm: VM, nf: NativeFunction, ret: Refs, args: Refs, n: cython.Py_ssize_t, flags: cython.long) -> cython.int:
    """[send gen value], [bound send, value] or the same of __next__; -2: there is nothing to resume, or not in this way."""
    obj: Ref
    value: Ref = Py_None
    given: cython.Py_ssize_t = 1 if nf.special == LOOP_SEND else 0
    if nf.is_bound:
        obj = cython.cast(Ref, nf.self_)
        n += 1
    elif n > 0:
        obj = args[0]
    else:
        return -2
    if n != given + 1 or Py_TYPE(obj) != nf.owner or (Py_TYPE(obj) != GeneratorT and Py_TYPE(obj) != CoroutineT):
        return -2
    if given:
        value = vm.sp[-1]
    if cython.cast(Resumable, obj).state != GEN_SUSPENDED and (cython.cast(Resumable, obj).state != GEN_CREATED or value != Py_None):
        return -2
    return resume_generator(vm, obj, ret, vm.sp, cg_newref(value), flags | F_SEND)


@cython.cfunc
@cython.exceptval(check=False)
def in_its_place(vm: VM, ret: Refs, args: Refs, name: str, flags: cython.long) -> cython.int:
    """[native x] -> [special method of x, x]; -2: x has none that is a guest function."""
    found: Ref = special_function(args[0], name)
    if found == cython.NULL or cython.cast(Function, found).cc.flags & ANY_GENERATOR or flags & F_ENTRY:
        return -2
    cg_replace(args - 1, cg_newref(found))
    return fast_function(vm, ret, args, 1, cython.NULL, flags)
