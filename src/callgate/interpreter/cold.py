"""Instructions off the hot path, in ordinary object-typed code: pop and push own what they say.

Each is a method of its own below; `cold_op` is the table. Operands are taken off the stack before anything can fail, so that an
error leaves the stack as the unwinder expects it.
"""

import cython
from cython.cimports.callgate.core.attributes import bind, delattr_, getattr_
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.iteration import ask_hint, collect, has_special
from cython.cimports.callgate.core.operators import (
    contains, delete_subscript, format_, get_iter, repr_, set_subscript, str_, subscript, unary_op,
)
from cython.cimports.callgate.core.ops import *
from cython.cimports.callgate.core.cost import pay_hash
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import has_items, lookup_special, type_name, type_of
from cython.cimports.callgate.interpreter.calls import (
    DONE, PUSHED, call_special_at,
)
from cython.cimports.callgate.interpreter.frames import yield_value
from cython.cimports.callgate.interpreter.intrinsics import call_intrinsic_1, call_intrinsic_2
from cython.cimports.callgate.interpreter.match import match_op
from cython.cimports.callgate.interpreter.operate import contains_at
from cython.cimports.callgate.interpreter.stack import pop, push
from cython.cimports.callgate.interpreter.stars import merge_keywords
from cython.cimports.callgate.interpreter.unwind import current_exception, handled
from cython.cimports.callgate.objects.coroutine import Coroutine
from cython.cimports.callgate.objects.dict import merge_mapping
from cython.cimports.callgate.objects.set import fill
from cython.cimports.callgate.objects.exception import (
    ExceptionObject, exception_matches, exception_type, make_raise,
)
from cython.cimports.callgate.objects.function import (
    Executable, Function, new_function,
)
from cython.cimports.callgate.objects.generator import Generator
from cython.cimports.callgate.objects.slice import new_slice
from cython.cimports.callgate.objects.namespace import Module, Namespace, namespace_delete, namespace_set
from cython.cimports.cpython.dict import PyDict_GetItemWithError as dict_item

from callgate.bytecode.code import visible_name
from callgate.core.errors import GuestRaise
from callgate.objects.exception_group import match_star, raise_again

CO_COROUTINE = cython.declare(cython.int, 128)
CO_ITERABLE_COROUTINE = cython.declare(cython.int, 256)
MAKE_DEFAULTS = cython.declare(cython.int, 1)
MAKE_KWDEFAULTS = cython.declare(cython.int, 2)
MAKE_ANNOTATIONS = cython.declare(cython.int, 4)
MAKE_CLOSURE = cython.declare(cython.int, 8)


@cython.cfunc
def name_of(vm: VM, ins: cython.pointer(CgInstr)) -> str:
    return cython.cast(object, vm.fp.cc.names[ins.b])


