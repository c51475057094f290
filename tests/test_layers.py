"""Imports go one way, and stand at the top of the file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).parent.parent / "src"
PLAIN = {"bytecode", "compiler"}
MACHINE = ["bytecode", "core", "objects", "interpreter", "modules"]
MAY_IMPORT = {
    "compiler": {"bytecode"},
    **{folder: set(MACHINE[:rank]) for rank, folder in enumerate(MACHINE)},
    "host": PLAIN | set(MACHINE),
    **{folder: PLAIN | {"host"} for folder in ("cli", "inspector", "adapters")},
    "": {"host", "cli"},  # the package's own __init__, __main__ and bundle
}
#: Loaded when it is needed: what a start does without, when the program's code is in the cache (test_startup.py).
LATE = {"array", "callgate.modules.twins", "callgate.modules.typevars", "callgate.compiler", "callgate.compiler.bounds",
        "callgate.compiler.errors", "callgate.host.together",
        "callgate.compiler.parse", "callgate.compiler.trees", "callgate.compiler.validate", "re", "reprlib", "tempfile",
        "traceback"}
CIMPORT = re.compile(r"\s*(?:from\s+([\w.]+)\s+)?cimport\s+([^#]+)")


def resolve(path: Path, module: str, level: int) -> str:
    """The absolute name of what `from <level dots>module import` means in this file."""
    if not level:
        return module.removeprefix("cython.cimports.")
    return ".".join([*path.relative_to(SRC).parts[:-level], *filter(None, [module])])


def imports(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".pxd":
        for number, line in enumerate(text.splitlines(), 1):
            if found := CIMPORT.match(line):
                source = found[1] or ""
                base = resolve(path, source.lstrip("."), len(source) - len(source.lstrip(".")))
                names = [name.split()[0] for name in found[2].strip("( \n").split(",") if name.split()]
                yield from ((number, f"{base}.{name}".strip(".")) for name in names or ["names_on_the_next_lines"])
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, resolve(path, alias.name, 0)) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve(path, node.module or "", node.level)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def files() -> list[Path]:
    found = [*SRC.rglob("*.py"), *SRC.rglob("*.pxd")]
    return [path for path in found if "stdlib" not in path.parts]  # the guest's, which the host never imports


def folder_of(path: Path) -> str:
    parts = path.relative_to(SRC / "callgate").parts
    return parts[0] if len(parts) > 1 else ""


def test_imports_go_one_way() -> None:
    assert len(files()) > 5
    wrong = []
    for path in files():
        folder = folder_of(path)
        for line, name in imports(path):
            package, *rest = name.split(".")
            if package == "callgate" and rest and (SRC / "callgate" / rest[0]).is_dir():
                if rest[0] != folder and rest[0] not in MAY_IMPORT[folder]:
                    wrong.append(f"{path.relative_to(SRC)}:{line}: {folder or 'callgate'} imports {name}")
    assert not wrong, "\n".join(wrong)


def modules_of(node: ast.Import | ast.ImportFrom) -> set[str]:
    return {node.module or ""} if isinstance(node, ast.ImportFrom) else {alias.name for alias in node.names}


def test_no_import_inside_a_function() -> None:
    wrong = [
        f"{path.relative_to(SRC)}:{inner.lineno}"
        for path in files() if path.suffix == ".py" and folder_of(path) != "cli"  # a command loads what it needs
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom) and not modules_of(inner) <= LATE
    ]
    assert not wrong, "\n".join(wrong)


def test_the_reader_sees_every_form(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setitem(globals(), "SRC", tmp_path)
    module = tmp_path / "callgate" / "core" / "sample.py"
    module.parent.mkdir(parents=True)
    module.write_text("from ..host import vm\nfrom . import type\nimport callgate.cli\n"
                      "from cython.cimports.callgate.objects.dict import Dict\n")
    assert sorted(name for _, name in imports(module)) == [
        "callgate.cli", "callgate.core.type", "callgate.host.vm", "callgate.objects.dict.Dict"]
    layout = module.with_suffix(".pxd")
    layout.write_text("from callgate.objects.list cimport List, Tuple  # why\nfrom ..host cimport vm\ncimport cython\n"
                      "from ..cli cimport (\n    a, b,\n)\n")
    assert [name for _, name in imports(layout)] == [
        "callgate.objects.list.List", "callgate.objects.list.Tuple", "callgate.host.vm", "cython",
        "callgate.cli.names_on_the_next_lines"]
