"""Reading lines at a prompt: prompt_toolkit if it is installed, else readline, else plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Reader = Callable[[str], str]
Complete = Callable[[str], list[str]]


def make_reader(complete: Complete) -> Reader:
    """A function that shows a prompt and gives a line; EOFError at the end, KeyboardInterrupt on Ctrl-C."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return plain_line
    try:
        return toolkit_reader(complete)
    except ImportError:
        return readline_reader(complete)


def plain_line(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def history_file() -> Path | None:
    """Where lines are kept between sessions, None when there is no place for them."""
    base = os.environ.get("XDG_STATE_HOME", "")
    try:
        folder = (Path(base) if os.path.isabs(base) else Path.home() / ".local" / "state") / "callgate"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder / "history"


def toolkit_reader(complete: Complete) -> Reader:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    class Names(Completer):
        def get_completions(self, document: Any, event: Any) -> Iterable[Any]:
            word = last_word(document.text_before_cursor)
            if word:
                for name in complete(word):
                    yield Completion(name, start_position=-len(word))

    place = history_file()
    history = FileHistory(str(place)) if place else InMemoryHistory()
    session: Any = PromptSession(history=history, completer=Names(), complete_while_typing=False)

    def read(prompt: str) -> str:
        line: str = session.prompt(prompt)
        return line

    return read


def last_word(text: str) -> str:
    """The dotted name that a line ends in."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    return text[start:]


def readline_reader(complete: Complete) -> Reader:
    try:
        import readline
    except ImportError:
        return input
    import atexit

    def nth(text: str, n: int) -> str | None:
        names = complete(text)
        return names[n] if n < len(names) else None

    readline.set_completer(nth)
    readline.set_completer_delims(" \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?")
    readline.parse_and_bind("tab: complete")
    place = history_file()
    if place is not None:
        if place.exists():
            readline.read_history_file(place)
        atexit.register(readline.write_history_file, place)
    return input
