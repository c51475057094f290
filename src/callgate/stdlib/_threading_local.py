"""What threading imports as `local`: a machine has one thread, so every object may have its attributes for itself."""


class local:
    """Thread-local data"""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        return object.__new__(cls)


local.__module__, local.__name__, local.__qualname__ = "_thread", "_local", "_local"