def cold_op(vm: VM, op: cython.int, ins: cython.pointer(CgInstr)):
    n: cython.int = ins.a
    i: cython.int
    items: list
    mapping: dict
    top: Ref
    if op == OP_LOAD_GLOBAL:
        return push(vm, load_global(vm, name_of(vm, ins)))
    elif op == OP_LOAD_NAME:
        return push(vm, load_name(vm, name_of(vm, ins)))
    elif op == OP_STORE_NAME:
        return store_name(vm, name_of(vm, ins), pop(vm))
    elif op == OP_STORE_GLOBAL:
        return store_global(vm, name_of(vm, ins), pop(vm))
    elif op == OP_UNARY_OP:
        value = pop(vm)
        return push(vm, unary_op(ins.d, value))
    elif op == OP_CONTAINS_OP:
        i = contains_at(vm)
        if i != -2:
            return 1 if i == 1 else -2
        container = pop(vm)
        item = pop(vm)
        return push(vm, contains(container, item) != (n != 0))
    elif op == OP_BUILD_MAP:
        mapping = {}
        for i in range(n):
            pay_hash(cython.cast(object, vm.sp[2 * (i - n)]))
            mapping[cython.cast(object, vm.sp[2 * (i - n)])] = cython.cast(object, vm.sp[2 * (i - n) + 1])
        drop(vm, 2 * n)
        return push(vm, mapping)
    elif op == OP_BUILD_SET:
        new = set()
        for i in range(n):
            pay_hash(cython.cast(object, vm.sp[i - n]))
            new.add(cython.cast(object, vm.sp[i - n]))
        drop(vm, n)
        return push(vm, new)
    elif op == OP_BUILD_SLICE:
        value = pop(vm) if n == 3 else None
        stop = pop(vm)
        start = pop(vm)
        return push(vm, new_slice(start, stop, value))
    elif op == OP_FORMAT_VALUE:
        return format_value(vm, n)
    elif op == OP_SET_ADD:
        value = pop(vm)
        pay_hash(value)
        cython.cast(set, cython.cast(object, vm.sp[-n])).add(value)
        return 1
    elif op == OP_MAP_ADD:
        value = pop(vm)
        key = pop(vm)
        pay_hash(key)
        cython.cast(dict, cython.cast(object, vm.sp[-n]))[key] = value
        return 1
    elif op == OP_LIST_EXTEND:
        value = pop(vm)
        items = cython.cast(list, cython.cast(object, vm.sp[-n]))
        if type(value) is list or type(value) is tuple:
            charge(len(value) >> 5)
            charge_memory(8 * (len(items) + len(value)))
            items.extend(value)
        else:
            extend(items, value)
        return 1
    elif op == OP_SET_UPDATE:
        value = pop(vm)
        fill(cython.cast(object, vm.sp[-n]), value)
        return 1
    elif op == OP_DICT_UPDATE:
        value = pop(vm)
        return update(cython.cast(dict, cython.cast(object, vm.sp[-n])), value)
    elif op == OP_DICT_MERGE:
        value = pop(vm)
        merge_keywords(cython.cast(object, vm.sp[1 - n]), cython.cast(dict, cython.cast(object, vm.sp[-1])), value)
        return 1
    elif op == OP_LIST_TO_TUPLE:
        value = pop(vm)
        return push(vm, tuple(cython.cast(list, value)))
    elif op == OP_UNPACK_SEQUENCE:
        return unpack_sequence(vm, n)
    elif op == OP_UNPACK_EX:
        return unpack_ex(vm, n & 255, n >> 8)
    elif op == OP_MAKE_FUNCTION:
        return make_function(vm, n)
    elif op == OP_DELETE_SUBSCR:
        key = pop(vm)
        container = pop(vm)
        delete_subscript(container, key)
        return 1
    elif op == OP_DELETE_ATTR:
        value = pop(vm)
        delattr_(value, name_of(vm, ins))
        return 1
    elif op == OP_CHECK_EXC_MATCH:
        cls = pop(vm)
        return push(vm, exception_matches(cython.cast(object, vm.sp[-1]), cls))
    elif op == OP_CHECK_EG_MATCH:
        return check_group_match(vm)
    elif op == OP_PREP_RERAISE_STAR:
        items = pop(vm)
        value = pop(vm)
        return push(vm, raise_again(value, items))
    elif op == OP_RAISE_VARARGS:
        return raise_varargs(vm, n)
    elif op == OP_RERAISE:
        value = pop(vm)
        INCREF(cython.cast(Ref, value))
        vm.pending = cython.cast(Ref, value)
        return -2
    elif op == OP_BEFORE_WITH:
        return before_with(vm)
    elif op == OP_WITH_EXCEPT_START:
        return with_except_start(vm)
    elif op == OP_IMPORT_NAME:
        fromlist = pop(vm)
        level = pop(vm)
        return push(vm, vm.importer.import_name(vm, name_of(vm, ins), frame_globals(vm), fromlist, level))
    elif op == OP_IMPORT_FROM:
        return push(vm, vm.importer.import_from(vm, cython.cast(object, vm.sp[-1]), name_of(vm, ins)))
    elif op == OP_IMPORT_STAR:
        module = pop(vm)
        for name, value in vm.importer.star_items(vm, module):
            store_name(vm, name, value)
        return 1
    elif op == OP_GET_YIELD_FROM_ITER:
        if type(cython.cast(object, vm.sp[-1])) is Generator:
            return 1
        value = pop(vm)
        return push(vm, yield_from_iter(vm, value))
    elif op == OP_YIELD_FROM:
        return yield_from(vm)
    elif op == OP_CALL_INTRINSIC_1:
        value = pop(vm)
        return push(vm, call_intrinsic_1(n, value))
    elif op == OP_CALL_INTRINSIC_2:
        second = pop(vm)
        value = pop(vm)
        return push(vm, call_intrinsic_2(n, value, second))
    elif op == OP_LOAD_FROM_DICT_OR_DEREF:
        mapping_ = pop(vm)
        return push(vm, load_from_or_cell(vm, ins, mapping_))
    elif op == OP_LOAD_FROM_DICT_OR_GLOBALS:
        mapping_ = pop(vm)
        return push(vm, load_from_or_global(vm, name_of(vm, ins), mapping_))
    elif op == OP_LOAD_CLASSDEREF:
        return push(vm, load_from_or_cell(vm, ins, frame_locals(vm)))
    elif op == OP_LOAD_CLOSURE:
        if ins.d:
            return push(vm, cython.cast(Function, vm.fp.func).closure[n])
        return push(vm, cython.cast(object, vm.fp.fast[n]))
    elif op == OP_LOAD_LOCALS:
        return push(vm, frame_locals(vm))
    elif op == OP_LOAD_BUILD_CLASS:
        try:
            return push(vm, builtin(vm, "__build_class__"))
        except NameError:
            raise NameError("__build_class__ not found") from None
    elif op == OP_LOAD_ASSERTION_ERROR:
        return push(vm, exception_type("AssertionError"))
    elif op == OP_SETUP_ANNOTATIONS:
        locals_ = frame_locals(vm)
        try:
            subscript(locals_, "__annotations__")
        except KeyError:
            store_name(vm, "__annotations__", {})
        return 1
    elif op == OP_DELETE_NAME:
        return delete_name(vm, name_of(vm, ins))
    elif op == OP_DELETE_GLOBAL:
        return delete_global(vm, name_of(vm, ins))
    elif op == OP_DELETE_FAST:
        if vm.fp.fast[n] == cython.NULL:
            raise unbound_local(vm, n)
        cg_replace(vm.fp.fast + n, cython.NULL)
        return 1
    elif op == OP_LOAD_FAST_CHECK:
        raise unbound_local(vm, n)
    elif op == OP_LOAD_CELL:
        raise unbound_cell(vm, n)
    elif op == OP_LOAD_FREE:
        raise unbound_free(vm, n)
    elif op == OP_DELETE_CELL:
        if CG_CELL_VALUE(vm.fp.fast[n])[0] == cython.NULL:
            raise unbound_cell(vm, n)
        cg_replace(CG_CELL_VALUE(vm.fp.fast[n]), cython.NULL)
        return 1
    elif op == OP_DELETE_FREE:
        cell = cython.cast(Function, vm.fp.func).closure[n]
        if CG_CELL_VALUE(cython.cast(Ref, cell))[0] == cython.NULL:
            raise unbound_free(vm, n)
        cg_replace(CG_CELL_VALUE(cython.cast(Ref, cell)), cython.NULL)
        return 1
    elif op == OP_ROT_N:
        charge(n >> 4)
        top = vm.sp[-1]
        for i in range(1, n):
            vm.sp[-i] = vm.sp[-1 - i]
        vm.sp[-n] = top
        return 1
    elif op == OP_PRINT_EXPR:
        value = pop(vm)
        object_call(getattr_(vm.importer.import_name(vm, "sys", None, None, 0), "displayhook"), (value,), None)
        return 1
    elif op == OP_COPY:
        return push(vm, cython.cast(object, vm.sp[-n]))
    elif op == OP_SWAP:
        top = vm.sp[-1]
        vm.sp[-1] = vm.sp[-n]
        vm.sp[-n] = top
        return 1
    elif op == OP_ROT_FOUR:
        top = vm.sp[-1]
        for i in range(3):
            vm.sp[-1 - i] = vm.sp[-2 - i]
        vm.sp[-4] = top
        return 1
    if OP_GET_LEN <= op <= OP_MATCH_CLASS:
        return match_op(vm, op, n)
    raise SystemError(f"unknown instruction {op}")


