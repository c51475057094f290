"""What operations of the host cost: sizes are checked and work is paid for before the host is asked.

* A check changes nothing: it returns, or raises (a trap, or RecursionError for what is nested too deep).
* Prices are per 10 to 20 ns of the host's work, about what one step of the loop takes.
* Sizes are computed as doubles: too large to count is just a large size.
* What the host walks recursively without asking anybody (hash of nested tuples) is walked here first.
"""

import _collections

import cython
from cython.cimports.cpython.dict import PyDict_Check, PyDict_Next
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.cpython.unicode import PyUnicode_Check, PyUnicode_KIND
from cython.cimports.libc.math import pow as power_of
from cython.cimports.callgate.core.capi import (
    CG_IS_INT, CG_IS_STR, PyDict_GET_SIZE, PyList_GET_ITEM, PyList_GET_SIZE, PyTuple_CheckExact, PyTuple_GET_ITEM, PyTuple_GET_SIZE,
    PySet_GET_SIZE, PyUnicode_GET_LENGTH, Py_SIZE, Ref, cg_flat, cg_int_digits,
)
from cython.cimports.callgate.core.state import charge, charge_memory, check_c_stack

DEQUE = cython.declare(object, _collections.deque)
#: below this many bytes an allocation is not worth a question
SMALL = cython.declare(cython.double, 512)
#: more than this is not counted further: no machine has it
HUGE = cython.declare(cython.double, 4e18)
#: nested tuples deeper than this are not hashed: the host would recurse without looking at its stack
DEEPEST = cython.declare(cython.int, 3000)


def pay_items(n):
    if n > 16:
        charge(n >> 4)
    return 0


def pay_bytes(n):
    if n > SMALL:
        if n > HUGE:
            n = HUGE
        charge_memory(cython.cast(cython.longlong, n))
        charge(cython.cast(cython.longlong, n / 256))
    return 0


def size_of(value):
    o: Ref = cython.cast(Ref, value)
    if PyUnicode_Check(value):
        return PyUnicode_GET_LENGTH(o)
    if PyDict_Check(value):
        return PyDict_GET_SIZE(o)
    if isinstance(value, (set, frozenset)):
        return PySet_GET_SIZE(o)
    return Py_SIZE(o)  # list, tuple, bytes, bytearray


def data_size(seq):
    o: Ref = cython.cast(Ref, seq)
    if PyUnicode_Check(seq):
        return cython.cast(cython.double, PyUnicode_GET_LENGTH(o)) * PyUnicode_KIND(seq)
    if PyList_Check(seq) or PyTuple_Check(seq):
        return 8.0 * Py_SIZE(o)
    if isinstance(seq, (bytes, bytearray)):
        return Py_SIZE(o)
    if isinstance(seq, (dict, set, frozenset)):
        return 64.0 * size_of(seq)
    if isinstance(seq, DEQUE):
        return 9.0 * Py_SIZE(o)
    return 0.0


def pay_copy(seq):
    size: cython.double = data_size(seq)
    if size > SMALL:
        pay_bytes(size)
    return 0


def pay_repeat(seq, times):
    if not isinstance(times, int):
        return 0
    times = exact(times)
    size: cython.double = data_size(seq)
    if size > 0 and times > 0:
        if times > 1 << 62:
            return 0  # the host says what is wrong with it
        if isinstance(seq, DEQUE) and seq.maxlen is not None:
            size = min(size, 9.0 * seq.maxlen / cython.cast(cython.double, times))
        pay_bytes(size * cython.cast(cython.double, times))
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_product(a: cython.double, b: cython.double) -> cython.int:
    """Multiplication of numbers of so many digits (Karatsuba above 70, as the host does it)."""
    small: cython.double = a if a < b else b
    large: cython.double = b if a < b else a
    if small + large < 8:
        return 0
    pay_bytes(4 * (small + large))
    if small <= 70:
        work = small * large
    else:
        work = large / small * power_of(small, 1.585) * 6
    return charge(cython.cast(cython.longlong, work / 16 if work < HUGE else HUGE))


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_quotient(a: cython.double, b: cython.double) -> cython.int:
    """Schoolbook division; hosts since 3.12 are faster above 8000 digits, and charged the same."""
    if a < 8 or a < b:
        return 0
    pay_bytes(4 * a)
    work: cython.double = (a - b + 1) * b
    return charge(cython.cast(cython.longlong, work / 16 if work < HUGE else HUGE))


