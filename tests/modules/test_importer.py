"""Where modules come from and what the guest is told of the place; that nothing else of the host can be imported."""

import sys
from pathlib import Path

import pytest

import callgate as cg
from callgate.modules import finders, library


def run(source: str, **given: object) -> str:
    written: list[str] = []
    machine = cg.Machine(stdout=written.append, **given)  # type: ignore[arg-type]
    machine.run(source)
    return "".join(written)


def error_of(source: str, **given: object) -> str:
    with pytest.raises(cg.GuestError) as caught:
        run(source, **given)
    return f"{caught.value.type_name}: {caught.value.message}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "outside.py").write_text("print('outside')")
    inside = tmp_path / "inside"
    (inside / "pkg").mkdir(parents=True)
    (inside / "plain.py").write_text("NAME = __name__\ndef f(): return NAME\n")
    (inside / "pkg" / "__init__.py").write_text("")
    (inside / "pkg" / "part.py").write_text("PART = __name__")
    return inside


# ---- the order


def test_modules_of_the_machine_go_first(folder: Path) -> None:
    (folder / "functools.py").write_text("where = 'folder'")
    (folder / "shop.py").write_text("where = 'folder'")
    source = "import shop, functools; print(shop.where, functools.where)"
    assert run(source, modules={"shop": "where = 'machine'"}, path=[str(folder)]) == "machine folder\n"


def test_folders_in_their_order(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "m.py").write_text(f"where = {name!r}")
    (tmp_path / "b" / "only.py").write_text("x = 1")
    path = [str(tmp_path / name) for name in "ab"]
    assert run("import m, only; print(m.where)", path=path) == "a\n"
    assert run("import m, only; print(m.where)", path=path[::-1]) == "b\n"


def test_a_package_goes_before_a_module_of_its_name(folder: Path) -> None:
    (folder / "pkg.py").write_text("raise TypeError")
    (folder / "later").mkdir()
    (folder / "later.py").write_text("where = 'a file goes before a folder without __init__.py'")
    assert run("import pkg, later; print(later.where)", path=[str(folder)]).startswith("a file")


def test_text_modules_and_their_packages() -> None:
    modules = {
        "shop": "from .goods import price\nfrom . import goods as g", "shop.goods": "price = 3",
        "shop.goods.deep": "x = __package__",
    }
    source = """
import shop.goods.deep as d
import shop
print(shop.price, d.x, shop.__path__, hasattr(shop, '__file__'), shop.__package__)
"""
    assert run(source, modules=modules) == "3 shop.goods [] False shop\n"


def test_modules_of_the_host() -> None:
    def query(text: str) -> str:
        """Ask."""
        return f"<{text}>"

    modules = {"db": cg.Module({"query": query, "LIMIT": 5}, doc="A database.")}
    source = "import db\nfrom db import query\nprint(query('q'), db.LIMIT, db.__doc__, db.__name__, repr(db)[:12])"
    assert run(source, modules=modules) == "<q> 5 A database. db <module 'db'\n"


# ---- nothing else


@pytest.mark.parametrize("name", [
    "os.path.join", "ctypes", "callgate", "callgate.host", "site",
    "_ctypes", "idlelib", "test.support", "encodings.cp9999", "pytest", "__init__", "stdlib", "...", "a/b",
    "../outside", "pkg/part", "/etc/passwd", "con:", "x\\y",
])
def test_what_is_not_listed_does_not_exist(name: str, folder: Path) -> None:
    source = f"""
try:
    __import__({name!r})
except ImportError as error:
    print(type(error).__name__)
except ValueError as error:
    print("ModuleNotFoundError")
"""
    assert run(source, path=[str(folder)]) == "ModuleNotFoundError\n"


REMOVED = {"imghdr", "sndhdr", "uu", "xdrlib", "encodings.uu_codec"}


def test_every_listed_module_is_there() -> None:
    for name in library.GUEST_STDLIB:
        found = library.library_file(name)
        if found is None:
            # not in every version of the host
            assert name.startswith("_") or "._" in name or name in REMOVED and sys.version_info >= (3, 13), name
            continue
        assert found[1].startswith("<callgate>/lib/") and found[0].endswith(".py")


def test_package_paths_of_the_guest_lead_nowhere_else(folder: Path) -> None:
    source = f"""
import pkg
for place in ({str(folder.parent)!r}, "/", "..", "", pkg.__path__[0] + "/../..", "\\0", 3, None):
    pkg.__path__ = [place]
    try:
        import pkg.outside
        print("reached", place)
    except ImportError as error:
        pass
pkg.__path__ = iter(["/nowhere", {str(folder / "pkg")!r}])
import pkg.part
print(pkg.part.PART)
"""
    assert run(source, path=[str(folder)]) == "pkg.part\n"


