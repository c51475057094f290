"""callgate: Python's call protocol as an embeddable virtual machine."""

import gc

_collecting = gc.isenabled()
gc.disable()    # there is nothing to collect in what stays

from callgate import bundle

bundle.install()
bundle.load(bundle.START)

from callgate.host.errors import Denied, Frame, GuestError, GuestSyntaxError, LimitExceeded, MachineBusy
from callgate.host.export import export
from callgate.host.limits import Limits
from callgate.host.machine import Machine, run
from callgate.host.module import Module
from callgate.host.result import Ledger, LedgerRow, Result, Usage
from callgate.host.tools import Call
from callgate.host.values import GuestFunction, GuestObject

if _collecting:
    gc.enable()

__all__ = [
    "Call", "Denied", "Frame", "GuestError", "GuestFunction", "GuestObject", "GuestSyntaxError", "Ledger", "LedgerRow",
    "LimitExceeded", "Limits", "Machine", "MachineBusy", "Module", "Result", "Usage", "export", "run",
]
__version__ = "0.1.0.dev0"