@cython.cfunc
@cython.inline
def digits(o: object) -> cython.double:
    return cython.cast(cython.double, cg_int_digits(cython.cast(Ref, o)))


@cython.cfunc
@cython.inline
def exact(number: object) -> object:
    """Without what a guest's class says of it."""
    return number if CG_IS_INT(cython.cast(Ref, number)) else int.__index__(number)


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_int(op: cython.int, a: object, b: object) -> cython.int:
    x: cython.double = digits(a)
    y: cython.double = digits(b)
    if op == 7:  # <<
        if y <= 3 and x > 0:
            b = exact(b)
            if b > 0:
                pay_bytes(4 * x + cython.cast(cython.double, b) / 7.5)
        return 0
    if op == 6:
        return pay_power(a, b, None)
    if x + y < 8:
        return 0
    if op == 2:
        return pay_product(x, y)
    if op == 3 or op == 4 or op == 5:
        return pay_quotient(x, y)
    return pay_bytes(4 * (x if x > y else y))


def pay_power(base, exponent, modulus):
    if not (isinstance(base, int) and isinstance(exponent, int)):
        return 0
    if modulus is not None:
        if isinstance(modulus, int):
            n = digits(modulus)
            # one squaring and one division for each bit of the exponent, and a product for some
            work: cython.double = digits(exponent) * 30 * (2.5 * n * n + 2)
            if work > 16:
                charge(cython.cast(cython.longlong, work / 16 if work < HUGE else HUGE))
        return 0
    base = exact(base)
    exponent = exact(exponent)
    if exponent <= 1 or -1 <= base <= 1:
        return 0
    if digits(exponent) > 2:
        pay_bytes(HUGE)
    bits: cython.double = cython.cast(cython.double, base.bit_length()) * cython.cast(cython.double, exponent)
    if bits > 128:
        pay_product(bits / 60, bits / 60)
        pay_bytes(bits / 7.5)
    return 0


def pay_binary(op, a, b):
    x: Ref = cython.cast(Ref, a)
    if CG_IS_INT(x) or isinstance(a, int):
        if isinstance(b, int):
            return pay_int(op, a, b)
        if op == 2:
            return pay_repeat(b, a)
        return 0
    if op == 0:
        if CG_IS_STR(x) or PyUnicode_Check(a) or PyList_Check(a) or PyTuple_Check(a) or isinstance(a, (bytes, bytearray)) \
                or (isinstance(a, DEQUE) and a.maxlen is None):
            pay_bytes(data_size(a) + data_size(b))
    elif op == 2:
        return pay_repeat(a, b)
    elif op == 9 or op == 10 or op == 11 or op == 1:
        if isinstance(a, (set, frozenset, dict)):
            if isinstance(b, (set, frozenset, dict)):
                pay_items(size_of(a) + size_of(b))
                pay_bytes(data_size(a) + data_size(b))
    return 0


def pay_digits(number):
    n: cython.double = digits(number)
    if n > 8:
        charge(cython.cast(cython.longlong, n * n / 16))
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def walk_hash(key: object, depth: cython.int, nodes: cython.p_longlong) -> cython.int:
    """Tuples and slices below a tuple or slice, as often as the host would hash them; how deep they go."""
    o: Ref = cython.cast(Ref, key)
    deepest: cython.int = depth
    below: cython.int
    i: cython.Py_ssize_t
    if depth > DEEPEST:
        raise RecursionError("maximum recursion depth exceeded")
    if depth & 63 == 63:
        check_c_stack()
    if not PyTuple_Check(key):  # a slice
        for part in (key.start, key.stop, key.step):
            if PyTuple_Check(part) or isinstance(part, slice):
                below = walk_hash(part, depth + 1, nodes)
                deepest = max(deepest, below)
        return deepest
    nodes[0] += PyTuple_GET_SIZE(o)
    if nodes[0] > 1024:
        charge(nodes[0] >> 3)
        nodes[0] = 0
    for i in range(PyTuple_GET_SIZE(o)):
        if PyTuple_CheckExact(PyTuple_GET_ITEM(o, i)) or is_nested(cython.cast(object, PyTuple_GET_ITEM(o, i))):
            below = walk_hash(cython.cast(object, PyTuple_GET_ITEM(o, i)), depth + 1, nodes)
            deepest = max(deepest, below)
    return deepest


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_nested(value: object) -> cython.bint:
    return PyTuple_Check(value) or isinstance(value, slice)