@cython.cfunc
@cython.exceptval(check=False)
def drop(vm: VM, n: cython.int) -> cython.void:
    while n > 0:
        n -= 1
        vm.sp -= 1
        DECREF(vm.sp[0])


# ------------------------------------------------------------------------------------------------ names


@cython.cfunc
def code_of(vm: VM) -> object:
    return cython.cast(Executable, vm.fp.cc.owner).code


@cython.cfunc
def unbound_local(vm: VM, n: cython.int) -> object:
    name = visible_name(code_of(vm).varnames[n])
    return UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")


@cython.cfunc
def unbound_cell(vm: VM, n: cython.int) -> object:
    name = visible_name(code_of(vm).cellvars[n - vm.fp.cc.nvars])
    return UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")


@cython.cfunc
def unbound_free(vm: VM, n: cython.int) -> object:
    name = code_of(vm).freevars[n]
    return NameError(
        f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope", name=name
    )


@cython.cfunc
def frame_globals(vm: VM) -> object:
    """The running frame's globals: a Namespace, or the plain dict that exec was given."""
    func: Function = cython.cast(Function, vm.fp.func)
    if func.globals_dict is not None:
        return func.globals_dict
    return func.globals


@cython.cfunc
def frame_locals(vm: VM) -> object:
    if vm.fp.locals == cython.NULL:
        raise SystemError("the frame has no namespace")
    return cython.cast(object, vm.fp.locals)


