"""Limits: what one run may use. A limit that is None is not applied."""

from .arguments import describe, wrong_type, wrong_value

#: Units of sizes, in bytes.
UNITS = {
    "": 1, "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30,
    "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
}
SIZE = r"\s*(\d{1,18}(?:\.\d{1,9})?)\s*([a-zA-Z]*)\s*\Z"
SIZE_ACCEPTED = "a number of bytes, or a text such as '64 MiB' or '500 kB'"
#: More frames than this are refused: 192 bytes of address space are reserved for each.
MAX_DEPTH = 10_000_000
DEFAULT_DEPTH = 1000


class Limits:
    """What a run may use; every field may be None for no limit, except ``depth``.

    Args:
        fuel: calls, backward jumps and the work of natives, in units: a count that does not depend on the host.
        seconds: wall clock of the run, time in tools included.
        memory: bytes of guest objects, as an int or as text with a unit ("64 MiB").
        depth: guest frames at one time, 1 to 10 million; one more is the guest's own RecursionError.
        output: bytes of text (in UTF-8) printed in a run, an int or text.
        tool_calls: calls of tools and of exported classes and their methods in a run.

    Raises:
        TypeError, ValueError: naming the field, the value and what is accepted.
    """

    __slots__ = ("depth", "fuel", "memory", "output", "seconds", "tool_calls")

    fuel: int | None
    seconds: float | None
    memory: int | None
    depth: int
    output: int | None
    tool_calls: int | None

    def __init__(
        self, *, fuel: int | None = None, seconds: float | None = None, memory: int | str | None = None,
        depth: int = DEFAULT_DEPTH, output: int | str | None = None, tool_calls: int | None = None,
    ) -> None:
        fix = object.__setattr__
        fix(self, "fuel", count("fuel", fuel))
        fix(self, "seconds", duration("seconds", seconds))
        fix(self, "memory", size("memory", memory))
        fix(self, "depth", frames("depth", depth))
        fix(self, "output", size("output", output))
        fix(self, "tool_calls", count("tool_calls", tool_calls))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Limits are fixed; make new ones to change {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"Limits are fixed; {name!r} cannot be deleted")

    def _fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other: object) -> bool:
        return self._fields() == other._fields() if isinstance(other, Limits) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._fields())

    def __repr__(self) -> str:
        given = ("fuel", "seconds", "memory", "depth", "output", "tool_calls")
        return f"Limits({', '.join(f'{name}={getattr(self, name)!r}' for name in given)})"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, ({name: getattr(self, name) for name in self.__slots__},)


def _rebuild(fields: dict[str, object]) -> Limits:
    return Limits(**fields)  # type: ignore[arg-type]


def count(name: str, value: object) -> int | None:
    """A whole number from 0 on, or None."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type(name, value, "a whole number or None")
    if value < 0:
        raise wrong_value(name, value, "a whole number from 0 on, or None")
    return int(value)


def duration(name: str, value: object) -> float | None:
    """Seconds above 0, or None."""
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise wrong_type(name, value, "a number of seconds or None")
    if not 0 < value < float("inf"):
        raise wrong_value(name, value, "a finite number of seconds above 0, or None")
    return float(value)


def size(name: str, value: object) -> int | None:
    """Bytes: an int, or text with a unit; or None."""
    if isinstance(value, str):
        import re

        found = re.match(SIZE, value, re.ASCII)
        unit = UNITS.get(found[2].lower()) if found else None
        if found is None or unit is None:
            raise wrong_value(name, value, SIZE_ACCEPTED)
        return int(float(found[1]) * unit) if "." in found[1] else int(found[1]) * unit
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise wrong_type(name, value, f"{SIZE_ACCEPTED}, or None")
    if value is not None and value < 0:
        raise wrong_value(name, value, f"{SIZE_ACCEPTED}, or None")
    return value


def frames(name: str, value: object) -> int:
    """A number of frames from 1 to 10 million."""
    accepted = f"a whole number from 1 to {MAX_DEPTH}"
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type(name, value, accepted)
    if not 1 <= value <= MAX_DEPTH:
        raise wrong_value(name, value, accepted)
    return int(value)


def checked(value: object) -> Limits:
    """The limits given to a machine: a Limits, or None for none but the depth."""
    if value is None:
        return Limits()
    if not isinstance(value, Limits):
        raise TypeError(f"limits must be a callgate.Limits or None, not {describe(value)}")
    return value
