from collections.abc import Callable

from callgate.core.errors import Trap
from callgate.interpreter.vm import VM

class Meter:
    max_fuel: int
    max_calls: int
    max_output: int
    max_memory: int
    max_seconds: float
    calls: int
    written: int
    tool_seconds: float
    stopped: Trap | None
    escaped: BaseException | None
    guest_interrupts: bool
    def __init__(self, vm: VM, tick: Callable[[], None]) -> None: ...
    def begin(self) -> None: ...
    def fuel_used(self) -> int: ...
    def seconds_used(self) -> float: ...
    def __call__(self, vm: VM) -> None: ...

class Stream:
    def __init__(self, meter: Meter, sink: Callable[[str], object] | None = None) -> None: ...
    def __call__(self, text: str) -> None: ...
    def take(self) -> str: ...
