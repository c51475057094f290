"""The operators on any two guest values, outside of the loop's fast paths.

* Plain values (their host type says all about them) go to the host, after the size of the result is paid for.
* As soon as an operand is an Object or a mirror the guest's protocol is followed here, step by step: methods are found
  on guest types, reflected ones of subclasses come first, sequences concatenate and repeat only when no number method
  did it. A mirror whose class does not override the method at hand is handed to the host as the value it is.
* Texts of errors name guest types. Where the host's text depends on its version, the host is asked for it with a
  stand-in: an object of a class of that name.
"""

import _collections

import cython
from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.cpython.dict import PyDict_Check, PyDict_GetItemWithError
from cython.cimports.cpython.list import PyList_Check
from cython.cimports.cpython.number import (
    PyNumber_Absolute, PyNumber_Add, PyNumber_And, PyNumber_Divmod, PyNumber_FloorDivide, PyNumber_Index,
    PyNumber_InPlaceAdd, PyNumber_InPlaceAnd, PyNumber_InPlaceFloorDivide, PyNumber_InPlaceLshift,
    PyNumber_InPlaceMatrixMultiply, PyNumber_InPlaceMultiply, PyNumber_InPlaceOr, PyNumber_InPlacePower,
    PyNumber_InPlaceRemainder, PyNumber_InPlaceRshift, PyNumber_InPlaceSubtract, PyNumber_InPlaceTrueDivide,
    PyNumber_InPlaceXor, PyNumber_Invert, PyNumber_Lshift, PyNumber_MatrixMultiply, PyNumber_Multiply,
    PyNumber_Negative, PyNumber_Or, PyNumber_Positive, PyNumber_Power, PyNumber_Remainder, PyNumber_Rshift,
    PyNumber_Subtract, PyNumber_TrueDivide, PyNumber_Xor,
)
from cython.cimports.cpython.object import (
    PyObject_DelItem, PyObject_GetItem, PyObject_Hash, PyObject_IsTrue, PyObject_SetItem,
)
from cython.cimports.cpython.slice import PySlice_GetIndicesEx
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.cpython.unicode import PyUnicode_Check
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.call import call_found, call_found0, call_found1, object_call
from cython.cimports.callgate.core.capi import (
    CG_CONCATENATES,
    CG_IS_INT, CG_IS_OBJECT, CG_IS_STR, CG_PLAIN, CG_PLAIN_SLICE, Py_None, Py_TPFLAGS_HEAPTYPE, Py_TYPE, PyDict_CheckExact,
    PyList_CheckExact,
    PyTuple_CheckExact, Ref, cg_compare, cg_truth,
)
from cython.cimports.callgate.core.compare import compare_plain
from cython.cimports.callgate.core.cost import (
    data_size, pay_binary, pay_bytes, pay_hash, pay_items, pay_power, size_of,
)
from cython.cimports.callgate.core.iteration import byte_numbers, drain, has_special, is_iterable, length
from cython.cimports.callgate.core.object import TF_HASHABLE_ID, TF_HEAP, TF_INSTANCE, TF_METHOD_LIKE, Object, Type
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.core.text import format_object, repr_object, str_object
from cython.cimports.callgate.core.type import OBJECT, TYPE, is_subtype, lookup, type_name, type_of
from cython.cimports.callgate.core.warning import warn

SYMBOLS = ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@")
NAMES = ("__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__", "__pow__", "__lshift__",
         "__rshift__", "__or__", "__xor__", "__and__", "__matmul__")
REFLECTED = ("__radd__", "__rsub__", "__rmul__", "__rtruediv__", "__rfloordiv__", "__rmod__", "__rpow__",
             "__rlshift__", "__rrshift__", "__ror__", "__rxor__", "__rand__", "__rmatmul__")
IN_PLACE = ("__iadd__", "__isub__", "__imul__", "__itruediv__", "__ifloordiv__", "__imod__", "__ipow__",
            "__ilshift__", "__irshift__", "__ior__", "__ixor__", "__iand__", "__imatmul__")
