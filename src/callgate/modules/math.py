"""The math module: the host's functions, where nothing large can come out; those on big integers pay first.

Every value that comes out is an int, a float or a tuple of floats. Guest numbers go through the host's own protocols
(`__float__`, `__index__`, `__floor__` …).
"""

import math as host

import cython
from cython.cimports.callgate.core.cost import pay_bytes
from cython.cimports.callgate.core.operators import binary_op, drain, get_iter, index, iter_step
from cython.cimports.callgate.core.capi import DECREF, Ref, Refs
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.modules.define import (
    Keywords, NativeModule, arg, arity, define_plain, fast, fast_kw, host_functions,
)
from cython.cimports.libc.math import pow as power_of

#: Functions of floats: constant time, small results.
PLAIN = (
    "acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh degrees dist erf erfc exp exp2 expm1 fabs "
    "floor fma fmod frexp fsum gamma hypot isclose isfinite isinf isnan ldexp lgamma log log10 log1p log2 modf "
    "nextafter pow radians remainder sin sinh sqrt tan tanh trunc ulp"
)
CONTENTS: dict = host_functions("math", PLAIN)
CONTENTS.update(pi=host.pi, e=host.e, tau=host.tau, inf=host.inf, nan=host.nan)
ADD = cython.declare(cython.int, 0)
MULTIPLY = cython.declare(cython.int, 2)
MOST_DIGITS = cython.declare(cython.double, 1e15)


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_work(digits_a: cython.double, digits_b: cython.double) -> cython.int:
    """Schoolbook work on numbers of so many digits (of 30 bits)."""
    work: cython.double = digits_a * digits_b / 16
    if work >= 1:
        charge(cython.cast(cython.longlong, min(work, MOST_DIGITS)))
    return 0


@cython.cfunc
@cython.inline
def digits_of(n: object) -> cython.double:
    return cython.cast(cython.double, n.bit_length()) / 30


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_result(bits: cython.double, times: cython.int = 1) -> cython.int:
    """For a product of that many bits, made of small factors by a balanced tree of multiplications."""
    if bits > 512:
        pay_bytes(bits / 7.5)
        # Karatsuba, halving at each level: three times the work of the last product
        charge(cython.cast(cython.longlong, min(times * power_of(bits / 30, 1.585) / 5 + 1, MOST_DIGITS)))
    return 0


# === integers ===
def factorial(n, /):
    k = index_like_host("factorial", n)
    if 20 < k < 1 << 40:
        pay_result(host.lgamma(k + 1) / host.log(2))
    return host.factorial(k)


@cython.cfunc
def index_like_host(name: str, value: object) -> object:
    """factorial() words its refusals itself."""
    if type(value) is int:
        return value
    if type(value) is float:
        return host.factorial(value)
    return index(value)


@cython.cfunc
def comb_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("comb", n, 2, 2)
    whole: object = index(arg(args, 0))
    part: object = index(arg(args, 1))
    if 0 < part <= whole:
        pay_choice(whole, min(part, whole - part), 12)      # the host divides as it goes
    return host.comb(whole, part)


@cython.cfunc
def perm_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("perm", n, 1, 2)
    if n == 1 or arg(args, 1) is None:
        return factorial(arg(args, 0))
    whole: object = index(arg(args, 0))
    part: object = index(arg(args, 1))
    if 0 < part <= whole:
        pay_choice(whole, part)
    return host.perm(whole, part)


@cython.cfunc
@cython.exceptval(-1)
def pay_choice(whole: object, part: object, times: cython.int = 1) -> cython.int:
    """`part` factors no larger than `whole`."""
    if part.bit_length() > 40:
        return pay_bytes(1e18)
    return pay_result(cython.cast(cython.double, part) * cython.cast(cython.double, whole.bit_length()), times)


@cython.cfunc
def gcd_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    i: cython.Py_ssize_t
    numbers: list = [index(arg(args, i)) for i in range(n)]
    for i in range(1, n):
        pay_work(4 * digits_of(numbers[i - 1]), digits_of(numbers[i]))
    return host.gcd(*numbers)


@cython.cfunc
def lcm_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    i: cython.Py_ssize_t
    result: object = 1
    for i in range(n):
        number: object = index(arg(args, i))
        pay_work(6 * digits_of(result), digits_of(number))
        pay_bytes(4 * (digits_of(result) + digits_of(number)))
        result = host.lcm(result, number)
    return result


def isqrt(n, /):
    number = index(n)
    pay_work(digits_of(number), digits_of(number))
    return host.isqrt(number)


PROD = cython.declare(Keywords, Keywords("prod", "iterable start", 1, 1, 1))


@cython.cfunc
def prod_fast(self: Ref, args: Refs, n: cython.Py_ssize_t, kwnames: Ref) -> object:
    out: Ref[2]
    PROD.parse(args, n, kwnames, out)
    total: object = 1 if out[1] == cython.NULL else cython.cast(object, out[1])
    iterator: object = get_iter(cython.cast(object, out[0]))
    while True:
        step: Ref = iter_step(iterator)
        if step == cython.NULL:
            return total
        item: object = cython.cast(object, step)
        DECREF(step)
        charge(1)
        total = binary_op(MULTIPLY, total, item)


@cython.cfunc
def sumprod_fast(self: Ref, args: Refs, n: cython.Py_ssize_t) -> object:
    arity("sumprod", n, 2, 2)
    p: list = drain(arg(args, 0))
    q: list = drain(arg(args, 1))
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    for item in (*p, *q):
        # the host adds floats with extra precision; anything else it multiplies and adds as we do
        if type(item) is not float and not (type(item) is int and item.bit_length() < 2048):
            break
    else:
        charge(len(p))
        return host.sumprod(p, q)
    total: object = 0
    for a, b in zip(p, q):
        total = binary_op(ADD, total, binary_op(MULTIPLY, a, b))
    return total


CONTENTS.update(
    factorial=define_plain(factorial, "factorial", "math"), isqrt=define_plain(isqrt, "isqrt", "math"),
    comb=fast("comb", comb_fast, "math"), perm=fast("perm", perm_fast, "math"), gcd=fast("gcd", gcd_fast, "math"),
    lcm=fast("lcm", lcm_fast, "math"), prod=fast_kw("prod", prod_fast, "math"),
)
if hasattr(host, "sumprod"):
    CONTENTS["sumprod"] = fast("sumprod", sumprod_fast, "math")
MODULE = NativeModule("math", CONTENTS)
