"""Tools from a Python file of the host: ``--tools FILE.py``."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

from callgate.cli.status import UsageError
from callgate.host.export import EXPORTED


def load_tools(command: str, filename: str) -> dict[str, Callable[..., object]]:
    """The public callables of a file: those in its ``__all__``, else the functions and exported classes that it defines
    under a name without an underscore in front. A dict ``TOOLS`` in it (name -> callable) comes before both.

    Raises:
        UsageError: the file cannot be read or run, or has none.
    """
    path = Path(filename)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise UsageError(command, f"--tools {filename}: not a readable Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    sys.path.insert(0, str(path.resolve().parent))
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise UsageError(command, f"--tools {filename}: {type(error).__name__}: {error}") from error
    content = vars(module)
    if isinstance(content.get("TOOLS"), dict):
        found = dict(content["TOOLS"])
    elif "__all__" in content:
        found = {name: content[name] for name in content["__all__"] if callable(content.get(name))}
    else:
        found = {name: value for name, value in content.items() if is_tool(name, value, path.stem)}
    if not found:
        raise UsageError(command, f"--tools {filename}: no public functions")
    return found


def is_tool(name: str, value: object, module: str) -> bool:
    if name.startswith("_") or getattr(value, "__module__", None) != module:
        return False
    return value in EXPORTED if isinstance(value, type) else callable(value)
