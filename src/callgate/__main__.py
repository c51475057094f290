"""``python -m callgate``: the command line."""

from callgate.cli import console

console()