@cython.cfunc
def own_builtins(vm: VM) -> object:
    """What the globals that exec was given have as `__builtins__`; None: the machine's."""
    func: Function = cython.cast(Function, vm.fp.func)
    if func.globals_dict is None:
        return None
    found: Ref = dict_item(func.globals_dict, "__builtins__")
    if found == cython.NULL or found == cython.cast(Ref, vm.builtins):
        return None
    given: object = cython.cast(object, found)
    return getattr_(given, "__dict__") if isinstance(given, Module) else given


@cython.cfunc
def builtin(vm: VM, name: str) -> object:
    """A builtin by name, or NameError. A plain dict of globals may name builtins of its own."""
    given: object = own_builtins(vm)
    if given is not None:
        try:
            return subscript(given, name)
        except KeyError:
            raise NameError(f"name '{name}' is not defined", name=name) from None
    value = cython.cast(dict, vm.builtins).get(name, NotImplemented)
    if value is NotImplemented and name != "NotImplemented":
        raise NameError(f"name '{name}' is not defined", name=name)
    return value


@cython.cfunc
def load_global(vm: VM, name: str) -> object:
    """A global that its cell does not hold: by name, then a builtin."""
    found: Ref
    scope = frame_globals(vm)
    if type(scope) is Namespace or type(scope) is dict:
        found = dict_item(scope, name)
        if found != cython.NULL:
            return cython.cast(object, found)
    else:
        try:
            return subscript(scope, name)
        except KeyError:
            pass
    return builtin(vm, name)


@cython.cfunc
def load_name(vm: VM, name: str) -> object:
    found: Ref
    if vm.fp.locals != cython.NULL:
        scope = cython.cast(object, vm.fp.locals)
        if type(scope) is dict or type(scope) is Namespace:
            found = dict_item(scope, name)
            if found != cython.NULL:
                return cython.cast(object, found)
        else:
            try:
                return subscript(scope, name)
            except KeyError:
                pass
    return load_global(vm, name)


@cython.cfunc
def store_global(vm: VM, name: str, value: object) -> cython.int:
    func: Function = cython.cast(Function, vm.fp.func)
    if func.globals_dict is not None:
        set_subscript(func.globals_dict, name, value)
    else:
        namespace_set(func.globals, name, value)
    return 1


@cython.cfunc
def store_name(vm: VM, name: str, value: object) -> cython.int:
    scope = frame_locals(vm)
    if type(scope) is Namespace:
        namespace_set(scope, name, value)
    elif type(scope) is dict:
        cython.cast(dict, scope)[name] = value
    else:
        set_subscript(scope, name, value)
    return 1


@cython.cfunc
def delete_name(vm: VM, name: str) -> cython.int:
    scope = frame_locals(vm)
    try:
        if type(scope) is Namespace:
            namespace_delete(scope, name)
        else:
            delete_subscript(scope, name)
    except KeyError:
        raise NameError(f"name '{name}' is not defined", name=name) from None
    return 1


@cython.cfunc
def delete_global(vm: VM, name: str) -> cython.int:
    func: Function = cython.cast(Function, vm.fp.func)
    try:
        if func.globals_dict is not None:
            delete_subscript(func.globals_dict, name)
        else:
            namespace_delete(func.globals, name)
    except KeyError:
        raise NameError(f"name '{name}' is not defined", name=name) from None
    return 1


@cython.cfunc
def load_from_or_global(vm: VM, name: str, scope: object) -> object:
    """In an annotation scope of a class body: the class's name goes before the global."""
    try:
        return subscript(scope, name)
    except KeyError:
        return load_global(vm, name)


