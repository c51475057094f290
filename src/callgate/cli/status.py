"""Exit statuses, and the error that stands for bad usage."""

OK, RAISED, USAGE, LIMIT = 0, 1, 2, 3
#: a shell's status for a program that Ctrl-C ended
INTERRUPTED = 130


class UsageError(Exception):
    """The command line makes no sense, or names input that cannot be read: exit status 2."""

    def __init__(self, command: str, message: str) -> None:
        super().__init__(message)
        self.command = command
