"""The cmath module: the host's functions of complex numbers; what the guest's objects are as such is asked of them first."""

import cmath as host

import cython
from cython.cimports.callgate.core.call import call_special
from cython.cimports.callgate.core.capi import CG_PLAIN, Ref
from cython.cimports.callgate.core.type import lookup_special, type_name
from cython.cimports.callgate.modules.define import NativeModule
from cython.cimports.callgate.objects.native import native_function

NAMES = ("acos acosh asin asinh atan atanh cos cosh exp isclose isfinite isinf isnan log log10 phase polar rect sin sinh "
         "sqrt tan tanh").split()


@cython.cfunc
def converted(value: object) -> object:
    if CG_PLAIN(cython.cast(Ref, value)) or isinstance(value, complex):
        return value
    if lookup_special(value, "__complex__") is None:
        return value
    result: object = call_special(value, "__complex__", ())
    if not isinstance(result, complex):
        raise TypeError(f"{type_name(value)}.__complex__() returned non-complex (type {type_name(result)})")
    return result


def wrapped(name):
    function = getattr(host, name)

    def call(*args, **kwargs):
        return function(*[converted(value) for value in args],
                        **{key: converted(value) for key, value in kwargs.items()})

    return native_function(function if name in ("rect",) else call, name, "cmath")


CONTENTS: dict = {name: wrapped(name) for name in NAMES}
CONTENTS.update({name: getattr(host, name) for name in ("pi", "e", "tau", "inf", "infj", "nan", "nanj")})
MODULE = NativeModule("cmath", CONTENTS)
