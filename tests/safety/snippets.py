"""Small guest programs that together execute every instruction and every way to call; each ends by itself, quickly.

The fuel sweep stops them everywhere, the leak test repeats them; they print, so that
the machine can be compared with CPython.
"""

from __future__ import annotations

from pathlib import Path

SNIPPETS: dict[str, str] = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "guest").glob("*.py"))
}
