"""The binascii module: the host converts between bytes and text forms, after the bytes are paid for."""

import binascii as host

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.modules.define import NativeModule
from cython.cimports.callgate.objects.exception import exception_type, new_exception, to_host_exception
from cython.cimports.callgate.objects.native import native_function
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from callgate.core.type import native_type

NAMES = ("a2b_base64", "a2b_hex", "a2b_qp", "a2b_uu", "b2a_base64", "b2a_hex", "b2a_qp", "b2a_uu", "crc32", "crc_hqx",
         "hexlify", "unhexlify")
BASE = cython.declare(Type, exception_type("ValueError"))
ERROR = native_type("Error", BASE.host, base=BASE, module="binascii", basetype=True, exception=True, has_dict=True)
PLAIN = cython.declare(Type, exception_type("Exception"))
INCOMPLETE = native_type("Incomplete", PLAIN.host, base=PLAIN, module="binascii", basetype=True, exception=True, has_dict=True)


@cython.cfunc
def prepared(value: object, from_text: cython.bint) -> object:
    if PyObject_CheckBuffer(value):
        view = memoryview(value)
        charge_memory(4 * view.nbytes)
        if not isinstance(value, bytes):
            value = view if view.c_contiguous else value
    elif not (from_text and isinstance(value, str)):
        if from_text:
            raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type_name(value)}'")
        raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")
    charge(len(value) // 64 + 1)
    charge_memory(4 * len(value))
    return value


def converter(name):
    function = getattr(host, name)
    from_text: cython.bint = name.startswith(("a2b", "unhex"))

    def convert(*args, **kwargs):
        if args:
            args = (prepared(args[0], from_text), *args[1:])
        elif "data" in kwargs:
            kwargs["data"] = prepared(kwargs["data"], from_text)
        try:
            return function(*args, **kwargs)
        except host.Error as error:
            raise to_host_exception(new_exception(ERROR, error.args)) from None
        except host.Incomplete as error:
            raise to_host_exception(new_exception(INCOMPLETE, error.args)) from None

    return native_function(convert, name, "binascii")


MODULE = NativeModule("binascii", {"Error": ERROR, "Incomplete": INCOMPLETE, **{name: converter(name) for name in NAMES}})
