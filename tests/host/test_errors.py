"""Errors as values: their texts, what they carry, and that they can be sent to another process."""

import pickle

import pytest

import callgate as cg


@pytest.mark.parametrize("error", [
    cg.GuestError("ValueError", "no", "Traceback…\n", (cg.Frame("main.py", 3, "f", "f()"),)),
    cg.GuestSyntaxError("SyntaxError", "invalid syntax", "…\n", (), (), 2, 5, "1 +\n"),
    cg.LimitExceeded("fuel", "the run used more than 5 units of fuel"), cg.MachineBusy("busy"), cg.Denied("not now"),
], ids=lambda error: type(error).__name__)
def test_pickle(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error)
    assert {name: value for name, value in vars(again).items() if name != "data"} == {
        name: value for name, value in vars(error).items() if name != "data"}


def test_texts() -> None:
    assert str(cg.GuestError("KeyError", "'k'")) == "KeyError: 'k'"
    assert str(cg.GuestError("KeyError", "")) == "KeyError"
    assert str(cg.LimitExceeded("memory")) == "the memory limit was reached"


def test_kinds() -> None:
    assert issubclass(cg.GuestSyntaxError, cg.GuestError)
    assert not issubclass(cg.LimitExceeded, cg.GuestError)
    assert (cg.GuestError.exit_code, cg.LimitExceeded.exit_code) == (1, 3)
