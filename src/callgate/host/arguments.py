"""The texts of errors about arguments: they name the parameter, the value and what is accepted."""

from __future__ import annotations

LONGEST = 80


def short(value: object) -> str:
    """The repr, at most LONGEST characters of it."""
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST - 3]}..."


def describe(value: object) -> str:
    """The value and its type."""
    return f"{short(value)} ({type(value).__name__})"


def wrong_type(name: str, value: object, accepted: str) -> TypeError:
    return TypeError(f"{name} must be {accepted}, not {describe(value)}")


def wrong_value(name: str, value: object, accepted: str) -> ValueError:
    return ValueError(f"{name} must be {accepted}, not {short(value)}")