UNARY = ("__neg__", "", "__pos__", "__invert__")
UNARY_SYMBOLS = ("-", "not", "+", "~")
#: by mask: 1 less, 2 equal, 4 greater
COMPARE = ("", "__lt__", "__eq__", "__le__", "__gt__", "__ne__", "__ge__")
COMPARE_SYMBOLS = ("", "<", "==", "<=", ">", "!=", ">=")

#: whose types have no table of sequence methods unless they use it; the types of other modules all have one
STATIC = frozenset(("builtins", "types", "weakref", "collections", "functools"))
DEQUE = cython.declare(object, _collections.deque)
names = cython.declare(tuple, NAMES)
reflected = cython.declare(tuple, REFLECTED)
in_place = cython.declare(tuple, IN_PLACE)
compare_names = cython.declare(tuple, COMPARE)

def native_base(cls):
    """The builtin value type: no guest's class, and none of ours that extends a builtin (OrderedDict)."""
    while cls.base is not OBJECT and cls.base is not None and cls.host is not bool:
        cls = cls.base
    return cls


def is_native(cls, name, found):
    """Is this what the builtin type itself has under that name (NULL: nothing)?"""
    return cls.base is OBJECT or lookup(native_base(cls), name) == found


def stand_in(value):
    """For the host's error messages: an object of a class with the name of the value's guest type."""
    return type(type_name(value), (), {})()


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_sequence(value: object) -> cython.bint:
    """Do + and * of this builtin concatenate and repeat?"""
    return is_text_or_list(value) or CG_CONCATENATES(cython.cast(Ref, value))   # of a deque, an array


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_text_or_list(value: object) -> cython.bint:
    return PyUnicode_Check(value) or PyList_Check(value) or PyTuple_Check(value) or isinstance(value, (bytes, bytearray))


# === binary operators

@cython.cfunc
def host_binary(op: cython.int, a: object, b: object) -> object:
    if op == 0:
        return PyNumber_Add(a, b)
    if op == 1:
        return PyNumber_Subtract(a, b)
    if op == 2:
        return PyNumber_Multiply(a, b)
    if op == 3:
        return PyNumber_TrueDivide(a, b)
    if op == 4:
        return PyNumber_FloorDivide(a, b)
    if op == 5:
        return PyNumber_Remainder(a, b)
    if op == 6:
        return PyNumber_Power(a, b, None)
    if op == 7:
        return PyNumber_Lshift(a, b)
    if op == 8:
        return PyNumber_Rshift(a, b)
    if op == 9:
        return PyNumber_Or(a, b)
    if op == 10:
        return PyNumber_Xor(a, b)
    if op == 11:
        return PyNumber_And(a, b)
    return PyNumber_MatrixMultiply(a, b)


@cython.cfunc
def host_in_place(op: cython.int, a: object, b: object) -> object:
    if op == 0:
        return PyNumber_InPlaceAdd(a, b)
    if op == 1:
        return PyNumber_InPlaceSubtract(a, b)
    if op == 2:
        return PyNumber_InPlaceMultiply(a, b)
    if op == 3:
        return PyNumber_InPlaceTrueDivide(a, b)
    if op == 4:
        return PyNumber_InPlaceFloorDivide(a, b)
    if op == 5:
        return PyNumber_InPlaceRemainder(a, b)
    if op == 6:
        return PyNumber_InPlacePower(a, b, None)
    if op == 7:
        return PyNumber_InPlaceLshift(a, b)
    if op == 8:
        return PyNumber_InPlaceRshift(a, b)
    if op == 9:
        if isinstance(a, dict) and not dict.__len__(a) and isinstance(b, dict) and type(b).__iter__ is dict.__iter__:
            b = list(dict.items(b))         # objects/dict.py says why: no table is exchanged
            dict.update(a, b)
            return a
        return PyNumber_InPlaceOr(a, b)
    if op == 10:
        return PyNumber_InPlaceXor(a, b)
    if op == 11:
        return PyNumber_InPlaceAnd(a, b)
    return PyNumber_InPlaceMatrixMultiply(a, b)


