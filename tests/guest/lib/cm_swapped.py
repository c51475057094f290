"""Replaces itself."""
import sys


class Swapped:
    """A callable that took the module's place."""

    def __call__(self, x):
        return "swapped", x


sys.modules[__name__] = Swapped()
