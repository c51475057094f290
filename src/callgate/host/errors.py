"""What an embedder may catch. Each error that ends a run knows the command line's exit status for it."""

from callgate.bytecode.rows import Row


class Frame(Row):
    """One entry of a guest traceback: file name, line number from 1, name of the function, source line ("" unknown)."""

    filename: str
    lineno: int
    name: str
    line: str


class GuestError(Exception):
    """The guest program raised and did not catch.

    Attributes:
        type_name: name of the exception's class.
        message: ``str()`` of the exception.
        traceback: the text that CPython prints, with its line end.
        frames: the same as data, the outermost frame first.
        data: the exception's ``args`` as plain data.
    """

    exit_code = 1

    def __init__(
        self, type_name: str, message: str, traceback: str = "", frames: tuple[Frame, ...] = (),
        data: tuple[object, ...] = (),
    ) -> None:
        super().__init__(f"{type_name}: {message}" if message else type_name)
        self.type_name = type_name
        self.message = message
        self.traceback = traceback
        self.frames = frames
        self.data = data
        #: The guest's own exception: when a tool lets this error pass, the guest gets that very object back.
        self._raised: object = None

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.type_name, self.message, self.traceback, self.frames)


class GuestSyntaxError(GuestError):
    """The program given by the host is not valid: nothing of it ran.

    ``lineno`` and ``offset`` count from 1 (characters), None when no place is known; ``text`` is that source line.
    """

    def __init__(
        self, type_name: str, message: str, traceback: str = "", frames: tuple[Frame, ...] = (),
        data: tuple[object, ...] = (), lineno: int | None = None, offset: int | None = None, text: str | None = None,
    ) -> None:
        super().__init__(type_name, message, traceback, frames, data)
        self.lineno = lineno
        self.offset = offset
        self.text = text

    def __reduce__(self) -> tuple[object, ...]:
        described = (self.type_name, self.message, self.traceback, self.frames, ())
        return type(self), (*described, self.lineno, self.offset, self.text)


class LimitExceeded(Exception):
    """The run was stopped by a limit: no guest code caught it, none ran after it. The machine can be used again.

    ``limit`` is one of ``fuel seconds memory output tool_calls``.
    """

    exit_code = 3

    def __init__(self, limit: str, message: str = "") -> None:
        super().__init__(message or f"the {limit} limit was reached")
        self.limit = limit

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.limit, str(self))


class MachineBusy(RuntimeError):
    """The machine is running in another thread; nothing was changed."""


class Denied(Exception):
    """Raised by an ``on_call`` policy to refuse a tool call: the guest gets a PermissionError with this text."""