@cython.cfunc
def plain_binary(op: cython.int, inplace: cython.bint, a: object, b: object) -> object:
    """Both are values of the host. What walks its operand or calls back is one of our methods, by name."""
    if op == 5 and (PyUnicode_Check(a) or isinstance(a, (bytes, bytearray))):
        return call_found1(lookup(type_of(a), "__mod__"), a, b)
    if inplace and op == 0 and PyList_Check(a) and not PyList_CheckExact(cython.cast(Ref, b)):
        return call_found(lookup(native_base(type_of(a)), "__iadd__"), a, (b,))
    if op == 9 and PyDict_Check(a) and PyDict_Check(b) and not CG_PLAIN(cython.cast(Ref, b)):     # the guest's class is asked for keys
        return call_found1(lookup(native_base(type_of(a)), "__ior__" if inplace else "__or__"), a, b)
    pay_binary(op, a, b)
    if inplace:
        return host_in_place(op, a, b)
    return host_binary(op, a, b)


@cython.cfunc
def unsupported(op: cython.int, inplace: cython.bint, a: object, b: object) -> object:
    symbol: str = SYMBOLS[op]
    if inplace:
        symbol += "="
    elif op == 6:
        symbol = "** or pow()"
    hint = ""
    if op == 8 and type_name(a) == "builtin_function_or_method" and getattr_or(a, "__name__", None) == "print":
        hint = '. Did you mean "print(<message>, file=<output_stream>)"?'
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{type_name(a)}' and '{type_name(b)}'{hint}")


@cython.cfunc
def protocol(a: object, b: object, ta: Type, tb: Type, fa: Ref, fb: Ref, priority: cython.bint) -> object:
    """The two methods in their order; NotImplemented when neither takes it. NULL: there is none."""
    if fb != cython.NULL and priority:
        result = call_found1(fb, b, a)
        if result is not NotImplemented:
            return result
        fb = cython.NULL
    if fa != cython.NULL:
        result = call_found1(fa, a, b)
        if result is not NotImplemented:
            return result
    if fb != cython.NULL:
        return call_found1(fb, b, a)
    return NotImplemented


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def is_host_value(value: Ref) -> cython.bint:
    return not CG_IS_OBJECT(value)


@cython.cfunc
def concatenate(inplace: cython.bint, a: object, b: object) -> object:
    if not CG_IS_OBJECT(cython.cast(Ref, b)):
        return plain_binary(0, inplace, a, b)
    if not is_text_or_list(a) or inplace and PyList_Check(a):
        return call_found(lookup(native_base(type_of(a)), "__iadd__" if inplace else "__add__"), a, (b,))
    if PyObject_CheckBuffer(b) and isinstance(a, (bytes, bytearray)):
        pay_bytes(cython.cast(cython.double, len(a)) + memoryview(b).nbytes)
        return host_in_place(0, a, b) if inplace else host_binary(0, a, b)
    return host_in_place(0, a, stand_in(b)) if inplace else host_binary(0, a, stand_in(b))


@cython.cfunc
def repeat(inplace: cython.bint, seq: object, times: object) -> object:
    if CG_IS_OBJECT(cython.cast(Ref, times)):
        if lookup(type_of(times), "__index__") == cython.NULL:
            raise TypeError(f"can't multiply sequence by non-int of type '{type_name(times)}'")
        number = index(times)
        if not -(1 << 63) <= number < 1 << 63:
            raise OverflowError(f"cannot fit '{type_name(times)}' into an index-sized integer")
        times = number
    if not is_text_or_list(seq):
        return call_found1(lookup(native_base(type_of(seq)), "__imul__" if inplace else "__mul__"), seq, times)
    pay_binary(2, seq, times)
    if inplace:
        return PyNumber_InPlaceMultiply(seq, times)
    return PyNumber_Multiply(seq, times)


@cython.cfunc
def guest_binary(op: cython.int, inplace: cython.bint, a: object, b: object) -> object:
    if inplace:
        ta: Type = type_of(a)
        name: str = cython.cast(str, in_place[op])
        fi: Ref = lookup(ta, name)
        if fi != cython.NULL and (
                not is_host_value(cython.cast(Ref, a)) or not is_native(ta, name, fi) or op == 9 and PyDict_Check(a) or isinstance(a, set)
                or op == 0 and ta.flags & TF_HEAP):     # CPython takes += of a list for one of numbers in derived classes
            check_c_stack()
            result = call_found1(fi, a, b)
            if result is not NotImplemented:
                return result
    return both_sides(op, inplace, a, b)


