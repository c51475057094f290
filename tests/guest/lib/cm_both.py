"""Changes its class to one without __call__ of its own: the module's __call__ is still found."""
import sys
import types


class Kind(types.ModuleType):
    def __repr__(self):
        return "<a Kind>"


def __call__(x):
    return "module's own", x


sys.modules[__name__].__class__ = Kind
