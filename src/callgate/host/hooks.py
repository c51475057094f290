"""What native modules may ask of the embedder: `vm.host` is a Hooks."""

from _collections_abc import Callable

from callgate.bytecode.code import CO_FUTURE_ANNOTATIONS, Code
from callgate.interpreter.crossing import Bridge
from callgate.interpreter.vm import VM
from callgate.interpreter.warning import tell_of_text
from callgate.modules.cache import shared_cache

#: compile()'s flag for await, async for and async with outside of functions
ALLOW_TOP_LEVEL_AWAIT, ALLOW_INCOMPLETE_INPUT = 0x2000, 0x4000
#: bytes that the parser may need for one token
TOKEN_COST = 1024
#: programs that the process remembers compiled, and the longest of them
KEPT, LONGEST = 500, 50_000

TYPE_CHECKING = False
if TYPE_CHECKING:
    from callgate.compiler import Bounds, Notice
    from callgate.compiler.trees import Row

_kept: "dict[tuple[object, ...], tuple[Code, list[Notice]]]" = {}


class Hooks:
    """The compiler, and what the guest's ``random`` and ``time`` are made of.

    Attributes:
        vm, bridge: the machine's.
        seed: of the guest's random numbers, or None for the host's entropy.
        clock: gives seconds since the epoch; None: the host's clock.
    """

    def __init__(
        self, vm: VM, bridge: Bridge, memory: int | None, seed: int | str | bytes | None, clock: Callable[[], float] | None,
    ) -> None:
        self.vm = vm
        self.bridge = bridge
        self.seed = seed
        self.clock = clock
        self.memory = memory

    def compile(
        self, source: str | bytes, filename: str, mode: str, flags: int = 0, optimize: int = 0, result: bool = False,
        hidden: bool = False, stored: bool = False,
    ) -> Code:
        """Compile guest text. ``flags``: CO_FUTURE_…, as if the text began with those imports, ALLOW_TOP_LEVEL_AWAIT.
        ``stored``: its code is kept between processes; that is for files of the user's own.

        Raises:
            SyntaxError, ValueError, RecursionError, MemoryError: as the guest's own ``compile`` does.
        """
        self.bridge.charge(len(source))
        return self.code_of(source, filename, mode, flags, optimize, result, result, hidden, stored, self.memory)

    def code_of(
        self, source: str | bytes, filename: str, mode: str, flags: int, optimize: int, result: bool, named: bool,
        hidden: bool, stored: bool, memory: int | None,
    ) -> Code:
        key = (source, filename, mode, flags, optimize, result, named, hidden, memory)
        kept = _kept.get(key)
        if kept is None:
            notices: list[Notice] = []

            def compiler(source: str | bytes, filename: str, hidden: bool) -> Code:
                from callgate.compiler import compile_source

                return compile_source(
                    source, filename, mode, result=result, named=named,
                    future_annotations=bool(flags & CO_FUTURE_ANNOTATIONS), optimize=max(optimize, 0),
                    hidden=hidden, bounds=bounds(memory), notices=notices,
                    top_level_await=bool(flags & ALLOW_TOP_LEVEL_AWAIT), unfinished=bool(flags & ALLOW_INCOMPLETE_INPUT),
                    flags=flags,
                )

            try:
                if stored and memory is None:
                    how = f"{mode} {flags} {optimize} {result}"
                    kept = shared_cache().compile(
                        source, filename, compiler, hidden=hidden, store=True, place=how, unless=notices), notices
                else:
                    kept = compiler(source, filename, hidden), notices
            except SyntaxError:
                self.tell(filename, notices)
                raise
            if len(source) <= LONGEST:
                if len(_kept) >= KEPT:
                    _kept.clear()
                _kept[key] = kept
        self.tell(filename, kept[1])
        return kept[0]

    def tell(self, filename: str, notices: "list[Notice]") -> None:
        """Give the compiler's warnings to the guest's ``warnings``.

        Raises:
            SyntaxError: the guest's filters make one of them an error.
        """
        for notice in notices:
            if tell_of_text(self.vm, notice.category, notice.message, filename, notice.lineno):
                raise SyntaxError(*notice.error)

    def parse(self, source: str | bytes, filename: str, mode: str, type_comments: bool) -> "list[Row]":
        """The tree of a guest's text, as rows.

        Raises:
            SyntaxError, ValueError, RecursionError, MemoryError: as the guest's own ``compile`` does.
        """
        from callgate.compiler.bounds import check_source
        from callgate.compiler.parse import parse
        from callgate.compiler.trees import rows_of

        self.bridge.charge(len(source))
        notices: list[Notice] = []
        check_source(source, filename, bounds(self.memory))
        try:
            return rows_of(parse(source, filename, mode, notices, type_comments))
        finally:
            self.tell(filename, notices)

    def compile_rows(self, rows: "list[Row]", filename: str, mode: str, flags: int, optimize: int) -> Code:
        """Compile a tree of the guest's.

        Raises:
            TypeError, ValueError: it is none that text could have made.
            SyntaxError, RecursionError: as the guest's own ``compile`` does.
        """
        from callgate.compiler import compile_ast
        from callgate.compiler.errors import too_deep
        from callgate.compiler.trees import tree_of
        from callgate.compiler.validate import validate

        self.bridge.charge(10 * len(rows))
        notices: list[Notice] = []
        try:
            tree = tree_of(rows)
            validate(tree)
            code = compile_ast(
                tree, filename, mode, future_annotations=bool(flags & CO_FUTURE_ANNOTATIONS), optimize=max(optimize, 0),
                notices=notices, top_level_await=bool(flags & ALLOW_TOP_LEVEL_AWAIT))
        except RecursionError:
            raise too_deep() from None
        self.tell(filename, notices)
        return code

    def compile_module(self, source: str | bytes, filename: str, hidden: bool = False) -> Code:
        """The importer's way to the compiler; it charges for it itself, also where the code is compiled already.

        The guest cannot choose these texts, so that its memory does not bound them.
        """
        return self.code_of(source, filename, "exec", 0, 0, False, True, hidden, False, None)


def bounds(memory: int | None) -> "Bounds | None":
    """What a text may be: the compiler's own bounds, tighter where memory is."""
    from callgate.compiler import Bounds

    if memory is None:
        return None
    usual = Bounds()
    return Bounds(size=min(usual.size, memory // 4), tokens=min(usual.tokens, memory // TOKEN_COST))