def both_sides(op, inplace, a, b):
    """The operator without the left side's method for `op=`, which there is not or did not take it."""
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    ta: Type = type_of(a)
    tb: Type = type_of(b)
    name: str = cython.cast(str, names[op])
    reverse: str = cython.cast(str, reflected[op])
    fa: Ref = lookup(ta, name)
    fb: Ref = lookup(tb, reverse)
    native_a: cython.bint = is_host_value(x) and is_native(ta, name, fa)
    native_b: cython.bint = is_host_value(y) and is_native(tb, reverse, fb)
    if native_a and native_b and (
            not inplace or is_host_value(x) and is_native(ta, cython.cast(str, in_place[op]), lookup(ta, in_place[op]))):
        return plain_binary(op, inplace, a, b)
    check_c_stack()
    # the host's own methods do not take Objects, but for a format; sequences come last, unless the guest's class has
    # the reflected method, which makes the builtin's own one of the two that are asked
    if native_a and (op == 0 or op == 2) and is_sequence(a):
        if is_native(ta, reverse, lookup(ta, reverse)):
            fa = cython.NULL
    elif native_a and CG_IS_OBJECT(y) and op != 5:
        fa = cython.NULL
    if native_b and op == 2 and is_sequence(b) or ta is tb:
        fb = cython.NULL
    priority: cython.bint = False
    if fb != cython.NULL and ta is not tb and is_subtype(tb, ta):
        priority = lookup(ta, reverse) != fb
    result = protocol(a, b, ta, tb, fa, fb, priority)
    if result is not NotImplemented:
        return result
    return sequences(op, inplace, a, b)


def sequences(op, inplace, a, b):
    """What is left when no method took the operator: + and * of sequences, or the complaint."""
    if op == 0 and is_host_value(cython.cast(Ref, a)) and is_sequence(a):
        return concatenate(inplace, a, b)
    if op == 2:
        if is_host_value(cython.cast(Ref, a)) and is_sequence(a):
            return repeat(inplace, a, b)
        if is_host_value(cython.cast(Ref, b)) and is_sequence(b) and not (inplace and may_have_items(type_of(a))):
            return repeat(False, b, a)
    return unsupported(op, inplace, a, b)


@cython.cfunc
@cython.exceptval(check=False)
def may_have_items(cls: Type) -> cython.bint:
    """Has it the host's table of sequence methods? CPython's *= does not look at the right side's then."""
    return cls.flags & TF_HEAP != 0 or lookup(cls, "__len__") != cython.NULL


def binary_op(which, a, b):
    op: cython.int = which & 15
    if CG_PLAIN(cython.cast(Ref, a)) and CG_PLAIN(cython.cast(Ref, b)):
        return plain_binary(op, which >= 16, a, b)
    return guest_binary(op, which >= 16, a, b)


def power(a, b, modulus):
    if modulus is None:
        return binary_op(6, a, b)
    pay_power(a, b, modulus)
    if CG_PLAIN(cython.cast(Ref, a)) and CG_PLAIN(cython.cast(Ref, b)) and CG_PLAIN(cython.cast(Ref, modulus)):
        return PyNumber_Power(a, b, modulus)
    found: Ref = lookup(type_of(a), "__pow__")  # with three arguments there is no reflected form
    if found != cython.NULL:
        result = call_found(found, a, (b, modulus))
        if result is not NotImplemented:
            return result
    if isinstance(a, (int, float, complex)) and isinstance(b, (int, float, complex)) and (
            isinstance(a, complex) or isinstance(b, complex)):
        raise ValueError("complex modulo")
    raise TypeError(
        f"unsupported operand type(s) for ** or pow(): '{type_name(a)}', '{type_name(b)}', '{type_name(modulus)}'")


