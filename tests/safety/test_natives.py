"""Natives get what they are not made for (natives.py): each says so by an exception of the guest, none takes the host with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import callgate as cg


def test_natives_take_any_arguments() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("natives.py")], capture_output=True, text=True, timeout=900)
    assert (done.returncode, done.stdout.splitlines()[-1:], done.stderr[-2000:]) == (0, ["done"], "")
    assert len(done.stdout.splitlines()) > 700


@pytest.mark.parametrize("program", [
    "import _thread\n_thread.interrupt_main()", "import signal\nsignal.default_int_handler(2, None)", "raise KeyboardInterrupt",
])
def test_an_interrupt_of_the_guest_is_not_the_hosts(program: str) -> None:
    with pytest.raises(cg.GuestError) as caught:
        cg.run(program)
    assert caught.value.type_name == "KeyboardInterrupt"


def test_an_interrupt_of_the_guest_can_be_caught() -> None:
    program = "import _thread\ntry: _thread.interrupt_main()\nexcept KeyboardInterrupt: caught = True\n_thread.interrupt_main(15), caught"
    assert cg.run(program).value == (None, True)


def test_random_bits_are_paid_for_twice() -> None:
    """The host makes words, and the number of them: both are there at the same time."""
    machine = cg.Machine(limits=cg.Limits(memory="32 MiB"))
    assert machine.run("import random\nrandom.getrandbits(8 << 23).bit_length() > 1000").value
    with pytest.raises(cg.LimitExceeded) as ended:
        machine.run("random.getrandbits(8 * 20 << 20)")
    assert ended.value.limit == "memory"
