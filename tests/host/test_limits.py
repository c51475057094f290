"""Limits: what is accepted, and what the error says about everything else."""

import copy
import pickle
from typing import Any

import pytest

import callgate as cg

SIZES = "a number of bytes, or a text such as '64 MiB' or '500 kB'"


def test_none_but_the_depth_without_arguments() -> None:
    limits = cg.Limits()
    assert (limits.fuel, limits.seconds, limits.memory, limits.depth, limits.output, limits.tool_calls) == (
        None, None, None, 1000, None, None)


@pytest.mark.parametrize(("size", "expected"), [
    (0, 0), (1000, 1000), ("1000", 1000), ("64 MiB", 64 << 20), ("64MiB", 64 << 20), (" 1 GiB ", 1 << 30),
    ("1 KiB", 1024),
    ("500 kB", 500_000), ("2 MB", 2_000_000), ("3 GB", 3_000_000_000), ("1.5 MiB", 3 << 19), ("7 B", 7), ("2k", 2048),
    ("1 mib", 1 << 20), (None, None),
])
def test_sizes(size: Any, expected: int | None) -> None:
    assert cg.Limits(memory=size).memory == expected
    assert cg.Limits(output=size).output == expected


@pytest.mark.parametrize(("field", "value", "error", "text"), [
    ("fuel", "10", TypeError, "fuel must be a whole number or None, not '10' (str)"),
    ("fuel", 1.5, TypeError, "fuel must be a whole number or None, not 1.5 (float)"),
    ("fuel", True, TypeError, "fuel must be a whole number or None, not True (bool)"),
    ("fuel", -1, ValueError, "fuel must be a whole number from 0 on, or None, not -1"),
    ("tool_calls", [], TypeError, "tool_calls must be a whole number or None, not [] (list)"),
    ("tool_calls", -5, ValueError, "tool_calls must be a whole number from 0 on, or None, not -5"),
    ("seconds", "2", TypeError, "seconds must be a number of seconds or None, not '2' (str)"),
    ("seconds", False, TypeError, "seconds must be a number of seconds or None, not False (bool)"),
    ("seconds", 0, ValueError, "seconds must be a finite number of seconds above 0, or None, not 0"),
    ("seconds", -0.5, ValueError, "seconds must be a finite number of seconds above 0, or None, not -0.5"),
    ("seconds", float("nan"), ValueError, "seconds must be a finite number of seconds above 0, or None, not nan"),
    ("seconds", float("inf"), ValueError, "seconds must be a finite number of seconds above 0, or None, not inf"),
    ("memory", "64 lightyears", ValueError, f"memory must be {SIZES}, not '64 lightyears'"),
    ("memory", "", ValueError, f"memory must be {SIZES}, not ''"),
    ("memory", "-1", ValueError, f"memory must be {SIZES}, not '-1'"),
    ("memory", -1, ValueError, f"memory must be {SIZES}, or None, not -1"),
    ("memory", 1.5, TypeError, f"memory must be {SIZES}, or None, not 1.5 (float)"),
    ("output", True, TypeError, f"output must be {SIZES}, or None, not True (bool)"),
    ("output", "9" * 5000, ValueError, f"output must be {SIZES}, not '{'9' * 37}...{'9' * 38}'"),
    ("depth", None, TypeError, "depth must be a whole number from 1 to 10000000, not None (NoneType)"),
    ("depth", 10.0, TypeError, "depth must be a whole number from 1 to 10000000, not 10.0 (float)"),
    ("depth", 0, ValueError, "depth must be a whole number from 1 to 10000000, not 0"),
    ("depth", 10_000_001, ValueError, "depth must be a whole number from 1 to 10000000, not 10000001"),
])
def test_refused(field: str, value: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error) as caught:
        cg.Limits(**{field: value})
    assert str(caught.value) == text and type(caught.value) is error


def test_they_are_values() -> None:
    limits = cg.Limits(fuel=5, memory="1 KiB")
    assert limits == cg.Limits(fuel=5, memory=1024) != cg.Limits(fuel=6)
    assert limits != 5
    assert len({limits, cg.Limits(memory=1024, fuel=5)}) == 1
    assert repr(limits) == "Limits(fuel=5, seconds=None, memory=1024, depth=1000, output=None, tool_calls=None)"
    assert pickle.loads(pickle.dumps(limits)) == copy.deepcopy(limits) == limits


def test_they_cannot_be_changed() -> None:
    limits = cg.Limits()
    with pytest.raises(AttributeError, match="make new ones to change 'fuel'"):
        limits.fuel = 1
    with pytest.raises(AttributeError):
        del limits.depth  # type: ignore[misc]


def test_a_machine_takes_nothing_else() -> None:
    with pytest.raises(TypeError) as caught:
        cg.Machine(limits={"fuel": 1})  # type: ignore[arg-type]
    assert str(caught.value) == "limits must be a callgate.Limits or None, not {'fuel': 1} (dict)"