def divmod_(a, b):
    if CG_PLAIN(cython.cast(Ref, a)) and CG_PLAIN(cython.cast(Ref, b)):
        pay_binary(4, a, b)
        return PyNumber_Divmod(a, b)
    ta: Type = type_of(a)
    tb: Type = type_of(b)
    fa: Ref = lookup(ta, "__divmod__")
    fb: Ref = lookup(tb, "__rdivmod__")
    check_c_stack()
    if ta is tb:
        fb = cython.NULL
    priority: cython.bint = fb != cython.NULL and ta is not tb and is_subtype(tb, ta) and lookup(ta, "__rdivmod__") != fb
    pay_binary(4, a, b)
    result = protocol(a, b, ta, tb, fa, fb, priority)
    if result is NotImplemented:
        raise TypeError(f"unsupported operand type(s) for divmod(): '{type_name(a)}' and '{type_name(b)}'")
    return result


# === unary operators and truth

def unary_op(which, a):
    if which == 1:
        return not truth(a)
    if CG_PLAIN(cython.cast(Ref, a)):
        if isinstance(a, int):
            pay_binary(0, a, a)
        if which == 0:
            return PyNumber_Negative(a)
        if which == 2:
            return PyNumber_Positive(a)
        if isinstance(a, bool):
            a = int(a)  # newer hosts warn about ~True; a guest's warning is none of the host's
        return PyNumber_Invert(a)
    found: Ref = lookup(type_of(a), UNARY[which])
    if found == cython.NULL:
        raise TypeError(f"bad operand type for unary {UNARY_SYMBOLS[which]}: '{type_name(a)}'")
    check_c_stack()
    return call_found0(found, a)


def absolute(a):
    if CG_PLAIN(cython.cast(Ref, a)):
        return PyNumber_Absolute(a)
    found: Ref = lookup(type_of(a), "__abs__")
    if found == cython.NULL:
        raise TypeError(f"bad operand type for abs(): '{type_name(a)}'")
    check_c_stack()
    return call_found0(found, a)


def truth(a):
    x: Ref = cython.cast(Ref, a)
    quick: cython.int = cg_truth(x)
    if quick >= 0:
        return quick
    if CG_PLAIN(x):
        if a is NotImplemented:
            warn("DeprecationWarning", "NotImplemented should not be used in a boolean context")
            return True
        return PyObject_IsTrue(a)
    cls: Type = type_of(a)
    found: Ref = lookup(cls, "__bool__")
    if found == cython.NULL:
        found = lookup(cls, "__len__")
        if found == cython.NULL:
            return True
        if is_host_value(x) and is_native(cls, "__len__", found):
            return PyObject_IsTrue(a)
        return length(a) != 0
    if is_host_value(x) and is_native(cls, "__bool__", found):
        return PyObject_IsTrue(a)
    check_c_stack()
    result = call_found0(found, a)
    if result is True:
        return True
    if result is not False:
        raise TypeError(f"__bool__ should return bool, returned {type_name(result)}")
    return False


# === comparison

@cython.cfunc
@cython.exceptval(check=False)
def is_method(found: Ref) -> cython.bint:
    return found == cython.NULL or found == Py_None or (
        CG_IS_OBJECT(found) and cython.cast(Object, found).type.flags & TF_METHOD_LIKE != 0)


@cython.cfunc
def compare_bound(a: object, b: object, fa: Ref, fb: Ref, mirrored_first: cython.bint) -> object:
    """As `protocol`, for methods that are other descriptors: what goes wrong while one is bound does not count."""
    found: Ref
    its: Type
    turns: tuple = (1, 0) if mirrored_first else (0, 1)
    for turn in turns:
        found = fb if turn else fa
        obj, other = (b, a) if turn else (a, b)
        if found == cython.NULL:
            continue
        method = cython.cast(object, found)
        its = type_of(method)
        if its.slots.tp_descr_get != cython.NULL:
            try:
                method = its.slots.tp_descr_get(method, cython.cast(Ref, obj), type_of(obj))
            except Exception:
                continue
        result = object_call(method, (other,), None)
        if result is not NotImplemented:
            return result
    return NotImplemented


