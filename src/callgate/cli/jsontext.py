"""The one JSON object of ``callgate run --json``."""

from __future__ import annotations

import json
import math

import callgate as cg


def outcome(result: cg.Result, failure: cg.GuestError | cg.LimitExceeded | None) -> str:
    """``value stdout stderr usage ledger error``; ``error`` is null when the program ended by itself."""
    return json.dumps({
        "value": None if failure else value_of(result),
        "stdout": result.stdout,
        "stderr": result.stderr,
        "usage": result.usage.to_dict(),
        "ledger": result.ledger.to_dict(),
        "error": describe(failure),
    })


def describe(failure: cg.GuestError | cg.LimitExceeded | None) -> dict[str, object] | None:
    if failure is None:
        return None
    if isinstance(failure, cg.LimitExceeded):
        return {"type": "LimitExceeded", "limit": failure.limit, "message": str(failure)}
    shown: dict[str, object] = {
        "type": failure.type_name, "message": failure.message, "traceback": failure.traceback,
        "frames": [frame._asdict() for frame in failure.frames],
    }
    if isinstance(failure, cg.GuestSyntaxError):
        shown |= {"lineno": failure.lineno, "offset": failure.offset, "text": failure.text}
    return shown


def value_of(result: cg.Result) -> object:
    try:
        return plain(result.value)
    except ValueError as error:
        return f"<{error}>"
    except RecursionError:
        return "<nested too deeply>"


def plain(value: object) -> object:
    """What JSON has stays itself; tuples and sets become lists, all else its repr."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else repr(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return [plain(item) for item in sorted(value, key=repr)]
    if isinstance(value, dict):
        return {key if isinstance(key, str) else repr(key): plain(item) for key, item in value.items()}
    return repr(value)
