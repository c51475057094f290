"""A small interpreter for Code with the host's objects, to compare compiled programs with the host's own results.

It is slow and trusts its input. It asserts what the compiler promises: no unbound LOAD_FAST, no stack beyond
``stacksize``. ``positions_of`` tells where an exception passed, to compare with the host's traceback.
"""

from __future__ import annotations

import builtins
import operator
import types
from typing import Any

from callgate.bytecode.code import (
    CO_ASYNC_GENERATOR,
    CO_COROUTINE,
    CO_GENERATOR,
    CO_VARARGS,
    CO_VARKEYWORDS,
    Code,
    Position,
)
from callgate.bytecode.opcodes import BINARY_OPS, COMPARE_OPS, INPLACE, OPS, UNARY_OPS

UNBOUND = object()
ANY_GENERATOR = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR
_BINARY = dict(zip(BINARY_OPS, (
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow,
    operator.lshift, operator.rshift, operator.or_, operator.xor, operator.and_, operator.matmul)))
_INPLACE = dict(zip(BINARY_OPS, (
    operator.iadd, operator.isub, operator.imul, operator.itruediv, operator.ifloordiv, operator.imod, operator.ipow,
    operator.ilshift, operator.irshift, operator.ior, operator.ixor, operator.iand, operator.imatmul)))
_COMPARE = {COMPARE_OPS[sign]: function for sign, function in {
    "<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, ">=": operator.ge,
}.items()}
_UNARY = {"-": operator.neg, "not": operator.not_, "+": operator.pos, "~": operator.invert}
HANDLED: list[BaseException | None] = [None]
_PASSED: dict[int, tuple[BaseException, list[tuple[str, Position]]]] = {}


def positions_of(error: BaseException) -> list[tuple[str, Position]]:
    """Return (name of code, position) of the places that an exception passed, outermost first."""
    return _PASSED.get(id(error), (error, []))[1][::-1]


class Frame:
    """The state of one activation."""

    def __init__(self, code: Code, module: dict[str, Any], names: Any, closure: tuple[Any, ...]) -> None:
        self.code, self.module, self.names = code, module, names
        self.fast: list[Any] = [UNBOUND] * len(code.varnames)
        self.cells: list[Any] = [None] * len(code.cellvars) + list(closure)
        self.stack: list[Any] = []
        self.open_methods = 0


def run_code(code: Code, module: dict[str, Any], names: Any = None) -> Any:
    """Run the code of a module."""
    return drive(evaluate(Frame(code, module, module if names is None else names, ())))


