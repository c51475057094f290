"""What `_tokenize` is made of from 3.12 on: the host's tokenizer over a text of the guest's."""

import io
import sys

from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.modules.define import NativeModule, define_plain

from callgate.modules.define import host_module

MOST = 10_000_000       # characters


def tokens_of(text, extra_tokens, /):
    """The tokens as rows, and the SyntaxError's arguments that ended them, or None."""
    rows: list = []
    if not isinstance(text, str):
        raise TypeError("the text must be a str")
    if len(text) > MOST:
        raise MemoryError("text too long to tokenize")
    charge(len(text))
    if "\0" in text:
        return rows, ("source code cannot contain null bytes", None), "SyntaxError"
    host = host_module("_tokenize")
    try:
        for kind, string, start, end, line in host.TokenizerIter(io.StringIO(text).readline, extra_tokens=bool(extra_tokens)):
            charge(1)
            rows.append((kind, string, start, end, line))
    except SyntaxError as error:
        where = None if error.lineno is None else (
            error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
        return rows, (error.msg, where), type(error).__name__
    return rows, None, ""


CONTENTS: dict = {}
if sys.version_info >= (3, 12):
    CONTENTS["tokens_of"] = define_plain(tokens_of, "tokens_of", "_tokens")
MODULE = NativeModule("_tokens", CONTENTS)
