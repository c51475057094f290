from collections.abc import Callable, Mapping
from typing import Any

from callgate.bytecode.code import Code
from callgate.interpreter.vm import VM
from callgate.modules.cache import Cache

class Sources:
    def add(self, filename: str, text: str | bytes) -> None: ...
    def get(self, filename: str, default: str | None = None) -> str | None: ...

class Importer:
    sources: Sources
    def __init__(
        self, vm: VM, compile: Callable[..., Code], modules: Mapping[str, Any] | None = None, path: list[str] = ...,
        provide: Callable[[str, Any], tuple[dict[str, object], str | None]] | None = None, cache: Cache | None = None,
    ) -> None: ...
    def new_module(self, name: str, doc: str | None = None) -> object: ...
    def load(self, name: str) -> object: ...
    def namespace(self, module: object) -> dict[str, object]: ...
