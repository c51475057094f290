"""The files that a guest may read are those of packages in its machine's folders, and nothing else."""

import os
from pathlib import Path

import pytest

import callgate as cg


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    for name in ("pkg/data", "plain", "pkg/.git", "thing-1.dist-info"):
        (inside / name).mkdir(parents=True)
    (inside / "pkg" / "__init__.py").write_text("x = 1")
    for place in ("pkg/data/t.txt", "pkg/.env", "pkg/.git/config", "plain/t.txt", "loose.txt", "module.py", ".hidden.py",
                  "thing-1.dist-info/METADATA"):
        (inside / place).write_text("text")
    (tmp_path / "outside.txt").write_text("secret")
    (tmp_path / "insider").mkdir()
    (tmp_path / "insider" / "__init__.py").write_text("secret")
    return inside


def tried(place: object, folder: Path, what: str = "open(place).read()") -> object:
    return cg.run(
        "import os\ntry:\n    found = " + what + "\nexcept OSError as error:\n    found = type(error).__name__\nfound",
        inputs={"place": str(place)}, path=[str(folder)]).value


@pytest.mark.parametrize("place", ["pkg/data/t.txt", "pkg/data/../data/t.txt", "module.py", "thing-1.dist-info/METADATA"])
def test_readable(place: str, folder: Path) -> None:
    assert tried(folder / place, folder) == "text"


@pytest.mark.parametrize("place", [
    "pkg/.env", "pkg/.git/config", "plain/t.txt", "loose.txt", ".hidden.py", "../outside.txt", "pkg/../../outside.txt",
    "../insider/__init__.py", "pkg/data/../../loose.txt", "none.txt", "../none", "plain/none"])
@pytest.mark.parametrize("what", ["open(place).read()", "os.stat(place).st_size", "os.listdir(place)"])
def test_not_readable(place: str, what: str, folder: Path) -> None:
    for full in (f"{folder}/{place}", f"{folder}/pkg/../{place}", place, f"//{folder}/{place}"):
        assert tried(full, folder, what) == "PermissionError"


def test_system_files_are_not_there(folder: Path) -> None:
    for place in ("/etc/passwd", "/" + "x" * 10_000_000, "/zoneinfo/../etc/passwd", "/zoneinfo/localtime", "/zoneinfox", "/", "", "~", "/proc/self/environ", os.fspath(folder) + "\0", "pkg/__init__.py", os.__file__):
        assert tried(place, folder) == "PermissionError"
        assert tried(place, folder, "os.path.exists(place)") is False


def test_listings_show_what_can_be_read(folder: Path) -> None:
    assert tried(folder, folder, "os.listdir(place)") == ["module.py", "pkg", "thing-1.dist-info"]
    assert tried(folder / "pkg", folder, "os.listdir(place)") == ["__init__.py", "data"]
    assert tried(folder / "pkg/none", folder) == "FileNotFoundError"
    assert tried(folder / "pkg", folder) == "IsADirectoryError"


@pytest.mark.parametrize("what", [
    "open(place, 'w')", "open(place, 'a')", "open(place, 'x')", "open(place, 'r+')", "os.remove(place)", "os.rename(place, place + '2')",
    "os.truncate(place, 0)", "os.chmod(place, 0)", "os.open(place, 0)", "__import__('io').FileIO(place, 'w')",
    "__import__('pathlib').Path(place).write_text('x')", "__import__('pathlib').Path(place).unlink()", "os.utime(place)"])
def test_nothing_can_be_changed(what: str, folder: Path) -> None:
    assert tried(folder / "pkg/data/t.txt", folder, what) == "PermissionError"
    assert (folder / "pkg/data/t.txt").read_text() == "text"


def test_no_folders_no_files(folder: Path) -> None:
    with pytest.raises(cg.GuestError, match="this program has no files"):
        cg.run(f"open({str(folder / 'pkg/data/t.txt')!r})")


def test_metadata(folder: Path) -> None:
    (folder / "thing-1.dist-info" / "METADATA").write_text("Name: thing\nVersion: 1.5\nRequires-Dist: other>=2\n\nText.\n")
    (folder / "thing-1.dist-info" / "entry_points.txt").write_text("[group]\nname = pkg:x\n")
    assert cg.run(
        "import importlib.metadata as m\n"
        "try:\n    m.version('absent')\nexcept m.PackageNotFoundError as error:\n    text = str(error)\n"
        "[m.version('Thing'), m.requires('thing'), m.metadata('thing')['Name'], [d.name for d in m.distributions()], text,"
        " m.entry_points(group='group')['name'].load()]", path=[str(folder)],
    ).value == ["1.5", ["other>=2"], "thing", ["thing"], "No package metadata was found for absent", 1]


def test_reading_is_bounded_by_memory(folder: Path) -> None:
    (folder / "pkg" / "large").write_bytes(bytes(50 << 20))
    with pytest.raises(cg.LimitExceeded, match="memory"):
        cg.run(f"open({str(folder / 'pkg/large')!r}, 'rb').read()", path=[str(folder)], limits=cg.Limits(memory="16 MiB"))
