"""The host's own library compiles, with one stack depth for every instruction, and to the host's tables of names."""

import inspect
import sys
import sysconfig
import types
import warnings
from pathlib import Path

import pytest

from callgate.bytecode.code import Code, visible_names
from callgate.compiler import compile_source
from compiler.verify import verify

LIBRARY = Path(sysconfig.get_paths()["stdlib"])
FILES = sorted([*LIBRARY.glob("*.py"), *LIBRARY.glob("collections/*.py"), *LIBRARY.glob("json/*.py")])
#: From 3.12 on the host runs comprehensions as a part of the function around them.
INLINED = sys.version_info >= (3, 12)
FLAGS = 0x3F


@pytest.mark.parametrize("letter", sorted({path.name[0] for path in FILES}))
def test_library(letter: str) -> None:
    for path in FILES:
        if path.name[0] != letter:
            continue
        source = path.read_bytes()
        try:
            code = compile_source(source, str(path))
        except SyntaxError as error:
            assert error.msg.startswith("callgate:") and error.msg.endswith("is not supported yet"), path
            continue
        verify(code)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            same(compile(source, str(path), "exec", dont_inherit=True), code)


def same(host: types.CodeType, guest: Code) -> None:
    assert guest.qualname == host.co_qualname
    assert guest.flags & FLAGS == host.co_flags & FLAGS, guest.qualname
    assert (guest.argcount, guest.posonlyargcount, guest.kwonlyargcount) == (
        host.co_argcount, host.co_posonlyargcount, host.co_kwonlyargcount)
    assert guest.freevars == host.co_freevars, guest.qualname
    if INLINED:
        # The variables of comprehensions come in another order.
        assert {*visible_names(guest.cellvars)} == {*host.co_cellvars}, guest.qualname
        ours_and_cells = {*visible_names(guest.varnames), *host.co_cellvars}
        if host.co_flags & inspect.CO_OPTIMIZED:    # class bodies have all names of their comprehensions
            theirs_and_cells = {*host.co_varnames, *host.co_cellvars} - {".defaults", ".kwdefaults"}
            assert ours_and_cells == theirs_and_cells, guest.qualname
    else:
        assert guest.varnames == host.co_varnames, guest.qualname
        assert guest.cellvars == host.co_cellvars, guest.qualname
    ours: dict[tuple[str, int], list[Code]] = {}
    for constant in guest.consts:
        if isinstance(constant, Code):
            ours.setdefault((constant.name, constant.firstlineno), []).append(constant)
    theirs: dict[tuple[str, int], list[types.CodeType]] = {}
    for item in host.co_consts:
        if isinstance(item, types.CodeType):
            theirs.setdefault((item.co_name, item.co_firstlineno), []).append(item)
    for key, codes in theirs.items():
        if len(codes) == 1 and len(ours.get(key, ())) == 1:
            same(codes[0], ours[key][0])
        else:
            # Several of a name on one line.
            assert len(codes) > 1, key