def test_links_are_read_by_the_path_that_was_checked(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere" / "deep"
    elsewhere.mkdir(parents=True)
    (elsewhere.parent / "beside.py").write_text("print('escaped')")
    (folder / "link").symlink_to(elsewhere)
    source = f"""
import pkg
pkg.__path__ = [{str(folder)!r} + "/link/.."]
try:
    import pkg.beside
except ImportError as error:
    print(error)
"""
    assert run(source, path=[str(folder)]) == "No module named 'pkg.beside'\n"


def test_a_str_of_the_guests_own_is_only_text(folder: Path) -> None:
    source = """
class S(str):
    def __getattribute__(self, name): raise LookupError(name)
    def __add__(self, other): return "/"
    __radd__ = __mod__ = __str__ = __format__ = __eq__ = startswith = rpartition = __add__
    __hash__ = str.__hash__
import pkg
pkg.__path__ = [S(pkg.__path__[0])]
print(__import__(S("pkg.part"), None, None, [S("PART")]).PART)
"""
    assert run(source, path=[str(folder)]) == "pkg.part\n"


# ---- what the guest is told


def test_library_files_do_not_show_where_they_lie(folder: Path) -> None:
    source = """
import types, keyword, importlib.util
for module in (types, keyword, importlib, importlib.util):
    spec = module.__spec__
    print(module.__file__ == spec.origin, spec.origin, getattr(module, "__path__", None), hasattr(module, "__cached__"))
print(keyword.__loader__.path, keyword.__loader__.get_source("keyword")[:3])
"""
    assert run(source).splitlines() == [
        "True <callgate>/lib/types.py None False",
        "True <callgate>/lib/keyword.py None False",
        "True <callgate>/lib/importlib/__init__.py ['<callgate>/lib/importlib'] False",
        "True <callgate>/lib/importlib/util.py None False",
        '<callgate>/lib/keyword.py """',
    ]


def test_files_of_folders_show_as_they_are(folder: Path) -> None:
    source = "import plain, pkg.part; print(plain.__file__, pkg.__path__, pkg.part.__file__)"
    assert run(source, path=[str(folder)]) == f"{folder}/plain.py ['{folder}/pkg'] {folder}/pkg/part.py\n"


def test_specs_and_loaders_hold_nothing_of_the_host(folder: Path) -> None:
    source = """
import plain, sys
for thing in (plain.__spec__, plain.__loader__, sys.__spec__):
    print(sorted(vars(thing)), type(thing).__name__)
print(plain.__spec__)
"""
    shown = run(source, path=[str(folder)])
    assert "'source'" not in shown and "ModuleSpec(name='plain', loader=" in shown and "object at 0x" in shown


def test_a_traceback_shows_the_lines_of_all_sources(folder: Path) -> None:
    (folder / "bad.py").write_text("import keyword\ndef f():\n    return keyword.nothing\n")
    with pytest.raises(cg.GuestError) as caught:
        run("import text\ntext.g()", modules={"text": "import bad\ndef g():\n    bad.f()\n"}, path=[str(folder)])
    assert "    text.g()\n" in caught.value.traceback and "    bad.f()\n" in caught.value.traceback
    assert "    return keyword.nothing\n" in caught.value.traceback
    assert "module 'keyword' has no attribute 'nothing'" in caught.value.message


def test_library_lines_show_too() -> None:
    with pytest.raises(cg.GuestError) as caught:
        run("import heapq\nheapq.merge([1], key=3).__next__()")
    assert "/lib/heapq.py" in caught.value.traceback and str(library.HOST) not in caught.value.traceback


# ---- errors


def test_a_module_that_fails_is_not_kept() -> None:
    modules = {"bad": "import sys\nprint('runs', 'bad' in sys.modules)\n1 / 0\n"}
    source = """
import sys
for i in range(2):
    try:
        import bad
    except ZeroDivisionError:
        print("bad" in sys.modules)
"""
    assert run(source, modules=modules) == "runs True\nFalse\nruns True\nFalse\n"


def test_a_syntax_error_names_the_module(folder: Path) -> None:
    (folder / "broken.py").write_text("x = (1,\n")
    with pytest.raises(cg.GuestError) as caught:
        run("import broken", path=[str(folder)])
    assert caught.value.type_name == "SyntaxError"
    assert f'File "{folder / "broken.py"}", line 1' in caught.value.traceback
    assert error_of("import m", modules={"m": "def f(:"}).startswith("SyntaxError: ")


def test_bytes_are_decoded_as_they_say(folder: Path) -> None:
    (folder / "latin.py").write_bytes(b"# coding: latin-1\nx = '\xe4'\n")
    (folder / "marked.py").write_bytes(b"\xef\xbb\xbfx = '\xc3\xa4'\n")
    assert run("import latin, marked; print(latin.x, marked.x)", path=[str(folder)]) == "ä ä\n"


def test_deep_imports_end_in_a_guest_error() -> None:
    modules = {f"m{i}": f"import m{i + 1}" for i in range(400)}
    assert error_of("import m0", modules=modules).startswith("RecursionError")


def test_limits_hold_in_module_bodies() -> None:
    with pytest.raises(cg.LimitExceeded):
        run("try:\n    import m\nexcept BaseException:\n    pass", modules={"m": "while True: pass"},
            limits=cg.Limits(fuel=100_000))


# ---- several machines


def test_machines_do_not_share_modules(folder: Path) -> None:
    first, second = cg.Machine(path=[str(folder)]), cg.Machine(path=[str(folder)])
    first.run("import plain, keyword; plain.NAME = keyword.kwlist = 'changed'")
    assert second.run("import plain, keyword; (plain.f(), 'if' in keyword.kwlist)").value == ("plain", True)
    assert first.run("(plain.f(), keyword.kwlist)").value == ("changed", "changed")


def test_native_modules_are_each_machines_own() -> None:
    cg.Machine().run("import math; math.pi = 3")
    assert cg.Machine().run("import math; math.pi").value > 3


def test_names_of_the_guest_leave_nothing_behind() -> None:
    before = dict(finders._native)
    run("for i in range(50):\n    try:\n        __import__(f'no_{i}')\n    except ImportError:\n        pass")
    assert finders._native == before


def test_the_hosts_modules_stay_as_they_are() -> None:
    before = set(sys.modules)
    run("import keyword, types, importlib, heapq")
    assert {name for name in set(sys.modules) - before if not name.startswith("callgate.")} == set()
