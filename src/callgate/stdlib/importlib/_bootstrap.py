"""What the host's pydoc and tests ask of importlib's core."""
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec  # noqa: F401

from _import_hooks import load as _load  # noqa: F401
from _import_hooks import module_from_spec  # noqa: F401
