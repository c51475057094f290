# plain
"""What stops a run, beside the guest's own exceptions.

A Trap is a limit, an interrupt or a closed machine: a BaseException, so that no native that catches Exception swallows
it, and nothing of the guest runs after it. A GuestRaise carries a guest exception through host C code. An
InternalError is a mistake of callgate's own.
"""


class Trap(BaseException):
    """A limit was reached or the machine was told to stop; `limit` says which, the text says how."""

    def __init__(self, limit: str, message: str = "") -> None:
        super().__init__(message or limit)
        self.limit = limit
        self.message = message or limit


class GuestRaise(Exception):
    """A guest exception on its way through the host; classes made from this one also derive from a host builtin."""

    value: object = None


class InternalError(RuntimeError):
    """Something happened that callgate holds impossible."""
