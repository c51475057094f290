"""The guest's modules for natives: CPython's C code, too, imports `warnings` and `typing` when it needs them."""

import cython

_importer = cython.declare(importfunc, cython.NULL)


def set_importer(f: importfunc):
    global _importer
    _importer = f
    return 0


def guest_module(name):
    if _importer == cython.NULL:
        raise RuntimeError("no machine is running in this thread")
    return _importer(name)
