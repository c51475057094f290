"""CALL_INTRINSIC_1 and _2: type parameters, whose types stand in modules/typevars.py."""

import cython

_one = cython.declare(intrinsic1, cython.NULL)
_two = cython.declare(intrinsic2, cython.NULL)


_load = cython.declare(object, None)


def set_loader(function):
    """function(): has what does the instructions come and call `set_intrinsics`; few programs need it."""
    global _load
    _load = function


def set_intrinsics(one: intrinsic1, two: intrinsic2):
    global _one, _two
    _one = one
    _two = two
    return 0


def call_intrinsic_1(n: cython.int, value):
    if _one == cython.NULL:
        _load()
    return _one(n, value)


def call_intrinsic_2(n: cython.int, first, second):
    if _two == cython.NULL:
        _load()
    return _two(n, first, second)
