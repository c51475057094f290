"""Handles: what the host holds of a guest value that is no plain data."""

from callgate.interpreter.crossing import CallableHandle, Handle


class GuestObject(Handle):
    """A guest object in the host's hands. Nothing that the host does with it runs guest code or changes it.

    Given back to its machine, as an argument or a tool's result, it is the guest's object again. Two handles are equal
    when they stand for the same object. ``type_name`` is the name of its class.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<callgate.GuestObject of type {self.type_name!r}>"


class GuestFunction(GuestObject, CallableHandle):
    """Something callable of the guest: a function, a method, a class, an instance with ``__call__``.

    Calling it enters the machine; arguments and result are plain data or handles.

    Raises (when called):
        GuestError: the guest raised.
        LimitExceeded, MachineBusy: as ``Machine.call`` does.
        TypeError, ValueError: an argument is no plain data.
    """

    __slots__ = ()

    @property
    def __name__(self) -> str:
        if self.name is None:
            raise AttributeError("__name__")
        return self.name

    def __repr__(self) -> str:
        return f"<callgate.GuestFunction {self.name or f'of type {self.type_name!r}'}>"
