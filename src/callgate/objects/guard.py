"""Host methods behind a check: what they cost is paid, what they must not see is refused, then the host does the work.

* The host's own function counts and names the arguments, so that its errors are its own.
* There are two forms: a host callable that packs (any method), and a C function without packing (frequent ones).
"""

import cython
from cython.cimports.cpython.ref import PyObject
from cython.cimports.cpython.tuple import PyTuple_Check
from cython.cimports.callgate.core.capi import (
    CG_IS_INT, CG_IS_OBJECT, CG_IS_STR, CALL_FAST, CALL_FAST_KW, CALL_NOARGS, CALL_O, CALL_VARARGS, METH_FASTCALL, METH_KEYWORDS,
    METH_NOARGS, METH_O, METH_VARARGS, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyUnicode_GET_LENGTH, Ref, Refs, cg_method_flags,
    cg_method_pointer, cg_tuple_items,
)
from cython.cimports.callgate.core.cost import pay_binary
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import index, stand_in
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.objects.native import (
    FAST, FAST_KW, METHOD, NOARGS, ONE, PACKED, VARARGS, WITH_SELF, WRAPPER, NativeFunction, new_native,
)

from ..core.type import extend_type


# A method of a host type, called after a check of ours.
@cython.cclass
class Checked:
    descr: object
    check: checkfunc

    def __call__(self, obj, /, *args, **kwargs):
        args = self.check(obj, args, kwargs)
        return self.descr(obj, *args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.descr, name)  # __name__, __text_signature__


def checked(descr, check):
    made: Checked = Checked.__new__(Checked)
    made.descr = descr
    made.check = check
    return made


# A slot wrapper of a host type for a binary operator, called after its price is paid.
@cython.cclass
class PaidSlot:
    descr: object
    op: cython.int
    swapped: cython.bint

    def __call__(self, /, *args, **kwargs):
        if len(args) < 2 or kwargs:
            return self.descr(*args, **kwargs)
        if len(args) > 2 and self.op == 2:      # the host says so, before it looks at them
            return self.descr(args[0], 1, *args[2:])
        a = args[0]
        b = args[1]
        if self.op == 2 and CG_IS_OBJECT(cython.cast(Ref, b)) and has_special(b, "__index__") and not isinstance(a, int):
            b = index(b)
            if not -(1 << 63) <= b < 1 << 63:
                raise OverflowError(f"cannot fit '{type_name(args[1])}' into an index-sized integer")
        if self.swapped:
            pay_binary(self.op, b, a)
        else:
            pay_binary(self.op, a, b)
        return self.descr(a, b, *args[2:])

    def __getattr__(self, name):
        return getattr(self.descr, name)


def paid_slot(descr, op, swapped):
    made: PaidSlot = PaidSlot.__new__(PaidSlot)
    made.descr = descr
    made.op = op
    made.swapped = swapped
    return made


def for_host(value):
    return stand_in(value) if CG_IS_OBJECT(cython.cast(Ref, value)) else value


def size_argument(args, kwargs, position, name):
    value: object = None
    if position < len(args):
        value = args[position]
    elif name is not None and name in kwargs:
        value = kwargs[name]
    if CG_IS_OBJECT(cython.cast(Ref, value)):
        return index(value) if has_special(value, "__index__") else None
    if isinstance(value, int):
        return value if CG_IS_INT(cython.cast(Ref, value)) else int.__index__(value)    # without what a guest's class says of it
    return None


def with_size(args, kwargs, position, name, size):
    if size is None:
        return args
    if position < len(args):
        if args[position] is size:
            return args
        return (*args[:position], size, *args[position + 1:])
    kwargs[name] = size
    return args


def slice_bounds(args):
    for each in args[1:]:
        if CG_IS_OBJECT(cython.cast(Ref, each)) and not has_special(each, "__index__"):
            return (args[0], *[for_bound(each) for each in args[1:]])
    return args


@cython.cfunc
def for_bound(value: object) -> object:
    return stand_in(value) if CG_IS_OBJECT(cython.cast(Ref, value)) and not has_special(value, "__index__") else value


# === without packing

MOST = cython.declare(cython.int, 200)
_meths = cython.declare(cython.p_void[200])
_kinds = cython.declare(cython.int[200])
_hows = cython.declare(cython.int[200])
_descrs = cython.declare(list, [])


