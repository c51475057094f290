"""Every example in README.md, ARCHITECTURE.md, CONTRIBUTING.md and docs/ runs and prints what it shows.

```python              run by the host, all blocks of a page in one namespace, in a folder of the page's own
```python guest        run by the machine
```python file=x.py    written into that folder, for the examples that follow
```text                right after one of the first two: what it printed
```console             each `$ callgate …` line is run in that folder; what follows it is its output, both streams
A line `...` stands for any number of lines, and `...` within a line for any text.
"""

import contextlib
import io
import itertools
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import callgate

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
FENCE = re.compile(r"^```(\w*)[ ]*(.*?)\n(.*?)^```$", re.M | re.S)


def blocks(text: str) -> Iterator[tuple[str, str, str, str | None, int]]:
    """Language, words after it, body, the text shown right after it, line."""
    found = list(FENCE.finditer(text))
    for this, following in itertools.zip_longest(found, found[1:]):
        shown = None
        if following and following[1] == "text" and not text[this.end():following.start()].strip():
            shown = following[3]
        yield this[1], this[2], this[3], shown, text.count("\n", 0, this.start()) + 1


def matches(shown: str, got: str) -> bool:
    pattern = re.escape(shown.strip()).replace(re.escape("..."), ".*?")
    return re.fullmatch(pattern, got.strip(), re.S) is not None


def check(where: str, shown: str, got: str) -> None:
    if not matches(shown, got):
        assert got == shown, where


def run_console(where: str, body: str) -> None:
    for command, shown in re.findall(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n?)*)", body, re.M):
        words = shlex.split(command)
        if words and words[0] == "callgate":
            done = subprocess.run([sys.executable, "-m", *words], text=True, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            check(f"{where}: {command}", shown, done.stdout)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_examples(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.environ.get("PYTHONPATH") or str(ROOT / "src"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    namespace = {"__name__": "__main__"}
    for language, words, body, shown, line in blocks(page.read_text(encoding="utf-8")):
        where = f"{page.relative_to(ROOT)}:{line}"
        if language == "console":
            run_console(where, body)
        elif language == "python" and words.startswith("file="):
            (tmp_path / words.removeprefix("file=")).write_text(body, encoding="utf-8")
        elif language == "python":
            if words == "guest":
                got = callgate.run(body, path=[str(tmp_path)]).stdout
            else:
                with contextlib.redirect_stdout(io.StringIO()) as stdout:
                    exec(compile(body, where, "exec"), namespace)
                got = stdout.getvalue()
            check(where, shown or "", got)


def test_the_reader_finds_what_it_should() -> None:
    page = "a\n```python\nprint(1)\n```\n\n```text\n1\n```\n```console\n$ callgate -c 1 \\\n  x\nout\n$ ls\n```\n"
    assert [(*block[:2], block[3], block[4]) for block in blocks(page)] == [
        ("python", "", "1\n", 2), ("text", "", None, 6), ("console", "", None, 9)]
    assert matches("a ... b\n", "a 1 2 b") and matches("x\n...\ny", "x\n1\n2\ny") and not matches("x", "y")
