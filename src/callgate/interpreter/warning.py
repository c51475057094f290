"""The way to the guest's modules for natives, and so to `warnings`, which decides and shows, as the guest may have changed it.

It is imported when the first warning comes that it might show.
"""

import cython
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.imports import guest_module, set_importer
from cython.cimports.callgate.core.object import Object
from cython.cimports.callgate.core.type import isinstance_
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.objects.exception import exception_type

from callgate.core.errors import GuestRaise
from callgate.core.warning import set_teller


@cython.cfunc
def import_for_native(name: str) -> object:
    vm: VM = current_vm()
    return vm.importer.import_name(vm, name, {}, None, 0)


def tell(category: str, message: str):
    """warnings.warn, for the frame that runs."""
    vm: VM = current_vm()
    warn: object = getattr_or(guest_module("warnings"), "warn", None)
    if warn is not None:
        vm.call(warn, (message, exception_type(category)))


def tell_of_text(vm: VM, category: str, message: str, filename: str, lineno: int):
    """warnings.warn_explicit, for a line of a text that is being compiled. True: the guest wants it to be an error."""
    if category == "DeprecationWarning" and "warnings" not in vm.modules and filename != "__main__":
        return False    # the filters that nobody has touched ignore it
    cls: Object = exception_type(category)
    module: object = vm.importer.import_name(vm, "warnings", {}, None, 0)   # no code of this machine may run yet
    explicit: object = getattr_or(module, "warn_explicit", None)
    if explicit is None:
        return False
    try:
        vm.call(explicit, (message, cls, filename, lineno))
    except GuestRaise as error:
        if isinstance_(error.value, cls):
            return True
        raise
    return False


set_importer(import_for_native)
set_teller(tell)