class Escaped:
    """An exception that leaves a frame: a StopIteration could not pass through the host's generator."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


def drive(steps: Any) -> Any:
    try:
        next(steps)
    except StopIteration as stop:
        if type(stop.value) is Escaped:
            raise stop.value.error from None
        return stop.value
    raise AssertionError("yield in code that is no generator")


def evaluate(frame: Frame) -> Any:
    """Run a frame, as a generator that yields what the code yields."""
    code, stack = frame.code, frame.stack
    loads = {site.method for site in code.calls if site.method >= 0}
    ends = {site.call for site in code.calls if site.method >= 0}
    pc = 0
    outer = HANDLED[-1]
    while True:
        row = OPS[code.instructions[pc] & 0xFF]
        operand = code.instructions[pc] >> 8
        here, pc = pc, pc + 1
        try:
            if row.name == "RETURN_VALUE":
                assert len(stack) == 1
                return stack.pop()
            if row.name == "YIELD_VALUE":
                # A suspended generator handles nothing.
                own, HANDLED[-1] = HANDLED[-1], outer
                try:
                    sent = yield stack.pop()
                finally:
                    own, outer, HANDLED[-1] = None, HANDLED[-1], own if own is not outer else HANDLED[-1]
                stack.append(sent)
            elif row.name == "YIELD_FROM":
                stack.pop()
                stack[-1] = yield from stack[-1]
            else:
                target = HANDLERS[row.name](frame, operand)
                if type(target) is int:
                    pc = target
            frame.open_methods += (here in loads) - (here in ends)
            assert len(stack) + frame.open_methods <= code.stacksize, (code, here)
        except BaseException as error:
            if HANDLED[-1] is not None and error.__context__ is None and error is not HANDLED[-1]:
                error.__context__ = HANDLED[-1]
            if row.name not in ("RERAISE", "END_ASYNC_FOR") and not (row.name == "RAISE_VARARGS" and error is HANDLED[-1]):
                passed = _PASSED.setdefault(id(error), (error, []))[1]
                passed.append((code.name, code.positions[here]))
            for start, end, goal, depth in code.handlers:
                if start <= here < end:
                    del stack[depth:]
                    stack.append(error)
                    frame.open_methods = 0
                    pc = goal
                    break
            else:
                if isinstance(error, StopIteration) and not code.flags & ANY_GENERATOR:
                    return Escaped(error)
                raise


class Given:
    """What an asynchronous generator yields to whoever iterates, not to whoever runs the loop."""

    def __init__(self, value: Any) -> None:
        self.value = value


@types.coroutine
def delegate(steps: Any) -> Any:
    return (yield from steps)


async def coroutine(steps: Any) -> Any:
    return await delegate(steps)


async def async_generator(steps: Any) -> Any:
    resume, sent = steps.send, None
    while True:
        try:
            item = resume(sent)
        except StopIteration:
            return
        resume = steps.send
        try:
            sent = (yield item.value) if type(item) is Given else await delegate(iter([item]))
        except BaseException as error:
            resume, sent = steps.throw, error


def awaitable(value: Any) -> Any:
    """Return the iterator that await drives."""
    if isinstance(value, types.GeneratorType) and value.gi_code.co_flags & 0x100:
        return value
    if not hasattr(type(value), "__await__"):
        raise TypeError(f"object {type(value).__name__} can't be used in 'await' expression")
    found = type(value).__await__(value)
    if not hasattr(type(found), "__next__"):
        raise TypeError(f"__await__() returned non-iterator of type '{type(found).__name__}'")
    return found


def get_aiter(operand: int, value: Any) -> Any:
    if not hasattr(type(value), "__aiter__"):
        raise TypeError("'async for' requires an object with __aiter__ method")
    found = type(value).__aiter__(value)
    if not hasattr(type(found), "__anext__"):
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__")
    return found


def before_async_with(frame: Frame, operand: int, manager: Any) -> None:
    if not hasattr(type(manager), "__aenter__") or not hasattr(type(manager), "__aexit__"):
        raise TypeError(f"'{type(manager).__name__}' object does not support the asynchronous context manager protocol")
    leave = type(manager).__aexit__.__get__(manager)
    frame.stack.extend((leave, type(manager).__aenter__(manager)))


def end_async_for(frame: Frame, operand: int, iterator: Any, error: BaseException) -> None:
    if not isinstance(error, StopAsyncIteration):
        raise error


def make_function(frame: Frame, flags: int) -> Any:
    code: Code = frame.stack.pop()
    closure = frame.stack.pop() if flags & 8 else ()
    annotations = frame.stack.pop() if flags & 4 else ()
    kwdefaults = frame.stack.pop() if flags & 2 else {}
    defaults = frame.stack.pop() if flags & 1 else ()

    def function(*args: Any, **kwargs: Any) -> Any:
        inner = Frame(code, frame.module, None, closure)
        bind(inner, list(args), kwargs, defaults, kwdefaults)
        steps = evaluate(inner)
        if code.flags & CO_GENERATOR:
            return steps
        if code.flags & CO_COROUTINE:
            return coroutine(steps)
        return async_generator(steps) if code.flags & CO_ASYNC_GENERATOR else drive(steps)

    function.__name__, function.__qualname__, function.__doc__ = code.name, code.qualname, code.docstring
    function.__annotations__ = dict(zip(annotations[::2], annotations[1::2]))
    function.__module__ = frame.module.get("__name__")  # type: ignore[assignment]
    function.code = code  # type: ignore[attr-defined]
    function.frame_of = lambda names: Frame(code, frame.module, names, closure)  # type: ignore[attr-defined]
    return function


def bind(
    frame: Frame, args: list[Any], kwargs: dict[str, Any], defaults: tuple[Any, ...], kwdefaults: dict[str, Any],
) -> None:
    code, fast = frame.code, frame.fast
    names = code.varnames
    count = code.argcount
    total = count + code.kwonlyargcount
    fast[:min(count, len(args))] = args[:count]
    where = total
    if code.flags & CO_VARARGS:
        fast[where] = tuple(args[count:])
        where += 1
    elif len(args) > count:
        raise TypeError(f"{code.name}() takes {count} positional arguments but {len(args)} were given")
    rest = {}
    for key, value in kwargs.items():
        if key in names[code.posonlyargcount:total]:
            index = names.index(key)
            if fast[index] is not UNBOUND:
                raise TypeError(f"{code.name}() got multiple values for argument '{key}'")
            fast[index] = value
        elif code.flags & CO_VARKEYWORDS:
            rest[key] = value
        else:
            raise TypeError(f"{code.name}() got an unexpected keyword argument '{key}'")
    if code.flags & CO_VARKEYWORDS:
        fast[where] = rest
    for index in range(total):
        if fast[index] is UNBOUND:
            if index < count and index >= count - len(defaults):
                fast[index] = defaults[index - count + len(defaults)]
            elif index >= count and names[index] in kwdefaults:
                fast[index] = kwdefaults[names[index]]
            else:
                raise TypeError(f"{code.name}() missing a required argument: '{names[index]}'")


def build_class(function: Any, name: str, *bases: Any, **keywords: Any) -> Any:
    resolved = types.resolve_bases(bases)
    meta, namespace, keywords = types.prepare_class(name, resolved, keywords)
    drive(evaluate(function.frame_of(namespace)))
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **keywords)


def call(frame: Frame, function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if function is super and not args:
        cells = frame.code.cellvars + frame.code.freevars
        first = frame.fast[0]
        if first is UNBOUND or frame.code.varnames[0] in cells:
            first = frame.cells[cells.index(frame.code.varnames[0])].cell_contents
        return super(frame.cells[cells.index("__class__")].cell_contents, first)
    if function is builtins.locals:
        return frame.names
    return function(*args, **kwargs)


def named_in_full(function: Any) -> str:
    module = getattr(function, "__module__", None)
    return f"{function.__qualname__}()" if module in (None, "builtins") else f"{module}.{function.__qualname__}()"


def call_instruction(frame: Frame, operand: int, star: bool, named: bool) -> None:
    stack = frame.stack
    mapping = stack.pop() if named else {}
    rest = stack.pop() if star else ()
    pairs: dict[str, Any] = {}
    count = operand >> 8
    if count:
        items = stack[-2 * count:]
        del stack[-2 * count:]
        pairs = dict(zip(items[::2], items[1::2]))
    count = operand & 0xFF
    args = stack[len(stack) - count:]
    del stack[len(stack) - count:]
    function = stack.pop()
    try:
        rest = tuple(rest)
    except TypeError:
        if hasattr(type(rest), "__iter__") or hasattr(type(rest), "__getitem__"):
            raise
        raise TypeError(f"{named_in_full(function)} argument after * must be an iterable, not {type(rest).__name__}") from None
    try:
        kwargs = dict(**mapping)
    except TypeError:
        if hasattr(mapping, "keys"):
            raise
        raise TypeError(f"{named_in_full(function)} argument after ** must be a mapping, not {type(mapping).__name__}") from None
    for key in kwargs:
        if key in pairs:
            raise TypeError(f"{function.__qualname__}() got multiple values for keyword argument '{key}'")
    stack.append(call(frame, function, [*args, *rest], {**pairs, **kwargs}))


def unpack(frame: Frame, before: int, after: int) -> None:
    iterable = frame.stack.pop()
    if after < 0:
        items = list(iterable)
        if len(items) != before:
            raise ValueError(f"unpacked {len(items)}, wanted {before}")
    else:
        items = list(iterable)
        if len(items) < before + after:
            raise ValueError("not enough values to unpack")
        items[before:len(items) - after] = [items[before:len(items) - after]]
    frame.stack.extend(reversed(items))


def do_raise(stack: list[Any], count: int) -> None:
    cause = stack.pop() if count == 2 else UNBOUND
    if count == 0:
        if HANDLED[-1] is None:
            raise RuntimeError("No active exception to reraise")
        raise HANDLED[-1]
    error = stack.pop()
    if isinstance(error, type):
        error = error()
    if cause is not UNBOUND:
        raise error from cause
    raise error


def load_name(frame: Frame, name: str, first: Any) -> None:
    for space in (*first, frame.module, vars(builtins)):
        if name in space:
            frame.stack.append(space[name])
            return
    raise NameError(f"name '{name}' is not defined")


def load_cell(frame: Frame, index: int) -> Any:
    try:
        return frame.cells[index].cell_contents
    except ValueError:
        names = frame.code.cellvars + frame.code.freevars
        raise NameError(f"cannot access cell '{names[index]}'") from None


HANDLERS: dict[str, Any] = {}


def handles(name: str) -> Any:
    def register(function: Any) -> Any:
        HANDLERS[name] = function
        return function
    return register


def simple(name: str, count: int, function: Any) -> None:
    """Register an instruction that replaces ``count`` items by the result of ``function(operand, *items)``."""
    def handler(frame: Frame, operand: int) -> None:
        items = frame.stack[len(frame.stack) - count:]
        del frame.stack[len(frame.stack) - count:]
        frame.stack.append(function(operand, *items))
    HANDLERS[name] = handler


def action(name: str, count: int, function: Any) -> None:
    """The same without a result; ``function(frame, operand, *items)`` may return where to jump."""
    def handler(frame: Frame, operand: int) -> int | None:
        items = frame.stack[len(frame.stack) - count:]
        del frame.stack[len(frame.stack) - count:]
        return function(frame, operand, *items)  # type: ignore[no-any-return]
    HANDLERS[name] = handler


def collect(name: str, make: Any) -> None:
    def handler(frame: Frame, count: int) -> None:
        items = frame.stack[len(frame.stack) - count:]
        del frame.stack[len(frame.stack) - count:]
        frame.stack.append(make(items))
    HANDLERS[name] = handler


def push(*items: Any) -> Any:
    return lambda frame, operand, *args: frame.stack.extend([args[i] for i in items])


def set_item(container: Any, key: Any, value: Any) -> None:
    container[key] = value


def delete_item(container: Any, key: Any) -> None:
    del container[key]


def delete_name(space: Any, name: str) -> None:
    if name not in space:
        raise NameError(f"name '{name}' is not defined")
    del space[name]


def delete_fast(frame: Frame, index: int) -> None:
    if frame.fast[index] is UNBOUND:
        raise UnboundLocalError(frame.code.varnames[index])
    frame.fast[index] = UNBOUND


def merge(frame: Frame, operand: int, mapping: Any) -> None:
    target = frame.stack[-1]
    function = frame.stack[1 - operand]
    assert callable(function), function
    if not hasattr(mapping, "keys"):
        raise TypeError(f"{function.__qualname__}() argument after ** must be a mapping")
    for key in mapping.keys():  # noqa: SIM118
        if key in target:
            raise TypeError(f"{function.__qualname__}() got multiple values for keyword argument '{key}'")
        target[key] = mapping[key]


def check_fast(frame: Frame, index: int) -> None:
    if frame.fast[index] is UNBOUND:
        raise UnboundLocalError(frame.code.varnames[index])
    frame.stack.append(frame.fast[index])


def load_fast(frame: Frame, index: int) -> None:
    assert frame.fast[index] is not UNBOUND, (frame.code.name, frame.code.varnames[index])
    frame.stack.append(frame.fast[index])


def make_cell(frame: Frame, index: int) -> None:
    name = frame.code.cellvars[index]
    cell = types.CellType()
    if name in frame.code.varnames:
        value = frame.fast[frame.code.varnames.index(name)]
        assert value is not UNBOUND
        cell.cell_contents = value
    frame.cells[index] = cell


def for_iter(frame: Frame, target: int) -> int | None:
    try:
        frame.stack.append(next(frame.stack[-1]))
    except StopIteration:
        frame.stack.pop()
        return target
    return None


def or_pop(condition: bool) -> Any:
    def handler(frame: Frame, target: int) -> int | None:
        if bool(frame.stack[-1]) is condition:
            return target
        frame.stack.pop()
        return None
    return handler


def push_exc_info(frame: Frame, operand: int, error: BaseException) -> None:
    frame.stack.extend((HANDLED[-1], error))
    HANDLED[-1] = error


def pop_except(frame: Frame, operand: int, previous: BaseException | None) -> None:
    HANDLED[-1] = previous


def check_match(frame: Frame, operand: int, classes: Any) -> None:
    for item in classes if isinstance(classes, tuple) else (classes,):
        if not (isinstance(item, type) and issubclass(item, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    frame.stack.append(isinstance(frame.stack[-1], classes))


def check_group_match(frame: Frame, operand: int, classes: Any) -> None:
    for item in classes if isinstance(classes, tuple) else (classes,):
        if not (isinstance(item, type) and issubclass(item, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(item, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    error = frame.stack.pop()
    if isinstance(error, classes):
        rest, match = None, error if isinstance(error, BaseExceptionGroup) else BaseExceptionGroup("", [error])
    elif isinstance(error, BaseExceptionGroup):
        match, rest = error.split(classes)
    else:
        match, rest = None, error
    if match is not None:
        HANDLED[-1] = match
    frame.stack.extend((rest, match))


def leaves(error: BaseException) -> set[int]:
    if isinstance(error, BaseExceptionGroup):
        return set().union(*(leaves(part) for part in error.exceptions))
    return {id(error)}


def to_raise_again(operand: int, error: BaseException, raised: list[BaseException | None]) -> BaseException | None:
    found = [item for item in raised if item is not None]
    if not isinstance(error, BaseExceptionGroup):
        return found[0] if found else None

    def metadata(item: BaseException) -> list[int]:
        return [id(part) for part in (item.__traceback__, item.__cause__, item.__context__)]

    same = [item for item in found if metadata(item) == metadata(error)]
    found = [item for item in found if item not in same]
    if same:
        kept = set().union(*map(leaves, same))
        again = error.subgroup(lambda part: not isinstance(part, BaseExceptionGroup) and id(part) in kept)
        # It goes on with the traceback of the whole.
        _PASSED[id(again)] = (again, list(_PASSED.get(id(error), (error, []))[1]))
        if not found:
            return again
        if again is not None:
            found.append(again)
    return found[0] if len(found) == 1 else BaseExceptionGroup("", found) if found else None


def reraise(frame: Frame, operand: int, error: BaseException) -> None:
    raise error


def before_with(frame: Frame, operand: int, manager: Any) -> None:
    if not hasattr(type(manager), "__exit__"):
        raise TypeError(f"'{type(manager).__name__}' object does not support the context manager protocol")
    leave = type(manager).__exit__.__get__(manager)
    frame.stack.extend((leave, type(manager).__enter__(manager)))


def with_except_start(frame: Frame, operand: int) -> None:
    leave, _, error = frame.stack[-3:]
    frame.stack.append(leave(type(error), error, error.__traceback__))


def match_keys(frame: Frame, operand: int) -> None:
    subject, keys = frame.stack[-2:]
    if len(set(keys)) < len(keys):
        raise ValueError("mapping pattern checks duplicate key")
    values = [subject.get(key, UNBOUND) for key in keys]
    frame.stack.append(None if UNBOUND in values else tuple(values))


def match_class(count: int, subject: Any, cls: Any, names: tuple[str, ...]) -> Any:
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a type")
    if not isinstance(subject, cls):
        return None
    own = getattr(cls, "__match_args__", None)
    itself = count and own is None and bool(cls.__flags__ & 1 << 22)
    if count > (1 if itself else len(own or ())):
        raise TypeError(f"{cls.__name__}() accepts fewer than {count} positional sub-patterns")
    names = (*(() if itself or not count else own[:count]), *names)
    if len(set(names)) < len(names):
        raise TypeError(f"{cls.__name__}() got multiple sub-patterns for an attribute")
    values = [subject] if itself else []
    for name in names:
        if not hasattr(subject, name):
            return None
        values.append(getattr(subject, name))
    return tuple(values)


def import_name(frame: Frame, operand: int, level: int, names: Any) -> None:
    frame.stack.append(__import__(frame.code.names[operand], frame.module, None, names, level))


def import_from(frame: Frame, operand: int) -> None:
    name = frame.code.names[operand]
    if not hasattr(frame.stack[-1], name):
        raise ImportError(f"cannot import name {name!r}")
    frame.stack.append(getattr(frame.stack[-1], name))


def import_star(frame: Frame, operand: int, module: Any) -> None:
    names = getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")])
    frame.names.update({name: getattr(module, name) for name in names})


def format_value(frame: Frame, operand: int) -> None:
    spec = frame.stack.pop() if operand & 4 else ""
    convert = (lambda value: value, str, repr, ascii)[operand & 3]
    frame.stack.append(format(convert(frame.stack.pop()), spec))


action("NOP", 0, lambda frame, operand: None)
action("POP_TOP", 1, lambda frame, operand, value: None)
action("DUP_TOP", 1, push(0, 0))
action("DUP_TOP_TWO", 2, push(0, 1, 0, 1))
action("ROT_TWO", 2, push(1, 0))
action("ROT_THREE", 3, push(2, 0, 1))
action("ROT_FOUR", 4, push(3, 0, 1, 2))
action("ROT_N", 0, lambda f, n: f.stack.insert(-n, f.stack.pop()) if n > 1 else None)
action("COPY", 0, lambda f, n: f.stack.append(f.stack[-n]))
action("SWAP", 0, lambda f, n: f.stack.__setitem__(slice(None), [
    *f.stack[:-n], f.stack[-1], *f.stack[1 - n:-1], f.stack[-n]]))
action("LOAD_CONST", 0, lambda f, n: f.stack.append(f.code.consts[n]))
HANDLERS["LOAD_FAST"] = load_fast
HANDLERS["LOAD_FAST_CHECK"] = check_fast
action("STORE_FAST", 1, lambda f, n, value: f.fast.__setitem__(n, value))
HANDLERS["DELETE_FAST"] = delete_fast
action("LOAD_GLOBAL", 0, lambda f, n: load_name(f, f.code.names[n], ()))
action("STORE_GLOBAL", 1, lambda f, n, value: f.module.__setitem__(f.code.names[n], value))
action("DELETE_GLOBAL", 0, lambda f, n: delete_name(f.module, f.code.names[n]))
action("LOAD_NAME", 0, lambda f, n: load_name(f, f.code.names[n], (f.names,)))
action("STORE_NAME", 1, lambda f, n, value: f.names.__setitem__(f.code.names[n], value))
action("DELETE_NAME", 0, lambda f, n: delete_name(f.names, f.code.names[n]))
action("LOAD_DEREF", 0, lambda f, n: f.stack.append(load_cell(f, n)))
action("STORE_DEREF", 1, lambda f, n, value: setattr(f.cells[n], "cell_contents", value))
action("DELETE_DEREF", 0, lambda f, n: (load_cell(f, n), delattr(f.cells[n], "cell_contents")))
action("LOAD_CLASSDEREF", 0, lambda f, n: f.stack.append(
    f.names[name] if (name := (f.code.cellvars + f.code.freevars)[n]) in f.names else load_cell(f, n)))
action("LOAD_CLOSURE", 0, lambda f, n: f.stack.append(f.cells[n]))
HANDLERS["MAKE_CELL"] = make_cell
action("LOAD_LOCALS", 0, lambda f, n: f.stack.append(f.names))
action("LOAD_BUILD_CLASS", 0, lambda f, n: f.stack.append(build_class))
action("LOAD_ASSERTION_ERROR", 0, lambda f, n: f.stack.append(AssertionError))
action("SETUP_ANNOTATIONS", 0, lambda f, n: f.names.setdefault("__annotations__", {}))
simple("BINARY_OP", 2, lambda n, a, b: (_INPLACE if n & INPLACE else _BINARY)[BINARY_OPS[n & 15]](a, b))
simple("UNARY_OP", 1, lambda n, a: _UNARY[UNARY_OPS[n]](a))
simple("COMPARE_OP", 2, lambda n, a, b: _COMPARE[n](a, b))
simple("IS_OP", 2, lambda n, a, b: (a is b) is not bool(n))
simple("CONTAINS_OP", 2, lambda n, a, b: (a in b) is not bool(n))
simple("BINARY_SUBSCR", 2, lambda n, a, b: a[b])
action("STORE_SUBSCR", 3, lambda f, n, value, container, key: set_item(container, key, value))
action("DELETE_SUBSCR", 2, lambda f, n, container, key: delete_item(container, key))
action("LOAD_ATTR", 1, lambda f, n, value: f.stack.append(getattr(value, f.code.names[n])))
action("STORE_ATTR", 2, lambda f, n, value, thing: setattr(thing, f.code.names[n], value))
action("DELETE_ATTR", 1, lambda f, n, thing: delattr(thing, f.code.names[n]))
action("JUMP", 0, lambda f, n: n)
action("POP_JUMP_IF_FALSE", 1, lambda f, n, value: None if value else n)
action("POP_JUMP_IF_TRUE", 1, lambda f, n, value: n if value else None)
HANDLERS["JUMP_IF_FALSE_OR_POP"] = or_pop(False)
HANDLERS["JUMP_IF_TRUE_OR_POP"] = or_pop(True)
simple("GET_ITER", 1, lambda n, value: iter(value))
HANDLERS["FOR_ITER"] = for_iter
collect("BUILD_TUPLE", tuple)
collect("BUILD_LIST", list)
collect("BUILD_SET", set)
collect("BUILD_SLICE", lambda items: slice(*items))
collect("BUILD_STRING", "".join)
collect("PAIRS", lambda items: dict(zip(items[::2], items[1::2])))
HANDLERS["BUILD_MAP"] = lambda f, n: HANDLERS["PAIRS"](f, 2 * n)
HANDLERS["FORMAT_VALUE"] = format_value
action("LIST_APPEND", 1, lambda f, n, item: f.stack[-n].append(item))
action("SET_ADD", 1, lambda f, n, item: f.stack[-n].add(item))
action("MAP_ADD", 2, lambda f, n, key, value: set_item(f.stack[-n], key, value))
action("LIST_EXTEND", 1, lambda f, n, items: f.stack[-n].extend(items))
action("SET_UPDATE", 1, lambda f, n, items: f.stack[-n].update(items))
action("DICT_UPDATE", 1, lambda f, n, items: f.stack[-n].update(items))
action("DICT_MERGE", 1, merge)
simple("LIST_TO_TUPLE", 1, lambda n, items: tuple(items))
action("UNPACK_SEQUENCE", 0, lambda f, n: unpack(f, n, -1))
action("UNPACK_EX", 0, lambda f, n: unpack(f, n & 0xFF, n >> 8))
action("CALL_FUNCTION", 0, lambda f, n: call_instruction(f, n, False, False))
action("CALL_FUNCTION_VAR", 0, lambda f, n: call_instruction(f, n, True, False))
action("CALL_FUNCTION_KW", 0, lambda f, n: call_instruction(f, n, False, True))
action("CALL_FUNCTION_VAR_KW", 0, lambda f, n: call_instruction(f, n, True, True))
action("MAKE_FUNCTION", 0, lambda f, n: f.stack.append(make_function(f, n)))
simple("GET_YIELD_FROM_ITER", 1, lambda n, value: iter(value))
simple("GET_AWAITABLE", 1, lambda n, value: awaitable(value))
simple("GET_AITER", 1, get_aiter)
HANDLERS["GET_ANEXT"] = lambda f, n: f.stack.append(awaitable(type(f.stack[-1]).__anext__(f.stack[-1])))
action("END_ASYNC_FOR", 2, end_async_for)
action("BEFORE_ASYNC_WITH", 1, before_async_with)
simple("ASYNC_GEN_WRAP", 1, lambda n, value: Given(value))
action("RAISE_VARARGS", 0, lambda f, n: do_raise(f.stack, n))
action("PRINT_EXPR", 0, lambda f, n: print(repr(f.stack.pop())))
action("PUSH_EXC_INFO", 1, push_exc_info)
action("POP_EXCEPT", 1, pop_except)
action("CHECK_EXC_MATCH", 1, check_match)
action("CHECK_EG_MATCH", 1, check_group_match)
simple("PREP_RERAISE_STAR", 2, to_raise_again)
action("RERAISE", 1, reraise)
action("BEFORE_WITH", 1, before_with)
HANDLERS["WITH_EXCEPT_START"] = with_except_start
HANDLERS["GET_LEN"] = lambda f, n: f.stack.append(len(f.stack[-1]))
HANDLERS["MATCH_SEQUENCE"] = lambda f, n: f.stack.append(bool(type(f.stack[-1]).__flags__ & 1 << 5))
HANDLERS["MATCH_MAPPING"] = lambda f, n: f.stack.append(bool(type(f.stack[-1]).__flags__ & 1 << 6))
HANDLERS["MATCH_KEYS"] = match_keys
simple("MATCH_CLASS", 3, match_class)
action("IMPORT_NAME", 2, import_name)
HANDLERS["IMPORT_FROM"] = import_from
action("IMPORT_STAR", 1, import_star)