@cython.cfunc
def load_from_or_cell(vm: VM, ins: cython.pointer(CgInstr), scope: object) -> object:
    """In a class body: the namespace's name goes before the cell of the same name."""
    name: str = name_of(vm, ins)
    cell: Ref
    if type(scope) is dict:
        if name in cython.cast(dict, scope):
            return cython.cast(dict, scope)[name]
    else:
        try:
            return subscript(scope, name)
        except KeyError:
            pass
    if ins.d:
        cell = cython.cast(Ref, cython.cast(Function, vm.fp.func).closure[ins.a])
    else:
        cell = vm.fp.fast[ins.a]
    if CG_CELL_VALUE(cell)[0] == cython.NULL:
        raise unbound_free(vm, ins.a) if ins.d else unbound_cell(vm, ins.a)
    return cython.cast(object, CG_CELL_VALUE(cell)[0])


# ------------------------------------------------------------------------------------------------ values


@cython.cfunc
def extend(items: list, value: object) -> cython.int:
    """[*value]: anything iterable."""
    try:
        it = get_iter(value)
    except TypeError:
        if not has_special(value, "__iter__") and not has_items(type_of(value)):
            raise TypeError(f"Value after * must be an iterable, not {type_name(value)}") from None
        raise
    ask_hint(value)
    more: list = collect(it)
    charge_memory(8 * (len(items) + len(more)))
    items.extend(more)
    return 1


@cython.cfunc
def update(target: dict, value: object) -> cython.int:
    """{**value}."""
    try:
        merge_mapping(target, value)
    except AttributeError:
        raise TypeError(f"'{type_name(value)}' object is not a mapping") from None
    return 1


@cython.cfunc
def format_value(vm: VM, flags: cython.int) -> cython.int:
    spec: str = ""
    if flags & 4:
        spec = pop(vm)
    value = pop(vm)
    conversion: cython.int = flags & 3
    if conversion == 1:
        value = str_(value)
    elif conversion == 2:
        value = repr_(value)
    elif conversion == 3:
        value = repr_(value).encode("ascii", "backslashreplace").decode("ascii")
    if spec == "" and type(value) is str:
        return push(vm, value)
    return push(vm, format_(value, spec))


@cython.cfunc
def unpack_sequence(vm: VM, n: cython.int) -> cython.int:
    value = pop(vm)
    i: cython.Py_ssize_t
    items: list
    if type(value) is tuple or type(value) is list:
        items = list(value)
        if len(items) > n:
            raise ValueError(too_many(n, len(items)))
    else:
        items = take(value, n, n)
        if len(items) > n:
            raise ValueError(too_many(n, -1))
    if len(items) < n:
        raise ValueError(f"not enough values to unpack (expected {n}, got {len(items)})")
    for i in range(n - 1, -1, -1):
        push(vm, items[i])
    return 1


@cython.cfunc
def too_many(n: cython.int, got: cython.Py_ssize_t) -> str:
    return f"too many values to unpack (expected {n})"


MOST = cython.declare(cython.Py_ssize_t, 1 << 62)


@cython.cfunc
def take(value: object, limit: cython.Py_ssize_t, expected: cython.int) -> list:
    """The items of an iterable, one more than `limit` at most."""
    items: list = []
    try:
        it = get_iter(value)
    except TypeError:
        if not has_special(value, "__iter__") and not has_items(type_of(value)):
            raise TypeError(f"cannot unpack non-iterable {type_name(value)} object") from None
        raise
    if limit == MOST:
        return collect(it)
    for item in it:
        items.append(item)
        if len(items) > limit:
            break
    return items


@cython.cfunc
def unpack_ex(vm: VM, before: cython.int, after: cython.int) -> cython.int:
    value = pop(vm)
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t
    items: list
    if type(value) is list:
        items = value       # nothing of the guest's runs before its items are on the stack
        charge(len(items) >> 5)
    else:
        items = take(value, MOST, before)
    n = len(items)
    if n < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {n})")
    for i in range(n - 1, n - after - 1, -1):
        push(vm, items[i])
    push(vm, items[before:n - after])
    for i in range(before - 1, -1, -1):
        push(vm, items[i])
    return 1


@cython.cfunc
def make_function(vm: VM, flags: cython.int) -> cython.int:
    executable: Executable = pop(vm)
    outer: Function = cython.cast(Function, vm.fp.func)
    f: Function = new_function(executable, outer.globals)
    f.globals_dict = outer.globals_dict
    if flags & MAKE_CLOSURE:
        f.closure = pop(vm)
    if flags & MAKE_ANNOTATIONS:
        pairs: tuple = pop(vm)
        i: cython.Py_ssize_t
        notes: dict = {}
        for i in range(0, len(pairs), 2):
            notes[pairs[i]] = pairs[i + 1]
        f.annotations = notes
    if flags & MAKE_KWDEFAULTS:
        f.kwdefaults = pop(vm)
    if flags & MAKE_DEFAULTS:
        f.defaults = pop(vm)
    scope = frame_globals(vm)
    if isinstance(scope, dict):
        f.module = cython.cast(dict, scope).get("__name__")
    return push(vm, f)


