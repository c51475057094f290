"""The guest's builtin types, one per file. Compiled. Whoever imports one of them has them all."""

from . import (  # noqa: F401  each makes its guest types when it is imported
    bool, bytearray, bytes, complex, dict, float, frozenset, genericalias, int, iterators, lazy, list, mappingproxy,
    native, range, set, singletons, slice, str, tuple, views,
)