@cython.cfunc
def guest_compare(mask: cython.int, a: object, b: object) -> object:
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    ta: Type = type_of(a)
    tb: Type = type_of(b)
    by_identity: cython.long = TF_HEAP | TF_INSTANCE | TF_HASHABLE_ID
    if mask == 2 and ta.flags & by_identity == by_identity and tb.flags & by_identity == by_identity:
        return a is b
    name: str = cython.cast(str, compare_names[mask])
    mirrored: str = cython.cast(str, compare_names[(mask & 2) | (mask & 1) << 2 | mask >> 2])
    fa: Ref = lookup(ta, name)
    fb: Ref = lookup(tb, mirrored)
    native_a: cython.bint = is_host_value(x) and is_native(ta, name, fa)
    if native_a and is_host_value(y) and is_native(tb, mirrored, fb):
        return compare_plain(mask, a, b)
    if native_a and CG_IS_OBJECT(y):
        fa = cython.NULL  # the host's own do not know Objects
    check_c_stack()
    if is_method(fa) and is_method(fb):
        result = protocol(a, b, ta, tb, fa, fb, ta is not tb and is_subtype(tb, ta))
    else:
        result = compare_bound(a, b, fa, fb, ta is not tb and fb != cython.NULL and is_subtype(tb, ta))
    if result is not NotImplemented:
        return result
    if mask == 2:
        return a is b
    if mask == 5:
        return a is not b
    raise TypeError(
        f"'{COMPARE_SYMBOLS[mask]}' not supported between instances of '{type_name(a)}' and '{type_name(b)}'")


def compare_op(mask, a, b):
    x: Ref = cython.cast(Ref, a)
    y: Ref = cython.cast(Ref, b)
    quick: cython.int = cg_compare(mask, x, y)
    if quick >= 0:
        return quick == 1
    if CG_PLAIN(x) and CG_PLAIN(y):
        return compare_plain(mask, a, b)
    return guest_compare(mask, a, b)


def hash_(a):
    pay_hash(a)
    return PyObject_Hash(a)


# === subscripts

def plain_slice(key):
    """The same slice with exact ints, so that the host asks no guest object."""
    if CG_PLAIN_SLICE(cython.cast(Ref, key)):
        return key
    start, stop, step = key.start, key.stop, key.step
    step = slice_index(step)            # in the order in which the host looks at them
    if step == 0:
        raise ValueError("slice step cannot be zero")
    start = slice_index(start)
    return slice(start, slice_index(stop), step)


@cython.cfunc
def slice_index(value: object) -> object:
    if value is None:
        return None
    if not isinstance(value, int) and (CG_PLAIN(cython.cast(Ref, value)) or lookup(type_of(value), "__index__") == cython.NULL):
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return index(value)


@cython.cfunc
@cython.exceptval(-1, check=False)
def slice_size(seq: object, key: object) -> cython.Py_ssize_t:
    start: cython.Py_ssize_t = 0
    stop: cython.Py_ssize_t = 0
    step: cython.Py_ssize_t = 0
    size: cython.Py_ssize_t = 0
    PySlice_GetIndicesEx(key, size_of(seq), cython.address(start), cython.address(stop), cython.address(step),
                         cython.address(size))
    return size


@cython.cfunc
def sequence_key(seq: object, key: object) -> object:
    """A key that the host understands without asking the guest; `seq` is no dict."""
    if isinstance(key, slice):
        return plain_slice(key)
    if not CG_PLAIN(cython.cast(Ref, key)) and not isinstance(key, int):
        if lookup(type_of(key), "__index__") != cython.NULL:
            number = index(key)
            if not isinstance(seq, range) and not -(1 << 63) <= number < 1 << 63:
                raise IndexError(f"cannot fit '{type_name(key)}' into an index-sized integer")
            return number
        return stand_in(key)  # the host will complain, with the right name
    return key


