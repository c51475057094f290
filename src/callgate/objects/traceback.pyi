from collections.abc import Mapping
from typing import Protocol

class Texts(Protocol):
    def get(self, filename: str, default: str | None = None) -> str | None: ...

def format_exception(
    exc: object, sources: Texts, modules: Mapping[str, object] | None = None, suggestions: bool = ...,
) -> str: ...
def frames(exc: object) -> list[tuple[str, int | None, str]]: ...
