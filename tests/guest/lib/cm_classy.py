"""Changes its own class."""
import sys
import types

answer = 42


class Callable(types.ModuleType):
    """A callable kind of module."""

    def __call__(self, x):
        return self.answer + x

    @property
    def computed(self):
        return self.answer * 2

    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        if name not in ("last", "__class__"):
            super().__setattr__("last", name)


sys.modules[__name__].__class__ = Callable