def host_subscript(a, key):
    """Of a builtin value, or of a mirror with the builtin's own __getitem__."""
    if PyDict_Check(a):
        pay_hash(key)
        found: Ref = PyDict_GetItemWithError(a, key)
        if found != cython.NULL:
            return cython.cast(object, found)
        if not PyDict_CheckExact(cython.cast(Ref, a)):
            missing: Ref = lookup(type_of(a), "__missing__")
            if missing != cython.NULL:
                return call_found1(missing, a, key)
        raise KeyError(key)
    if is_text_or_list(a) or isinstance(a, range):
        key = sequence_key(a, key)
        if isinstance(key, slice) and not isinstance(a, range):
            size: cython.Py_ssize_t = slice_size(a, key)
            if size > 64:
                pay_bytes(data_size(a) / size_of(a) * size)
        if CG_PLAIN(cython.cast(Ref, a)):
            return PyObject_GetItem(a, key)
        return native_base(type_of(a)).host.__getitem__(a, key)  # whatever the mirror's own class has
    if not CG_PLAIN(cython.cast(Ref, a)) and lookup(type_of(a), "__getitem__") != cython.NULL:
        return call_found1(item_function(a, "__getitem__", key), a, key)
    return PyObject_GetItem(a, None)  # not subscriptable


@cython.cfunc
def item_function(a: object, name: str, key: object) -> Ref:
    """Of a builtin that is no table, list or bytes (array, deque): its own function knows which keys it takes."""
    if isinstance(a, DEQUE) and not has_special(key, "__index__"):
        raise TypeError(f"sequence index must be integer, not '{type_name(key)}'")
    return lookup(type_of(a), name)


_type_alias = cython.declare(object, None)


def set_type_alias(function):
    """What type[key] is: type has no `__class_getitem__`, since each class would find it."""
    global _type_alias
    _type_alias = function


def subscript(a, key):
    x: Ref = cython.cast(Ref, a)
    if CG_PLAIN(x):
        return host_subscript(a, key)
    cls: Type = type_of(a)
    found: Ref = lookup(cls, "__getitem__")
    if found != cython.NULL:
        if is_host_value(x) and is_native(cls, "__getitem__", found):
            return host_subscript(a, key)
        check_c_stack()
        return call_found1(found, a, key)
    if isinstance(a, Type):
        if a is TYPE and _type_alias is not None:
            return _type_alias(a, key)
        method = getattr_or(a, "__class_getitem__", None)
        if method is not None:
            check_c_stack()
            return object_call(method, (key,), None)
        raise TypeError(f"type '{cython.cast(Type, a).name}' is not subscriptable")
    raise TypeError(f"'{type_name(a)}' object is not subscriptable")


def host_set_subscript(a, key, value):
    if PyDict_Check(a):
        pay_hash(key)
    elif PyList_Check(a) or isinstance(a, bytearray):
        key = sequence_key(a, key)
        if isinstance(key, slice):
            value = slice_content(a, key, value)
        elif isinstance(a, bytearray) and isinstance(key, int) and CG_IS_OBJECT(cython.cast(Ref, value)):
            value = index(value)
    elif not CG_PLAIN(cython.cast(Ref, a)) and not CG_IS_INT(cython.cast(Ref, key)):
        call_found(item_function(a, "__setitem__", key), a, (key, value))
        return 0
    elif CG_IS_OBJECT(cython.cast(Ref, key)):
        key = 0 if has_special(key, "__index__") else None      # nothing can be assigned, whatever the key is
    if not Py_TYPE(cython.cast(Ref, a)).tp_flags & Py_TPFLAGS_HEAPTYPE:  # a Namespace is written by its own host class
        PyObject_SetItem(a, key, value)
    else:
        native_base(type_of(a)).host.__setitem__(a, key, value)
    return 0


@cython.cfunc
def slice_content(a: object, key: object, value: object) -> object:
    """What is put in place of a slice, as the host takes it without calling back."""
    if PyList_Check(a):
        if not PyList_CheckExact(cython.cast(Ref, value)) and not PyTuple_CheckExact(cython.cast(Ref, value)):
            if not is_iterable(value):
                return stand_in(value)
            value = drain(get_iter(value))
        pay_items(len(value) + (size_of(a) >> 3))
        pay_bytes(8.0 * len(value))
        return value
    if not isinstance(value, (bytes, bytearray, int, str)):
        if not is_iterable(value):
            if isinstance(value, (float, complex)) or any([has_special(value, name) for name in ("__index__", "__int__", "__float__")]):
                raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            raise TypeError(f"cannot convert '{type_name(value)}' object to bytearray")
        it: object = None
        try:
            it = get_iter(value)
        except TypeError:
            pass
        if it is None:
            raise TypeError(f"cannot convert '{type_name(value)}' object to bytearray")
        value = byte_numbers(it, "bytearray")
    if not isinstance(value, (int, str)):
        pay_bytes(cython.cast(cython.double, len(value)) + size_of(a) / 8)
    return value


