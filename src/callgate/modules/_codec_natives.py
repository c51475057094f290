"""What the guest's codecs build on: the host's coders, after sizes are paid for and error handlers are known."""

import _codecs as host

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.cost import pay_bytes, pay_items
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.core.type import argument_name, type_name
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import NativeModule
from cython.cimports.callgate.objects.codecs import check_errors
from cython.cimports.callgate.objects.native import native_function
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from callgate.objects.codecs import HANDLERS, set_codec_registry

NAMES = [name for name in dir(host) if name.endswith(("_encode", "_decode")) and not name.startswith(("mbcs", "oem", "code_page"))]


@cython.cfunc
def plain(name: str, value: object) -> object:
    """The text or the bytes to work on, as plain data that is paid for."""
    if isinstance(value, str):
        pay_bytes(90.0 * len(value))     # a replacement may be a name of ninety letters
        return str.__str__(value)
    if PyObject_CheckBuffer(value):
        view = memoryview(value)
        pay_bytes(4.0 * view.nbytes)
        return view.tobytes()
    if name.endswith("_decode") or name.startswith(("escape", "readbuffer")):
        raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")
    raise TypeError(f"{name}() argument 1 must be str, not {argument_name(value)}")


def coder(name):
    function = getattr(host, name)

    def call(*args):
        given: list = list(args)
        if given:
            given[0] = plain(name, given[0])
        if len(given) > 1 and isinstance(given[1], str) and given[1] not in HANDLERS:
            errors = given[1]
            given[1] = "strict"
            try:
                return function(*given)
            except UnicodeError:
                result = ask("_coder_errors", (name, given[0], errors, tuple(given[2:])))
                if result is not NotImplemented:
                    return result
                check_errors(errors)
                raise
        return function(*given)

    return native_function(call, name, "_codecs")


def charmap_build(map, /):
    """Character -> number of it in the table."""
    if not isinstance(map, str):
        raise TypeError(f"charmap_build() argument must be str, not {argument_name(map)}")
    pay_items(len(map))
    return {ord(char): number for number, char in enumerate(map) if char != "\ufffe"}


def ask(what, args):
    """A function of the guest's module _codecs, when the guest has it."""
    vm: VM = current_vm()
    module = vm.modules.get("_codecs")
    if module is None:
        return NotImplemented
    check_c_stack()
    return object_call(getattr_(module, what), args, None)


set_codec_registry(ask)
MODULE = NativeModule("_codec_natives", {
    **{name: coder(name) for name in NAMES},
    "charmap_build": native_function(charmap_build, "charmap_build", "_codecs"),
})
