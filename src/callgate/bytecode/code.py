"""Code: the immutable, position-carrying result of compiling one block (module, function, class body)."""

from _collections_abc import Iterable

from .rows import Row

#: Flags of a code object, with CPython's values.
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
CO_FUTURE_ANNOTATIONS = 0x1000000

OPARG_SHIFT = 8


def visible_name(name: str) -> str:
    """Return what the guest calls a local or cell: variables of inlined comprehensions have a number behind a dot."""
    return name.partition(".")[0] or name


def visible_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the guest calls locals or cells, each name once."""
    return tuple(dict.fromkeys(map(visible_name, names))) if any("." in name for name in names) else names


class Handler(Row):
    """One row of the exception table: instructions ``start <= i < end`` are covered; ``depth`` items stay."""

    start: int
    end: int
    target: int
    depth: int


class CallSite(Row):
    """What the linker must know of one call: who pushed the callable and the keyword names.

    ``method`` is the index of the LOAD_ATTR that pushed the callable and is used by nothing else, or -1;
    ``keywords`` are the indices of the LOAD_CONST instructions that push the keyword names.
    """

    call: int
    method: int
    keywords: tuple[int, ...]


class Position(Row):
    """Where an instruction comes from; lines from 1, columns in UTF-8 bytes from 0, as in ``ast``; -1 unknown."""

    lineno: int
    end_lineno: int
    col: int
    end_col: int


class Code:
    """A compiled block.

    ``instructions`` is a tuple of ints, each ``opcode | operand << 8``; instruction i has offset ``2 * i`` in ``dis``.
    Locals are numbered parameters first: positional-only, positional, keyword-only, ``*args``, ``**kwargs``, then the
    others, in ``varnames``. DEREF operands number ``cellvars`` then ``freevars``. A cell variable that is a parameter
    is in both ``varnames`` and ``cellvars``.

    ``positions`` holds one row per instruction. ``hidden`` marks code of callgate's own guest library: its frames do
    not show in tracebacks.
    """

    __slots__ = (
        "argcount", "calls", "cellvars", "consts", "docstring", "filename", "firstlineno", "flags", "freevars",
        "handlers", "hidden", "instructions", "kwonlyargcount", "name", "names", "positions", "posonlyargcount",
        "qualname", "stacksize", "varnames",
    )

    def __init__(
        self, *, name: str, qualname: str, filename: str, firstlineno: int, flags: int, argcount: int,
        posonlyargcount: int, kwonlyargcount: int, stacksize: int, instructions: Iterable[int],
        consts: tuple[object, ...], names: tuple[str, ...], varnames: tuple[str, ...], cellvars: tuple[str, ...],
        freevars: tuple[str, ...], handlers: tuple[Handler, ...] = (), calls: tuple[CallSite, ...] = (),
        positions: tuple[Position, ...] = (), docstring: str | None = None, hidden: bool = False,
    ) -> None:
        self.name = name
        self.qualname = qualname
        self.filename = filename
        self.firstlineno = firstlineno
        self.flags = flags
        self.argcount = argcount
        self.posonlyargcount = posonlyargcount
        self.kwonlyargcount = kwonlyargcount
        self.stacksize = stacksize
        self.instructions = tuple(instructions)
        self.consts = consts
        self.names = names
        self.varnames = varnames
        self.cellvars = cellvars
        self.freevars = freevars
        self.handlers = handlers
        self.calls = calls
        self.positions = positions
        self.docstring = docstring
        self.hidden = hidden
