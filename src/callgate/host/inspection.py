"""Looking at guest values without running anything of theirs."""

from __future__ import annotations

from callgate.interpreter.explaining import facts

__all__ = ["facts"]
