"""The guest's builtin types, one per file. Compiled. Whoever imports one of them has them all."""

from . import wrap as wrap  # first: from here on the members of a native type are there as soon as it is made
from . import (  # noqa: F401, I001  each makes its guest types when it is imported
    bool, bytearray, bytes, code, complex, dict, float, frozenset, genericalias, int, iterators, lazy, list, mappingproxy,
    native, range, set, singletons, slice, str, tuple, views,
)
from . import quick as quick  # noqa: E402, I001  over the types that are there now