# ------------------------------------------------------------------------------------------------ exceptions


@cython.cfunc
def raise_varargs(vm: VM, n: cython.int) -> cython.int:
    exc: object
    if n == 0:
        exc = current_exception(vm)
        if exc is None:
            raise RuntimeError("No active exception to reraise")
    elif n == 1:
        value = pop(vm)
        exc = make_raise(value, cython.NULL)
    else:
        cause = pop(vm)
        value = pop(vm)
        exc = make_raise(value, cython.cast(Ref, cause))
    INCREF(cython.cast(Ref, exc))
    vm.pending = cython.cast(Ref, exc)
    if n and cython.cast(ExceptionObject, exc).traceback is not None:
        handled(vm)     # a new one is linked while it unwinds; one that was raised before, at each raise
    return -2


@cython.cfunc
def check_group_match(vm: VM) -> cython.int:
    """[exception class]: what an except* clause takes becomes the handled exception."""
    cls = pop(vm)
    exc = pop(vm)
    exception_matches(exc, cls)         # the class must be one
    rest, match = match_star(exc, cls)
    push(vm, rest)
    push(vm, match)
    if match is not None:
        INCREF(cython.cast(Ref, match))
        cg_replace(cython.address(vm.exc.value), cython.cast(Ref, match))
    return 1


@cython.cfunc
def before_with(vm: VM) -> cython.int:
    manager = pop(vm)
    cls: Type = type_of(manager)
    enter = lookup_special(manager, "__enter__")
    if enter is None:
        raise TypeError(f"'{type_name(manager)}' object does not support the context manager protocol")
    leave = lookup_special(manager, "__exit__")
    if leave is None:
        raise TypeError(
            f"'{type_name(manager)}' object does not support the context manager protocol (missed __exit__ method)"
        )
    push(vm, bind(leave, cython.cast(Ref, manager), cls))
    if type(enter) is Function:
        INCREF(cython.cast(Ref, manager))
        return status(call_special_at(vm, vm.sp, cython.cast(Ref, enter), cython.cast(Ref, manager), cython.NULL, cython.NULL, 0))
    return push(vm, object_call(bind(enter, cython.cast(Ref, manager), cls), (), None))


@cython.cfunc
def with_except_start(vm: VM) -> cython.int:
    """[exit previous exception]: call exit(type, exception, traceback) above them."""
    exc: ExceptionObject = cython.cast(object, vm.sp[-1])
    leave: Ref = vm.sp[-3]
    tb = exc.traceback
    cls: object = exc.type
    return status(call_special_at(
        vm, vm.sp, leave, cg_newref(cython.cast(Ref, cls)), cg_newref(cython.cast(Ref, exc)), cg_newref(cython.cast(Ref, tb)), 0
    ))


@cython.cfunc
@cython.exceptval(check=False)
def status(st: cython.int) -> cython.int:
    """What a call came to, as cold_op's result; -2: failed, the error is set."""
    return 1 if st == DONE or st == PUSHED else -2


# ------------------------------------------------------------------------------------------------ generators


@cython.cfunc
def yield_from_iter(vm: VM, value: object) -> object:
    """What `yield from` delegates to: a coroutine only in a generator of types.coroutine."""
    if type(value) is Coroutine:
        if not vm.fp.cc.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE):
            raise TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
        return value
    return get_iter(value)


@cython.cfunc
def yield_from(vm: VM) -> cython.int:
    """[iterator sent]: over an iterator that is no generator of ours."""
    sent = pop(vm)
    it = cython.cast(object, vm.sp[-1])
    try:
        if sent is None:
            value = next(it)
        else:
            value = object_call(getattr_(it, "send"), (sent,), None)
    except StopIteration as stop:
        result = stop_value(stop)
        pop(vm)
        return push(vm, result)
    INCREF(cython.cast(Ref, value))
    vm.fp.pc -= 1                     # back to YIELD_FROM when resumed
    return yield_value(vm, cython.cast(Ref, value)) + 10


@cython.cfunc
def stop_value(stop: object) -> object:
    """The value of a StopIteration, host's or guest's."""
    if isinstance(stop, GuestRaise):
        return getattr_(stop.value, "value")
    return stop.value