def set_subscript(a, key, value):
    x: Ref = cython.cast(Ref, a)
    if CG_PLAIN(x):
        return host_set_subscript(a, key, value)
    cls: Type = type_of(a)
    found: Ref = lookup(cls, "__setitem__")
    if found == cython.NULL:
        if lookup(cls, "__delitem__") != cython.NULL:
            raise AttributeError("__setitem__")
        raise TypeError(f"'{type_name(a)}' object does not support item assignment")
    if is_host_value(x) and is_native(cls, "__setitem__", found):
        return host_set_subscript(a, key, value)
    check_c_stack()
    call_found(found, a, (key, value))
    return 0


def host_delete_subscript(a, key):
    if PyDict_Check(a):
        pay_hash(key)
    elif PyList_Check(a) or isinstance(a, bytearray):
        key = sequence_key(a, key)
        pay_items(size_of(a) >> 4)
    elif not CG_PLAIN(cython.cast(Ref, a)):
        call_found1(item_function(a, "__delitem__", key), a, key)
        return 0
    elif CG_IS_OBJECT(cython.cast(Ref, key)):
        key = 0 if has_special(key, "__index__") else None
    if not Py_TYPE(cython.cast(Ref, a)).tp_flags & Py_TPFLAGS_HEAPTYPE:  # a Namespace is written by its own host class
        PyObject_DelItem(a, key)
    else:
        native_base(type_of(a)).host.__delitem__(a, key)
    return 0


def delete_subscript(a, key):
    x: Ref = cython.cast(Ref, a)
    if CG_PLAIN(x):
        return host_delete_subscript(a, key)
    cls: Type = type_of(a)
    found: Ref = lookup(cls, "__delitem__")
    if found == cython.NULL:
        if lookup(cls, "__setitem__") != cython.NULL:
            raise AttributeError("__delitem__")
        does_not: str = "does not"
        if (cls.flags & TF_HEAP or cls.module not in STATIC or lookup(cls, "__len__") != cython.NULL) and (
                isinstance(key, int) or has_special(key, "__index__")):
            does_not = "doesn't"
        raise TypeError(f"'{type_name(a)}' object {does_not} support item deletion")
    if is_host_value(x) and is_native(cls, "__delitem__", found):
        return host_delete_subscript(a, key)
    check_c_stack()
    call_found1(found, a, key)
    return 0


# === numbers and texts

def index(a):
    x: Ref = cython.cast(Ref, a)
    if CG_IS_INT(x):
        return a
    if isinstance(a, int):
        return PyNumber_Index(a)
    found: Ref = lookup(type_of(a), "__index__")
    if found == cython.NULL:
        raise TypeError(f"'{type_name(a)}' object cannot be interpreted as an integer")
    check_c_stack()
    result = call_found0(found, a)
    if CG_IS_INT(cython.cast(Ref, result)):
        return result
    if isinstance(result, int):
        warn("DeprecationWarning", f"__index__ returned non-int (type {type_name(result)}).  The ability to return an instance of "
             "a strict subclass of int is deprecated, and may be removed in a future version of Python.")
        return PyNumber_Index(result)
    raise TypeError(f"__index__ returned non-int (type {type_name(result)})")


def repr_(value):
    text = repr_object(value)
    return text if CG_IS_STR(cython.cast(Ref, text)) else str.__str__(text)


def str_(value):
    text = str_object(value)
    return text if CG_IS_STR(cython.cast(Ref, text)) else str.__str__(text)


def format_(value, spec):
    return format_object(value, spec)
