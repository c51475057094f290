"""A stand-in for _imp: there are no frozen modules, no libraries to load, and no lock to wait for."""

check_hash_based_pycs = "default"


def extension_suffixes():
    """Returns the list of file suffixes used to identify extension modules."""
    return []


def is_builtin(name):
    """Returns True if the module name corresponds to a built-in module."""
    return 0


def is_frozen(name):
    """Returns True if the module name corresponds to a frozen module."""
    return False


is_frozen_package = is_frozen


def lock_held():
    """Return True if the import lock is currently held, else False."""
    return False


def acquire_lock():
    """Acquires the interpreter's import lock for the current thread."""


release_lock = acquire_lock


def _frozen_module_names():
    return []


def _override_frozen_modules_for_tests(override):
    pass


def _override_multi_interp_extensions_check(override):
    return 0
