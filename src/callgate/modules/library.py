# plain
"""Which modules of the host's own standard library the guest may import, and where their text lies.

They are pure Python, are compiled by callgate and run as guest code with the guest's rights. A name that is not listed
does not exist for the guest. What a module here imports has to be here too, be native (modules/*.py), or be one of
callgate's own (stdlib/*.py, which go before these).
"""

from __future__ import annotations

import os

#: Shown in place of the folders where the texts lie.
SHOWN = "<callgate>/lib"

#: Callgate's own modules in guest code.
OWN = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "stdlib")
#: The host's.
HOST = os.path.dirname(os.path.abspath(os.__file__))

GUEST_STDLIB = frozenset("""
    __future__ _collections_abc _py_abc _pydatetime _pydecimal _weakrefset abc ast base64 bisect calendar cmd
    codeop collections collections.abc colorsys contextlib contextvars copy copyreg csv dataclasses datetime
    decimal difflib enum fractions functools genericpath graphlib heapq html html.entities html.parser inspect
    json json.decoder json.encoder json.scanner keyword numbers opcode operator pickle _compat_pickle posixpath pprint queue random re
    _strptime encodings.aliases locale re._casefix re._compiler re._constants re._parser reprlib sched shlex stat statistics string stringprep
    struct textwrap this threading token tokenize types typing warnings weakref
""".split())


def library_file(name: str) -> tuple[str, str, bool] | None:
    """Where the text of a library module lies, what is shown as its file, and whether it is a package."""
    roots = [OWN, HOST] if name in GUEST_STDLIB else [OWN]
    parts = name.split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    for root in roots:
        path = os.path.join(root, *parts)
        inner = os.path.join(path, "__init__.py")
        if os.path.isfile(inner):
            return inner, "/".join((SHOWN, *parts, "__init__.py")), True
        if os.path.isfile(path + ".py") and parts != ["__init__"]:
            return path + ".py", "/".join((SHOWN, *parts)) + ".py", False
    return None


def library_text(shown: str) -> str | None:
    """The text of a module by the file name that is shown for it."""
    inside = shown.removeprefix(SHOWN + "/")
    if inside == shown:
        return None
    found = library_file(inside.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    if found is None or found[1] != shown:
        return None
    try:
        with open(found[0], encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
