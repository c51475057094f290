from collections.abc import Callable
from typing import Any

from callgate.bytecode.code import Code

class VM:
    builtins: dict[str, object]
    modules: dict[str, object]
    data: dict[str, Any]
    importer: Any
    stdout: Callable[[str], object] | None
    stderr: Callable[[str], object] | None
    host: Any
    callable_modules: bool
    breaker: Callable[[VM], None] | None
    def __init__(self, depth: int = 1000) -> None: ...
    def set_memory_limit(self, size: int) -> None: ...
    def peak_depth(self) -> int: ...
    def reset_peak(self) -> None: ...
    def asked_by_native(self) -> bool: ...
    def run_code(
        self, code: Code, globals: dict[str, object], names_are_global: bool = True, locals: object = None,
    ) -> object: ...
    def call(self, callable: object, args: tuple[object, ...], kwargs: dict[str, object] | None = None) -> object: ...