def pay_hash(key):
    o: Ref = cython.cast(Ref, key)
    nodes: cython.longlong = 0
    if CG_IS_STR(o):
        return 0  # remembered by the str, and cheap
    if PyTuple_Check(key) or type(key) is slice:
        if not cg_flat(o) or type(key) is slice:
            walk_hash(key, 0, cython.address(nodes))
            if nodes > 8:
                charge(nodes >> 3)
    elif isinstance(key, int):
        if cg_int_digits(o) > 64:
            charge(cg_int_digits(o) >> 4)
    elif isinstance(key, (frozenset, bytes)):
        pay_items(size_of(key) >> 3)
    return 0


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_container(o: Ref) -> cython.bint:
    v: object = cython.cast(object, o)
    return PyTuple_CheckExact(o) or PyList_Check(v) or PyDict_Check(v) or isinstance(v, (tuple, set, frozenset))


@cython.cfunc
@cython.exceptval(-1, check=False)
def walk(value: object, depth: cython.int, nodes: cython.p_longlong) -> cython.int:
    i: cython.Py_ssize_t
    position: cython.Py_ssize_t = 0
    o: Ref = cython.cast(Ref, value)
    k: Ref = cython.NULL
    v: Ref = cython.NULL
    if depth > DEEPEST:
        raise RecursionError("maximum recursion depth exceeded")
    if depth & 15 == 15:
        check_c_stack()
    nodes[0] += size_of(value)
    if nodes[0] > 256:
        charge(nodes[0] >> 1)
        nodes[0] = 0
    if PyList_Check(value):
        i = 0
        while i < PyList_GET_SIZE(o):
            if is_container(PyList_GET_ITEM(o, i)):
                walk(cython.cast(object, PyList_GET_ITEM(o, i)), depth + 1, nodes)
            i += 1
    elif PyTuple_Check(value):
        for i in range(PyTuple_GET_SIZE(o)):
            if is_container(PyTuple_GET_ITEM(o, i)):
                walk(cython.cast(object, PyTuple_GET_ITEM(o, i)), depth + 1, nodes)
    elif PyDict_Check(value):
        while PyDict_Next(value, cython.address(position), cython.address(k), cython.address(v)):
            if is_container(k):
                walk(cython.cast(object, k), depth + 1, nodes)
            if is_container(v):
                walk(cython.cast(object, v), depth + 1, nodes)
    else:
        for item in (set.__iter__(value) if isinstance(value, set) else frozenset.__iter__(value)):
            if is_container(cython.cast(Ref, item)):
                walk(item, depth + 1, nodes)
    return 0


def pay_walk(value):
    nodes: cython.longlong = 0
    if is_container(cython.cast(Ref, value)):
        walk(value, 0, cython.address(nodes))
        charge(nodes >> 1)
    return 0


def pay_spec(spec):
    """Every run of decimal digits may be a width or a precision; the host accepts those of all scripts."""
    number: cython.double = 0
    c: cython.Py_UCS4
    for c in spec:
        if "0" <= c <= "9":
            number = number * 10 + (cython.cast(cython.int, c) - 48)
        elif c > 127 and c.isdecimal():
            number = number * 10 + cython.cast(cython.int, int(c))
        else:
            if number > 99 and number < HUGE:
                pay_bytes(4 * number)
            number = 0
    if number > 99 and number < HUGE:  # from there on the host says that there are too many digits
        pay_bytes(4 * number)
    return 0


def pay_text(text, factor):
    size: cython.Py_ssize_t = PyUnicode_GET_LENGTH(cython.cast(Ref, text))
    if size > 256:
        pay_bytes(cython.cast(cython.double, size) * factor)
    return 0
