"""Compiled code between runs and processes: what is stored is what is read, and damage only costs time."""

import marshal
from pathlib import Path

import pytest

from callgate.bytecode.code import Code, Position
from callgate.compiler import compile_source
from callgate.modules import cache as cache_module
from callgate.modules.cache import Cache, Positions, default_folder, dumps, loads, pack, unpack

SOURCE = '''"""A module."""
from a.b import c as d
X = (1, 2.5, 3j, "text\\ud800", b"bytes", None, True, ..., (1, (2, frozenset({3}))))
def f(a, /, b=1, *args, c, **kwargs):
    "doc"
    def g():
        nonlocal a
        a += 1
        return a
    try:
        return [x for x in args if x in {1, 2, 3}]
    except (KeyError, ValueError) as error:
        raise TypeError(f"{error!r:>{a}}") from error
    finally:
        d.e(*args, k=1, **kwargs)
class C(X):
    def m(self):
        with self as x:
            yield x
'''


def same(a: Code, b: Code) -> bool:
    for name in Code.__slots__:
        one, other = getattr(a, name), getattr(b, name)
        if name == "consts":
            assert len(one) == len(other)
            for left, right in zip(one, other):
                assert type(left) is type(right)
                assert same(left, right) if isinstance(left, Code) else left == right
        else:
            assert tuple(one) == tuple(other) if name == "positions" else one == other, name
    return True


@pytest.fixture
def code() -> Code:
    return compile_source(SOURCE, "m.py")


class Compiler:
    """The compiler, counting."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, bool]] = []

    def __call__(self, text: str | bytes, filename: str, *, hidden: bool = False) -> Code:
        self.calls.append((filename, hidden))
        return compile_source(text, filename, hidden=hidden)


def test_what_is_packed_is_unpacked(code: Code) -> None:
    packed = marshal.loads(marshal.dumps(pack(code)))
    assert same(unpack(packed), code)


def test_positions_are_a_sequence(code: Code) -> None:
    packed = unpack(pack(code)).positions
    assert isinstance(packed, Positions)
    assert packed == code.positions and not packed == ((1, 2, 3, 4),)
    assert packed[0] == code.positions[0] and packed[-1] == code.positions[-1] and packed[1:3] == code.positions[1:3]
    assert isinstance(packed[0], Position) and packed[0].lineno == 1
    assert next(iter(packed)) == packed[0] and len(packed) == len(code.positions)
    with pytest.raises(IndexError):
        packed[len(packed)]


def test_the_process_remembers() -> None:
    compiler, cache = Compiler(), Cache()
    first = cache.compile(SOURCE, "m.py", compiler)
    assert cache.compile(SOURCE, "m.py", compiler) is first
    assert cache.compile(SOURCE + "\n", "m.py", compiler) is not first
    assert cache.compile(SOURCE, "m.py", compiler, hidden=True).hidden
    assert compiler.calls == [("m.py", False), ("m.py", False), ("m.py", True)]


def test_text_and_bytes_are_different_sources() -> None:
    compiler, cache = Compiler(), Cache()
    latin = "# coding: latin-1\nx = 'ä'\n"
    assert "Ã¤" in cache.compile(latin.encode(), "m.py", compiler).consts
    assert "ä" in cache.compile(latin, "m.py", compiler).consts


def test_another_process_reads_it(tmp_path: Path) -> None:
    compiler = Compiler()
    written = Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    read = Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    assert len(compiler.calls) == 1 and read is not written and same(read, written)
    Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True, place="elsewhere")
    Cache(tmp_path).compile(SOURCE + "#", "m.py", compiler, store=True)
    Cache(tmp_path).compile(SOURCE, "m.py", compiler)
    assert len(compiler.calls) == 4


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("damage", [
    lambda data: b"", lambda data: data[:100], lambda data: data[:-1], lambda data: data[:-1] + b"x",
    lambda data: b"x" + data[1:], lambda data: data.replace(b"a.b", b"a.c"), lambda data: data + b"x",
], ids=range(7))
def test_a_damaged_file_is_written_anew(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    compiler = Compiler()
    written = Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    (path,) = files(tmp_path)
    good = path.read_bytes()
    path.write_bytes(damage(good))
    assert same(Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True), written)
    assert len(compiler.calls) == 2 and path.read_bytes() == good


def test_a_file_for_another_text_is_not_used(code: Code) -> None:
    key = b"k" * 32
    assert loads(dumps(code, key), key) is not None
    assert loads(dumps(code, key), b"x" * 32) is None


def test_one_file_per_module(tmp_path: Path) -> None:
    for number in range(5):
        Cache(tmp_path).compile(f"x = {number}", "m.py", Compiler(), store=True)
    assert len(files(tmp_path)) == 1


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    compiler = Compiler()
    Cache(blocked).compile(SOURCE, "m.py", compiler, store=True)
    assert len(compiler.calls) == 1 and files(tmp_path) == [blocked]


def test_a_folder_that_others_may_write_to(tmp_path: Path) -> None:
    compiler = Compiler()
    Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    tmp_path.chmod(0o777)
    Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    tmp_path.chmod(0o700)
    Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    assert len(compiler.calls) == 2


def test_a_change_of_the_compiler_starts_afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = Compiler()
    Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    monkeypatch.setattr(cache_module, "compiler_stamp", lambda: "another")
    Cache(tmp_path).compile(SOURCE, "m.py", compiler, store=True)
    assert len(compiler.calls) == 2


def test_an_error_of_the_compiler_passes(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError):
        Cache(tmp_path).compile("1 +", "m.py", Compiler(), store=True)
    assert files(tmp_path) == []


def test_where_it_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CALLGATE_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert default_folder() == str(Path.home() / ".cache" / "callgate")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == str(tmp_path / "callgate")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert default_folder() == str(Path.home() / ".cache" / "callgate")
    monkeypatch.setenv("CALLGATE_CACHE", str(tmp_path / "own"))
    assert default_folder() == str(tmp_path / "own")
    monkeypatch.setenv("CALLGATE_CACHE", "off")
    assert default_folder() is None
