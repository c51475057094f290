"""Warnings that natives give: the guest's own `warnings` module decides what becomes of them."""

import cython
from cython.cimports.callgate.core.state import guest_may_run

#: A host callable (name of the category, message), set by interpreter/warning.py.
_teller = cython.declare(object, None)


def set_teller(teller):
    """Who takes warnings to the guest."""
    global _teller
    _teller = teller


def warn(category, message):
    if _teller is not None and guest_may_run():
        _teller(category, message)
    return 0
