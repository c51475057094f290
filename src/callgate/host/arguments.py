"""The texts of errors about arguments: they name the parameter, the value and what is accepted."""


def short(value: object) -> str:
    """The repr of a value, in bounded time: long texts and containers are shown in part."""
    from reprlib import Repr

    shortened = Repr()
    shortened.maxstring = shortened.maxother = shortened.maxlong = 80
    shortened.maxlevel = 3
    try:
        return shortened.repr(value)
    except Exception:
        return object.__repr__(value)


def describe(value: object) -> str:
    """The value and its type."""
    return f"{short(value)} ({type(value).__name__})"


def wrong_type(name: str, value: object, accepted: str) -> TypeError:
    return TypeError(f"{name} must be {accepted}, not {describe(value)}")


def wrong_value(name: str, value: object, accepted: str) -> ValueError:
    return ValueError(f"{name} must be {accepted}, not {short(value)}")
