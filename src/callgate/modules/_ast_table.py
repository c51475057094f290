"""What the guest's `_ast` builds its classes from: names, fields and documentation of the host's."""

import _ast as host

from cython.cimports.callgate.modules.define import NativeModule


def described(cls):
    return (cls.__name__, cls.__base__.__name__, cls._fields, cls._attributes, cls.__doc__,
            tuple([name for name, value in vars(cls).items() if value is None and name != "__doc__"]))


def classes():
    """Bases first."""
    found: list = []
    waiting: list = [host.AST]
    for cls in waiting:
        for each in cls.__subclasses__():
            if vars(host).get(each.__name__) is each and "_fields" in vars(each):
                found.append(each)
                waiting.append(each)
    return found


MODULE = NativeModule("_ast_table", {"CLASSES": [described(cls) for cls in classes()]})