def remember(descr):
    number: cython.int = len(_descrs)
    if number == MOST:
        raise SystemError("too many guarded methods")
    flags: cython.int = cg_method_flags(cython.cast(Ref, descr))
    kind: cython.int = PACKED
    if flags == METH_NOARGS:
        kind = NOARGS
    elif flags & ~0x40 == METH_O:  # 0x40: METH_COEXIST
        kind = ONE
    elif flags == METH_FASTCALL:
        kind = FAST
    elif flags == METH_FASTCALL | METH_KEYWORDS:
        kind = FAST_KW
    elif flags == METH_VARARGS:
        kind = VARARGS
    _descrs.append(descr)
    _kinds[number] = kind
    _meths[number] = cg_method_pointer(cython.cast(Ref, descr))
    return number


def pass_on(which, self_, args, n, kwnames):
    kind: cython.int = _kinds[which]
    if kind == FAST_KW:
        return CALL_FAST_KW(_meths[which], self_, args, n, kwnames)
    if kwnames == cython.NULL:
        if kind == FAST:
            return CALL_FAST(_meths[which], self_, args, n)
        if kind == ONE and n == 1:
            return CALL_O(_meths[which], self_, cython.cast(object, args[0]))
        if kind == NOARGS and n == 0:
            return CALL_NOARGS(_meths[which], self_)
        if kind == VARARGS:
            return CALL_VARARGS(_meths[which], self_, args, n)
    return packed(_descrs[which], self_, args, n, kwnames)


