"""What a run gives back: its value, its output, what it used, and what it called how often."""

from _collections_abc import Iterable, Iterator, Mapping

from callgate.bytecode.rows import Row


class Usage(Row):
    """What a run used.

    Attributes:
        fuel: units of work: the same on every host and in every run of the same program.
        seconds: wall clock, time in tools included.
        memory: peak of the guest's live bytes, as far as it was measured.
        depth: peak number of guest frames.
        calls: calls of guest functions and classes, builtins and tools.
        tool_calls: calls into the host among them.
        tool_seconds: wall clock spent in those, nested guest code included.
        output: bytes printed.
    """

    fuel: int = 0
    seconds: float = 0.0
    memory: int = 0
    depth: int = 0
    calls: int = 0
    tool_calls: int = 0
    tool_seconds: float = 0.0
    output: int = 0

    def to_dict(self) -> dict[str, float]:
        return self._asdict()


class LedgerRow(Row):
    """How often one callable was called. ``kind`` is ``guest``, ``builtin`` or ``tool``."""

    name: str
    kind: str
    calls: int


class Ledger(Mapping[str, int]):
    """The exact number of calls per callable: ``ledger["fib"]``, ``ledger.rows``, ``print(ledger)``.

    Guest functions and classes go by their qualified name, methods of builtin types as ``str.split``. Callables of the
    same name and kind (two lambdas) share a row; those of several kinds (a tool and a function) have rows of their own,
    which the mapping adds up.
    """

    __slots__ = ("_calls", "rows")

    def __init__(self, rows: Iterable[LedgerRow] = ()) -> None:
        #: most often called first, then by name
        self.rows = tuple(sorted(rows, key=lambda row: (-row.calls, row.name, row.kind)))
        self._calls: dict[str, int] = {}
        for row in self.rows:
            self._calls[row.name] = self._calls.get(row.name, 0) + row.calls

    def __getitem__(self, name: str) -> int:
        return self._calls[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._calls)

    def __len__(self) -> int:
        return len(self._calls)

    def of(self, kind: str) -> dict[str, int]:
        """The calls of one kind (``guest``, ``builtin``, ``tool``), by name."""
        return Ledger(row for row in self.rows if row.kind == kind).to_dict()

    def sorted(self, by: str = "calls") -> list[LedgerRow]:
        """The rows in order of ``calls`` (most first), ``name`` or ``kind``.

        Raises:
            ValueError: for another order.
        """
        if by == "calls":
            return list(self.rows)
        if by not in ("name", "kind"):
            raise ValueError(f"by must be 'calls', 'name' or 'kind', not {by!r}")
        return sorted(self.rows, key=lambda row: (getattr(row, by), -row.calls, row.name))

    def to_dict(self) -> dict[str, int]:
        return dict(self._calls)

    def __str__(self) -> str:
        width = max((len(str(row.calls)) for row in self.rows), default=0)
        width = max(width, len("calls"))
        lines = [f"{'calls':>{width}}  kind     name"]
        lines += [f"{row.calls:>{width}}  {row.kind:<7}  {row.name}" for row in self.rows]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"Ledger({self._calls!r})"


class Result:
    """A finished run.

    Attributes:
        stdout: the text printed during the run ("" when the machine hands its output to a callable).
        stderr: the same for the guest's ``sys.stderr``.
        usage: a Usage.
        ledger: a Ledger.
    """

    __slots__ = ("_counted", "_failure", "_value", "stderr", "stdout", "usage")

    def __init__(
        self, value: object = None, stdout: str = "", stderr: str = "", usage: Usage = Usage(),  # noqa: B008  immutable
        ledger: Ledger | Iterable[tuple[str, str, int]] = (), failure: Exception | None = None,
    ) -> None:
        self._value = value
        self._failure = failure
        self.stdout = stdout
        self.stderr = stderr
        self.usage = usage
        #: a Ledger, or what is to be one: (name, kind, calls)
        self._counted = ledger

    @property
    def ledger(self) -> Ledger:
        counted = self._counted
        if not isinstance(counted, Ledger):     # made when asked for: most calls from the host have theirs unread
            calls: dict[tuple[str, str], int] = {}
            for name, kind, number in counted:
                calls[name, kind] = calls.get((name, kind), 0) + number
            counted = self._counted = Ledger(LedgerRow(*key, number) for key, number in calls.items())
        return counted

    @property
    def value(self) -> object:
        """The value of the last expression statement, as plain host data; None when the program does not end in one.

        Raises:
            ValueError: when that value cannot be plain data: it contains itself, is nested more than 500 levels deep,
                or is too big when written out.
        """
        if self._failure is not None:
            raise self._failure
        return self._value

    def __repr__(self) -> str:
        value = "<not plain data>" if self._failure is not None else repr(self._value)
        return f"Result(value={value}, stdout={self.stdout!r}, usage={self.usage!r})"
