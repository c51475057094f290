"""The compiler: source text -> ast -> scopes -> code.

Only the host's parser sees guest text, after ``bounds`` has looked at it; nothing of the guest is evaluated.
"""

from __future__ import annotations

import ast

from callgate.bytecode.code import Code
from callgate.compiler.bounds import Bounds, check_source
from callgate.compiler.emitter import Job
from callgate.compiler.errors import Source, too_deep
from callgate.compiler.future import future_features
from callgate.compiler.notices import Notice
from callgate.compiler.parse import parse
from callgate.compiler.statements import Statements
from callgate.compiler.symbols import SymbolTable

__all__ = ["MODES", "Bounds", "Notice", "compile_ast", "compile_source"]

#: What a text may be: a program, one expression, one interactive statement.
MODES = ("exec", "eval", "single")


def compile_source(
    source: str | bytes, filename: str = "<string>", mode: str = "exec", *, result: bool = False,
    future_annotations: bool = False, hidden: bool = False, optimize: int = 0, bounds: Bounds | None = None,
    notices: list[Notice] | None = None, top_level_await: bool = False, unfinished: bool = False, flags: int = 0,
    named: bool = True,
) -> Code:
    """Compile a text to the code of a module.

    ``result``: the code returns the value of the last statement if that is an expression. Mode "single" prints the
    value of each expression statement through sys.displayhook. ``future_annotations``: as if the text began with that
    __future__ import. ``hidden``: frames of this code do not show in tracebacks. ``optimize``: 1 leaves out
    asserts, 2 docstrings too. ``top_level_await``: outside of functions, too, there may be await, async for and async with;
    the code is that of a coroutine then. ``notices`` is given what CPython would warn about, up to an error if there is
    one. ``flags``: CO_FUTURE_… that the parser knows. ``named``: the text is what is found under the file's name; only
    then do errors that are none of the grammar have the line.

    Raises:
        SyntaxError: the text is no program, uses what is not supported, or is beyond ``bounds``.
        ValueError: the text cannot be decoded, or the mode is none.
        RecursionError, MemoryError: the text is nested too deeply.
    """
    if mode not in MODES:
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    text = check_source(source, filename, bounds)
    found = Source(filename, text) if named else None
    tree = parse(source, filename, mode, notices, unfinished=unfinished, flags=flags, found=found)
    return compile_ast(
        tree, filename, mode, result=result, future_annotations=future_annotations, hidden=hidden, optimize=optimize,
        text=text if named else None, notices=notices, top_level_await=top_level_await,
    )


def compile_ast(
    tree: ast.mod, filename: str = "<string>", mode: str = "exec", *,
    result: bool = False, future_annotations: bool = False, hidden: bool = False, optimize: int = 0,
    text: str | None = None, notices: list[Notice] | None = None, top_level_await: bool = False,
) -> Code:
    """Compile a tree that ``ast.parse`` made; ``text`` is what it was made of, for messages.

    Raises:
        SyntaxError, RecursionError: as ``compile_source``.
    """
    source = Source(filename, text)
    try:
        try:
            features, last_future = future_features(tree, source)
            future_annotations = future_annotations or "annotations" in features
            table = SymbolTable(source, future_annotations)
            table.build(tree)
        except SyntaxError as error:
            error.args = error.args[:1]  # CPython says the place afterwards, when it is raised already
            raise
        table.scopes[tree].is_async = top_level_await
        job = Job(source, table.scopes, future_annotations, hidden, optimize, table.statements,
                  [] if notices is None else notices)
        job.last_future = last_future
        unit = Statements(job, table.scopes[tree], None, 1)
        return unit.module(tree, result)
    except RecursionError:
        raise too_deep() from None