@cython.cfunc
def packed(descr: object, self_: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    """The general form, which also complains about wrong arguments."""
    i: cython.Py_ssize_t
    positional: list = [cython.cast(object, args[i]) for i in range(n)]
    named: dict = {}
    if kwnames != cython.NULL:
        for i in range(PyTuple_GET_SIZE(kwnames)):
            named[cython.cast(object, PyTuple_GET_ITEM(kwnames, i))] = cython.cast(object, args[n + i])
    return descr(self_, *positional, **named)


# The packed form of a C function that takes its arguments unpacked.
@cython.cclass
class Unpacked:
    descr: object
    meth: cython.p_void

    def __call__(self, obj, /, *args, **kwargs):
        kwnames: tuple
        n: cython.Py_ssize_t = len(args)
        empty: cython.pointer(PyObject)[1]
        if not kwargs:
            if n == 0:
                return CALL_FAST_KW(self.meth, obj, empty, 0, cython.NULL)
            return CALL_FAST_KW(self.meth, obj, cg_tuple_items(cython.cast(Ref, args)), n, cython.NULL)
        kwnames = tuple(kwargs)
        args = args + tuple(kwargs.values())
        return CALL_FAST_KW(self.meth, obj, cg_tuple_items(cython.cast(Ref, args)), n, cython.cast(Ref, kwnames))

    def __getattr__(self, name):
        return getattr(self.descr, name)


def quick(cls, name, meth):
    f: NativeFunction = cls.namespace[name]
    made: Unpacked = Unpacked.__new__(Unpacked)
    made.descr = f.host
    made.meth = meth
    f.host = made
    f.kind = FAST_KW
    f.meth = meth
    return 0


#: from so many characters on a method's work is paid for
LARGE = cython.declare(cython.Py_ssize_t, 1024)
#: arguments of up to so many are free
SHORT = cython.declare(cython.Py_ssize_t, 16)


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_first(how: cython.int, size: cython.Py_ssize_t, first: Ref) -> cython.int:
    """What the first argument makes dearer."""
    other: cython.Py_ssize_t
    if PyTuple_Check(cython.cast(object, first)):
        return charge(PyTuple_GET_SIZE(first) >> 2)
    other = cg_bulk_size(first)
    if how == STRIPS and other > 16:
        return charge(cython.cast(cython.longlong, cython.cast(cython.double, size) * other / 256))
    if how == ENDS and other > LARGE:
        return charge((size if size < other else other) >> 8)
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_found(size: cython.Py_ssize_t, args: Refs, n: cython.Py_ssize_t, result: object) -> cython.int:
    """After find and index: what was looked through."""
    start: cython.Py_ssize_t = 0
    if n > 1 and isinstance(cython.cast(object, args[1]), int) and 0 < cython.cast(object, args[1]) < size:
        start = cython.cast(object, args[1])
    if isinstance(result, int) and start <= result < size:
        size = result
    return charge((size - start) >> 6)


@cython.cfunc
def pay_bulk(which: cython.int, self_: object, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    """A method's work is paid for, then the host does it."""
    size: cython.Py_ssize_t = cg_bulk_size(cython.cast(Ref, self_))
    how: cython.int = _hows[which]
    i: cython.Py_ssize_t
    if size < LARGE and kwnames == cython.NULL and (
            n == 0 or n == 1 and CG_IS_STR(args[0]) and PyUnicode_GET_LENGTH(args[0]) <= SHORT):
        if _kinds[which] == VARARGS:
            return CALL_VARARGS(_meths[which], self_, args, n)
        return pass_on(which, self_, args, n, kwnames)
    for i in range(1, n if kwnames == cython.NULL else 0):
        if CG_IS_OBJECT(args[i]) and not has_special(cython.cast(object, args[i]), "__index__"):
            # all that take a second argument take bounds of a slice there
            return _descrs[which](self_, cython.cast(object, args[0]), *[for_bound(cython.cast(object, args[i])) for i in range(1, n)])
    if how != WHOLE and n > 0 and not (CG_IS_STR(args[0]) and PyUnicode_GET_LENGTH(args[0]) <= SHORT):
        pay_first(how, size, args[0])
    if size < LARGE:
        return pass_on(which, self_, args, n, kwnames)
    if how == WHOLE or how == STRIPS:
        charge(size >> 4)
        return pass_on(which, self_, args, n, kwnames)
    result = pass_on(which, self_, args, n, kwnames)
    if how == FOUND:
        pay_found(size, args, n, result)
    return result


def pay_for(cls, names, how):
    for name in names:
        f: NativeFunction = cls.namespace[name]
        which: cython.int = remember(f.host)
        _hows[which] = how
        quick(cls, name, cg_bulk_function(which))
    return 0


cg_set_bulk_target(cython.cast(cython.p_void, pay_bulk))


# A method of ours that takes no keywords; the host complains about them.
@cython.cclass
class Positional:
    function: object
    descr: object
    count: cython.Py_ssize_t  # how many it takes, or -1: it counts them itself

    def __call__(self, /, obj, *args, **kwargs):
        if kwargs or self.count >= 0 and len(args) != self.count:
            self.descr(obj, *args, **kwargs)
            raise TypeError(f"{self.descr.__name__}() takes no keyword arguments")
        return self.function(obj, *args)

    def __getattr__(self, name):
        return getattr(self.descr, name)


@cython.cfunc
@cython.exceptval(check=False)
def with_self(f: NativeFunction, function: object, count: cython.int) -> cython.void:
    """Let the loop call the function directly when the number of arguments is right; f.host keeps it alive."""
    f.kind = WITH_SELF
    f.meth = cython.cast(cython.p_void, function)
    f.special = count


def finish(cls: Type, host: type, slots: dict = None, keywords=()):
    """The last touch to a builtin type.

    Documentation and signatures of its methods are those of the host's own. `slots` are slot wrappers that count their
    arguments themselves. Functions of ours in place of methods take keywords only where their name is in `keywords`.
    """
    f: NativeFunction
    positional: Positional
    if slots is not None:
        extend_type(cls, values={name: new_native(WRAPPER, function, name, cls) for name, function in slots.items()})
    for name, member in cls.namespace.items():
        if isinstance(member, NativeFunction):
            own = vars(host).get(name)
            if own is None:
                continue
            f = member
            f.doc = f.text_signature = own
            if f.type is METHOD and type(f.host) is type(finish) and name not in keywords:
                positional = Positional.__new__(Positional)
                positional.function = f.host
                positional.descr = own
                positional.count = -1
                if type(own) is type(list.append):
                    flags = cg_method_flags(cython.cast(Ref, own)) & ~0x40
                    positional.count = 0 if flags == METH_NOARGS else 1 if flags == METH_O else -1
                f.host = positional
                if positional.count >= 0:
                    with_self(f, positional.function, positional.count)
            elif type(f.host) is Checked and type(own) is type(list.append):
                flags = cg_method_flags(cython.cast(Ref, own)) & ~0x40
                if flags == METH_NOARGS or flags == METH_O:
                    with_self(f, f.host, 0 if flags == METH_NOARGS else 1)
    return cls
