"""What importlib.abc and importlib.util share."""
import abc


class Loader(metaclass=abc.ABCMeta):
    """Abstract base class for import loaders."""

    def create_module(self, spec):
        """Return a module to initialize and into which to load, or None for a new one."""
        return None

    # no exec_module(): whether a loader has one says how it wants to be asked

    def load_module(self, fullname):
        """Return the loaded module."""
        from importlib.util import spec_from_loader

        import _import_hooks

        if not hasattr(self, "exec_module"):
            raise ImportError
        return _import_hooks.load(spec_from_loader(fullname, self))
