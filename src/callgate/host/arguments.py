"""The texts of errors about arguments: they name the parameter, the value and what is accepted."""

from __future__ import annotations

from reprlib import Repr

_short = Repr()
_short.maxstring = _short.maxother = _short.maxlong = 80
_short.maxlevel = 3


def short(value: object) -> str:
    """The repr of a value, in bounded time: long texts and containers are shown in part."""
    try:
        return _short.repr(value)
    except Exception:
        return object.__repr__(value)


def describe(value: object) -> str:
    """The value and its type."""
    return f"{short(value)} ({type(value).__name__})"


def wrong_type(name: str, value: object, accepted: str) -> TypeError:
    return TypeError(f"{name} must be {accepted}, not {describe(value)}")


def wrong_value(name: str, value: object, accepted: str) -> ValueError:
    return ValueError(f"{name} must be {accepted}, not {short(value)}")
